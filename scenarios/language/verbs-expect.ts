/** The verbs that expect something of a round. */

import * as v from 'valibot'
import type { CacheEvent, PromptChannel } from '../../sim/mod.ts'
import { CODE, MESSAGES, ORDINAL, PATH, PATHS, STATE } from './field-types.ts'
import { type FieldInfo, type FieldType, namesIn, oneOf, optional, quoted, required } from './field.ts'
import type { ChangeName, CourseMark } from './steps.ts'
import { EXPECTATION, type VerbInfos } from './verb-info.ts'

const ROUND: { readonly round: FieldInfo<number, false> } = {
  round: required(ORDINAL, 'The number of the call, from 1.'),
}

const ITEM: typeof ROUND & { readonly path: FieldInfo<string, false> } = {
  ...ROUND,
  path: required(PATH, 'The item.'),
}

const PROMPTS: FieldType<readonly PromptChannel[]> = {
  name: 'prompts',
  doc: 'A list of `"window"` and `"console"`; empty for no prompt.',
  schema: v.array(
    oneOf(namesIn<PromptChannel>({ window: true, console: true })),
    'must be a list of prompts',
  ),
}

const EVENTS: readonly CacheEvent['event'][] = namesIn<CacheEvent['event']>({
  SYNCBEGIN: true,
  SYNCFILERESULT: true,
  SYNCEND: true,
  SYNCCONFLICTRECADDED: true,
  SYNCCONFLICTRECUPDATED: true,
  SYNCCONFLICTRECREMOVED: true,
  BACKGROUNDSYNCBEGIN: true,
  BACKGROUNDSYNCEND: true,
  ITEMDISCONNECTED: true,
  ITEMRECONNECTED: true,
  ITEMAVAILABLEOFFLINE: true,
  ITEMNOTAVAILABLEOFFLINE: true,
  ITEMPINNED: true,
  ITEMNOTPINNED: true,
  ITEMMODIFIED: true,
  ITEMADDEDTOCACHE: true,
  ITEMDELETEDFROMCACHE: true,
  ITEMRENAMED: true,
})

const TOLD: readonly Exclude<CourseMark, CacheEvent['event']>[] = [
  'Begin',
  'ItemBegin',
  'ItemResult',
  'End',
  'server changed',
  'local changed',
]

const COURSE: FieldType<readonly CourseMark[]> = {
  name: 'course',
  doc: `A list of ${
    quoted(TOLD)
  } and published events by name, such as \`"ITEMPINNED"\` (OFFLINEFILES_EVENTS).`,
  schema: v.array(oneOf<CourseMark>([...TOLD, ...EVENTS]), 'must be a list of what happens in a call'),
}

const CHANGES: FieldType<readonly ChangeName[]> = {
  name: 'changes',
  doc:
    'A list of `"LOCAL_SIZE"`, `"LOCAL_ATTRIBUTES"`, `"LOCAL_TIME"`, `"REMOTE_SIZE"`, `"REMOTE_ATTRIBUTES"`, `"REMOTE_TIME"` (OFFLINEFILES_CHANGES); empty for none.',
  schema: v.array(
    oneOf(
      namesIn<ChangeName>({
        LOCAL_SIZE: true,
        LOCAL_ATTRIBUTES: true,
        LOCAL_TIME: true,
        REMOTE_SIZE: true,
        REMOTE_ATTRIBUTES: true,
        REMOTE_TIME: true,
      }),
    ),
    'must be a list of changes',
  ),
}

/** What a call returned, reported and recorded. */
export const ROUND_VERBS: VerbInfos<
  | 'expect-return'
  | 'expect-conflict'
  | 'expect-no-conflicts'
  | 'expect-result'
  | 'expect-items'
  | 'expect-state'
  | 'expect-progress'
  | 'expect-prompts'
  | 'expect-course'
  | 'expect-changes'
  | 'expect-crashed'
> = {
  'expect-return': {
    summary: 'The call returned this code.',
    group: 'expect',
    fields: { ...ROUND, code: required(CODE, 'The value it returned.'), ...EXPECTATION },
    example: { do: 'expect-return', round: 1, code: 0 },
  },
  'expect-conflict': {
    summary: 'After the call a conflict of the item was recorded or updated, in this state.',
    group: 'expect',
    fields: { ...ITEM, state: required(STATE, 'The state in the conflict’s record.'), ...EXPECTATION },
    example: {
      do: 'expect-conflict',
      round: 1,
      path: '//hq/docs/plan.txt',
      state: 'FileChangedOnClient_ChangedOnServer',
      because: 'SYNC-33',
    },
  },
  'expect-no-conflicts': {
    summary: 'The call recorded and updated no conflict.',
    group: 'expect',
    fields: { ...ROUND, ...EXPECTATION },
    example: { do: 'expect-no-conflicts', round: 1 },
  },
  'expect-result': {
    summary: 'The item’s last ItemResult of the call had this code.',
    group: 'expect',
    fields: { ...ITEM, code: required(CODE, 'The Win32 code, 0 for success.'), ...EXPECTATION },
    example: { do: 'expect-result', round: 1, path: '//hq/docs/plan.txt', code: 32 },
  },
  'expect-items': {
    summary: 'The call reported these items and no others, in this order.',
    group: 'expect',
    fields: { ...ROUND, paths: required(PATHS, 'The items.'), ...EXPECTATION },
    example: { do: 'expect-items', round: 1, paths: ['//hq/docs/plan.txt'] },
  },
  'expect-state': {
    summary: 'The engine found the item in this state.',
    group: 'expect',
    fields: { ...ITEM, state: required(STATE, 'The state as the engine logged it.'), ...EXPECTATION },
    example: { do: 'expect-state', round: 1, path: '//hq/docs/plan.txt', state: 'FileChangedOnServer' },
  },
  'expect-progress': {
    summary: 'The caller received exactly these progress texts.',
    group: 'expect',
    fields: {
      ...ROUND,
      messages: required(MESSAGES, 'Texts of the form `Reason:Result:ResultText:[Path]`.'),
      ...EXPECTATION,
    },
    example: {
      do: 'expect-progress',
      round: 1,
      messages: [
        '0:0:The operation completed successfully.:[]',
        '1:0:The operation completed successfully.:[]',
      ],
    },
  },
  'expect-prompts': {
    summary: 'The user was asked for credentials in these ways, in this order, and no more.',
    group: 'expect',
    fields: { ...ROUND, prompts: required(PROMPTS, 'One for every prompt.'), ...EXPECTATION },
    example: { do: 'expect-prompts', round: 1, prompts: ['window'] },
  },
  'expect-course': {
    summary:
      'In the call this happened in this order: reports to the caller, changes on either side, published events.',
    group: 'expect',
    fields: {
      ...ROUND,
      path: optional(PATH, 'Only what is about this item; without it all that happened.'),
      marks: required(COURSE, 'What happened; changes on one side that follow each other count as one.'),
      ...EXPECTATION,
    },
    example: {
      do: 'expect-course',
      round: 1,
      path: '//hq/docs/plan.txt',
      marks: ['ItemBegin', 'server changed', 'SYNCFILERESULT', 'ItemResult'],
    },
  },
  'expect-changes': {
    summary:
      'The engine found just these differences from the original, and told a conflict handler the same.',
    group: 'expect',
    fields: {
      ...ITEM,
      changes: required(CHANGES, 'All that differed; the order does not matter.'),
      ...EXPECTATION,
    },
    example: {
      do: 'expect-changes',
      round: 1,
      path: '//hq/docs/plan.txt',
      changes: ['LOCAL_SIZE', 'LOCAL_TIME', 'REMOTE_TIME'],
    },
  },
  'expect-crashed': {
    summary: 'The engine was dropped in this call.',
    group: 'expect',
    fields: { ...ROUND, ...EXPECTATION },
    example: { do: 'expect-crashed', round: 1 },
  },
}
