/** Fields that hold names: of clients, users, open files and streams. */

import * as v from 'valibot'
import type { FieldType } from './field.ts'

const NAME_FORM = 'must be letters, digits and dashes, the first no dash'
const NAME = /^[A-Za-z0-9][A-Za-z0-9-]*$/

const name: v.GenericSchema<unknown, string> = v.pipe(v.string(NAME_FORM), v.regex(NAME, NAME_FORM))

/** A client. */
export const CLIENT: FieldType<string> = {
  name: 'client name',
  doc:
    'Letters, digits and dashes. The client `laptop` is always there, others are made by a step `client`; letter case matters.',
  schema: name,
}

/** A user. */
export const USER: FieldType<string> = {
  name: 'user name',
  doc:
    'Letters, digits and dashes. The user `alice` is always there, others are made by a step `user`; letter case matters.',
  schema: v.pipe(name),
}

/** A file that is kept open. */
export const HANDLE: FieldType<string> = {
  name: 'handle name',
  doc: 'Letters, digits and dashes; no two steps `open` of a scenario have the same.',
  schema: v.pipe(name),
}

const STREAM_FORM = 'must be the name of a stream: a text without colon or slash'

const stream: v.GenericSchema<unknown, string> = v.pipe(
  v.string(STREAM_FORM),
  v.regex(/^[^:/\\]+$/, STREAM_FORM),
)

/** A named stream. */
export const STREAM: FieldType<string> = {
  name: 'stream name',
  doc: 'A text that is not empty, without colon or slash, such as `"Zone.Identifier"`.',
  schema: stream,
}

/** Named streams. */
export const STREAMS: FieldType<readonly string[]> = {
  name: 'stream names',
  doc: 'A list of names of streams; empty for an item that has none.',
  schema: v.array(stream, 'must be a list of names of streams'),
}
