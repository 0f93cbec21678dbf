/** Conflict records: kept by path, announced when they come, change and go. */

import { ask, type Session } from '../../sim/port/mod.ts'
import { foldPath, type UncPath } from '../../sim/windows/mod.ts'
import { BUCKET, writeRecord } from '../cache/mod.ts'
import type { RunContext } from './context.ts'

/**
 * Records a conflict for the user who calls, or updates that user's record: never a second one for a path (P3.14, P15.52), and
 * one word a run (P15.32).
 */
export function* recordConflict(run: RunContext, path: UncPath, state: number): Session<void> {
  const key = foldPath(path)
  const before = run.conflicts.get(key)
  const users = before?.users ?? []
  const earlier = run.recorded.get(key)
  if (earlier?.state === state) return
  run.recorded.set(key, { state, before: earlier === undefined ? before : earlier.before })
  const isKnown = users.includes(run.user)
  const entry = { path, state, users: isKnown ? users : [...users, run.user] }
  run.conflicts.set(key, entry)
  yield* writeRecord(BUCKET.conflicts, key, entry)
  const event = isKnown ? 'SYNCCONFLICTRECUPDATED' : 'SYNCCONFLICTRECADDED'
  yield* ask({ kind: 'publish', event: { event, path, state } })
}

/** Removes everybody's record of a conflict that is settled or has vanished (P3.15, P15.52). */
export function* clearConflict(run: RunContext, path: UncPath): Session<void> {
  const key = foldPath(path)
  const entry = run.conflicts.get(key)
  if (entry === undefined) return
  const { state } = entry
  run.conflicts.delete(key)
  yield* writeRecord(BUCKET.conflicts, key, undefined)
  yield* ask({ kind: 'publish', event: { event: 'SYNCCONFLICTRECREMOVED', path: entry.path, state } })
}

/** An earlier attempt of this call may have recorded what the last one skips: the records are again as they were (P15.32). */
export function* takeBackRecord(run: RunContext, path: UncPath): Session<void> {
  const key = foldPath(path)
  const recorded = run.recorded.get(key)
  if (recorded === undefined) return
  run.recorded.delete(key)
  const { before, state } = recorded
  if (before === undefined) return yield* clearConflict(run, path)
  run.conflicts.set(key, before)
  yield* writeRecord(BUCKET.conflicts, key, before)
  if (before.users.includes(run.user)) return
  yield* ask({ kind: 'publish', event: { event: 'SYNCCONFLICTRECREMOVED', path: before.path, state } })
}
