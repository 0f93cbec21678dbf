/** Engines that choose otherwise where the documents are silent: on names, content, connections, order and conflicts. */

import type { Mutant } from './mutant.ts'
import { MUTANTS_OF_CONTENT } from './of-content.ts'
import { MUTANTS_OF_NAMES } from './of-names.ts'
import { MUTANTS_OF_ORDER } from './of-order.ts'
import { MUTANTS_OF_SETTLED } from './of-settled.ts'

/** Mutants of the choices on content, connections, events, codes and names, and of those that settle the rest. */
export const MUTANTS_OF_CHOICES: readonly Mutant[] = [
  ...MUTANTS_OF_NAMES,
  ...MUTANTS_OF_CONTENT,
  ...MUTANTS_OF_ORDER,
  ...MUTANTS_OF_SETTLED,
]
