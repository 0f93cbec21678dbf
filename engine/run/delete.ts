/** Operations that delete: the server's copy of what was deleted here, the local copy of what was deleted there. */

import { ask, type DirEntry, type Session, type Side } from '../../sim/port/mod.ts'
import { ERROR, isNotThere } from '../../sim/windows/mod.ts'
import {
  type CacheRecord,
  CREATED,
  intend,
  type Intent,
  isCacheRecord,
  readDirectory,
  recordGone,
  settled,
  writeItem,
} from '../cache/mod.ts'
import { beforeOf, exactly, recordOf, refused } from './change.ts'
import { fetch } from './fetch.ts'
import type { RunContext } from './context.ts'
import type { Item } from './item.ts'

const DIR_CHANGED_DELETED = 29

/** Deletes the server's copy; a directory only when it is empty. */
export function* deleteOnServer(run: RunContext, item: Item): Session<number> {
  const { path, server } = item
  if (server === undefined) return yield* forget(item)
  if (server.info.type === 'directory') {
    const remaining = yield* ask({ kind: 'list', on: 'server', path })
    if (remaining.kind === 'failed') return remaining.code
    if (remaining.entries.length > 0) return yield* keepDirectory(run, item, remaining.entries)
  }
  return yield* removeFrom('server', item)
}

/**
 * A directory deleted here still holds something there. What has come since it was surveyed brings it back (P2.9); a known
 * item whose deletion failed lets it fail with 145 (P15.41).
 */
function* keepDirectory(
  run: RunContext,
  item: Item,
  remaining: readonly DirEntry[],
): Session<number> {
  const records = yield* readDirectory(item.path)
  const isTombstone = (entry: DirEntry): boolean => {
    const record = records.get(entry.key)
    return isCacheRecord(record) && record.marks.deletedOffline
  }
  if (remaining.every(isTombstone)) return ERROR.DIR_NOT_EMPTY
  return yield* fetch(run, item, { operation: 'DELETE_SERVER_COPY' })
}

/** Deletes the local copy. A directory in which new work is left stays, and counts as created offline (P15.72). */
export function* deleteOnClient(item: Item): Session<number> {
  const { path, local } = item
  if (local === undefined) return yield* forget(item)
  if (local.info.type === 'directory') {
    const remaining = yield* ask({ kind: 'list', on: 'cache', path })
    if (remaining.kind === 'failed') return remaining.code
    if (remaining.entries.length > 0) {
      if (item.cell !== DIR_CHANGED_DELETED) return ERROR.DIR_NOT_EMPTY
      yield* writeItem(path, { ...recordOf(item), original: null, marks: CREATED })
      return ERROR.SUCCESS
    }
  }
  return yield* removeFrom('cache', item)
}

/** What is needed of an item to remove a copy of it. */
export type Removed = Pick<Item, 'path' | 'record' | 'local' | 'server' | 'rights' | 'newPins'>

/**
 * Removes one side's copy as it was surveyed.
 *
 * @param after What the cache remembers from then on; nothing, unless the other side's copy is to take its place.
 */
export function* removeFrom(on: Side, item: Removed, after?: CacheRecord): Session<number> {
  const { path } = item
  const target = on === 'server' ? item.server : item.local
  if (target === undefined) return ERROR.FILE_NOT_FOUND
  const expect = exactly(target.info)
  const intent: Intent = {
    path,
    operation: on === 'server' ? 'DELETE_SERVER_COPY' : 'DELETE_CLIENT_COPY',
    side: on,
    before: beforeOf(target),
    expect: null,
    localChange: null,
    record: recordOf(item),
    ...(after === undefined ? {} : { after }),
  }
  yield* intend(intent)
  const reply = yield* ask({ kind: 'remove', on, path, expect, ignoreReadonly: true })
  if (reply.kind === 'failed' && !isNotThere(reply.code)) return yield* refused(path, reply)
  yield* recordGone(intent)
  yield* settled(path)
  if (after === undefined && (on === 'cache' || item.local === undefined)) yield* announceGone(item)
  return ERROR.SUCCESS
}

/** Erases what the cache knows of an item that is nowhere any more. */
export function* forget(item: Item): Session<number> {
  yield* writeItem(item.path, undefined)
  yield* settled(item.path)
  yield* announceGone(item)
  return ERROR.SUCCESS
}

function* announceGone({ path, record }: Pick<Item, 'path' | 'record'>): Session<void> {
  const type = record?.type ?? 'file'
  yield* ask({ kind: 'publish', event: { event: 'ITEMDELETEDFROMCACHE', path, type } })
}
