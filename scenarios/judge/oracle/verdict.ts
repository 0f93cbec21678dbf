/** What the rules yield for one item: the ways it may end, each with what it means for everything below. */

import type { Outcome } from './facts.ts'
import { done, RECORDED, UNTOUCHED, type Work } from './outcomes.ts'

/**
 * What the fate of a directory means for what is below: `free` its own states decide · `waits` nothing happens ·
 * `pushed` local content goes to the server as if just created · `swept` the directory goes here, creations in it may stay ·
 * `overrun` something else stands in its place, and all in it went with it · `restored` it comes back here with all it holds ·
 * `undecided` the reference does not say what becomes of known items.
 */
export type Below = 'free' | 'waits' | 'pushed' | 'swept' | 'overrun' | 'restored' | 'undecided'

/** One way an item may end. */
export interface Plan {
  readonly outcome: Outcome
  readonly below: Below
}

/** All ways an item may end, at least one. The first is the one to expect. */
export interface Verdict {
  readonly plans: readonly Plan[]
  readonly ids: readonly string[]
  /** Why there are several. */
  readonly note: string | undefined
}

/** A verdict; without a word on `below` the items there go by their own states. */
export function verdict(
  outcomes: readonly Outcome[],
  ids: readonly string[],
  more: { readonly below?: Below; readonly note?: string | undefined } = {},
): Verdict {
  const { below = 'free', note } = more
  return { plans: outcomes.map((outcome) => ({ outcome, below })), ids, note }
}

/** Several verdicts of which any may come true. */
export function anyOf(verdicts: readonly Verdict[], note: string): Verdict {
  return {
    plans: verdicts.flatMap(({ plans }) => plans),
    ids: verdicts.flatMap(({ ids }) => ids),
    note: verdicts.length < 2 ? verdicts[0]?.note : note,
  }
}

/** The work was done. */
export function worked(work: Work, ids: readonly string[], below: Below = 'free'): Verdict {
  return verdict([done(work)], ids, { below })
}

/** The conflict stays, and is recorded. */
export function recorded(ids: readonly string[], below: Below): Verdict {
  return verdict([RECORDED], ids, { below })
}

/** Nothing happens to either copy; a record that has no conflict any more may go (P3.15) or stay for now. */
export function nothing(
  ids: readonly string[],
  more: { readonly settled?: boolean; readonly below?: Below; readonly note?: string } = {},
): Verdict {
  const { settled = false, ...rest } = more
  const left: Outcome = { ...UNTOUCHED, settled }
  return verdict([{ ...left, conflict: 'none' }, left], ids, rest)
}

/** Nothing happens, and no word of it. */
export function idle(
  ids: readonly string[],
  more: { readonly below?: Below; readonly note?: string } = {},
): Verdict {
  return verdict([UNTOUCHED], ids, more)
}

/** The same, and no report of it. */
export function silently({ plans, ids, note }: Verdict): Verdict {
  return {
    plans: plans.map(({ outcome, below }) => ({ outcome: { ...outcome, silent: true }, below })),
    ids,
    note,
  }
}
