/** The values that requests and replies carry: file information, listings, content, settings. */

import type { Ticks, UncPath } from '../windows/mod.ts'

/** Which volume a request is about: the file server's, or the client's disk that holds the cached copies. */
export type Side = 'server' | 'cache'

/** What lies under a name. */
export type ItemType = 'file' | 'directory'

/** The four times of an item, each a moment in ticks of 100 ns. */
export interface Times {
  readonly creation: Ticks
  /** Data last written. */
  readonly lastWrite: Ticks
  /** Data or attributes last changed; only the volume sets it. */
  readonly change: Ticks
  readonly lastAccess: Ticks
}

/** What a volume knows of one item. Frozen: a changed item has a new one, so identity means "unchanged". */
export interface FileInfo {
  readonly type: ItemType
  /** Attribute bits, see `ATTRIBUTE`; DIRECTORY is set for directories and only for them. */
  readonly attributes: number
  /** Bytes of the unnamed stream; 0 for a directory. */
  readonly size: number
  readonly times: Times
  /** Number of the item on its volume: survives renames, is never given to a second item. */
  readonly id: number
}

/** A run of bytes of a file. */
export interface ByteRange {
  /** Bytes from the start of the file. */
  readonly offset: number
  /** Bytes, at least 1. */
  readonly length: number
}

/** A named stream of a file. */
export interface StreamEntry {
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/** One line of a directory listing. */
export interface DirEntry {
  /** The name as stored. */
  readonly name: string
  /** The name as compared: see `upcase`. Listings are sorted by it. */
  readonly key: string
  readonly info: FileInfo
  /** What the user who asks may not do with it; left out where the user may do everything. */
  readonly denied?: readonly Right[]
}

/** What rights are about: seeing a directory's names, reading a file, changing either. */
export type Right = 'list' | 'read' | 'write'

/** All rights. */
export const RIGHTS: readonly Right[] = ['list', 'read', 'write']

/**
 * What a change expects to find under the name it is about to change, checked in the same event as the change:
 * `any` nothing in particular · `absent` no item · an object: an item that still has exactly these values.
 */
export type Expectation = 'any' | 'absent' | ExpectedItem

/** The values that must still hold; those left out are not looked at. */
export interface ExpectedItem {
  readonly type?: ItemType
  readonly id?: number
  readonly size?: number
  readonly attributes?: number
  readonly lastWrite?: Ticks
  readonly change?: Ticks
}

/** Attributes and times to set; what is left out stays as it is. The change time always becomes the present. */
export interface InfoChange {
  /** The settable bits (`SETTABLE`); all others keep their value. */
  readonly attributes?: number
  readonly creation?: Ticks
  readonly lastWrite?: Ticks
  readonly lastAccess?: Ticks
}

/** What a handle may do. */
export type Access = 'read' | 'write' | 'read-write' | 'delete'

/** What others may do with the item while a handle is open. */
export type ShareMode = readonly ('read' | 'write' | 'delete')[]

/**
 * What happens when an application wants an item the engine has open: `hold`, the application is refused with 32;
 * `yield`, the application gets in and the engine's handle is broken: every later request on it fails with 32 (SYNC-28).
 */
export type Contention = 'hold' | 'yield'

/** A plain JSON value: what the engine's records and the policy settings are made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** How a share may be cached (OFFLINEFILES_CACHING_MODE): manual, automatic for documents or for programs, not at all. */
export type CachingMode = 'manual' | 'documents' | 'programs' | 'none'

/** What a user sees when a prompt appears: a window, or a line on the console (SYNC-24, SYNC-25). */
export type PromptChannel = 'window' | 'console'

/** A machine policy setting as the registry holds it, by name; `SyncConflictHandling` maps UNC paths to resolutions. */
export interface PolicySettings {
  readonly syncConflictHandling: Readonly<Record<string, number>>
  readonly excludedTypes: readonly string[]
}

/** A published Offline Files event (OFFLINEFILES_EVENTS) as far as synchronization raises it. */
export type CacheEvent =
  | { readonly event: 'SYNCBEGIN' }
  | { readonly event: 'SYNCFILERESULT'; readonly path: UncPath; readonly result: number }
  | { readonly event: 'SYNCEND'; readonly result: number }
  | {
    readonly event: 'SYNCCONFLICTRECADDED' | 'SYNCCONFLICTRECUPDATED' | 'SYNCCONFLICTRECREMOVED'
    readonly path: UncPath
    readonly state: number
  }
  | { readonly event: 'BACKGROUNDSYNCBEGIN' | 'BACKGROUNDSYNCEND'; readonly flags: number }
  | {
    readonly event:
      | 'ITEMAVAILABLEOFFLINE'
      | 'ITEMNOTAVAILABLEOFFLINE'
      | 'ITEMPINNED'
      | 'ITEMNOTPINNED'
      | 'ITEMMODIFIED'
      | 'ITEMADDEDTOCACHE'
      | 'ITEMDELETEDFROMCACHE'
      | 'ITEMDISCONNECTED'
      | 'ITEMRECONNECTED'
    readonly path: UncPath
    readonly type: ItemType
  }
  | { readonly event: 'ITEMRENAMED'; readonly path: UncPath; readonly to: UncPath; readonly type: ItemType }

/** What an engine says of one item it classified, after the events 2000–2006 of the Windows log. */
export interface Decision {
  readonly path: UncPath
  /** The OFFLINEFILES_SYNC_STATE number, when the engine speaks in them. */
  readonly state?: number
  /** What it will do about it, in a few words: an operation name, `record conflict`, `nothing`. */
  readonly decision: string
  /** Why: ids of rules or promises, or words. */
  readonly because: readonly string[]
  /** What differs from the original, as OFFLINEFILES_CHANGES bits (P15.22); left out where nothing does. */
  readonly changes?: number
}
