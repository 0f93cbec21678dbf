/** Whole flag values: those that the documentation works out, and some in which every two flags meet. */

import { parseFlags } from '../../../sim/mod.ts'
import { type Scenario, scenarioTable } from '../../language/mod.ts'
import { effectiveOf } from './tables/effective.ts'
import { play } from './tables/office.ts'
import { PAIRS } from './tables/pairs.ts'

/** What is passed, and what takes effect of it: FILLSPARSE comes with SYNCIN, a flag without its prerequisite goes. */
export const worked: readonly Scenario[] = scenarioTable(
  {
    title: 'A flag value is passed, and what takes effect is that value with some bits more or fewer',
    covers: ['SYNC-01', 'P1.3', 'P1.4'],
  },
  {
    'nothing': { given: 0x0000_0000, effective: 0 },
    'fill': { given: 0x0000_0001, effective: 0x1 },
    'in': { given: 0x0000_0002, effective: 0x3 },
    'out': { given: 0x0000_0004, effective: 0x4 },
    'two-way': { given: 0x0000_0006, effective: 0x7 },
    'new-without-in': { given: 0x0000_000c, effective: 0x4 },
    'new-for-user': { given: 0x0000_002e, effective: 0x2f },
    'new-with-targets': { given: 0x0000_003e, effective: 0x3f },
    'targets-without-new': { given: 0x0000_0036, effective: 0x7 },
    'no-new-out-without-out': { given: 0x0002_0002, effective: 0x3 },
    'no-new-out': { given: 0x0002_0006, effective: 0x2_0007 },
    'console-alone': { given: 0x0000_1006, effective: 0x7 },
    'background-caller': { given: 0x0001_2006, effective: 0x1_2007 },
    'keep-local': { given: 0x1000_0006, effective: 0x1000_0007 },
    'keep-remote': { given: 0x2000_0006, effective: 0x2000_0007 },
    'keep-latest': { given: 0x3000_0006, effective: 0x3000_0007 },
  },
  play,
)

export const pairs: readonly Scenario[] = scenarioTable(
  {
    title: 'Each flag does its own whatever other flags are set, as long as its prerequisite is',
    covers: ['SYNC-01', 'SYNC-44'],
  },
  PAIRS,
  (kit, words) => {
    const given = parseFlags(words)
    play(kit, { given, effective: effectiveOf(given) })
  },
)
