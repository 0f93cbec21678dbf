/** A sorted map is a map in order, and its forks are maps of their own. */

import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SortedMap } from './sorted-map.ts'

function inOrder(model: ReadonlyMap<string, number>): (readonly [string, number])[] {
  return [...model].sort(([a], [b]) => a < b ? -1 : 1)
}

test('entries come in the order of their code units, however they were put', () => {
  const keys = Array.from({ length: 5_000 }, (_, i) => String((i * 7_919) % 5_000))
  const map = new SortedMap(keys.map((key) => [key, key]))
  assert.equal(map.keys(), [...keys].sort())
  assert.equal(map.values(), [...keys].sort())
  assert.is(map.size, 5_000)
  assert.is(map.get('4999'), '4999')
  assert.is(map.get('5000'), undefined)
  assert.equal([...new SortedMap([['Z', 1], ['a', 2], ['\u00e4', 3], ['\ud83d', 4], ['\uffff', 5]]).keys()], [
    'Z',
    'a',
    '\u00e4',
    '\ud83d',
    '\uffff',
  ])
})

test('a walk can start in the middle', () => {
  const map = new SortedMap(Array.from({ length: 1_000 }, (_, i) => [String(1_000 + i * 2), i]))
  assert.equal([...map.entries('1999')].slice(0, 2), [['2000', 500], ['2002', 501]])
  assert.equal([...map.entries('2998')], [['2998', 999]])
  assert.equal([...map.entries('3')], [])
})

test('a value may be undefined', () => {
  const map = new SortedMap<undefined>([['a', undefined], ['c', undefined], ['b', undefined]])
  assert.equal([map.has('b'), map.has('d'), map.size], [true, false, 3])
  assert.is(map.delete('b'), true)
  assert.is(map.delete('b'), false)
  assert.equal(map.keys(), ['a', 'c'])
})

test('a map that was emptied can be filled again', () => {
  const keys = Array.from({ length: 2_000 }, (_, i) => String(i))
  const map = new SortedMap(keys.map((key) => [key, 1]))
  const full = map.fork()
  for (const key of keys) map.delete(key)
  assert.is(map.size, 0)
  assert.equal(map.keys(), [])
  for (const key of keys.toReversed()) map.set(key, 2)
  assert.equal(map.keys(), full.keys())
  assert.is(full.get('77'), 1)
})

test('maps and their forks behave like plain maps', () => {
  const kinds = fc.constantFrom('set', 'set', 'set', 'delete', 'delete', 'range', 'fork')
  const acts = fc.array(fc.tuple(fc.nat({ max: 5 }), kinds, fc.nat({ max: 400 })), { maxLength: 200 })
  fc.assert(
    fc.property(acts, fc.nat({ max: 300 }), (script, start) => {
      const first = Array.from({ length: start }, (_, i) => [String((i * 37) % 401), i] as const)
      const pairs = [{ map: new SortedMap<number>(first), model: new Map<string, number>(first) }]
      for (const [which, kind, n] of script) {
        const pair = pairs[which % pairs.length]
        if (pair === undefined) continue
        const { map, model } = pair
        const key = String(n)
        if (kind === 'fork') pairs.push({ map: map.fork(), model: new Map(model) })
        else if (kind === 'set') {
          map.set(key, n)
          model.set(key, n)
        } else if (kind === 'delete') assert.is(map.delete(key), model.delete(key))
        else {
          for (let i = n; i < n + 60; i++) assert.is(map.delete(String(i)), model.delete(String(i)))
        }
      }
      for (const { map, model } of pairs) {
        assert.equal([...map], inOrder(model))
        assert.is(map.size, model.size)
        for (const [key, value] of model) assert.is(map.get(key), value)
      }
    }),
    { numRuns: 400, seed: 20100104 },
  )
})

test.run()
