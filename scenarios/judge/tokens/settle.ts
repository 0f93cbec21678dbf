/** Settles what has become of every token, once a sync is over. */

import { type UncPath, upcase } from '../../../sim/mod.ts'
import { copiesElsewhere, copiesInPlace, type Copy, hasCopy } from './copies.ts'
import { discardedBy, isContested } from './discarded.ts'
import type { Search, TokenFacts, TokenRound } from './search.ts'
import {
  atKeeper,
  cacheOf,
  type Fate,
  isAlive,
  isSamePath,
  type Keeper,
  keeperWords,
  type Tracked,
} from './token.ts'
import { whyWaiting } from './waiting.ts'

/**
 * Gives every token that is still alive its fate, by the trees afterwards and what is known of the sync. Before, the tokens
 * must have been led through everything that happened (`takeAct`, `followEvents`).
 *
 * A token is on both sides, or waits where it was written, or lies on one side and nothing is to come, or is in a kept copy
 * under another name. One that is nowhere any more was superseded, was discarded by somebody's explicit choice in a conflict,
 * or is lost.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { settleFates, takeAct } from 'csclab/scenarios'
 * import { Host, World } from 'csclab/sim'
 *
 * const world = new World()
 * world.addShare('\\\\hq\\docs')
 * const host = new Host(world)
 * const operation = { do: 'write', path: '\\\\hq\\docs\\plan.txt', bytes: new Uint8Array(3) } as const
 * const { code } = host.act('server', operation, { actor: 'server', scope: 'step 1' })
 * const act = { id: 'step 1', writer: 'server', keeper: 'server', operation, code, events: host.trace } as const
 *
 * const trees = { server: world.tree('server'), caches: new Map([['laptop', world.tree('cache')]]) }
 * const [token] = settleFates(takeAct([], act), { trees, round: undefined })
 * assert.equal(token?.fate?.kind, 'waiting')
 *
 * const [lost] = settleFates(takeAct([], act), { trees: { ...trees, server: new Map() }, round: undefined })
 * assert.equal(lost?.fate?.kind, 'lost')
 * ```
 */
export function settleFates(tracked: readonly Tracked[], facts: TokenFacts): readonly Tracked[] {
  return tracked.map((one) => isAlive(one) ? settle(one, facts, tracked) : one)
}

function settle(tracked: Tracked, facts: TokenFacts, all: readonly Tracked[]): Tracked {
  const search: Search = { tracked, all, facts, inPlace: copiesInPlace(tracked, facts.trees) }
  const elsewhere = isOutOfReach(search)
    ? copiesElsewhere(tracked, facts.trees, isOldFor(tracked, facts))
    : []
  const fate = fateOf(search, elsewhere)
  const isOld = facts.round === undefined && fate.kind === tracked.fate?.kind
  return {
    ...tracked,
    // Without a sync, nothing is known of the reason that was not known before.
    fate: isOld ? tracked.fate : fate,
    places: placesOf(search, elsewhere),
    wasShared: tracked.wasShared || isOnBoth(search.inPlace) || isOnBoth(elsewhere),
  }
}

/** The same bytes under a name that had them before the sync have nothing to do with a token, unless it was kept there. */
function isOldFor({ token, places }: Tracked, { round }: TokenFacts): (path: UncPath) => boolean {
  return (path) => {
    if ([...places.values()].some((place) => place.path === path)) return false
    if (round === undefined) return true
    const { server, local } = round.facts.before
    return hasCopy(server, path, token) || hasCopy(local, path, token)
  }
}

function isOnBoth(copies: readonly Copy[]): boolean {
  return copies.some(({ keeper }) => keeper === 'server') && copies.some(({ keeper }) => keeper !== 'server')
}

/** Everybody whose item is the token's by now: who has the bytes, and who is in sync with those that have. */
function placesOf({ tracked, inPlace, facts }: Search, elsewhere: readonly Copy[]): Tracked['places'] {
  const places = new Map(tracked.places)
  for (const { keeper, path } of [...elsewhere, ...inPlace]) places.set(keeper, { path, isWhole: true })
  if (facts.round === undefined || !places.has('server')) return places
  const cache = cacheOf(facts.round.client)
  const path = places.has(cache) ? undefined : syncedPath(tracked, facts.round)
  return path === undefined ? places : places.set(cache, { path, isWhole: false })
}

/** The item of a cache that has not a token's bytes, such as those of a named stream, but waits for nothing more. */
function syncedPath({ paths }: Tracked, { facts, originals }: TokenRound): UncPath | undefined {
  const key = upcase(paths.at(-1) ?? '')
  const original = originals.get(key)
  const [server, local] = [facts.after.server.get(key), facts.after.local.get(key)]
  if (original === undefined || server === undefined || local === undefined) return undefined
  return server.info === original.server && local.info === original.local ? local.path : undefined
}

function fateOf(search: Search, elsewhere: readonly Copy[]): Fate {
  const { tracked, inPlace } = search
  const isHome = inPlace.some(({ keeper }) => keeper === tracked.token.home)
  if (isHome && isOnBoth(inPlace)) return { kind: 'both', words: renamedWords(tracked, inPlace) }
  if (isOutOfReach(search)) {
    if (elsewhere.length > 0) return { kind: 'kept', words: `as ${placesWords(elsewhere)}` }
    const discarded = discardedBy(search)
    if (discarded !== undefined) return discarded
    if (inPlace.length === 0) return lost(search)
  }
  return isHome && !tracked.wasShared ? waiting(search) : onOneSide(search)
}

/**
 * True when the sync cannot bring a token any further: the two sides of the call have it no more. What another client has
 * written and not yet sent has no part in the call.
 */
function isOutOfReach({ tracked, inPlace, facts: { round } }: Search): boolean {
  const { token, wasShared } = tracked
  if (inPlace.length === 0) return true
  if (round === undefined) return false
  const sides: readonly Keeper[] = ['server', cacheOf(round.client)]
  if (inPlace.some(({ keeper }) => sides.includes(keeper))) return false
  return wasShared || sides.includes(token.home)
}

function waiting({ tracked: { token, paths }, facts: { round } }: Search): Fate {
  if (token.home === 'server' && token.stream !== undefined) {
    return { kind: 'one-side', words: 'on the server: caches keep no named streams' }
  }
  const why = round === undefined ? undefined : whyWaiting(token, paths.at(-1) ?? token.path, round)
  return { kind: 'waiting', words: `${atKeeper(token.home)}${why === undefined ? '' : `: ${why}`}` }
}

function onOneSide({ inPlace }: Search): Fate {
  return { kind: 'one-side', words: inPlace.map(({ keeper }) => atKeeper(keeper)).join(' and ') }
}

function renamedWords({ token }: Tracked, copies: readonly Copy[]): string {
  const others = copies.filter(({ path }) => !isSamePath(path, token.path))
  return others.length === 0 ? '' : `as ${placesWords(others)}`
}

/** `"\\hq\docs\plan (alice v1).txt" on the server and in the cache of laptop`. */
function placesWords(copies: readonly Copy[]): string {
  const byPath = new Map<UncPath, Keeper[]>()
  for (const { keeper, path } of copies) byPath.set(path, [...byPath.get(path) ?? [], keeper])
  return [...byPath].map(([path, keepers]) => `"${path}" ${keepers.map(atKeeper).join(' and ')}`).join(', ')
}

function lost(search: Search): Fate {
  const { takenAt, takenFrom, token } = search.tracked
  const whom = keeperWords(takenFrom ?? token.home)
  const words = takenAt === undefined ? 'nobody has them any more' : `${whom} had them last, until ${takenAt}`
  return { kind: 'lost', words, ids: isContested(search) ? ['SYNC-33'] : [] }
}
