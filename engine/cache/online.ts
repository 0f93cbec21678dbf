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
import {
  childOf,
  ERROR,
  foldPath,
  nameOf,
  parentOf,
  type Ticks,
  type UncPath,
} from '../../sim/windows/mod.ts'
import { isPinned } from '../rules/mod.ts'
import { cacheOpened, isAutomatic, opensFile } from './automatic.ts'
import { type CacheRecord, cleanRecord, inheritedPins, isDirty } from './cache-record.ts'
import { CONNECTION_LOST, goOffline } from './connection.ts'
import { copyDown } from './copy-down.ts'
import { addEntry } from './entries.ts'
import { mergedListing } from './listing.ts'
import { noteOpened } from './open-files.ts'
import { readItem, readShare, recordedIn, writeItem } from './records.ts'
import { lookAtRights, recordSight } from './rights.ts'
import { withRoom } from './room.ts'
import { takeOut } from './take-out.ts'

/**
 * Performs what an application asks on the server and lets the cache follow. Where the server cannot be reached the share
 * goes offline, and the answer is `undefined`: the application goes on with the cache and hears nothing of it.
 */
export function* workOnline({ operation, user, now }: ApplicationCall): Session<OperationResult | undefined> {
  const result = yield* performOperation('server', operation)
  yield* noteOpened(operation, result)
  const isLost = CONNECTION_LOST.includes(result.code) || result.code === ERROR.BAD_NET_NAME
  if (isLost && 'path' in operation) {
    yield* goOffline(operation.path)
    return undefined
  }
  if (result.code === ERROR.SUCCESS) {
    yield* follow(operation)
    yield* keepOpened(operation, now)
  }
  const { entries } = result
  yield* noteRights(operation, user, entries)
  if (operation.do !== 'list' || entries === undefined) return result
  return { ...result, entries: yield* mergedListing(operation.path, entries) }
}

/** Rights are recorded for whoever opens or lists an item online (P15.62). */
function* noteRights(
  operation: FileOperation,
  user: string,
  entries: readonly DirEntry[] | undefined,
): Session<void> {
  if (operation.do === 'close' || operation.do === 'remove') return
  const path = operation.do === 'rename' ? operation.to : operation.path
  yield* lookAtRights(path, user)
  if (entries === undefined) return
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
    case 'rename': {
      const { path, to } = operation
      const before = yield* recordsBelow(path, to)
      yield* takeOut(path)
      return yield* refreshTree(to, before)
    }
    default:
      return yield* refresh(operation.path)
  }
}

/** What an application opens on a share that is cached automatically stays in the cache (9.4). */
function* keepOpened(operation: FileOperation, now: Ticks): Session<void> {
  if (opensFile(operation) && (yield* isAutomatic(operation.path))) yield* cacheOpened(operation.path, now)
}

/** The records of an item and all below it, by the folded paths they are about to move to. */
function* recordsBelow(path: UncPath, to: UncPath): Session<ReadonlyMap<string, CacheRecord>> {
  const record = yield* readItem(path)
  if (record === undefined || isDirty(record.marks)) return new Map()
  const found = new Map([[foldPath(to), record]])
  for (const child of record.type === 'directory' ? yield* recordedIn(path) : []) {
    for (const [key, below] of yield* recordsBelow(child, childOf(to, nameOf(child)))) found.set(key, below)
  }
  return found
}

/**
 * Makes the cached copy of an item what the server's is. A new item is cached where its directory is pinned, if it may be;
 * one that was renamed keeps what the cache knew of it. What is pinned has its entry even if it cannot be copied now (P15.54).
 */
function* refresh(path: UncPath, before?: CacheRecord): Session<void> {
  const here = yield* readItem(path)
  if (here !== undefined && isDirty(here.marks)) return
  const parent = yield* readItem(parentOf(path) ?? '')
  const pins = inheritedPins(parent?.pins ?? NOT_PINNED)
  const known = here ?? before
  if (known === undefined && !isPinned(pins)) return
  if (here === undefined) {
    const entry = yield* addEntry(path)
    if (isFailure(entry)) return
    yield* writeItem(path, { ...entry, pins: known?.pins ?? pins })
  }
  const original = yield* withRoom(path, () => copyDown(path))
  if (isFailure(original)) return
  const { name, type } = original
  yield* writeItem(path, cleanRecord({ pins, ...known, name, type }, original))
}

function* refreshTree(path: UncPath, before: ReadonlyMap<string, CacheRecord>): Session<void> {
  yield* refresh(path, before.get(foldPath(path)))
  const record = yield* readItem(path)
  if (record?.type !== 'directory') return
  const listing = yield* ask({ kind: 'list', on: 'server', path })
  for (const entry of listing.kind === 'failed' ? [] : listing.entries) {
    yield* refreshTree(childOf(path, entry.name), before)
  }
}
