/** A session being run: which side its requests are about, and what becomes of its handles. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ask, type Session } from '../port/mod.ts'
import type { WorldChange } from './change.ts'
import { FaultPlan, type Mishap } from './faults.ts'
import { codeOf, DOCS, office, outcome, PLAN } from './testing/office.ts'

const CONNECT = { kind: 'connect', share: DOCS } as const

const OPEN = {
  kind: 'open',
  on: 'server',
  path: PLAN,
  access: 'read',
  share: [],
  disposition: 'open',
} as const

test('a request to connect goes to the server: links, faults and lost connections count for it', () => {
  const host = office()
  host.change({ kind: 'set-latency', server: '\\\\hq', client: 'laptop', latency: 500 }, 's')
  const begun = host.world.now
  assert.is(codeOf(host, CONNECT), 0)
  assert.is(host.world.now - begun, 501)
  const fault = (on: 'server' | 'cache', then: Mishap): void => {
    host.faults = new FaultPlan([{ at: { request: 'connect', path: DOCS, on }, then }])
  }
  fault('cache', { fail: 59 })
  assert.is(codeOf(host, CONNECT), 0)
  fault('server', { fail: 59 })
  assert.is(codeOf(host, CONNECT), 59)
  fault('server', { disconnect: true })
  assert.is(codeOf(host, CONNECT), 53)
  assert.is(codeOf(host, CONNECT), 53, 'until someone mends it')
})

test('a fault of a side strikes what goes by handle, too', () => {
  const host = office()
  host.faults = new FaultPlan([{ at: { request: 'read', on: 'server', path: PLAN }, then: { fail: 59 } }])
  const session = function* (): Session<number> {
    const file = yield* ask(OPEN)
    const handle = file.kind === 'open' ? file.handle : -1
    const reply = yield* ask({ kind: 'read', handle, offset: 0, length: 1 })
    return reply.kind === 'failed' ? reply.code : 0
  }
  assert.is(outcome(host, session()), 59)
})

test('what a session leaves open is nobody’s afterwards, whether it ends, crashes or was cut off', () => {
  const nobody = { owners: [], lost: [] }
  const leaves = function* (): Session<number> {
    yield* ask(OPEN)
    yield* ask({ kind: 'clock' })
    return 0
  }
  const ended = office()
  outcome(ended, leaves())
  assert.equal(ended.world.handles.all(), nobody)
  assert.is(codeOf(ended, { ...OPEN, access: 'write' }), 0, 'its lock is gone')
  const crashed = office()
  crashed.faults = new FaultPlan([{ at: { request: 'clock' }, then: { crash: 'after' } }])
  assert.is(outcome(crashed, leaves()), 'crashed')
  assert.equal(crashed.world.handles.all(), nobody)
  const cut = office()
  const changes =
    (): readonly WorldChange[] => [{ kind: 'set-reachable', server: '\\\\hq', reachable: false }]
  const during = { meanwhile: [{ changes, scope: 'cut' }] }
  outcome(cut, leaves(), { interrupt: ({ request }) => request.kind === 'clock' ? during : undefined })
  assert.equal(cut.world.handles.all(), nobody)
})

test('time passes in whole ticks, and for nobody who waits backwards', () => {
  const host = office()
  for (const ticks of [0.5, NaN, Infinity]) {
    assert.throws(() => host.world.advance(ticks), new RegExp(`time that passes: ticks is ${ticks}`))
  }
  for (const delay of [-1, 0.5, NaN]) {
    assert.throws(
      () => codeOf(host, CONNECT, { interrupt: () => ({ delay }) }),
      new RegExp(`What comes around r .* connect · 1: delay is ${delay}`),
    )
  }
  assert.throws(() => codeOf(host, CONNECT, { interrupt: () => ({ refuse: 0 }) }), /refuse is 0/)
  assert.is(host.world.now, 0)
  host.world.advance(5)
  assert.is(host.world.now, 5)
})

test.run()
