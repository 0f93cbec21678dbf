/**
 * Items that others changed while the call ran: the call may have worked on them before or after each of those changes, but
 * on no mixture of two versions.
 */

import { childOf, nameOf, parentOf, type TreeEntry } from '../../../sim/mod.ts'
import type { Item } from './classify.ts'
import { differences } from './compare.ts'
import type { Disturbance, RoundFacts } from './facts.ts'

/** Both copies of an item at one moment. */
export interface Copies {
  readonly server: TreeEntry | undefined
  readonly local: TreeEntry | undefined
}

/** One order in which things may have happened. */
export interface Version {
  /** The item as the call met it. */
  readonly item: Item
  /** The copies as the call left them. */
  readonly left: Copies
  /** Why there are others. */
  readonly note?: string
}

const OTHERS = 'others changed it during the call, which may have met it before or after'

/** Every order that fits what is there now; the one as if nobody had disturbed the call comes first. */
export function versionsOf(item: Item, facts: RoundFacts): readonly [Version, ...Version[]] {
  const { before, after } = facts
  const now: Copies = { server: after.server.get(item.key), local: after.local.get(item.key) }
  if (item.copyOf !== undefined) return copyVersions(item, item.copyOf.key, { facts, now })
  const changes = facts.disturbed?.get(item.key) ?? []
  if (changes.length === 0) return [{ item, left: now }]
  const start: Copies = { server: before.server.get(item.key), local: before.local.get(item.key) }
  const versions = [...changes.keys(), changes.length].flatMap((at) => {
    const met = changes.slice(0, at).reduce(
      (copies, { side, next }) => ({ ...copies, [side]: next }),
      start,
    )
    const left = leftBefore(changes.slice(at), now)
    return left === undefined ? [] : [{ item: { ...item, ...met }, left, note: OTHERS }]
  })
  const last = changes.reduce((copies, { side, next }) => ({ ...copies, [side]: next }), start)
  const [first = { item: { ...item, ...last }, left: now, note: OTHERS }, ...others] = versions
  return [first, ...others]
}

/**
 * A copy is of the file as it was before somebody wrote it under its old name, or after that; and what others do under its new
 * name comes on top of it.
 */
function copyVersions(
  item: Item,
  from: string,
  { facts, now }: { readonly facts: RoundFacts; readonly now: Copies },
): readonly [Version, ...Version[]] {
  const own = facts.disturbed?.get(item.key) ?? []
  const lefts = [...own.keys()].flatMap((at) => leftBefore(own.slice(at), now) ?? [])
  const sources = (facts.disturbed?.get(from) ?? []).filter(({ side }) => side === 'local')
  const items = [item, ...sources.map(({ next }) => ({ ...item, local: movedTo(item.path, next) }))]
  const others = items.flatMap((one) => [...lefts, now].map((left) => ({ item: one, left, note: OTHERS })))
  return own.length + sources.length === 0
    ? [{ item, left: now }]
    : [others[0] ?? { item, left: now }, ...others.slice(1)]
}

/** A copy under a new folder keeps its own name. */
function movedTo(path: string, entry: TreeEntry | undefined): TreeEntry | undefined {
  return entry === undefined
    ? undefined
    : { ...entry, path: childOf(parentOf(path) ?? '', nameOf(entry.path)) }
}

/** What the call left before further changes; `undefined` when it has changed something after them. */
function leftBefore(later: readonly Disturbance[], now: Copies): Copies | undefined {
  let left = now
  for (const side of ['server', 'local'] as const) {
    const own = later.filter((change) => change.side === side)
    const [first, last] = [own[0], own.at(-1)]
    if (first === undefined || last === undefined) continue
    if (!isSame(now[side], last.next)) return undefined
    left = { ...left, [side]: first.previous }
  }
  return left
}

function isSame(a: TreeEntry | undefined, b: TreeEntry | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return differences(a, b, { untouched: true, spellings: [nameOf(b.path)] }).length === 0
}
