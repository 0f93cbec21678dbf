/** Flaws: what a schema has against a value, in words an author understands, with the place inside the value. */

import * as v from 'valibot'

/** One thing that is wrong with a value. */
export interface Flaw {
  /** A sentence. */
  readonly message: string
  readonly hint: string | undefined
  /** Field names and list indexes that lead to the place. */
  readonly at: readonly (string | number)[]
  /** Set when the name of the last field is meant, not its value. */
  readonly onName?: true
}

/** A flaw of one step of a list. */
export interface StepFlaw extends Flaw {
  /** Its index. */
  readonly step: number
}

/** Letters of a wrong value that a message shows. */
const SHOWN = 40

/** Everything a schema has against a value; `of` names the value in the messages, such as `step "write"`. */
export function flawsIn(
  schema: v.GenericSchema<unknown, unknown>,
  value: unknown,
  of: string,
): readonly Flaw[] {
  const { issues = [] } = v.safeParse(schema, value)
  return issues.map((issue) => flawOf(issue, of))
}

function flawOf(issue: v.BaseIssue<unknown>, of: string): Flaw {
  const at = (issue.path ?? []).map(({ key }) => typeof key === 'number' ? key : String(key))
  const [what = '', hint] = issue.message.split('\n')
  const message = what.startsWith('must ') ? `${subject(at, of)} ${what}${show(issue.input)}` : what
  const onName = issue.path?.at(-1)?.origin === 'key'
  return { message, hint, at, ...(onName ? { onName } : {}) }
}

function subject(at: readonly (string | number)[], of: string): string {
  if (at.length === 0) return `The ${of}`
  const [first, ...rest] = at
  const field = rest.reduce<string>(
    (text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${key}`),
    `${first}`,
  )
  return `${JSON.stringify(field)} of the ${of}`
}

/** The value that was found instead; a list or an object only as such. */
function show(value: unknown): string {
  if (typeof value === 'object' && value !== null) return ''
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return `, not ${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}`
}
