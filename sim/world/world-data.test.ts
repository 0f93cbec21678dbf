/** A world that went through plain data goes on exactly as the one it came from, open handles and all. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ask, performOperation, type Session } from '../port/mod.ts'
import { Host } from './host.ts'
import { act, DOCS, office, outcome, PLAN, text } from './testing/office.ts'
import { describeEvent } from './trace.ts'
import { World } from './world.ts'
import type { WorldData } from './world-data.ts'

/** A world in which everything that can differ does. */
function busyWorld(): Host {
  const { world } = office()
  world.addServer('\\\\nas', {
    profile: { caseSensitive: true, clockOffset: 50 },
    capacity: 1_000,
    asksCredentials: true,
  })
  world.addShare('\\\\nas\\box', 'documents')
  world.addClient('tablet')
  const host = new Host(world)
  act(host, 'server', { do: 'write', path: `${DOCS}\\b.txt`, bytes: text('b') }, { user: 'bob' })
  outcome(host, ask({ kind: 'put-record', bucket: 'b', key: 'k', value: { deep: [1] } }), {
    client: 'tablet',
  })
  host.change({ kind: 'set-rights', path: PLAN, user: 'bob', rights: { write: 'deny' } }, 's')
  host.change({ kind: 'set-reachable', server: '\\\\hq', client: 'tablet', reachable: false }, 's')
  host.change({ kind: 'set-latency', server: '\\\\hq', client: 'laptop', latency: 9 }, 's')
  host.change({ kind: 'set-clock', machine: { client: 'tablet' }, ahead: 77 }, 's')
  host.change({
    kind: 'set-connection',
    share: DOCS,
    client: 'laptop',
    connection: { online: true, reason: 1 },
  }, 's')
  host.change({
    kind: 'set-policy',
    client: 'laptop',
    settings: { syncConflictHandling: { [DOCS]: 1 }, excludedTypes: ['*.pst'] },
  }, 's')
  host.change({ kind: 'set-service', client: 'tablet', enabled: true, active: false }, 's')
  return host
}

/** Goes on in a world: what it asks, and what it is answered, tells worlds apart. */
function* goOn(handle: number): Session<number> {
  yield* ask({ kind: 'write', handle, offset: 3, bytes: text('more') })
  yield* ask({ kind: 'commit', handle, expect: 'any' })
  yield* performOperation('server', { do: 'write', path: `${DOCS}\\c.txt`, bytes: text('c') })
  yield* performOperation('server', { do: 'write', path: PLAN, bytes: text('mine') })
  yield* ask({ kind: 'connect', share: '\\\\nas\\box' })
  yield* ask({ kind: 'list-records', bucket: 'b' })
  yield* ask({ kind: 'get-connection', share: DOCS })
  yield* ask({ kind: 'settings' })
  yield* ask({ kind: 'status' })
  yield* ask({ kind: 'clock' })
  return 0
}

test('a world made of the data of another goes on as that one does', () => {
  for (const client of ['laptop', 'tablet']) {
    for (const user of ['alice', 'bob']) {
      const host = busyWorld()
      const staged = outcome(host, ask({ kind: 'stage', on: 'cache', path: DOCS + '\\new' }), {
        actor: 'application',
        client,
      })
      const handle = staged !== 'crashed' && staged.kind === 'stage' ? staged.handle : -1
      const data: WorldData = JSON.parse(JSON.stringify(host.world.toData()))
      const copy = new Host(new World(data))
      const first = host.trace.length
      const who = { actor: 'application', scope: 'on', client, user } as const
      host.run(goOn(handle), who)
      copy.run(goOn(handle), who)
      const told = (trace: Host['trace']): readonly string[] =>
        trace.map((event) => JSON.stringify(describeEvent({ ...event, number: 0 })))
      assert.equal(told(copy.trace), told(host.trace.slice(first)))
      assert.equal(copy.world.toData(), host.world.toData())
    }
  }
})

test('data of another version is refused with what to do', () => {
  const data: WorldData = Object.assign(office().world.toData(), { version: 2 })
  assert.throws(() => new World(data), /The data of a world is of version 2, which is not known/)
})

test.run()
