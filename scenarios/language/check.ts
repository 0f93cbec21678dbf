/** Static checks of a scenario: all that is wrong with it before anything runs. */

import type { Position } from '../../sim/mod.ts'
import { type Flaw, flawsIn } from './flaw.ts'
import type { Mistake } from './mistakes.ts'
import { positionOf, type Scenario } from './scenario.ts'
import { SCENARIO } from './schema.ts'
import { flawsOfSteps } from './step-flaws.ts'

/**
 * Every mistake of a scenario, whether it was built or read from a file: fields that are missing, unknown or out of range,
 * paths on no share, unknown flags, ids and servers, rounds that have not been. Empty for a scenario that can be run.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { checkScenario, scenario } from 'csclab/scenarios'
 *
 * const wrong = scenario({ title: 'A flag that does not exist', covers: ['SYNC-05'] }, ({ share, sync }) => {
 *   sync(share('//hq/docs', {}), 'inn')
 * })
 * const [mistake] = checkScenario(wrong)
 * assert.equal(mistake?.message, 'Unknown sync flag "inn"')
 * assert.equal(mistake?.hint, 'Did you mean "in"?')
 * ```
 */
export function checkScenario(scenario: Scenario): readonly Mistake[] {
  const place = positionOf(scenario)
  const head = flawsIn(SCENARIO, scenario, 'scenario').map((flaw) => mistakeAt(flaw, place))
  const steps = flawsOfSteps(scenario.steps).map((flaw) => {
    const step = scenario.steps[flaw.step]
    return mistakeAt(flaw, (step === undefined ? undefined : positionOf(step)) ?? place)
  })
  return [...head, ...steps]
}

/** A flaw as a mistake at a place in a file. */
export function mistakeAt({ message, hint }: Flaw, position: Position | undefined): Mistake {
  return { message, position, hint }
}
