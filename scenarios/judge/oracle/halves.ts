/** Halves that work on one item can leave when it fails or is cut short: each is what the next run finds there. */

import { isWithin, nameOf, parentOf, upcase } from '../../../sim/mod.ts'
import { classify, type Item } from './classify.ts'
import { done, isReplacement } from './outcomes.ts'
import type { Round } from './round.ts'
import type { Plan } from './verdict.ts'

/** Keeping all that broke off: the local copy has its new name, and the old one is still to be fetched (P15.66). */
export function halfKept(plans: readonly Plan[], item: Item, round: Round): readonly Plan[] {
  if (!isMoved(item, round)) return []
  return plans.filter(({ outcome }) => outcome.local === 'server-copy').map(({ below }) => ({
    outcome: { ...done('delete local'), settled: false, forgets: true },
    below,
  }))
}

/** Keeping all that failed once the copy had moved: no conflict is left, and the old name has the server's copy, or waits for it. */
export function keptInPart(plans: readonly Plan[], item: Item, round: Round): readonly Plan[] {
  if (!isMoved(item, round)) return []
  const whole = plans.filter(({ outcome }) => outcome.local === 'server-copy')
  const halves = halfKept(plans, item, round).map(({ outcome, below }) => ({
    outcome: { ...outcome, awaits: true as const },
    below,
  }))
  return [...halves, ...whole].flatMap(({ outcome, below }) =>
    (['none', 'untouched'] as const).map((conflict) => ({ outcome: { ...outcome, conflict }, below }))
  )
}

/** One side took everything but the new spelling, so the other still counts as changed (P15.13). */
export function notRespelled(plans: readonly Plan[], { server, local }: Item): readonly Plan[] {
  if (server === undefined || local === undefined || nameOf(server.path) === nameOf(local.path)) return []
  return plans.flatMap(({ outcome, below }) => {
    const misspelt = outcome.server === 'local-copy'
      ? 'server'
      : outcome.local === 'server-copy'
      ? 'local'
      : undefined
    return misspelt === undefined ? [] : [{ outcome: { ...outcome, settled: false, misspelt }, below }]
  })
}

/** True below a directory that came back here in this round: it holds an entry for everything, whatever has come of it (P15.66). */
export function isBelowRestored(key: string, round: Pick<Round, 'facts'>): boolean {
  const above = parentOf(key)
  if (above === undefined) return false
  const { before, after } = round.facts
  const isBack = after.local.get(above)?.info.type === 'directory' && !before.local.has(above)
  return isBack || isBelowRestored(above, round)
}

function isMoved({ key }: Item, { destinations, facts }: Round): boolean {
  const to = destinations.get(key)
  return to !== undefined && 'path' in to && facts.after.local.has(upcase(to.path))
}

/** True when a run that was cut short had begun to clear away a directory for the file that takes its place. */
export function isHalfCleared(item: Item, { facts }: Pick<Round, 'facts'>): boolean {
  const { key, local, server } = item
  const state = classify(item)
  if (!facts.interrupted || local === undefined || server === undefined) return false
  if (typeof state !== 'number' || !isReplacement(state)) return false
  const side = local.info.type === 'directory' ? 'local' : 'server'
  const { before, after } = facts
  return [...before[side].keys()].some((one) => one !== key && isWithin(one, key) && !after[side].has(one))
}
