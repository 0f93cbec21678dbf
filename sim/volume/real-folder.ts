/** Takes a folder of the real disk as a tree: bytes and times, read and never written. */

import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CsclabError } from '../errors.ts'
import { fromUnixNanoseconds, type Ticks } from '../windows/mod.ts'

/** One item of a real folder. */
export interface FolderItem {
  /** Names from the folder down. */
  readonly names: readonly string[]
  /** Bytes of a file; `undefined` for a directory. */
  readonly content: Uint8Array | undefined
  readonly lastWrite: Ticks
  readonly creation: Ticks
}

/** Items a folder may have. */
const ITEM_LIMIT = 200_000

/**
 * Reads a folder with all below it, sorted by code unit, parents before children. Links and special files are left out.
 *
 * @throws {CsclabError} `file` if the folder cannot be read, or holds more than 200,000 items.
 */
export function readFolder(folder: string): readonly FolderItem[] {
  const items: FolderItem[] = []
  const visit = (names: readonly string[]): void => {
    for (const entry of entriesOf(join(folder, ...names))) {
      if (!entry.isFile() && !entry.isDirectory()) continue
      const below = [...names, entry.name]
      const path = join(folder, ...below)
      const stat = statSync(path, { bigint: true })
      const content = entry.isFile() ? new Uint8Array(readFileSync(path)) : undefined
      const lastWrite = fromUnixNanoseconds(stat.mtimeNs)
      items.push({ names: below, content, lastWrite, creation: lastWrite })
      if (items.length > ITEM_LIMIT) {
        throw new CsclabError('file', `"${folder}" holds more than ${ITEM_LIMIT} items`)
      }
      if (entry.isDirectory()) visit(below)
    }
  }
  visit([])
  return items
}

function entriesOf(folder: string): Dirent[] {
  try {
    return listSorted(folder)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CsclabError('file', `The folder "${folder}" cannot be read: ${why}`, {
      hint: 'Check the path; under Deno, allow reading it with --allow-read',
      cause,
    })
  }
}

function listSorted(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0
  )
}
