/** The items of the cache as the object model shows them, and how they are first taken up. */

import {
  ask,
  type BaselineCall,
  type Connection,
  type DirEntry,
  type ItemView,
  type Json,
  type Pins,
  type Session,
} from '../../sim/port/mod.ts'
import { childOf, foldPath, nameOf, parentOf, type UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, isCacheRecord, isDirty, syncedRecord } from './cache-record.ts'
import { itemConnection, shareConnection } from './connection.ts'
import {
  BUCKET,
  isConflictEntry,
  readBucket,
  readDirectory,
  readItem,
  readShares,
  writeItem,
  writeShare,
} from './records.ts'
import { afterSight } from './rights.ts'

/** Takes up shares whose two trees are the same: every item gets its original, and the pins of the share root. */
export function* baseline(call: BaselineCall): Session<number> {
  for (const { path, pins } of call.shares) {
    yield* writeShare({ path, user: call.user })
    const root = yield* ask({ kind: 'stat', on: 'server', path })
    if (root.kind === 'failed') return root.code
    const taken: Taken = { pins, user: call.user }
    yield* takeUpOne(path, { ...root, name: nameOf(path), key: '' }, taken)
    const code = yield* takeUp(path, taken)
    if (code !== 0) return code
  }
  return 0
}

/** How everything of a share is taken up, and for whom. */
interface Taken {
  readonly pins: Pins
  readonly user: string
}

function* takeUpOne(path: UncPath, entry: DirEntry, { pins, user }: Taken): Session<void> {
  const rights = afterSight(undefined, { user, owner: user, denied: entry.denied })
  const record = syncedRecord(entry, pins)
  yield* writeItem(path, rights === undefined ? record : { ...record, rights })
}

function* takeUp(directory: UncPath, taken: Taken): Session<number> {
  const listing = yield* ask({ kind: 'list', on: 'server', path: directory })
  if (listing.kind === 'failed') return listing.code
  for (const entry of listing.entries) {
    const path = childOf(directory, entry.name)
    yield* takeUpOne(path, entry, taken)
    if (isDirectory(entry)) yield* takeUp(path, taken)
  }
  return 0
}

/** Every item of the cache, share by share, parents before children. */
export function* inspect(): Session<readonly ItemView[]> {
  const conflicts = yield* readBucket(BUCKET.conflicts)
  const views: ItemView[] = []
  for (const { path } of yield* readShares()) {
    const record = yield* readItem(path)
    if (record === undefined) continue
    const share = yield* shareConnection(path)
    const root = viewOf(path, record, { conflicts, share, suspended: false })
    views.push(root)
    yield* collect(root, { conflicts, share, suspended: root.suspended }, views)
  }
  return views
}

/** One item of the cache, its path as the cache spells it; `undefined` when it has no entry. */
export function* inspectItem(path: UncPath): Session<ItemView | undefined> {
  const record = yield* readItem(path)
  if (record === undefined) return undefined
  const suspended = yield* isSuspended(parentOf(path))
  const conflicts = yield* readBucket(BUCKET.conflicts)
  return viewOf(path, record, { conflicts, share: yield* shareConnection(path), suspended })
}

/** True for a directory that is suspended, or lies in one that is (D7.1). */
function* isSuspended(directory: UncPath | undefined): Session<boolean> {
  for (let at = directory; at !== undefined; at = parentOf(at)) {
    if ((yield* readItem(at))?.suspendedRoot === true) return true
  }
  return false
}

/** What a view takes from elsewhere than its record. */
interface Surroundings {
  readonly conflicts: ReadonlyMap<string, Json>
  /** How its share stands, if that can be told. */
  readonly share: Connection | undefined
  /** The directory it is in is suspended. */
  readonly suspended: boolean
}

function* collect(directory: ItemView, around: Surroundings, views: ItemView[]): Session<void> {
  const records = [...yield* readDirectory(directory.path)].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0)
  for (const [, record] of records) {
    if (!isCacheRecord(record)) continue
    const view = viewOf(childOf(directory.path, record.name), record, around)
    views.push(view)
    if (record.type === 'directory' || record.original?.type === 'directory') {
      yield* collect(view, { ...around, suspended: view.suspended }, views)
    }
  }
}

function viewOf(path: UncPath, record: CacheRecord, around: Surroundings): ItemView {
  const { type, marks, sparse, pins, ghost, suspendedRoot, autoCached } = record
  const { replaced: _, ...shown } = marks
  const entry = around.conflicts.get(foldPath(path))
  const conflict = isConflictEntry(entry) ? entry.state : undefined
  const suspended = around.suspended || suspendedRoot === true
  const connection = itemConnection({ suspended, conflict }, around.share)
  return {
    path,
    type,
    dirty: isDirty(marks),
    ...shown,
    // Of anything but files the property is FALSE (Win32_OfflineFilesItem).
    sparse: sparse && type === 'file',
    ghost: ghost === true,
    suspended,
    suspendedRoot: suspendedRoot === true,
    autoCached: autoCached === true,
    pins,
    conflict,
    ...(connection === undefined ? {} : { connection }),
  }
}

function isDirectory(entry: DirEntry): boolean {
  return entry.info.type === 'directory'
}
