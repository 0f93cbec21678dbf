/** What the registry of verbs is made of: types of values, fields, and schemas whose messages an author understands. */

import * as v from 'valibot'
import { didYouMean } from './nearest.ts'

/**
 * A kind of value that fields hold. The messages of its schema either begin with `must` and go on from the field's name,
 * or are whole sentences; a second line is a hint.
 */
export interface FieldType<T> {
  /** The name under which the reference page explains it. */
  readonly name: string
  /** What values look like, with units and limits. */
  readonly doc: string
  readonly schema: v.GenericSchema<unknown, T>
}

/** A field of a step. */
export interface FieldInfo<T, Optional extends boolean = boolean> {
  readonly type: FieldType<T>
  /** One line: what the value is for. */
  readonly doc: string
  readonly optional: Optional
}

/** Words that one message can tell. */
const SHORT_LIST = 8

/** A field that must be there. */
export function required<T>(type: FieldType<T>, doc: string): FieldInfo<T, false> {
  return { type, doc, optional: false }
}

/** A field that may be left out. */
export function optional<T>(type: FieldType<T>, doc: string): FieldInfo<T, true> {
  return { type, doc, optional: true }
}

/** The names that stand in a record with all of them; so none can be forgotten. */
export function namesIn<T extends string>(all: Readonly<Record<T, true>>): readonly T[] {
  return Object.keys(all).filter((name): name is T => Object.hasOwn(all, name))
}

/** One of a list of words. A long list is not told to someone who was near. */
export function oneOf<T extends string>(words: readonly T[]): v.GenericSchema<unknown, T> {
  const short = words.length <= SHORT_LIST
  return v.picklist(words, ({ input }) => {
    const near = typeof input === 'string' ? didYouMean(input, words) : undefined
    const all = short ? undefined : `Known are ${quoted(words)}`
    return withHint(short ? `must be one of ${quoted(words)}` : 'must be a known word', near ?? all)
  })
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number, must: string): v.GenericSchema<unknown, number> {
  return v.pipe(v.number(must), v.integer(must), v.minValue(least, must), v.maxValue(most, must))
}

/** An object with these fields and no others; `name` begins the sentences about it. */
export function strictObject<const Entries extends v.ObjectEntries>(
  name: string,
  entries: Entries,
): v.StrictObjectSchema<Entries, (issue: v.StrictObjectIssue) => string> {
  return v.strictObject(entries, (issue) => describeObjectIssue(name, entries, issue))
}

/** A message with a hint on its second line. */
export function withHint(message: string, hint: string | undefined): string {
  return hint === undefined ? message : `${message}\n${hint}`
}

/** `"a", "b", "c"`. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => JSON.stringify(word)).join(', ')
}

function describeObjectIssue(name: string, entries: v.ObjectEntries, issue: v.StrictObjectIssue): string {
  const fields = Object.keys(entries)
  const place = issue.path?.[0]
  if (place === undefined) return `must be an object with ${quoted(fields)}`
  const field = String(place.key)
  if (issue.expected !== 'never') {
    const entry = entries[field]
    const doc = entry === undefined ? undefined : v.getDescription(entry)
    const hint = doc === undefined ? undefined : `Add ${quoted([field])}: ${doc}`
    return withHint(`${name} lacks ${quoted([field])}`, hint)
  }
  const unknown = Object.keys(issue.path?.[0].input ?? {}).filter((key) => !Object.hasOwn(entries, key))
  const hint = didYouMean(field, fields) ?? `Its fields are ${quoted(fields)}`
  return withHint(`${name} has no ${unknown.length === 1 ? 'field' : 'fields'} ${quoted(unknown)}`, hint)
}
