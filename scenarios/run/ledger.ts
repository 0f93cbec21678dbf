/** What the harness itself has seen of a scenario's items: the ground on which the oracle stands. */

import { type Pins, type Ticks, type Tree, upcase } from '../../sim/mod.ts'
import { type ConflictRecord, type Original, originalsOf, type Trees } from '../judge/mod.ts'

/** The harness's own memory, independent of any engine. */
export class Ledger {
  /** How each item was on both sides at its last good sync, by folded path. */
  originals: ReadonlyMap<string, Original> = new Map()
  /** When local items were deleted, by folded path. */
  readonly deletedAt: Map<string, Ticks> = new Map()
  /** States of conflicts that stand recorded, by folded path. */
  readonly conflicts: Map<string, number> = new Map()
  /** Pins of share roots, by folded path. */
  readonly pins: Map<string, Pins> = new Map()

  /** Takes two equal trees as the last good sync of everything in them. */
  takeBaseline(trees: Trees): void {
    this.originals = originalsOf(trees)
  }

  /** Notes which local items an edit removed. */
  noteDeletions(before: Tree, after: Tree, now: Ticks): void {
    for (const key of before.keys()) if (!after.has(key)) this.deletedAt.set(key, now)
    for (const key of after.keys()) this.deletedAt.delete(key)
  }

  /** Follows the conflict records that a round published. */
  noteConflicts(records: readonly ConflictRecord[]): void {
    for (const { path, state, change } of records) {
      if (change === 'removed') this.conflicts.delete(upcase(path))
      else this.conflicts.set(upcase(path), state)
    }
  }
}
