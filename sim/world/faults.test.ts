/** What comes between a session and its world: faults that strike where and as often as they should, and other people. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CsclabError } from '../errors.ts'
import { ask, asyncSession, performOperation, type Session } from '../port/mod.ts'
import { type Fault, FaultPlan } from './faults.ts'
import type { Host } from './host.ts'
import type { Interruption, Meanwhile } from './interruption.ts'
import { act, DOCS, office, outcome, PLAN, text } from './testing/office.ts'

/** Looks at a file five times and tells the code of each look. */
function* fiveLooks(path: string = PLAN): Session<readonly number[]> {
  const codes: number[] = []
  for (let i = 0; i < 5; i++) {
    const reply = yield* ask({ kind: 'stat', on: 'server', path })
    codes.push(reply.kind === 'failed' ? reply.code : 0)
  }
  return codes
}

function looksWith(...faults: readonly Fault[]): readonly number[] | 'crashed' {
  const plan = new FaultPlan(faults)
  return outcome(office(), fiveLooks(), { interrupt: (pending) => plan.strike(pending) })
}

test('a fault strikes the n-th such request, as often as it should, with any code', () => {
  const at = { request: 'stat' } as const
  assert.equal(looksWith({ at, then: { fail: 59 } }), [59, 0, 0, 0, 0])
  assert.equal(looksWith({ at, nth: 2, then: { fail: 225 } }), [0, 225, 0, 0, 0])
  assert.equal(looksWith({ at, nth: 2, times: 3, then: { fail: 5 } }), [0, 5, 5, 5, 0])
  assert.equal(looksWith({ at, times: Infinity, then: { fail: 6002 } }), [6002, 6002, 6002, 6002, 6002])
})

test('a fault strikes at an address, on a path in any case, on a side, and nowhere else', () => {
  const then = { fail: 32 } as const
  assert.equal(looksWith({ at: { address: `r · ${PLAN} · stat · 4` }, then }), [0, 0, 0, 32, 0])
  assert.equal(looksWith({ at: { path: PLAN.toUpperCase() }, then }), [32, 0, 0, 0, 0])
  assert.equal(looksWith({ at: { path: DOCS }, then }), [0, 0, 0, 0, 0])
  assert.equal(looksWith({ at: { request: 'stat', on: 'cache' }, then }), [0, 0, 0, 0, 0])
  assert.equal(looksWith({ at: { request: 'stat', operation: 'PREPARE' }, then }), [0, 0, 0, 0, 0])
})

test('two faults count each for itself, and what never struck is told', () => {
  const at = { request: 'stat' } as const
  const plan = new FaultPlan([
    { at, nth: 1, then: { fail: 5 } },
    { at, nth: 2, then: { fail: 32 } },
    { at: { request: 'list' }, then: { fail: 59 } },
  ])
  const looks = outcome(office(), fiveLooks(), { interrupt: (pending) => plan.strike(pending) })
  assert.equal(looks, [5, 32, 0, 0, 0])
  assert.equal(plan.unmet().map((fault) => fault.at), [{ request: 'list' }])
})

test('standing faults strike every session of a host, and a fork goes on with what has still to come', () => {
  const host = office()
  host.faults = new FaultPlan([{ at: { request: 'stat' }, nth: 7, then: { fail: 8 } }])
  assert.equal(outcome(host, fiveLooks()), [0, 0, 0, 0, 0])
  const fork = host.fork()
  assert.equal(outcome(host, fiveLooks()), [0, 8, 0, 0, 0])
  assert.equal(outcome(fork, fiveLooks()), [0, 8, 0, 0, 0])
  assert.equal([host.trace.length, fork.trace.length], [10, 10])
})

test('a delay lets time pass before the request, a lost connection stays lost until someone mends it', () => {
  const host = office()
  const late = new FaultPlan([{ at: { request: 'stat' }, nth: 2, then: { delay: 1_000 } }])
  outcome(host, fiveLooks(), { interrupt: (pending) => late.strike(pending) })
  assert.equal(host.trace.map(({ at }) => at), [0, 1_001, 1_002, 1_003, 1_004])
  const lost = new FaultPlan([{ at: { request: 'stat' }, nth: 3, then: { disconnect: true } }])
  assert.equal(outcome(host, fiveLooks(), { interrupt: (pending) => lost.strike(pending) }), [
    0,
    0,
    53,
    53,
    53,
  ])
  host.change({ kind: 'set-reachable', server: '\\\\hq', client: 'laptop', reachable: true }, 's')
  assert.equal(outcome(host, fiveLooks()), [0, 0, 0, 0, 0])
})

test('what goes with a lost connection stands in the trace: a file whose removal waited for its last handle', () => {
  const host = office()
  const lost = new FaultPlan([{ at: { request: 'read' }, then: { disconnect: true } }])
  const session = function* (): Session<number> {
    const file = yield* ask({
      kind: 'open',
      on: 'server',
      path: PLAN,
      access: 'read',
      share: ['read', 'write', 'delete'],
      disposition: 'open',
    })
    if (file.kind === 'failed') return file.code
    const reply = yield* ask({ kind: 'read', handle: file.handle, offset: 0, length: 1 })
    return reply.kind === 'failed' ? reply.code : 0
  }
  const code = outcome(host, session(), {
    interrupt: (pending) =>
      pending.request.kind === 'read'
        ? { ...lost.strike(pending), meanwhile: [removesPlan(host, [])] }
        : undefined,
  })
  assert.is(code, 64)
  assert.equal(host.trace.at(-1)?.effects.map(({ effect }) => effect), ['gone', 'put'])
  assert.is(host.world.tree('server').has(PLAN.toUpperCase()), false)
})

test('what goes when a session ends with a file open stands in the trace', () => {
  const host = office()
  const session = function* (): Session<number> {
    const file = yield* ask({
      kind: 'open',
      on: 'server',
      path: PLAN,
      access: 'read',
      share: ['delete'],
      disposition: 'open',
    })
    act(host, 'server', { do: 'remove', path: PLAN }, { actor: 'server' })
    return file.kind === 'failed' ? file.code : 0
  }
  assert.is(outcome(host, session()), 0)
  const last = host.trace.at(-1)
  assert.equal([last?.address, last?.effects.map(({ effect }) => effect)], [`r · ${PLAN} · close · 1`, [
    'gone',
    'put',
  ]])
  assert.is(host.world.tree('server').has(PLAN.toUpperCase()), false)
})

test('a crash comes before the request has an effect, or after it', () => {
  const crashed = (when: 'before' | 'after'): boolean => {
    const host = office()
    const plan = new FaultPlan([{ at: { request: 'mkdir' }, then: { crash: when } }])
    const made = act(host, 'server', { do: 'mkdir', path: `${DOCS}\\new` }, {
      interrupt: (pending) => plan.strike(pending),
    })
    assert.is(made, -1)
    return host.world.tree('server').has(`${DOCS}\\new`.toUpperCase())
  }
  assert.equal([crashed('before'), crashed('after')], [false, true])
})

test('a fault that is none is refused, with the field and what it must be', () => {
  const at = { request: 'stat' } as const
  const sound: Fault = { at, then: { fail: 5 } }
  const wrong: readonly (readonly [object, RegExp])[] = [
    [{ then: { fail: 0 } }, /^Fault 2: then\.fail is 0 \| It must be a whole number from 1 to 4294967295$/],
    [{ then: { delay: -1 } }, /then\.delay is -1/],
    [{ then: { delay: NaN } }, /then\.delay is NaN/],
    [{ then: { disconnect: false } }, /then\.disconnect is false/],
    [{ then: { crash: 'now' } }, /then\.crash is "now"/],
    [
      { then: { explode: true } },
      /then is .* \| It must be an object with fail or delay or disconnect or crash/,
    ],
    [{ then: { fail: 5, delay: 1 } }, /then is /],
    [{ nth: 0 }, /nth is 0/],
    [{ times: 0 }, /times is 0/],
    [{ times: 1.5 }, /times is 1\.5/],
    [{ at: { request: 'lsit' } }, /at\.request is "lsit"/],
    [{ at: { path: '//hq/docs' } }, /at\.path is "\/\/hq\/docs"/],
  ]
  for (const [change, message] of wrong) {
    assert.throws(
      () => new FaultPlan([sound, Object.assign({ ...sound }, change)]),
      (error: unknown) =>
        error instanceof CsclabError && error.code === 'scenario' &&
        message.test(`${error.message} | ${error.hint}`),
      String(message),
    )
  }
  assert.throws(() => new FaultPlan([sound]).with([{ ...sound, nth: 0 }]), /nth is 0/)
})

test('delays add up: those of one plan, of a standing one and of the run itself', () => {
  const host = office()
  const late = (delay: number): Fault => ({ at: { request: 'stat' }, nth: 2, then: { delay } })
  host.faults = new FaultPlan([late(1_000), late(20)])
  const own = new FaultPlan([late(300)])
  outcome(host, fiveLooks(), { interrupt: (pending) => own.strike(pending) })
  assert.equal(host.trace.map(({ at }) => at), [0, 1_321, 1_322, 1_323, 1_324])
})

test('a run’s own interruption comes on top of a standing fault, and counts where both cannot be', () => {
  const host = office()
  const seen: unknown[] = []
  host.faults = new FaultPlan(
    [2, 3].map((n) => ({ at: { address: `r · ${PLAN} · stat · ${n}` }, then: { fail: 59 } })),
  )
  const own: readonly Interruption[] = [{}, { meanwhile: [removesPlan(host, seen)] }, { refuse: 32 }]
  let met = 0
  assert.equal(outcome(host, fiveLooks(), { interrupt: () => own[met++] }), [0, 59, 32, 2, 2])
  assert.is(seen.length, 1)
})

function removesPlan(host: Host, seen: unknown[]): Meanwhile {
  return {
    start: () => ({
      session: performOperation('server', { do: 'remove', path: PLAN }),
      options: { actor: 'server', scope: 'meanwhile' },
      then: (value) => seen.push([value, host.trace.length]),
    }),
  }
}

test('others act right before a request, and their events stand before it in the trace', async () => {
  const run = async (isAsync: boolean): Promise<void> => {
    const host = office()
    const seen: unknown[] = []
    const options = {
      actor: 'engine',
      scope: 'r',
      interrupt: ({ address }: { readonly address: string }) =>
        address.endsWith('stat · 3') ? { meanwhile: [removesPlan(host, seen)] } : undefined,
    } as const
    const session = isAsync
      ? asyncSession(async (asyncHost) => {
        const codes: number[] = []
        for (let i = 0; i < 5; i++) {
          const reply = await asyncHost.ask({ kind: 'stat', on: 'server', path: PLAN })
          codes.push(reply.kind === 'failed' ? reply.code : 0)
        }
        return codes
      })
      : fiveLooks()
    const result = await host.runAny<readonly number[]>(session, options)
    assert.equal(result, { ended: 'returned', value: [0, 0, 2, 2, 2] })
    assert.equal(seen, [[{ code: 0 }, 4]])
    assert.equal(host.trace.map(({ number }) => number), [1, 2, 3, 4, 5, 6, 7])
    assert.equal(host.trace.map(({ actor }) => actor).slice(1, 5), ['engine', 'server', 'server', 'engine'])
  }
  await run(false)
  await run(true)
})

test('an async session cannot come between a synchronous run', () => {
  const host = office()
  const other: Meanwhile = {
    start: () => ({
      session: asyncSession(() => Promise.resolve(0)),
      options: { actor: 'server', scope: 'm' },
    }),
  }
  assert.throws(
    () => outcome(host, fiveLooks(), { interrupt: () => ({ meanwhile: [other] }) }),
    /An async session cannot come in between a synchronous run/,
  )
})

test('what others do at a moment counts for the request itself: a file taken away is not found', () => {
  const host = office()
  const seen: unknown[] = []
  const code = act(host, 'server', { do: 'append', path: PLAN, bytes: text('!') }, {
    interrupt: ({ request }) =>
      request.kind === 'open' ? { meanwhile: [removesPlan(host, seen)] } : undefined,
  })
  assert.is(code, 2)
})

test.run()
