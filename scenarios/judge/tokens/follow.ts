/** Follows tokens through what happened: whose copy came, changed, moved or went, event by event. */

import { type Effect, type TraceEvent, type UncPath, upcase } from '../../../sim/mod.ts'
import { holds, isAlive, type Keeper, keeperOf, type Place, type Tracked } from './token.ts'

/** An effect on a file or directory. */
type ItemEffect = Exclude<Effect, { readonly effect: 'record' }>

/**
 * Takes in events in which nobody wrote on purpose: what an engine did, or a program that only read.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { followEvents } from 'csclab/scenarios'
 *
 * assert.deepEqual(followEvents([], []), [])
 * ```
 */
export function followEvents(
  tracked: readonly Tracked[],
  events: readonly TraceEvent[],
): readonly Tracked[] {
  if (events.length === 0 || !tracked.some(isAlive)) return tracked
  const followed = [...tracked]
  let near = byPath(followed)
  for (const { effects, address } of events) {
    for (const effect of effects) {
      if (effect.effect === 'record') continue
      const isMove = effect.effect === 'move'
      for (const i of isMove ? followed.keys() : near.get(upcase(effect.path)) ?? []) {
        const one = followed[i]
        if (one !== undefined) followed[i] = follow(one, effect, address)
      }
      if (isMove) near = byPath(followed)
    }
  }
  return followed
}

/** The places in a list of those that are alive, by the folded paths they have or had. */
function byPath(tracked: readonly Tracked[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [i, one] of tracked.entries()) {
    if (!isAlive(one)) continue
    const paths = [...one.paths, ...[...one.places.values()].map(({ path }) => path)]
    for (const key of new Set(paths.map(upcase))) {
      const list = found.get(key)
      if (list === undefined) found.set(key, [i])
      else list.push(i)
    }
  }
  return found
}

function follow(tracked: Tracked, effect: ItemEffect, address: string): Tracked {
  const keeper = keeperOf(effect)
  const place = tracked.places.get(keeper)
  switch (effect.effect) {
    case 'put':
      return followPut(tracked, effect, address)
    case 'gone':
      return place?.path === effect.path ? moved(tracked, { keeper, place: undefined, address }) : tracked
    case 'move': {
      if (place === undefined || !isAlive(tracked)) return tracked
      if (place.path === effect.to) return moved(tracked, { keeper, place: undefined, address })
      const path = movedPath(place.path, effect.path, effect.to)
      return path === undefined ? tracked : moved(tracked, { keeper, place: { ...place, path }, address })
    }
  }
}

function followPut(
  tracked: Tracked,
  effect: ItemEffect & { readonly effect: 'put' },
  address: string,
): Tracked {
  const { token, places, paths } = tracked
  const keeper = keeperOf(effect)
  const place = places.get(keeper)
  const isThere = place?.path === effect.path
  if (!isThere) {
    const key = upcase(effect.path)
    if (!paths.some((path) => upcase(path) === key)) return tracked
  }
  if (holds(effect, token)) {
    return isThere && place.isWhole
      ? tracked
      : moved(tracked, { keeper, place: { path: effect.path, isWhole: true }, address })
  }
  return isThere && place.isWhole
    ? moved(tracked, { keeper, place: { path: effect.path, isWhole: false }, address })
    : tracked
}

/** Puts a token's place at a keeper anew, or takes it away; remembers who had the last whole copy. */
function moved(
  tracked: Tracked,
  { keeper, place, address }: {
    readonly keeper: Keeper
    readonly place: Place | undefined
    readonly address: string
  },
): Tracked {
  const places = new Map(tracked.places)
  if (place === undefined) places.delete(keeper)
  else places.set(keeper, place)
  const wasWhole = tracked.places.get(keeper)?.isWhole === true
  const isLast = wasWhole && ![...places.values()].some(({ isWhole }) => isWhole)
  return { ...tracked, places, ...(isLast ? { takenAt: address, takenFrom: keeper } : {}) }
}

/** Where a path leads once `from` is called `to`; `undefined` when it does not lie there. */
export function movedPath(path: UncPath, from: UncPath, to: UncPath): UncPath | undefined {
  if (path === from) return to
  return path.startsWith(`${from}\\`) ? to + path.slice(from.length) : undefined
}
