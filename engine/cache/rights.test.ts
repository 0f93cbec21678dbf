/** What users may do offline: as they saw it online themselves, and for nobody else. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { FIRST_USER } from '../testing/world.ts'
import { afterSight, mayOffline, recordRights } from './rights.ts'
import { at, Desk, DOCS, refuse } from './testing/desk.ts'

const BOB = { user: 'bob' } as const
const TREE = { 'art': null, 'art\\logo.txt': 'csclab', 'plan.txt': 'first', 'list.txt': 'one' }

/** A share that Bob has seen these files of online. */
function seenByBob(names: readonly string[], prepare: (desk: Desk) => void = () => undefined): Desk {
  const desk = new Desk(TREE)
  prepare(desk)
  desk.goOnline()
  for (const name of names) desk.open(name, 'read', BOB)
  desk.goOffline()
  return desk
}

test('a sight adds to what is known of others, and says nothing where everything may be done', () => {
  const known = { bob: ['list', 'read'] } as const
  assert.is(afterSight(known, { user: 'alice', owner: 'alice', denied: undefined }), known)
  assert.is(afterSight(known, { user: 'bob', owner: 'alice', denied: ['write'] }), known)
  assert.equal(afterSight(known, { user: 'alice', owner: 'alice', denied: ['write'] }), {
    bob: ['list', 'read'],
    alice: ['list', 'read'],
  })
  assert.equal(afterSight(known, { user: 'bob', owner: 'alice', denied: undefined }), {
    bob: ['list', 'read', 'write'],
  })
  assert.equal(afterSight(undefined, { user: 'bob', owner: 'alice', denied: [] }), {
    bob: ['list', 'read', 'write'],
  })
  assert.equal(afterSight({ alice: ['read'] }, { user: 'alice', owner: 'alice', denied: [] }), {
    alice: ['list', 'read', 'write'],
  })
})

test('rights are not written over a record that somebody else has put meanwhile', () => {
  const desk = new Desk(TREE)
  const record = desk.record('plan.txt')
  assert.ok(record)
  if (record === undefined) return
  const rights = { bob: ['read'] } as const
  assert.is(desk.run(recordRights(at('plan.txt'), record, undefined), { actor: 'engine' }), record)
  assert.equal(desk.run(recordRights(at('plan.txt'), record, rights), { actor: 'engine' }).rights, rights)
  const now = desk.record('plan.txt') ?? record
  assert.is(desk.run(recordRights(at('plan.txt'), now, undefined), { actor: 'engine' }), now)
  assert.is(desk.run(recordRights(at('plan.txt'), now, now.rights), { actor: 'engine' }), now)
  assert.is(desk.lastRequests.length, 0)
  const late = desk.run(recordRights(at('plan.txt'), record, { bob: ['write'] }), { actor: 'engine' })
  assert.is(late, record)
  assert.equal(desk.record('plan.txt')?.rights, rights)
})

test('access of every kind is held to the rights seen', () => {
  const reader = seenByBob(['plan.txt'], (desk) => desk.setRights('bob', 'plan.txt', { write: 'deny' }))
  const codes = (desk: Desk): readonly number[] =>
    (['read', 'write', 'delete', 'read-write'] as const).map((access) => desk.open('plan.txt', access, BOB))
  assert.equal(codes(reader), [0, 5, 5, 5])
  assert.equal(
    [reader.read('plan.txt', BOB), reader.write('plan.txt', 'x', BOB)],
    ['first', 5],
  )
  const path = at('plan.txt')
  assert.is(reader.act({ do: 'touch', path }, BOB).code, 5)
  assert.is(reader.act({ do: 'set-info', path, info: { attributes: 0 } }, BOB).code, 5)
  assert.is(reader.act({ do: 'edit', path, offset: 0, bytes: new Uint8Array(1) }, BOB).code, 5)
  assert.is(reader.act({ do: 'remove', path }, BOB).code, 5)
  assert.is(reader.act({ do: 'rename', path, to: at('b.txt'), replace: false }, BOB).code, 5)
  const writer = seenByBob(['plan.txt'], (desk) => desk.setRights('bob', 'plan.txt', { read: 'deny' }))
  assert.equal(codes(writer), [5, 0, 0, 5])
  assert.is(writer.read('plan.txt', BOB), 5)
  assert.equal(codes(new Desk(TREE)), [5, 5, 5, 5])
})

test('a listing online is a sight of all in it, and the right to list is held to by itself', () => {
  const desk = new Desk(TREE)
  desk.setRights('bob', 'list.txt', { read: 'deny' })
  desk.setRights('bob', 'art', { list: 'deny' })
  desk.goOnline()
  desk.list('', BOB)
  desk.act({ do: 'list', path: at('art') }, BOB)
  desk.goOffline()
  assert.equal([desk.read('plan.txt', BOB), desk.read('list.txt', BOB)], ['first', 5])
  assert.is(desk.act({ do: 'list', path: at('art') }, BOB).code, 5)
  assert.is(desk.act({ do: 'list', path: DOCS }, BOB).code, 0)
  assert.is(desk.read('art\\logo.txt', BOB), 5)
  assert.equal(desk.record('plan.txt')?.rights, { bob: ['list', 'read', 'write'] })
})

test('what could not be looked at was not seen', () => {
  const desk = new Desk(TREE)
  desk.goOnline()
  assert.is(desk.read('plan.txt', { ...BOB, interrupt: refuse('stat', 5, 'server') }), 'first')
  desk.goOffline()
  assert.is(desk.record('plan.txt')?.rights, undefined)
  assert.is(desk.read('plan.txt', BOB), 5)
})

test('what the first user is denied is seen as well, and what others saw stays', () => {
  const desk = seenByBob(['plan.txt'], (it) => it.setRights('alice', 'plan.txt', { write: 'deny' }))
  desk.goOnline()
  desk.open('plan.txt', 'read')
  desk.goOffline()
  assert.equal(desk.record('plan.txt')?.rights, { bob: ['list', 'read', 'write'], alice: ['list', 'read'] })
  assert.is(desk.write('plan.txt', 'x'), 5)
  assert.is(desk.write('plan.txt', 'by bob', BOB), 0)
  assert.is(desk.open('list.txt', 'read-write'), 0)
})

test('a rename looks at both names, and online the new one is what was seen', () => {
  const desk = seenByBob(['plan.txt', 'list.txt'], (it) => it.setRights('bob', 'list.txt', { write: 'deny' }))
  const rename = { do: 'rename', path: at('plan.txt'), to: at('list.txt'), replace: true } as const
  assert.is(desk.act(rename, BOB).code, 5)
  assert.is(desk.here('list.txt'), 'one')
  const online = new Desk(TREE)
  online.goOnline()
  online.arrange({ do: 'pin', path: at('plan.txt'), category: 'user' })
  assert.is(online.act({ ...rename, to: at('new.txt'), replace: false }, BOB).code, 0)
  assert.equal(online.record('new.txt')?.rights, { bob: ['list', 'read', 'write'] })
})

test('what is made offline goes by its tombstone, else by its folder', () => {
  const desk = seenByBob(
    ['plan.txt', 'art\\logo.txt'],
    (it) => it.setRights('bob', 'plan.txt', { write: 'deny' }),
  )
  desk.goOnline()
  desk.list('art', BOB)
  desk.goOffline()
  desk.act({ do: 'remove', path: at('plan.txt') })
  assert.is(desk.write('plan.txt', 'made anew'), 0)
  assert.equal([desk.read('plan.txt', BOB), desk.write('plan.txt', 'x', BOB)], ['made anew', 5])
  desk.write('art\\new.txt', 'new')
  assert.is(desk.write('art\\new.txt', 'by bob', BOB), 0)
  desk.write('loose.txt', 'new')
  assert.is(desk.read('loose.txt', BOB), 5)
})

test('a tree is removed up to the first item the user may not write', () => {
  const desk = new Desk({ 'art': null, 'art\\a.txt': 'a', 'art\\b.txt': 'b', 'art\\c.txt': 'c' })
  desk.setRights('bob', 'art\\b.txt', { write: 'deny' })
  desk.goOnline()
  desk.open('art', 'read', BOB)
  desk.list('art', BOB)
  desk.goOffline()
  assert.is(desk.act({ do: 'remove', path: at('art') }, BOB).code, 5)
  assert.equal([desk.here('art\\a.txt'), desk.here('art\\b.txt'), desk.here('art\\c.txt')], [
    undefined,
    'b',
    'c',
  ])
})

test('where nothing was ever taken up nobody is held to anything', () => {
  const desk = new Desk(TREE)
  const may = (path: string, user: string): boolean =>
    desk.run(mayOffline(path, { user, right: 'write' }), { actor: 'engine' })
  assert.ok(may('\\\\other\\share\\a.txt', 'bob'))
  assert.ok(may(at('nothing.txt'), FIRST_USER))
  assert.not.ok(may(at('nothing.txt'), 'bob'))
})

test('automatic caching is a sight of the file', () => {
  const desk = new Desk(TREE, { caching: 'documents' })
  desk.writeThere('new.txt', 'x')
  desk.setRights('alice', 'new.txt', { write: 'deny' })
  assert.is(desk.arrange({ do: 'auto-cache', path: at('new.txt') }), 0)
  assert.equal(desk.record('new.txt')?.rights, { alice: ['list', 'read'] })
  desk.writeThere('other.txt', 'x')
  desk.goOnline()
  desk.open('other.txt', 'read', BOB)
  assert.equal(desk.record('other.txt')?.rights, { bob: ['list', 'read', 'write'] })
})

test.run()
