/** Room for new content: when the cache's disk is full, what came by being opened goes, the least recently used first. */

import { ask, type ItemType, type Session } from '../../sim/port/mod.ts'
import { childOf, ERROR, foldPath, type Ticks, type UncPath } from '../../sim/windows/mod.ts'
import { isPinned } from '../rules/mod.ts'
import { type CacheRecord, isCacheRecord, isDirty } from './cache-record.ts'
import { readDirectory, readShares } from './records.ts'
import { takeOut } from './take-out.ts'

/**
 * Does something that takes room in the cache, and does it again as long as it fails because the disk is full and something
 * can be evicted for it (9.4, F89).
 *
 * @param path What it is done for, which is not evicted itself.
 */
export function* withRoom<T extends object>(path: UncPath, attempt: () => Session<T>): Session<T> {
  for (;;) {
    const result = yield* attempt()
    const isFull = 'code' in result && result.code === ERROR.DISK_FULL
    if (!isFull || !(yield* makeRoom(path))) return result
  }
}

/** Evicts the one file that was not used for the longest time; false when there is none. */
function* makeRoom(keep: UncPath): Session<boolean> {
  const candidates: Candidate[] = []
  for (const share of yield* readShares()) yield* collect(share.path, candidates)
  const others = candidates.filter(({ path }) => foldPath(path) !== foldPath(keep))
  for (const { path, type } of others.sort((a, b) => a.used - b.used)) {
    if ((yield* takeOut(path)) !== ERROR.SUCCESS) continue
    yield* ask({ kind: 'publish', event: { event: 'ITEMDELETEDFROMCACHE', path, type } })
    return true
  }
  return false
}

interface Candidate {
  readonly path: UncPath
  readonly type: ItemType
  readonly used: Ticks
}

function* collect(directory: UncPath, found: Candidate[]): Session<void> {
  for (const record of (yield* readDirectory(directory)).values()) {
    if (!isCacheRecord(record)) continue
    const path = childOf(directory, record.name)
    if (record.type === 'directory') yield* collect(path, found)
    else if (mayGo(record)) found.push({ path, type: record.type, used: record.used ?? 0 })
  }
}

/** What is pinned or has changes that wait is never evicted (D6.7, F80). */
function mayGo({ autoCached, pins, marks }: CacheRecord): boolean {
  return autoCached === true && !isDirty(marks) && !isPinned(pins)
}
