/** What gives way when the cache is full: what nobody pinned, and of which nothing waits (9.4, F80, F89). */

import type { Cell, Item } from './classify.ts'
import { isPinned, pinsOf } from './marks.ts'
import { UNTOUCHED } from './outcomes.ts'
import type { Round } from './round.ts'
import type { Plan, Verdict } from './verdict.ts'

/** States of a file whose local copy is what it was at the last good sync, and is still on the server. */
const CLEAN: readonly Cell[] = [0, 44]

const EVICTED: Plan = {
  outcome: { ...UNTOUCHED, local: 'gone', forgets: true },
  below: 'free',
}

/** A verdict, and that the copy may have been evicted where the cache had no room for something else. */
export function withEviction(
  verdict: Verdict,
  item: Item,
  { cell, round }: { cell: Cell; round: Round },
): Verdict {
  const { facts } = round
  const mayGo = facts.crowded === true && item.local?.info.type === 'file' && CLEAN.includes(cell) &&
    !isPinned(pinsOf(item.key, facts))
  if (!mayGo) return verdict
  const note = 'the cache had no room for all of it'
  return { ...verdict, plans: [...verdict.plans, EVICTED], ids: [...verdict.ids, 'F89'], note }
}
