/** Keys of worlds: what is the same has the same key, what matters changes it, and the time does not. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type FileOperation, Host, World } from '../../sim/mod.ts'
import { WorldKeys } from './world-key.ts'

const PLAN = '\\\\hq\\docs\\plan.txt'
const NOTES = '\\\\hq\\docs\\notes.txt'

function newWorld(): World {
  const world = new World()
  world.addShare('\\\\hq\\docs')
  for (const path of [PLAN, NOTES]) world.lay('server', path, { content: Uint8Array.of(1) })
  world.advance(100)
  return world
}

/** A fork in which things are done, each after a number of ticks. */
function after(world: World, ...acts: readonly (readonly [ticks: number, FileOperation])[]): World {
  const host = new Host(world.fork())
  for (const [ticks, operation] of acts) {
    host.world.advance(ticks)
    assert.is(host.act('server', operation, { actor: 'server', scope: 'test' }).code, 0)
  }
  return host.world
}

function write(path: string, byte: number): FileOperation {
  return { do: 'write', path, bytes: Uint8Array.of(byte) }
}

test('a fork has the key of its origin, and keeps it while only time passes', () => {
  const world = newWorld()
  const keys = new WorldKeys(world.now)
  const fork = world.fork()
  fork.advance(5_000)
  assert.is(keys.of(fork), keys.of(world))
})

test('the same done a little later has the same key; in another order, or otherwise, it has not', () => {
  const world = newWorld()
  const keys = new WorldKeys(world.now)
  const [plan, notes] = [write(PLAN, 2), write(NOTES, 3)]
  const soon = keys.of(after(world, [1, plan], [1, notes]))
  assert.is(keys.of(after(world, [7, plan], [40, notes])), soon)
  assert.is.not(keys.of(after(world, [1, notes], [1, plan])), soon)
  assert.is.not(keys.of(after(world, [1, plan], [1, write(NOTES, 4)])), soon)
  assert.is.not(keys.of(world), soon)
})

test('records, connections and ways to servers belong to the key', () => {
  const world = newWorld()
  const keys = new WorldKeys(world.now)
  const changes: readonly ((fork: World) => void)[] = [
    (fork) => fork.putRecord({ bucket: 'items', key: 'PLAN.TXT', value: { size: 1 } }),
    (fork) => fork.putRecord({ bucket: 'items', key: 'PLAN.TXT', value: { size: 2 } }),
    (fork) => fork.setConnection('\\\\hq\\docs', { online: true, reason: 1 }),
    (fork) => {
      const server = fork.server('hq')
      if (server !== undefined) fork.cut(server, 'laptop')
    },
  ]
  const found = changes.map((change) => {
    const fork = world.fork()
    change(fork)
    return keys.of(fork)
  })
  assert.is(new Set([keys.of(world), ...found]).size, changes.length + 1)
})

test.run()
