/** The verbs that let something go wrong later. */

import { FAULT } from './place-types.ts'
import { COMMON, type VerbInfos } from './verb-info.ts'

/** Faults that wait for their request. */
export const FAULT_VERBS: VerbInfos<'fault' | 'clear-faults'> = {
  fault: {
    summary:
      'Lets something go wrong in any later session, of the engine or of an application, until it has struck often enough.',
    group: 'fault',
    fields: { ...FAULT, ...COMMON },
    example: {
      do: 'fault',
      request: 'commit',
      path: '//hq/docs/plan.txt',
      side: 'server',
      then: { fail: 112 },
    },
  },
  'clear-faults': {
    summary: 'Takes away all faults that have not struck.',
    group: 'fault',
    fields: COMMON,
    example: { do: 'clear-faults' },
  },
}
