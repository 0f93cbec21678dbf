/** Both listings of a directory and its records side by side. */

import type { DirEntry, Json } from '../../sim/port/mod.ts'
import { type CacheRecord, isCacheRecord } from '../cache/mod.ts'
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

/** True for a name of which nothing needs to be known any more. */
export type IsDone = (
  record: CacheRecord | undefined,
  local: DirEntry | undefined,
  server: DirEntry | undefined,
) => boolean

const NO_TWINS: readonly DirEntry[] = []

/** The names of all three, each once, in listing order, but for those that are done with. */
export function mergeListings({ server, local, records }: Listings, isDone: IsDone): readonly Row[] {
  const keys = [...records.keys()]
  const values = [...records.values()]
  const rows: Row[] = []
  for (let s = 0, l = 0, r = 0; s < server.length || l < local.length || r < keys.length;) {
    const [inServer, inLocal, inRecords] = [server[s], local[l], keys[r]]
    const key = first(inServer?.key, inLocal?.key, inRecords)
    const there = inServer?.key === key ? inServer : undefined
    const here = inLocal?.key === key ? inLocal : undefined
    const value = inRecords === key ? values[r] : undefined
    if (there !== undefined) s++
    if (here !== undefined) l++
    if (inRecords === key) r++
    let twins = NO_TWINS
    while (server[s]?.key === key) twins = [...twins, ...server.slice(s, ++s)]
    const record = isCacheRecord(value) ? value : undefined
    if (twins.length > 0 || !isDone(record, here, there)) {
      rows.push({ record, local: here, server: there, twins })
    }
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
