/** What applications meet while they work online: the server's files, the cached copies following every change. */

import {
  type ApplicationCall,
  ask,
  type FileOperation,
  isFailure,
  NOT_PINNED,
  type OperationResult,
  performOperation,
  removeTree,
  type Session,
} from '../../sim/port/mod.ts'
import { childOf, ERROR, parentOf, shareOf, type UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, CLEAN, cleanRecord, inheritedPins, isDirty } from './cache-record.ts'
import { copyDown } from './copy-down.ts'
import { forget, readItem, writeItem } from './records.ts'

/** OFFLINEFILES_OFFLINE_REASON_CONNECTION_ERROR. */
const DISCONNECTED = 4

/** Codes that say that the server cannot be asked. */
const LOST: readonly number[] = [ERROR.BAD_NETPATH, ERROR.NETNAME_DELETED, ERROR.BAD_NET_NAME]

/**
 * Performs what an application asks on the server and lets the cache follow. Where the server cannot be reached the share
 * goes offline, and the answer is `undefined`: the application goes on with the cache and hears nothing of it.
 */
export function* workOnline({ operation }: ApplicationCall): Session<OperationResult | undefined> {
  const result = yield* performOperation('server', operation)
  if (LOST.includes(result.code) && 'path' in operation) {
    const connection = { online: false, reason: DISCONNECTED }
    yield* ask({ kind: 'set-connection', share: shareOf(operation.path), connection })
    return undefined
  }
  if (result.code === ERROR.SUCCESS) yield* follow(operation)
  return result
}

function* follow(operation: FileOperation): Session<void> {
  switch (operation.do) {
    case 'read':
    case 'list':
    case 'open':
    case 'close':
      return
    case 'remove':
      if (operation.stream === undefined) yield* drop(operation.path)
      return
    case 'rename':
      yield* drop(operation.path)
      return yield* refreshTree(operation.to)
    default:
      return yield* refresh(operation.path)
  }
}

/** The cached copy goes with the server's, but not changes that are still waiting. */
function* drop(path: UncPath): Session<void> {
  const record = yield* readItem(path)
  if (record === undefined || isDirty(record.marks)) return
  const removed = yield* removeTree('cache', path)
  if (removed.code === ERROR.SUCCESS || removed.code === ERROR.FILE_NOT_FOUND) yield* forget(path)
}

/** Makes the cached copy of an item what the server's is; a new item is cached where its directory is pinned. */
function* refresh(path: UncPath): Session<void> {
  const known = yield* readItem(path)
  if (known !== undefined && isDirty(known.marks)) return
  const parent = yield* readItem(parentOf(path) ?? '')
  const pins = inheritedPins(parent?.pins ?? NOT_PINNED)
  if (known === undefined && Object.values(pins).every((value) => value === 0)) return
  const original = yield* copyDown(path)
  if (isFailure(original)) return
  const { name, type } = original
  yield* writeItem(path, cleanRecord({ deletedAt: null, pins, ...known, name, type, ...UNCHANGED }, original))
}

const UNCHANGED: Pick<CacheRecord, 'original' | 'marks' | 'sparse'> = {
  original: null,
  marks: CLEAN,
  sparse: false,
}

function* refreshTree(path: UncPath): Session<void> {
  yield* refresh(path)
  const record = yield* readItem(path)
  if (record?.type !== 'directory') return
  const listing = yield* ask({ kind: 'list', on: 'server', path })
  for (const entry of listing.kind === 'failed' ? [] : listing.entries) {
    yield* refreshTree(childOf(path, entry.name))
  }
}
