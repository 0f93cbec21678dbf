/** The registry of all verbs: schemas, the reference page and the hints in errors come from it. */

import type { FieldInfo } from './field.ts'
import type { Verb } from './steps.ts'
import { fieldsIn, type VerbInfos } from './verb-info.ts'
import { ACCESS_VERBS } from './verbs-access.ts'
import { CONNECTION_VERBS } from './verbs-connection.ts'
import { EDIT_VERBS } from './verbs-edit.ts'
import { ITEM_VERBS } from './verbs-expect-items.ts'
import { ROUND_VERBS } from './verbs-expect.ts'
import { FAULT_VERBS } from './verbs-fault.ts'
import { MACHINE_VERBS } from './verbs-machine.ts'
import { STATE_VERBS } from './verbs-state.ts'
import { SYNC_VERBS } from './verbs-sync.ts'
import { WORLD_VERBS } from './verbs-world.ts'

/**
 * Every verb with its summary, fields and an example, in the order of the reference page.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { VERBS } from 'csclab/scenarios'
 *
 * assert.equal(VERBS.touch.summary, 'Sets the last-write time to the present.')
 * assert.equal(VERBS.write.fields.fails.optional, true)
 * ```
 */
export const VERBS: VerbInfos<Verb> = {
  ...WORLD_VERBS,
  ...CONNECTION_VERBS,
  ...MACHINE_VERBS,
  ...EDIT_VERBS,
  ...ACCESS_VERBS,
  ...STATE_VERBS,
  ...SYNC_VERBS,
  ...FAULT_VERBS,
  ...ROUND_VERBS,
  ...ITEM_VERBS,
}

/** The names of all verbs. */
export const VERB_NAMES: readonly Verb[] = Object.keys(VERBS).filter(isVerb)

/** True for the name of a verb. */
export function isVerb(name: unknown): name is Verb {
  return typeof name === 'string' && Object.hasOwn(VERBS, name)
}

/** The fields of a verb with their names, required ones first. */
export function fieldsOf(verb: Verb): readonly (readonly [name: string, field: FieldInfo<unknown>])[] {
  return fieldsIn(VERBS[verb])
}
