/** Requests that are none: an engine in plain JavaScript, or in another language, may send anything. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CsclabError } from '../errors.ts'
import type { Request } from '../port/mod.ts'
import { checkRequest } from './check-request.ts'
import { DOCS, PLAN } from './testing/office.ts'

const OPEN = { kind: 'open', on: 'server', path: PLAN, access: 'read', share: ['read'], disposition: 'open' }
const SET_INFO = { kind: 'set-info', on: 'server', path: PLAN }
const COMMIT = { kind: 'commit', handle: 1, expect: 'any' }

/** Anything that an engine may yield. */
function untyped(value: object): Request {
  return Object.assign({ kind: 'clock' } as const, value)
}

/** What is said of a value that is no request. */
function refusal(request: Request): string {
  try {
    checkRequest(request, 7)
  } catch (error) {
    if (!(error instanceof CsclabError)) throw error
    assert.is(error.code, 'protocol')
    return `${error.message} | ${error.hint}`
  }
  return 'taken'
}

test('times and attributes to set are whole numbers', () => {
  const moment = 'It must be a whole number'
  assert.is(
    refusal(untyped({ ...SET_INFO, info: { lastWrite: NaN } })),
    `Request 7 (set-info): info.lastWrite is NaN | ${moment}`,
  )
  for (const info of [{ creation: '5' }, { lastAccess: 0.5 }, { lastWrite: Infinity }, { lastWrite: null }]) {
    assert.match(refusal(untyped({ ...SET_INFO, info })), /info\.\w+ is .* \| It must be a whole number$/)
    assert.match(refusal(untyped({ kind: 'mkdir', on: 'cache', path: DOCS, info })), /\(mkdir\): info\./)
    assert.match(refusal(untyped({ ...COMMIT, info })), /\(commit\): info\./)
  }
  for (const attributes of [-1, 1.5, '1', 2 ** 32, 1n]) {
    assert.match(
      refusal(untyped({ ...SET_INFO, info: { attributes } })),
      /info\.attributes is .*\| It must be a whole number from 0 to 4294967295$/,
    )
  }
  assert.is(refusal(untyped({ ...SET_INFO, info: { attributes: 1, lastWrite: -5, creation: 0 } })), 'taken')
  assert.is(refusal(untyped({ ...SET_INFO, info: {} })), 'taken')
})

test('share modes and access are words that there are', () => {
  assert.is(
    refusal(untyped({ ...OPEN, share: ['read', 'wirte'] })),
    'Request 7 (open): share[1] is "wirte" | It must be "read" or "write" or "delete"',
  )
  assert.match(refusal(untyped({ ...OPEN, share: 'read' })), /share is "read" \| It must be a list$/)
  assert.match(refusal(untyped({ ...OPEN, access: 'append' })), /access is "append"/)
  assert.match(refusal(untyped({ ...OPEN, access: ['read'] })), /access is a list/)
  assert.is(refusal(untyped({ ...OPEN, share: [] })), 'taken')
})

test('what a change expects has the values of an item', () => {
  for (
    const [field, value] of Object.entries({ type: 'folder', id: -1, size: '4', lastWrite: NaN, change: 1.5 })
  ) {
    const found = refusal(untyped({ ...COMMIT, expect: { [field]: value } }))
    assert.ok(found.startsWith(`Request 7 (commit): expect.${field} is `), found)
  }
  assert.match(refusal(untyped({ ...COMMIT, expect: 'nothing' })), /expect is "nothing"/)
  assert.is(refusal(untyped({ ...COMMIT, expect: { type: 'file', size: 4, lastWrite: -1 } })), 'taken')
})

test('a share stands online or not, for a reason', () => {
  const request = { kind: 'set-connection', share: DOCS }
  assert.match(
    refusal(untyped({ ...request, connection: true })),
    /connection is true \| It must be an object/,
  )
  assert.match(
    refusal(untyped({ ...request, connection: { online: 1, reason: 1 } })),
    /connection\.online is 1/,
  )
  assert.match(
    refusal(untyped({ ...request, connection: { online: true } })),
    /connection\.reason is missing/,
  )
})

test('a session that yields something else than an object is told so', () => {
  const whole: { readonly value: Request } = JSON.parse('{"value":null}')
  assert.match(refusal(whole.value), /^Request 7 is null \| A session yields requests/)
  assert.match(
    refusal(untyped({ kind: 5n })),
    /^Request 7 is of an unknown kind 5 \| Kinds are connect, list/,
  )
})

test.run()
