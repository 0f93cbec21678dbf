/** What a point of a sweep costs: forking, playing with one thing going otherwise, recovering, judging. */

import { createEngine } from '../../engine/mod.ts'
import { type DeviationKind, sweepScenario } from '../explore/mod.ts'
import type { NamedScenario } from '../language/mod.ts'
import { SUITE } from '../suite/mod.ts'
import { type Benchmark, scaled } from './benchmark.ts'

/** Short ones and longer ones, with copies in either direction, deletions and conflicts. */
const SWEPT: readonly string[] = [
  'changes/created-here',
  'changes/deleted-here',
  'changes/edited-there',
  'trees/nothing-lost',
  'trees/one-edit-each',
  'conflicts/policies[keep-latest-server]',
]

const KINDS: readonly DeviationKind[] = ['crash', 'cancel']

/** Times the sweep is made in a round: its fastest counts. */
const LAPS = 3

/** Sweeping a few built-in scenarios. */
export const sweeping: Benchmark = {
  name: 'sweeping',
  summary: `Drop and cancel every call of ${SWEPT.length} built-in scenarios at every request`,
  gauges: [{ name: 'sweepPoint', unit: 'µs', what: 'one point: fork, play, recover, judge' }],
  run: async (lab) => {
    const known = SUITE.filter(({ id }) => SWEPT.includes(id))
    if (known.length < SWEPT.length) throw new RangeError('A scenario to be swept is not in the suite')
    const chosen = known.slice(0, scaled(lab, SWEPT.length))
    const sweepPoint: number[] = []
    for (let round = -1; round < scaled(lab, 6); round++) {
      let fastest = Infinity
      for (let lap = 0; lap < LAPS; lap++) {
        const started = lab.stopwatch()
        const points = await sweepOf(chosen)
        fastest = Math.min(fastest, (lab.stopwatch() - started) * 1000 / points)
      }
      if (round >= 0) sweepPoint.push(fastest)
    }
    return { sweepPoint }
  },
}

/** Sweeps scenarios; how many points they have. */
async function sweepOf(scenarios: readonly NamedScenario[]): Promise<number> {
  const engine = createEngine()
  let points = 0
  for (const named of scenarios) {
    const { runs, violations } = await sweepScenario(named, { engine, kinds: KINDS })
    if (runs === 0 || violations > 0) {
      throw new RangeError(`"${named.id}" is no scenario to measure a sweep with`)
    }
    points += runs
  }
  return points
}
