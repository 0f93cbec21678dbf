/** FAT date and time, as shell items hold it: even seconds from 1980 to 2107, UTC. */

import { fromUnixNanoseconds, MILLISECOND, type Ticks, toFiletime } from '../filetime.ts'

const FIRST_YEAR = 1980
const LAST_YEAR = 2107

/** Milliseconds from 1601, where a FILETIME starts, to 1970. */
const FILETIME_TO_UNIX_MS = 11_644_473_600_000

/** The moment of a FAT date (low half) and time (high half); `undefined` when it is not set or names no moment. */
export function fromFatTime(value: number): Ticks | undefined {
  const [year, month, day] = [FIRST_YEAR + ((value >>> 9) & 0x7f), (value >>> 5) & 0xf, value & 0x1f]
  const [hour, minute, second] = [value >>> 27, (value >>> 21) & 0x3f, ((value >>> 16) & 0x1f) * 2]
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const isMoment = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && minute < 60 && second < 60
  return isMoment ? fromUnixNanoseconds(BigInt(date.getTime()) * 1_000_000n) : undefined
}

/** A moment as FAT date and time, rounded down to even seconds; 0 for none, and for one FAT cannot say. */
export function toFatTime(ticks: Ticks | undefined): number {
  if (ticks === undefined) return 0
  const date = new Date(Number(toFiletime(ticks) / BigInt(MILLISECOND)) - FILETIME_TO_UNIX_MS)
  const year = date.getUTCFullYear()
  if (year < FIRST_YEAR || year > LAST_YEAR) return 0
  const day = ((year - FIRST_YEAR) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)
  return ((time << 16) | day) >>> 0
}
