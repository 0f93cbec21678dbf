/** Positions in results as people want to read them: relative to where they are. */

import { isAbsolute, relative } from 'node:path'
import type { Failure, ScenarioResult, SuiteResult } from '../scenarios/mod.ts'
import type { Position } from '../sim/mod.ts'

/** A result whose files are named relative to a folder, where they lie below it. */
export function relativeTo(folder: string, suite: SuiteResult): SuiteResult {
  const shorten = (position: Position): Position => {
    const short = relative(folder, position.file)
    return short.startsWith('..') || isAbsolute(short) ? position : { ...position, file: short }
  }
  const failure = (told: Failure): Failure =>
    told.position === undefined ? told : { ...told, position: shorten(told.position) }
  const scenario = (result: ScenarioResult): ScenarioResult => ({
    ...result,
    position: result.position === undefined ? undefined : shorten(result.position),
    failures: result.failures.map(failure),
    steps: result.steps.map((step) =>
      step.position === undefined ? step : { ...step, position: shorten(step.position) }
    ),
  })
  return { ...suite, scenarios: suite.scenarios.map(scenario), problems: suite.problems.map(failure) }
}
