/** What the registry says of one verb. */

import { type FieldInfo, optional } from './field.ts'
import { CLOCK, REQUIREMENT } from './field-types.ts'
import type { Step, StepOf, Verb } from './steps.ts'

/** What kind of step a verb makes. */
export type VerbGroup = 'world' | 'edit' | 'sync' | 'expect' | 'story'

type IsOptional<S, K extends keyof S> = undefined extends S[K] ? true : false

/** One entry for every field of a step but `do`, saying whether it may be left out. */
export type FieldsOf<S extends Step> = {
  readonly [K in Exclude<keyof S, 'do'>]-?: FieldInfo<Exclude<S[K], undefined>, IsOptional<S, K>>
}

/** One verb: what it does, its fields, and a step as an example. */
export interface VerbInfo<S extends Step> {
  /** One sentence. */
  readonly summary: string
  readonly group: VerbGroup
  readonly fields: FieldsOf<S>
  readonly example: S
}

/** The entries of some verbs. */
export type VerbInfos<V extends Verb> = { readonly [K in V]: VerbInfo<StepOf<K>> }

/** What every step may have. */
export const COMMON: { readonly clock: FieldInfo<'still', true> } = {
  clock: optional(
    CLOCK,
    'No time passes in the step or after it, so that the next one happens in the same tick of 100 ns; without it every request takes a tick and every step ends one second later.',
  ),
}

/** What every expectation may have. */
export const EXPECTATION: typeof COMMON & { readonly because: FieldInfo<string, true> } = {
  because: optional(
    REQUIREMENT,
    'The promise or choice this expectation stands on; without it the scenario’s `covers` speak.',
  ),
  ...COMMON,
}
