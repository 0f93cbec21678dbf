/** What marks of entries mean for the items around them: which are suspended, which are pinned and by whom. */

import { NOT_PINNED, parentOf, type PinCategory, type Pins, shareOf, upcase } from '../../../sim/mod.ts'
import type { EntryMarks, RoundFacts } from './facts.ts'

/** An entry of which nothing is known but what trees show. */
export const NO_MARKS: EntryMarks = {}

/** The four categories, in the order of Win32_OfflineFilesPinInfo. */
export const CATEGORIES: readonly PinCategory[] = ['user', 'userPolicy', 'computer', 'redirection']

type Known = Pick<RoundFacts, 'marks' | 'pins'>

/** The marks of an item. */
export function marksOf(key: string, { marks }: Pick<RoundFacts, 'marks'>): EntryMarks {
  return marks?.get(key) ?? NO_MARKS
}

/** True for an item that was suspended itself or lies in a suspended tree (P7.9). */
export function isSuspended(key: string, facts: Pick<RoundFacts, 'marks'>): boolean {
  if (marksOf(key, facts).suspended === true) return true
  const above = parentOf(key)
  return above !== undefined && isSuspended(above, facts)
}

/** The pins of an entry: its own, or those its directory hands on. */
export function pinsOf(key: string, facts: Known): Pins {
  const own = marksOf(key, facts).pins
  if (own !== undefined) return own
  if (key === upcase(shareOf(key))) return facts.pins.get(key) ?? NOT_PINNED
  const above = parentOf(key)
  return above === undefined ? NOT_PINNED : inherited(pinsOf(above, facts))
}

/** What new children of an entry with such pins get (P15.10). */
export function inherited(pins: Pins): Pins {
  return pinsBy((category) => pins[category] === 2 ? 2 : 0)
}

/** Pins by category; of two values for one the higher counts. */
export function pinsBy(value: (category: PinCategory) => 0 | 1 | 2): Pins {
  return {
    user: value('user'),
    userPolicy: value('userPolicy'),
    computer: value('computer'),
    redirection: value('redirection'),
  }
}

/** Both pins together. */
export function joined(a: Pins, b: Pins): Pins {
  return pinsBy((category) => a[category] > b[category] ? a[category] : b[category])
}

/** True for an entry pinned in any category. */
export function isPinned(pins: Pins): boolean {
  return CATEGORIES.some((category) => pins[category] > 0)
}

/** True when a directory above, in a run over it, was pinned with all it holds (P15.12). */
export function isPinnedFromAbove(key: string, facts: Known): 'yes' | 'maybe' | 'no' {
  const above = parentOf(key)
  if (above === undefined) return 'no'
  const own = marksOf(above, facts).pinsBelow
  if (own === 'yes') return 'yes'
  const further = isPinnedFromAbove(above, facts)
  return further === 'no' ? own ?? 'no' : further
}
