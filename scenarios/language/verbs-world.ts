/** The verbs that set up the world and tell the story. */

import { START_TREE } from './content-types.ts'
import { optional, required } from './field.ts'
import { CACHING, PIN, SECONDS, SERVER, SHARE, TEXT, YES_OR_NO } from './field-types.ts'
import { CLIENT, USER } from './name-types.ts'
import { COMMON, type VerbInfos } from './verb-info.ts'
import { AHEAD, GRANULARITY, NAME_RULE, SIZE, STORAGE_BITS } from './world-types.ts'

/** Servers, clients, users, shares, time and notes. */
export const WORLD_VERBS: VerbInfos<'server' | 'client' | 'user' | 'share' | 'wait' | 'note'> = {
  server: {
    summary: 'Tells how a server differs from a Windows server with an NTFS volume.',
    group: 'world',
    fields: {
      path: required(SERVER, 'The server, before its first share.'),
      caseSensitive: optional(YES_OR_NO, '`a` and `A` are two names on it. Default `false`.'),
      timeGranularity: optional(
        GRANULARITY,
        'Times are kept in steps of so many seconds. Default 0.0000001.',
      ),
      clockAhead: optional(AHEAD, 'How far its clock is off, in seconds. Default 0.'),
      names: optional(NAME_RULE, 'Which names it takes. Default `"windows"`.'),
      streams: optional(YES_OR_NO, 'Files may have named streams. Default `true`.'),
      oplocks: optional(YES_OR_NO, 'Clients get oplocks. Default `true`.'),
      storageBits: optional(
        STORAGE_BITS,
        'Attributes that every file on it has because of how it is stored. Default none.',
      ),
      capacity: optional(SIZE, 'Bytes its disk holds. Default: no limit.'),
      credentials: optional(YES_OR_NO, 'It asks users for credentials. Default `false`.'),
      ...COMMON,
    },
    example: { do: 'server', path: '//hq', timeGranularity: 2, clockAhead: -3600 },
  },
  client: {
    summary: 'Makes another client, which has every share cached and in sync.',
    group: 'world',
    fields: { name: required(CLIENT, 'Its name.'), ...COMMON },
    example: { do: 'client', name: 'tablet' },
  },
  user: {
    summary: 'Makes another user, who offline is refused (5) whatever they have never seen online.',
    group: 'world',
    fields: { name: required(USER, 'The name.'), ...COMMON },
    example: { do: 'user', name: 'bob' },
  },
  share: {
    summary:
      'Makes a share with its first tree: on the server and, in sync, in the cache of every client, which works offline.',
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
  note: {
    summary: 'Says something to the reader; it is kept in the story.',
    group: 'story',
    fields: { text: required(TEXT, 'What to say.'), ...COMMON },
    example: { do: 'note', text: 'The laptop is on a train.' },
  },
}
