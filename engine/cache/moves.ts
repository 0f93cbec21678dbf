/** How a cached item moves to another name because both versions of it are kept: its content goes along, its past does not. */

import { ask, type DirEntry, type Json, NOT_PINNED, type Session } from '../../sim/port/mod.ts'
import { childOf, type UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, CREATED, isCacheRecord } from './cache-record.ts'
import { readItem, recordedIn, replaceItem, writeItem } from './records.ts'

/** A move about to be made, put among the intents. */
export type Move = {
  readonly path: UncPath
  readonly to: UncPath
  readonly side: 'cache'
  /** The item's number on the volume: where it is found tells whether the move was made. */
  readonly id: number
  /** What is remembered under the old name afterwards. */
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
 */
export function* recordMoved({ path, to, after }: Move): Session<void> {
  const moved = yield* ask({ kind: 'stat', on: 'cache', path: to })
  if (moved.kind === 'failed') return
  yield* createRecords(path, to, { name: moved.name, key: '', info: moved.info })
  yield* forgetBelow(path)
  yield* writeItem(path, after)
}

function* createRecords(from: UncPath, to: UncPath, { name, info: { type } }: DirEntry): Session<void> {
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
  if (type === 'file') return
  const listing = yield* ask({ kind: 'list', on: 'cache', path: to })
  for (const entry of listing.kind === 'failed' ? [] : listing.entries) {
    yield* createRecords(childOf(from, entry.name), childOf(to, entry.name), entry)
  }
}

/** Forgets every entry below a directory that is not there any more. */
export function* forgetBelow(path: UncPath): Session<void> {
  for (const at of yield* recordedIn(path)) {
    yield* forgetBelow(at)
    yield* writeItem(at, undefined)
  }
}
