/** What others did to files while a call was under way, as the trace tells it: item by item, side by side, in order. */

import {
  type Effect,
  FIRST_CLIENT,
  isWithin,
  itemAt,
  partsOf,
  type TraceEvent,
  type Tree,
  type TreeEntry,
  uncOf,
  upcase,
} from '../../sim/mod.ts'
import type { Disturbance, Trees } from '../judge/mod.ts'

/** What others did, and the digests of all they wrote. */
export interface Disturbances {
  readonly items: ReadonlyMap<string, readonly Disturbance[]>
  readonly contents: ReadonlySet<string>
}

type FileEffect = Exclude<Effect, { readonly effect: 'record' }>

/** Finds what others did among the events of a call on a client. */
export function disturbancesIn(
  events: readonly TraceEvent[],
  { before, client }: { readonly before: Trees; readonly client: string },
): Disturbances {
  const items = new Map<string, Disturbance[]>()
  const contents = new Set<string>()
  if (events.every(({ actor, effects }) => actor === 'engine' || effects.length === 0)) {
    return { items, contents }
  }
  const sides = { server: new Overlay(before.server), local: new Overlay(before.local) }
  for (const { actor, effects } of events) {
    for (const effect of effects) {
      if (effect.effect === 'record') continue
      if (effect.on === 'cache' && (effect.client ?? FIRST_CLIENT) !== client) continue
      const side = effect.on === 'server' ? 'server' : 'local'
      for (const { key, previous, next } of sides[side].apply(effect)) {
        if (actor === 'engine' || isOnlyTouched(previous, next)) continue
        items.set(key, [...items.get(key) ?? [], { side, previous, next }])
        if (next?.content !== undefined) contents.add(next.content.digest())
      }
    }
  }
  return { items, contents }
}

/** A directory in which something came or went has other times; that is no change of its own. */
function isOnlyTouched(previous: TreeEntry | undefined, next: TreeEntry | undefined): boolean {
  return next?.info.type === 'directory' && previous?.info.type === 'directory' &&
    previous.path === next.path && previous.info.attributes === next.info.attributes
}

interface Change {
  readonly key: string
  readonly previous: TreeEntry | undefined
  readonly next: TreeEntry | undefined
}

/** A tree with what has happened to it since. */
class Overlay {
  readonly #tree: Tree
  readonly #since = new Map<string, TreeEntry | undefined>()

  constructor(tree: Tree) {
    this.#tree = tree
  }

  apply(effect: FileEffect): readonly Change[] {
    switch (effect.effect) {
      case 'put': {
        const { path, info, content } = effect
        return [this.#set(this.#keyOf(path), { path, info, content })]
      }
      case 'gone':
        return [this.#set(this.#keyOf(effect.path), undefined)]
      case 'move':
        return this.#move(effect.path, effect.to)
    }
  }

  #move(from: string, to: string): readonly Change[] {
    const depth = partsOf(from).length
    const moved = [...new Set([...this.#tree.keys(), ...this.#since.keys()])].filter((key) =>
      isWithin(key, upcase(from))
    ).flatMap((key) => {
      const entry = this.#at(key)
      return entry === undefined ? [] : [{ key, entry }]
    })
    const gone = moved.map(({ key }) => this.#set(key, undefined))
    const come = moved.map(({ entry }) => {
      const path = uncOf([...partsOf(to), ...partsOf(entry.path).slice(depth)])
      return this.#set(upcase(path), { ...entry, path })
    })
    return [...gone, ...come]
  }

  #set(key: string, next: TreeEntry | undefined): Change {
    const previous = this.#at(key)
    this.#since.set(key, next)
    return { key, previous, next }
  }

  #at(key: string): TreeEntry | undefined {
    return this.#since.has(key) ? this.#since.get(key) : this.#tree.get(key)
  }

  /** Where names differ in nothing but case, the key of the one that is spelled so. */
  #keyOf(path: string): string {
    const twin = itemAt(this.#tree, path)
    const key = upcase(path)
    return twin === undefined || twin.path !== path || this.#tree.get(key) === twin
      ? key
      : `${key}\0${path.slice(path.lastIndexOf('\\') + 1)}`
  }
}
