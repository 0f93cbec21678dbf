/** The schema of steps, made from entries of the registry. */

import * as v from 'valibot'
import { type FieldInfo, quoted, strictObject, withHint } from './field.ts'
import { didYouMean } from './nearest.ts'
import { fieldsIn } from './verb-info.ts'

/** What the schema needs to know of a verb. */
interface Entry {
  readonly summary: string
  readonly fields: Readonly<Record<string, FieldInfo<unknown>>>
}

/** How a verb is refused that is none of those one may use. */
export interface Refusal {
  readonly message: (verb: string) => string
  readonly hint: string
}

const UNKNOWN: Refusal = {
  message: (verb) => `Unknown verb ${quoted([verb])}`,
  hint: 'See docs/verbs.md for all verbs',
}

/** A step of one of these verbs: its fields as the registry has them, and no others. */
export function stepSchema(
  verbs: Readonly<Record<string, Entry>>,
  refusal: Refusal = UNKNOWN,
): v.GenericSchema<unknown, unknown> {
  return v.variant(
    'do',
    Object.entries(verbs).map(([verb, entry]) => verbSchema(verb, entry)),
    ({ input, path }) => path === undefined ? 'must be an object with "do" and more' : describeVerb(input),
  )

  function describeVerb(verb: unknown): string {
    if (verb === undefined) {
      return withHint('The step lacks "do"', 'Say which verb it is, such as "do": "write"')
    }
    if (typeof verb !== 'string') return 'must be a verb'
    return withHint(refusal.message(verb), didYouMean(verb, Object.keys(verbs)) ?? refusal.hint)
  }
}

function verbSchema(verb: string, entry: Entry) {
  const entries = fieldsIn(entry).map(([name, { type, doc, optional }]): [string, v.GenericSchema] => {
    const schema = v.pipe(type.schema, v.description(doc))
    return [name, optional ? v.exactOptional(schema) : schema]
  })
  const fields = { do: v.literal(verb), ...Object.fromEntries(entries) }
  return v.pipe(strictObject(`The step "${verb}"`, fields), v.description(entry.summary))
}
