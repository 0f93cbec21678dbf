/** Collects the steps of one scenario while its function runs. */

import { CsclabError } from '../../sim/mod.ts'
import { callerPosition } from './caller-position.ts'
import { expandEscapes } from './expand-escapes.ts'
import { freezePlain } from './freeze.ts'
import { refusePromise } from './refuse-promise.ts'
import { rememberPosition } from './scenario.ts'
import { isMeanwhileStep } from './step-kinds.ts'
import type { MeanwhileStep, Step } from './steps.ts'

/** Takes steps until it is closed. */
export class Recorder {
  readonly #steps: Step[] = []
  #meanwhile: MeanwhileStep[] | undefined
  #closed = false
  #rounds = 0
  #files = 0

  /** Adds a frozen copy of a step, escapes expanded, and remembers the place it was written at. */
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
    if (position !== undefined) rememberPosition(copy, position)
    if (this.#meanwhile === undefined) {
      if (copy.do === 'sync') this.#rounds++
      this.#steps.push(copy)
    } else if (isMeanwhileStep(copy)) this.#meanwhile.push(copy)
    else {
      throw new CsclabError('scenario', `The step "${step.do}" cannot happen during a call`, {
        ...details,
        hint: 'During a call files are edited and opened, and connections and machines change',
      })
    }
  }

  /** The steps that a function says, which do not come into the list by themselves. */
  collect(build: () => unknown): readonly MeanwhileStep[] {
    const outer = this.#meanwhile
    const steps: MeanwhileStep[] = []
    this.#meanwhile = steps
    try {
      refusePromise(build(), callerPosition())
    } finally {
      this.#meanwhile = outer
    }
    return steps
  }

  /** Calls added so far: the number of the last one. */
  get rounds(): number {
    return this.#rounds
  }

  /** A name for a file that is opened without one: `file1`, `file2` and so on. */
  nextFileName(): string {
    this.#files++
    return `file${this.#files}`
  }

  /** All steps; no more are taken. */
  close(): readonly Step[] {
    this.#closed = true
    return Object.freeze(this.#steps)
  }
}

function plainCopy(step: Step, details: ConstructorParameters<typeof CsclabError>[2]): Step {
  try {
    return freezePlain(expandEscapes(structuredClone(step)))
  } catch (cause) {
    throw new CsclabError('scenario', `The step "${step.do}" holds something that is no plain data`, {
      ...details,
      hint: 'Steps hold texts, numbers, lists and objects; for bytes write bytes(SIZE) or { base64: TEXT }',
      cause,
    })
  }
}
