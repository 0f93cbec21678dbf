/** Brings items of the cache into states: pinned, suspended, sparse, ghost, evicted, cached by being opened, adopted. */

import { type ArrangeCall, ask, isFailure, NOT_PINNED, type Session } from '../../sim/port/mod.ts'
import { ERROR, parentOf, partsOf, shareOf, type UncPath } from '../../sim/windows/mod.ts'
import {
  type CacheRecord,
  CLEAN,
  cleanRecord,
  isDirty,
  type PresentRange,
  syncedRecord,
} from './cache-record.ts'
import { copiedInfo, copyDown } from './copy-down.ts'
import { settleIntents } from './intents.ts'
import { readItem, writeItem } from './records.ts'
import { lookAtRights } from './rights.ts'
import { evict } from './take-out.ts'

/** How a share says that nothing of it may be cached. */
const NO_CACHING = 'none'

/** Brings one state about; 0 or the code it fails with. */
export function* arrange({ arrangement, user }: ArrangeCall): Session<number> {
  const { path } = arrangement
  yield* settleIntents({ within: path, side: 'cache' })
  switch (arrangement.do) {
    case 'auto-cache':
      return yield* openedOnline(path, user)
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
 * What is not cached yet gets an entry without content, sparse until a sync fills it (section 6, fact 9). The children of a
 * directory follow with the next run that brings in the server's changes (P15.12).
 */
function* pin(arrangement: Extract<ArrangeCall['arrangement'], { readonly do: 'pin' }>): Session<number> {
  const { path, category, inherit } = arrangement
  const record = yield* readItem(path)
  if (record?.marks.deletedOffline) return ERROR.FILE_NOT_FOUND
  if (record !== undefined) return yield* mark(record)
  const made = yield* addEntry(path)
  return typeof made === 'number' ? made : yield* mark(made)

  function* mark(known: CacheRecord): Session<number> {
    const value = inherit ?? known.type === 'directory' ? 2 : 1
    const record = { ...known, pins: { ...known.pins, [category]: value } }
    return yield* put(path, known.type === 'directory' ? { ...record, childrenToPin: true } : record)
  }
}

/** An entry for a name of the server, and for the directories above it where they have none. */
export function* addEntry(path: UncPath): Session<CacheRecord | number> {
  const share = yield* ask({ kind: 'connect', share: shareOf(path) })
  if (share.kind === 'failed') return share.code
  if (share.caching === NO_CACHING) return ERROR.NOT_SUPPORTED
  const found = yield* ask({ kind: 'stat', on: 'server', path })
  if (found.kind === 'failed') return found.code
  const parent = parentOf(path)
  if (parent !== undefined && partsOf(parent).length > 1 && (yield* readItem(parent)) === undefined) {
    const above = yield* addEntry(parent)
    if (typeof above === 'number') return above
    yield* writeItem(parent, above)
  }
  const { name, info } = found
  const record = syncedRecord({ name, key: '', info }, NOT_PINNED)
  if (info.type === 'file') {
    if (info.size > 0) return { ...record, sparse: true }
    const empty = yield* copyDown(path)
    return isFailure(empty) ? empty.code : record
  }
  const made = yield* ask({ kind: 'mkdir', on: 'cache', path, info: copiedInfo(info) })
  return made.kind === 'failed' && made.code !== ERROR.ALREADY_EXISTS ? made.code : record
}

/** Forgets all of a file's content but some ranges. A changed file and an empty one cannot be sparse (P8.2, P8.5). */
function* makeSparse(path: UncPath, record: CacheRecord, present: readonly PresentRange[]): Session<number> {
  if (record.type !== 'file' || isDirty(record.marks)) return ERROR.INVALID_PARAMETER
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
  return yield* put(path, { ...record, sparse: true, present })
}

function* zeroRanges(handle: number, ranges: readonly PresentRange[]): Session<number> {
  for (const range of ranges) {
    const reply = yield* ask({ kind: 'zero', handle, ...range })
    if (reply.kind === 'failed') return reply.code
  }
  return ERROR.SUCCESS
}

/** What lies between some ranges, up to a size. */
function gaps(present: readonly PresentRange[], size: number): readonly PresentRange[] {
  const found: PresentRange[] = []
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
  const { present: _, ...kept } = record
  return yield* put(path, { ...kept, sparse: false, ghost: true })
}

/** Fetches a server's file as opening it there does (9.4). */
function* openedOnline(path: UncPath, user: string): Session<number> {
  const code = yield* autoCache(path)
  if (code === ERROR.SUCCESS) yield* lookAtRights(path, user)
  return code
}

function* autoCache(path: UncPath): Session<number> {
  const known = yield* readItem(path)
  if (known?.marks.deletedOffline) return ERROR.FILE_NOT_FOUND
  if (known !== undefined && !known.sparse && known.ghost !== true) {
    return yield* put(path, { ...known, autoCached: true })
  }
  const entered = yield* addEntry(path)
  if (typeof entered === 'number') return entered
  if (entered.type === 'directory') return ERROR.DIRECTORY
  const original = yield* copyDown(path)
  if (isFailure(original)) return original.code
  return yield* put(path, {
    ...cleanRecord(entered, original),
    autoCached: true,
    pins: known?.pins ?? NOT_PINNED,
  })
}
