/** The verbs that set up the world and tell the story. */

import { START_TREE } from './content-types.ts'
import { optional, required } from './field.ts'
import { CACHING, PIN, SECONDS, SERVER, SHARE, TEXT } from './field-types.ts'
import { COMMON, type VerbInfos } from './verb-info.ts'

/** Shares, time, servers and notes. */
export const WORLD_VERBS: VerbInfos<'share' | 'wait' | 'unreachable' | 'reachable' | 'note'> = {
  share: {
    summary:
      'Makes a share with its first tree: on the server and, in sync, in the cache of a client that works offline.',
    group: 'world',
    fields: {
      path: required(SHARE, 'The share; shares come before edits, calls and expectations.'),
      tree: required(START_TREE, 'What it holds at the start.'),
      pin: optional(PIN, 'Who pins the share root, inherited by what is in it. Default `"none"`.'),
      caching: optional(CACHING, 'How the share may be cached. Default `"manual"`.'),
      ...COMMON,
    },
    example: {
      do: 'share',
      path: '//hq/docs',
      tree: { 'plan.txt': 'first draft', 'art/logo.png': { bytes: 4096, seed: 1 }, old: null },
      pin: 'user',
    },
  },
  wait: {
    summary: 'Lets time pass.',
    group: 'world',
    fields: { seconds: required(SECONDS, 'How long, in seconds.'), ...COMMON },
    example: { do: 'wait', seconds: 60 },
  },
  unreachable: {
    summary: 'Cuts a server off from the client.',
    group: 'world',
    fields: { server: required(SERVER, 'A server that has a share.'), ...COMMON },
    example: { do: 'unreachable', server: '//hq' },
  },
  reachable: {
    summary: 'Brings a server back.',
    group: 'world',
    fields: { server: required(SERVER, 'A server that has a share.'), ...COMMON },
    example: { do: 'reachable', server: '//hq' },
  },
  note: {
    summary: 'Says something to the reader; it is kept in the story.',
    group: 'story',
    fields: { text: required(TEXT, 'What to say.'), ...COMMON },
    example: { do: 'note', text: 'The laptop is on a train.' },
  },
}
