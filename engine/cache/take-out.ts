/** Takes items out of the cache: content and records, and never a change that waits to be sent. */

import { ask, type Session } from '../../sim/port/mod.ts'
import { ERROR, type UncPath } from '../../sim/windows/mod.ts'
import { isDirty } from './cache-record.ts'
import { readItem, recordedIn, writeItem } from './records.ts'

/**
 * Takes an item and all below it out of the cache, read-only or not, but for changes that are still waiting and the
 * directories they are in.
 *
 * @returns 0, or why something stays: 5 where a change is waiting, or the volume's code.
 */
export function* takeOut(path: UncPath): Session<number> {
  const record = yield* readItem(path)
  if (record === undefined) return ERROR.SUCCESS
  if (isDirty(record.marks)) return ERROR.ACCESS_DENIED
  let code: number = ERROR.SUCCESS
  if (record.type === 'directory') {
    for (const child of yield* recordedIn(path)) code = (yield* takeOut(child)) || code
  }
  if (code !== ERROR.SUCCESS) return code
  const removed = yield* ask({ kind: 'remove', on: 'cache', path, ignoreReadonly: true })
  if (removed.kind === 'failed' && removed.code !== ERROR.FILE_NOT_FOUND) return removed.code
  yield* writeItem(path, undefined)
  return ERROR.SUCCESS
}

/** Takes an item out of the cache, unless something of it would be lost. */
export function* evict(path: UncPath): Session<number> {
  return (yield* hasChanges(path)) ? ERROR.ACCESS_DENIED : yield* takeOut(path)
}

function* hasChanges(path: UncPath): Session<boolean> {
  const record = yield* readItem(path)
  if (record !== undefined && isDirty(record.marks)) return true
  for (const child of yield* recordedIn(path)) if (yield* hasChanges(child)) return true
  return false
}
