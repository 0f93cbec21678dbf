/** The methods of the cache beside `Synchronize` that scenarios call with flags of their own, and how an engine takes them. */

import type { UncPath } from '../windows/mod.ts'
import type { AnySession } from './async-session.ts'

/** One call; `flags` are passed as the caller gave them, 32 bits, unsigned. */
export type CacheCall =
  /** Takes items out of the cache; the server is not touched. Only an administrator may pass the flag ADMIN. */
  | {
    readonly method: 'DeleteItems'
    readonly paths: readonly UncPath[]
    readonly flags: number
    readonly user: string
    readonly administrator: boolean
  }
  /** Takes the pins away that the flags name; of a directory from the files directly in it or, `deep`, from all below it. */
  | {
    readonly method: 'Unpin'
    readonly paths: readonly UncPath[]
    readonly flags: number
    readonly deep: boolean
    readonly user: string
  }

/** Runs one call; the result is the method's uint32 return value. */
export type CacheCallFace = (call: CacheCall) => AnySession<number>

/**
 * What the engine's service does once it finds the link to a share slow: it takes the share offline for that reason (3), or
 * leaves it online while a program has a file of it open, and writes that into its log. The result is 0, or the code why it
 * could not find out.
 */
export type SlowLinkFace = (share: UncPath) => AnySession<number>
