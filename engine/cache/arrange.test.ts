/** Items of the cache are brought into states, or refused with the code the cache's methods have for it. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { NOT_PINNED } from '../../sim/port/mod.ts'
import { ATTRIBUTE } from '../../sim/windows/mod.ts'
import { intend } from './intents.ts'
import { at, Desk, DOCS, refuse, text, USER_PINS } from './testing/desk.ts'

const TREE = { 'plan.txt': 'first draft', 'art': null, 'art\\a.txt': 'a', 'empty.txt': '' }

test('a pin is 2 on a folder and 1 on a file unless told otherwise, each category by itself', () => {
  const desk = new Desk(TREE)
  for (const path of [at('art'), at('plan.txt')]) {
    assert.is(desk.arrange({ do: 'pin', path, category: 'user' }), 0)
  }
  desk.arrange({ do: 'pin', path: at('art'), category: 'computer', inherit: false })
  desk.arrange({ do: 'pin', path: at('plan.txt'), category: 'redirection', inherit: true })
  assert.equal(desk.record('art')?.pins, { ...NOT_PINNED, user: 2, computer: 1 })
  assert.equal(desk.record('plan.txt')?.pins, { ...NOT_PINNED, user: 1, redirection: 2 })
  assert.is(desk.arrange({ do: 'unpin', path: at('plan.txt'), category: 'user' }), 0)
  assert.equal(desk.record('plan.txt')?.pins, { ...NOT_PINNED, redirection: 2 })
})

test('what is pinned without being cached gets an entry, sparse until it is fetched, and so do its folders', () => {
  const desk = new Desk({})
  desk.there({ do: 'mkdir', path: at('deep') })
  desk.there({ do: 'set-info', path: at('deep'), info: { attributes: ATTRIBUTE.HIDDEN, lastWrite: 7 } })
  desk.there({ do: 'mkdir', path: at('deep\\er') })
  desk.writeThere('deep\\er\\plan.txt', 'first')
  desk.writeThere('deep\\er\\empty.txt', '')
  assert.is(desk.arrange({ do: 'pin', path: at('DEEP\\ER\\PLAN.TXT'), category: 'user' }), 0)
  assert.is(desk.arrange({ do: 'pin', path: at('deep\\er\\empty.txt'), category: 'user' }), 0)
  const record = desk.record('deep\\er\\plan.txt')
  assert.equal([record?.name, record?.sparse, record?.pins], ['plan.txt', true, { ...NOT_PINNED, user: 1 }])
  assert.is(desk.view('deep\\er\\plan.txt')?.dirty, false)
  assert.equal([desk.record('deep')?.pins, desk.record('deep\\er')?.sparse], [NOT_PINNED, false])
  assert.equal([desk.here('deep\\er'), desk.here('deep\\er\\plan.txt')], [null, undefined])
  assert.equal([desk.record('deep\\er\\empty.txt')?.sparse, desk.here('deep\\er\\empty.txt')], [false, ''])
  const made = desk.item('cache', 'deep')?.info
  assert.is((made?.attributes ?? 0) & ATTRIBUTE.HIDDEN, ATTRIBUTE.HIDDEN)
  assert.is(desk.arrange({ do: 'pin', path: at('deep'), category: 'user' }), 0)
  assert.is(desk.record('deep')?.pins.user, 2)
})

test('an entry is made beside what is there without one, and on a share that was never taken up', () => {
  const desk = new Desk({})
  desk.there({ do: 'mkdir', path: at('art') })
  desk.host.act('cache', { do: 'mkdir', path: at('art') }, { actor: 'engine', scope: 'stray' })
  assert.is(desk.arrange({ do: 'pin', path: at('art'), category: 'user' }), 0)
  assert.is(desk.record('art')?.pins.user, 2)
  desk.host.world.addShare('\\\\hq\\other')
  desk.there({ do: 'write', path: '\\\\hq\\other\\a.txt', bytes: text('a') })
  assert.is(desk.arrange({ do: 'pin', path: '\\\\hq\\other\\a.txt', category: 'user' }), 0)
})

test('a pin is refused where there is nothing to pin, and where its entry cannot be made', () => {
  const desk = new Desk(TREE)
  desk.there({ do: 'mkdir', path: at('new') })
  desk.writeThere('new\\a.txt', 'a')
  desk.writeThere('none.txt', '')
  const pin = (name: string, interrupt?: ReturnType<typeof refuse>): number =>
    desk.arrange(
      { do: 'pin', path: at(name), category: 'user' },
      interrupt === undefined ? {} : { interrupt },
    )
  assert.is(pin('nowhere.txt'), 2)
  desk.act({ do: 'remove', path: at('plan.txt') })
  assert.is(pin('plan.txt'), 2)
  assert.is(pin('new', refuse('connect', 53)), 53)
  assert.is(pin('new\\a.txt', refuse('mkdir', 112, 'cache')), 112)
  assert.is(pin('none.txt', refuse('stage', 32, 'cache')), 32)
  assert.equal([desk.record('new'), desk.record('new\\a.txt'), desk.record('none.txt')], [
    undefined,
    undefined,
    undefined,
  ])
  assert.ok(desk.record('plan.txt')?.marks.deletedOffline)
})

test('a share that must not be cached and excluded types refuse pins with 50; without the server policy alone speaks', () => {
  const none = new Desk(TREE, { caching: 'none' })
  none.writeThere('new.txt', 'x')
  for (const name of ['plan.txt', 'art', 'new.txt']) {
    assert.is(none.arrange({ do: 'pin', path: at(name), category: 'user' }), 50, name)
  }
  none.reachable = false
  assert.is(none.arrange({ do: 'pin', path: at('plan.txt'), category: 'user' }), 0)
  const desk = new Desk({ 'mail.pst': 'x', 'dir.pst': null })
  desk.writeThere('new.pst', 'x')
  const settings = { syncConflictHandling: {}, excludedTypes: ['*.pst'] }
  desk.change({ kind: 'set-policy', client: 'laptop', settings })
  const codes = ['mail.pst', 'new.pst', 'dir.pst'].map((name) =>
    desk.arrange({ do: 'pin', path: at(name), category: 'user' })
  )
  assert.equal(codes, [50, 50, 0])
})

test('of a file made sparse the named ranges are kept, in any order, and its times with them', () => {
  const desk = new Desk({ 'film.avi': '0123456789' })
  const path = at('film.avi')
  desk.there({ do: 'set-info', path, info: { lastWrite: 5, attributes: ATTRIBUTE.HIDDEN } })
  desk.goOnline()
  desk.act({ do: 'set-info', path, info: { lastWrite: 6 } })
  desk.goOffline()
  const present = [{ offset: 6, length: 2 }, { offset: 1, length: 2 }, { offset: 2, length: 2 }, {
    offset: 9,
    length: 9,
  }]
  assert.is(desk.arrange({ do: 'sparse', path, present }), 0)
  assert.is(desk.leftOpen, 0)
  assert.is(desk.here('film.avi'), '-123--67-9'.replaceAll('-', '\0'))
  assert.is(desk.record('film.avi')?.sparse, true)
  const info = desk.item('cache', 'film.avi')?.info
  assert.is(info?.times.lastWrite, 6)
  assert.is((info?.attributes ?? 0) & ATTRIBUTE.HIDDEN, ATTRIBUTE.HIDDEN)
  const all = new Desk({ 'film.avi': '0123456789' })
  all.arrange({ do: 'sparse', path, present: [{ offset: 0, length: 10 }] })
  assert.equal([all.here('film.avi'), all.record('film.avi')?.sparse], ['0123456789', true])
  const beyond = [{ offset: 0, length: 10 }, { offset: 12, length: 1 }, { offset: 30, length: 1 }]
  assert.is(all.arrange({ do: 'sparse', path, present: beyond }), 0)
  assert.is(all.here('film.avi'), '0123456789')
  all.arrange({ do: 'sparse', path, present: [{ offset: 12, length: 10 }] })
  assert.is(all.here('film.avi'), '\0'.repeat(10))
})

test('what cannot be made sparse stays as it is', () => {
  const desk = new Desk(TREE)
  const sparse = (name: string, interrupt?: ReturnType<typeof refuse>): number =>
    desk.arrange({ do: 'sparse', path: at(name), present: [] }, interrupt === undefined ? {} : { interrupt })
  assert.equal([sparse('empty.txt'), sparse('nowhere.txt')], [87, 2])
  const ranges = [{ offset: 0, length: 1 }]
  assert.is(desk.arrange({ do: 'sparse', path: at('art'), present: ranges }), 87)
  assert.is(desk.leftOpen, 0)
  assert.equal([sparse('plan.txt', refuse('open', 32)), sparse('plan.txt', refuse('zero', 112))], [32, 112])
  assert.is(desk.leftOpen, 0)
  assert.is(desk.record('plan.txt')?.sparse, false)
  desk.write('plan.txt', 'edited')
  assert.is(sparse('plan.txt'), 87)
  assert.is(desk.here('plan.txt'), 'edited')
})

test('a directory is left incompletely listed, which is not shown: only files are sparse', () => {
  const desk = new Desk(TREE)
  assert.is(desk.arrange({ do: 'sparse', path: at('art'), present: [] }), 0)
  assert.is(desk.record('art')?.sparse, true)
  assert.is(desk.view('art')?.sparse, false)
})

test('of a ghost only the name is left; what was changed does not become one', () => {
  const desk = new Desk(TREE)
  desk.goOnline()
  desk.act({ do: 'set-info', path: at('plan.txt'), info: { attributes: ATTRIBUTE.READONLY } })
  desk.goOffline()
  desk.arrange({ do: 'sparse', path: at('plan.txt'), present: [] })
  assert.is(desk.arrange({ do: 'ghost', path: at('plan.txt') }), 0)
  const { sparse, ghost } = desk.record('plan.txt') ?? {}
  assert.equal([sparse, ghost, desk.here('plan.txt')], [false, true, undefined])
  assert.is(desk.arrange({ do: 'ghost', path: at('plan.txt') }), 0)
  assert.is(desk.arrange({ do: 'ghost', path: at('art') }), 87)
  desk.write('art\\a.txt', 'edited')
  assert.is(desk.arrange({ do: 'ghost', path: at('art\\a.txt') }), 87)
  assert.is(desk.arrange({ do: 'ghost', path: at('empty.txt') }, { interrupt: refuse('remove', 32) }), 32)
  assert.equal([desk.here('art\\a.txt'), desk.record('empty.txt')?.ghost], ['edited', undefined])
})

test('what is not all here is fetched by automatic caching, with the pins it has', () => {
  for (const state of ['sparse', 'ghost'] as const) {
    const desk = new Desk(TREE, { pins: USER_PINS })
    const path = at('plan.txt')
    desk.arrange(state === 'sparse' ? { do: state, path, present: [] } : { do: state, path })
    assert.is(desk.arrange({ do: 'auto-cache', path }), 0)
    const record = desk.record('plan.txt')
    assert.equal([record?.sparse, record?.ghost, record?.autoCached], [false, undefined, true])
    assert.equal([record?.pins, desk.here('plan.txt')], [USER_PINS, 'first draft'])
    assert.is(desk.read('plan.txt'), 'first draft')
  }
  const failing = new Desk(TREE)
  failing.arrange({ do: 'ghost', path: at('plan.txt') })
  const interrupt = refuse('commit', 32)
  assert.is(failing.arrange({ do: 'auto-cache', path: at('plan.txt') }, { interrupt }), 32)
  assert.is(failing.record('plan.txt')?.ghost, true)
})

test('a folder is suspended and released, a file is neither, and each root has its own mark', () => {
  const desk = new Desk(TREE)
  assert.is(desk.arrange({ do: 'suspend', path: at('plan.txt') }), 267)
  assert.is(desk.arrange({ do: 'release', path: at('art') }), 87)
  assert.is(desk.arrange({ do: 'suspend', path: at('nowhere') }), 2)
  assert.is(desk.arrange({ do: 'suspend', path: DOCS }), 0)
  assert.is(desk.arrange({ do: 'suspend', path: at('art') }), 0)
  assert.is(desk.arrange({ do: 'suspend', path: at('art') }), 0)
  const shown = (name: string): unknown => {
    const { suspended, suspendedRoot } = desk.view(name) ?? {}
    return [suspended, suspendedRoot]
  }
  assert.equal([shown('art'), shown('art\\a.txt'), shown('plan.txt')], [[true, true], [true, false], [
    true,
    false,
  ]])
  assert.is(desk.arrange({ do: 'release', path: DOCS }), 0)
  assert.equal([shown('art'), shown('plan.txt')], [[true, true], [false, false]])
  assert.is(desk.arrange({ do: 'release', path: at('art') }), 0)
  assert.equal(shown('art\\a.txt'), [false, false])
})

test('an adopted item has no original; a changed one is not adopted', () => {
  const desk = new Desk(TREE)
  assert.is(desk.arrange({ do: 'adopt', path: at('plan.txt') }), 0)
  assert.equal([desk.record('plan.txt')?.original, desk.view('plan.txt')?.dirty], [null, false])
  desk.write('art\\a.txt', 'edited')
  assert.is(desk.arrange({ do: 'adopt', path: at('art\\a.txt') }), 87)
  assert.ok(desk.record('art\\a.txt')?.original)
})

test('nothing that was deleted here can be arranged', () => {
  const desk = new Desk(TREE)
  const path = at('plan.txt')
  desk.act({ do: 'remove', path })
  const before = desk.record('plan.txt')
  for (const verb of ['suspend', 'release', 'ghost', 'evict', 'auto-cache', 'adopt'] as const) {
    assert.is(desk.arrange({ do: verb, path }), 2, verb)
  }
  assert.is(desk.arrange({ do: 'unpin', path, category: 'user' }), 2)
  assert.equal(desk.record('plan.txt'), before)
})

test('what a dropped run did to the cache is settled first', () => {
  const desk = new Desk(TREE)
  const path = at('plan.txt')
  const record = desk.record('plan.txt')
  const info = desk.item('cache', 'plan.txt')?.info
  assert.ok(record && info)
  if (record === undefined || info === undefined) return
  const before = { id: info.id, change: info.times.change }
  const removal = {
    path,
    operation: 'DELETE_CLIENT_COPY',
    before,
    expect: null,
    localChange: null,
    record,
  } as const
  desk.run(intend({ ...removal, side: 'cache' }), { actor: 'engine' })
  desk.host.act('cache', { do: 'remove', path }, { actor: 'engine', scope: 'dropped' })
  assert.is(desk.arrange({ do: 'unpin', path: at('art'), category: 'user' }), 0)
  assert.ok(desk.record('plan.txt'))
  assert.is(desk.arrange({ do: 'suspend', path }), 2)
  assert.is(desk.record('plan.txt'), undefined)
})

test('an item that is evicted goes, one with changes below it stays', () => {
  const desk = new Desk(TREE)
  desk.act({ do: 'append', path: at('art\\a.txt'), bytes: text('!') })
  assert.is(desk.arrange({ do: 'evict', path: at('art') }), 5)
  assert.is(desk.arrange({ do: 'evict', path: at('plan.txt') }), 0)
  assert.equal([desk.here('plan.txt'), desk.record('plan.txt'), desk.at('server', 'plan.txt')], [
    undefined,
    undefined,
    'first draft',
  ])
})

test.run()
