/** What a step scripts for its own call: a crash, faults, what others do meanwhile; and what of it never came about. */

import { FaultPlan, type Interruption, type Pending } from '../../sim/mod.ts'
import type { CrashSpec, FaultSpec, SyncStep } from '../language/mod.ts'
import type { Failure } from '../judge/mod.ts'
import { Others } from './meanwhile.ts'
import { answered } from './play-edit.ts'
import type { Stage } from './stage.ts'
import { faultOf } from './world-steps.ts'

/** The script of one call. */
export class RoundScript {
  readonly #faults: FaultPlan
  readonly #others: Others
  /** Faults of earlier steps could still strike when it began. */
  readonly #meetsFaults: boolean
  readonly #step: SyncStep
  #crashed = false

  constructor(stage: Stage, step: SyncStep, scope: string) {
    const { crash, faults = [], during = [] } = step
    this.#meetsFaults = stage.host.faults?.isSpent === false
    this.#step = step
    this.#faults = new FaultPlan([...crash === undefined ? [] : [crashFault(crash)], ...faults].map(faultOf))
    this.#others = new Others(stage, during, scope)
  }

  /** True for a call that may end otherwise than an identical one after it. */
  get isScripted(): boolean {
    const { crash, faults, during } = this.#step
    return this.#meetsFaults || [crash, faults, during].some((one) => one !== undefined)
  }

  /** What comes around a request. */
  interrupt(pending: Pending): Interruption | undefined {
    const struck = this.#faults.strike(pending)
    const others = this.#others.before(pending)
    if (struck?.crash !== undefined) this.#crashed = true
    return struck === undefined ? others : { ...struck, ...others }
  }

  /** What the scenario says would happen and did not: such a step shows nothing. */
  failures(): readonly Failure[] {
    const missed = this.#crashed ? [] : [...this.#faults.unmet().map(({ at }) => at), ...this.#others.unmet]
    return [
      ...missed.map((place): Failure => ({
        kind: 'error',
        message: `The call never came to the request ${JSON.stringify(place)}`,
        ids: [],
        hint: 'Look at the story for the requests of this call, and mend the place',
      })),
      ...this.#others.surprises.flatMap(({ step, code }) =>
        answered(`"${step.do}" during the call`, code, fields(step))
      ),
    ]
  }
}

/** A crash is a fault like any other. */
function crashFault({ when, ...place }: CrashSpec): FaultSpec {
  return { ...place, then: { crash: when } }
}

function fields(step: object): { readonly path?: string; readonly fails?: number } {
  return {
    ...('path' in step && typeof step.path === 'string' ? { path: step.path } : {}),
    ...('fails' in step && typeof step.fails === 'number' ? { fails: step.fails } : {}),
  }
}
