/** Moments as scenarios write them: UTC texts. */

import { CsclabError, formatTime, fromUnixNanoseconds, type Ticks } from '../../sim/mod.ts'

/** The form of a moment: date, time, at most seven decimals of a second. */
export const TIME_PATTERN: RegExp = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?Z?$/

/** The first year a FILETIME can tell. */
const FIRST_YEAR = 1601

/**
 * Reads a moment: `2010-01-04 08:30:00`, always UTC, with `T` for the space, a `Z` behind and up to seven decimals of a
 * second if you like. Years 1601 to 9999; more than 28 years from 2010 not every decimal can be told apart, and a moment
 * that would have to be rounded is refused.
 *
 * @throws {CsclabError} `scenario` if the text has another form or there is no such moment.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { parseTime } from 'csclab/scenarios'
 *
 * assert.equal(parseTime('2010-01-04 09:00:00.0000001'), 1)
 * assert.equal(parseTime('2010-01-04T09:00:01Z'), 10_000_000)
 * ```
 */
export function parseTime(text: string): Ticks {
  if (!TIME_PATTERN.test(text)) throw noTime(text)
  const whole = text.slice(0, 19).replace('T', ' ')
  const decimals = text.slice(20).replace('Z', '').replace(/0+$/, '')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = whole.split(/[- :]/).map(Number)
  const milliseconds = BigInt(Date.UTC(year, month - 1, day, hour, minute, second))
  const ticks = fromUnixNanoseconds(milliseconds * 1_000_000n + BigInt(decimals.padEnd(7, '0')) * 100n)
  // A day that no month has, or a decimal that a number cannot hold, comes back as another text.
  const moment = decimals === '' ? whole : `${whole}.${decimals}`
  if (year < FIRST_YEAR || formatTime(ticks) !== moment) throw noTime(text)
  return ticks
}

function noTime(text: string): CsclabError {
  return new CsclabError('scenario', `${JSON.stringify(text)} is no moment csclab can tell`, {
    hint: 'Write UTC, such as "2010-01-04 08:30:00"',
  })
}
