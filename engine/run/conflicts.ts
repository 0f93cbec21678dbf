/** Conflict records: kept by path, announced when they come, change and go. */

import { ask, type Session } from '../../sim/port/mod.ts'
import { foldPath, type UncPath } from '../../sim/windows/mod.ts'
import { BUCKET, writeRecord } from '../cache/mod.ts'
import type { RunContext } from './context.ts'

/** Records a conflict, or updates its record: never a second one for a path (P3.14), and one word a run (P15.32). */
export function* recordConflict(run: RunContext, path: UncPath, state: number): Session<void> {
  const key = foldPath(path)
  const known = run.conflicts.get(key)
  if (run.recorded.get(key) === state) return
  run.recorded.set(key, state)
  run.conflicts.set(key, { path, state })
  yield* writeRecord(BUCKET.conflicts, key, { path, state })
  const event = known === undefined ? 'SYNCCONFLICTRECADDED' : 'SYNCCONFLICTRECUPDATED'
  yield* ask({ kind: 'publish', event: { event, path, state } })
}

/** Removes the record of a conflict that is settled or has vanished (P3.15). */
export function* clearConflict(run: RunContext, path: UncPath): Session<void> {
  const key = foldPath(path)
  const entry = run.conflicts.get(key)
  if (entry === undefined) return
  run.conflicts.delete(key)
  yield* writeRecord(BUCKET.conflicts, key, undefined)
  yield* ask({ kind: 'publish', event: { event: 'SYNCCONFLICTRECREMOVED', ...entry } })
}
