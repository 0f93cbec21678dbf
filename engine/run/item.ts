/** One name of a scope, as a run sees it. */

import type { DirEntry, ItemType, Pins } from '../../sim/port/mod.ts'
import { foldPath, type UncPath } from '../../sim/windows/mod.ts'
import type { CacheRecord, SeenRights } from '../cache/mod.ts'
import type { Cell } from '../rules/mod.ts'

/** What is known of a name on either side and in the records. */
export interface Sides {
  readonly record: CacheRecord | undefined
  readonly local: DirEntry | undefined
  readonly server: DirEntry | undefined
}

/** What an item has from the directory it is in. */
export interface FromAbove {
  readonly parentPins: Pins
  /** The directory, or one above it, was pinned with all its children, which this run is to see to (P15.12). */
  readonly deep: boolean
}

/** One name of the scope, and how it stands. */
export interface Item extends Sides, FromAbove {
  /** As spelled in the cache, or on the server where the cache has none (P15.35). */
  readonly path: UncPath
  readonly cell: Cell
  /** Items below, in order; empty unless some side has a directory here. */
  readonly children: readonly Item[]
  /**
   * Why nothing can be done with it: the code with which a directory refused to be listed, so that nothing is known of what
   * is below (P2.24), or 183 for a name that differs from its neighbour's in case alone (F58).
   */
  readonly refused: number | undefined
  /** It is suspended, and the call leaves such trees out (SYNC-26). */
  readonly skipped: boolean
  /** What is known of users' rights on it, this survey's sight of it included (P15.62). */
  readonly rights: SeenRights | undefined
  /** The pins it gets as a new item of a pinned directory; `undefined` when it is not new, or not to be fetched. */
  readonly newPins: Pins | undefined
  /** The pins a cached item has once its directory's are handed down to it (P6.2); `undefined` when it gains none. */
  readonly gains: Pins | undefined
}

/** What the client has, or had until it was deleted offline, under a name. */
export function localType({ local, record }: Sides): ItemType | undefined {
  return local?.info.type ??
    (record?.marks.deletedOffline === true ? record.original?.type : record?.type)
}

/** True for the item of a file, present or deleted, on whichever side has it. */
export function isFileItem(item: Sides): boolean {
  return (localType(item) ?? item.server?.info.type) === 'file'
}

/** True for a name the cache does not have. */
export function isNew({ record, local }: Sides): boolean {
  return record === undefined && local === undefined
}

/** The states of an item that is on the server alone. */
const ONLY_THERE: readonly number[] = [30, 31, 32, 33]

/** True for a cached name whose content is not cached, though the server has it (D8.6). */
export function isGhost({ record, cell }: Pick<Item, 'record' | 'cell'>): boolean {
  return record !== undefined && typeof cell === 'number' && ONLY_THERE.includes(cell)
}

/** The folded path of an item. */
export function keyOf(item: Pick<Item, 'path'>): string {
  return foldPath(item.path)
}
