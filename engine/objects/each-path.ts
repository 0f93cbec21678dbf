/** What the methods that work on paths have in common: path by path, item by item, each reported once. */

import type { Session } from '../../sim/port/mod.ts'
import { ERROR, foldPath, shareOf, type UncPath } from '../../sim/windows/mod.ts'
import {
  expandServers,
  isCancelled,
  type Outcome,
  reportItem,
  RETRY_LIMIT,
  type RunContext,
  spell,
} from '../run/mod.ts'

/** How a path came out: the code that stood in the way of all of it, or the result of the file that it is. */
export interface PathDone {
  readonly failed?: number
  readonly result?: number | undefined
}

/**
 * Works path by path. The code is 0 if anything could be prepared, else the first path's error; for a single file it is that
 * item's result (SYNC-34, P15.17).
 */
export function* eachPath(
  run: RunContext,
  given: readonly UncPath[],
  work: (path: UncPath) => Session<PathDone>,
): Session<Outcome> {
  const paths = yield* expandServers(given)
  const failures: number[] = []
  let single: number = ERROR.SUCCESS
  for (const path of paths) {
    if (run.cancelled) break
    const { failed, result } = yield* work(yield* spell(path))
    if (failed !== undefined) failures.push(failed)
    single = failed ?? result ?? ERROR.SUCCESS
  }
  const [first = ERROR.SUCCESS] = failures
  if (failures.length === paths.length) return { end: first, returned: first }
  return { end: ERROR.SUCCESS, returned: paths.length === 1 ? single : ERROR.SUCCESS }
}

/**
 * Prepares a path. One that cannot be prepared is an item that failed, and is prepared anew when the caller says retry.
 *
 * @returns What was prepared, or the code why nothing was.
 */
export function* prepared<T extends object>(
  run: RunContext,
  path: UncPath,
  prepare: () => Session<T | number>,
): Session<T | number> {
  for (let attempt = 1; attempt <= RETRY_LIMIT; attempt++) {
    const result = yield* prepare()
    if (typeof result !== 'number' || (yield* isCancelled(run))) return result
    run.counts.upperBound++
    if ((yield* reportItem(run, path, result)) !== 'retry') return result
    run.counts.upperBound--
    run.results.delete(foldPath(path))
    run.lost.delete(foldPath(shareOf(path)))
  }
  run.cancelled = true
  return ERROR.CANCELLED
}

/**
 * Reports one item and does its work, again when the caller says retry.
 *
 * @returns The item's result, that of an earlier path for an item that was reported already, or `undefined` when the run
 * stopped before it.
 */
export function* workItem(
  run: RunContext,
  path: UncPath,
  work: (attempt: number) => Session<number>,
): Session<number | undefined> {
  const known = run.results.get(foldPath(path))
  if (known !== undefined) return known
  for (let attempt = 1; attempt <= RETRY_LIMIT; attempt++) {
    if (yield* isCancelled(run)) return undefined
    if ((yield* reportItem(run, path, work(attempt))) !== 'retry') return run.results.get(foldPath(path))
    run.lost.delete(foldPath(shareOf(path)))
  }
  run.cancelled = true
  return undefined
}
