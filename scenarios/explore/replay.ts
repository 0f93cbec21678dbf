/** Plays one failure of a sweep again. */

import type { Engine } from '../../sim/mod.ts'
import type { MeanwhileStep, Scenario, Step, SyncStep } from '../language/mod.ts'
import { playCalls } from './calls.ts'
import { courseOf } from './course.ts'
import type { StoredFailure } from './failure-file.ts'
import type { Finding } from './finding.ts'
import { goalOf } from './goal.ts'
import { deviated, undisturbed } from './point.ts'
import { PointJudge } from './point-judge.ts'
import { pointsOf } from './points.ts'

/** What came of it. */
export interface Replayed {
  /** `gone`: the call does not come to the place any more, or the scenario cannot be played so far. */
  readonly verdict: 'fails' | 'passes' | 'gone'
  readonly findings: readonly Finding[]
  /** Why it is gone. */
  readonly reason: string | undefined
  /** All of it as a scenario: the steps before, the disturbed call, and the calls that recover. */
  readonly scenario: Scenario
}

/** Plays the point of a failure again and judges it. */
export async function replayFailure(
  stored: StoredFailure,
  options: { readonly engine: Engine; readonly canRead?: (folder: string) => boolean },
): Promise<Replayed> {
  let replayed: Replayed | undefined
  const reason = await playCalls(stored.named, options, async (base, { step, index }) => {
    if (index !== stored.index) return
    const course = await courseOf(base, step, index)
    const point = pointsOf(course, [stored.kind]).find(({ address, script }) =>
      address === stored.address && isSame(deviated(step, script), stored.disturbed)
    )
    if (point === undefined) return
    const { findings, syncs } = await new PointJudge(course, await goalOf(course)).judge(point)
    replayed = {
      verdict: findings.length === 0 ? 'passes' : 'fails',
      findings,
      reason: undefined,
      scenario: toldAgain(stored, syncs),
    }
  })
  return replayed ?? {
    verdict: 'gone',
    findings: [],
    reason: reason ?? `The call does not come to ${stored.address} any more`,
    scenario: toldAgain(stored, 0),
  }
}

/** The same step, whatever the edit of others in it is answered with. */
function isSame(a: SyncStep, b: SyncStep): boolean {
  return JSON.stringify(withoutAnswers(a)) === JSON.stringify(withoutAnswers(b))
}

function withoutAnswers(step: SyncStep): unknown {
  const plain = (one: MeanwhileStep): unknown => {
    const { fails: _, ...rest } = { fails: undefined, ...one }
    return sorted(rest)
  }
  const { during, ...rest } = step
  return [sorted(rest), during?.map(({ steps, ...place }) => [sorted(place), steps.map(plain)])]
}

/** Fields in the order of their names. */
function sorted(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)
}

function toldAgain(
  { named: { scenario }, index, disturbed, words, address }: StoredFailure,
  syncs: number,
): Scenario {
  const steps: readonly Step[] = [
    ...scenario.steps.slice(0, index),
    { do: 'note', text: `${address}: ${words}` },
    disturbed,
    { do: 'clear-faults' },
    ...serversCut(disturbed),
    ...Array.from({ length: syncs }, () => undisturbed(disturbed)),
  ]
  return { ...scenario, steps }
}

/** What brings connections back that the deviation has cut. */
function serversCut({ faults = [], client }: SyncStep): readonly Step[] {
  const cut = faults.flatMap(({ address, then }) =>
    'disconnect' in then ? /\\\\([^\\]+)\\/.exec(address ?? '')?.[1] ?? [] : []
  )
  const who = client === undefined ? {} : { client }
  return [...new Set(cut)].map((name) => ({ do: 'reachable', server: `//${name}`, ...who }))
}
