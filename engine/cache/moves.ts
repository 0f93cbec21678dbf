/** How a cached item moves to another name because both versions of it are kept: its content goes along, its past does not. */

import { ask, type DirEntry, type Json, NOT_PINNED, type Session } from '../../sim/port/mod.ts'
import { childOf, ERROR, type UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, CREATED, isCacheRecord } from './cache-record.ts'
import { readItem, recordedIn, replaceItem, untilPut, writeItem } from './records.ts'

/** A move about to be made, put among the intents. */
export type Move = {
  readonly path: UncPath
  readonly to: UncPath
  readonly side: 'cache'
  /** The item's number on the volume: where it is found tells whether the move was made. */
  readonly id: number
  /** What was remembered under the old name before, and what is to be afterwards. */
  readonly before: CacheRecord | null
  readonly after: CacheRecord
}

/** True for a move. */
export function isMove(value: Json): value is Move {
  return typeof value === 'object' && value !== null && 'to' in value && 'after' in value &&
    isCacheRecord(value['after'])
}

/**
 * Writes the records of a move that was made: all that has moved counts as created offline, with the pins it had (P6.13), and
 * the old name is what it is to be. May be repeated.
 *
 * @returns 0, or the code with which what has moved could not be looked at: the old name is as it was then.
 */
export function* recordMoved(move: Move): Session<number> {
  const { path, to } = move
  const moved = yield* ask({ kind: 'stat', on: 'cache', path: to })
  if (moved.kind === 'failed') return moved.code
  const code = yield* createRecords(path, to, { name: moved.name, key: '', info: moved.info })
  if (code !== ERROR.SUCCESS) return code
  yield* forgetBelow(path)
  yield* leaveOldName(move)
  return ERROR.SUCCESS
}

/** What an application has made under the old name since the move is a file of its own, which nobody has seen there before. */
function* leaveOldName({ path, before, after }: Move): Session<void> {
  yield* untilPut(function* () {
    const current = yield* readItem(path)
    const isOurs = current === undefined || [before?.edits, after.edits].includes(current.edits)
    if (!isOurs && current.marks.deletedOffline) return true
    return yield* replaceItem(path, current, isOurs ? after : { ...current, original: null, marks: CREATED })
  })
}

function* createRecords(from: UncPath, to: UncPath, entry: DirEntry): Session<number> {
  const { name, info: { type } } = entry
  const before = yield* readItem(from)
  yield* replaceItem(to, undefined, {
    name,
    type,
    original: null,
    marks: CREATED,
    deletedAt: null,
    sparse: false,
    pins: before?.pins ?? NOT_PINNED,
    ...(before?.rights === undefined ? {} : { rights: before.rights }),
  })
  if (type === 'file') return ERROR.SUCCESS
  const listing = yield* ask({ kind: 'list', on: 'cache', path: to })
  if (listing.kind === 'failed') return listing.code
  for (const child of listing.entries) {
    const code = yield* createRecords(childOf(from, child.name), childOf(to, child.name), child)
    if (code !== ERROR.SUCCESS) return code
  }
  return ERROR.SUCCESS
}

/** Forgets every entry below a directory that is not there any more. */
export function* forgetBelow(path: UncPath): Session<void> {
  for (const at of yield* recordedIn(path)) {
    yield* forgetBelow(at)
    yield* writeItem(at, undefined)
  }
}
