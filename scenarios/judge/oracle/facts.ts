/** What the oracle is told of one round, and what it says of each item: plain data. */

import type { FileInfo, Pins, Ticks } from '../../../sim/mod.ts'
import type { ConflictRecord, Trees } from '../result.ts'

/** What the harness saw of one item at its last good sync, the last moment both copies were the same. */
export interface Original {
  readonly server: FileInfo
  readonly local: FileInfo
  /** The item's own name as both sides spelled it: tells who respelled it since (P15.13). */
  readonly spelling: string
}

/** Everything the harness saw of one call of `Synchronize`. Maps and sets are keyed by folded path, see `upcase`. */
export interface RoundFacts {
  /** 32 bits, unsigned, as passed. */
  readonly flags: number
  /** UNC paths with backslashes, as passed. */
  readonly paths: readonly (string | null)[] | null
  readonly originals: ReadonlyMap<string, Original>
  readonly before: Trees
  readonly after: Trees
  /** The last ItemResult of each item that had one, as a Win32 code. */
  readonly results: ReadonlyMap<string, number>
  /** Items with an open conflict record before the round. */
  readonly conflictsBefore: ReadonlySet<string>
  /** Records published in the round, in order. */
  readonly conflicts: readonly ConflictRecord[]
  /** Pins of share roots. */
  readonly pins: ReadonlyMap<string, Pins>
  /** Folded names of servers the client cannot reach. */
  readonly unreachable: ReadonlySet<string>
  /** Cancelled, aborted or crashed: items may be missing, but none may be half done. */
  readonly interrupted: boolean
  /** What the call returned; `undefined` after a crash. */
  readonly returned: number | undefined
  /** Servers that keep times in steps of so many ticks, by folded name. */
  readonly timeSteps?: ReadonlyMap<string, Ticks>
  /** Items of which trees tell too little to judge them, with the reason in words. */
  readonly unjudged?: ReadonlyMap<string, string>
  /** When items were deleted on the client, which trees do not show; KEEPLATEST asks for it. */
  readonly deletedAt?: ReadonlyMap<string, Ticks>
}

/** What may become of one item. */
export interface Outcome {
  /** `local-copy`: it holds the content, compared attributes and last-write time the local copy had before. */
  readonly server: 'as-before' | 'local-copy' | 'gone'
  /** `server-copy`: likewise what the server had before. */
  readonly local: 'as-before' | 'server-copy' | 'gone'
  /** `none`: no record is open afterwards · `recorded`: added or updated · `untouched`: no word about it in this round. */
  readonly conflict: 'none' | 'recorded' | 'untouched'
  /** Both sides agree afterwards, and what is seen then becomes the original. */
  readonly settled: boolean
  /** The copy that is left counts as created on its side: the original is forgotten (P15.66, P15.72). */
  readonly forgets?: true
}

/** What the oracle says of one item. */
export interface Opinion {
  /** UNC path as stored. */
  readonly path: string
  /** OFFLINEFILES_SYNC_STATE number; `undefined` where the matrix has none, as for an item deleted on both sides. */
  readonly state: number | undefined
  readonly stateName: string
  /** The outcomes the reference allows; empty when the oracle has no opinion. */
  readonly allowed: readonly Outcome[]
  /** The allowed one that happened. */
  readonly outcome: Outcome | undefined
  /** One line: the state and what is allowed. */
  readonly words: string
  /** Ids it stands on. */
  readonly ids: readonly string[]
  /** A sentence: what happened instead; `undefined` when all is well. */
  readonly problem: string | undefined
}
