/** Which rights a request takes, where other tests of the world do not ask. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codeOf, DOCS, office, PLAN } from './testing/office.ts'
import type { Host } from './host.ts'

const BOB = { user: 'bob' } as const

const OPEN = {
  kind: 'open',
  on: 'server',
  path: PLAN,
  access: 'read',
  share: [],
  disposition: 'open',
} as const

function denied(path: string, right: 'list' | 'read' | 'write'): Host {
  const host = office()
  host.change({ kind: 'set-rights', path, user: 'bob', rights: { [right]: 'deny' } }, 's')
  return host
}

test('to list the streams of a file takes the right to read it, and no other', () => {
  const streams = { kind: 'list-streams', on: 'server', path: PLAN } as const
  assert.is(codeOf(denied(PLAN, 'read'), streams, BOB), 5)
  assert.is(codeOf(denied(PLAN, 'write'), streams, BOB), 0)
  assert.is(codeOf(denied(DOCS, 'list'), streams, BOB), 0)
})

test('a file that is missing is missing, whatever the user may not do; to make it takes the right to write', () => {
  const missing = { ...OPEN, path: `${DOCS}\\none.txt` } as const
  for (const right of ['read', 'write'] as const) {
    assert.is(codeOf(denied(DOCS, right), missing, BOB), 2, right)
  }
  const made = { ...missing, disposition: 'open-or-create' } as const
  assert.is(codeOf(denied(DOCS, 'write'), made, BOB), 5)
  assert.is(codeOf(denied(DOCS, 'read'), made, BOB), 0)
})

test('to read and write takes both rights, to delete the right to write', () => {
  const codes = (access: 'read-write' | 'write' | 'delete'): readonly number[] =>
    (['read', 'write'] as const).map((right) => codeOf(denied(PLAN, right), { ...OPEN, access }, BOB))
  assert.equal([codes('read-write'), codes('write'), codes('delete')], [[5, 5], [0, 5], [0, 5]])
})

test.run()
