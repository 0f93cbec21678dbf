/** What files hold, in texts that are equal when the contents are. */

import { createHash } from 'node:crypto'
import { type Content, newContent, type TreeEntry, upcase } from '../../sim/mod.ts'
import { contentOf, type ContentSpec, treeItems, type TreeSpec } from '../language/mod.ts'

/** Bytes of a file that are shown as text. */
const SHOWN = 4_096

/** What a scenario says a file holds. */
export function specText(spec: ContentSpec): string {
  return contentText(newContent(contentOf(spec)))
}

/** What a file, or a named stream of it, holds. */
export function itemText(item: TreeEntry | undefined, stream?: string): string {
  if (item === undefined) return 'nothing'
  if (stream !== undefined) {
    const [, found] = [...item.streams ?? []].find(([name]) => upcase(name) === upcase(stream)) ?? []
    return found === undefined ? 'nothing' : contentText(found)
  }
  return item.content === undefined ? 'a directory' : contentText(item.content)
}

/** A tree literal, one item a line, sorted. */
export function treeSpecText(tree: TreeSpec): string {
  const items = treeItems(tree).map(({ path, content }) =>
    content === null ? `${path}/` : `${path} ${specText(content)}`
  )
  return items.length === 0 ? '(none)' : items.sort().join('\n')
}

/** Bytes: as a text where they are one and short, else by size and hash. */
export function bytesText(bytes: Uint8Array): string {
  return asText(bytes) ?? longText(bytes.length, createHash('sha256').update(bytes).digest('hex'))
}

function contentText(content: Content): string {
  const shown = content.size <= SHOWN ? asText(content.bytes()) : undefined
  return shown ?? longText(content.size, content.digest())
}

function longText(size: number, digest: string): string {
  return `${size} bytes, sha256 ${digest}`
}

function asText(bytes: Uint8Array): string | undefined {
  if (bytes.length > SHOWN) return undefined
  try {
    return JSON.stringify(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
