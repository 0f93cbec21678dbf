/** Items of a world's first state. */

import type { Ticks } from '../windows/mod.ts'
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

/** What a volume is told of the item. */
export function laidInfo(item: LaidItem, now: Ticks): Parameters<Volume['lay']>[1] {
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
