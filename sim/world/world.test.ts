/** Worlds and their host: addresses, effects, crashes, resumption, forks, engines of both kinds. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CsclabError } from '../errors.ts'
import { ask, asyncSession, performOperation, type Reply, type Request, type Session } from '../port/mod.ts'
import type { Tree } from '../volume/mod.ts'
import { Host } from './host.ts'
import { RecordStore } from './records.ts'
import { applyEffects } from './apply-effects.ts'
import { describeEvent, TraceHash } from './trace.ts'
import { World } from './world.ts'

const DOCS = '\\\\hq\\docs'
const PLAN = '\\\\hq\\docs\\plan.txt'

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}

function world(): World {
  const made = new World()
  made.addShare(DOCS)
  made.lay('server', PLAN, { content: text('first draft') })
  return made
}

function plain(tree: Tree): readonly string[] {
  return [...tree.values()].map(({ path, info, content }) => JSON.stringify([path, info, content?.digest()]))
}

/** Copies a file from the server to the cache, chunk by chunk, and records that it did. */
function* copyPlan(): Session<number> {
  const source = yield* ask({
    kind: 'open',
    on: 'server',
    path: PLAN,
    access: 'read',
    share: ['read'],
    disposition: 'open',
  })
  if (source.kind === 'failed') return source.code
  const staged = yield* ask({ kind: 'stage', on: 'cache', path: PLAN })
  if (staged.kind === 'failed') return staged.code
  for (let offset = 0;; offset += 4) {
    const read = yield* ask({ kind: 'read', handle: source.handle, offset, length: 4 })
    if (read.kind === 'failed') return read.code
    if (read.bytes.length === 0) break
    yield* ask({ kind: 'write', handle: staged.handle, offset, bytes: read.bytes })
  }
  const done = yield* ask({ kind: 'commit', handle: staged.handle, expect: 'any' })
  if (done.kind === 'failed') return done.code
  yield* ask({ kind: 'put-record', bucket: 'copied', key: 'plan', value: done.info.size })
  return 0
}

test('every request is one tick, one event and one address', () => {
  const host = new Host(world())
  const result = host.run(copyPlan(), { actor: 'engine', scope: 'round 1' })
  assert.equal(result, { ended: 'returned', value: 0 })
  assert.equal(host.trace.map(({ at }) => at), host.trace.map((_, i) => i))
  assert.equal(host.trace.map(({ number }) => number), host.trace.map((_, i) => i + 1))
  assert.equal(host.trace.slice(0, 5).map(({ address }) => address), [
    `round 1 · ${PLAN} · open · 1`,
    `round 1 · ${PLAN} · stage · 1`,
    `round 1 · ${PLAN} · read · 1`,
    `round 1 · ${PLAN} · write · 1`,
    `round 1 · ${PLAN} · read · 2`,
  ])
})

test('first trees and all effects give the last trees', () => {
  const made = world()
  const first = { server: made.tree('server'), cache: made.tree('cache') }
  const host = new Host(made)
  const run = (session: Session<unknown>): void => {
    assert.is(host.run(session, { actor: 'server', scope: 'step' }).ended, 'returned')
  }
  run(copyPlan())
  run(performOperation('server', { do: 'mkdir', path: `${DOCS}\\art` }))
  run(performOperation('server', { do: 'write', path: `${DOCS}\\art\\a.txt`, bytes: text('a') }))
  run(performOperation('server', { do: 'rename', path: `${DOCS}\\art`, to: `${DOCS}\\Bart`, replace: false }))
  run(performOperation('server', { do: 'append', path: PLAN, bytes: text(', continued') }))
  run(performOperation('cache', { do: 'remove', path: PLAN }))
  const effects = host.trace.flatMap((event) => event.effects)
  assert.equal(plain(applyEffects(first.server, { on: 'server' }, effects)), plain(made.tree('server')))
  assert.equal(plain(applyEffects(first.cache, { on: 'cache' }, effects)), plain(made.tree('cache')))
})

test('a session dropped at any event leaves nothing staged, and a fresh one resumes from the recording', () => {
  const whole = new Host(world())
  whole.run(copyPlan(), { actor: 'engine', scope: 'round 1' })
  const end = plain(whole.world.tree('cache'))
  const events = whole.trace.length
  for (let crashAt = 1; crashAt <= events; crashAt++) {
    for (const crash of ['before', 'after'] as const) {
      const host = new Host(world())
      const options = { actor: 'engine', scope: 'round 1' } as const
      const dropped = host.run(copyPlan(), {
        ...options,
        interrupt: ({ number }) => number === crashAt ? { crash } : undefined,
      })
      assert.is(dropped.ended, 'crashed')
      const torn = [...host.world.tree('cache').values()].filter(({ content }) => content !== undefined)
      assert.ok(torn.every(({ info }) => info.size === 11), 'all or nothing is visible')
    }
    const forked = forkAt(crashAt)
    const resumed = forked.run(copyPlan(), {
      actor: 'engine',
      scope: 'round 1',
      resumeFrom: forked.recording('round 1'),
    })
    assert.equal(resumed, { ended: 'returned', value: 0 })
    assert.equal(plain(forked.world.tree('cache')), end)
    assert.equal(forked.trace.map(({ address }) => address), whole.trace.map(({ address }) => address))
  }
})

/** A host whose world is a fork taken right before an event of an undisturbed run, open handles included. */
function forkAt(number: number): Host {
  let fork: Host | undefined
  const host = new Host(world())
  host.run(copyPlan(), {
    actor: 'engine',
    scope: 'round 1',
    interrupt: (pending) => {
      if (pending.number === number) fork = new Host(host.world.fork(), host.trace)
      return undefined
    },
  })
  if (fork === undefined) throw new Error('no such event')
  return fork
}

test('a session that asks something else than was recorded diverges', () => {
  const host = new Host(world())
  host.run(copyPlan(), { actor: 'engine', scope: 'round 1' })
  const recording = host.recording('round 1')
  const other = ask({ kind: 'clock' })
  try {
    new Host(world()).run(other, { actor: 'engine', scope: 'round 1', resumeFrom: recording })
    assert.unreachable()
  } catch (error) {
    assert.instance(error, CsclabError)
    if (!(error instanceof CsclabError)) return
    assert.is(error.code, 'divergence')
    assert.match(
      error.message,
      /^Event 1 of the recording is .*"kind":"open".*, but now it asks \{"kind":"clock"\}$/,
    )
  }
  const short = function* (): Session<number> {
    yield recording[0]?.request ?? { kind: 'clock' }
    return 0
  }
  assert.throws(
    () => new Host(world()).run(short(), { actor: 'engine', scope: 'r', resumeFrom: recording }),
    /Event 2 of the recording .* but now it ends/,
  )
})

test('a refused request fails with its code and changes nothing', () => {
  const host = new Host(world())
  const before = plain(host.world.tree('server'))
  const result = host.run(performOperation('server', { do: 'remove', path: PLAN }), {
    actor: 'engine',
    scope: 'round 1',
    interrupt: ({ request }) => request.kind === 'remove' ? { refuse: 32 } : undefined,
  })
  assert.equal(result, { ended: 'returned', value: { code: 32 } })
  assert.equal(plain(host.world.tree('server')), before)
  assert.equal(host.trace.at(-1)?.effects, [])
})

test('an unreachable server answers 53, a missing share 67, and a handle of before 64', () => {
  const made = world()
  const host = new Host(made)
  const options = { actor: 'engine', scope: 'round 1' } as const
  const codeOf = (request: Request): number => {
    const result = host.run(ask(request), options)
    return result.ended === 'returned' && result.value.kind === 'failed' ? result.value.code : 0
  }
  assert.is(codeOf({ kind: 'connect', share: DOCS }), 0)
  assert.is(codeOf({ kind: 'connect', share: '\\\\hq\\none' }), 67)
  assert.is(codeOf({ kind: 'connect', share: '\\\\none\\docs' }), 53)
  const server = made.server('HQ')
  if (server === undefined) throw new Error('no server')
  const lost = function* (): Session<Reply> {
    const file = yield* ask({
      kind: 'open',
      on: 'server',
      path: PLAN,
      access: 'read',
      share: [],
      disposition: 'open',
    })
    server.reachable = false
    if (file.kind === 'failed') return file
    return yield* ask({ kind: 'read', handle: file.handle, offset: 0, length: 1 })
  }
  assert.equal(host.run(lost(), options), { ended: 'returned', value: { kind: 'failed', code: 64 } })
  assert.is(codeOf({ kind: 'stat', on: 'server', path: PLAN }), 53)
  const local = host.run(performOperation('server', { do: 'read', path: PLAN }), {
    actor: 'server',
    scope: 'step 1',
  })
  assert.is(local.ended === 'returned' ? local.value.code : -1, 0, 'people at the server need no network')
})

test('an async engine is adapted to the same port', async () => {
  const sync = new Host(world())
  sync.run(copyPlan(), { actor: 'engine', scope: 'round 1' })
  const host = new Host(world())
  const result = await host.runAny(
    asyncSession(async ({ ask: request }) => {
      const session = copyPlan()
      let step = session.next()
      while (step.done !== true) step = session.next(await request(step.value))
      return step.value
    }),
    { actor: 'engine', scope: 'round 1' },
  )
  assert.equal(result, { ended: 'returned', value: 0 })
  assert.equal(host.trace.map(describeEvent), sync.trace.map(describeEvent))
  const dropped = await new Host(world()).runAny(
    asyncSession(async ({ ask: request }) => {
      await Promise.all([request({ kind: 'clock' }), request({ kind: 'status' })])
      return 0
    }),
    { actor: 'engine', scope: 'r', interrupt: ({ number }) => number === 2 ? { crash: 'after' } : undefined },
  )
  assert.equal(dropped, { ended: 'crashed', at: 'r · status · 1' })
})

test('an async engine that throws lets its error through', async () => {
  const failing = asyncSession(async ({ ask: request }) => {
    await request({ kind: 'clock' })
    throw new Error('lost my way')
  })
  try {
    await new Host(world()).runAny(failing, { actor: 'engine', scope: 'r' })
    assert.unreachable()
  } catch (error) {
    assert.match(
      error instanceof Error ? error.message : '',
      /^The engine threw Error: lost my way at .*world\.test\.ts/,
    )
  }
})

test('a fork of a world goes its own way: trees, records, clock', () => {
  const made = world()
  made.putRecord({ bucket: 'b', key: 'k', value: 1 })
  const fork = made.fork()
  fork.putRecord({ bucket: 'b', key: 'k', value: 2 })
  fork.advance(5)
  new Host(fork).run(performOperation('server', { do: 'write', path: PLAN, bytes: text('forked') }), {
    actor: 'server',
    scope: 's',
  })
  assert.is(made.client().records.get('b', 'k'), 1)
  assert.is(fork.client().records.get('b', 'k'), 2)
  assert.is(made.now, 0)
  assert.is(made.tree('server').get('\\\\HQ\\DOCS\\PLAN.TXT')?.info.size, 11)
  assert.is(fork.tree('server').get('\\\\HQ\\DOCS\\PLAN.TXT')?.info.size, 6)
})

test('a bucket handed out does not change any more', () => {
  const store = new RecordStore()
  store.put('b', 'x', 1)
  const seen = store.list('b')
  store.put('b', 'x', 2)
  store.put('b', 'y', 3)
  assert.equal([...seen], [['x', 1]])
  store.put('b', 'y', undefined)
  assert.equal(store.all(), [['b', 'x', 2]])
})

const ENGINE = { actor: 'engine', scope: 'r' } as const

test('a record is put only over the value that was expected: 1224, and nothing is written', () => {
  const host = new Host(world())
  const put = (value: number | undefined, expected: number | undefined): unknown =>
    host.run(ask({ kind: 'put-record', bucket: 'b', key: 'k', value, expect: { value: expected } }), ENGINE)
  const refused = { kind: 'failed', code: 1224, unexpected: true }
  assert.equal(put(1, 5), { ended: 'returned', value: refused })
  assert.equal(put(1, undefined), { ended: 'returned', value: { kind: 'put-record' } })
  assert.equal(put(2, undefined), { ended: 'returned', value: refused })
  assert.is(host.world.client().records.get('b', 'k'), 1)
  assert.equal(put(undefined, 1), { ended: 'returned', value: { kind: 'put-record' } })
  assert.is(host.world.client().records.get('b', 'k'), undefined)
})

test('a record put while it is not as expected has no effect in the trace', () => {
  const host = new Host(world())
  host.run(ask({ kind: 'put-record', bucket: 'b', key: 'k', value: 1, expect: { value: 2 } }), ENGINE)
  assert.equal(host.trace.at(-1)?.effects, [])
})

test('an engine cannot change the world behind its back', () => {
  const made = world()
  const host = new Host(made)
  const mine = { deep: { list: [1] } }
  const session = function* (): Session<number> {
    yield* ask({ kind: 'put-record', bucket: 'b', key: 'k', value: mine })
    const listing = yield* ask({ kind: 'list', on: 'server', path: DOCS })
    if (listing.kind === 'failed') return listing.code
    assert.ok(Object.isFrozen(listing.entries) && Object.isFrozen(listing.entries[0]?.info.times))
    const staged = yield* ask({ kind: 'stage', on: 'server', path: PLAN })
    if (staged.kind === 'failed') return staged.code
    const buffer = text('abc')
    yield* ask({ kind: 'write', handle: staged.handle, offset: 0, bytes: buffer })
    buffer.fill(0)
    return 0
  }
  host.run(session(), { actor: 'engine', scope: 'r' })
  assert.throws(() => mine.deep.list.push(2), /not extensible/)
  const write = host.trace.find(({ request }) => request.kind === 'write')?.request
  assert.equal(write?.kind === 'write' ? [...write.bytes] : [], [97, 98, 99])
})

test('a request that is none is refused with its number, its field and what it must be', () => {
  const refusedAs = (request: object, pattern: RegExp): void => {
    const session = function* (): Session<number> {
      // An engine in plain JavaScript may yield anything.
      const any: Request = Object.assign({ kind: 'clock' } as const, request)
      yield any
      return 0
    }
    assert.throws(() => new Host(world()).run(session(), { actor: 'engine', scope: 'r' }), pattern)
  }
  refusedAs({ kind: 'lsit' }, /^Request 1 is of an unknown kind "lsit"$/)
  refusedAs({ kind: 'list', on: 'server' }, /^Request 1 \(list\): path is missing$/)
  refusedAs({ kind: 'list', on: 'client', path: DOCS }, /on is "client"/)
  refusedAs({ kind: 'stat', on: 'server', path: '//hq/docs' }, /path is "\/\/hq\/docs"/)
  refusedAs({ kind: 'read', handle: 1, offset: -1, length: 1 }, /offset is -1/)
  refusedAs({ kind: 'truncate', handle: 1, size: 1e14 }, /size is 100000000000000/)
  refusedAs({ kind: 'write', handle: 1, offset: 0, bytes: 'abc' }, /bytes is "abc"/)
})

test('servers and shares neither come nor go, and nothing moves from one share to another', () => {
  const made = world()
  made.addShare('\\\\hq\\other')
  const host = new Host(made)
  const codeOf = (request: Request): number => {
    const result = host.run(ask(request), { actor: 'engine', scope: 'r' })
    return result.ended === 'returned' && result.value.kind === 'failed' ? result.value.code : 0
  }
  assert.is(codeOf({ kind: 'remove', on: 'server', path: DOCS }), 5)
  assert.is(codeOf({ kind: 'mkdir', on: 'cache', path: '\\\\hq\\new' }), 5)
  assert.is(
    codeOf({ kind: 'rename', on: 'server', path: PLAN, to: '\\\\hq\\other\\plan.txt', replace: false }),
    17,
  )
})

test('a snapshot handle reads the content as of its open', () => {
  const made = world()
  const host = new Host(made)
  const session = function* (snapshot: boolean): Session<string> {
    const open = { kind: 'open', on: 'server', path: PLAN, access: 'read', share: ['read', 'write'] } as const
    const file = yield* ask({ ...open, disposition: 'open', snapshot })
    if (file.kind === 'failed') return String(file.code)
    yield* performOperation('server', { do: 'write', path: PLAN, bytes: text('meanwhile') })
    const read = yield* ask({ kind: 'read', handle: file.handle, offset: 0, length: 100 })
    return read.kind === 'failed' ? String(read.code) : new TextDecoder().decode(read.bytes)
  }
  const options = { actor: 'engine', scope: 'r' } as const
  assert.equal(host.run(session(true), options), { ended: 'returned', value: 'first draft' })
  assert.equal(host.run(session(false), options), { ended: 'returned', value: 'meanwhile' })
})

test('equal traces have equal hashes, other traces others', () => {
  const hashOf = (content: string): string => {
    const host = new Host(world())
    host.run(performOperation('server', { do: 'write', path: PLAN, bytes: text(content) }), {
      actor: 'server',
      scope: 's',
    })
    const hash = new TraceHash()
    for (const event of host.trace) hash.add(event)
    return hash.digest()
  }
  assert.is(hashOf('same'), hashOf('same'))
  assert.is.not(hashOf('same'), hashOf('other'))
})

test.run()
