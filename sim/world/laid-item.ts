/** Items of a world's first state. */

import { CsclabError } from '../errors.ts'
import { partsOf, type Ticks, type UncPath } from '../windows/mod.ts'
import type { SparseBytes, Volume } from '../volume/mod.ts'

/** An item of a world's first state; what is left out is as a new item has it. */
export interface LaidItem {
  /** Bytes of a file; without them the item is a directory. */
  readonly content?: Uint8Array | SparseBytes
  readonly attributes?: number
  readonly lastWrite?: Ticks
  readonly creation?: Ticks
}

/** Files of a new world are a day old, so that no edit falls together with their times. */
const LAID_BEFORE = 864_000_000_000

/**
 * Lays an item on a volume; for a share also the directory of its server.
 *
 * @throws {CsclabError} `scenario` if the volume cannot hold it.
 */
export function layItem(
  volume: Volume,
  path: UncPath,
  { item, now }: { readonly item: LaidItem; readonly now: Ticks },
): void {
  const names = partsOf(path)
  if (names.length === 2) volume.lay(names.slice(0, 1), laidInfo({}, now), undefined)
  const refused = volume.lay(names, laidInfo(item, now), item.content)
  if (refused === undefined) return
  throw new CsclabError('scenario', `Cannot lay "${path}" in the world: code ${refused.code}`)
}

/** What a volume is told of the item. */
function laidInfo(item: LaidItem, now: Ticks): Parameters<Volume['lay']>[1] {
  const { content, attributes, lastWrite = now - LAID_BEFORE, creation = lastWrite } = item
  const type = content === undefined ? 'directory' : 'file'
  const settable = attributes ?? (type === 'file' ? 0x20 : 0)
  return {
    type,
    attributes: type === 'directory' ? settable | 0x10 : settable,
    size: sizeOf(content),
    times: { creation, lastWrite, change: lastWrite, lastAccess: lastWrite },
  }
}

function sizeOf(content: LaidItem['content']): number {
  if (content === undefined) return 0
  return content instanceof Uint8Array ? content.length : content.size
}
