/** Looks at a request before it is performed: an engine in plain JavaScript, or another language, may send anything. */

import {
  BOOLEAN,
  type Check,
  type Checks,
  COUNT,
  findFlaw,
  flawError,
  is,
  listOf,
  MOMENT,
  OBJECT,
  objectOf,
  oneOf,
  optional,
  shown,
  TEXT,
  UNC,
  wholeNumber,
} from '../check-fields.ts'
import { CsclabError } from '../errors.ts'
import type { Request, RequestKind } from '../port/mod.ts'
import { MAX_FILE_SIZE } from '../volume/mod.ts'

/** Bytes one read or write may move. */
const MAX_BYTES = 1_048_576

const SIDE = oneOf('server', 'cache')
const CONTENTION = optional(oneOf('hold', 'yield'))
const HANDLE = wholeNumber(1, Number.MAX_SAFE_INTEGER)
const OFFSET = wholeNumber(0, MAX_FILE_SIZE)
const BYTES = is(
  '1 byte to 1 MiB, as a Uint8Array',
  (value) => value instanceof Uint8Array && value.length > 0 && value.length <= MAX_BYTES,
)
const BITS = wholeNumber(0, 0xffff_ffff)

/** How a share stands for a client. */
export const CONNECTION: Check = objectOf({ online: BOOLEAN, reason: wholeNumber(0, 6) })

const INFO = objectOf({
  attributes: optional(BITS),
  creation: optional(MOMENT),
  lastWrite: optional(MOMENT),
  lastAccess: optional(MOMENT),
})

const EXPECTED = objectOf({
  type: optional(oneOf('file', 'directory')),
  id: optional(COUNT),
  size: optional(COUNT),
  attributes: optional(BITS),
  lastWrite: optional(MOMENT),
  change: optional(MOMENT),
})

const EXPECTATION: Check = (value, at) => {
  if (value === 'any' || value === 'absent') return undefined
  return typeof value === 'object' && value !== null
    ? EXPECTED(value, at)
    : { at, value, must: '"any", "absent" or an object' }
}

/** The fields of each kind of request. */
const FIELDS: Readonly<Record<RequestKind, Checks>> = {
  'connect': { share: UNC },
  'list': { on: SIDE, path: UNC },
  'stat': { on: SIDE, path: UNC },
  'open': {
    on: SIDE,
    path: UNC,
    access: oneOf('read', 'write', 'read-write', 'delete'),
    share: listOf(oneOf('read', 'write', 'delete')),
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
  'commit': { handle: HANDLE, expect: EXPECTATION, info: optional(INFO) },
  'close': { handle: HANDLE },
  'set-info': { on: SIDE, path: UNC, info: INFO, expect: optional(EXPECTATION) },
  'mkdir': { on: SIDE, path: UNC, info: optional(INFO) },
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
    result: BITS,
    path: TEXT,
    message: TEXT,
    upperBound: COUNT,
    current: COUNT,
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

const BY_KIND: ReadonlyMap<string, Checks> = new Map(Object.entries(FIELDS))

/** All kinds of requests. */
export const REQUEST_KINDS: readonly string[] = Object.keys(FIELDS)

/**
 * Checks a request.
 *
 * @param number Its number in the trace, for the message.
 * @throws {CsclabError} `protocol` if its kind is unknown or a field is not as it must be; says which and how.
 */
export function checkRequest(request: Request, number: number): void {
  const given: unknown = request
  if (typeof given !== 'object' || given === null) {
    throw new CsclabError('protocol', `Request ${number} is ${shown(given)}`, {
      hint: 'A session yields requests: objects with a "kind"',
    })
  }
  const kind: unknown = Reflect.get(given, 'kind')
  const fields = typeof kind === 'string' ? BY_KIND.get(kind) : undefined
  if (fields === undefined) {
    throw new CsclabError('protocol', `Request ${number} is of an unknown kind ${shown(kind)}`, {
      hint: `Kinds are ${REQUEST_KINDS.join(', ')}`,
    })
  }
  const flaw = findFlaw(given, fields)
  if (flaw === undefined) return
  throw flawError(flaw, { code: 'protocol', what: `Request ${number} (${request.kind})` })
}
