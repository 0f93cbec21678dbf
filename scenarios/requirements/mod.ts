/** The registry of requirements: every id that a scenario can cover, with its promise, evidence and source. */

import { APPLICATION_CASES } from './casebook-applications.ts'
import { CHANGE_CASES } from './casebook-changes.ts'
import { ERROR_CASES } from './casebook-errors.ts'
import { METADATA_CASES } from './casebook-metadata.ts'
import { NAME_CASES } from './casebook-names.ts'
import { PIN_CASES } from './casebook-pins.ts'
import { CALL_CHOICES } from './choices-call.ts'
import { CONFLICT_CHOICES } from './choices-conflicts.ts'
import { CONTENT_CHOICES } from './choices-content.ts'
import { NAME_CHOICES } from './choices-names.ts'
import { PIN_CHOICES } from './choices-pins.ts'
import { PROGRESS_CHOICES } from './choices-progress.ts'
import { SETTLED_CHOICES_1 } from './choices-settled-1.ts'
import { SETTLED_CHOICES_2 } from './choices-settled-2.ts'
import { STATE_CHOICES } from './choices-states.ts'
import { SPARSE_FACTS, SUSPENSION_FACTS } from './facts-cache.ts'
import { CALL_FACTS } from './facts-call.ts'
import { PIN_FACTS } from './facts-pins.ts'
import { PROMISES } from './promises.ts'
import type { Requirement } from './requirement.ts'
import { STATES } from './states.ts'

export { PROMISES }
export type { Evidence, Requirement } from './requirement.ts'

/**
 * Every requirement, in a fixed order: the promises of the method's page (`SYNC-01` …), the sync states
 * (`STATE-0` …), the facts that other pages state (`D1.1` …), csclab's choices (`P0.1` …) and the cases from the field
 * (`F1` …).
 *
 * ```ts
 * import assert from 'node:assert'
 * import { REQUIREMENTS } from 'csclab/scenarios'
 *
 * const states = REQUIREMENTS.filter(({ id }) => id.startsWith('STATE-'))
 * assert.equal(states.length, 54)
 * ```
 */
export const REQUIREMENTS: readonly Requirement[] = [
  ...PROMISES,
  ...STATES,
  ...CALL_FACTS,
  ...PIN_FACTS,
  ...SUSPENSION_FACTS,
  ...SPARSE_FACTS,
  ...CALL_CHOICES,
  ...STATE_CHOICES,
  ...CONFLICT_CHOICES,
  ...PROGRESS_CHOICES,
  ...PIN_CHOICES,
  ...CONTENT_CHOICES,
  ...NAME_CHOICES,
  ...SETTLED_CHOICES_1,
  ...SETTLED_CHOICES_2,
  ...CHANGE_CASES,
  ...APPLICATION_CASES,
  ...METADATA_CASES,
  ...NAME_CASES,
  ...PIN_CASES,
  ...ERROR_CASES,
]

const byId: ReadonlyMap<string, Requirement> = new Map(
  REQUIREMENTS.map((requirement) => [requirement.id, requirement]),
)

/**
 * Finds a requirement by its exact id, or gives `undefined` when there is none.
 *
 * ```ts
 * import assert from 'node:assert'
 * import { findRequirement } from 'csclab/scenarios'
 *
 * assert.equal(findRequirement('SYNC-05')?.evidence, 'documented')
 * assert.equal(findRequirement('SYNC-99'), undefined)
 * ```
 */
export function findRequirement(id: string): Requirement | undefined {
  return byId.get(id)
}
