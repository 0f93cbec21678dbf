/** A copy from the server: shared with everybody, whole or not at all, with its information, and no handle left open. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isFailure } from '../../sim/port/mod.ts'
import { ATTRIBUTE } from '../../sim/windows/mod.ts'
import { copyDown } from './copy-down.ts'
import { at, Desk, refuse, USER_PINS } from './testing/desk.ts'

test('a file comes with its content, times and attributes, and the server’s copy is the original', () => {
  const desk = new Desk({ 'plan.txt': 'first' })
  desk.writeThere('plan.txt', 'second')
  const info = { attributes: ATTRIBUTE.HIDDEN, creation: 11, lastWrite: 22, lastAccess: 33 }
  desk.there({ do: 'set-info', path: at('plan.txt'), info })
  const copied = desk.run(copyDown(at('PLAN.TXT')), { actor: 'engine' })
  assert.is(desk.leftOpen, 0)
  const there = desk.item('server', 'plan.txt')?.info
  const here = desk.item('cache', 'plan.txt')?.info
  assert.is(desk.here('plan.txt'), 'second')
  assert.equal([here?.times.creation, here?.times.lastWrite, here?.attributes], [11, 22, there?.attributes])
  assert.equal(copied, {
    name: 'plan.txt',
    type: 'file',
    attributes: there?.attributes,
    size: 6,
    lastWrite: 22,
    change: there?.times.change,
  })
})

test('what others do with the file on the server does not stand in the way', () => {
  const desk = new Desk({ 'plan.txt': 'first' })
  desk.writeThere('plan.txt', 'second')
  for (const access of ['read-write', 'delete'] as const) {
    const share = ['read', 'write', 'delete'] as const
    const open = { do: 'open', path: at('plan.txt'), access, share } as const
    assert.is(desk.host.act('server', open, { actor: 'server', scope: `program ${access}` }).code, 0)
  }
  assert.not.ok(isFailure(desk.run(copyDown(at('plan.txt')), { actor: 'engine' })))
})

test('a copy that fails leaves the cache as it was, and no handle open', () => {
  for (const kind of ['stat', 'open', 'stage', 'read', 'write', 'commit'] as const) {
    const desk = new Desk({ 'plan.txt': 'first' })
    desk.writeThere('plan.txt', 'second')
    const copied = desk.run(copyDown(at('plan.txt')), { actor: 'application', interrupt: refuse(kind, 112) })
    assert.equal(copied, { kind: 'failed', code: 112 }, kind)
    assert.is(desk.leftOpen, 0, kind)
    assert.is(desk.here('plan.txt'), 'first', kind)
  }
})

test('a folder comes with its times and attributes; one that is there gets the attributes', () => {
  const desk = new Desk({}, { pins: USER_PINS })
  desk.there({ do: 'mkdir', path: at('art') })
  const info = { attributes: ATTRIBUTE.HIDDEN, creation: 11, lastWrite: 22, lastAccess: 33 }
  desk.there({ do: 'set-info', path: at('art'), info })
  const first = desk.run(copyDown(at('art')), { actor: 'engine' })
  const here = desk.item('cache', 'art')?.info
  assert.equal([here?.times.creation, here?.times.lastWrite], [11, 22])
  assert.ok((here?.attributes ?? 0) & ATTRIBUTE.HIDDEN)
  assert.ok('attributes' in first && first.attributes & ATTRIBUTE.HIDDEN)
  desk.there({ do: 'set-info', path: at('art'), info: { attributes: ATTRIBUTE.READONLY } })
  desk.run(copyDown(at('art')), { actor: 'engine' })
  const now = desk.item('cache', 'art')?.info.attributes ?? 0
  assert.is(now & (ATTRIBUTE.HIDDEN | ATTRIBUTE.READONLY), ATTRIBUTE.READONLY)
})

test('a folder that cannot be made or changed is no copy', () => {
  const desk = new Desk({ 'old': null })
  desk.there({ do: 'mkdir', path: at('art') })
  const failing = (name: string, kind: 'mkdir' | 'set-info'): unknown =>
    desk.run(copyDown(at(name)), { actor: 'engine', interrupt: refuse(kind, 112, 'cache') })
  assert.equal(failing('art', 'mkdir'), { kind: 'failed', code: 112 })
  assert.is(desk.here('art'), undefined)
  assert.equal(failing('old', 'set-info'), { kind: 'failed', code: 112 })
})

test.run()
