/** Addresses: their words, and what is counted together. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Addresses } from './addresses.ts'

const PLAN = '\\\\hq\\docs\\plan.txt'

test('an address says scope, path, operation, kind and the how many-th it is', () => {
  const addresses = new Addresses('round 1')
  const send = { path: PLAN, operation: 'SYNC_TO_SERVER' }
  assert.is(addresses.next('write', send), `round 1 · ${PLAN} · SYNC_TO_SERVER · write · 1`)
  assert.is(addresses.next('write', send), `round 1 · ${PLAN} · SYNC_TO_SERVER · write · 2`)
  assert.is(addresses.next('read', send), `round 1 · ${PLAN} · SYNC_TO_SERVER · read · 1`)
  assert.is(addresses.next('write', { ...send, operation: 'PIN' }), `round 1 · ${PLAN} · PIN · write · 1`)
  assert.is(addresses.next('write', { path: PLAN }), `round 1 · ${PLAN} · write · 1`)
  assert.is(addresses.next('write', send), `round 1 · ${PLAN} · SYNC_TO_SERVER · write · 3`)
})

test('what is not there is left out, and counts as one', () => {
  const addresses = new Addresses('')
  assert.is(addresses.next('status', {}), 'status · 1')
  assert.is(addresses.next('status', { path: '', operation: undefined }), 'status · 2')
})

test.run()
