/** Conflict records: kept by path, announced when they come, change and go. */

import { ask, type Session } from '../../sim/port/mod.ts'
import { foldPath, type UncPath } from '../../sim/windows/mod.ts'
import { BUCKET, writeRecord } from '../cache/mod.ts'
import type { RunContext } from './context.ts'

/** Records a conflict for the caller, or updates their record: never a second one for a path (P3.14), one word a run (P15.32). */
export function* recordConflict(run: RunContext, path: UncPath, state: number): Session<void> {
  const key = foldPath(path)
  const users = run.conflicts.get(key)?.users ?? []
  if (run.recorded.get(key) === state) return
  run.recorded.set(key, state)
  const isOwn = users.includes(run.user)
  const entry = { path, state, users: isOwn ? users : [...users, run.user] }
  run.conflicts.set(key, entry)
  yield* writeRecord(BUCKET.conflicts, key, entry)
  const event = isOwn ? 'SYNCCONFLICTRECUPDATED' : 'SYNCCONFLICTRECADDED'
  yield* ask({ kind: 'publish', event: { event, path, state } })
}

/** Removes the record of a conflict that is settled or has vanished (P3.15). */
export function* clearConflict(run: RunContext, path: UncPath): Session<void> {
  const key = foldPath(path)
  const entry = run.conflicts.get(key)
  if (entry === undefined) return
  run.conflicts.delete(key)
  yield* writeRecord(BUCKET.conflicts, key, undefined)
  const { state } = entry
  yield* ask({ kind: 'publish', event: { event: 'SYNCCONFLICTRECREMOVED', path: entry.path, state } })
}
