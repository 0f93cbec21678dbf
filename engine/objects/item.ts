/** `Win32_OfflineFilesItem` and its embedded classes, their documented properties in TypeScript's spelling. */

import type { Ticks, UncPath } from '../../sim/windows/mod.ts'

/**
 * Values of `itemType`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { ITEM_TYPE } from 'csclab/engine'
 *
 * assert.equal(ITEM_TYPE.SHARE, 2)
 * ```
 */
export const ITEM_TYPE = { FILE: 0, DIRECTORY: 1, SHARE: 2, SERVER: 3 } as const

/** A value of {@linkcode ITEM_TYPE}. */
export type ItemTypeNumber = (typeof ITEM_TYPE)[keyof typeof ITEM_TYPE]

/**
 * One item of the cache. A class that does not apply to an item's type is `undefined`: a server has none of them, a share no
 * `fileSysInfo`, and only a file has `dirtyInfo`.
 */
export interface OfflineFilesItem {
  /** The item's path on its server: the key. */
  readonly itemPath: UncPath
  /** Empty for a server. */
  readonly parentItemPath: UncPath
  /** The last name of the path. */
  readonly itemName: string
  readonly itemType: ItemTypeNumber
  readonly fileSysInfo: OfflineFilesFileSysInfo | undefined
  readonly pinInfo: OfflineFilesPinInfo | undefined
  readonly changeInfo: OfflineFilesChangeInfo | undefined
  readonly connectionInfo: OfflineFilesConnectionInfo | undefined
  readonly suspendInfo: OfflineFilesSuspendInfo | undefined
  readonly dirtyInfo: OfflineFilesDirtyInfo | undefined
  /** Encrypted in the cache: never, so far. */
  readonly encrypted: boolean
  /** A file whose content is not all here. */
  readonly sparse: boolean
}

/**
 * `Win32_OfflineFilesFileSysInfo`: the local copy, and the original as of the last good sync. What is not there (no local copy,
 * never synchronized) is `undefined`, and so are the two times of the original that the cache does not keep because nothing
 * compares them. The Remote properties are reserved, and left out. Times are ticks of 100 ns, sizes bytes.
 */
export interface OfflineFilesFileSysInfo {
  readonly localAttributes: number | undefined
  readonly localSize: number | undefined
  readonly localCreationTime: Ticks | undefined
  readonly localLastWriteTime: Ticks | undefined
  readonly localChangeTime: Ticks | undefined
  readonly localLastAccessTime: Ticks | undefined
  readonly originalAttributes: number | undefined
  readonly originalSize: number | undefined
  readonly originalCreationTime: undefined
  readonly originalLastWriteTime: Ticks | undefined
  readonly originalChangeTime: Ticks | undefined
  readonly originalLastAccessTime: undefined
}

/** `Win32_OfflineFilesPinInfo`: 0 not pinned, 1 pinned, 2 pinned and inherited by new children. */
export interface OfflineFilesPinInfo {
  /** For any reason. */
  readonly pinned: boolean
  readonly pinnedForUser: 0 | 1 | 2
  readonly pinnedForUserByPolicy: 0 | 1 | 2
  readonly pinnedForComputer: 0 | 1 | 2
  readonly pinnedForFolderRedirection: 0 | 1 | 2
}

/** `Win32_OfflineFilesChangeInfo`: what was done to the local copy since the last good sync. */
export interface OfflineFilesChangeInfo {
  /** Any of the others (P5.1). */
  readonly dirty: boolean
  readonly deletedOffline: boolean
  readonly createdOffline: boolean
  readonly modifiedData: boolean
  readonly modifiedAttributes: boolean
  readonly modifiedTime: boolean
}

/** `Win32_OfflineFilesConnectionInfo`. */
export interface OfflineFilesConnectionInfo {
  /** 0 unknown, 1 offline, 2 online. */
  readonly connectState: 0 | 1 | 2
  /**
   * 0 unknown, 1 not applicable (online), 2 working offline, 3 slow connection, 4 net disconnected, 5 need to sync item (a
   * conflict is recorded), 6 item suspended. Of several the narrowest counts: 6, then 5, then the share's own (P15.29).
   */
  readonly offlineReason: number
}

/** `Win32_OfflineFilesSuspendInfo`. */
export interface OfflineFilesSuspendInfo {
  /** It was suspended, or lies in a directory that was. */
  readonly suspended: boolean
  /** It was suspended itself. */
  readonly suspendedRoot: boolean
}

/** `Win32_OfflineFilesDirtyInfo`; RemoteDirtyByteCount is reserved, and left out. */
export interface OfflineFilesDirtyInfo {
  /** Bytes to go from the client to the server. */
  readonly localDirtyByteCount: number
}
