/** Reads items of the cache as `Win32_OfflineFilesItem` shows them: servers, shares, directories and files. */

import { ask, type FileInfo, type ItemView, type Session } from '../../sim/port/mod.ts'
import { foldPath, isWithin, nameOf, parentOf, partsOf, uncOf, type UncPath } from '../../sim/windows/mod.ts'
import { inspect, inspectItem, readItem, readShares, type Seen } from '../cache/mod.ts'
import { isPinned, RULES } from '../rules/mod.ts'
import { spell } from '../run/mod.ts'
import {
  ITEM_TYPE,
  type OfflineFilesConnectionInfo,
  type OfflineFilesFileSysInfo,
  type OfflineFilesItem,
  type OfflineFilesPinInfo,
} from './item.ts'

/** All items, server by server and share by share, parents before children. */
export function* describeItems(): Session<readonly OfflineFilesItem[]> {
  const items: OfflineFilesItem[] = []
  const servers = new Set<string>()
  for (const view of yield* inspect()) {
    const server = serverOf(view.path)
    if (!servers.has(foldPath(server))) items.push(describeServer(server))
    servers.add(foldPath(server))
    items.push(yield* describe(view))
  }
  return items
}

/** One item; `undefined` for what is not cached, and for what is no path. */
export function* describeItem(given: string): Session<OfflineFilesItem | undefined> {
  const scopes = RULES.scopesOf({ paths: [given], flags: 0, user: '', conflictHandler: false })
  const [asked] = 'paths' in scopes ? scopes.paths : []
  if (asked === undefined) return undefined
  if (partsOf(asked).length < 2) {
    const share = (yield* readShares()).find(({ path }) => isWithin(path, asked))
    return share === undefined ? undefined : describeServer(serverOf(share.path))
  }
  const view = yield* inspectItem(yield* spell(asked))
  return view === undefined ? undefined : yield* describe(view)
}

function serverOf(path: UncPath): UncPath {
  return uncOf(partsOf(path).slice(0, 1))
}

function describeServer(path: UncPath): OfflineFilesItem {
  return {
    itemPath: path,
    parentItemPath: '',
    itemName: nameOf(path),
    itemType: ITEM_TYPE.SERVER,
    fileSysInfo: undefined,
    pinInfo: undefined,
    changeInfo: undefined,
    connectionInfo: undefined,
    suspendInfo: undefined,
    dirtyInfo: undefined,
    encrypted: false,
    sparse: false,
  }
}

function* describe(view: ItemView): Session<OfflineFilesItem> {
  const { path, type, pins, suspended, suspendedRoot } = view
  const isShare = partsOf(path).length === 2
  const isFile = type === 'file'
  const found = yield* ask({ kind: 'stat', on: 'cache', path })
  const local = found.kind === 'failed' ? undefined : found.info
  const original = isShare ? null : (yield* readItem(path))?.original ?? null
  const { dirty, deletedOffline, createdOffline, modifiedData, modifiedAttributes, modifiedTime } = view
  const dirtyBytes = createdOffline || modifiedData ? local?.size ?? 0 : 0
  return {
    itemPath: path,
    parentItemPath: parentOf(path) ?? '',
    itemName: nameOf(path),
    itemType: isFile ? ITEM_TYPE.FILE : isShare ? ITEM_TYPE.SHARE : ITEM_TYPE.DIRECTORY,
    fileSysInfo: isShare ? undefined : fileSysInfo(local, original),
    pinInfo: pinInfo(pins),
    changeInfo: { dirty, deletedOffline, createdOffline, modifiedData, modifiedAttributes, modifiedTime },
    connectionInfo: connectionInfo(view),
    suspendInfo: { suspended, suspendedRoot },
    dirtyInfo: isFile ? { localDirtyByteCount: dirtyBytes } : undefined,
    encrypted: false,
    sparse: isFile && view.sparse,
  }
}

function fileSysInfo(local: FileInfo | undefined, original: Seen | null): OfflineFilesFileSysInfo {
  return {
    localAttributes: local?.attributes,
    localSize: local?.size,
    localCreationTime: local?.times.creation,
    localLastWriteTime: local?.times.lastWrite,
    localChangeTime: local?.times.change,
    localLastAccessTime: local?.times.lastAccess,
    originalAttributes: original?.attributes,
    originalSize: original?.size,
    originalCreationTime: undefined,
    originalLastWriteTime: original?.lastWrite,
    originalChangeTime: original?.change,
    originalLastAccessTime: undefined,
  }
}

function pinInfo(pins: ItemView['pins']): OfflineFilesPinInfo {
  return {
    pinned: isPinned(pins),
    pinnedForUser: pins.user,
    pinnedForUserByPolicy: pins.userPolicy,
    pinnedForComputer: pins.computer,
    pinnedForFolderRedirection: pins.redirection,
  }
}

const UNKNOWN: OfflineFilesConnectionInfo = { connectState: 0, offlineReason: 0 }

function connectionInfo({ connection }: ItemView): OfflineFilesConnectionInfo {
  if (connection === undefined) return UNKNOWN
  return { connectState: connection.online ? 2 : 1, offlineReason: connection.reason }
}
