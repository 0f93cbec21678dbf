/** Fields of a call of `Synchronize`: its paths, the answers of its progress sink, the place of a crash. */

import * as v from 'valibot'
import type { RequestKind, SyncOperation } from '../../sim/mod.ts'
import { type FieldType, namesIn, oneOf, strictObject } from './field.ts'
import { ORDINAL, PATH } from './field-types.ts'
import type { CrashSpec, ProgressAnswer, SyncPath } from './steps.ts'

const REQUEST_KINDS: readonly RequestKind[] = namesIn<RequestKind>({
  connect: true,
  list: true,
  stat: true,
  open: true,
  read: true,
  write: true,
  truncate: true,
  stage: true,
  commit: true,
  close: true,
  'set-info': true,
  mkdir: true,
  rename: true,
  remove: true,
  'get-record': true,
  'put-record': true,
  'list-records': true,
  clock: true,
  status: true,
  settings: true,
  progress: true,
  'query-abort': true,
  'resolve-conflict': true,
  'ask-credentials': true,
  publish: true,
  log: true,
})

const OPERATIONS: readonly SyncOperation[] = namesIn<SyncOperation>({
  CREATE_COPY_ON_SERVER: true,
  CREATE_COPY_ON_CLIENT: true,
  SYNC_TO_SERVER: true,
  SYNC_TO_CLIENT: true,
  DELETE_SERVER_COPY: true,
  DELETE_CLIENT_COPY: true,
  PIN: true,
  PREPARE: true,
})

const itemPath: v.GenericSchema<unknown, string> = v.pipe(
  PATH.schema,
  v.description('Only for this item; without it for any.'),
)

const rawPath: v.GenericSchema<unknown, { readonly raw: string | null }> = strictObject('The raw path', {
  raw: v.pipe(
    v.nullable(v.string('must be a text or null')),
    v.description('Passed to the call untouched.'),
  ),
})

/** A path or something raw, for the JSON Schema. */
export const anySyncPath: v.GenericSchema<unknown, SyncPath> = v.union([PATH.schema, rawPath])

/** The paths of a call. */
export const SYNC_PATHS: FieldType<readonly SyncPath[] | null> = {
  name: 'sync paths',
  doc:
    'A list of paths, or of `{ "raw": TEXT }` (`null` for no text) to pass something untouched; `null` for no list at all.',
  schema: v.nullable(
    v.array(
      v.lazy((value) => {
        if (value === undefined) return anySyncPath
        return typeof value === 'object' && value !== null ? rawPath : PATH.schema
      }),
      'must be a list of paths, or null',
    ),
  ),
}

const answer: v.GenericSchema<unknown, ProgressAnswer> = strictObject('A progress answer', {
  to: v.pipe(
    oneOf(namesIn<ProgressAnswer['to']>({ begin: true, 'item-begin': true, 'item-result': true })),
    v.description('The report that is answered.'),
  ),
  path: v.exactOptional(itemPath),
  nth: v.exactOptional(
    v.pipe(
      ORDINAL.schema,
      v.description('Only the n-th time it applies, from 1; without it every time.'),
    ),
  ),
  answer: v.pipe(
    oneOf(namesIn<ProgressAnswer['answer']>({ retry: true, abort: true })),
    v.description('What the sink answers in place of `continue`.'),
  ),
})

/** What the progress sink answers. */
export const PROGRESS: FieldType<readonly ProgressAnswer[]> = {
  name: 'progress answers',
  doc:
    'A list of `{ "to": "begin" | "item-begin" | "item-result", "path"?: PATH, "nth"?: ORDINAL, "answer": "retry" | ' +
    '"abort" }`.',
  schema: v.array(answer, 'must be a list of progress answers'),
}

/** Where the engine is dropped. */
export const CRASH: FieldType<CrashSpec> = {
  name: 'crash',
  doc:
    '`{ "when": "before" | "after", "request": KIND, "path"?: PATH, "operation"?: OPERATION, "nth"?: ORDINAL }`. Kinds: ' +
    `${REQUEST_KINDS.map((kind) => `\`${kind}\``).join(', ')}. Operations: ${
      OPERATIONS.map((name) => `\`${name}\``).join(', ')
    }.`,
  schema: strictObject('The crash', {
    when: v.pipe(
      oneOf(namesIn<CrashSpec['when']>({ before: true, after: true })),
      v.description('Before the request has taken effect, or after it.'),
    ),
    request: v.pipe(oneOf(REQUEST_KINDS), v.description('The kind of request.')),
    path: v.exactOptional(itemPath),
    operation: v.exactOptional(
      v.pipe(
        oneOf(OPERATIONS),
        v.description('Only while this operation is in hand; without it for any.'),
      ),
    ),
    nth: v.exactOptional(
      v.pipe(
        ORDINAL.schema,
        v.description('The n-th such request of the run, from 1. Default 1.'),
      ),
    ),
  }),
}
