/** What applications meet: offline the files of the cache, with every change marked for the next sync; online the server. */

import {
  type ApplicationCall,
  ask,
  type Connection,
  type FileInfo,
  type FileOperation,
  type ItemType,
  NOT_PINNED,
  type OperationResult,
  performOperation,
  type Right,
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
  COMPARED_ATTRIBUTES,
  CREATED,
  inheritedPins,
  type Marks,
  oneMoreEdit,
} from './cache-record.ts'
import { comesBack, needsSync } from './connection.ts'
import { settleIntents } from './intents.ts'
import { workOnline } from './online.ts'
import { readItem, recordedIn, writeItem } from './records.ts'
import { mayOffline } from './rights.ts'

/** An operation that gives a file all its content. */
type WholeFile = FileOperation & { readonly do: 'write' | 'write-sparse' }

/** Performs what an application asks on the cache, and marks what it changed. */
export function* redirect(call: ApplicationCall): Session<OperationResult> {
  const { operation, now, connection, user } = call
  if (yield* isOnline(operation, connection)) {
    const result = yield* workOnline(call)
    if (result !== undefined) return result
  }
  if (yield* isRefused(operation, user)) return { code: ERROR.ACCESS_DENIED }
  // Only the unnamed stream is cached (section 9.4): offline, a file has no other.
  if ('stream' in operation && operation.stream !== undefined) return { code: ERROR.INVALID_NAME }
  if ('path' in operation && operation.do !== 'read' && operation.do !== 'list' && operation.do !== 'open') {
    yield* settleIntents({ within: operation.path, side: 'cache' })
  }
  if (operation.do === 'rename') yield* settleIntents({ within: operation.to, side: 'cache' })
  switch (operation.do) {
    case 'write':
      return yield* write(operation, now)
    case 'write-sparse':
      return yield* write(operation, now)
    case 'append':
    case 'edit':
      return yield* changed(operation, { modifiedData: true })
    case 'touch':
      return yield* changed(operation, { modifiedTime: true })
    case 'set-info':
      return yield* changed(operation, marksOf(operation.info.attributes))
    case 'mkdir':
      return yield* created(operation, 'directory', now)
    case 'rename':
      return yield* rename(operation, now)
    case 'remove':
      return yield* remove(operation.path, { now, user })
    case 'read':
    case 'open': {
      const record = yield* readItem(operation.path)
      if (isIncomplete(record)) return { code: ERROR.FILE_OFFLINE }
      return yield* performOperation('cache', operation)
    }
    case 'list':
    case 'close':
      return yield* performOperation('cache', operation)
  }
}

/** On an online share, what needs a sync is still worked on in the cache (Offline: need to sync). */
function* isOnline(operation: FileOperation, connection: Connection): Session<boolean> {
  if (!('path' in operation)) return connection.online
  const { path } = operation
  if (!(yield* comesBack(path, connection))) return false
  if (yield* needsSync(path)) return false
  return operation.do !== 'rename' || !(yield* needsSync(operation.to))
}

/** Offline, recorded rights stand for the server's (SYNC-18). What is to be removed is looked at item by item. */
function* isRefused(operation: FileOperation, user: string): Session<boolean> {
  if (operation.do === 'close' || operation.do === 'remove') return false
  const { path } = operation
  if (operation.do === 'rename' && !(yield* mayOffline(operation.to, { user, right: 'write' }))) return true
  for (const right of rightsFor(operation)) if (!(yield* mayOffline(path, { user, right }))) return true
  return false
}

function rightsFor(operation: FileOperation): readonly Right[] {
  if (operation.do === 'list' || operation.do === 'read') return [operation.do]
  if (operation.do !== 'open' || operation.access === 'write' || operation.access === 'delete') {
    return ['write']
  }
  return operation.access === 'read' ? ['read'] : ['read', 'write']
}

function* write(operation: WholeFile, now: Ticks): Session<OperationResult> {
  const record = yield* readItem(operation.path)
  if (record !== undefined && isIncomplete(record)) return yield* replaceWhole(operation, record)
  const found = yield* ask({ kind: 'stat', on: 'cache', path: operation.path })
  return found.kind === 'failed'
    ? yield* created(operation, 'file', now)
    : yield* changed(operation, { modifiedData: true })
}

/** What is overwritten as a whole needs none of its old content (P8.3). */
function* replaceWhole(
  operation: WholeFile,
  record: CacheRecord,
): Session<OperationResult> {
  const result = yield* performOperation('cache', operation)
  if (result.code !== 0) return result
  const { ghost: _ghost, present: _present, ...kept } = record
  yield* writeItem(operation.path, { ...kept, ...oneMoreEdit(record), sparse: false, marks: MODIFIED })
  return result
}

/** True for a file whose content is not all here (P8.1). */
function isIncomplete(record: CacheRecord | undefined): boolean {
  return record?.type === 'file' && (record.sparse || record.ghost === true)
}

/** True when something at or below a path is not all here: moved away it could not be filled any more. */
function* holdsIncomplete(path: UncPath): Session<boolean> {
  const record = yield* readItem(path)
  if (record?.type !== 'directory') return isIncomplete(record)
  for (const child of yield* recordedIn(path)) if (yield* holdsIncomplete(child)) return true
  return false
}

const MODIFIED: Marks = { ...CLEAN, modifiedData: true }

function marksOf(attributes: number | undefined): Partial<Marks> {
  return attributes === undefined ? { modifiedTime: true } : { modifiedAttributes: true }
}

/** An operation on an item that is there: done on the cache, then marked. */
function* changed(
  operation: FileOperation & { readonly path: UncPath },
  marks: Partial<Marks>,
): Session<OperationResult> {
  const record = yield* readItem(operation.path)
  if (isIncomplete(record)) return { code: ERROR.FILE_OFFLINE }
  const result = yield* performOperation('cache', operation)
  if (result.code === 0 && record !== undefined) {
    const own = record.type === 'directory' ? directoryMarks(record, result.info) : marks
    yield* writeItem(operation.path, {
      ...record,
      ...oneMoreEdit(record),
      marks: { ...record.marks, ...own },
    })
  }
  return result
}

/** Of a directory only attributes and spelling count: it is changed while they differ from the original (P2.16, P15.13). */
function directoryMarks({ name, original }: CacheRecord, info: FileInfo | undefined): Partial<Marks> {
  if (original === null || info === undefined) return {}
  const differ = ((info.attributes ^ original.attributes) & COMPARED_ATTRIBUTES) !== 0
  return { modifiedAttributes: differ || original.name !== name }
}

/** An operation that makes a new item. */
function* created(
  operation: FileOperation & { readonly path: UncPath },
  type: ItemType,
  now: Ticks,
): Session<OperationResult> {
  const result = yield* performOperation('cache', operation)
  if (result.code === 0) yield* recordCreated(operation.path, type, now)
  return result
}

/**
 * Records an item made offline. Over a tombstone the original stays known: a file over a file counts as changed (P2.12),
 * anything else as created. The pins are the tombstone's (P15.59), or those the parent hands down.
 */
function* recordCreated(path: UncPath, type: ItemType, now: Ticks): Session<void> {
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
interface Removal {
  readonly now: Ticks
  readonly user: string
}

function* remove(path: UncPath, removal: Removal): Session<OperationResult> {
  if (!(yield* mayOffline(path, { user: removal.user, right: 'write' }))) return { code: ERROR.ACCESS_DENIED }
  const found = yield* ask({ kind: 'stat', on: 'cache', path })
  if (found.kind === 'failed') return found
  if (found.info.type === 'directory') {
    const listing = yield* ask({ kind: 'list', on: 'cache', path })
    if (listing.kind === 'failed') return listing
    for (const entry of listing.entries) {
      const removed = yield* remove(childOf(path, entry.name), removal)
      if (removed.code !== 0) return removed
    }
  }
  const result = yield* performOperation('cache', { do: 'remove', path })
  if (result.code === 0) yield* bury(path, removal.now)
  return result
}

/** Leaves a tombstone where the server may have a copy, and nothing where it cannot. */
function* bury(path: UncPath, now: Ticks): Session<void> {
  const record = yield* readItem(path)
  if (record === undefined) return
  if (record.original === null) return yield* writeItem(path, undefined)
  const marks: Marks = { ...CLEAN, deletedOffline: true, replaced: record.marks.replaced }
  const deletedAt = record.marks.createdOffline ? record.deletedAt ?? now : now
  yield* writeItem(path, { ...record, marks, deletedAt, sparse: false })
}

/** A rename is a deletion and a creation (states 40, 43, 45 and 48 are never produced); case alone is no rename. */
function* rename(operation: FileOperation & { readonly do: 'rename' }, now: Ticks): Session<OperationResult> {
  const { path, to } = operation
  const record = yield* readItem(path)
  if (yield* holdsIncomplete(path)) return { code: ERROR.FILE_OFFLINE }
  if (foldPath(path) === foldPath(to)) return yield* respell(operation, record)
  const result = yield* performOperation('cache', operation)
  if (result.code === 0) yield* moveRecords(path, to, now)
  return result
}

function* respell(
  operation: FileOperation & { readonly do: 'rename' },
  record: CacheRecord | undefined,
): Session<OperationResult> {
  const result = yield* performOperation('cache', operation)
  if (result.code !== 0 || record === undefined) return result
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
  yield* recordCreated(to, moved.info.type, now)
  if (moved.info.type === 'directory') {
    const listing = yield* ask({ kind: 'list', on: 'cache', path: to })
    for (const entry of listing.kind === 'failed' ? [] : listing.entries) {
      yield* moveRecords(childOf(from, entry.name), childOf(to, entry.name), now)
    }
  }
  yield* bury(from, now)
}
