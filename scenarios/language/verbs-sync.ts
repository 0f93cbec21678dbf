/** The verb that calls the engine. */

import { optional, required } from './field.ts'
import { COUNT, FLAGS, TEXT } from './field-types.ts'
import { CRASH, PROGRESS, SYNC_PATHS } from './sync-types.ts'
import { COMMON, type VerbInfos } from './verb-info.ts'

/** One call of `Synchronize`. */
export const SYNC_VERBS: VerbInfos<'sync'> = {
  sync: {
    summary: 'Calls `Synchronize` once; calls are rounds, counted from 1.',
    group: 'sync',
    fields: {
      paths: required(SYNC_PATHS, 'The shares, directories and files to synchronize.'),
      flags: required(FLAGS, 'The sync-control flags.'),
      user: optional(TEXT, 'Who calls; without it the client’s first user.'),
      progress: optional(PROGRESS, 'What the progress sink answers when it is not `continue`.'),
      cancelAfter: optional(COUNT, 'The call is cancelled once this many items have had their result.'),
      crash: optional(CRASH, 'Where the engine is dropped; all that is given must apply.'),
      ...COMMON,
    },
    example: { do: 'sync', paths: ['//hq/docs'], flags: 'in | out | keep-latest' },
  },
}
