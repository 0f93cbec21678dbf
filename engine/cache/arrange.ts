/** Brings items of the cache into states: pinned, suspended, sparse, ghost, evicted, cached by being opened, adopted. */

import { type ArrangeCall, ask, type ByteRange, isFailure, type Session } from '../../sim/port/mod.ts'
import { ERROR, parentOf, type Ticks, type UncPath } from '../../sim/windows/mod.ts'
import { cacheOpened } from './automatic.ts'
import { type CacheRecord, CLEAN, inheritedPins, isDirty } from './cache-record.ts'
import { copiedInfo } from './copy-down.ts'
import { addEntry, mustNotBePinned } from './entries.ts'
import { settleIntents } from './intents.ts'
import { readItem, writeItem } from './records.ts'
import { lookAtRights } from './rights.ts'
import { evict } from './take-out.ts'

/** Brings one state about; 0 or the code it fails with. */
export function* arrange({ arrangement, user, now }: ArrangeCall): Session<number> {
  const { path } = arrangement
  yield* settleIntents({ within: path, side: 'cache' })
  switch (arrangement.do) {
    case 'auto-cache':
      return yield* openedOnline(path, { user, now })
    case 'pin':
      return yield* pin(arrangement)
    default: {
      const record = yield* readItem(path)
      if (record === undefined || record.marks.deletedOffline) return ERROR.FILE_NOT_FOUND
      return yield* change(record, arrangement)
    }
  }
}

type Known = Exclude<ArrangeCall['arrangement'], { readonly do: 'auto-cache' | 'pin' }>

function* change(record: CacheRecord, arrangement: Known): Session<number> {
  const { path } = arrangement
  switch (arrangement.do) {
    case 'unpin': {
      const { childrenToPin: _, ...unpinned } = record
      return yield* put(path, { ...unpinned, pins: { ...record.pins, [arrangement.category]: 0 } })
    }
    case 'suspend':
      if (record.type === 'file') return ERROR.DIRECTORY
      return yield* put(path, { ...record, suspendedRoot: true })
    case 'release': {
      if (record.suspendedRoot !== true) return ERROR.INVALID_PARAMETER
      const { suspendedRoot: _, ...released } = record
      return yield* put(path, released)
    }
    case 'sparse':
      return yield* makeSparse(path, record, arrangement.present)
    case 'ghost':
      return yield* makeGhost(path, record)
    case 'evict':
      return yield* evict(path)
    case 'adopt':
      if (isDirty(record.marks)) return ERROR.INVALID_PARAMETER
      return yield* put(path, { ...record, original: null, marks: CLEAN })
  }
}

function* put(path: UncPath, record: CacheRecord): Session<number> {
  yield* writeItem(path, record)
  return ERROR.SUCCESS
}

/**
 * What is not cached yet gets an entry without content, sparse until a sync fills it (D6.9). The children of a
 * directory follow with the next run that brings in the server's changes (P15.12).
 */
function* pin(arrangement: Extract<ArrangeCall['arrangement'], { readonly do: 'pin' }>): Session<number> {
  const { path, category, inherit } = arrangement
  const known = yield* readItem(path)
  if (known?.marks.deletedOffline) return ERROR.FILE_NOT_FOUND
  if (known !== undefined && (yield* mustNotBePinned(path, known.type))) return ERROR.NOT_SUPPORTED
  const record = known ?? (yield* addEntry(path))
  if (isFailure(record)) return record.code
  // What is new in the cache is a new child of its directory, too (D6.6).
  const above = known === undefined ? yield* readItem(parentOf(path) ?? '') : undefined
  const base = above === undefined ? record.pins : inheritedPins(above.pins)
  const value = inherit ?? record.type === 'directory' ? 2 : 1
  const pinned = { ...record, pins: { ...base, [category]: value > base[category] ? value : base[category] } }
  return yield* put(path, record.type === 'directory' ? { ...pinned, childrenToPin: true } : pinned)
}

/**
 * Forgets all of a file's content but some ranges. A changed file and an empty one cannot be sparse (P8.2, P8.5). A directory
 * is one whose listing is not complete (P2.7).
 */
function* makeSparse(path: UncPath, record: CacheRecord, present: readonly ByteRange[]): Session<number> {
  if (isDirty(record.marks)) return ERROR.INVALID_PARAMETER
  if (record.type === 'directory') {
    return present.length > 0 ? ERROR.INVALID_PARAMETER : yield* put(path, { ...record, sparse: true })
  }
  const file = yield* ask({
    kind: 'open',
    on: 'cache',
    path,
    access: 'read-write',
    share: [],
    disposition: 'open',
  })
  if (file.kind === 'failed') return file.code
  const { handle, info } = file
  const code = info.size === 0 ? ERROR.INVALID_PARAMETER : yield* zeroRanges(handle, gaps(present, info.size))
  yield* ask({ kind: 'close', handle })
  if (code !== ERROR.SUCCESS) return code
  yield* ask({ kind: 'set-info', on: 'cache', path, info: copiedInfo(info) })
  return yield* put(path, { ...record, sparse: true })
}

function* zeroRanges(handle: number, ranges: readonly ByteRange[]): Session<number> {
  for (const range of ranges) {
    const reply = yield* ask({ kind: 'zero', handle, ...range })
    if (reply.kind === 'failed') return reply.code
  }
  return ERROR.SUCCESS
}

/** What lies between some ranges, up to a size. */
function gaps(present: readonly ByteRange[], size: number): readonly ByteRange[] {
  const found: ByteRange[] = []
  let from = 0
  for (const { offset, length } of [...present].sort((a, b) => a.offset - b.offset)) {
    if (offset > from) found.push({ offset: from, length: Math.min(offset, size) - from })
    from = Math.max(from, offset + length)
  }
  if (from < size) found.push({ offset: from, length: size - from })
  return found.filter(({ length }) => length > 0)
}

/** Leaves a file's name and nothing of it. */
function* makeGhost(path: UncPath, record: CacheRecord): Session<number> {
  if (record.type !== 'file' || isDirty(record.marks)) return ERROR.INVALID_PARAMETER
  const removed = yield* ask({ kind: 'remove', on: 'cache', path, ignoreReadonly: true })
  if (removed.kind === 'failed' && removed.code !== ERROR.FILE_NOT_FOUND) return removed.code
  return yield* put(path, { ...record, sparse: false, ghost: true })
}

/** Fetches a server's file as opening it there does (9.4). */
function* openedOnline(
  path: UncPath,
  { user, now }: { readonly user: string; readonly now: Ticks },
): Session<number> {
  const code = yield* cacheOpened(path, now)
  if (code === ERROR.SUCCESS) yield* lookAtRights(path, user)
  return code
}
