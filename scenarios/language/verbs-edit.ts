/** The verbs that change files and directories, or look at them, the same on both sides. */

import { BYTES, CONTENT } from './content-types.ts'
import { type FieldInfo, optional, required } from './field.ts'
import { ATTRIBUTES, FAILURE_CODE, OFFSET, PATH, SIDE, TIME, YES_OR_NO } from './field-types.ts'
import { CLIENT, STREAM, USER } from './name-types.ts'
import type { EditingStep, StepSide } from './steps.ts'
import { COMMON, type VerbInfos } from './verb-info.ts'

const SIDE_FIELD: FieldInfo<StepSide, false> = required(SIDE, 'Where it is done.')

/** What everything that somebody does may have. */
export const BY_USER: typeof COMMON & {
  readonly client: FieldInfo<string, true>
  readonly user: FieldInfo<string, true>
  readonly fails: FieldInfo<number, true>
} = {
  client: optional(CLIENT, 'The client at which it is done, for the side `local`. Default `laptop`.'),
  user: optional(
    USER,
    'Who does it; without it, on a client `alice`, on the server the administrator at the machine.',
  ),
  fails: optional(
    FAILURE_CODE,
    'It is refused with this Win32 code; without it, a refusal is a mistake of the scenario.',
  ),
  ...COMMON,
}

const OF_STREAM: { readonly stream: FieldInfo<string, true> } = {
  stream: optional(STREAM, 'A named stream of the file instead of the unnamed one.'),
}

/** Writing, renaming, removing, reading and so on. */
export const EDIT_VERBS: VerbInfos<EditingStep['do']> = {
  write: {
    summary: 'Creates a file or replaces all it holds.',
    group: 'edit',
    fields: {
      side: SIDE_FIELD,
      path: required(PATH, 'The file.'),
      content: required(CONTENT, 'What it holds afterwards.'),
      ...OF_STREAM,
      ...BY_USER,
    },
    example: { do: 'write', side: 'server', path: '//hq/docs/plan.txt', content: 'edited at the office' },
  },
  append: {
    summary: 'Adds to the end of a file.',
    group: 'edit',
    fields: {
      side: SIDE_FIELD,
      path: required(PATH, 'The file, which must be there.'),
      content: required(BYTES, 'What is added.'),
      ...OF_STREAM,
      ...BY_USER,
    },
    example: { do: 'append', side: 'local', path: '//hq/docs/log.txt', content: 'one more line\n' },
  },
  edit: {
    summary: 'Overwrites part of a file in place.',
    group: 'edit',
    fields: {
      side: SIDE_FIELD,
      path: required(PATH, 'The file, which must be there.'),
      offset: required(OFFSET, 'Where the new bytes begin, in bytes from the start of the file.'),
      content: required(BYTES, 'The new bytes.'),
      ...OF_STREAM,
      ...BY_USER,
    },
    example: { do: 'edit', side: 'local', path: '//hq/docs/plan.txt', offset: 6, content: 'DRAFT' },
  },
  touch: {
    summary: 'Sets the last-write time to the present.',
    group: 'edit',
    fields: { side: SIDE_FIELD, path: required(PATH, 'The item.'), ...BY_USER },
    example: { do: 'touch', side: 'server', path: '//hq/docs/plan.txt' },
  },
  mkdir: {
    summary: 'Makes a directory.',
    group: 'edit',
    fields: {
      side: SIDE_FIELD,
      path: required(PATH, 'The directory; its parent must be there.'),
      ...BY_USER,
    },
    example: { do: 'mkdir', side: 'server', path: '//hq/docs/new' },
  },
  rename: {
    summary:
      'Renames or moves an item within its share; a file in the way is replaced unless `replace` forbids it.',
    group: 'edit',
    fields: {
      side: SIDE_FIELD,
      path: required(PATH, 'The item.'),
      to: required(PATH, 'Its new path, on the same share.'),
      replace: optional(
        YES_OR_NO,
        '`false`: where something has the new name already, it is refused with 183. Default `true`.',
      ),
      ...BY_USER,
    },
    example: { do: 'rename', side: 'local', path: '//hq/docs/plan.txt', to: '//hq/docs/old/plan.txt' },
  },
  remove: {
    summary: 'Removes a file, a directory with all it holds, or a named stream.',
    group: 'edit',
    fields: { side: SIDE_FIELD, path: required(PATH, 'The item.'), ...OF_STREAM, ...BY_USER },
    example: { do: 'remove', side: 'local', path: '//hq/docs/plan.txt' },
  },
  'set-attributes': {
    summary: 'Sets and clears attributes.',
    group: 'edit',
    fields: {
      side: SIDE_FIELD,
      path: required(PATH, 'The item.'),
      set: optional(ATTRIBUTES, 'The attributes to set.'),
      clear: optional(ATTRIBUTES, 'The attributes to clear.'),
      ...BY_USER,
    },
    example: { do: 'set-attributes', side: 'server', path: '//hq/docs/plan.txt', set: ['READONLY'] },
  },
  'set-times': {
    summary: 'Sets times.',
    group: 'edit',
    fields: {
      side: SIDE_FIELD,
      path: required(PATH, 'The item.'),
      lastWrite: optional(TIME, 'When its data was last written.'),
      creation: optional(TIME, 'When it was created.'),
      lastAccess: optional(TIME, 'When it was last opened; opening it does not move this time.'),
      ...BY_USER,
    },
    example: {
      do: 'set-times',
      side: 'server',
      path: '//hq/docs/plan.txt',
      lastWrite: '2010-01-04 08:30:00',
    },
  },
  read: {
    summary:
      'A program reads a file to its end, whatever it gets: on a client the engine may cache the file and record rights.',
    group: 'edit',
    fields: { side: SIDE_FIELD, path: required(PATH, 'The file.'), ...OF_STREAM, ...BY_USER },
    example: { do: 'read', side: 'local', path: '//hq/docs/plan.txt' },
  },
  list: {
    summary: 'A program lists a directory, whatever it gets: on a client the engine may record rights.',
    group: 'edit',
    fields: { side: SIDE_FIELD, path: required(PATH, 'The directory.'), ...BY_USER },
    example: { do: 'list', side: 'local', path: '//hq/docs/art' },
  },
}
