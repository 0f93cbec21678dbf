/** What the oracle is told of one round, and what it says of each item: plain data. */

import type { FileInfo, Pins, Ticks, TreeEntry } from '../../../sim/mod.ts'
import type { ConflictRecord, Trees } from '../result.ts'

/** What the harness saw of one item at its last good sync, the last moment both copies were the same. */
export interface Original {
  readonly server: FileInfo
  readonly local: FileInfo
  /** The item's own name as both sides spelled it: tells who respelled it since (P15.13). */
  readonly spelling: string
}

/** What the harness knows of one entry of the cache that trees do not show: because a scenario or a round brought it about. */
export interface EntryMarks {
  /** The entry is there, its content is not complete; `maybe`: there is perhaps such an entry, or none. */
  readonly sparse?: true | 'maybe'
  /** Only the name is cached, with what the server said of it. */
  readonly ghost?: true
  /** Not everything the server has in the directory is listed; it need not be here itself yet. */
  readonly unlisted?: true
  /** A clash of kinds was being settled here when a call was cut short: whoever was to win may still win (P15.4). */
  readonly contested?: true
  /** A file was created over a tombstone: should it be deleted, the tombstone counts as replaced (P15.24). */
  readonly overTombstone?: true
  /** A tombstone of a file that had been created over an older tombstone. */
  readonly replaced?: true
  /** The local copy as it was when the entry lost its original: as long as it is that, it is clean. */
  readonly adopted?: FileInfo
  /** A run found both copies the same and had nothing to do: whether that is the last good sync is not said. */
  readonly seen?: Original
  /** The root of a suspended tree. */
  readonly suspended?: true
  /** Pins of its own; without them the entry has what it inherits from its directory. */
  readonly pins?: Pins
  /** The next run with SYNCIN over the directory pins and fetches all of it (P15.12); `maybe`: it was cut short. */
  readonly pinsBelow?: 'yes' | 'maybe'
  /** A link pinned with PINLINKTARGETS whose target has had no final answer (P15.71); `maybe`: something failed on the way. */
  readonly linkPending?: true | 'maybe'
}

/** What a conflict handler answered about one item. */
export interface HandlerReply {
  /** Number of OFFLINEFILES_SYNC_CONFLICT_RESOLVE. */
  readonly resolution: number
  readonly newName?: string
}

/** One thing others did to one side of an item while the call ran. */
export interface Disturbance {
  readonly side: 'server' | 'local'
  /** The copy right before it, whoever wrote it, and right after. */
  readonly previous: TreeEntry | undefined
  readonly next: TreeEntry | undefined
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
  /** Those of them that the caller has a record of; records are kept by user (P15.52). Default: none is known. */
  readonly ownConflicts?: ReadonlySet<string>
  /** Records published in the round, in order. */
  readonly conflicts: readonly ConflictRecord[]
  /** Pins of share roots. */
  readonly pins: ReadonlyMap<string, Pins>
  /** Folded names of servers the client cannot reach. */
  readonly unreachable: ReadonlySet<string>
  /** The cache's disk was full at some moment of the call. */
  readonly crowded?: boolean
  /** Cancelled, aborted or crashed: items may be missing, but none may be half done. */
  readonly interrupted: boolean
  /** What the call returned; `undefined` after a crash. */
  readonly returned: number | undefined
  /** Servers that keep times in steps of so many ticks, by folded name. */
  readonly timeSteps?: ReadonlyMap<string, Ticks>
  /** What trees do not show of entries of the cache. */
  readonly marks?: ReadonlyMap<string, EntryMarks>
  /** A handler was passed; the last answer it gave about each item it was asked about. */
  readonly handler?: ReadonlyMap<string, HandlerReply>
  /** The policy `SyncConflictHandling` as the registry holds it: names to resolutions. */
  readonly policies?: Readonly<Record<string, number>>
  /** Patterns of names that are not cached. */
  readonly excludedTypes?: readonly string[]
  /** Folded paths of shares that must not be cached. */
  readonly uncacheable?: ReadonlySet<string>
  /** Who called; copies that keep all changes are named after the user. Default `alice`. */
  readonly user?: string
  /** What others did to items while the call ran, in order. */
  readonly disturbed?: ReadonlyMap<string, readonly Disturbance[]>
  /** The caller aborted or cancelled the run, and nothing else cut it short: what was not reported was not begun. */
  readonly stopped?: boolean
  /** Folded names of servers whose reach changed while the call ran. */
  readonly unsteady?: ReadonlySet<string>
  /** Folded paths about which some request of the engine failed otherwise than by finding nothing. */
  readonly troubled?: ReadonlySet<string>
  /** Offline Files was not running. */
  readonly inactive?: boolean
  /** When items were deleted on the client, which trees do not show; KEEPLATEST asks for it. */
  readonly deletedAt?: ReadonlyMap<string, Ticks>
}

/** What may become of one item. */
export interface Outcome {
  /** `local-copy`: it holds the content, compared attributes and last-write time the local copy had before. */
  readonly server: 'as-before' | 'local-copy' | 'gone'
  /** `server-copy`: likewise what the server had before · `sparse`: an entry whose content is not complete, or none. */
  readonly local: 'as-before' | 'server-copy' | 'gone' | 'sparse'
  /** `none`: no record is open afterwards · `recorded`: added or updated · `untouched`: no word about it in this round. */
  readonly conflict: 'none' | 'recorded' | 'untouched'
  /** Both sides agree afterwards, and what is seen then becomes the original. */
  readonly settled: boolean
  /** The copy that is left counts as created on its side: the original is forgotten (P15.66, P15.72). */
  readonly forgets?: true
  /** There is an entry here, without content, that waits for the server's copy. */
  readonly awaits?: true
  /** This side has all of the other's copy but the spelling of its name. */
  readonly misspelt?: 'server' | 'local'
  /** The item was reported, with this Win32 code. */
  readonly result?: number
  /** The item was not reported. */
  readonly silent?: true
  /** Never right: the conflict handler should have been asked, and was not. */
  readonly unasked?: true
}

/** What the oracle says of one item. */
export interface Opinion {
  /** The folded path; of names that differ in nothing but case, each has its own. */
  readonly key: string
  /** UNC path as stored. */
  readonly path: string
  /** OFFLINEFILES_SYNC_STATE number; `undefined` where the matrix has none, as for an item deleted on both sides. */
  readonly state: number | undefined
  readonly stateName: string
  /** The outcomes the reference allows, at least one. */
  readonly allowed: readonly Outcome[]
  /** The allowed one that happened. */
  readonly outcome: Outcome | undefined
  /** One line: the state and what is allowed. */
  readonly words: string
  /** Ids it stands on. */
  readonly ids: readonly string[]
  /** A sentence: what happened instead; `undefined` when all is well. */
  readonly problem: string | undefined
  /** Where others changed the item during the call: the copies as the call left them. */
  readonly left?: { readonly server: TreeEntry | undefined; readonly local: TreeEntry | undefined }
}
