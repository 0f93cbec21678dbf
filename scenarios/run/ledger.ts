/** What the harness itself has seen of a client's items: the ground on which the oracle stands. */

import {
  type Arrangement,
  isWithin,
  sameItem,
  SETTABLE,
  type Ticks,
  type Tree,
  type TreeEntry,
  upcase,
} from '../../sim/mod.ts'
import {
  nextOriginals,
  type Opinion,
  type Original,
  originalsOf,
  type RoundFacts,
  type Trees,
} from '../judge/mod.ts'

/** The harness's own memory of one client, independent of any engine. */
export class Ledger {
  /** How each item was on both sides at its last good sync, by folded path. */
  originals: ReadonlyMap<string, Original> = new Map()
  /** When local items were deleted, by folded path. */
  readonly deletedAt: Map<string, Ticks> = new Map()
  /** States of conflicts that stand recorded, by folded path. */
  readonly conflicts: Map<string, number> = new Map()
  /** Items that a scenario put into a state which trees do not show, by folded path, with the reason in words. */
  readonly arranged: Map<string, string> = new Map()

  /** A copy for a fork of the stage. */
  fork(): Ledger {
    const copy = new Ledger()
    copy.originals = this.originals
    for (const [key, at] of this.deletedAt) copy.deletedAt.set(key, at)
    for (const [key, state] of this.conflicts) copy.conflicts.set(key, state)
    for (const [key, why] of this.arranged) copy.arranged.set(key, why)
    return copy
  }

  /** Takes two equal trees as the last good sync of everything in them. */
  takeBaseline(trees: Trees): void {
    this.originals = originalsOf(trees)
  }

  /** Notes which local items an edit removed. */
  noteDeletions(before: Tree, after: Tree, now: Ticks): void {
    for (const key of before.keys()) if (!after.has(key)) this.deletedAt.set(key, now)
    for (const key of after.keys()) this.deletedAt.delete(key)
  }

  /** Notes a state that a scenario brought about. */
  noteArrangement({ do: verb, path }: Arrangement): void {
    const key = upcase(path)
    this.arranged.set(key, `the scenario put it into a state by "${verb}"`)
    if (verb !== 'evict') return
    this.originals = new Map([...this.originals].filter(([known]) => !isWithin(known, key)))
  }

  /** Takes in what an application did online: where it left both copies the same, they are in sync. */
  noteOnline(before: Trees, after: Trees): void {
    const next = new Map(this.originals)
    const equal = originalsOf(after)
    for (const key of changedKeys(before, after)) {
      const [server, local] = [after.server.get(key), after.local.get(key)]
      const original = equal.get(key)
      if (server === undefined && local === undefined) next.delete(key)
      else if (original !== undefined && isSame(server, local)) next.set(key, original)
    }
    this.originals = next
  }

  /** Takes in what a round did. What it could not judge stays so until both copies are the same again. */
  takeRound(facts: RoundFacts, opinions: readonly Opinion[]): void {
    this.originals = nextOriginals(facts, opinions)
    for (const [key, why] of facts.unjudged ?? []) {
      if (isSame(facts.after.server.get(key), facts.after.local.get(key))) this.arranged.delete(key)
      else this.arranged.set(key, why)
    }
    for (const { path, state, change } of facts.conflicts) {
      if (change === 'removed') this.conflicts.delete(upcase(path))
      else this.conflicts.set(upcase(path), state)
    }
  }
}

/** Items that are not what they were, on either side. */
function changedKeys(before: Trees, after: Trees): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const side of ['server', 'local'] as const) {
    for (const [key, { info }] of before[side]) if (after[side].get(key)?.info !== info) keys.add(key)
    for (const key of after[side].keys()) if (!before[side].has(key)) keys.add(key)
  }
  return keys
}

function isSame(server: TreeEntry | undefined, local: TreeEntry | undefined): boolean {
  if (server === undefined || local === undefined) return server === local
  return sameItem(server, local, SETTABLE)
}
