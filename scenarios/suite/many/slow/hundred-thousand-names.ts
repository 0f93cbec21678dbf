/**
 * A hundred thousand names in one folder. Not in the index of the suite, since building the tree alone takes a second: run it
 * with `csclab run scenarios/suite/many/slow`.
 */

import { type Scenario, scenario } from '../../../language/mod.ts'
import { amongSoMany } from '../thousands-of-names.ts'

export const hundredThousandNames: Scenario = scenario({
  title:
    'A hundred thousand names in a folder, one edited on either side, one deleted on either side: four items',
  covers: ['SYNC-02', 'SYNC-05', 'SYNC-07', 'F39', 'P2.18', 'P2.19'],
  tags: ['slow'],
}, amongSoMany(100_000))
