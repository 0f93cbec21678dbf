/** What a failure or an interruption adds to the ways an item may end. */

import { ERROR, parentOf } from '../../../sim/mod.ts'
import type { Item } from './classify.ts'
import { halfReplaced } from './conflicts.ts'
import type { Outcome } from './facts.ts'
import { resolutionOf, UNTOUCHED } from './outcomes.ts'
import type { Round } from './round.ts'
import type { Below, Plan, Verdict } from './verdict.ts'

/** Codes of a lost connection: the rest of the share then fails in one go, conflicts included (P9.8). */
const LOST: readonly number[] = [53, 59, 64, 67, 121, 1231, 1236]

/** Where an item stands. */
export interface Place {
  readonly state: number | undefined
  /** What the fate of its parent means for it. */
  readonly above: Below
  /** The item of a directory above it failed. */
  readonly failedAbove: boolean
  readonly round: Round
}

/** The verdict as it is after what went wrong in the round. An item that was reported a success must be one. */
export function withSetbacks(plain: Verdict, item: Item, place: Place): Verdict {
  if (plain.plans.every(({ outcome }) => outcome === UNTOUCHED)) return plain
  const { facts } = place.round
  const result = facts.results.get(item.key)
  if (result === ERROR.SUCCESS) return plain
  if (result !== undefined) return afterFailure(plain, item, { place, result })
  if (facts.interrupted) return afterInterruption(plain, item, place)
  if (!place.failedAbove) return plain
  return {
    plans: [...plain.plans, left(plain, item, place)],
    ids: [...plain.ids, 'P2.20'],
    note: 'a directory above it failed',
  }
}

/** A failed item is left alone (P2.20); one that a policy was to resolve is still a conflict (P15.47). */
function afterFailure(
  plain: Verdict,
  item: Item,
  { place, result }: { readonly place: Place; readonly result: number },
): Verdict {
  const isConflict = resolutionOf(place.state) !== undefined
  const alone = left(plain, item, place)
  const mustRecord = isConflict && place.above === 'free' && !LOST.includes(result)
  return {
    plans: [
      ...(isConflict ? [as('recorded', alone)] : [as('none', alone)]),
      ...(mustRecord ? [] : [alone]),
      ...halfReplaced(place.state, plain.plans).map((half) => as('recorded', half)),
    ],
    ids: [...plain.ids, 'P2.20', ...(isConflict ? ['P15.47'] : [])],
    note: `its result was ${result}`,
  }
}

/** In a run cut short an item is finished, whether or not its record says so yet, or not begun. */
function afterInterruption(plain: Verdict, item: Item, place: Place): Verdict {
  const finished = plain.plans.flatMap((plan) => [plan, as('untouched', plan)])
  const halves = halfReplaced(place.state, plain.plans).map((half) => as('untouched', half))
  return {
    plans: [left(plain, item, place), ...finished, ...halves],
    ids: [...plain.ids, 'SYNC-43', ...(halves.length > 0 ? ['P15.66'] : [])],
    note: 'the run was cut short',
  }
}

/** Both copies left alone. What was to go out with its directory counts as created once that is there (P15.66). */
function left(plain: Verdict, item: Item, { above, round }: Place): Plan {
  const forgets = above === 'pushed' && isBelowNew(item.key, round)
  const outcome: Outcome = forgets ? { ...UNTOUCHED, forgets } : UNTOUCHED
  return { outcome, below: plain.plans[0]?.below ?? 'free' }
}

/** True when some directory above an item is on the server now and was not before. */
function isBelowNew(key: string, { facts }: Pick<Round, 'facts'>): boolean {
  const above = parentOf(key)
  if (above === undefined) return false
  const isNew = facts.after.server.get(above)?.info.type === 'directory' && !facts.before.server.has(above)
  return isNew || isBelowNew(above, { facts })
}

function as(conflict: Outcome['conflict'], plan: Plan): Plan {
  return { ...plan, outcome: { ...plan.outcome, conflict } }
}
