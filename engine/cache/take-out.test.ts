/** Taking items out of the cache: everything that is clean goes, nothing that waits does. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ATTRIBUTE } from '../../sim/windows/mod.ts'
import { CLEAN } from './cache-record.ts'
import { takeOut } from './take-out.ts'
import { at, Desk, refuse } from './testing/desk.ts'

const TREE = { 'art': null, 'art\\a.txt': 'a', 'art\\b.txt': 'b', 'art\\c.txt': 'c', 'plan.txt': 'first' }

function out(desk: Desk, name: string): number {
  return desk.run(takeOut(at(name)), { actor: 'engine' })
}

test('a folder stays with what waits in it, wherever that stands; its clean neighbours go', () => {
  for (const name of ['a.txt', 'b.txt', 'c.txt']) {
    const desk = new Desk(TREE)
    desk.write(`art\\${name}`, 'edited')
    assert.is(out(desk, 'art'), 5)
    assert.equal(
      ['a.txt', 'b.txt', 'c.txt'].filter((one) => desk.here(`art\\${one}`) !== undefined),
      [name],
    )
    assert.ok(desk.record('art'))
    assert.ok(desk.record(`art\\${name}`)?.marks.modifiedData)
    assert.is(desk.here('art'), null)
  }
})

test('what is not cached is taken out already; what has no content loses its name', () => {
  const desk = new Desk(TREE)
  assert.is(out(desk, 'nothing'), 0)
  desk.arrange({ do: 'ghost', path: at('plan.txt') })
  assert.is(desk.arrange({ do: 'evict', path: at('plan.txt') }), 0)
  assert.is(desk.record('plan.txt'), undefined)
  assert.is(desk.at('server', 'plan.txt'), 'first')
})

test('what cannot be removed stays known', () => {
  const desk = new Desk(TREE)
  const interrupt = refuse('remove', 32, 'cache')
  assert.is(desk.run(takeOut(at('plan.txt')), { actor: 'engine', interrupt }), 32)
  assert.ok(desk.record('plan.txt'))
  desk.act({ do: 'set-info', path: at('art\\a.txt'), info: { attributes: ATTRIBUTE.READONLY } })
  desk.alter('art\\a.txt', { marks: CLEAN })
  assert.is(desk.arrange({ do: 'evict', path: at('art') }), 0)
  assert.equal([desk.here('art'), desk.record('art'), desk.record('art\\a.txt')], [
    undefined,
    undefined,
    undefined,
  ])
})

test('an eviction takes all or nothing', () => {
  const desk = new Desk(TREE)
  desk.act({ do: 'remove', path: at('art\\c.txt') })
  assert.is(desk.arrange({ do: 'evict', path: at('art') }), 5)
  assert.is(desk.here('art\\a.txt'), 'a')
})

test.run()
