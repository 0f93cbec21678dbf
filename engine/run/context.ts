/** What all parts of one run share. */

import type { PolicySettings, ProgressRequest } from '../../sim/port/mod.ts'
import type { ConflictEntry } from '../cache/mod.ts'
import type { Rules } from '../rules/mod.ts'
import type { Item } from './item.ts'

/** What a conflict handler has answered. */
export interface HandlerAnswer {
  /** A `CONFLICT_RESOLVE` number. */
  readonly resolution: number
  readonly newName?: string
}

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
  readonly settings: PolicySettings
  /** True when the caller has a conflict handler. */
  readonly hasHandler: boolean
  /** What the handler has answered so far, by folded path. */
  readonly answers: Map<string, HandlerAnswer>
  readonly counts: { upperBound: number; current: number }
  /** True once the run is to stop: the caller has cancelled or aborted, or the records have failed. */
  cancelled: boolean
  /** The code with which the records of the cache have failed. */
  broken: number | undefined
  /** Progress that has not been delivered yet (P15.34). */
  undelivered: readonly ProgressRequest[]
  /** The caller has said abort to something delivered while an item was worked on: no other is begun. */
  stopsNext: boolean
  /** Shares, by folded path, that may not be cached. */
  readonly uncacheable: Set<string>
  /** Results of items by folded path; the last attempt's. */
  readonly results: Map<string, number>
  /** Recorded conflicts by folded path. */
  readonly conflicts: Map<string, ConflictEntry>
  /** Items whose interrupted change cannot be looked at now, with the code why. */
  readonly unsettled: ReadonlyMap<string, number>
  /** Conflicts recorded or updated in this run, and what was recorded of them before it. */
  readonly recorded: Map<string, { readonly state: number; readonly before: ConflictEntry | undefined }>
  /** Shares whose connection broke in this run, with the code their other items fail with (P9.8). */
  readonly lost: Map<string, number>
  /** Items that were worked on for the sake of a link, with the directories above them (P15.74). */
  readonly touched: Set<string>
  /** What is alive in the folders planned so far. */
  life: WeakMap<Item, Life>
}
