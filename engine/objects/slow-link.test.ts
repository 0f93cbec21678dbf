/** A link that the service finds slow, on a real world. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEngine } from '../mod.ts'
import { PIN_FLAG } from './mod.ts'
import { DOCS, Office } from './testing/office.ts'

const PLAN = `${DOCS}\\plan.txt`
const OTHER = `${DOCS}\\other.txt`

function office(): Office {
  const made = new Office({ 'other.txt': 'not cached', 'plan.txt': 'first draft' })
  made.cache.pin([PLAN], PIN_FLAG.PINFORUSER | PIN_FLAG.FILL)
  made.cache.transitionOnline(DOCS)
  return made
}

/** The service finds the link slow: how the share stands then, and what the log says of it. */
function found({ host, cache }: Office): { readonly share: string; readonly log: readonly string[] } {
  const from = host.trace.length
  const result = host.run(createEngine().slowLink(PLAN), { actor: 'engine', scope: 'service' })
  assert.equal(result, { ended: 'returned', value: 0 })
  const log = host.trace.slice(from).flatMap(({ request }) =>
    request.kind === 'log' ? [`${request.entry.path} ${request.entry.because.join(' ')}`] : []
  )
  const { connectState, offlineReason } = cache.item(DOCS)?.connectionInfo ?? {}
  return { share: `${connectState} ${offlineReason}`, log }
}

function open({ cache }: Office, path: string): number {
  const { handle } = cache.perform({ do: 'open', path, access: 'read', share: ['read'] })
  assert.type(handle, 'number')
  return handle ?? 0
}

test('a share goes offline as slow, and stays so', () => {
  const made = office()
  assert.equal(found(made), { share: '1 3', log: [] })
  assert.equal(found(made), { share: '1 3', log: [] })
  assert.is(made.cache.transitionOnline(PLAN), 0)
})

test('one that was taken offline on purpose keeps its reason', () => {
  const made = office()
  made.cache.transitionOffline(DOCS)
  assert.equal(found(made), { share: '1 2', log: [] })
})

for (const path of [PLAN, OTHER]) {
  test(`${path} is open: the share stays online, event 1008, until it is closed`, () => {
    const made = office()
    const handle = open(made, path)
    assert.equal(found(made), { share: '2 1', log: [`${DOCS} event 1008`] })
    assert.is(made.cache.perform({ do: 'close', handle }).code, 0)
    assert.equal(found(made), { share: '1 3', log: [] })
  })
}

test.run()
