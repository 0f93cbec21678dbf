/** Positions in results as people want to read them: relative to where they are. */

import { isAbsolute, relative } from 'node:path'
import type { Failure, ScenarioResult, SuiteResult } from '../scenarios/mod.ts'
import type { Position } from '../sim/mod.ts'

/** A result whose files are named relative to a folder, where they lie below it. */
export function relativeTo(folder: string, suite: SuiteResult): SuiteResult {
  const scenarios = suite.scenarios.map((result) => shortened(folder, result))
  return { ...suite, scenarios, problems: suite.problems.map((told) => shortFailure(folder, told)) }
}

/** The same for a single scenario. */
export function shortened(folder: string, result: ScenarioResult): ScenarioResult {
  return {
    ...result,
    position: result.position === undefined ? undefined : shortPosition(folder, result.position),
    failures: result.failures.map((told) => shortFailure(folder, told)),
    steps: result.steps.map((step) =>
      step.position === undefined ? step : { ...step, position: shortPosition(folder, step.position) }
    ),
  }
}

function shortFailure(folder: string, told: Failure): Failure {
  return told.position === undefined ? told : { ...told, position: shortPosition(folder, told.position) }
}

function shortPosition(folder: string, position: Position): Position {
  const short = relative(folder, position.file)
  return short.startsWith('..') || isAbsolute(short) ? position : { ...position, file: short }
}
