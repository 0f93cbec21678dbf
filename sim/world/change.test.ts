/** Changes of the world: what is none, or is about nobody, changes nothing and leaves no event. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ask } from '../port/mod.ts'
import { CsclabError } from '../errors.ts'
import type { WorldChange } from './change.ts'
import type { Host } from './host.ts'
import { act, codeOf, DOCS, office, outcome, PLAN, text } from './testing/office.ts'

const HQ = '\\\\hq'

const OPEN = {
  kind: 'open',
  on: 'server',
  path: PLAN,
  access: 'read',
  share: [],
  disposition: 'open',
} as const

/** Values that the types rule out, as they come from JavaScript. */
function untyped(change: object): WorldChange {
  return Object.assign({ kind: 'set-clock', machine: { server: HQ }, ahead: 0 } as const, change)
}

/** A change is refused: the world and its trace are as before. */
function refuses(host: Host, change: WorldChange, message: RegExp): void {
  const before = host.world.toData()
  const events = host.trace.length
  assert.throws(
    () => host.change(change, 's'),
    (error: unknown) =>
      error instanceof CsclabError && error.code === 'scenario' &&
      message.test(`${error.message} | ${error.hint}`),
    String(message),
  )
  assert.equal(host.world.toData(), before)
  assert.is(host.trace.length, events)
}

test('a change of an unknown kind is none', () => {
  const kinds = / \| Kinds are set-reachable, set-connection, set-latency, /
  refuses(office(), untyped({ kind: 'set-colour' }), /of an unknown kind "set-colour"/)
  refuses(office(), untyped({ kind: 5 }), kinds)
})

test('a change about a machine or share that is not there is refused', () => {
  const host = office()
  const connection = { online: true, reason: 1 } as const
  const wrong: readonly (readonly [WorldChange, RegExp])[] = [
    [{ kind: 'set-latency', server: '\\\\none', client: 'laptop', latency: 1 }, /no server "\\\\none"/],
    [{ kind: 'set-latency', server: HQ, client: 'phone', latency: 1 }, /no client "phone"/],
    [{ kind: 'set-connection', share: DOCS, client: 'phone', connection }, /no client "phone"/],
    [
      { kind: 'set-connection', share: '\\\\none\\docs', client: 'laptop', connection },
      /no server "\\\\none"/,
    ],
    [
      { kind: 'set-connection', share: '\\\\hq\\none', client: 'laptop', connection },
      /no share "\\\\hq\\none"/,
    ],
    [
      { kind: 'set-connection', share: PLAN, client: 'laptop', connection },
      /no share "\\\\hq\\docs\\plan.txt"/,
    ],
    [{ kind: 'set-reachable', server: HQ, client: 'phone', reachable: false }, /no client "phone"/],
    [{ kind: 'set-reachable', server: '\\\\none', reachable: false }, /no server "\\\\none"/],
    [{ kind: 'set-clock', machine: { client: 'phone' }, ahead: 1 }, /no client "phone"/],
    [{ kind: 'set-capacity', machine: { server: '\\\\none' }, bytes: 1 }, /no server "\\\\none"/],
    [{ kind: 'set-quota', server: '\\\\none', user: 'bob', bytes: 1 }, /no server "\\\\none"/],
  ]
  for (const [change, message] of wrong) refuses(host, change, message)
})

test('a field that is not as it must be is named, with what it must be', () => {
  const host = office()
  const latency = { kind: 'set-latency', server: HQ, client: 'laptop', latency: -1 } as const
  refuses(host, latency, /^The change "set-latency": latency is -1 \| It must be a whole number, 0 or more$/)
  refuses(host, { ...latency, latency: NaN }, /latency is NaN/)
  refuses(
    host,
    untyped({ machine: undefined, server: HQ }),
    /machine is missing \| It must be a machine, \{ /,
  )
  refuses(
    host,
    untyped({ machine: { server: HQ, client: 'laptop' } }),
    /machine is a value of type object \| It must be a m/,
  )
  refuses(host, untyped({ machine: { server: 'hq' } }), /machine\.server is "hq" \| It must be a UNC path/)
  refuses(host, untyped({ ahead: 0.5 }), /ahead is 0\.5/)
  const capacity = { kind: 'set-capacity', machine: { server: HQ }, bytes: -5 } as const
  refuses(host, capacity, /bytes is -5/)
  refuses(host, { kind: 'set-quota', server: HQ, user: 'bob', bytes: 1.5 }, /bytes is 1\.5/)
  const rights = { kind: 'set-rights', path: PLAN, user: 'bob', rights: { read: 'forbid' } }
  refuses(host, untyped(rights), /rights\.read is "forbid"/)
})

test('a listener hears no longer than its action takes, also when that throws', () => {
  const { world } = office()
  const heard: string[] = []
  world.hear(({ effect }) => heard.push(effect), () => {
    assert.throws(
      () => world.hear(() => heard.push('inner'), () => world.client('phone')),
      /no client "phone"/,
    )
    world.putRecord({ bucket: 'b', key: 'k', value: 1 })
  })
  world.putRecord({ bucket: 'b', key: 'k', value: 2 })
  assert.equal(heard, ['record'])
})

test('a server that is cut off from all gives up what they have open', () => {
  const host = office()
  host.world.addClient('tablet')
  const opened = (client: string): number => {
    const file = outcome(host, ask({ ...OPEN, share: ['read', 'write', 'delete'] }), {
      client,
      actor: 'application',
    })
    return file !== 'crashed' && file.kind === 'open' ? file.handle : -1
  }
  const handles = [opened('laptop'), opened('tablet')]
  const reads = (): readonly number[] =>
    handles.map((handle, i) =>
      codeOf(host, { kind: 'read', handle, offset: 0, length: 1 }, { client: i === 0 ? 'laptop' : 'tablet' })
    )
  assert.equal(reads(), [0, 0])
  host.change({ kind: 'set-reachable', server: HQ, reachable: false }, 's')
  host.change({ kind: 'set-reachable', server: HQ, reachable: true }, 's')
  assert.equal(reads(), [64, 64])
  assert.is(codeOf(host, { ...OPEN, access: 'write' }), 0, 'and their locks')
})

test('a link that was slow is slow again when it is back', () => {
  const host = office()
  host.change({ kind: 'set-latency', server: HQ, client: 'laptop', latency: 500 }, 's')
  const took = (): number => {
    const begun = host.world.now
    assert.is(codeOf(host, { kind: 'stat', on: 'server', path: PLAN }), 0)
    return host.world.now - begun
  }
  for (const client of [{ client: 'laptop' }, {}]) {
    for (const reachable of [false, true]) {
      host.change({ kind: 'set-reachable', server: HQ, ...client, reachable }, 's')
    }
    assert.is(took(), 501)
  }
})

test('clocks and disks of the second client are its own', () => {
  const host = office()
  host.world.addClient('tablet')
  host.change({ kind: 'set-clock', machine: { client: 'tablet' }, ahead: 70 }, 's')
  host.change({ kind: 'set-capacity', machine: { client: 'tablet' }, bytes: 3 }, 's')
  const clock = (client: string): unknown => outcome(host, ask({ kind: 'clock' }), { client, still: true })
  assert.equal([clock('laptop'), clock('tablet')], [{ kind: 'clock', now: 0 }, { kind: 'clock', now: 70 }])
  const write = { do: 'write', path: PLAN, bytes: text('four') } as const
  assert.equal([act(host, 'cache', write, { client: 'tablet' }), act(host, 'cache', write)], [112, 0])
})

test.run()
