/** Changes the pins of a cached item, whatever else changes its record meanwhile. */

import { ask, type ItemType, type Pins, type Session } from '../../sim/port/mod.ts'
import type { UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, readItem, replaceItem, untilPut } from '../cache/mod.ts'
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
  let changed: CacheRecord | undefined
  let pins: Pins | undefined
  yield* untilPut(function* () {
    const before = yield* readItem(path)
    pins = before?.pins
    changed = before === undefined ? undefined : change(before)
    return changed === before || (yield* replaceItem(path, before, changed))
  })
  if (changed === undefined || pins === undefined || changed.pins === pins) return changed
  yield* tellPins(path, changed.type, { before: pins, after: changed.pins })
  return changed
}

function* tellPins(
  path: UncPath,
  type: ItemType,
  { before, after }: { readonly before: Pins; readonly after: Pins },
): Session<void> {
  if (pinsHandedDown(before, after) !== before) {
    yield* ask({ kind: 'publish', event: { event: 'ITEMPINNED', path, type } })
  } else if (isPinned(before) && !isPinned(after)) {
    yield* ask({ kind: 'publish', event: { event: 'ITEMNOTPINNED', path, type } })
  }
}

/** A record with the pins it gets in its own turn; a link that is new in its own right has its target looked for (P15.57). */
export function atItsTurn(record: CacheRecord, pins: Pins, isNewLink = false): CacheRecord {
  const { beforeItsTurn: _, ...known } = record
  return { ...known, pins, ...(isNewLink ? { targetToPin: true } : {}) }
}
