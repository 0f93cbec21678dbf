/** Plays a scenario as it is, and stops before each of its calls. */

import { CsclabError, type Engine } from '../../sim/mod.ts'
import { Unsupported } from '../judge/mod.ts'
import { isExpectation, type NamedScenario, type SyncStep } from '../language/mod.ts'
import { moveClock, playStep, Stage } from '../run/parts.ts'

/** A call of a scenario. */
export interface Call {
  readonly step: SyncStep
  /** Index of the step in its scenario. */
  readonly index: number
}

/**
 * Plays the steps of a scenario, expectations aside; before each call a function is given a fork of the stage.
 *
 * @returns Why the scenario could not be played to its end; `undefined` when it could.
 */
export async function playCalls(
  named: NamedScenario,
  { engine, canRead = () => true }: {
    readonly engine: Engine
    readonly canRead?: (folder: string) => boolean
  },
  onCall: (base: Stage, call: Call) => Promise<void>,
): Promise<string | undefined> {
  const stage = new Stage(engine)
  for (const [index, step] of named.scenario.steps.entries()) {
    if (isExpectation(step)) continue
    try {
      if (step.do === 'sync') {
        await stage.begin()
        await onCall(stage.fork(), { step, index })
      }
      await playStep(stage, { step, index, named, canRead, standing: [] })
    } catch (error) {
      if (error instanceof Unsupported || error instanceof CsclabError) return error.message
      throw error
    }
    moveClock(stage, step)
  }
  return undefined
}
