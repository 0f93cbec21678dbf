/** The verbs that change clocks, settings and limits of machines. */

import { type FieldInfo, optional, required } from './field.ts'
import { SERVER, YES_OR_NO } from './field-types.ts'
import { CLIENT, USER } from './name-types.ts'
import type { MachineStep } from './steps.ts'
import { COMMON, ON_CLIENT, type VerbInfos } from './verb-info.ts'
import { AHEAD, CONFLICTS, LIMIT, PATTERNS } from './world-types.ts'

const MACHINE: {
  readonly server: FieldInfo<string, true>
  readonly client: FieldInfo<string, true>
} = {
  server: optional(SERVER, 'The machine is this server, which has a share.'),
  client: optional(CLIENT, 'The machine is this client. Either it or `server` is given.'),
}

/** Clocks, policies, the service, disks and quotas. */
export const MACHINE_VERBS: VerbInfos<MachineStep['do']> = {
  'set-clock': {
    summary: 'Lets the clock of a machine jump.',
    group: 'world',
    fields: {
      ahead: required(AHEAD, 'How far it is off from now on, in seconds.'),
      ...MACHINE,
      ...COMMON,
    },
    example: { do: 'set-clock', client: 'laptop', ahead: -3600 },
  },
  policy: {
    summary: 'Changes policy settings of a client; those left out stay as they are.',
    group: 'world',
    fields: {
      ...ON_CLIENT,
      conflicts: optional(CONFLICTS, 'How conflicts are resolved below paths (SyncConflictHandling).'),
      excludedTypes: optional(PATTERNS, 'Files of such names are not cached.'),
      ...COMMON,
    },
    example: { do: 'policy', conflicts: { '//hq/docs': 'keep-all' }, excludedTypes: ['*.pst'] },
  },
  service: {
    summary: 'Changes the service of a client; what is left out stays as it is.',
    group: 'world',
    fields: {
      ...ON_CLIENT,
      enabled: optional(YES_OR_NO, 'Offline Files is configured to run.'),
      active: optional(YES_OR_NO, 'Offline Files is running now.'),
      ...COMMON,
    },
    example: { do: 'service', active: false },
  },
  'limit-disk': {
    summary: 'Limits what the disk of a machine holds.',
    group: 'world',
    fields: { bytes: required(LIMIT, 'So many bytes from now on.'), ...MACHINE, ...COMMON },
    example: { do: 'limit-disk', client: 'tablet', bytes: 4096 },
  },
  'limit-user': {
    summary: 'Limits what a user may own on a server: a quota.',
    group: 'world',
    fields: {
      server: required(SERVER, 'A server that has a share.'),
      user: required(USER, 'The user.'),
      bytes: required(LIMIT, 'So many bytes from now on.'),
      ...COMMON,
    },
    example: { do: 'limit-user', server: '//hq', user: 'bob', bytes: 1_048_576 },
  },
}
