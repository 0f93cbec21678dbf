/** Amounts in words: bytes, spans of time. */

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB']

/** `1 byte`, `4,096 bytes`. */
export function countedBytes(count: number): string {
  return count === 1 ? '1 byte' : `${withCommas(count)} bytes`
}

/** A size in the largest unit that tells it exactly: `4 KiB`, `5,000 bytes`. */
export function sizeText(bytes: number): string {
  let count = bytes
  let unit = 0
  while (count > 0 && count % 1024 === 0 && unit < UNITS.length - 1) {
    count /= 1024
    unit++
  }
  return unit === 0 ? countedBytes(bytes) : `${withCommas(count)} ${UNITS[unit]}`
}

/** `3 seconds ahead of true time`, `3 seconds behind true time`, `true time`. */
export function aheadText(seconds: number): string {
  if (seconds === 0) return 'at true time'
  return `${secondsText(Math.abs(seconds))} ${seconds > 0 ? 'ahead of' : 'behind'} true time`
}

/** `1 second`, `0.0000001 seconds`. */
export function secondsText(seconds: number): string {
  // Below a millionth, a number alone would be told with an exponent.
  const digits = seconds < 1e-6 ? seconds.toFixed(7) : String(seconds)
  return `${digits} ${seconds === 1 ? 'second' : 'seconds'}`
}

function withCommas(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
