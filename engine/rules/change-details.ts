/** What exactly differs from the original: the OFFLINEFILES_CHANGES bits that handlers and the log get. */

import type { DirEntry } from '../../sim/port/mod.ts'
import { type CacheRecord, COMPARED_ATTRIBUTES, isModified, type Seen } from '../cache/cache-record.ts'

/** OFFLINEFILES_CHANGES_LOCAL_SIZE, _ATTRIBUTES and _TIME; those of the server's copy are the same three places higher. */
const LOCAL = { size: 0x1, attributes: 0x2, time: 0x4 } as const

const REMOTE_SHIFT = 3

/**
 * The change bits of an item (P15.22): size and attributes of each copy against the original, and the time of the last
 * change. Of a copy that is gone, and without an original, nothing can be said.
 */
export function changeDetails(
  record: CacheRecord | undefined,
  local: DirEntry | undefined,
  server: DirEntry | undefined,
): number {
  const original = record?.original ?? null
  if (record === undefined || original === null) return 0
  const here = local === undefined
    ? 0
    : compared(original, local) | (isModified(record.marks) ? LOCAL.time : 0)
  const there = server === undefined ? 0 : compared(original, server) | timeOf(original, server)
  return here | (there << REMOTE_SHIFT)
}

function compared(original: Seen, { info }: DirEntry): number {
  const size = info.type === 'file' && info.size !== original.size ? LOCAL.size : 0
  const attributes = ((info.attributes ^ original.attributes) & COMPARED_ATTRIBUTES) === 0
    ? 0
    : LOCAL.attributes
  return size | attributes
}

/** Of directories the time means nothing: it moves with everything in them (P2.16). */
function timeOf(original: Seen, { info }: DirEntry): number {
  return info.type === 'file' && info.times.change !== original.change ? LOCAL.time : 0
}
