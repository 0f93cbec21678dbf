/** `SuspendRoot` on a real world. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { PIN_FLAG } from './mod.ts'
import { DOCS, Office } from './testing/office.ts'

const PLAN = `${DOCS}\\plan.txt`
const ART = `${DOCS}\\art`
const LOGO = `${ART}\\logo.txt`

function office(): Office {
  const made = new Office({ 'art': null, 'art\\logo.txt': 'logo', 'plan.txt': 'first draft' })
  made.cache.pin([DOCS], PIN_FLAG.PINFORUSER | PIN_FLAG.FILL, { deep: true })
  return made
}

function suspended({ cache }: Office): readonly string[] {
  return cache.items().filter(({ suspendInfo }) => suspendInfo?.suspended === true)
    .map(({ itemPath, suspendInfo }) => `${itemPath}${suspendInfo?.suspendedRoot === true ? ' root' : ''}`)
}

test('a suspended directory is offline with everything below it, whatever its share is', () => {
  const made = office()
  const { cache } = made
  cache.transitionOnline(DOCS)
  assert.is(cache.suspendRoot(ART, true), 0)
  assert.equal(suspended(made), [`${ART} root`, LOGO])
  assert.equal(cache.item(LOGO)?.connectionInfo, { connectState: 1, offlineReason: 6 })
  assert.equal(cache.item(LOGO)?.suspendInfo, { suspended: true, suspendedRoot: false })
  assert.equal(cache.item(PLAN)?.connectionInfo, { connectState: 2, offlineReason: 1 })
})

test('nested roots keep their own mark (P7.4); twice is once (P7.6)', () => {
  const made = office()
  for (const path of [DOCS, ART, ART.toUpperCase()]) assert.is(made.cache.suspendRoot(path, true), 0)
  assert.equal(suspended(made), [`${DOCS} root`, `${ART} root`, LOGO, PLAN])
  assert.is(made.cache.suspendRoot(DOCS, false), 0)
  assert.equal(suspended(made), [`${ART} root`, LOGO])
})

test('what cannot be suspended or released, and bad calls', () => {
  const { cache, host } = office()
  assert.is(cache.suspendRoot(PLAN, true), 267)
  assert.is(cache.suspendRoot(`${DOCS}\\none`, true), 2)
  assert.is(cache.suspendRoot('\\\\hq', true), 87)
  assert.is(cache.suspendRoot(ART, false), 87)
  assert.is(cache.suspendRoot('art', true), 87)
  assert.is(cache.suspendRoot(null, true), 87)
  host.change({ kind: 'set-service', client: 'laptop', enabled: true, active: false }, 'service')
  assert.is(cache.suspendRoot(ART, true), 1062)
})

test('a suspension ends with its entry (P7.12)', () => {
  const made = office()
  made.cache.suspendRoot(ART, true)
  assert.is(made.cache.deleteItems([ART]), 0)
  made.cache.pin([ART], PIN_FLAG.PINFORUSER, { deep: true })
  assert.equal(suspended(made), [])
})

test.run()
