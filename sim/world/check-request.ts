/** Looks at a request before it is performed: an engine in plain JavaScript, or another language, may send anything. */

import { CsclabError } from '../errors.ts'
import type { Request, RequestKind } from '../port/mod.ts'
import { MAX_FILE_SIZE } from '../volume/mod.ts'

/** Bytes one read or write may move. */
const MAX_BYTES = 1_048_576

/** What is wrong with a value, in words that complete "it must be …", or `undefined`. */
type Check = (value: unknown) => string | undefined

const SIDE = oneOf('server', 'cache')
const CONTENTION = optional(oneOf('hold', 'yield'))
const HANDLE = wholeNumber(1, Number.MAX_SAFE_INTEGER)
const OFFSET = wholeNumber(0, MAX_FILE_SIZE)
const TEXT: Check = (value) => typeof value === 'string' ? undefined : 'a text'
const UNC: Check = (value) =>
  typeof value === 'string' && /^\\\\[^\\/]+(?:\\[^\\/]+)*$/.test(value)
    ? undefined
    : 'a UNC path with backslashes and without a trailing one, such as \\\\hq\\docs\\plan.txt'
const BYTES: Check = (value) =>
  value instanceof Uint8Array && value.length > 0 && value.length <= MAX_BYTES
    ? undefined
    : '1 byte to 1 MiB, as a Uint8Array'
const OBJECT: Check = (value) => typeof value === 'object' && value !== null ? undefined : 'an object'
const EXPECTATION: Check = (value) =>
  value === 'any' || value === 'absent' || OBJECT(value) === undefined
    ? undefined
    : '"any", "absent" or an object'
const BOOLEAN: Check = (value) => typeof value === 'boolean' ? undefined : 'true or false'

const CONNECTION: Check = (value) => {
  const whole = typeof value === 'object' && value !== null ? value : {}
  const reason = wholeNumber(0, 6)(Reflect.get(whole, 'reason'))
  return BOOLEAN(Reflect.get(whole, 'online')) ?? reason
}

/** The fields of each kind of request. */
const FIELDS: Readonly<Record<RequestKind, Readonly<Record<string, Check>>>> = {
  'connect': { share: UNC },
  'list': { on: SIDE, path: UNC },
  'stat': { on: SIDE, path: UNC },
  'open': {
    on: SIDE,
    path: UNC,
    access: oneOf('read', 'write', 'read-write', 'delete'),
    share: (value) => Array.isArray(value) ? undefined : 'a list of "read", "write", "delete"',
    disposition: oneOf('open', 'create', 'open-or-create'),
    contention: CONTENTION,
    snapshot: optional(BOOLEAN),
    stream: optional(TEXT),
  },
  'read': { handle: HANDLE, offset: OFFSET, length: wholeNumber(1, MAX_BYTES) },
  'write': { handle: HANDLE, offset: OFFSET, bytes: BYTES },
  'truncate': { handle: HANDLE, size: OFFSET },
  'set-sparse': { handle: HANDLE, sparse: BOOLEAN },
  'zero': { handle: HANDLE, offset: OFFSET, length: wholeNumber(1, MAX_FILE_SIZE) },
  'query-ranges': { handle: HANDLE },
  'stage': { on: SIDE, path: UNC, contention: CONTENTION },
  'commit': { handle: HANDLE, expect: EXPECTATION, info: optional(OBJECT) },
  'close': { handle: HANDLE },
  'set-info': { on: SIDE, path: UNC, info: OBJECT, expect: optional(EXPECTATION) },
  'mkdir': { on: SIDE, path: UNC, info: optional(OBJECT) },
  'rename': { on: SIDE, path: UNC, to: UNC, replace: BOOLEAN, expect: optional(EXPECTATION) },
  'remove': {
    on: SIDE,
    path: UNC,
    expect: optional(EXPECTATION),
    ignoreReadonly: optional(BOOLEAN),
    stream: optional(TEXT),
  },
  'list-streams': { on: SIDE, path: UNC },
  'get-record': { bucket: TEXT, key: TEXT },
  'put-record': { bucket: TEXT, key: TEXT, expect: optional(OBJECT) },
  'list-records': { bucket: TEXT },
  'clock': {},
  'status': {},
  'settings': {},
  'get-connection': { share: UNC },
  'set-connection': { share: UNC, connection: CONNECTION },
  'progress': {
    reason: wholeNumber(0, 3),
    result: wholeNumber(0, 0xffff_ffff),
    path: TEXT,
    message: TEXT,
    upperBound: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    current: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  },
  'query-abort': {},
  'resolve-conflict': {
    path: UNC,
    state: wholeNumber(0, 53),
    known: wholeNumber(0, 3),
    changes: wholeNumber(0, 63),
  },
  'ask-credentials': { server: UNC, channel: oneOf('window', 'console') },
  'publish': { event: OBJECT },
  'log': { entry: OBJECT },
}

const BY_KIND: ReadonlyMap<string, Readonly<Record<string, Check>>> = new Map(Object.entries(FIELDS))

/**
 * Checks a request.
 *
 * @param number Its number in the trace, for the message.
 * @throws {CsclabError} `protocol` if its kind is unknown or a field is not as it must be; says which and how.
 */
export function checkRequest(request: Request, number: number): void {
  const { kind }: { readonly kind: string } = request
  const fields = BY_KIND.get(kind)
  if (fields === undefined) {
    throw new CsclabError('protocol', `Request ${number} is of an unknown kind ${JSON.stringify(kind)}`, {
      hint: `Kinds are ${Object.keys(FIELDS).join(', ')}`,
    })
  }
  for (const [field, check] of Object.entries(fields)) {
    const value: unknown = Reflect.get(request, field)
    const must = check(value)
    if (must === undefined) continue
    throw new CsclabError(
      'protocol',
      `Request ${number} (${kind}): ${field} is ${JSON.stringify(value) ?? 'missing'}`,
      {
        hint: `It must be ${must}`,
      },
    )
  }
}

function oneOf(...values: readonly string[]): Check {
  return (value) =>
    typeof value === 'string' && values.includes(value)
      ? undefined
      : values.map((known) => `"${known}"`).join(' or ')
}

function optional(check: Check): Check {
  return (value) => value === undefined ? undefined : check(value)
}

function wholeNumber(from: number, to: number): Check {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to
      ? undefined
      : `a whole number from ${from} to ${to}`
}
