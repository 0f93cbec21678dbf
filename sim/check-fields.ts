/** Checks of values from outside, which may be anything: what each field must be, and which of them is something else. */

import { CsclabError, type ErrorCode } from './errors.ts'

/** What is wrong with a value. */
export interface Flaw {
  /** The field, and the place in it. */
  readonly at: string
  readonly value: unknown
  /** What it must be, in words that complete "it must be …". */
  readonly must: string
}

/** Looks at the value that stands at a place. */
export type Check = (value: unknown, at: string) => Flaw | undefined

/** The checks of an object's fields, by their names. Fields without one are not looked at. */
export type Checks = Readonly<Record<string, Check>>

/** A text, the empty one too. */
export const TEXT: Check = is('a text', (value) => typeof value === 'string')

/** Yes or no. */
export const BOOLEAN: Check = is('true or false', (value) => typeof value === 'boolean')

/** Any object. */
export const OBJECT: Check = is('an object', (value) => typeof value === 'object' && value !== null)

/** A path of a server, a share or an item. */
export const UNC: Check = is(
  'a UNC path with backslashes and without a trailing one, such as \\\\hq\\docs\\plan.txt',
  (value) => typeof value === 'string' && /^\\\\[^\\/]+(?:\\[^\\/]+)*$/.test(value),
)

/** A moment in ticks, before the epoch or after it. */
export const MOMENT: Check = wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)

/** A Win32 code that is none of success. */
export const FAILURE: Check = wholeNumber(1, 0xffff_ffff)

/** A count of bytes, ticks or anything else. */
export const COUNT: Check = wholeNumber(0, Number.MAX_SAFE_INTEGER)

/**
 * Checks the fields of an object.
 *
 * @throws {CsclabError} of the code, if a field is not as it must be; says which one and how.
 */
export function checkFields(
  object: object,
  checks: Checks,
  about: About,
): void {
  const flaw = findFlaw(object, checks)
  if (flaw !== undefined) throw flawError(flaw, about)
}

/** What a check is about, and the code of the error. */
export interface About {
  readonly code: ErrorCode
  readonly what: string
}

/** The first field of an object that is not as it must be; for those who look often and seldom find one. */
export function findFlaw(object: object, checks: Checks): Flaw | undefined {
  return flawIn(object, checks, '')
}

/** The error that tells of a flaw. */
export function flawError({ at, value, must }: Flaw, { code, what }: About): CsclabError {
  return new CsclabError(code, `${what}: ${at} is ${shown(value)}`, { hint: `It must be ${must}` })
}

/** A check by what a value must be, in words, and whether it is. */
export function is(must: string, test: (value: unknown) => boolean): Check {
  return (value, at) => test(value) ? undefined : { at, value, must }
}

/** One of some words. */
export function oneOf(...words: readonly string[]): Check {
  return is(
    words.map((word) => `"${word}"`).join(' or '),
    (value) => typeof value === 'string' && words.includes(value),
  )
}

/** A whole number in a range. */
export function wholeNumber(from: number, to: number): Check {
  return is(
    to === Number.MAX_SAFE_INTEGER
      ? `a whole number${from === Number.MIN_SAFE_INTEGER ? '' : `, ${from} or more`}`
      : `a whole number from ${from} to ${to}`,
    (value) => typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to,
  )
}

/** What may be left out. */
export function optional(check: Check): Check {
  return (value, at) => value === undefined ? undefined : check(value, at)
}

/** A list whose every value passes a check. */
export function listOf(check: Check): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return { at, value, must: 'a list' }
    const i = value.findIndex((part) => check(part, at) !== undefined)
    return i < 0 ? undefined : check(value[i], `${at}[${i}]`)
  }
}

/** An object with these fields. */
export function objectOf(checks: Checks): Check {
  return (value, at) =>
    typeof value === 'object' && value !== null
      ? flawIn(value, checks, `${at}.`)
      : { at, value, must: 'an object' }
}

/** A value as messages show it. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'missing'
    case 'string':
      return JSON.stringify(value)
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value)
    default:
      return value === null ? 'null' : Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`
  }
}

function flawIn(object: object, checks: Checks, before: string): Flaw | undefined {
  for (const field in checks) {
    const check = checks[field]
    const value: unknown = Reflect.get(object, field)
    // Where the flaw is, is put into words only if there is one.
    if (check?.(value, field) !== undefined) return check(value, before + field)
  }
  return undefined
}
