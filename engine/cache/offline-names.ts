/** How names come and go offline: what is made, removed and renamed on the cache, with what the next sync must know of it. */

import {
  ask,
  type FileOperation,
  type ItemType,
  NOT_PINNED,
  type OperationResult,
  performOperation,
  type Session,
} from '../../sim/port/mod.ts'
import {
  childOf,
  ERROR,
  foldPath,
  nameOf,
  parentOf,
  type Ticks,
  type UncPath,
} from '../../sim/windows/mod.ts'
import {
  type CacheRecord,
  CLEAN,
  CREATED,
  directoryMarks,
  inheritedPins,
  isIncomplete,
  type Marks,
  MODIFIED,
  oneMoreEdit,
} from './cache-record.ts'
import { isBlocked } from './excluded.ts'
import { readItem, recordedIn, writeItem } from './records.ts'
import { mayOffline } from './rights.ts'

/** Makes a directory. */
export function* made(
  operation: FileOperation & { readonly do: 'mkdir' },
  now: Ticks,
): Session<OperationResult> {
  const result = yield* performOperation('cache', operation)
  if (result.code === ERROR.SUCCESS) yield* recordMade(operation.path, 'directory', now)
  return result
}

/**
 * Records an item made offline. Over a tombstone the original stays known: a file over a file counts as changed (P2.12),
 * anything else as created. The pins are the tombstone's (P15.59), or those the parent hands down.
 */
export function* recordMade(path: UncPath, type: ItemType, now: Ticks): Session<void> {
  const tombstone = yield* readItem(path)
  const parent = yield* readItem(parentOf(path) ?? '')
  const original = tombstone?.original ?? null
  const replaced = type === 'file' ? original !== null : tombstone?.marks.replaced ?? false
  const rights = tombstone?.rights ?? parent?.rights
  const marks = original?.type === 'file' && type === 'file' ? MODIFIED : CREATED
  yield* writeItem(path, {
    name: nameOf(path),
    type,
    original,
    marks: { ...marks, replaced },
    // A folder made over a tombstone has the older deletion behind it, which stands again when the folder goes (P15.7).
    deletedAt: type === 'directory' ? tombstone?.deletedAt ?? null : null,
    sparse: false,
    pins: tombstone?.pins ?? inheritedPins(parent?.pins ?? NOT_PINNED),
    // Of a file that was made, removed and made again here no record is left to count on from: the moment is new for each.
    ...oneMoreEdit(tombstone ?? { edits: now }),
    ...(rights === undefined ? {} : { rights }),
  })
}

/** When something is removed, and by whom. */
export interface Removal {
  readonly now: Ticks
  readonly user: string
}

/** Removes an item with all below it, up to the first that is refused. */
export function* remove(path: UncPath, removal: Removal): Session<OperationResult> {
  if (!(yield* mayOffline(path, { user: removal.user, right: 'write' }))) return { code: ERROR.ACCESS_DENIED }
  const found = yield* ask({ kind: 'stat', on: 'cache', path })
  if (found.kind === 'failed') return found
  if (found.info.type === 'directory') {
    const listing = yield* ask({ kind: 'list', on: 'cache', path })
    if (listing.kind === 'failed') return listing
    for (const entry of listing.entries) {
      const removed = yield* remove(childOf(path, entry.name), removal)
      if (removed.code !== ERROR.SUCCESS) return removed
    }
  }
  const result = yield* performOperation('cache', { do: 'remove', path })
  if (result.code === ERROR.SUCCESS) yield* buryTree(path, removal.now)
  return result
}

/** With a directory go the names in it that have no content here; what was never fetched was never seen, and is forgotten. */
function* buryTree(path: UncPath, now: Ticks): Session<void> {
  for (const at of yield* recordedIn(path)) {
    const record = yield* readItem(at)
    if (record === undefined || record.marks.deletedOffline) continue
    if (record.type === 'file' && record.sparse) yield* writeItem(at, undefined)
    else yield* buryTree(at, now)
  }
  yield* bury(path, now)
}

/** Leaves a tombstone where the server may have a copy, and nothing where it cannot. */
function* bury(path: UncPath, now: Ticks): Session<void> {
  const record = yield* readItem(path)
  if (record === undefined) return
  if (record.original === null) return yield* writeItem(path, undefined)
  const { ghost: _, ...kept } = record
  const marks: Marks = { ...CLEAN, deletedOffline: true, replaced: record.marks.replaced }
  const deletedAt = record.marks.createdOffline ? record.deletedAt ?? now : now
  const type = record.marks.replaced ? 'file' : record.original.type
  yield* writeItem(path, { ...kept, type, marks, deletedAt, sparse: false })
}

/** A rename is a deletion and a creation (states 40, 43, 45 and 48 are never produced); case alone is no rename. */
export function* rename(
  operation: FileOperation & { readonly do: 'rename' },
  now: Ticks,
): Session<OperationResult> {
  const { path, to } = operation
  const record = yield* readItem(path)
  if (yield* holdsIncomplete(path)) return { code: ERROR.FILE_OFFLINE }
  if (record?.type === 'file' && (yield* isBlocked(to, 2011))) return { code: ERROR.NOT_SUPPORTED }
  if (foldPath(path) === foldPath(to)) return yield* respell(operation, record)
  const result = yield* performOperation('cache', operation)
  if (result.code === ERROR.SUCCESS) yield* moveRecords(path, to, now)
  return result
}

function* respell(
  operation: FileOperation & { readonly do: 'rename' },
  record: CacheRecord | undefined,
): Session<OperationResult> {
  const result = yield* performOperation('cache', operation)
  if (result.code !== ERROR.SUCCESS || record === undefined) return result
  const renamed = { ...record, name: nameOf(operation.to) }
  const found = yield* ask({ kind: 'stat', on: 'cache', path: operation.to })
  const info = found.kind === 'failed' ? undefined : found.info
  const own = record.type === 'directory' ? directoryMarks(renamed, info) : { modifiedTime: true }
  yield* writeItem(operation.path, { ...renamed, ...oneMoreEdit(record), marks: { ...record.marks, ...own } })
  return result
}

/** After a move on the cache: the old names are buried, the new ones are created. */
function* moveRecords(from: UncPath, to: UncPath, now: Ticks): Session<void> {
  const moved = yield* ask({ kind: 'stat', on: 'cache', path: to })
  if (moved.kind === 'failed') return
  yield* recordMade(to, moved.info.type, now)
  if (moved.info.type === 'directory') {
    const listing = yield* ask({ kind: 'list', on: 'cache', path: to })
    for (const entry of listing.kind === 'failed' ? [] : listing.entries) {
      yield* moveRecords(childOf(from, entry.name), childOf(to, entry.name), now)
    }
  }
  yield* bury(from, now)
}

/** True when something at or below a path is not all here: moved away it could not be filled any more. */
function* holdsIncomplete(path: UncPath): Session<boolean> {
  const record = yield* readItem(path)
  if (record?.type !== 'directory') return isIncomplete(record)
  for (const child of yield* recordedIn(path)) if (yield* holdsIncomplete(child)) return true
  return false
}
