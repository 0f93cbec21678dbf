/** Operations that delete: the server's copy of what was deleted here, the local copy of what was deleted there. */

import { ask, type DirEntry, type ExpectedItem, type Session, type Side } from '../../sim/port/mod.ts'
import { ERROR } from '../../sim/windows/mod.ts'
import {
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
import type { Item } from './survey.ts'

/** Deletes the server's copy; a directory only when it is empty. */
export function* deleteOnServer(item: Item): Session<number> {
  const { path, server } = item
  if (server === undefined) return yield* forget(item)
  if (server.info.type === 'directory') {
    const remaining = yield* ask({ kind: 'list', on: 'server', path })
    if (remaining.kind === 'failed') return remaining.code
    if (remaining.entries.length > 0) return yield* keepDirectory(item, remaining.entries)
  }
  return yield* removeFrom('server', item, exactly(server.info))
}

/**
 * A directory deleted here still holds something there. What has come since it was surveyed brings it back (P2.9); a known
 * item whose deletion failed lets it fail with 145 (P15.41).
 */
function* keepDirectory(item: Item, remaining: readonly DirEntry[]): Session<number> {
  const records = yield* readDirectory(item.path)
  const isTombstone = (entry: DirEntry): boolean => {
    const record = records.get(entry.key)
    return isCacheRecord(record) && record.marks.deletedOffline
  }
  if (remaining.every(isTombstone)) return ERROR.DIR_NOT_EMPTY
  return yield* fetch(item, 'DELETE_SERVER_COPY')
}

/** Deletes the local copy. A directory in which new work is left stays, and counts as created offline (P15.72). */
export function* deleteOnClient(item: Item): Session<number> {
  const { path, local } = item
  if (local === undefined) return yield* forget(item)
  if (local.info.type === 'directory') {
    const remaining = yield* ask({ kind: 'list', on: 'cache', path })
    if (remaining.kind === 'failed') return remaining.code
    if (remaining.entries.length > 0) {
      yield* writeItem(path, { ...recordOf(item), original: null, marks: CREATED })
      return ERROR.SUCCESS
    }
  }
  return yield* removeFrom('cache', item, exactly(local.info))
}

function* removeFrom(on: Side, item: Item, expect: ExpectedItem): Session<number> {
  const { path } = item
  const intent: Intent = {
    path,
    operation: on === 'server' ? 'DELETE_SERVER_COPY' : 'DELETE_CLIENT_COPY',
    side: on,
    before: beforeOf(on === 'server' ? item.server : item.local),
    expect: null,
    localChange: null,
    record: recordOf(item),
  }
  yield* intend(intent)
  const reply = yield* ask({ kind: 'remove', on, path, expect, ignoreReadonly: true })
  const isGone = reply.kind !== 'failed' || reply.code === ERROR.FILE_NOT_FOUND ||
    reply.code === ERROR.PATH_NOT_FOUND
  if (!isGone) return yield* refused(path, reply)
  yield* recordGone(intent)
  yield* settled(path)
  yield* announceGone(item)
  return ERROR.SUCCESS
}

/** Erases what the cache knows of an item that is nowhere any more. */
export function* forget(item: Item): Session<number> {
  yield* writeItem(item.path, undefined)
  yield* settled(item.path)
  yield* announceGone(item)
  return ERROR.SUCCESS
}

function* announceGone({ path, record }: Item): Session<void> {
  const type = record?.type ?? 'file'
  yield* ask({ kind: 'publish', event: { event: 'ITEMDELETEDFROMCACHE', path, type } })
}
