/** Sweeps scenarios: each of their calls is disturbed at every request, judged at once and after its recovery. */

import type { Engine } from '../../sim/mod.ts'
import type { NamedScenario, SyncStep } from '../language/mod.ts'
import type { Stage } from '../run/parts.ts'
import { type Call, playCalls } from './calls.ts'
import { courseOf } from './course.ts'
import type { Finding } from './finding.ts'
import { goalOf } from './goal.ts'
import { DEVIATION_KINDS, type DeviationKind, type Point } from './point.ts'
import { pointsOf } from './points.ts'
import { PointJudge } from './point-judge.ts'

/** How scenarios are swept. */
export interface SweepOptions {
  readonly engine: Engine
  /** Default all. */
  readonly kinds?: readonly DeviationKind[]
  /** False for folders of the disk that must not be read; without it all may be. */
  readonly canRead?: (folder: string) => boolean
  /** Called after each point. */
  readonly onPoint?: () => void
}

/** A violation: a point at which something is not as it should be. */
export interface SweepFailure {
  readonly named: NamedScenario
  /** Index of the call's step in the scenario, and the number of its round. */
  readonly index: number
  readonly step: SyncStep
  readonly round: number
  readonly point: Point
  /** Points that leave the same world and fail in the same way, this one included. */
  readonly points: number
  /** The code with which an edit of others is answered there, when it is refused. */
  readonly surprise: number | undefined
  readonly findings: readonly Finding[]
}

/** What a sweep has found. */
export interface SweepResult {
  readonly scenarios: number
  readonly syncs: number
  /** Points. */
  readonly runs: number
  /** Worlds that were recovered and judged; the other points led to one of these. */
  readonly judged: number
  /** Points at which something is wrong. */
  readonly violations: number
  readonly failures: readonly SweepFailure[]
  /** Scenarios or calls that could not be swept, with the reason. */
  readonly left: readonly { readonly id: string; readonly reason: string }[]
}

/** The result of sweeping nothing. */
export const NOTHING_SWEPT: SweepResult = {
  scenarios: 0,
  syncs: 0,
  runs: 0,
  judged: 0,
  violations: 0,
  failures: [],
  left: [],
}

/** Joins two results. */
export function joinSweeps(a: SweepResult, b: SweepResult): SweepResult {
  return {
    scenarios: a.scenarios + b.scenarios,
    syncs: a.syncs + b.syncs,
    runs: a.runs + b.runs,
    judged: a.judged + b.judged,
    violations: a.violations + b.violations,
    failures: [...a.failures, ...b.failures],
    left: [...a.left, ...b.left],
  }
}

/**
 * Sweeps one scenario: plays it as it is, and before each of its calls explores on forks what would happen if one thing went
 * otherwise at any of the call's requests. Nothing is thrown for what an engine does.
 */
export async function sweepScenario(named: NamedScenario, options: SweepOptions): Promise<SweepResult> {
  let result: SweepResult = { ...NOTHING_SWEPT, scenarios: 1 }
  const reason = await playCalls(named, options, async (base, call) => {
    result = joinSweeps(result, await sweepCall(base, { ...call, named }, options))
  })
  return reason === undefined ? result : { ...result, left: [...result.left, { id: named.id, reason }] }
}

/** Sweeps scenarios in the order of their ids. */
export async function sweepAll(
  scenarios: readonly NamedScenario[],
  options: SweepOptions & { readonly onScenario?: (done: number, result: SweepResult, id: string) => void },
): Promise<SweepResult> {
  const ordered = [...scenarios].sort((a, b) => a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  let result = NOTHING_SWEPT
  for (const [i, named] of ordered.entries()) {
    result = joinSweeps(result, await sweepScenario(named, options))
    options.onScenario?.(i + 1, result, named.id)
  }
  return result
}

async function sweepCall(
  base: Stage,
  call: Call & { readonly named: NamedScenario },
  options: SweepOptions,
): Promise<SweepResult> {
  const { named, step, index } = call
  const { kinds = DEVIATION_KINDS, onPoint } = options
  const course = await courseOf(base, step, index)
  const goal = await goalOf(course)
  const broke = course.played.broke ?? goal.end.broke
  if (broke !== undefined) {
    const reason = `Round ${course.round} breaks without any deviation: ${broke}`
    return { ...NOTHING_SWEPT, left: [{ id: named.id, reason }] }
  }
  const judge = new PointJudge(course, goal)
  const failures = new Map<string, SweepFailure>()
  let runs = 0
  let violations = 0
  for (const point of pointsOf(course, kinds)) {
    const { world, findings, surprise } = await judge.judge(point)
    runs++
    onPoint?.()
    if (findings.length === 0) continue
    violations++
    const key = `${world}\n${findings.map(({ message }) => message).join('\n')}`
    const known = failures.get(key)
    const { round } = course
    failures.set(
      key,
      known === undefined
        ? { named, index, step, round, point, points: 1, surprise, findings }
        : { ...known, points: known.points + 1 },
    )
  }
  return {
    ...NOTHING_SWEPT,
    syncs: 1,
    runs,
    judged: judge.worlds,
    violations,
    failures: [...failures.values()],
  }
}
