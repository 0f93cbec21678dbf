/** Engines with one thing wrong: the suite must tell each of them from the reference engine. */

import type { Mutant } from './mutant.ts'
import { MUTANTS_OF_CASES } from './of-cases.ts'
import { MUTANTS_OF_CHANGES } from './of-changes.ts'
import { MUTANTS_OF_PROMISES } from './of-promises.ts'
import { MUTANTS_OF_MANY } from './of-many.ts'
import { MUTANTS_OF_RULES } from './of-rules.ts'
import { MUTANTS_OF_CHOICES } from './of-choices.ts'
import { MUTANTS_OF_STATES } from './of-states.ts'
import { MUTANTS_OF_WORDS } from './of-words.ts'
import { STUMBLING_MUTANTS } from './that-stumble.ts'

export type { Mutant } from './mutant.ts'

/** All mutants. */
export const MUTANTS: readonly Mutant[] = [
  ...MUTANTS_OF_CHANGES,
  ...MUTANTS_OF_STATES,
  ...MUTANTS_OF_RULES,
  ...STUMBLING_MUTANTS,
  ...MUTANTS_OF_CASES,
  ...MUTANTS_OF_PROMISES,
  ...MUTANTS_OF_WORDS,
  ...MUTANTS_OF_MANY,
  ...MUTANTS_OF_CHOICES,
]
