/** Online: the server is worked on, and the cache follows every change that came about. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { NOT_PINNED } from '../../sim/port/mod.ts'
import { ATTRIBUTE } from '../../sim/windows/mod.ts'
import { at, Desk, DOCS, refuse, text, USER_PINS } from './testing/desk.ts'

const PINNED = { pins: USER_PINS } as const

function online(tree: Readonly<Record<string, string | null>>, options = {}): Desk {
  const desk = new Desk(tree, options)
  desk.goOnline()
  return desk
}

test('a write goes to the server, and the cached copy is the same in everything that is compared', () => {
  const desk = online({ 'plan.txt': 'first' })
  assert.is(desk.write('plan.txt', 'second'), 0)
  assert.equal([desk.at('server', 'plan.txt'), desk.here('plan.txt')], ['second', 'second'])
  assert.is(
    desk.act({ do: 'set-info', path: at('plan.txt'), info: { attributes: ATTRIBUTE.HIDDEN, lastWrite: 77 } })
      .code,
    0,
  )
  const [there, here] = [desk.item('server', 'plan.txt')?.info, desk.item('cache', 'plan.txt')?.info]
  assert.is(here?.times.lastWrite, 77)
  assert.is(here?.attributes, there?.attributes)
  assert.is(desk.record('plan.txt')?.original?.change, there?.times.change)
  assert.is(desk.view('plan.txt')?.dirty, false)
})

test('what the server refuses, the cache does not follow', () => {
  const desk = online({ 'plan.txt': 'first', 'art': null, 'art\\logo.txt': 'csclab' }, PINNED)
  const before = desk.record('plan.txt')
  const open = { do: 'open', path: at('plan.txt'), access: 'read', share: ['read'] } as const
  const { handle = 0 } = desk.host.act('server', open, { actor: 'server', scope: 'program' })
  desk.writeThere('art\\logo.txt', 'newer')
  assert.is(desk.act({ do: 'remove', path: at('plan.txt') }).code, 32)
  assert.is(desk.act({ do: 'rename', path: at('plan.txt'), to: at('b.txt'), replace: false }).code, 32)
  assert.is(desk.write('plan.txt', 'second'), 32)
  assert.is(desk.act({ do: 'rename', path: at('gone.txt'), to: at('art\\logo.txt'), replace: true }).code, 2)
  assert.equal([desk.here('plan.txt'), desk.here('b.txt'), desk.here('art\\logo.txt')], [
    'first',
    undefined,
    'csclab',
  ])
  assert.equal(desk.record('plan.txt'), before)
  assert.is(desk.act({ do: 'close', handle }).code, 0)
})

test('a named stream is removed on the server, its file stays cached', () => {
  const desk = online({ 'plan.txt': 'first' })
  const path = at('plan.txt')
  desk.there({ do: 'write', path, stream: 'note', bytes: text('x') })
  assert.is(desk.act({ do: 'remove', path, stream: 'note' }).code, 0)
  assert.is(desk.here('plan.txt'), 'first')
  assert.is(desk.record('plan.txt')?.original?.change, desk.item('server', 'plan.txt')?.info.times.change)
})

test('what is removed online is gone from the cache with its records', () => {
  const desk = online({ 'art': null, 'art\\logo.txt': 'csclab' })
  assert.is(desk.act({ do: 'remove', path: at('art') }).code, 0)
  assert.equal([desk.here('art'), desk.record('art'), desk.record('art\\logo.txt')], [
    undefined,
    undefined,
    undefined,
  ])
})

test('new items are cached where their directory hands a pin down, and nowhere else', () => {
  const plain = online({ 'art': null })
  assert.is(plain.write('art\\new.txt', 'x'), 0)
  assert.is(plain.act({ do: 'mkdir', path: at('sub') }).code, 0)
  assert.equal([plain.here('art\\new.txt'), plain.here('sub'), plain.record('art\\new.txt')], [
    undefined,
    undefined,
    undefined,
  ])
  plain.alter('art', { pins: { ...NOT_PINNED, computer: 1 } })
  plain.write('art\\other.txt', 'x')
  assert.is(plain.here('art\\other.txt'), undefined)
  const pinned = online({ 'art': null }, PINNED)
  pinned.write('art\\new.txt', 'x')
  pinned.act({ do: 'mkdir', path: at('art\\sub') })
  pinned.write('art\\sub\\deep.txt', 'y')
  assert.is(pinned.here('art\\sub\\deep.txt'), 'y')
  assert.equal(pinned.record('art\\new.txt')?.pins, USER_PINS)
  assert.equal(pinned.record('art\\sub')?.pins, USER_PINS)
})

test('nothing new is cached where the share or the policy is against it; a folder has no type', () => {
  const none = online({ 'plan.txt': 'first' }, { ...PINNED, caching: 'none' })
  none.write('new.txt', 'x')
  none.write('plan.txt', 'second')
  assert.equal([none.here('new.txt'), none.here('plan.txt')], [undefined, 'second'])
  const desk = online({ 'old.pst': 'old' }, PINNED)
  const settings = { syncConflictHandling: {}, excludedTypes: ['*.pst'] }
  desk.change({ kind: 'set-policy', client: 'laptop', settings })
  desk.write('new.PST', 'x')
  desk.write('old.pst', 'newer')
  desk.act({ do: 'mkdir', path: at('folder.pst') })
  assert.equal([desk.here('new.PST'), desk.here('old.pst'), desk.here('folder.pst')], [
    undefined,
    'newer',
    null,
  ])
})

test('a cached item keeps its pins and how it came through any change', () => {
  const desk = online({ 'plan.txt': 'first' }, PINNED)
  desk.arrange({ do: 'pin', path: at('plan.txt'), category: 'computer' })
  desk.arrange({ do: 'unpin', path: at('plan.txt'), category: 'user' })
  desk.alter('plan.txt', { autoCached: true, used: 7 })
  desk.write('plan.txt', 'second')
  const { pins, autoCached, used } = desk.record('plan.txt') ?? {}
  assert.equal([pins, autoCached, used], [{ ...NOT_PINNED, computer: 1 }, true, 7])
})

test('what is renamed keeps what the cache knew of it, below it too, and leaves nothing behind', () => {
  const desk = online({ 'art': null, 'art\\a.txt': 'a', 'art\\b.txt': 'b', 'plan.txt': 'first' })
  desk.writeThere('art\\unseen.txt', 'never cached')
  desk.arrange({ do: 'pin', path: at('plan.txt'), category: 'computer' })
  desk.alter('art\\a.txt', { autoCached: true })
  assert.is(desk.act({ do: 'rename', path: at('plan.txt'), to: at('PLAN.txt'), replace: false }).code, 0)
  assert.is(desk.view('plan.txt')?.path, at('PLAN.txt'))
  assert.is(desk.item('cache', 'plan.txt')?.path, at('PLAN.txt'))
  assert.is(
    desk.act({ do: 'rename', path: at('plan.txt'), to: at('art\\moved.txt'), replace: false }).code,
    0,
  )
  assert.is(desk.act({ do: 'rename', path: at('art'), to: at('pictures'), replace: false }).code, 0)
  assert.equal(desk.record('pictures\\moved.txt')?.pins, { ...NOT_PINNED, computer: 1 })
  assert.equal([desk.record('pictures\\a.txt')?.autoCached, desk.here('pictures\\b.txt')], [true, 'b'])
  assert.is(desk.record('pictures\\b.txt')?.original?.name, 'b.txt')
  assert.is(desk.here('pictures\\unseen.txt'), undefined)
  for (const gone of ['plan.txt', 'art', 'art\\a.txt', 'art\\moved.txt']) {
    assert.equal([desk.here(gone), desk.record(gone)], [undefined, undefined], gone)
  }
  assert.equal(desk.view('pictures\\a.txt')?.dirty, false)
})

test('what cannot be copied now keeps its record, and a new item of a pinned folder an entry without content', () => {
  const desk = online({ 'plan.txt': 'first' }, PINNED)
  const before = desk.record('plan.txt')
  assert.is(desk.write('plan.txt', 'second', { interrupt: refuse('stage', 112) }), 0)
  assert.equal([desk.record('plan.txt'), desk.here('plan.txt')], [before, 'first'])
  assert.is(desk.write('new.txt', 'x', { interrupt: refuse('stage', 112) }), 0)
  assert.equal([desk.record('new.txt')?.sparse, desk.record('new.txt')?.pins], [true, USER_PINS])
  const plain = online({ 'plan.txt': 'first' })
  plain.arrange({ do: 'pin', path: at('plan.txt'), category: 'computer' })
  const rename = { do: 'rename', path: at('plan.txt'), to: at('list.txt'), replace: false } as const
  assert.is(plain.act(rename, { interrupt: refuse('commit', 112) }).code, 0)
  const { sparse, pins } = plain.record('list.txt') ?? {}
  assert.equal([sparse, pins, plain.here('list.txt')], [true, { ...NOT_PINNED, computer: 1 }, undefined])
})

test('a file that is moved to where nothing is cached takes its directories along', () => {
  const desk = online({ 'plan.txt': 'first' })
  desk.there({ do: 'mkdir', path: at('new') })
  desk.there({ do: 'mkdir', path: at('new\\deep') })
  desk.act({ do: 'rename', path: at('plan.txt'), to: at('new\\deep\\plan.txt'), replace: false })
  assert.is(desk.here('new\\deep\\plan.txt'), 'first')
  assert.is(desk.record('new')?.type, 'directory')
  assert.equal(desk.record('new')?.pins, NOT_PINNED)
})

test('an edit that waits is neither overwritten nor taken out by a rename around it', () => {
  const desk = new Desk({ 'art': null, 'art\\logo.txt': 'csclab', 'art\\b.txt': 'b' })
  desk.write('art\\logo.txt', 'edited offline')
  desk.goOnline()
  desk.act({ do: 'remove', path: at('art') })
  assert.equal([desk.here('art\\logo.txt'), desk.here('art\\b.txt')], ['edited offline', undefined])
  desk.there({ do: 'mkdir', path: at('pictures') })
  desk.writeThere('pictures\\logo.txt', 'another')
  assert.is(desk.act({ do: 'rename', path: at('pictures'), to: at('art'), replace: false }).code, 0)
  assert.is(desk.here('art\\logo.txt'), 'edited offline')
  assert.ok(desk.record('art\\logo.txt')?.marks.modifiedData)
  desk.act({ do: 'rename', path: at('art'), to: at('elsewhere'), replace: false })
  assert.is(desk.here('art\\logo.txt'), 'edited offline')
  assert.is(desk.here('elsewhere\\logo.txt'), undefined)
})

test('a rename onto a name that needs a sync is done in the cache', () => {
  const desk = new Desk({ 'plan.txt': 'first', 'list.txt': 'one' })
  desk.write('list.txt', 'one, two')
  desk.goOnline()
  assert.is(desk.act({ do: 'rename', path: at('plan.txt'), to: at('list.txt'), replace: true }).code, 0)
  assert.equal([desk.at('server', 'plan.txt'), desk.at('server', 'list.txt')], ['first', 'one'])
  assert.equal([desk.here('plan.txt'), desk.here('list.txt')], [undefined, 'first'])
  assert.ok(desk.record('plan.txt')?.marks.deletedOffline)
})

test('a lost server takes the share offline, whatever it looks like, and the application goes on with the cache', () => {
  for (const code of [53, 59, 64, 67, 121, 1231, 1236]) {
    const desk = online({ 'plan.txt': 'first' })
    assert.is(desk.write('plan.txt', 'second', { interrupt: refuse('open', code, 'server') }), 0)
    assert.equal(desk.connection, { online: false, reason: 4 })
    assert.equal([desk.at('server', 'plan.txt'), desk.here('plan.txt')], ['first', 'second'])
    assert.ok(desk.record('plan.txt')?.marks.modifiedData)
  }
})

test('any other refusal is the application’s own, and so is a handle that went with its connection', () => {
  const desk = online({ 'plan.txt': 'first' })
  for (const code of [5, 32, 112, 1326]) {
    assert.is(desk.write('plan.txt', 'x', { interrupt: refuse('open', code, 'server') }), code)
  }
  assert.is(desk.act({ do: 'close', handle: 1 }, { interrupt: refuse('close', 64) }).code, 64)
  assert.equal(desk.connection, { online: true, reason: 1 })
  assert.is(desk.here('plan.txt'), 'first')
})

test('a listing shows what was made offline, hides what was deleted, and gives the cache’s view of what was changed', () => {
  const desk = new Desk({ 'b.txt': 'b', 'c.txt': 'c', 'd': null, 'e.txt': 'e' })
  desk.write('C.TXT', 'changed, and longer')
  desk.act({ do: 'remove', path: at('b.txt') })
  desk.write('a.txt', 'made here')
  desk.act({ do: 'mkdir', path: at('new') })
  desk.write('new\\x.txt', 'x')
  desk.arrange({ do: 'suspend', path: at('d') })
  desk.recordConflict('e.txt', 1)
  desk.writeThere('e.txt', 'something else there')
  desk.writeThere('z.txt', 'made there')
  desk.writeThere('a.txt', 'made there, too')
  desk.goOnline()
  const { entries = [] } = desk.act({ do: 'list', path: DOCS })
  assert.equal(entries.map(({ name, info }) => `${name} ${info.size}`), [
    'a.txt 9',
    'c.txt 19',
    'd 0',
    'e.txt 1',
    'new 0',
    'z.txt 10',
  ])
  assert.is(desk.asked('list').length, 2)
  assert.equal(desk.list('new'), ['x.txt'])
})

test('a listing without anything that waits is the server’s, and asks the cache for none', () => {
  const desk = online({ 'b.txt': 'b' })
  desk.writeThere('a.txt', 'a')
  assert.equal(desk.list(), ['a.txt', 'b.txt'])
  assert.is(desk.asked('list').length, 1)
})

test('a listing that the server refuses is refused, whatever waits in it', () => {
  const desk = new Desk({ 'art': null, 'art\\a.txt': 'a' })
  desk.write('art\\a.txt', 'edited')
  desk.setRights('alice', 'art', { list: 'deny' })
  desk.goOnline()
  assert.equal(desk.act({ do: 'list', path: at('art') }), { kind: 'failed', code: 5 })
})

test('a folder whose attributes wait is listed with what only the server has', () => {
  const desk = new Desk({ 'art': null, 'art\\a.txt': 'a' })
  desk.act({ do: 'set-info', path: at('art'), info: { attributes: ATTRIBUTE.HIDDEN } })
  desk.writeThere('art\\b.txt', 'b')
  desk.goOnline()
  assert.equal(desk.list('art'), ['a.txt', 'b.txt'])
  assert.is(desk.write('art\\b.txt', 'edited'), 0)
  assert.is(desk.at('server', 'art\\b.txt'), 'edited')
})

test.run()
