/** Races with a stopwatch that goes as it is told. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Contender, race, type Seen } from './race.ts'
import { median, quantile } from './statistics.ts'

/** A clock that only contenders move, and who ran when. */
function track(): {
  readonly stopwatch: () => number
  readonly ran: string[]
  readonly contender: (name: string, milliseconds: (run: number) => number, seen?: Seen) => Contender
} {
  let now = 1000
  const ran: string[] = []
  return {
    stopwatch: () => now,
    ran,
    contender: (name, milliseconds, seen = { units: 10, bytes: 10_240 }) => {
      let runs = 0
      return {
        name,
        run: () => {
          ran.push(name)
          now += milliseconds(runs++)
          return seen
        },
      }
    },
  }
}

test('the median is the middle value, or lies between the two middle ones; quartiles likewise', () => {
  assert.is(median([9, 1, 2]), 2)
  assert.is(median([10, 9, 1, 2]), 5.5)
  assert.is(median([7]), 7)
  assert.is(quantile([4, 1, 3, 2, 5], 0.25), 2)
  assert.is(quantile([1, 2], 0.75), 1.75)
  assert.throws(() => median([]), /without values/)
})

test('contenders take turns, in another order every lap', () => {
  const { stopwatch, ran, contender } = track()
  race([contender('A', () => 1), contender('B', () => 1)], { stopwatch, rounds: 1, warmUp: 0 })
  assert.is(ran.join(''), 'ABBABAABAB')
})

test('of three contenders everyone comes first, last and after everyone else equally often', () => {
  const { stopwatch, ran, contender } = track()
  const all = ['A', 'B', 'C'].map((name) => contender(name, () => 1))
  race(all, { stopwatch, rounds: 6, warmUp: 0 })
  const laps = ran.join('').match(/.../g) ?? []
  assert.is(laps.length, 30)
  const counts = new Map<string, number>()
  for (const lap of laps) counts.set(lap, (counts.get(lap) ?? 0) + 1)
  assert.equal([...counts.keys()].sort(), ['ABC', 'ACB', 'BAC', 'BCA', 'CAB', 'CBA'])
  assert.equal(new Set(counts.values()), new Set([5]))
})

test('times are microseconds per unit, and a round counts its fastest lap', () => {
  const { stopwatch, contender } = track()
  const a = contender('A', (run) => [8, 3, 5, 9, 4, 7, 7, 7, 7, 6][run] ?? NaN)
  const told = race([a], { stopwatch, rounds: 2, warmUp: 0 })
  assert.equal(told.times(a), [300, 600])
})

test('rounds of warming up do not count; without a word they are a fifth of the others', () => {
  const { stopwatch, ran, contender } = track()
  const a = contender('A', (run) => run < 10 ? 100 : 2)
  assert.equal(race([a], { stopwatch, rounds: 3, warmUp: 2 }).times(a), [200, 200, 200])
  assert.is(ran.length, 25)
  const b = contender('B', () => 1)
  race([b], { stopwatch, rounds: 10 })
  assert.is(ran.length, 25 + 60)
})

test('a ratio is told round by round, so that a slow round is slow for both', () => {
  const { stopwatch, contender } = track()
  const slowAfter = (times: number) => (run: number): number => times * (run < 5 ? 1 : 10)
  const a = contender('A', slowAfter(6))
  const b = contender('B', slowAfter(2), { units: 5, bytes: 5120 })
  const told = race([a, b], { stopwatch, rounds: 2, warmUp: 0 })
  assert.equal(told.times(a), [600, 6000])
  assert.equal(told.times(b), [400, 4000])
  assert.equal(told.ratios(a, b), [1.5, 1.5])
})

test('who does other work than the first, or none, is found out', () => {
  const { stopwatch, contender } = track()
  const options = { stopwatch, rounds: 1, warmUp: 0 }
  const a = contender('A', () => 1)
  const lazy = contender('lazy', () => 1, { units: 10, bytes: 10 })
  assert.throws(() => race([a, lazy], options), /"lazy" did other work than the first: 10 units of 10 bytes/)
  assert.throws(() => race([contender('idle', () => 1, { units: 0, bytes: 10 })], options), /"idle"/)
  assert.throws(() => race([a], options).times(lazy), /"lazy" did not take part/)
})

test.run()
