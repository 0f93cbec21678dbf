/** How fast the built-in suite runs: all of it, and the quick tier. */

import { createEngine } from '../../engine/mod.ts'
import type { ScenarioResult } from '../judge/mod.ts'
import type { NamedScenario } from '../language/mod.ts'
import { runSuite } from '../run/mod.ts'
import { SUITE } from '../suite/mod.ts'
import { type Benchmark, type Lab, scaled, type Slow } from './benchmark.ts'

/** What the results say they ran on; nobody reads it. */
const RUNTIME = { name: 'node', version: '' } as const

/** How many of the slowest are told. */
const TOLD = 10

/** Running the suite, without snapshots and reports. */
export const suiteSpeed: Benchmark = {
  name: 'suite',
  summary: 'Run the built-in suite on the reference engine and judge it, without snapshots and reports',
  gauges: [
    { name: 'scenarioRate', unit: '/s', what: 'scenarios, rows of the matrix among them' },
    { name: 'syncRate', unit: '/s', what: 'calls of Synchronize in them' },
    { name: 'fullTier', unit: 'ms', what: 'all of the full tier' },
    { name: 'quickTier', unit: 'ms', what: 'all of the quick tier' },
  ],
  run: async (lab, tellSlowest) => {
    const all = tier('full').slice(0, scaled(lab, SUITE.length))
    const quick = tier('quick').slice(0, scaled(lab, SUITE.length))
    const first = await timed(lab, all)
    const quickRounds = await timed(lab, quick)
    const results = first.at(-1)?.results ?? []
    const syncs = results.reduce((sum, result) => sum + result.rounds.length, 0)
    tellSlowest(slowestOf(results))
    return {
      scenarioRate: first.map(({ milliseconds }) => all.length / milliseconds * 1000),
      syncRate: first.map(({ milliseconds }) => syncs / milliseconds * 1000),
      fullTier: first.map(({ milliseconds }) => milliseconds),
      quickTier: quickRounds.map(({ milliseconds }) => milliseconds),
    }
  },
}

function tier(tag: string): readonly NamedScenario[] {
  return SUITE.filter(({ scenario }) => scenario.tags.includes(tag))
}

interface Timed {
  readonly milliseconds: number
  readonly results: readonly ScenarioResult[]
}

/** Runs scenarios some times; the first, in which code is compiled, does not count. */
async function timed(lab: Lab, scenarios: readonly NamedScenario[]): Promise<readonly Timed[]> {
  const rounds: Timed[] = []
  for (let round = -1; round < scaled(lab, 3); round++) {
    const { stopwatch } = lab
    const started = stopwatch()
    const { scenarios: results } = await runSuite(scenarios, {
      engine: createEngine(),
      runtime: RUNTIME,
      stopwatch,
    })
    if (round >= 0) rounds.push({ milliseconds: stopwatch() - started, results })
  }
  return rounds
}

function slowestOf(results: readonly ScenarioResult[]): readonly Slow[] {
  return [...results].sort((a, b) => b.durationMs - a.durationMs).slice(0, TOLD)
    .map(({ id, durationMs }) => ({ name: id, milliseconds: durationMs }))
}
