/** Expected failures: scenarios that an engine is known to fail, each with a reason and the day on which the excuse ends. */

import type { Failure, ScenarioResult, SuiteResult } from '../scenarios/mod.ts'

/** One excuse. */
export interface ExpectedFailure {
  /** The id of a scenario, or of a whole table: then every row of it fails. */
  readonly scenario: string
  /** Why it fails, for those who read the report. */
  readonly reason: string
  /** The last day on which it is excused, as `2027-01-31`. */
  readonly until: string
}

/** What excuses are held against. */
export interface ExcuseOptions {
  /** The day of the run, as `2027-01-31`. */
  readonly today: string
  /** Where the excuses stand, for the messages. */
  readonly source: string
}

/**
 * A result as the expected failures have it: a failure that is expected is excused, unless the excuse is over; a pass that is not
 * expected fails, so that the list says what is true.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { createEngine } from 'csclab/engine'
 * import { runScenario, scenario } from 'csclab/scenarios'
 * import { excuse } from 'csclab/reports'
 *
 * const quiet = scenario({ title: 'Nothing happens', covers: [] }, ({ sync }) => void sync('//hq/docs', 'in').returns(0))
 * const result = await runScenario({ id: 'mine/quiet', scenario: quiet, position: undefined }, { engine: createEngine() })
 * const listed = [{ scenario: 'mine/quiet', reason: 'an unknown path gives 53 here', until: '2027-01-31' }]
 * const source = 'csclab.config.json'
 * assert.equal(excuse(result, listed, { today: '2027-01-31', source }).verdict, 'excused')
 * assert.equal(excuse(result, listed, { today: '2027-02-01', source }).verdict, 'fail')
 * ```
 */
export function excuse(
  result: ScenarioResult,
  expected: readonly ExpectedFailure[],
  options: ExcuseOptions,
): ScenarioResult {
  const found = expected.find((one) => isAbout(one, result.id))
  return found === undefined ? result : excused(result, found, options)
}

/** Expected failures of scenarios that there are none of; only a run of everything can tell. */
export function idleExcuses(
  { scenarios, filtered }: SuiteResult,
  expected: readonly ExpectedFailure[],
  options: ExcuseOptions,
): readonly Failure[] {
  if (filtered) return []
  return expected.filter((one) => !scenarios.some(({ id }) => isAbout(one, id)))
    .map((one) => problemOf(one, options))
}

function isAbout({ scenario }: ExpectedFailure, id: string): boolean {
  return id === scenario || id.startsWith(`${scenario}[`)
}

function excused(scenario: ScenarioResult, one: ExpectedFailure, options: ExcuseOptions): ScenarioResult {
  const { reason, until } = one
  switch (scenario.verdict) {
    case 'pass':
      return {
        ...scenario,
        verdict: 'fail',
        failures: [...scenario.failures, passedAllTheSame(one, options)],
      }
    case 'fail':
      return options.today > until
        ? { ...scenario, failures: [...scenario.failures, ended(one, options)] }
        : { ...scenario, verdict: 'excused', reason: `${reason} (excused until ${until})` }
    case 'excused':
    case 'unsupported':
    case 'error':
      return scenario
  }
}

function passedAllTheSame({ reason }: ExpectedFailure, { source }: ExcuseOptions): Failure {
  return {
    kind: 'excuse',
    message: `It passes, and is expected to fail: ${reason}`,
    ids: [],
    hint: `Take it off the expected failures of ${source}`,
  }
}

function ended({ reason, until }: ExpectedFailure, { source }: ExcuseOptions): Failure {
  return {
    kind: 'excuse',
    message: `It was excused until ${until}: ${reason}`,
    ids: [],
    hint: `Mend it, or say in ${source} until when it is excused from now on`,
  }
}

function problemOf({ scenario }: ExpectedFailure, { source }: ExcuseOptions): Failure {
  return {
    kind: 'excuse',
    message: `A failure of "${scenario}" is expected, and there is no such scenario`,
    ids: [],
    hint: `Take it off the expected failures of ${source}, or correct the id`,
  }
}
