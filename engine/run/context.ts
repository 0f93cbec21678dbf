/** What all parts of one run share. */

import type { ConflictEntry } from '../cache/mod.ts'
import type { Rules } from '../rules/mod.ts'
import type { Item } from './survey.ts'

/** What keeps a folder that was deleted here alive: something in it, at any depth. */
export interface Life {
  /** The client has never seen it. */
  readonly unseen: boolean
  /** A policy brings it back. */
  readonly back: boolean
}

/** One run of `Synchronize`. */
export interface RunContext {
  readonly rules: Rules
  /** Who calls. */
  readonly user: string
  /** By folded share, the user for whom it was taken up. */
  readonly owners: ReadonlyMap<string, string>
  /** Effective flags. */
  readonly flags: number
  readonly counts: { upperBound: number; current: number }
  /** True once the run is to stop: the caller has cancelled or aborted, or the records have failed. */
  cancelled: boolean
  /** The code with which the records of the cache have failed. */
  broken: number | undefined
  /** Results of items by folded path; the last attempt's. */
  readonly results: Map<string, number>
  /** Recorded conflicts by folded path. */
  readonly conflicts: Map<string, ConflictEntry>
  /** Items whose interrupted change cannot be looked at now, with the code why. */
  readonly unsettled: ReadonlyMap<string, number>
  /** Conflicts recorded or updated in this run. */
  readonly recorded: Map<string, number>
  /** Shares whose connection broke in this run, with the code their other items fail with (P9.8). */
  readonly lost: Map<string, number>
  /** What is alive in the folders planned so far. */
  readonly life: WeakMap<Item, Life>
}
