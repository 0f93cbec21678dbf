/** The verb that calls the engine. */

import { optional, required } from './field.ts'
import { COUNT, FLAGS } from './field-types.ts'
import { CLIENT, USER } from './name-types.ts'
import { CRASH } from './place-types.ts'
import { CREDENTIALS, DURING, FAULTS, HANDLER, PROGRESS, SYNC_PATHS } from './sync-types.ts'
import { COMMON, type VerbInfos } from './verb-info.ts'

/** One call of `Synchronize`. */
export const SYNC_VERBS: VerbInfos<'sync'> = {
  sync: {
    summary: 'Calls `Synchronize` once; calls are rounds, counted from 1.',
    group: 'sync',
    fields: {
      paths: required(SYNC_PATHS, 'The shares, directories and files to synchronize.'),
      flags: required(FLAGS, 'The sync-control flags.'),
      client: optional(CLIENT, 'The client on which the method is called. Default `laptop`.'),
      user: optional(USER, 'Who calls. Default `alice`.'),
      progress: optional(PROGRESS, 'What the progress sink answers when it is not `continue`.'),
      handler: optional(
        HANDLER,
        'A conflict handler is passed, and answers so; without it none is passed.',
      ),
      credentials: optional(
        CREDENTIALS,
        'How the user answers a prompt for credentials. Default `"refused"`.',
      ),
      cancelAfter: optional(COUNT, 'The call is cancelled once this many items have had their result.'),
      faults: optional(FAULTS, 'What goes wrong during the call.'),
      during: optional(DURING, 'What others do during the call.'),
      crash: optional(CRASH, 'Where the engine is dropped; all that is given must apply.'),
      ...COMMON,
    },
    example: { do: 'sync', paths: ['//hq/docs'], flags: 'in | out | keep-latest' },
  },
}
