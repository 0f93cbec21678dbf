/** What a step scripts for its own call: a crash, faults, what others do meanwhile; and what of it never came about. */

import { FaultPlan, type Interruption, type Pending } from '../../sim/mod.ts'
import { type CrashSpec, type FaultSpec, type PlaceSpec, placeText, type SyncStep } from '../language/mod.ts'
import type { Failure } from '../judge/mod.ts'
import { Others, type Surprise } from './meanwhile.ts'
import { answered } from './play-edit.ts'
import type { Stage } from './stage.ts'
import { faultOf } from './world-steps.ts'

/** The script of one call. */
export class RoundScript {
  readonly #specs: readonly FaultSpec[]
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
    this.#specs = [...crash === undefined ? [] : [crashFault(crash)], ...faults]
    this.#faults = new FaultPlan(this.#specs.map(faultOf))
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

  /** How edits of others were answered that were not answered as their steps say. */
  get surprises(): readonly Surprise[] {
    return this.#others.surprises
  }

  /** What the scenario says would happen and did not: such a step shows nothing. */
  failures(): readonly Failure[] {
    const missed = this.#crashed
      ? []
      : [...this.#specs.filter((_, i) => this.#faults.isUnmet(i)), ...this.#others.unmet]
    return [
      ...missed.map((place) => neverMet('The call', place)),
      ...this.#others.surprises.flatMap(({ step, code }) =>
        answered(`"${step.do}" during the call`, code, fields(step))
      ),
    ]
  }
}

/** A place that no request came to: a step that stands on it shows nothing. */
export function neverMet(who: string, place: PlaceSpec): Failure {
  return {
    kind: 'error',
    message: `${who} never came to ${placeText(place, (path) => path)}`,
    ids: [],
    hint:
      'csclab show ID --requests tells every request with its address; mend the place, or take the step away',
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
