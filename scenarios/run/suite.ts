/** Runs many scenarios, one after the other, and joins their results. */

import { type Engine, TraceHash } from '../../sim/mod.ts'
import type { NamedScenario } from '../language/mod.ts'
import { runScenario } from './interpreter.ts'
import type { ScenarioResult, SuiteResult } from '../judge/mod.ts'

/** How a suite is run. */
export interface RunSuiteOptions {
  readonly engine: Engine
  readonly runtime: SuiteResult['runtime']
  /** True when filters left something out. Default false. */
  readonly filtered?: boolean
  /** Stops after this many scenarios that did not pass. Default: never. */
  readonly bail?: number
  readonly stopwatch?: () => number
  /** See `RunScenarioOptions`. */
  readonly canRead?: (folder: string) => boolean
  /** What is made of each result before it counts; by default what it is. */
  readonly review?: (result: ScenarioResult) => ScenarioResult
  /** Called after each scenario. */
  readonly onResult?: (result: ScenarioResult, done: number) => void
}

/** Runs scenarios in the order of their ids. */
export async function runSuite(
  scenarios: readonly NamedScenario[],
  options: RunSuiteOptions,
): Promise<SuiteResult> {
  const { engine, runtime, filtered = false, bail = Infinity, onResult, review = (result) => result } =
    options
  const results: ScenarioResult[] = []
  let bad = 0
  const ordered = [...scenarios].sort((a, b) => a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  for (const named of ordered) {
    const result = review(await runScenario(named, options))
    results.push(result)
    onResult?.(result, results.length)
    if (result.verdict === 'fail' || result.verdict === 'error') bad++
    if (bad >= bail) break
  }
  return {
    engine: { name: engine.name, version: engine.version },
    runtime,
    scenarios: results,
    traceHash: hashOfAll(results),
    snapshotsNotChecked: undefined,
    problems: [],
    filtered: filtered || results.length < ordered.length,
  }
}

/** SHA-256 over the trace hashes in the order of the ids; scenarios with input from disk have none. */
export function hashOfAll(results: readonly ScenarioResult[]): string {
  const hash = new TraceHash()
  for (const { id, traceHash } of results) if (traceHash !== undefined) hash.addLine(`${id} ${traceHash}`)
  return hash.digest()
}
