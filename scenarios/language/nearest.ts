/** The valid name nearest to one that is not valid, for hints. */

import { upcase } from '../../sim/mod.ts'

/**
 * The name with the smallest edit distance, case aside; the first of several. `undefined` when more than a third of the
 * letters differ.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { nearest } from 'csclab/scenarios'
 *
 * assert.equal(nearest('wirte', ['append', 'write']), 'write')
 * assert.equal(nearest('fly', ['append', 'write']), undefined)
 * ```
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  let best: string | undefined
  let bestDistance = Infinity
  for (const candidate of names) {
    const distance = editDistance(upcase(name), upcase(candidate))
    const limit = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3))
    if (distance > limit || distance >= bestDistance) continue
    best = candidate
    bestDistance = distance
  }
  return best
}

/**
 * `Did you mean "write"?`, or `undefined` when nothing is near.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { didYouMean } from 'csclab/scenarios'
 *
 * assert.equal(didYouMean('wrte', ['append', 'write']), 'Did you mean "write"?')
 * ```
 */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  const found = nearest(name, names)
  return found === undefined ? undefined : `Did you mean ${JSON.stringify(found)}?`
}

/** How many letters to insert, remove, replace or swap with a neighbour. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const replace = at(last, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1)
      const insertOrRemove = Math.min(at(last, column), at(current, column - 1)) + 1
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const swap = swapped ? at(beforeLast, column - 2) + 1 : Infinity
      current.push(Math.min(replace, insertOrRemove, swap))
    }
    beforeLast = last
    last = current
  }
  return at(last, to.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
