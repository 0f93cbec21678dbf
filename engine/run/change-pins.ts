/** Changes the pins of a cached item, whatever else changes its record meanwhile. */

import { ask, type Pins, type Session } from '../../sim/port/mod.ts'
import type { UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, readItem, replaceItem } from '../cache/mod.ts'
import { isPinned, pinsHandedDown } from '../rules/mod.ts'

/**
 * Changes a record, and tells whoever listens when the item is pinned for one more reason, or for none any more.
 *
 * @returns The record as it is then; `undefined` for what is not cached.
 */
export function* changePins(
  path: UncPath,
  change: (record: CacheRecord) => CacheRecord,
): Session<CacheRecord | undefined> {
  for (;;) {
    const before = yield* readItem(path)
    if (before === undefined) return undefined
    const after = change(before)
    if (after === before) return before
    if (!(yield* replaceItem(path, before, after))) continue
    const { type } = after
    if (pinsHandedDown(before.pins, after.pins) !== before.pins) {
      yield* ask({ kind: 'publish', event: { event: 'ITEMPINNED', path, type } })
    } else if (isPinned(before.pins) && !isPinned(after.pins)) {
      yield* ask({ kind: 'publish', event: { event: 'ITEMNOTPINNED', path, type } })
    }
    return after
  }
}

/** A record with the pins it gets in its own turn; a link that is new in its own right has its target looked for (P15.57). */
export function atItsTurn(record: CacheRecord, pins: Pins, isNewLink = false): CacheRecord {
  const { beforeItsTurn: _, ...known } = record
  return { ...known, pins, ...(isNewLink ? { targetToPin: true } : {}) }
}
