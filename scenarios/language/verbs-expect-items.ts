/** The verbs that expect something of files, directories and the cache. */

import * as v from 'valibot'
import { CONTENT, TREE } from './content-types.ts'
import { type FieldInfo, type FieldType, namesIn, oneOf, optional, required, strictObject } from './field.ts'
import { ATTRIBUTES, FAILURE_CODE, PATH, PINS, SIDE, YES_OR_NO } from './field-types.ts'
import { STREAM, STREAMS, USER } from './name-types.ts'
import type { CacheStep, ConnectionWord, ExpectShowsStep, ShownState, StepSide, TreeStep } from './steps.ts'
import { EXPECTATION, ON_CLIENT, ON_SIDE_OF, type VerbInfos } from './verb-info.ts'

const shown: v.ExactOptionalSchema<v.GenericSchema<unknown, boolean>, undefined> = v.exactOptional(
  v.boolean('must be true or false'),
)

const STATES: Readonly<Record<ShownState, typeof shown>> = {
  sparse: shown,
  ghost: shown,
  suspended: shown,
  suspendedRoot: shown,
  dirty: shown,
  createdOffline: shown,
  deletedOffline: shown,
  modifiedData: shown,
  modifiedAttributes: shown,
  modifiedTime: shown,
  autoCached: shown,
}

const SHOWS: FieldType<ExpectShowsStep['shows']> = {
  name: 'shown states',
  doc: `An object with at least one of ${
    Object.keys(STATES).map((state) => `\`"${state}"\``).join(', ')
  }, each \`true\` or \`false\`.`,
  schema: v.pipe(
    strictObject('The shown state', STATES),
    v.check((states) => Object.keys(states).length > 0, 'must say at least one state'),
  ),
}

const CONNECTION: FieldType<ConnectionWord> = {
  name: 'connection',
  doc:
    '`"online"`, or why it is offline: `"working offline"`, `"slow connection"`, `"net disconnected"`, `"need to sync"`, `"suspended"` (OFFLINEFILES_OFFLINE_REASON).',
  schema: oneOf(
    namesIn<ConnectionWord>({
      online: true,
      'working offline': true,
      'slow connection': true,
      'net disconnected': true,
      'need to sync': true,
      suspended: true,
    }),
  ),
}

const ITEM: { readonly path: FieldInfo<string, false> } = { path: required(PATH, 'The item.') }

const SIDE_ITEM: { readonly side: FieldInfo<StepSide, false> } & typeof ITEM & typeof ON_SIDE_OF = {
  side: required(SIDE, 'Where to look.'),
  ...ITEM,
  ...ON_SIDE_OF,
}

const OF_STREAM: { readonly stream: FieldInfo<string, true> } = {
  stream: optional(STREAM, 'A named stream of the file instead of the unnamed one.'),
}

/** What is there, on one side or on both. */
export const ITEM_VERBS: VerbInfos<TreeStep['do'] | CacheStep['do']> = {
  'expect-holds': {
    summary: 'A file, or a named stream of it, is there and holds this.',
    group: 'expect',
    fields: {
      ...SIDE_ITEM,
      content: required(CONTENT, 'All that it holds.'),
      ...OF_STREAM,
      ...EXPECTATION,
    },
    example: {
      do: 'expect-holds',
      side: 'local',
      path: '//hq/docs/plan.txt',
      content: 'edited on the train',
    },
  },
  'expect-missing': {
    summary: 'Nothing has this name, or the item has no stream of that name.',
    group: 'expect',
    fields: { ...SIDE_ITEM, ...OF_STREAM, ...EXPECTATION },
    example: { do: 'expect-missing', side: 'server', path: '//hq/docs/plan.txt' },
  },
  'expect-directory': {
    summary: 'A directory has this name.',
    group: 'expect',
    fields: { ...SIDE_ITEM, ...EXPECTATION },
    example: { do: 'expect-directory', side: 'local', path: '//hq/docs/art' },
  },
  'expect-attributes': {
    summary: 'The item has exactly these settable attributes.',
    group: 'expect',
    fields: {
      ...SIDE_ITEM,
      attributes: required(ATTRIBUTES, 'All settable attributes that are set; the order does not matter.'),
      ...EXPECTATION,
    },
    example: {
      do: 'expect-attributes',
      side: 'local',
      path: '//hq/docs/plan.txt',
      attributes: ['READONLY', 'ARCHIVE'],
    },
  },
  'expect-spelling': {
    summary: 'The item’s name is stored in exactly the spelling of the path.',
    group: 'expect',
    fields: { ...SIDE_ITEM, ...EXPECTATION },
    example: { do: 'expect-spelling', side: 'local', path: '//hq/docs/Plan.TXT' },
  },
  'expect-streams': {
    summary: 'The item has these named streams and no others.',
    group: 'expect',
    fields: {
      ...SIDE_ITEM,
      streams: required(STREAMS, 'Names of all named streams; the order does not matter.'),
      ...EXPECTATION,
    },
    example: {
      do: 'expect-streams',
      side: 'server',
      path: '//hq/docs/plan.txt',
      streams: ['Zone.Identifier'],
    },
  },
  'expect-tree': {
    summary: 'Below the path there is this tree and nothing else.',
    group: 'expect',
    fields: {
      ...SIDE_ITEM,
      tree: required(TREE, 'Names and contents of all that is there.'),
      ...EXPECTATION,
    },
    example: {
      do: 'expect-tree',
      side: 'server',
      path: '//hq/docs',
      tree: { 'plan.txt': 'first draft', old: null },
    },
  },
  'expect-read': {
    summary:
      'A program that opens the file now reads this, or is refused with this code: it does so in a copy of the world, so that ' +
      'nothing is cached and no rights are recorded, for which there is the step `read`.',
    group: 'expect',
    fields: {
      ...SIDE_ITEM,
      user: optional(
        USER,
        'Who reads; without it, on a client `alice`, on the server the administrator at the machine.',
      ),
      content: optional(CONTENT, 'What it gets. Either this or `fails` is given.'),
      fails: optional(FAILURE_CODE, 'The code it is refused with.'),
      ...EXPECTATION,
    },
    example: { do: 'expect-read', side: 'local', path: '//hq/docs/film.avi', fails: 4350 },
  },
  'expect-same': {
    summary: 'Below the path both sides hold the same.',
    group: 'expect',
    fields: { ...ITEM, ...ON_CLIENT, ...EXPECTATION },
    example: { do: 'expect-same', path: '//hq/docs' },
  },
  'expect-dirty': {
    summary: 'The cache has changes of the item that are not synchronized, or has none.',
    group: 'expect',
    fields: {
      ...ITEM,
      ...ON_CLIENT,
      dirty: required(YES_OR_NO, '`true`: it has some; `false`: it has none.'),
      ...EXPECTATION,
    },
    example: { do: 'expect-dirty', path: '//hq/docs/plan.txt', dirty: true },
  },
  'expect-pinned': {
    summary: 'The item is pinned in these categories and no others.',
    group: 'expect',
    fields: {
      ...ITEM,
      ...ON_CLIENT,
      pins: required(PINS, 'The categories; none for an item that is not pinned.'),
      ...EXPECTATION,
    },
    example: { do: 'expect-pinned', path: '//hq/docs/plan.txt', pins: ['user'] },
  },
  'expect-shows': {
    summary: 'The engine tells this of an item in its cache.',
    group: 'expect',
    fields: {
      ...ITEM,
      ...ON_CLIENT,
      shows: required(SHOWS, 'What it tells; what is left out is not looked at.'),
      ...EXPECTATION,
    },
    example: { do: 'expect-shows', path: '//hq/docs/film.avi', shows: { sparse: true, dirty: false } },
  },
  'expect-connection': {
    summary: 'The engine tells this of how an item in its cache stands.',
    group: 'expect',
    fields: {
      ...ITEM,
      ...ON_CLIENT,
      is: required(CONNECTION, 'Online, or the narrowest reason why it is offline.'),
      ...EXPECTATION,
    },
    example: { do: 'expect-connection', path: '//hq/docs/plan.txt', is: 'need to sync' },
  },
}
