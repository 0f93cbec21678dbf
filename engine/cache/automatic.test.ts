/** Automatic caching: what is opened is kept, as long as there is room; nothing else is, and nothing else goes. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ask, type FileOperation, NOT_PINNED } from '../../sim/port/mod.ts'
import type { Interruption, Pending } from '../testing/world.ts'
import { withRoom } from './room.ts'
import { at, Desk, DOCS, refuse, text, USER_PINS } from './testing/desk.ts'

const AUTOMATIC = { caching: 'documents' } as const

/** An online share cached automatically; these files are on the server alone. */
function desk(names: readonly string[] = ['a.txt'], options = {}): Desk {
  const made = new Desk({ 'kept.txt': 'kept' }, { ...AUTOMATIC, ...options })
  for (const name of names) made.writeThere(name, `content of ${name}`)
  made.goOnline()
  return made
}

test('reading, opening and writing a file caches it; looking at it, or at a stream of it, does not', () => {
  const path = at('a.txt')
  const bytes = text('x')
  const keeping: readonly FileOperation[] = [
    { do: 'read', path },
    { do: 'open', path, access: 'read', share: ['read'] },
    { do: 'write', path, bytes },
    { do: 'write-sparse', path, size: 100_000, parts: [] },
    { do: 'append', path, bytes },
    { do: 'edit', path, offset: 0, bytes },
  ]
  const passing: readonly FileOperation[] = [
    { do: 'append', path, bytes, stream: 'note' },
    { do: 'touch', path },
    { do: 'set-info', path, info: { attributes: 2 } },
    { do: 'list', path: DOCS },
    { do: 'rename', path, to: at('b.txt'), replace: false },
    { do: 'mkdir', path: at('a.txt.d') },
  ]
  for (const operation of keeping) {
    const one = desk()
    assert.is(one.act(operation).code, 0)
    assert.is(one.here('a.txt'), one.at('server', 'a.txt'), operation.do)
    const { autoCached, pins, sparse, used, original } = one.record('a.txt') ?? {}
    assert.equal([autoCached, pins, sparse], [true, NOT_PINNED, false])
    assert.ok((used ?? 0) > 0)
    assert.is(original?.change, one.item('server', 'a.txt')?.info.times.change)
  }
  for (const operation of passing) {
    const one = desk()
    if ('stream' in operation) one.there({ do: 'write', path, bytes, stream: 'note' })
    assert.is(one.act(operation).code, 0)
    assert.is(one.view('a.txt') ?? one.view('b.txt') ?? one.view('a.txt.d'), undefined, operation.do)
  }
})

test('only shares that say so are cached automatically', () => {
  for (
    const [caching, isCached] of [['documents', true], ['programs', true], ['manual', false], [
      'none',
      false,
    ]] as const
  ) {
    const one = desk(['a.txt'], { caching })
    assert.is(one.read('a.txt'), 'content of a.txt')
    assert.is(one.here('a.txt') !== undefined, isCached, caching)
    assert.is(one.arrange({ do: 'auto-cache', path: at('a.txt') }), caching === 'none' ? 50 : 0)
  }
})

test('the application gets what it asked for whether or not its file can be cached', () => {
  const one = desk()
  assert.is(one.read('a.txt', { interrupt: refuse('stage', 112) }), 'content of a.txt')
  assert.is(one.here('a.txt'), undefined)
  assert.ok(one.record('a.txt') === undefined)
  const alone = { do: 'open', path: at('a.txt'), access: 'read', share: [] } as const
  assert.is(one.act(alone).code, 0)
  assert.is(one.here('a.txt'), undefined)
})

test('what is opened is cached with the folders it is in, and an excluded type is not', () => {
  const one = desk([])
  one.there({ do: 'mkdir', path: at('art') })
  one.writeThere('art\\logo.txt', 'csclab')
  one.read('art\\logo.txt')
  assert.equal([one.record('art')?.type, one.record('art')?.autoCached, one.here('art\\logo.txt')], [
    'directory',
    undefined,
    'csclab',
  ])
  const settings = {
    syncConflictHandling: {},
    excludedTypes: ['~$*', 'a.?b', '*.P+T', 'log*1*.t*t', `${'*z'.repeat(40)}*y`],
  }
  one.change({ kind: 'set-policy', client: 'laptop', settings })
  const cached = [
    '~$owner.txt',
    'a~$.txt',
    'a.bb',
    'a.b',
    'a.bbb',
    'xaxbb',
    'mail.p+t',
    'mail.ppt',
    'log11.txt',
    'log2.txt',
    'z'.repeat(200),
  ].filter(
    (name) => {
      one.write(name, 'x')
      return one.here(name) !== undefined
    },
  )
  assert.equal(cached, ['a~$.txt', 'a.b', 'a.bbb', 'xaxbb', 'mail.ppt', 'log2.txt', 'z'.repeat(200)])
})

test('an outdated or incomplete copy is fetched when it is opened, with the pins it has; a current one is not', () => {
  const one = desk([], { pins: USER_PINS })
  one.arrange({ do: 'sparse', path: at('kept.txt'), present: [] })
  assert.is(one.read('kept.txt'), 'kept')
  assert.equal([one.record('kept.txt')?.sparse, one.here('kept.txt')], [false, 'kept'])
  assert.equal(one.record('kept.txt')?.pins, USER_PINS)
  one.read('kept.txt')
  assert.is(one.asked('stage').length, 0)
  const edits: readonly (() => void)[] = [
    () => one.writeThere('kept.txt', 'newer'),
    () => one.writeThere('kept.txt', 'NEWER'),
    () => one.there({ do: 'set-info', path: at('kept.txt'), info: { attributes: 2 } }),
    () => one.there({ do: 'touch', path: at('kept.txt') }),
  ]
  for (const edit of edits) {
    edit()
    one.read('kept.txt')
    assert.is(one.asked('stage').length, 1)
    assert.is(one.here('kept.txt'), one.at('server', 'kept.txt'))
    assert.is(one.record('kept.txt')?.original?.change, one.item('server', 'kept.txt')?.info.times.change)
  }
})

test('auto-caching a changed copy keeps the change; a deleted one is not there, and a folder is no file', () => {
  const one = new Desk({ 'a.txt': 'a', 'b.txt': 'b', 'art': null }, AUTOMATIC)
  one.write('a.txt', 'edited')
  one.writeThere('a.txt', 'newer')
  one.act({ do: 'remove', path: at('b.txt') })
  const codes = ['a.txt', 'b.txt', 'art', 'none.txt'].map((name) =>
    one.arrange({ do: 'auto-cache', path: at(name) })
  )
  assert.equal(codes, [0, 2, 0, 2])
  assert.is(one.here('a.txt'), 'edited')
  one.there({ do: 'mkdir', path: at('new') })
  assert.is(one.arrange({ do: 'auto-cache', path: at('new') }), 267)
})

test('a copy that cannot be compared with the server’s is kept as it is', () => {
  const one = new Desk({ 'a.txt': 'a', 'b.txt': 'b' }, AUTOMATIC)
  one.arrange({ do: 'adopt', path: at('a.txt') })
  one.writeThere('a.txt', 'newer')
  assert.is(one.arrange({ do: 'auto-cache', path: at('a.txt') }), 0)
  assert.equal([one.here('a.txt'), one.record('a.txt')?.original], ['a', null])
  one.reachable = false
  assert.is(one.arrange({ do: 'auto-cache', path: at('b.txt') }), 0)
  assert.is(one.record('b.txt')?.autoCached, true)
})

test('the least recently used goes first, online and offline uses alike; the one in hand never does', () => {
  const one = desk(['a.txt', 'b.txt', 'c.txt', 'd.txt'])
  for (const name of ['a.txt', 'b.txt', 'c.txt']) one.read(name)
  one.open('a.txt', 'read')
  one.goOffline()
  one.open('b.txt', 'read')
  const limit = (bytes: number): void =>
    one.change({ kind: 'set-capacity', machine: { client: 'laptop' }, bytes })
  limit(4 + 3 * 16)
  one.goOnline()
  assert.is(one.read('d.txt'), 'content of d.txt')
  assert.equal(cachedOf(one), ['a.txt', 'b.txt', 'd.txt'])
  assert.is(one.record('c.txt'), undefined)
  const gone = one.asked('publish').map(({ event }) => 'path' in event ? `${event.event} ${event.path}` : '')
  assert.equal(gone, [`ITEMDELETEDFROMCACHE ${at('c.txt')}`])
  one.goOffline()
  assert.is(one.read('b.txt'), 'content of b.txt')
  assert.is(one.write('e.txt', 'content of e.txt'), 0)
  assert.equal(cachedOf(one), ['b.txt', 'd.txt', 'e.txt'])
  one.act({ do: 'append', path: at('d.txt'), bytes: text('!') })
  assert.equal([cachedOf(one), one.here('d.txt')], [['d.txt', 'e.txt'], 'content of d.txt!'])
  limit(40)
  assert.is(one.write('f.txt', 'content of f.txt'), 112)
  assert.equal([one.here('kept.txt'), one.here('e.txt')], ['kept', 'content of e.txt'])
})

function cachedOf(one: Desk): readonly string[] {
  return ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'].filter((name) => one.here(name) !== undefined)
}

test('only clean, unpinned files that came by being opened make room, at any depth; what cannot go is passed over', () => {
  const one = desk([])
  one.there({ do: 'mkdir', path: at('art') })
  for (const name of ['pinned', 'dirty', 'held', 'art\\free', 'late']) {
    one.writeThere(`${name}.txt`, 'x')
    one.read(`${name}.txt`)
  }
  one.arrange({ do: 'pin', path: at('pinned.txt'), category: 'redirection' })
  one.goOffline()
  one.act({ do: 'append', path: at('dirty.txt'), bytes: text('!') })
  const held = one.act({ do: 'open', path: at('held.txt'), access: 'read', share: ['read'] })
  assert.is(held.code, 0)
  one.alter('held.txt', { used: 1 })
  const attempt = (code: number): unknown => {
    const session = withRoom(at('LATE.TXT'), () => ask({ kind: 'mkdir', on: 'cache', path: at('x') }))
    const interrupt = ({ request }: Pending): Interruption | undefined =>
      request.kind === 'mkdir' ? { refuse: code } : undefined
    return one.run(session, { actor: 'engine', interrupt })
  }
  assert.equal(attempt(5), { kind: 'failed', code: 5 })
  assert.is(one.here('art\\free.txt'), 'x')
  assert.equal(attempt(112), { kind: 'failed', code: 112 })
  assert.is(one.asked('mkdir').length, 2)
  const names = ['pinned.txt', 'dirty.txt', 'held.txt', 'art\\free.txt', 'late.txt', 'kept.txt']
  assert.equal(names.filter((name) => one.here(name) === undefined), ['art\\free.txt'])
  assert.is(one.here('late.txt'), 'x')
})

test('a use is noted only of what came by being opened', () => {
  const one = new Desk({ 'kept.txt': 'kept' }, AUTOMATIC)
  const before = one.record('kept.txt')
  one.read('kept.txt')
  assert.equal(one.record('kept.txt'), before)
  one.alter('kept.txt', { autoCached: true, used: 1 })
  one.read('kept.txt')
  assert.ok((one.record('kept.txt')?.used ?? 0) > 1)
  const path = at('kept.txt')
  for (
    const operation of [{ do: 'append', path, bytes: text('!') }, {
      do: 'open',
      path,
      access: 'read',
      share: ['read', 'write'],
    }] as const
  ) {
    one.alter('kept.txt', { used: 1 })
    one.act(operation)
    assert.ok((one.record('kept.txt')?.used ?? 0) > 1, operation.do)
  }
  one.alter('kept.txt', { used: 1 })
  one.act({ do: 'list', path: DOCS })
  one.act({ do: 'touch', path })
  one.read('kept.txt', { interrupt: refuse('open', 32) })
  assert.is(one.record('kept.txt')?.used, 1)
})

test.run()
