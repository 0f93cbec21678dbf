/** Takes one entry out of the cache, changes and all, so that a run that is dropped in between leaves nothing to be sent. */

import { ask, type Failed, type Session } from '../../sim/port/mod.ts'
import { ERROR, foldPath, partsOf, type UncPath } from '../../sim/windows/mod.ts'
import { BUCKET, type CacheRecord, CLEAN, replaceItem, settled, writeRecord } from '../cache/mod.ts'
import { exactly, inOtherHands } from '../run/mod.ts'

const IN_USE: Failed = { kind: 'failed', code: ERROR.SHARING_VIOLATION }

/**
 * Takes out an entry that holds nothing any more. Its record first says that none of its content is here: from then on
 * nothing of it waits to be sent, and whatever is left is what a sync drops or fills.
 *
 * @param record The record as it was read.
 * @returns Why the entry stays, or `undefined`.
 */
export function* removeEntry(path: UncPath, record: CacheRecord): Session<Failed | undefined> {
  if (partsOf(path).length === 2) return yield* forgetShare(path, record)
  if (record.marks.deletedOffline) return yield* forget(path, record)
  const found = yield* ask({ kind: 'stat', on: 'cache', path })
  const { ghost: _, ...kept } = record
  const leaving: CacheRecord = { ...kept, marks: CLEAN, sparse: true }
  if (!(yield* replaceItem(path, record, leaving))) return IN_USE
  if (found.kind !== 'failed') {
    const expect = exactly(found.info)
    const removed = yield* ask({ kind: 'remove', on: 'cache', path, expect, ignoreReadonly: true })
    if (removed.kind === 'failed') {
      yield* replaceItem(path, leaving, record)
      return inOtherHands(removed)
    }
  }
  return yield* forget(path, leaving)
}

function* forget(path: UncPath, record: CacheRecord): Session<Failed | undefined> {
  if (!(yield* replaceItem(path, record, undefined))) return IN_USE
  yield* settled(path)
  return undefined
}

/** A share leaves the cache; its empty place on the disk is left for the day it comes back. */
function* forgetShare(path: UncPath, record: CacheRecord): Session<Failed | undefined> {
  const refused = yield* forget(path, record)
  if (refused === undefined) yield* writeRecord(BUCKET.shares, foldPath(path), undefined)
  return refused
}
