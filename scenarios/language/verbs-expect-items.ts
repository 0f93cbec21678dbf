/** The verbs that expect something of files, directories and the cache. */

import { CONTENT, TREE } from './content-types.ts'
import { type FieldInfo, required } from './field.ts'
import { ATTRIBUTES, PATH, PINS, SIDE, YES_OR_NO } from './field-types.ts'
import type { StepSide } from './steps.ts'
import { EXPECTATION, type VerbInfos } from './verb-info.ts'

const ITEM: { readonly path: FieldInfo<string, false> } = { path: required(PATH, 'The item.') }

const SIDE_ITEM: { readonly side: FieldInfo<StepSide, false> } & typeof ITEM = {
  side: required(SIDE, 'Where to look.'),
  ...ITEM,
}

/** What is there, on one side or on both. */
export const ITEM_VERBS: VerbInfos<
  | 'expect-holds'
  | 'expect-missing'
  | 'expect-directory'
  | 'expect-attributes'
  | 'expect-spelling'
  | 'expect-tree'
  | 'expect-same'
  | 'expect-dirty'
  | 'expect-pinned'
> = {
  'expect-holds': {
    summary: 'A file is there and holds this.',
    group: 'expect',
    fields: { ...SIDE_ITEM, content: required(CONTENT, 'All that it holds.'), ...EXPECTATION },
    example: {
      do: 'expect-holds',
      side: 'local',
      path: '//hq/docs/plan.txt',
      content: 'edited on the train',
    },
  },
  'expect-missing': {
    summary: 'Nothing has this name.',
    group: 'expect',
    fields: { ...SIDE_ITEM, ...EXPECTATION },
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
  'expect-same': {
    summary: 'Below the path both sides hold the same.',
    group: 'expect',
    fields: { ...ITEM, ...EXPECTATION },
    example: { do: 'expect-same', path: '//hq/docs' },
  },
  'expect-dirty': {
    summary: 'The cache has changes of the item that are not synchronized, or has none.',
    group: 'expect',
    fields: {
      ...ITEM,
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
      pins: required(PINS, 'The categories; none for an item that is not pinned.'),
      ...EXPECTATION,
    },
    example: { do: 'expect-pinned', path: '//hq/docs/plan.txt', pins: ['user'] },
  },
}
