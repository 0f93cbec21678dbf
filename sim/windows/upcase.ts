/** Case folding as NTFS does it: unit by unit, through a fixed table, never by language. */

import { UPCASE_RANGES } from './upcase-ranges.ts'

const table: Uint16Array = buildTable()

/** Folded forms of names met before; names recur in every listing. */
const known = new Map<string, string>()
const KNOWN_LIMIT = 200_000

/**
 * The form under which names are compared: each 16-bit unit replaced by its simple uppercase (P14.1, P15.26).
 * `ß` stays `ß`, `ı` does not become `I`, and composed and decomposed spellings stay different names.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { upcase } from 'csclab/sim'
 *
 * assert.equal(upcase('Straße.txt'), 'STRAßE.TXT')
 * ```
 */
export function upcase(name: string): string {
  let folded = known.get(name)
  if (folded === undefined) {
    folded = fold(name)
    if (known.size >= KNOWN_LIMIT) known.clear()
    known.set(name, folded)
  }
  return folded
}

function fold(name: string): string {
  let folded = ''
  for (let i = 0; i < name.length; i++) folded += String.fromCharCode(table[name.charCodeAt(i)] ?? 0)
  return folded
}

function buildTable(): Uint16Array {
  const units = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
  for (const [from, to, step, distance] of UPCASE_RANGES) {
    for (let unit = from; unit <= to; unit += step) units[unit] = unit + distance
  }
  return units
}
