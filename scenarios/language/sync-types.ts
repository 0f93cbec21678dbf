/** Fields of a call of `Synchronize`: its paths, the answers it gets, what goes wrong and what others do meanwhile. */

import * as v from 'valibot'
import { type FieldType, namesIn, oneOf, quoted, strictObject } from './field.ts'
import { ORDINAL, PATH } from './field-types.ts'
import { faultObject, placeEntries } from './place-types.ts'
import type {
  FaultSpec,
  HandlerAnswer,
  MeanwhileSpec,
  MeanwhileStep,
  ProgressAnswer,
  SyncPath,
} from './steps.ts'
import type { VerbInfos } from './verb-info.ts'
import { stepSchema } from './verb-schema.ts'
import { ACCESS_VERBS } from './verbs-access.ts'
import { CONNECTION_VERBS } from './verbs-connection.ts'
import { EDIT_VERBS } from './verbs-edit.ts'
import { MACHINE_VERBS } from './verbs-machine.ts'
import { resolution, RESOLUTION_LIST } from './world-types.ts'

const itemPath: v.GenericSchema<unknown, string> = v.pipe(
  PATH.schema,
  v.description('Only for this item; without it for any.'),
)

const applies: v.GenericSchema<unknown, number> = v.pipe(
  ORDINAL.schema,
  v.description('Only the n-th time it applies, from 1; without it every time.'),
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
  nth: v.exactOptional(applies),
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

const handlerAnswer: v.GenericSchema<unknown, HandlerAnswer> = strictObject('A handler answer', {
  path: v.exactOptional(itemPath),
  nth: v.exactOptional(applies),
  answer: v.pipe(resolution, v.description('How the conflict is resolved.')),
  newName: v.exactOptional(
    v.pipe(
      v.string('must be a text'),
      v.description('The bare name of the copy that `keep-all` makes.'),
    ),
  ),
})

/** What the conflict handler answers. */
export const HANDLER: FieldType<readonly HandlerAnswer[]> = {
  name: 'handler answers',
  doc:
    'A list of `{ "path"?: PATH, "nth"?: ORDINAL, "answer": RESOLUTION, "newName"?: TEXT }`; for what no answer is about the ' +
    `handler answers \`"none"\`. Resolutions are ${RESOLUTION_LIST}.`,
  schema: v.array(handlerAnswer, 'must be a list of handler answers'),
}

/** How the user answers a prompt. */
export const CREDENTIALS: FieldType<'given' | 'refused'> = {
  name: 'credentials',
  doc: '`"given"` or `"refused"`.',
  schema: oneOf(['given', 'refused']),
}

/** What goes wrong during a call. */
export const FAULTS: FieldType<readonly FaultSpec[]> = {
  name: 'faults',
  doc: 'A list of objects with the fields of a step `fault`.',
  schema: v.array(faultObject, 'must be a list of faults'),
}

const MEANWHILE_VERBS: VerbInfos<MeanwhileStep['do']> = {
  ...EDIT_VERBS,
  ...ACCESS_VERBS,
  ...CONNECTION_VERBS,
  ...MACHINE_VERBS,
}

/** A step that may happen during a call. */
export const anyMeanwhile: v.GenericSchema<unknown, unknown> = stepSchema(MEANWHILE_VERBS, {
  message: (verb) => `${quoted([verb])} is no verb for what happens during a call`,
  hint: 'During a call files are edited and opened, and connections and machines change',
})

const meanwhile: v.GenericSchema<unknown, unknown> = strictObject('What happens during the call', {
  ...placeEntries(),
  steps: v.pipe(
    v.array(anyMeanwhile, 'must be a list of steps'),
    v.nonEmpty('must hold at least one step'),
    v.description('What happens right before the request is performed, in order.'),
  ),
})

/** What others do during a call. */
export const DURING: FieldType<readonly MeanwhileSpec[]> = {
  name: 'meanwhile',
  doc:
    'A list of objects with the fields of a place (see `fault`) and `steps`: what happens right before the request is ' +
    'performed; edits, open files and rights, connections, clocks, settings and limits.',
  schema: v.pipe(
    v.array(meanwhile, 'must be a list of what happens during the call'),
    v.guard(isMeanwhileList),
  ),
}

/** The steps have been judged by the schemas of their verbs. */
function isMeanwhileList(list: readonly unknown[]): list is readonly MeanwhileSpec[] {
  return list.every((entry) => typeof entry === 'object')
}

/** True for the name of a verb that may happen during a call. */
export function isMeanwhile(verb: string): verb is MeanwhileStep['do'] {
  return Object.hasOwn(MEANWHILE_VERBS, verb)
}
