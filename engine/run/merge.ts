/** Both listings of a directory and its records side by side. */

import type { DirEntry, Json } from '../../sim/port/mod.ts'
import { isCacheRecord } from '../cache/mod.ts'
import type { Sides } from './item.ts'

/** What a directory holds, on each side and in the records; all sorted by key. */
export interface Listings {
  readonly server: readonly DirEntry[]
  readonly local: readonly DirEntry[]
  readonly records: ReadonlyMap<string, Json>
}

/** One name, as the three have it. */
export interface Row extends Sides {
  /**
   * Names of a server that tells case apart, which the cache takes for this one: the first in code-unit order is used (F58).
   */
  readonly twins: readonly DirEntry[]
}

const NO_TWINS: readonly DirEntry[] = []

/** The names of all three, each once, in listing order, but for those of which nothing needs to be known any more. */
export function mergeListings(
  { server, local, records }: Listings,
  isDone: (sides: Sides) => boolean,
): readonly Row[] {
  const keys = [...records.keys()]
  const values = [...records.values()]
  const rows: Row[] = []
  for (let s = 0, l = 0, r = 0; s < server.length || l < local.length || r < keys.length;) {
    const key = first(server[s]?.key, local[l]?.key, keys[r])
    const there = server[s]?.key === key ? server[s++] : undefined
    const here = local[l]?.key === key ? local[l++] : undefined
    const value = keys[r] === key ? values[r++] : undefined
    let twins = NO_TWINS
    while (server[s]?.key === key) twins = [...twins, ...server.slice(s, ++s)]
    const sides: Sides = { record: isCacheRecord(value) ? value : undefined, local: here, server: there }
    if (twins.length > 0 || !isDone(sides)) rows.push({ ...sides, twins })
  }
  return rows
}

/** The first key in code-unit order. */
function first(
  one: string | undefined,
  two: string | undefined,
  three: string | undefined,
): string | undefined {
  if (one === two && two === three) return one
  const smaller = two === undefined || (one !== undefined && one < two) ? one : two
  return three === undefined || (smaller !== undefined && smaller < three) ? smaller : three
}
