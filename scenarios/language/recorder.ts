/** Collects the steps of one scenario while its function runs. */

import { CsclabError } from '../../sim/mod.ts'
import { callerPosition } from './caller-position.ts'
import { freezePlain } from './freeze.ts'
import { rememberPosition } from './scenario.ts'
import type { Step } from './steps.ts'

/** Takes steps until it is closed. */
export class Recorder {
  readonly #steps: Step[] = []
  #closed = false
  #rounds = 0

  /** Adds a frozen copy of a step and remembers the place it was written at. */
  add(step: Step): void {
    const position = callerPosition()
    const details = position === undefined ? {} : { position }
    if (this.#closed) {
      throw new CsclabError('scenario', `The step "${step.do}" comes after its scenario was built`, {
        ...details,
        hint: 'Use shares and rounds only inside the function given to scenario()',
      })
    }
    const copy = plainCopy(step, details)
    if (copy.do === 'sync') this.#rounds++
    if (position !== undefined) rememberPosition(copy, position)
    this.#steps.push(copy)
  }

  /** Calls added so far: the number of the last one. */
  get rounds(): number {
    return this.#rounds
  }

  /** All steps; no more are taken. */
  close(): readonly Step[] {
    this.#closed = true
    return Object.freeze(this.#steps)
  }
}

function plainCopy(step: Step, details: ConstructorParameters<typeof CsclabError>[2]): Step {
  try {
    return freezePlain(structuredClone(step))
  } catch (cause) {
    throw new CsclabError('scenario', `The step "${step.do}" holds something that is no plain data`, {
      ...details,
      hint: 'Steps hold texts, numbers, lists and objects; for bytes write bytes(SIZE) or { base64: TEXT }',
      cause,
    })
  }
}
