/** The verbs that hold files open and change who may do what. */

import * as v from 'valibot'
import type { Access, Right, ShareMode } from '../../sim/mod.ts'
import { type FieldInfo, type FieldType, namesIn, oneOf, required } from './field.ts'
import { PATH, SIDE } from './field-types.ts'
import { HANDLE, USER } from './name-types.ts'
import type { AccessStep } from './steps.ts'
import { COMMON, type VerbInfos } from './verb-info.ts'
import { BY_USER } from './verbs-edit.ts'
import { RIGHTS } from './world-types.ts'

/** What a program may do with the file it has open. */
const ACCESS: FieldType<Access> = {
  name: 'access',
  doc: '`"read"`, `"write"`, `"read-write"` or `"delete"`.',
  schema: oneOf(namesIn<Access>({ read: true, write: true, 'read-write': true, delete: true })),
}

/** What others may do meanwhile. */
const SHARE_MODE: FieldType<ShareMode> = {
  name: 'share mode',
  doc: 'A list of `"read"`, `"write"`, `"delete"`; empty for nothing.',
  schema: v.array(
    oneOf(namesIn<ShareMode[number]>({ read: true, write: true, delete: true })),
    'must be a list of what others may do',
  ),
}

const AT_SERVER: FieldType<'server'> = {
  name: 'server side',
  doc: '`"server"`.',
  schema: oneOf(['server']),
}

const OF_USER: {
  readonly side: FieldInfo<'server', false>
  readonly path: FieldInfo<string, false>
  readonly user: FieldInfo<string, false>
  readonly rights: FieldInfo<readonly Right[], false>
} & typeof COMMON = {
  side: required(AT_SERVER, 'Rights are the server’s.'),
  path: required(PATH, 'The item, and all below it.'),
  user: required(USER, 'The user.'),
  rights: required(RIGHTS, 'What it is about.'),
  ...COMMON,
}

/** Opening, closing, allowing and denying. */
export const ACCESS_VERBS: VerbInfos<AccessStep['do']> = {
  open: {
    summary: 'Lets a program open a file and keep it open.',
    group: 'access',
    fields: {
      side: required(SIDE, 'Where the program runs.'),
      path: required(PATH, 'The file.'),
      access: required(ACCESS, 'What the program may do with it.'),
      share: required(SHARE_MODE, 'What others may do with it meanwhile.'),
      as: required(HANDLE, 'The name under which a step `close` closes it.'),
      ...BY_USER,
    },
    example: {
      do: 'open',
      side: 'server',
      path: '//hq/docs/plan.txt',
      access: 'read-write',
      share: ['read'],
      as: 'editor',
    },
  },
  close: {
    summary: 'Lets the program close a file it has open.',
    group: 'access',
    fields: { handle: required(HANDLE, 'The name it was opened under.'), ...COMMON },
    example: { do: 'close', handle: 'editor' },
  },
  allow: {
    summary:
      'Lets a user do something on the server from now on; the item’s change time moves, as that of an edited one (F53).',
    group: 'access',
    fields: OF_USER,
    example: { do: 'allow', side: 'server', path: '//hq/docs', user: 'bob', rights: ['list', 'read'] },
  },
  deny: {
    summary:
      'Keeps a user from something on the server from now on; offline, what the user last saw online still counts.',
    group: 'access',
    fields: OF_USER,
    example: { do: 'deny', side: 'server', path: '//hq/docs/plan.txt', user: 'bob', rights: ['read'] },
  },
}
