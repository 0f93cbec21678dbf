/** Finished items are finished: what was reported a success is done, and is not done again. */

import { isWithin, upcase } from '../../sim/mod.ts'
import type { ProgressRecord } from '../judge/mod.ts'
import { isSettled } from './ends.ts'
import type { Finding } from './finding.ts'
import type { Goal } from './goal.ts'
import type { Judgement } from './judge-world.ts'
import type { Point } from './point.ts'

/**
 * What is wrong with items that had an ItemResult of success: those that an undisturbed call settles must be settled now, and
 * the next call must not report them unless it would anyway. The item in hand of a race is left out.
 *
 * @param progress All that the caller was told until the call ended.
 */
export function unfinished(
  goal: Goal,
  { point, progress }: { readonly point: Point; readonly progress: readonly ProgressRecord[] },
  { trees, reported }: Judgement,
): readonly Finding[] {
  const results = new Map(
    progress.filter(({ reason }) => reason === 3).map((report) => [upcase(report.path), report] as const),
  )
  const raced = point.race?.touched.map(upcase) ?? []
  return [...results].flatMap(([key, { result, answer, path }]): readonly Finding[] => {
    if (result !== 0 || answer === 'retry' || raced.some((other) => isWithin(key, other))) return []
    if (!isSettled(goal.after, key)) return []
    if (!isSettled(trees, key)) {
      if (goal.skips) return []
      return [{
        check: 'finished',
        message: `"${path}" was reported a success, but its copies differ`,
        path,
        ids: ['SYNC-39', 'P2.20'],
      }]
    }
    if (!reported.has(key) || goal.end.reported.has(key)) return []
    return [{
      check: 'finished',
      message: `"${path}" was reported a success, but the next call reports it again`,
      path,
      ids: ['P2.14', 'SYNC-39'],
    }]
  })
}
