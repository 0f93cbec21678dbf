/** One round as the rules look at it: its items in order, and what lies below each of them. */

import { ERROR, parentOf, partsOf, upcase } from '../../../sim/mod.ts'
import type { Tree } from '../../../sim/mod.ts'
import { type Call, readCall, type Reason } from './call.ts'
import { classify, type Item, localCondition } from './classify.ts'
import type { EntryMarks, RoundFacts } from './facts.ts'
import { copyItems, destinations } from './copies.ts'
import { hasStrayPolicy } from './decide.ts'
import type { Destination } from './keep-all.ts'
import { type Target, targetsOf } from './links.ts'
import { isPinned, isSuspended, marksOf, pinsOf } from './marks.ts'
import { isForFill, resolutionOf } from './outcomes.ts'

/** Paths by a condition: an ancestor of one of them has such an item below. */
type Below = ReadonlySet<string>

/** A round, read. */
export interface Round {
  readonly facts: RoundFacts
  readonly call: Call
  /** Every item there was before or is now, parents first. */
  readonly items: readonly Item[]
  /** Where the local copies of conflicts go of which all changes are to be kept. */
  readonly destinations: ReadonlyMap<string, Destination>
  /** Items that links of this round lead to. */
  readonly targets: ReadonlyMap<string, Target>
  readonly below: {
    /** Something is on the server, or in the cache, after the round. */
    readonly server: Below
    readonly local: Below
    /** Something the client never knew was on the server before, or is there after the round. */
    readonly unknownBefore: Below
    readonly unknownAfter: Below
    /** Something was on the client before; it was made there; it was in conflict. */
    readonly localBefore: Below
    readonly created: Below
    readonly conflict: Below
    /** Something failed. */
    readonly failed: Below
  }
}

/** Reads a round. */
export function readRound(facts: RoundFacts): Round {
  const { before, after, originals } = facts
  const published = facts.conflicts.map(({ path }) => upcase(path))
  const keys = new Set([
    ...before.server.keys(),
    ...before.local.keys(),
    ...originals.keys(),
    ...after.server.keys(),
    ...after.local.keys(),
    ...facts.results.keys(),
    ...cachedByMark(facts),
    ...published,
  ])
  const call = callOf(facts)
  const plain = [...keys].filter((key) => partsOf(key).length > 1 || facts.results.has(key))
    .sort(parentsFirst).map((key) => itemAt(facts, key))
  const found = destinations(plain, { call, facts })
  const copies = new Map(copyItems(found, facts).map((copy) => [copy.key, copy]))
  const items = [...plain.filter(({ key }) => !copies.has(key)), ...copies.values()].sort((a, b) =>
    parentsFirst(a.key, b.key)
  )
  const unknown = (tree: Tree): string[] =>
    [...tree.keys()].filter((key) =>
      !originals.has(key) && !before.local.has(key) && !isEntry(marksOf(key, facts))
    )
  const those = (wanted: (item: Item) => boolean): Below => above(items.filter(wanted).map(({ key }) => key))
  const round: Round = {
    facts,
    call,
    items,
    destinations: found,
    targets: new Map(),
    below: {
      server: above(after.server.keys()),
      local: above(after.local.keys()),
      unknownBefore: above(unknown(before.server)),
      unknownAfter: above(unknown(after.server)),
      localBefore: above(before.local.keys()),
      created: those(isCreation),
      conflict: those((item) => isConflict(item)),
      failed: above([...facts.results].filter(([, code]) => code !== ERROR.SUCCESS).map(([key]) => key)),
    },
  }
  return { ...round, targets: targetsOf(items, round) }
}

/** A value of the machine's setting that no UNC path names makes every call fail (P15.53, P15.75). */
function callOf(facts: RoundFacts): Call {
  const call = readCall(facts.paths, facts.flags)
  if (call.refusal !== undefined || !hasStrayPolicy(facts)) return call
  const why = 'a setting of the machine is named by no UNC path'
  return { ...call, refusal: { code: ERROR.INVALID_PARAMETER, why, ids: ['P15.53', 'P15.75'] } }
}

/** True for an item made on the client: new work, which no policy for conflicts discards (P15.6, P15.43). */
export function isCreation(item: Item): boolean {
  const condition = localCondition(item)
  return condition === 'file, created offline' || condition === 'directory, created offline'
}

/** Why nothing may happen to an item in a state at all; `undefined` when the call is to work on it. */
export function whyIdle(
  item: Item,
  { state, round }: { readonly state: number | undefined; readonly round: Round },
): Reason | undefined {
  const { facts, call } = round
  if (call.refusal !== undefined) {
    return { ...call.refusal, isSilent: true, why: `the call is refused, ${call.refusal.why}` }
  }
  if (facts.inactive === true || facts.returned === ERROR.SERVICE_NOT_ACTIVE) {
    return { isSilent: true, why: 'Offline Files is not active', ids: ['P1.21'] }
  }
  const server = partsOf(item.key)[0] ?? ''
  if (facts.unreachable.has(server) && facts.unsteady?.has(server) !== true) {
    return { why: 'the server cannot be reached', ids: ['P2.23', 'P9.7'] }
  }
  if (call.skipSuspended && isSuspended(item.key, facts)) {
    return {
      isSilent: true,
      why: 'it lies in a suspended tree, which the call leaves out',
      ids: ['SYNC-26', 'P7.1'],
    }
  }
  if (call.in || call.out) return undefined
  const isPinnedGhost = item.marks.ghost === true && isPinned(pinsOf(item.key, facts))
  if (call.fill && (isForFill(state) || isPinnedGhost)) return undefined
  return call.fill
    ? { why: 'the call only fills sparse files', ids: ['SYNC-03', 'P2.13'] }
    : { isSilent: true, why: 'the call names no direction', ids: ['P1.4'] }
}

function isConflict(item: Item): boolean {
  const state = classify(item)
  return typeof state === 'number' && resolutionOf(state) !== undefined
}

/** Entries of the cache that trees need not show. */
function cachedByMark({ marks }: RoundFacts): readonly string[] {
  return [...marks ?? []].filter(([, one]) => isEntry(one)).map(([key]) => key)
}

function isEntry({ sparse, ghost, unlisted }: EntryMarks): boolean {
  return sparse === true || ghost === true || unlisted === true
}

function itemAt(facts: RoundFacts, key: string): Item {
  const { before, after } = facts
  const [server, local] = [before.server.get(key), before.local.get(key)]
  const now = after.server.get(key) ?? after.local.get(key)
  const path = (local ?? server ?? now)?.path ?? key
  return { key, path, server, local, original: facts.originals.get(key), marks: marksOf(key, facts) }
}

/** All ancestors of some paths. */
function above(keys: Iterable<string>): Below {
  const found = new Set<string>()
  for (const key of keys) {
    for (let up = parentOf(key); up !== undefined && !found.has(up); up = parentOf(up)) found.add(up)
  }
  return found
}

/** Orders folded paths name by name, as listings do. */
function parentsFirst(a: string, b: string): number {
  const [x, y] = [a.replaceAll('\\', '\0'), b.replaceAll('\\', '\0')]
  return x < y ? -1 : x > y ? 1 : 0
}
