/** What others do while a call is under way. */

import {
  type Interruption,
  matches,
  type Meanwhile,
  type OperationResult,
  type Pending,
  type Started,
} from '../../sim/mod.ts'
import { type EditingStep, isEditing, type MeanwhileSpec, type MeanwhileStep } from '../language/mod.ts'
import { doerOf, noteClosed, noteOpened, operationOf, type ProgramStep } from './edit.ts'
import { changesOf, matchOf } from './world-steps.ts'
import { sideOf } from './paths.ts'
import type { Stage } from './stage.ts'

/** An edit of others that was answered otherwise than its step says. */
export interface Surprise {
  readonly step: MeanwhileStep
  readonly code: number
}

/** The steps of others during one call. */
export class Others {
  readonly #stage: Stage
  readonly #specs: readonly MeanwhileSpec[]
  readonly #scope: string
  readonly #met: number[]
  readonly #surprises: Surprise[] = []
  #acts = 0

  constructor(stage: Stage, specs: readonly MeanwhileSpec[], scope: string) {
    this.#stage = stage
    this.#specs = specs
    this.#scope = scope
    this.#met = specs.map(() => 0)
  }

  /** What they do right before a request. */
  before(pending: Pending): Interruption | undefined {
    const due = this.#specs.filter((spec, i) => this.#isDue(spec, i, pending))
    if (due.length === 0) return undefined
    return { meanwhile: due.flatMap((spec) => spec.steps.map((step) => this.#play(step))) }
  }

  /** Edits that were refused, or were not though they should have been. */
  get surprises(): readonly Surprise[] {
    return this.#surprises
  }

  /** Specifications that no request met. */
  get unmet(): readonly MeanwhileSpec[] {
    return this.#specs.filter(({ nth = 1 }, i) => (this.#met[i] ?? 0) < nth)
  }

  #isDue(spec: MeanwhileSpec, index: number, pending: Pending): boolean {
    if (!matches(matchOf(spec), pending)) return false
    const met = (this.#met[index] ?? 0) + 1
    this.#met[index] = met
    return spec.every === true || met === (spec.nth ?? 1)
  }

  /** Steps are worked out when their turn comes: one may depend on what the one before it did. */
  #play(step: MeanwhileStep): Meanwhile {
    if (!isEditing(step) && step.do !== 'open' && step.do !== 'close') {
      return { changes: () => changesOf(step, this.#stage.world), scope: this.#scope }
    }
    return { start: () => this.#start(step) }
  }

  #start(step: EditingStep | ProgramStep): Started {
    const stage = this.#stage
    const program = step.do === 'close' ? stage.programs.get(step.handle) : undefined
    const side = step.do === 'close' ? program?.side ?? 'cache' : sideOf(step.side)
    const doer = program?.doer ?? doerOf(step, this.#scope)
    const operation = operationOf(step, stage)
    const { session, options } = stage.act(side, operation, doer)
    const id = `${this.#scope} ${++this.#acts}`
    stage.tokens.beforeAct()
    const then = (value: unknown): void => {
      const result = asResult(value)
      stage.noteAct(side, operation, { id, doer, code: result.code })
      const expected = step.do === 'close' ? 0 : step.fails ?? 0
      if (result.code !== expected) this.#surprises.push({ step, code: result.code })
      if (step.do === 'open') noteOpened(stage, step, { result, doer })
      else if (step.do === 'close') noteClosed(stage, step)
    }
    return { session: session(), options, then }
  }
}

function asResult(value: unknown): OperationResult {
  const code = fieldOf(value, 'code')
  const handle = fieldOf(value, 'handle')
  return { code: code ?? 0, ...(handle === undefined ? {} : { handle }) }
}

function fieldOf(value: unknown, name: string): number | undefined {
  const field: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof field === 'number' ? field : undefined
}
