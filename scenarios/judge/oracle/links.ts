/** Targets of links: which items a run with PINLINKTARGETS pins and fetches because a link to them is pinned. */

import {
  ERROR,
  isWithin,
  nameOf,
  partsOf,
  readShellLink,
  shareOf,
  ShellLinkError,
  type ShellLinkTarget,
  shellLinkTarget,
  upcase,
} from '../../../sim/mod.ts'
import { classify, type Item } from './classify.ts'
import type { EntryMarks, RoundFacts } from './facts.ts'
import { isExcluded, isLeftOut, isPinnedNew } from './pins.ts'
import { LOST } from './outcomes.ts'
import type { Round } from './round.ts'

/** An item that a link leads to. */
export interface Target {
  /** Folded path of the link. */
  readonly link: string
  /** The link itself was surely pinned, and the run went on after it. */
  readonly isSure: boolean
  readonly note: string
}

/** Codes with which the question about a target is settled: it is pinned, or missing, or must not be cached (P15.71). */
const FINAL: readonly number[] = [ERROR.SUCCESS, ERROR.FILE_NOT_FOUND, ERROR.NOT_SUPPORTED]

/** Why a link has no target to fetch: for good, or only in this run (P15.71). */
type Miss = 'final' | 'for now'

/** The targets of a round's links, by folded path. */
export function targetsOf(items: readonly Item[], round: Round): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>()
  if (!round.call.pinTargets) return targets
  for (const item of items) {
    const answer = pinsLink(item, round)
    const found = answer === 'no' ? 'final' : answerTo(item, round)
    if (typeof found === 'string' || targets.has(found.key)) continue
    const { results, interrupted } = round.facts
    const isPending = item.marks.linkPending !== undefined
    const isPinnedNow = isPending || results.get(item.key) === 0
    const isSure = answer === 'yes' && item.marks.linkPending !== 'maybe' && !interrupted && isPinnedNow &&
      !isTroubled(found.key, round.facts) &&
      round.facts.disturbed?.has(item.key) !== true
    targets.set(found.key, {
      link: item.key,
      isSure,
      note: `"${nameOf(item.path)}" leads to it`,
    })
  }
  return targets
}

/** The mark of a link after a round that asked where it leads; `undefined` when the question is settled. */
export function pendingAfter(item: Item, round: Round): EntryMarks['linkPending'] {
  if (pinsLink(item, round) === 'no') return item.marks.linkPending
  const found = answerTo(item, round)
  if (typeof found === 'string') return found === 'for now' ? true : undefined
  const { after, results, originals, disturbed } = round.facts
  // Overwritten by an application, or asked in vain, nobody can say whether the link still leads anywhere.
  const isDoubtful = disturbed?.has(item.key) === true || item.marks.linkPending === 'maybe'
  const result = results.get(found.key)
  if (result !== undefined) {
    if (FINAL.includes(result)) return undefined
    return isDoubtful || LOST.includes(result) ? 'maybe' : true
  }
  if (after.local.has(found.key) || originals.has(found.key)) return undefined
  return isDoubtful || isTroubled(found.key, round.facts) ? 'maybe' : true
}

/** Something failed on the way to an item: its share, a directory above it, or itself. */
function isTroubled(key: string, { troubled = new Set() }: RoundFacts): boolean {
  return [...troubled].some((path) => isWithin(key, path))
}

/** True for the name of a link (P6.11). */
export function isLinkName(path: string): boolean {
  return upcase(path).endsWith('.LNK')
}

/** Whether a run pins a link: as a new item, or because its question is still open (P6.10, P15.25). */
function pinsLink(item: Item, round: Round): 'yes' | 'no' | 'maybe' {
  if (!isLinkName(item.path) || !round.call.covers(item.key) || isLeftOut(item.key, round)) return 'no'
  if ((item.server ?? item.local)?.info.type !== 'file') return 'no'
  if (item.marks.linkPending !== undefined) return 'yes'
  const state = classify(item)
  if (state !== 30 && state !== 32) return 'no'
  return isExcluded(item.path, round.facts) ? 'no' : isPinnedNew(item, { ...round, targets: new Map() }).is
}

/** Where a link leads, as far as there is something to pin. */
function answerTo(item: Item, round: Round): { readonly key: string } | Miss {
  const { facts } = round
  const target = targetIn(item)
  if (target === undefined) return 'final'
  const { path, kind } = target
  const key = upcase(path)
  const isGone = facts.originals.has(key) && !facts.before.local.has(key) &&
    facts.marks?.get(key)?.ghost !== true
  if (key === item.key || isGone || isExcluded(path, facts)) return 'final'
  if (facts.uncacheable?.has(upcase(shareOf(path))) === true) return 'final'
  if (isLeftOut(key, round)) return 'for now'
  // Where no server can be asked, the link itself says what it led to when it was made (P6.9).
  if (facts.unreachable.has(partsOf(key)[0] ?? '')) return kind === 'directory' ? 'final' : 'for now'
  const there = facts.before.server.get(key) ?? facts.after.server.get(key)
  return there?.info.type === 'file' ? { key } : 'final'
}

/** What a link names; `undefined` for one that is malformed or leads to no share (P6.8). */
function targetIn({ server, local }: Item): ShellLinkTarget | undefined {
  const content = (server ?? local)?.content
  if (content === undefined) return undefined
  try {
    return shellLinkTarget(readShellLink(content.bytes()))
  } catch (error) {
    if (error instanceof ShellLinkError) return undefined
    throw error
  }
}

/** Whether a directory holds a target: one that came brings it along as a plain entry (P15.74), another one may have. */
export function holdsTarget(
  key: string,
  targets: ReadonlyMap<string, Target>,
  { after }: RoundFacts,
): 'yes' | 'maybe' | 'no' {
  const below = [...targets.keys()].filter((target) => target !== key && isWithin(target, key))
  return below.some((target) => after.local.has(target)) ? 'yes' : below.length > 0 ? 'maybe' : 'no'
}
