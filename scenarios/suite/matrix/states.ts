/** The state matrix: every cell, by every kind of run, with the oracle's table as the expectation. */

import type { Scenario } from '../../language/mod.ts'
import { ONE_EACH, ONE_OF_A_KIND, tableOfAnswers, tablesByState } from './tables/rows.ts'

/** Rows by state, each under its number; `purge` and `drop` for what is forgotten in silence. */
export const STATES: Readonly<Record<string, readonly Scenario[]>> = tablesByState()

/** Many conflicts at once, answered by the caller's handler. */
export const handler: readonly Scenario[] = [
  ...tableOfAnswers({ by: 'handler', directions: ['both'], ways: ONE_EACH }),
  ...tableOfAnswers({ by: 'handler', directions: ['in', 'out'], ways: ONE_OF_A_KIND }),
]

/** Many conflicts at once, answered by the setting of the machine. */
export const machine: readonly Scenario[] = [
  ...tableOfAnswers({ by: 'machine', directions: ['both'], ways: ONE_OF_A_KIND }),
  ...tableOfAnswers({ by: 'machine', directions: ['both'], ways: ONE_EACH.slice(0, 1), answers: ['abort'] }),
]
