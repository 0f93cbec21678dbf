/** Servers, shares and clients are added whole, or not at all. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CsclabError } from '../errors.ts'
import type { ServerOptions } from './server.ts'
import { World } from './world.ts'

const DOCS = '\\\\hq\\docs'

/** Nothing of a world is other than it was after something was refused. */
function refuses(world: World, add: () => void, message: RegExp): void {
  const before = world.toData()
  assert.throws(
    add,
    (error: unknown) =>
      error instanceof CsclabError && error.code === 'scenario' && message.test(error.message),
    String(message),
  )
  assert.equal(world.toData(), before)
}

test('a share that is there already stays as it is', () => {
  const world = new World()
  world.addShare(DOCS, 'documents')
  refuses(world, () => world.addShare('\\\\HQ\\Docs', 'none'), /There is a share "\\\\HQ\\Docs" already/)
  assert.is(world.server('hq')?.shares.get('DOCS')?.caching, 'documents')
  refuses(world, () => world.addServer('\\\\Hq'), /There is a server "\\\\Hq" already/)
})

test('a name that no server or share can have leaves nothing behind (P14.4)', () => {
  const world = new World()
  for (const path of ['\\\\a:b', '\\\\..', '\\\\', 'hq', '\\\\hq\\docs', '\\\\a b?', '\\\\hq\\', '//hq']) {
    refuses(world, () => world.addServer(path), /no server can have|no path of a server/)
  }
  const shares = [
    'hq\\docs',
    '\\\\hq',
    '\\\\hq\\',
    '\\\\hq\\docs\\art',
    '\\\\a b?\\x',
    '\\\\..\\x',
    '//hq/docs',
  ]
  const names = ['a:b', '..', 'nul', 'x'.repeat(81)].map((name) => `\\\\hq\\${name}`)
  for (const path of [...shares, ...names]) {
    refuses(world, () => world.addShare(path), /no share can have|no server can have|no path of a share/)
  }
  world.addShare(`\\\\hq\\${'x'.repeat(80)}`)
  refuses(world, () => world.addShare('\\\\hq\\a?'), /"a\?" is a name that no share can have/)
})

test('a server of a kind that there is not is not added', () => {
  const world = new World()
  const add = (options: ServerOptions): void => world.addServer('\\\\hq', options)
  refuses(world, () => add({ profile: { timeGranularity: 0 } }), /timeGranularity is 0/)
  refuses(world, () => add({ capacity: -5 }), /capacity is -5/)
})

test('a share for which a cache has no room in its tree is not added', () => {
  const world = new World()
  world.lay('cache', '\\\\hq', {})
  world.lay('cache', DOCS, {})
  refuses(world, () => world.addShare(DOCS), /"laptop" has something there/)
})

test('a world that is full takes no further machine', () => {
  const world = new World()
  for (let i = 1; i < 64; i++) world.addServer(`\\\\s${i}`)
  refuses(world, () => world.addServer('\\\\s64'), /A world holds at most 64 machines/)
  refuses(world, () => world.addShare('\\\\s64\\docs'), /A world holds at most 64 machines/)
  refuses(world, () => world.addClient('tablet'), /A world holds at most 64 machines/)
})

test.run()
