/** What applications meet while they work offline: the files of the cache, with every change marked for the next sync. */

import {
  type ApplicationCall,
  ask,
  type FileInfo,
  type FileOperation,
  type OperationResult,
  performOperation,
  type Right,
  type Session,
} from '../../sim/port/mod.ts'
import { ERROR, type Ticks, type UncPath } from '../../sim/windows/mod.ts'
import { noteUse, opensFile } from './automatic.ts'
import {
  type CacheRecord,
  CREATED,
  directoryMarks,
  isIncomplete,
  type Marks,
  MODIFIED,
  oneMoreEdit,
} from './cache-record.ts'
import { isBlocked } from './excluded.ts'
import { settleIntents } from './intents.ts'
import { made, recordMade, remove, rename } from './offline-names.ts'
import { readItem, writeItem } from './records.ts'
import { mayOffline } from './rights.ts'
import { withRoom } from './room.ts'

/** An operation that gives a file all its content. */
type WholeFile = FileOperation & { readonly do: 'write' | 'write-sparse' }

type OnPath = FileOperation & { readonly path: UncPath }

/** Performs what an application asks on the cache, and marks what it changed. */
export function* workOffline({ operation, now, user }: ApplicationCall): Session<OperationResult> {
  if (operation.do === 'close') return yield* performOperation('cache', operation)
  if (yield* isRefused(operation, user)) return { code: ERROR.ACCESS_DENIED }
  // Only the unnamed stream is cached: offline, a file has no other.
  if ('stream' in operation && operation.stream !== undefined) return { code: ERROR.INVALID_NAME }
  if (operation.do !== 'read' && operation.do !== 'list' && operation.do !== 'open') {
    yield* settleIntents({ within: operation.path, side: 'cache' })
  }
  if (operation.do === 'rename') yield* settleIntents({ within: operation.to, side: 'cache' })
  const result = yield* perform(operation, { now, user })
  if (result.code === ERROR.SUCCESS && opensFile(operation)) yield* noteUse(operation.path, now)
  return result
}

function* perform(
  operation: Exclude<FileOperation, { readonly do: 'close' }>,
  call: Pick<ApplicationCall, 'now' | 'user'>,
): Session<OperationResult> {
  switch (operation.do) {
    case 'write':
    case 'write-sparse':
      return yield* write(operation, call.now)
    case 'append':
    case 'edit':
      return yield* changed(operation, { modifiedData: true })
    case 'touch':
      return yield* changed(operation, { modifiedTime: true })
    case 'set-info':
      return yield* changed(operation, marksOf(operation.info.attributes))
    case 'mkdir':
      return yield* made(operation, call.now)
    case 'rename':
      return yield* rename(operation, call.now)
    case 'remove':
      return yield* remove(operation.path, call)
    case 'read':
    case 'open':
      return isIncomplete(yield* readItem(operation.path))
        ? { code: ERROR.FILE_OFFLINE }
        : yield* performOperation('cache', operation)
    case 'list':
      return yield* performOperation('cache', operation)
  }
}

/** Offline, recorded rights stand for the server's (SYNC-18). */
function* isRefused(
  operation: Exclude<FileOperation, { readonly do: 'close' }>,
  user: string,
): Session<boolean> {
  const { path } = operation
  if (operation.do === 'rename' && !(yield* mayOffline(operation.to, { user, right: 'write' }))) return true
  for (const right of rightsFor(operation)) if (!(yield* mayOffline(path, { user, right }))) return true
  return false
}

function rightsFor(operation: Exclude<FileOperation, { readonly do: 'close' }>): readonly Right[] {
  if (operation.do === 'list' || operation.do === 'read') return [operation.do]
  if (operation.do !== 'open' || operation.access === 'write' || operation.access === 'delete') {
    return ['write']
  }
  return operation.access === 'read' ? ['read'] : ['read', 'write']
}

function* write(operation: WholeFile, now: Ticks): Session<OperationResult> {
  const { path } = operation
  const record = yield* readItem(path)
  if (record !== undefined && isIncomplete(record)) return yield* replaceWhole(operation, record)
  const found = yield* ask({ kind: 'stat', on: 'cache', path })
  if (found.kind !== 'failed') return yield* changed(operation, { modifiedData: true })
  if (yield* isBlocked(path, 2010)) return { code: ERROR.NOT_SUPPORTED }
  const result = yield* withRoom(path, () => performOperation('cache', operation))
  // What could not be written to its end is there all the same, as far as it came.
  if ((yield* infoOf(path)) !== undefined) yield* recordMade(path, 'file', now)
  return result
}

/** What is overwritten as a whole needs none of its old content (P8.3). */
function* replaceWhole(operation: WholeFile, record: CacheRecord): Session<OperationResult> {
  const { path } = operation
  const result = yield* withRoom(path, () => performOperation('cache', operation))
  if (result.code !== ERROR.SUCCESS) return result
  const { ghost: _, ...kept } = record
  // Of a version nobody here has ever seen it is no change, but another file of that name.
  const marks = record.original === null ? CREATED : MODIFIED
  yield* writeItem(path, { ...kept, ...oneMoreEdit(record), sparse: false, marks })
  return result
}

function marksOf(attributes: number | undefined): Partial<Marks> {
  return attributes === undefined ? { modifiedTime: true } : { modifiedAttributes: true }
}

/** An operation on an item that is there: done on the cache, then marked; also where it failed halfway. */
function* changed(operation: OnPath, marks: Partial<Marks>): Session<OperationResult> {
  const { path } = operation
  const record = yield* readItem(path)
  if (isIncomplete(record)) return { code: ERROR.FILE_OFFLINE }
  const before = yield* infoOf(path)
  const attempt = atItsEnd(operation, before)
  const result = yield* withRoom(path, () => performOperation('cache', attempt))
  const isDone = result.code === ERROR.SUCCESS || hasMoved(before, yield* infoOf(path))
  if (isDone && record !== undefined) {
    const own = record.type === 'directory' ? directoryMarks(record, result.info) : marks
    yield* writeItem(path, { ...record, ...oneMoreEdit(record), marks: { ...record.marks, ...own } })
  }
  return result
}

/** What is appended goes where the file ended at first, however often it is tried: part of it may be there already. */
function atItsEnd(operation: OnPath, before: FileInfo | undefined): OnPath {
  if (operation.do !== 'append' || before === undefined) return operation
  const { path, bytes } = operation
  return { do: 'edit', path, bytes, offset: before.size }
}

function* infoOf(path: UncPath): Session<FileInfo | undefined> {
  const found = yield* ask({ kind: 'stat', on: 'cache', path })
  return found.kind === 'failed' ? undefined : found.info
}

function hasMoved(before: FileInfo | undefined, after: FileInfo | undefined): boolean {
  return before?.times.change !== after?.times.change || before?.size !== after?.size
}
