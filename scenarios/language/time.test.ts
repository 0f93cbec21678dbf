/** Tests that UTC texts are read exactly, and what is no moment is refused. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CsclabError, formatTime, toFiletime } from '../../sim/mod.ts'
import { parseTime } from './time.ts'

test('the forms of a moment', () => {
  assert.is(parseTime('2010-01-04 09:00:00'), 0)
  assert.is(parseTime('2010-01-04T09:00:01Z'), 10_000_000)
  assert.is(parseTime('2010-01-04 08:59:59.9999999'), -1)
  assert.is(parseTime('2010-01-04 09:00:00.5000000'), 5_000_000)
})

test('what is printed is read again', () => {
  for (const ticks of [0, 1, -1, 123_456_789_012, -864_000_000_000]) {
    assert.is(parseTime(formatTime(ticks)), ticks)
  }
})

test('the first moment of a FILETIME', () => {
  assert.is(toFiletime(parseTime('1601-01-01 00:00:00')), 0n)
})

for (
  const text of [
    '2010-02-30 00:00:00',
    '2010-01-04 24:00:00',
    '2010-01-04 09:60:00',
    '2010-13-01 09:00:00',
    '1600-12-31 23:59:59',
    '0099-01-01 00:00:00',
    '2010-01-04',
    '2010-01-04 09:00',
    '2010-01-04 09:00:00.12345678',
    '2010-01-04 09:00:00+01:00',
    ' 2010-01-04 09:00:00',
    // A hundred years away a number cannot tell single ticks.
    '2110-01-04 09:00:00.0000001',
    '',
  ]
) {
  test(`${JSON.stringify(text)} is no moment`, () => {
    assert.throws(() => parseTime(text), (error: unknown) => {
      return error instanceof CsclabError && error.code === 'scenario' &&
        error.message.includes(JSON.stringify(text)) &&
        error.hint === 'Write UTC, such as "2010-01-04 08:30:00"'
    })
  })
}

test.run()
