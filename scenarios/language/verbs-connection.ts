/** The verbs that change whether, how and how fast clients reach shares and servers. */

import { type FieldInfo, optional, required } from './field.ts'
import { SERVER, SHARE } from './field-types.ts'
import { CLIENT } from './name-types.ts'
import type { ConnectionStep } from './steps.ts'
import { COMMON, ON_CLIENT, type VerbInfos } from './verb-info.ts'
import { MILLISECONDS } from './world-types.ts'

const OF_SHARE: { readonly share: FieldInfo<string, false> } & typeof ON_CLIENT = {
  share: required(SHARE, 'The share, spelled as it was made.'),
  ...ON_CLIENT,
}

const OF_SERVER: {
  readonly server: FieldInfo<string, false>
  readonly client: FieldInfo<string, true>
} = {
  server: required(SERVER, 'A server that has a share.'),
  client: optional(CLIENT, 'Only for this client; without it for all.'),
}

/** Online, offline, slow, cut off, late. */
export const CONNECTION_VERBS: VerbInfos<ConnectionStep['do']> = {
  'go-online': {
    summary: 'Lets a client work online with a share.',
    group: 'world',
    fields: { ...OF_SHARE, ...COMMON },
    example: { do: 'go-online', share: '//hq/docs' },
  },
  'go-offline': {
    summary: 'Lets a client work offline with a share, by force.',
    group: 'world',
    fields: { ...OF_SHARE, ...COMMON },
    example: { do: 'go-offline', share: '//hq/docs', client: 'tablet' },
  },
  slow: {
    summary: 'Gives a client a slow link to a share.',
    group: 'world',
    fields: {
      ...OF_SHARE,
      latency: optional(MILLISECONDS, 'How long every request to the share takes, in milliseconds.'),
      ...COMMON,
    },
    example: { do: 'slow', share: '//hq/docs', latency: 200 },
  },
  unreachable: {
    summary: 'Cuts a server off.',
    group: 'world',
    fields: { ...OF_SERVER, ...COMMON },
    example: { do: 'unreachable', server: '//hq' },
  },
  reachable: {
    summary: 'Brings a server back.',
    group: 'world',
    fields: { ...OF_SERVER, ...COMMON },
    example: { do: 'reachable', server: '//hq' },
  },
  latency: {
    summary: 'Lets every request over the network to a server take so long.',
    group: 'world',
    fields: {
      ...OF_SERVER,
      milliseconds: required(MILLISECONDS, 'How long, in milliseconds.'),
      ...COMMON,
    },
    example: { do: 'latency', server: '//hq', milliseconds: 40 },
  },
}
