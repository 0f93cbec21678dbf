/** Engines with one thing wrong: the suite must tell each of them from the reference engine. */

import type { Mutant } from './mutant.ts'
import { MUTANTS_OF_CHANGES } from './of-changes.ts'
import { MUTANTS_OF_CHOICES } from './of-choices.ts'
import { MUTANTS_OF_STATES } from './of-states.ts'
import { STUMBLING_MUTANTS } from './that-stumble.ts'

export type { Mutant } from './mutant.ts'

/** All mutants. */
export const MUTANTS: readonly Mutant[] = [
  ...MUTANTS_OF_CHANGES,
  ...MUTANTS_OF_STATES,
  ...STUMBLING_MUTANTS,
  ...MUTANTS_OF_CHOICES,
]
