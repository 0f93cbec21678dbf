/** What the cache shows of its items, and how shares are taken up. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { NOT_PINNED } from '../../sim/port/mod.ts'
import { baseline, inspect } from './inspect.ts'
import { at, Desk, DOCS, refuse, USER_PINS } from './testing/desk.ts'

const TREE = { 'b': null, 'b\\x.txt': 'x', 'B.txt': 'b', 'a.txt': 'a' }

test('every item is shown once, parents before children, in name order, with the pins of its share', () => {
  const desk = new Desk(TREE, { pins: USER_PINS })
  const views = desk.run(inspect(), { actor: 'engine' })
  assert.equal(views.map(({ path }) => path), [DOCS, at('a.txt'), at('b'), at('b\\x.txt'), at('B.txt')])
  assert.equal(views[3], {
    path: at('b\\x.txt'),
    type: 'file',
    dirty: false,
    createdOffline: false,
    deletedOffline: false,
    modifiedData: false,
    modifiedAttributes: false,
    modifiedTime: false,
    sparse: false,
    ghost: false,
    suspended: false,
    suspendedRoot: false,
    autoCached: false,
    pins: USER_PINS,
    conflict: undefined,
    connection: { online: false, reason: 2 },
  })
})

test('an item that is taken up has the server’s copy as its original and no mark', () => {
  const desk = new Desk({ 'a.txt': 'a' })
  const info = desk.item('server', 'a.txt')?.info
  assert.equal(desk.record('A.TXT'), {
    name: 'a.txt',
    type: 'file',
    original: {
      name: 'a.txt',
      type: 'file',
      attributes: info?.attributes,
      size: 1,
      lastWrite: info?.times.lastWrite,
      change: info?.times.change,
    },
    marks: {
      createdOffline: false,
      deletedOffline: false,
      replaced: false,
      modifiedData: false,
      modifiedAttributes: false,
      modifiedTime: false,
    },
    deletedAt: null,
    sparse: false,
    pins: NOT_PINNED,
  })
})

test('marks, states and conflicts show; what is below a deleted folder is shown with it', () => {
  const desk = new Desk(TREE)
  desk.write('a.txt', 'edited')
  desk.recordConflict('a.txt', 12)
  desk.act({ do: 'remove', path: at('b') })
  desk.write('b', 'a file now')
  desk.alter('B.txt', { autoCached: true, ghost: true, sparse: true })
  const { dirty, modifiedData, conflict, pins } = desk.view('a.txt') ?? {}
  assert.equal([dirty, modifiedData, conflict, pins], [true, true, 12, NOT_PINNED])
  assert.equal([desk.view('b')?.type, desk.view('b\\x.txt')?.deletedOffline], ['file', true])
  desk.act({ do: 'mkdir', path: at('new') })
  desk.write('new\\y.txt', 'y')
  assert.is(desk.view('new\\y.txt')?.createdOffline, true)
  const { autoCached, ghost, sparse, conflict: none } = desk.view('b.txt') ?? {}
  assert.equal([autoCached, ghost, sparse, none], [true, true, true, undefined])
})

test('a suspended folder is shown so with all below it', () => {
  const desk = new Desk({ 'b': null, 'b\\c': null, 'b\\c\\x.txt': 'x', 'a.txt': 'a' })
  desk.arrange({ do: 'suspend', path: at('b') })
  const shown = ['b', 'b\\c', 'b\\c\\x.txt', 'a.txt'].map((name) => desk.view(name)?.suspended)
  assert.equal(shown, [true, true, true, false])
  assert.equal([desk.view('b')?.suspendedRoot, desk.view('b\\c')?.suspendedRoot], [true, false])
  desk.arrange({ do: 'suspend', path: DOCS })
  assert.is(desk.view('a.txt')?.suspended, true)
})

test('taking a share up records what its user may not do, and fails as the server does', () => {
  const desk = new Desk(TREE)
  desk.setRights('alice', 'a.txt', { write: 'deny' })
  desk.setRights('alice', 'b', { write: 'deny' })
  const taken = { shares: [{ path: DOCS, pins: NOT_PINNED }], user: 'alice' }
  assert.is(desk.run(baseline(taken), { actor: 'engine' }), 0)
  assert.equal(desk.record('a.txt')?.rights, { alice: ['list', 'read'] })
  assert.equal(desk.record('b\\x.txt')?.rights, { alice: ['list', 'read'] })
  assert.is(desk.record('B.txt')?.rights, undefined)
  desk.setRights('alice', '', { list: 'deny' })
  desk.setRights('alice', 'b', { list: 'allow' })
  assert.is(desk.run(baseline(taken), { actor: 'engine' }), 5)
  assert.equal(desk.record('')?.rights, { alice: ['read', 'write'] })
  desk.setRights('alice', '', { list: 'inherit' })
  desk.host.world.addShare('\\\\hq\\other')
  const other = { path: '\\\\hq\\other', pins: USER_PINS }
  assert.is(desk.run(baseline({ ...taken, shares: [...taken.shares, other] }), { actor: 'engine' }), 0)
  const roots = desk.run(inspect(), { actor: 'engine' }).filter(({ path }) => path.lastIndexOf('\\') === 4)
  assert.equal(roots.map(({ path, pins }) => [path, pins.user]), [[DOCS, 0], [other.path, 2]])
  assert.is(desk.run(baseline(taken), { actor: 'engine', interrupt: refuse('stat', 53) }), 53)
  assert.is(desk.run(baseline(taken), { actor: 'engine', interrupt: refuse('list', 5) }), 5)
})

test.run()
