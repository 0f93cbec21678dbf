/** How scenarios put items of an engine's cache into a state: pinned, suspended, sparse, ghost and so on. */

import type { Ticks, UncPath } from '../windows/mod.ts'
import type { AnySession } from './async-session.ts'
import type { PinCategory } from './engine.ts'
import type { ByteRange } from './values.ts'

/** A state of the cache to bring about. */
export type Arrangement =
  /** Marks an item as always available offline in one category; what it has not of its content it gets by a later sync. */
  | {
    readonly do: 'pin'
    readonly path: UncPath
    readonly category: PinCategory
    /** New children take the category over; without it directories hand it on and files do not (P6.1). */
    readonly inherit?: boolean
  }
  | { readonly do: 'unpin'; readonly path: UncPath; readonly category: PinCategory }
  /** Suspends a directory with all below it (SuspendRoot). */
  | { readonly do: 'suspend'; readonly path: UncPath }
  /** Takes a suspension back. */
  | { readonly do: 'release'; readonly path: UncPath }
  /** Makes a cached file incomplete: of its content only these ranges are there; a directory is incompletely listed. */
  | { readonly do: 'sparse'; readonly path: UncPath; readonly present: readonly ByteRange[] }
  /** Makes a cached file a mere name. */
  | { readonly do: 'ghost'; readonly path: UncPath }
  /** Takes an item without unsynchronized changes out of the cache, with all below it. */
  | { readonly do: 'evict'; readonly path: UncPath }
  /** Caches a server's file as automatic caching does when it is opened: unpinned, and first to be evicted. */
  | { readonly do: 'auto-cache'; readonly path: UncPath }
  /** Makes a cached item one without an original: the cache has never seen it equal to the server's. */
  | { readonly do: 'adopt'; readonly path: UncPath }

/** One state to bring about. */
export interface ArrangeCall {
  readonly user: string
  readonly arrangement: Arrangement
  /** The moment of the call, by the client's clock. */
  readonly now: Ticks
}

/**
 * Brings the state about; the result is 0, or the code the method of the cache would fail with: 2 for what is not cached
 * (P7.7), 267 to suspend a file (P7.5), 87 to release what is no suspended root (P7.6) and for a state the item cannot have
 * (P8.2, P8.5), 50 where the share or a file of that type must not be cached.
 */
export type ArrangeFace = (call: ArrangeCall) => AnySession<number>
