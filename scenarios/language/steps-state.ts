/** Steps that bring an item of a client's cache into a state. */

import type { PinCategory } from '../../sim/mod.ts'
import type { OnClient, StepBase } from './steps-common.ts'

interface OfEntry extends StepBase, OnClient {
  readonly path: string
  /** It is refused with this Win32 code; without it, a refusal is a mistake of the scenario. */
  readonly fails?: number
}

/** Pins an item. */
export interface PinStep extends OfEntry {
  readonly do: 'pin'
  /** Default `user`. */
  readonly for?: PinCategory
  /** New items below take the pin as well. Default true for directories. */
  readonly inherit?: boolean
}

/** Takes a pin away; with flags, by a call of the method Unpin. */
export interface UnpinStep extends OfEntry {
  readonly do: 'unpin'
  /** Default `user`; flags say it themselves. */
  readonly for?: PinCategory
  /** The flags of a call of Unpin. */
  readonly flags?: number
  /** The call is about all that is below a directory. Default false: about it and the files directly in it. */
  readonly deep?: boolean
}

/** Calls the method DeleteItems. */
export interface DeleteItemsStep extends OfEntry {
  readonly do: 'delete-items'
  /** Default 0. */
  readonly flags?: number
  /** Who calls. Default: the first user. */
  readonly user?: string
  /** Whoever calls is an administrator. Default false. */
  readonly administrator?: boolean
}

/** The engine's service finds the link to a share slow. */
export interface FindSlowStep extends OfEntry {
  readonly do: 'find-slow'
}

/** Suspends a directory and all below it. */
export interface SuspendStep extends OfEntry {
  readonly do: 'suspend'
}

/** Releases a suspended directory. */
export interface ReleaseStep extends OfEntry {
  readonly do: 'release'
}

/** A range of bytes that is cached. */
export interface CachedRange {
  /** Bytes from the start of the file. */
  readonly at: number
  readonly bytes: number
}

/** The cached copy is incomplete. */
export interface SparseStep extends OfEntry {
  readonly do: 'sparse'
  /** Only these ranges are cached, in order, none over another; without them nothing is. */
  readonly present?: readonly CachedRange[]
}

/** Only the name is cached. */
export interface GhostStep extends OfEntry {
  readonly do: 'ghost'
}

/** The item is not cached any more. */
export interface EvictStep extends OfEntry {
  readonly do: 'evict'
}

/** The item is cached because it was used, not because it is pinned. */
export interface AutoCacheStep extends OfEntry {
  readonly do: 'auto-cache'
}

/** The cache has an entry without an original. */
export interface AdoptStep extends OfEntry {
  readonly do: 'adopt'
}

/** A step that brings an item of a client's cache into a state. */
export type StateStep =
  | PinStep
  | UnpinStep
  | DeleteItemsStep
  | FindSlowStep
  | SuspendStep
  | ReleaseStep
  | SparseStep
  | GhostStep
  | EvictStep
  | AutoCacheStep
  | AdoptStep
