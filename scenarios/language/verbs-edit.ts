/** The verbs that change files and directories, the same on both sides. */

import { CONTENT } from './content-types.ts'
import { type FieldInfo, optional, required } from './field.ts'
import { ATTRIBUTES, FAILURE_CODE, OFFSET, PATH, SIDE, TIME } from './field-types.ts'
import type { EditingStep, StepSide } from './steps.ts'
import { COMMON, type VerbInfos } from './verb-info.ts'

const SIDE_FIELD: FieldInfo<StepSide, false> = required(SIDE, 'Where it is done.')

/** What every edit may have. */
const EDIT: typeof COMMON & { readonly fails: FieldInfo<number, true> } = {
  fails: optional(
    FAILURE_CODE,
    'The edit is refused with this Win32 code; without it, a refused edit is a mistake of the scenario.',
  ),
  ...COMMON,
}

/** Writing, renaming, removing and so on. */
export const EDIT_VERBS: VerbInfos<EditingStep['do']> = {
  write: {
    summary: 'Creates a file or replaces all it holds.',
    group: 'edit',
    fields: {
      side: SIDE_FIELD,
      path: required(PATH, 'The file.'),
      content: required(CONTENT, 'What it holds afterwards.'),
      ...EDIT,
    },
    example: { do: 'write', side: 'server', path: '//hq/docs/plan.txt', content: 'edited at the office' },
  },
  append: {
    summary: 'Adds to the end of a file.',
    group: 'edit',
    fields: {
      side: SIDE_FIELD,
      path: required(PATH, 'The file, which must be there.'),
      content: required(CONTENT, 'What is added.'),
      ...EDIT,
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
      content: required(CONTENT, 'The new bytes.'),
      ...EDIT,
    },
    example: { do: 'edit', side: 'local', path: '//hq/docs/plan.txt', offset: 6, content: 'DRAFT' },
  },
  touch: {
    summary: 'Sets the last-write time to the present.',
    group: 'edit',
    fields: { side: SIDE_FIELD, path: required(PATH, 'The item.'), ...EDIT },
    example: { do: 'touch', side: 'server', path: '//hq/docs/plan.txt' },
  },
  mkdir: {
    summary: 'Makes a directory.',
    group: 'edit',
    fields: { side: SIDE_FIELD, path: required(PATH, 'The directory; its parent must be there.'), ...EDIT },
    example: { do: 'mkdir', side: 'server', path: '//hq/docs/new' },
  },
  rename: {
    summary: 'Renames or moves an item within its share; a file in the way is replaced.',
    group: 'edit',
    fields: {
      side: SIDE_FIELD,
      path: required(PATH, 'The item.'),
      to: required(PATH, 'Its new path, on the same share.'),
      ...EDIT,
    },
    example: { do: 'rename', side: 'local', path: '//hq/docs/plan.txt', to: '//hq/docs/old/plan.txt' },
  },
  remove: {
    summary: 'Removes a file, or a directory with all it holds.',
    group: 'edit',
    fields: { side: SIDE_FIELD, path: required(PATH, 'The item.'), ...EDIT },
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
      ...EDIT,
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
      ...EDIT,
    },
    example: {
      do: 'set-times',
      side: 'server',
      path: '//hq/docs/plan.txt',
      lastWrite: '2010-01-04 08:30:00',
    },
  },
}
