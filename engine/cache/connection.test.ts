/** Shares go offline and come back by themselves; suspended items, items in conflict and what needs a sync stay offline. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CREATED } from './cache-record.ts'
import { goOffline } from './connection.ts'
import { at, Desk, DOCS, refuse } from './testing/desk.ts'

const TREE = { 'art': null, 'art\\old': null, 'art\\old\\a.txt': 'a', 'plan.txt': 'first' }

/** True when an edit of a file of an online share reaches the server. */
function reaches(desk: Desk, name: string): boolean {
  desk.goOnline()
  const content = `${desk.here(name) ?? ''} and more`
  desk.write(name, content)
  const isThere = desk.at('server', name) === content
  desk.goOffline()
  return isThere
}

test('an online share goes offline with reason 4, one that is offline keeps its reason', () => {
  const desk = new Desk({})
  for (const reason of [2, 3]) {
    desk.host.world.setConnection(DOCS, { online: false, reason })
    desk.run(goOffline(at('plan.txt')), { actor: 'engine' })
    assert.equal(desk.connection, { online: false, reason })
  }
  desk.goOnline()
  desk.run(goOffline(at('plan.txt')), { actor: 'engine' })
  assert.equal(desk.connection, { online: false, reason: 4 })
})

test('a lost share comes back with its server, unless the server wants credentials; a forced one does not', () => {
  const desk = new Desk(TREE)
  const lost = { online: false, reason: 4 }
  desk.host.world.setConnection(DOCS, lost)
  desk.reachable = false
  assert.is(desk.read('plan.txt'), 'first')
  assert.equal(desk.connection, lost)
  desk.reachable = true
  desk.writeThere('plan.txt', 'second')
  assert.is(desk.read('plan.txt', { interrupt: refuse('connect', 1326) }), 'first')
  assert.equal(desk.connection, lost)
  assert.is(desk.read('plan.txt'), 'second')
  assert.equal(desk.connection, { online: true, reason: 1 })
  for (const reason of [2, 3]) {
    desk.host.world.setConnection(DOCS, { online: false, reason })
    assert.is(desk.read('plan.txt'), 'first')
    assert.equal(desk.connection, { online: false, reason })
  }
})

test('a suspended folder stays offline with all that is in it, however deep, and nothing else does', () => {
  const desk = new Desk(TREE)
  desk.arrange({ do: 'suspend', path: at('art') })
  assert.not.ok(reaches(desk, 'art\\old\\a.txt'))
  assert.not.ok(reaches(desk, 'art\\old\\new.txt'))
  assert.ok(desk.record('art\\old\\new.txt')?.marks.createdOffline)
  assert.ok(reaches(desk, 'plan.txt'))
  desk.goOnline()
  desk.there({ do: 'write', path: at('art\\b.txt'), bytes: new Uint8Array(1) })
  assert.equal(desk.list('art'), ['old'])
  assert.equal(desk.list('art\\old'), ['a.txt', 'new.txt'])
  desk.act({ do: 'set-info', path: at('art'), info: { attributes: 2 } })
  assert.is((desk.item('server', 'art')?.info.attributes ?? 0) & 2, 0)
})

test('a suspended share stays offline as a whole', () => {
  const desk = new Desk(TREE)
  desk.arrange({ do: 'suspend', path: DOCS })
  assert.not.ok(reaches(desk, 'plan.txt'))
  assert.not.ok(reaches(desk, 'art\\old\\a.txt'))
})

test('an item in conflict stays offline; so does all in a folder whose conflict decides about it', () => {
  const desk = new Desk(TREE)
  desk.recordConflict('plan.txt', 1)
  assert.not.ok(reaches(desk, 'plan.txt'))
  assert.ok(reaches(desk, 'art\\old\\a.txt'))
  desk.recordConflict('art', 28)
  assert.ok(reaches(desk, 'art\\old\\a.txt'))
  desk.goOnline()
  desk.act({ do: 'set-info', path: at('art'), info: { attributes: 2 } })
  assert.is((desk.item('server', 'art')?.info.attributes ?? 0) & 2, 0)
  desk.recordConflict('art', 29)
  assert.not.ok(reaches(desk, 'art\\old\\a.txt'))
})

test('what is in a folder that the server does not have stays offline, and what is in a deleted one is not made there', () => {
  const desk = new Desk(TREE)
  desk.act({ do: 'mkdir', path: at('new') })
  desk.alter('art', { original: null, marks: CREATED })
  desk.act({ do: 'remove', path: at('plan.txt') })
  assert.not.ok(reaches(desk, 'new\\a.txt'))
  assert.not.ok(reaches(desk, 'art\\old\\a.txt'))
  assert.not.ok(reaches(desk, 'plan.txt'))
  const gone = new Desk(TREE)
  gone.act({ do: 'remove', path: at('art') })
  gone.goOnline()
  assert.is(gone.write('art\\old\\b.txt', 'b'), 3)
  assert.is(gone.write('art\\c.txt', 'c'), 3)
  assert.is(gone.at('server', 'art\\c.txt'), undefined)
  assert.is(gone.act({ do: 'list', path: at('art') }).code, 2)
})

test.run()
