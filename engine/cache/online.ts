/** What applications meet while they work online: the server's files, the cached copies following every change. */

import {
  type ApplicationCall,
  ask,
  type DirEntry,
  type FileOperation,
  isFailure,
  NOT_PINNED,
  type OperationResult,
  performOperation,
  type Session,
} from '../../sim/port/mod.ts'
import { childOf, ERROR, parentOf, type UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, CLEAN, cleanRecord, inheritedPins, isDirty } from './cache-record.ts'
import { CONNECTION_LOST, goOffline } from './connection.ts'
import { copyDown } from './copy-down.ts'
import { noteOpened } from './open-files.ts'
import { readItem, readShare, writeItem } from './records.ts'
import { lookAtRights, recordSight } from './rights.ts'
import { takeOut } from './take-out.ts'

/**
 * Performs what an application asks on the server and lets the cache follow. Where the server cannot be reached the share
 * goes offline, and the answer is `undefined`: the application goes on with the cache and hears nothing of it.
 */
export function* workOnline({ operation, user }: ApplicationCall): Session<OperationResult | undefined> {
  const result = yield* performOperation('server', operation)
  yield* noteOpened(operation, result)
  const isLost = CONNECTION_LOST.includes(result.code) || result.code === ERROR.BAD_NET_NAME
  if (isLost && 'path' in operation) {
    yield* goOffline(operation.path)
    return undefined
  }
  if (result.code === ERROR.SUCCESS) yield* follow(operation)
  yield* noteRights(operation, user, result.entries)
  return result
}

/** Rights are recorded for whoever opens or lists an item online (P15.62). */
function* noteRights(
  operation: FileOperation,
  user: string,
  entries: readonly DirEntry[] = [],
): Session<void> {
  if (operation.do === 'close' || operation.do === 'remove') return
  const path = operation.do === 'rename' ? operation.to : operation.path
  yield* lookAtRights(path, user)
  if (entries.length === 0) return
  const owner = (yield* readShare(path))?.user
  for (const { name, denied } of entries) yield* recordSight(childOf(path, name), { user, owner, denied })
}

function* follow(operation: FileOperation): Session<void> {
  switch (operation.do) {
    case 'read':
    case 'list':
    case 'open':
    case 'close':
      return
    case 'remove':
      if (operation.stream !== undefined) return yield* refresh(operation.path)
      yield* takeOut(operation.path)
      return
    case 'rename':
      yield* takeOut(operation.path)
      return yield* refreshTree(operation.to)
    default:
      return yield* refresh(operation.path)
  }
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
