/** Which pins a new item gets. */

import type { ItemType, PinCategory, Pins } from '../../sim/port/mod.ts'
import { SYNC_FLAG } from '../../sim/windows/mod.ts'
import { has } from './flags.ts'

const CATEGORIES: readonly { readonly category: PinCategory; readonly flag: number }[] = [
  { category: 'user', flag: SYNC_FLAG.PINFORUSER },
  { category: 'userPolicy', flag: SYNC_FLAG.PINFORUSER_POLICY },
  { category: 'computer', flag: SYNC_FLAG.PINFORALL },
  { category: 'redirection', flag: SYNC_FLAG.PINFORREDIR },
]

/** True when an item is pinned for any reason. */
export function isPinned(pins: Pins): boolean {
  return CATEGORIES.some(({ category }) => pins[category] !== 0)
}

/**
 * The pins of an item that is new on the server inside a pinned directory (SYNC-09): the categories the flags name and
 * those the parent hands down; 2 where it was handed down or on a directory, else 1 (P15.9, P15.10). `undefined` when
 * the parent is not pinned (SYNC-11) or nothing is left to pin it for: the item is then not fetched.
 */
export function pinsForNew(parent: Pins, type: ItemType, flags: number): Pins | undefined {
  if (!has(flags, SYNC_FLAG.PINNEWFILES) || !isPinned(parent)) return undefined
  const value = (
    { category, flag }: { readonly category: PinCategory; readonly flag: number },
  ): 0 | 1 | 2 => {
    if (parent[category] === 2) return 2
    if (!has(flags, flag)) return 0
    return type === 'directory' ? 2 : 1
  }
  const [user, userPolicy, computer, redirection] = CATEGORIES.map(value)
  const pins = {
    user: user ?? 0,
    userPolicy: userPolicy ?? 0,
    computer: computer ?? 0,
    redirection: redirection ?? 0,
  }
  return isPinned(pins) ? pins : undefined
}

/**
 * Pins with the categories that flags name: 2 on a directory, so that new children take them over, else 1
 * (P6.1). A value that is higher already stays.
 */
export function pinsGained(pins: Pins, type: ItemType, flags: number): Pins {
  const value = type === 'directory' ? 2 : 1
  const gained = CATEGORIES.filter(({ category, flag }) => has(flags, flag) && pins[category] < value)
  return gained.reduce((sum, { category }) => ({ ...sum, [category]: value }), pins)
}

/** Pins with what a directory hands down: where both have a category, the value that is inherited counts. */
export function pinsHandedDown(pins: Pins, handed: Pins): Pins {
  const gained = CATEGORIES.filter(({ category }) => pins[category] < handed[category])
  return gained.reduce((sum, { category }) => ({ ...sum, [category]: handed[category] }), pins)
}

/** Pins without the categories that flags name. */
export function pinsLost(pins: Pins, flags: number): Pins {
  const lost = CATEGORIES.filter(({ category, flag }) => has(flags, flag) && pins[category] !== 0)
  return lost.reduce((rest, { category }) => ({ ...rest, [category]: 0 }), pins)
}

/** True when flags name any category. */
export function namesPins(flags: number): boolean {
  return CATEGORIES.some(({ flag }) => has(flags, flag))
}
