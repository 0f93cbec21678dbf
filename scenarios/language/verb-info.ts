/** What the registry says of one verb. */

import { type FieldInfo, optional } from './field.ts'
import { CLOCK, REQUIREMENT } from './field-types.ts'
import { CLIENT } from './name-types.ts'
import type { Step, StepOf, Verb } from './steps.ts'

/** What kind of step a verb makes. */
export type VerbGroup = 'world' | 'edit' | 'access' | 'state' | 'sync' | 'fault' | 'expect' | 'story'

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

/** What a step on a client may have. */
export const ON_CLIENT: { readonly client: FieldInfo<string, true> } = {
  client: optional(CLIENT, 'The client it is about. Default `laptop`.'),
}

/** What an expectation of one side may have. */
export const ON_SIDE_OF: typeof ON_CLIENT = {
  client: optional(CLIENT, 'The client to look at, for the side `local`. Default `laptop`.'),
}

/** The fields of a verb with their names, required ones first. */
export function fieldsIn(
  { fields: byName }: { readonly fields: Readonly<Record<string, FieldInfo<unknown>>> },
): readonly (readonly [name: string, field: FieldInfo<unknown>])[] {
  const fields = Object.entries(byName)
  return [...fields.filter(([, field]) => !field.optional), ...fields.filter(([, field]) => field.optional)]
}
