/** Several clients, users and servers: who sees what, whose rights count, which way is down, whose clock is wrong. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ask, type Reply, type Session } from '../port/mod.ts'
import { SECOND } from '../windows/mod.ts'
import { itemAt } from '../volume/mod.ts'
import { Host } from './host.ts'
import { act, codeOf, DOCS, office, outcome, PLAN, text } from './testing/office.ts'
import { World } from './world.ts'

const OPEN = {
  kind: 'open',
  on: 'server',
  path: PLAN,
  access: 'read',
  share: ['read', 'write', 'delete'],
  disposition: 'open',
} as const

/** What a user is told they may not do with an item. */
function deniedTo(host: Host, path: string, user: string): readonly string[] {
  const found = outcome(host, ask({ kind: 'stat', on: 'server', path }), { user })
  return found === 'crashed' || found.kind === 'failed' ? ['nothing known'] : found.denied ?? []
}

test('every client has a cache and records of its own, and starts as the first one is', () => {
  const { world } = office()
  world.lay('cache', PLAN, { content: text('first draft') })
  world.addClient('tablet')
  const host = new Host(world)
  assert.is(act(host, 'cache', { do: 'append', path: PLAN, bytes: text('!') }, { client: 'tablet' }), 0)
  outcome(host, ask({ kind: 'put-record', bucket: 'b', key: 'k', value: 1 }), { client: 'tablet' })
  assert.is(itemAt(world.tree('cache'), PLAN)?.info.size, 11)
  assert.is(itemAt(world.tree('cache', 'tablet'), PLAN)?.info.size, 12)
  assert.equal([world.client().records.get('b', 'k'), world.client('tablet').records.get('b', 'k')], [
    undefined,
    1,
  ])
  const told = host.trace.flatMap(({ effects }) =>
    effects.map((effect) => 'client' in effect ? effect.client : undefined)
  )
  assert.ok(told.length > 0 && told.every((client) => client === 'tablet'))
  assert.throws(() => world.addClient('tablet'), /There is a client "tablet" already/)
  assert.throws(() => world.client('desk'), /There is no client "desk"/)
})

test('the tree of several servers is one after the other, and the same until one of them changes', () => {
  const { world } = office()
  world.addShare('\\\\nas\\box')
  const before = world.tree('server')
  assert.equal([...before.keys()], [
    '\\\\HQ',
    '\\\\HQ\\DOCS',
    '\\\\HQ\\DOCS\\PLAN.TXT',
    '\\\\NAS',
    '\\\\NAS\\BOX',
  ])
  assert.is(world.tree('server'), before)
  act(new Host(world), 'server', { do: 'mkdir', path: '\\\\nas\\box\\art' })
  assert.equal([before.size, world.tree('server').size], [5, 6])
  world.addServer('\\\\old')
  world.lay('server', '\\\\old', {})
  assert.is(world.tree('server').has('\\\\OLD'), true)
})

test('a server is cut off for one client or for all, and its handles go with the connection', () => {
  const { world } = office()
  world.addClient('tablet')
  const host = new Host(world)
  const off = (client: string | undefined, reachable: boolean): void => {
    const change = { kind: 'set-reachable', server: '\\\\hq', reachable } as const
    host.change(client === undefined ? change : { ...change, client }, 's')
  }
  const stat = { kind: 'stat', on: 'server', path: PLAN } as const
  off('tablet', false)
  assert.equal([codeOf(host, stat), codeOf(host, stat, { client: 'tablet' })], [0, 53])
  off(undefined, false)
  assert.equal([codeOf(host, stat), codeOf(host, stat, { actor: 'server' })], [53, 0])
  off(undefined, true)
  assert.equal([codeOf(host, stat), codeOf(host, stat, { client: 'tablet' })], [0, 0])
  const session = function* (): Session<readonly number[]> {
    const file = yield* ask({ ...OPEN, share: [] })
    if (file.kind === 'failed') return [file.code]
    const { handle } = file
    off('laptop', false)
    const cut = yield* ask({ kind: 'read', handle, offset: 0, length: 1 })
    off('laptop', true)
    const back = yield* ask({ kind: 'read', handle, offset: 0, length: 1 })
    const closed = yield* ask({ kind: 'close', handle })
    const again = yield* ask({ kind: 'read', handle, offset: 0, length: 1 })
    return [cut, back, closed, again].map((reply) => reply.kind === 'failed' ? reply.code : 0)
  }
  assert.equal(outcome(host, session()), [64, 64, 0, 6])
  assert.is(
    codeOf(host, { ...OPEN, access: 'write', share: [] }),
    0,
    'the server has given up the share lock',
  )
})

test('rights count for the user who asks, over the network and at the server, and are inherited', () => {
  const host = office()
  const art = `${DOCS}\\art`
  host.world.lay('server', art, {})
  host.world.lay('server', `${art}\\a.txt`, { content: text('a') })
  const bob = { user: 'bob' } as const
  const set = (
    path: string,
    rights: { list?: 'allow' | 'deny'; read?: 'allow' | 'deny'; write?: 'allow' | 'deny' },
  ): void => {
    assert.equal(host.change({ kind: 'set-rights', path, user: 'bob', rights }, 's'), { kind: 'changed' })
  }
  set(DOCS, { list: 'deny', read: 'deny', write: 'deny' })
  set(art, { list: 'allow' })
  assert.is(codeOf(host, { kind: 'list', on: 'server', path: DOCS }, bob), 5)
  assert.is(codeOf(host, { kind: 'list', on: 'server', path: art }, bob), 0)
  assert.is(codeOf(host, { kind: 'stat', on: 'server', path: PLAN }, bob), 0, 'the item itself is seen')
  assert.is(codeOf(host, OPEN, bob), 5)
  assert.is(codeOf(host, OPEN, { user: 'carol' }), 0)
  assert.is(
    act(host, 'server', { do: 'write', path: PLAN, bytes: text('x') }, { ...bob, actor: 'server' }),
    5,
  )
  assert.is(act(host, 'server', { do: 'write', path: PLAN, bytes: text('x') }, { actor: 'server' }), 0)
  for (
    const request of [
      { kind: 'mkdir', on: 'server', path: `${art}\\new` },
      { kind: 'remove', on: 'server', path: `${art}\\a.txt` },
      { kind: 'stage', on: 'server', path: `${art}\\new.txt` },
      { kind: 'set-info', on: 'server', path: art, info: {} },
      { kind: 'rename', on: 'server', path: `${art}\\a.txt`, to: `${art}\\b.txt`, replace: false },
    ] as const
  ) assert.is(codeOf(host, request, bob), 5, request.kind)
  assert.equal(deniedTo(host, art, 'bob'), ['read', 'write'])
  assert.equal(deniedTo(host, art, 'carol'), [])
  set(art, { write: 'allow' })
  assert.is(codeOf(host, { kind: 'mkdir', on: 'server', path: `${art}\\new` }, bob), 0)
})

test('setting rights moves the change time and nothing else (F53)', () => {
  const host = office()
  host.world.advance(7)
  const before = itemAt(host.world.tree('server'), PLAN)?.info
  host.change({ kind: 'set-rights', path: PLAN, user: 'bob', rights: { read: 'deny' } }, 's')
  const after = itemAt(host.world.tree('server'), PLAN)?.info
  assert.equal(after, before === undefined ? undefined : { ...before, times: { ...before.times, change: 7 } })
  assert.is(host.trace.at(-1)?.effects.length, 1)
})

test('a server that asks for credentials answers 1326 until they are given, each user for himself', () => {
  const world = new World()
  world.addServer('\\\\hq', { asksCredentials: true })
  world.addShare(DOCS)
  const host = new Host(world)
  const connect = { kind: 'connect', share: DOCS } as const
  const prompt = { kind: 'ask-credentials', server: '\\\\HQ', channel: 'window' } as const
  const giving = {
    progress: () => 'continue' as const,
    queryAbort: () => false,
    resolveConflict: () => ({ resolution: 0 }),
    giveCredentials: () => true,
  }
  assert.is(codeOf(host, connect, { user: 'alice' }), 1326)
  assert.equal(outcome(host, ask(prompt), { user: 'alice' }), { kind: 'ask-credentials', given: false })
  assert.is(codeOf(host, { kind: 'list', on: 'server', path: DOCS }, { user: 'alice' }), 1326)
  assert.equal(outcome(host, ask(prompt), { user: 'alice', caller: giving }), {
    kind: 'ask-credentials',
    given: true,
  })
  assert.is(codeOf(host, connect, { user: 'alice' }), 0)
  assert.is(codeOf(host, connect, { user: 'bob' }), 1326)
  assert.is(codeOf(host, { kind: 'list', on: 'server', path: DOCS }, { actor: 'server' }), 0)
})

test('without oplocks no transfer of an engine begins (F34), while programs and people go on', () => {
  const world = new World()
  world.addServer('\\\\hq', { profile: { oplocks: false } })
  world.addShare(DOCS)
  world.lay('server', PLAN, { content: text('x') })
  const host = new Host(world)
  assert.is(codeOf(host, OPEN), 32)
  assert.is(codeOf(host, { kind: 'stage', on: 'server', path: PLAN }), 32)
  assert.is(codeOf(host, OPEN, { actor: 'application' }), 0)
  assert.is(codeOf(host, OPEN, { actor: 'server' }), 0)
})

test('requests over a slow link take their time, others do not', () => {
  const host = office()
  host.change({ kind: 'set-latency', server: '\\\\hq', client: 'laptop', latency: 500 }, 's')
  const stat = { kind: 'stat', on: 'server', path: PLAN } as const
  const took = (who: Parameters<typeof codeOf>[2], on: 'server' | 'cache' = 'server'): number => {
    const begun = host.world.now
    codeOf(host, { ...stat, on }, who)
    return host.world.now - begun
  }
  assert.equal([took({}), took({}, 'cache'), took({ actor: 'server' }), took({ still: true })], [
    501,
    1,
    1,
    0,
  ])
})

test('clocks differ from the true time, and jump', () => {
  const world = new World()
  world.addServer('\\\\hq', { profile: { clockOffset: 3 * SECOND } })
  world.addShare(DOCS)
  const host = new Host(world)
  const made = (name: string): number => {
    act(host, 'server', { do: 'mkdir', path: `${DOCS}\\${name}` }, { still: true })
    return itemAt(world.tree('server'), `${DOCS}\\${name}`)?.info.times.creation ?? NaN
  }
  assert.is(made('a'), 3 * SECOND)
  host.change({ kind: 'set-clock', machine: { server: '\\\\hq' }, ahead: -2 * SECOND }, 's')
  assert.is(made('b'), -2 * SECOND)
  host.change({ kind: 'set-clock', machine: { client: 'laptop' }, ahead: SECOND }, 's')
  const clock: Reply | 'crashed' = outcome(host, ask({ kind: 'clock' }), { still: true })
  assert.equal(clock, { kind: 'clock', now: SECOND })
  assert.is(world.now, 0, 'the true time stands')
})

test('a full disk and a used-up quota refuse what would grow, and keep what is there', () => {
  const host = office()
  host.change({ kind: 'set-capacity', machine: { server: '\\\\hq' }, bytes: 12 }, 's')
  const write = (bytes: number, user?: string): number =>
    act(host, 'server', { do: 'write', path: `${DOCS}\\new.txt`, bytes: new Uint8Array(bytes) }, {
      actor: 'server',
      ...(user === undefined ? {} : { user }),
    })
  assert.is(write(2), 112)
  assert.is(write(1), 0)
  host.change({ kind: 'set-capacity', machine: { server: '\\\\hq' }, bytes: undefined }, 's')
  act(host, 'server', { do: 'remove', path: `${DOCS}\\new.txt` }, { actor: 'server' })
  host.change({ kind: 'set-quota', server: '\\\\hq', user: 'bob', bytes: 5 }, 's')
  assert.is(write(5, 'bob'), 0)
  assert.is(write(6, 'bob'), 1295)
  assert.is(itemAt(host.world.tree('server'), PLAN)?.info.size, 11)
})

test('changes of the world are events: numbered, addressed, and undone by no fork', () => {
  const host = office()
  const before = host.fork()
  host.change({ kind: 'set-service', client: 'laptop', enabled: true, active: false }, 'step 3')
  const [event] = host.trace
  assert.equal([event?.number, event?.actor, event?.address], [1, 'world', 'step 3 · set-service'])
  const status = (one: Host): Reply | 'crashed' => outcome(one, ask({ kind: 'status' }))
  assert.equal(status(host), { kind: 'status', enabled: true, active: false })
  assert.equal(status(before), { kind: 'status', enabled: true, active: true })
})

test('how a share stands is asked and set by the engine, for its own client', () => {
  const { world } = office()
  world.addClient('tablet')
  const host = new Host(world)
  const offline = { online: false, reason: 4 } as const
  assert.is(codeOf(host, { kind: 'set-connection', share: DOCS, connection: offline }), 0)
  assert.equal(outcome(host, ask({ kind: 'get-connection', share: DOCS })), {
    kind: 'get-connection',
    connection: offline,
  })
  assert.equal(world.connection(DOCS, 'tablet'), { online: false, reason: 2 })
})

test.run()
