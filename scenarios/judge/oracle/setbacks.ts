/** What a failure or an interruption adds to the ways an item may end. */

import { ERROR, parentOf, partsOf } from '../../../sim/mod.ts'
import type { Item } from './classify.ts'
import { halfReplaced } from './conflicts.ts'
import type { Outcome, RoundFacts } from './facts.ts'
import { halfKept, isBelowRestored, keptInPart, notRespelled } from './halves.ts'
import { LOST, resolutionOf, UNTOUCHED } from './outcomes.ts'
import type { Round } from './round.ts'
import type { Below, Plan, Verdict } from './verdict.ts'

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
  if (plain.plans.every(({ outcome }) => isIdle(outcome))) return plain
  const { facts } = place.round
  const result = facts.results.get(item.key)
  if (result === ERROR.SUCCESS) return plain
  if (result !== undefined) return afterFailure(plain, item, { place, result })
  if (facts.stopped === true) return afterStop(plain, item, place)
  if (facts.interrupted || isUnsteady(item.key, facts)) return afterInterruption(plain, item, place)
  if (!place.failedAbove) return plain
  return {
    plans: [...plain.plans, left(plain, item, place)],
    ids: [...plain.ids, 'P2.20'],
    note: 'a directory above it failed',
  }
}

/** True when neither copy nor a record changes: a failure of that changes nothing either. */
function isIdle({ server, local, conflict, result }: Outcome): boolean {
  return server === 'as-before' && local === 'as-before' && conflict === 'untouched' && result === undefined
}

/** The way to its server came or went during the round: nobody can say at which item. */
function isUnsteady(key: string, { unsteady }: RoundFacts): boolean {
  return unsteady?.has(partsOf(key)[0] ?? '') === true
}

/** Stopped by the caller, a run has begun nothing that it did not report (P4.13, P15.48); what is no item may be done. */
function afterStop(plain: Verdict, item: Item, place: Place): Verdict {
  const quiet = plain.plans.filter(({ outcome }) => !isReported(outcome))
  return {
    plans: [left(plain, item, place), ...quiet],
    ids: [...plain.ids, 'SYNC-43', 'P4.13', 'P15.48'],
    note: 'the run was stopped before it',
  }
}

/** True for an outcome that is an item's work: it is reported. */
function isReported({ server, local, conflict, result }: Outcome): boolean {
  return server !== 'as-before' || local !== 'as-before' || conflict === 'recorded' || result !== undefined
}

/** A failed item is left alone (P2.20); one that a policy was to resolve is still a conflict (P15.47). */
function afterFailure(
  plain: Verdict,
  item: Item,
  { place, result }: { readonly place: Place; readonly result: number },
): Verdict {
  const foretold = plain.plans.filter(({ outcome }) => outcome.result !== undefined)
  if (foretold.length > 0 && !LOST.includes(result)) return { ...plain, plans: foretold }
  const isConflict = resolutionOf(place.state) !== undefined
  const alone = left(plain, item, place)
  if (isNewEntry(plain, item)) {
    return unfetched(plain, as('none', alone), item.server?.info.type === 'directory')
  }
  const mustRecord = isConflict && place.above === 'free' && !LOST.includes(result)
  return {
    plans: [
      ...(isConflict ? [as('recorded', alone)] : [as('none', alone)]),
      ...(mustRecord ? [] : [alone]),
      ...halfReplaced(place.state, plain.plans).map((half) => as('recorded', half)),
      ...keptInPart(plain.plans, item, place.round),
      ...notRespelled(plain.plans, item),
    ],
    ids: [...plain.ids, 'P2.20', ...(isConflict ? ['P15.47'] : [])],
    note: `its result was ${result}`,
  }
}

/** True for an item that is to come into the cache as a new entry. */
function isNewEntry({ plans }: Verdict, { local, original, server }: Item): boolean {
  return local === undefined && original === undefined && server !== undefined &&
    plans.some(({ outcome }) => outcome.local === 'server-copy')
}

/** PIN precedes the copy: a new file that could not be fetched has a pinned entry that a later run fills (P15.54). */
function unfetched(plain: Verdict, alone: Plan, isDirectory: boolean): Verdict {
  if (isDirectory) {
    const ids = [...plain.ids, 'P15.60']
    return { plans: [...plain.plans, alone], ids, note: 'the folder itself was seen, what is in it was not' }
  }
  return {
    plans: [{ ...alone, outcome: { ...alone.outcome, local: 'sparse' } }],
    ids: [...plain.ids, 'P15.54'],
    note: 'pinned, but not fetched',
  }
}

/** In a run cut short an item is finished, whether or not its record says so yet, or not begun. */
function afterInterruption(plain: Verdict, item: Item, place: Place): Verdict {
  const finished = plain.plans.flatMap((plan) => [plan, as('untouched', plan)])
  const halves = [...halfReplaced(place.state, plain.plans), ...halfKept(plain.plans, item, place.round)]
    .map((half) => as('untouched', half))
  return {
    plans: [left(plain, item, place), ...finished, ...halves, ...notRespelled(plain.plans, item)],
    ids: [...plain.ids, 'SYNC-43', ...(halves.length > 0 ? ['P15.66'] : [])],
    note: 'the run was cut short',
  }
}

/**
 * Both copies left alone. What was to go out with its directory counts as created once that is there, and what was to come
 * back with its directory waits for the server's copy (P15.66).
 */
function left(plain: Verdict, item: Item, { above, round }: Place): Plan {
  const forgets = above === 'pushed' && isBelowMade(item.key, round)
  const awaits = plain.plans[0]?.below === 'restored' && above === 'restored' &&
    isBelowRestored(item.key, round)
  const outcome: Outcome = {
    ...UNTOUCHED,
    ...(forgets ? { forgets } : {}),
    ...(awaits ? { awaits } : {}),
  }
  return { outcome, below: plain.plans[0]?.below ?? 'free' }
}

/** True when some directory above an item is on the server now and was not before, or what stood in its place has gone. */
function isBelowMade(key: string, { facts }: Pick<Round, 'facts'>): boolean {
  const above = parentOf(key)
  if (above === undefined) return false
  const [was, is] = [facts.before.server.get(above)?.info.type, facts.after.server.get(above)?.info.type]
  const isMade = (is === 'directory' && was !== 'directory') || (was === 'file' && is !== 'file')
  return isMade || isBelowMade(above, { facts })
}

function as(conflict: Outcome['conflict'], plan: Plan): Plan {
  return { ...plan, outcome: { ...plan.outcome, conflict } }
}
