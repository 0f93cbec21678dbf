/** What the harness itself has seen of a client's items: the ground on which the oracle stands. */

import {
  type Arrangement,
  type CacheCall,
  isWithin,
  type Pins,
  sameItem,
  SETTABLE,
  type Ticks,
  type Tree,
  type TreeEntry,
  type UncPath,
  upcase,
} from '../../sim/mod.ts'
import {
  arranged,
  deletedEntries,
  edited,
  type EntryMarks,
  nextMarks,
  nextOriginals,
  type Opinion,
  type Original,
  originalsOf,
  type RoundFacts,
  settledMarks,
  type Trees,
  unpinnedMarks,
} from '../judge/mod.ts'

/** The harness's own memory of one client, independent of any engine. */
export class Ledger {
  /** How each item was on both sides at its last good sync, by folded path. */
  originals: ReadonlyMap<string, Original> = new Map()
  /** What trees do not show of entries: content that is not complete, pins, suspension; by folded path. */
  marks: ReadonlyMap<string, EntryMarks> = new Map()
  /** When local items were deleted, by folded path. */
  readonly deletedAt: Map<string, Ticks> = new Map()
  /** States of conflicts that stand recorded, by folded path. */
  readonly conflicts: Map<string, number> = new Map()

  /** Some round failed or was cut short: what an engine shows of entries may hang on how far it came. */
  isUnsure = false
  /** Some round was cut short, perhaps between a record and the event that tells of it. */
  #wasCutShort = false
  readonly #recordedBy = new Map<string, ReadonlySet<string>>()

  /** A copy for a fork of the stage. */
  fork(): Ledger {
    const copy = new Ledger()
    copy.originals = this.originals
    for (const [key, at] of this.deletedAt) copy.deletedAt.set(key, at)
    for (const [key, state] of this.conflicts) copy.conflicts.set(key, state)
    for (const [key, users] of this.#recordedBy) copy.#recordedBy.set(key, users)
    copy.marks = this.marks
    copy.isUnsure = this.isUnsure
    copy.#wasCutShort = this.#wasCutShort
    return copy
  }

  /** Items of whose conflict a user has a record (P15.52); `undefined` when nobody can tell. */
  conflictsOf(user: string): ReadonlySet<string> | undefined {
    if (this.#wasCutShort) return undefined
    return new Set([...this.#recordedBy].filter(([, users]) => users.has(user)).map(([key]) => key))
  }

  /** Takes two equal trees as the last good sync of everything in them. */
  takeBaseline(trees: Trees): void {
    this.originals = originalsOf(trees)
  }

  /**
   * Notes an edit of local items: what is gone by it, and what it says of entries no tree shows. What went that the edit did
   * not name was evicted: no copy of it is known.
   */
  noteEdit(
    trees: { readonly before: Tree; readonly after: Tree },
    { now, removed, named }: {
      readonly now: Ticks
      readonly removed: UncPath | undefined
      readonly named: readonly UncPath[]
    },
  ): void {
    const { before, after } = trees
    const evicted = new Set<string>()
    for (const key of before.keys()) {
      if (after.has(key)) continue
      if (named.some((path) => isWithin(key, path))) this.deletedAt.set(key, now)
      else evicted.add(key)
    }
    if (removed !== undefined && !after.has(upcase(removed))) this.deletedAt.set(upcase(removed), now)
    for (const key of after.keys()) this.deletedAt.delete(key)
    if (evicted.size > 0) this.#forget((known) => evicted.has(known))
    this.marks = edited({ marks: this.marks, originals: this.originals, pins: NO_PINS }, {
      ...trees,
      removed,
    })
  }

  /** Notes a state that a scenario brought about; `pins` are those of share roots. */
  noteArrangement(
    arrangement: Arrangement,
    trees: { readonly before: Trees; readonly after: Trees },
    pins: ReadonlyMap<string, Pins>,
  ): void {
    const key = upcase(arrangement.path)
    this.marks = arranged({ marks: this.marks, originals: this.originals, pins }, arrangement, trees)
    switch (arrangement.do) {
      case 'evict':
        this.#forget((known) => isWithin(known, key))
        for (const path of this.conflicts.keys()) if (isWithin(path, key)) this.#clear(path)
        return
      case 'adopt':
        this.#forget((known) => known === key)
        return
      case 'auto-cache':
      case 'pin':
        this.noteOnline(trees.before, trees.after)
        return
      default:
        return
    }
  }

  /** Notes a call of DeleteItems: with an entry goes all that is known of it, the record of its conflict too (P15.49). */
  noteDeleted(call: CacheCall, { before, after, pins }: Called): void {
    const memory = { marks: this.marks, originals: this.originals, pins }
    const gone = deletedEntries(memory, call, { before, after })
    this.#forget((key) => gone.has(key))
    this.marks = new Map([...this.marks].filter(([key]) => !gone.has(key)))
    for (const key of gone) {
      this.#clear(key)
      this.deletedAt.delete(key)
    }
  }

  /** Notes a call of Unpin. */
  noteUnpinned(
    call: Extract<CacheCall, { readonly method: 'Unpin' }>,
    { before, after, pins }: Called,
  ): void {
    const memory = { marks: this.marks, originals: this.originals, pins }
    this.marks = unpinnedMarks(memory, call, { before, after })
  }

  /** Takes in what an application did online: where it left both copies the same, they are in sync. */
  noteOnline(before: Trees, after: Trees): void {
    const next = new Map(this.originals)
    const marks = new Map(this.marks)
    const equal = originalsOf(after)
    for (const key of changedKeys(before, after)) {
      const [server, local] = [after.server.get(key), after.local.get(key)]
      const original = equal.get(key)
      if (server === undefined && local === undefined) {
        next.delete(key)
        marks.delete(key)
      } else if (original !== undefined && isSame(server, local)) {
        next.set(key, original)
        const own = marks.get(key)
        if (own !== undefined) marks.set(key, settledMarks(own))
      }
    }
    this.originals = next
    this.marks = marks
  }

  /** Takes in what a round did. */
  takeRound(facts: RoundFacts, opinions: readonly Opinion[]): void {
    this.#wasCutShort ||= facts.interrupted && facts.stopped !== true
    this.isUnsure ||= facts.interrupted || (facts.troubled?.size ?? 0) > 0
    this.originals = nextOriginals(facts, opinions)
    this.marks = nextMarks(facts, opinions)
    for (const { path, state, change } of facts.conflicts) {
      const key = upcase(path)
      if (change === 'removed') {
        this.#clear(key)
        continue
      }
      this.conflicts.set(key, state)
      this.#recordedBy.set(
        key,
        new Set([...this.#recordedBy.get(key) ?? [], ...(facts.user === undefined ? [] : [facts.user])]),
      )
    }
  }

  #clear(key: string): void {
    this.conflicts.delete(key)
    this.#recordedBy.delete(key)
  }

  #forget(which: (key: string) => boolean): void {
    this.originals = new Map([...this.originals].filter(([key]) => !which(key)))
  }
}

/** What a call found and left; `pins` are those of share roots. */
interface Called {
  readonly before: Trees
  readonly after: Trees
  readonly pins: ReadonlyMap<string, Pins>
}

const NO_PINS: ReadonlyMap<string, Pins> = new Map()

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
