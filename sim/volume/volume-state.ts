/** What the rules of a volume work on. */

import type { Failed } from '../port/mod.ts'
import { ERROR } from '../windows/mod.ts'
import type { HandleState, HandleTable } from './handles.ts'
import { failed } from './info.ts'
import type { Items } from './items.ts'
import type { Held, Replacement } from './memfs-store.ts'
import type { JournalReason } from './journal.ts'

/** The items and handles of one volume. */
export interface VolumeState {
  readonly items: Items
  readonly handles: HandleTable
}

/** The item a handle is bound to. */
export function heldBy({ items }: VolumeState, handle: HandleState): Held | undefined {
  return handle.id === undefined ? undefined : items.at(handle.keys)
}

/** Replaces what is known of the item a handle is bound to, if its owner can have the room. */
export function replaceHeld(
  { items }: VolumeState,
  handle: HandleState,
  { more, createdBy, replacement, reason }: {
    readonly more: number
    readonly createdBy: string | undefined
    readonly replacement: Replacement
    readonly reason: JournalReason
  },
): Failed | undefined {
  const refused = items.space.refuses(createdBy ?? '', more)
  if (refused !== undefined) return refused
  items.update(handle.keys, replacement, reason)
  return undefined
}

/** Closes a handle; what was to be removed with the last one goes. */
export function closeHandle({ items, handles }: VolumeState, number: number): Failed | undefined {
  const handle = handles.get(number)
  if (handle === undefined) return failed(ERROR.INVALID_HANDLE)
  handles.close(number)
  if (handle.id !== undefined && !handles.isOpen(handle.id)) items.release(handle.id, handle.keys)
  return undefined
}
