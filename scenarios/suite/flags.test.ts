/** The tables of flag values are whole: every two flags meet in them, every undefined bit is there, and the model reads as documented. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ALL_SYNC_FLAGS, CONFLICT_POLICY_MASK, parseFlags } from '../../sim/mod.ts'
import { undefinedBit } from './flags/refused.ts'
import { CONTROL_FLAGS, effectiveOf, POLICY_VALUES } from './flags/tables/effective.ts'
import { PAIRS } from './flags/tables/pairs.ts'

const VALUES = Object.values(PAIRS).map(parseFlags)

/** What two flags, or a flag and the policy, are in a value. */
type Meeting = (flags: number) => string

const isSet = (flags: number, bit: number): string => (flags & bit) === 0 ? '-' : '+'

const OF_FLAGS: readonly Meeting[] = CONTROL_FLAGS.flatMap((one, i) =>
  CONTROL_FLAGS.slice(i + 1).map((other): Meeting => (flags) => `${isSet(flags, one)}${isSet(flags, other)}`)
)

const WITH_POLICY: readonly Meeting[] = CONTROL_FLAGS.map((bit): Meeting => (flags) =>
  `${isSet(flags, bit)}${(flags & CONFLICT_POLICY_MASK) >>> 28}`
)

test('every two flags meet: both set, the one, the other, none', () => {
  assert.is(CONTROL_FLAGS.length, 16)
  for (const meeting of OF_FLAGS) {
    assert.equal([...new Set(VALUES.map(meeting))].sort(), ['++', '+-', '-+', '--'])
  }
})

test('every flag meets every policy, set and not set', () => {
  for (const meeting of WITH_POLICY) {
    const met = new Set(VALUES.map(meeting))
    assert.is(met.size, 2 * POLICY_VALUES.length)
  }
})

test('every two flags meet in effect as well, in every way in which they can', () => {
  const all = Array.from(
    { length: 1 << CONTROL_FLAGS.length },
    (_, choice) =>
      CONTROL_FLAGS.reduce((flags, bit, i) => (choice & (1 << i)) === 0 ? flags : flags | bit, 0),
  )
  const possible = [...new Set(all.map(effectiveOf))]
  const effective = VALUES.map(effectiveOf)
  for (const meeting of OF_FLAGS) {
    assert.equal([...new Set(effective.map(meeting))].sort(), [...new Set(possible.map(meeting))].sort())
  }
})

test('every undefined bit has a row', () => {
  const bits = undefinedBit.map(({ row }) => Number(row?.replace('bit-', ''))).sort((a, b) => a - b)
  const undefinedBits = Array.from({ length: 28 }, (_, bit) => bit).filter((bit) =>
    (ALL_SYNC_FLAGS & (1 << bit)) === 0
  )
  assert.equal(bits, undefinedBits)
})

test('the model reads values as the documentation works them out', () => {
  const worked: readonly (readonly [given: number, effective: number])[] = [
    [0x2, 0x3],
    [0x6, 0x7],
    [0xc, 0x4],
    [0x2e, 0x2f],
    [0x36, 0x7],
    [0x2_0002, 0x3],
    [0x2_0006, 0x2_0007],
    [0x1006, 0x7],
    [0x1_2006, 0x1_2007],
    [0x3000_0006, 0x3000_0007],
  ]
  for (const [given, effective] of worked) assert.is(effectiveOf(given), effective)
})

test.run()
