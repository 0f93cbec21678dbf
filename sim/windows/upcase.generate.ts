/**
 * Writes `upcase-ranges.ts`, the one-to-one uppercase table of 16-bit units (P15.26), from this runtime's Unicode data:
 * `node --import tsx sim/windows/upcase.generate.ts > sim/windows/upcase-ranges.ts`, on any Node from 20 to 26.
 */

/** U+00B5, U+0131 and U+017F keep their form, as NTFS keeps them. */
const KEPT: readonly number[] = [0xb5, 0x131, 0x17f]

/** A run of units `from`, `from + step`, … `to` that all move by the same distance. */
export type Range = readonly [from: number, to: number, step: number, distance: number]

/** Computes the ranges from the runtime's own simple one-to-one uppercase mappings. */
export function generateRanges(): readonly Range[] {
  const ranges: Range[] = []
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unit >= 0xd800 && unit <= 0xdfff) continue
    const upper = String.fromCharCode(unit).toUpperCase()
    if (upper.length !== 1 || KEPT.includes(unit)) continue
    const distance = upper.charCodeAt(0) - unit
    if (distance !== 0) extend(ranges, unit, distance)
  }
  return ranges
}

function extend(ranges: Range[], unit: number, distance: number): void {
  const last = ranges.at(-1)
  if (last !== undefined && last[3] === distance) {
    const gap = unit - last[1]
    const single = last[0] === last[1]
    if (gap <= 2 && (single || gap === last[2])) {
      ranges[ranges.length - 1] = [last[0], unit, gap, distance]
      return
    }
  }
  ranges.push([unit, unit, 1, distance])
}

if (process.argv[1]?.endsWith('upcase.generate.ts') === true) {
  const hex = (unit: number): string => `0x${unit.toString(16).padStart(4, '0')}`
  const rows = generateRanges().map(([from, to, step, distance]) =>
    `  [${hex(from)}, ${hex(to)}, ${step}, ${distance}],`
  )
  console.log(
    `/** The uppercase table of 16-bit units as ranges; made by upcase.generate.ts, not edited by hand. */

/** Rows of first unit, last unit, step and the distance every unit of the row moves. */
export const UPCASE_RANGES: readonly (readonly [from: number, to: number, step: number, distance: number])[] = [
${rows.join('\n')}
]`,
  )
}
