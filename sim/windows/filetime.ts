/** Time as csclab counts it, and its two faces at the edges: FILETIME and a printed UTC text. */

/** A moment or a span, in units of 100 ns. A moment counts from {@linkcode EPOCH_FILETIME}. */
export type Ticks = number

/** Ticks in one second. */
export const SECOND: Ticks = 10_000_000

/** Ticks in one millisecond. */
export const MILLISECOND: Ticks = 10_000

/**
 * The FILETIME (100 ns units since 1601-01-01 UTC) of tick 0: Monday 2010-01-04, 09:00 UTC.
 * Every moment within 28 years of it is an exact number.
 */
export const EPOCH_FILETIME: bigint = 129_070_692_000_000_000n

const EPOCH_UNIX_MS = Date.UTC(2010, 0, 4, 9)

/**
 * A moment as FILETIME.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { EPOCH_FILETIME, toFiletime } from 'csclab/sim'
 *
 * assert.equal(toFiletime(1), EPOCH_FILETIME + 1n)
 * ```
 */
export function toFiletime(ticks: Ticks): bigint {
  return EPOCH_FILETIME + BigInt(ticks)
}

/** A FILETIME as ticks; beyond 28 years from the epoch it is rounded to a number that can be represented. */
export function fromFiletime(filetime: bigint): Ticks {
  return Number(filetime - EPOCH_FILETIME)
}

/** A moment given in nanoseconds since 1970 (as file systems report it), rounded down to a tick. */
export function fromUnixNanoseconds(nanoseconds: bigint): Ticks {
  return Number(nanoseconds / 100n - BigInt(EPOCH_UNIX_MS) * 10_000n)
}

/**
 * A moment as text: UTC, ISO 8601, seven decimals of a second, trailing zeros left out.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { formatTime } from 'csclab/sim'
 *
 * assert.equal(formatTime(0), '2010-01-04 09:00:00')
 * assert.equal(formatTime(10_000_001), '2010-01-04 09:00:01.0000001')
 * ```
 */
export function formatTime(ticks: Ticks): string {
  const fraction = ((ticks % SECOND) + SECOND) % SECOND
  const date = new Date(EPOCH_UNIX_MS + (ticks - fraction) / MILLISECOND)
  const seconds = date.toISOString().slice(0, 19).replace('T', ' ')
  const decimals = String(fraction).padStart(7, '0').replace(/0+$/, '')
  return decimals === '' ? seconds : `${seconds}.${decimals}`
}
