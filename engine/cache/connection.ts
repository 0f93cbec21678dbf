/** How a share goes offline because its server does not answer, and online again; what of it stays offline all the same. */

import { ask, type Connection, type ItemView, type Json, type Session } from '../../sim/port/mod.ts'
import { foldPath, parentOf, partsOf, shareOf, type UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, CLEAN, isDirty } from './cache-record.ts'
import { BUCKET, isConflictEntry, readBucket, readItem } from './records.ts'

/** Codes that say that the server does not answer (P9.8). */
export const CONNECTION_LOST: readonly number[] = [53, 59, 64, 121, 1231, 1236]

/** OFFLINEFILES_OFFLINE_REASON_CONNECTION_ERROR. */
const CONNECTION_ERROR = 4

/** OFFLINEFILES_OFFLINE_REASON_NOT_APPLICABLE. */
const NOT_APPLICABLE = 1

/** Both directories changed: no conflict about what is in them. */
const DIR_BOTH_CHANGED = 28

/** OFFLINEFILES_OFFLINE_REASON_ITEM_VERSION_CONFLICT and _ITEM_SUSPENDED. */
const IN_CONFLICT: Connection = { online: false, reason: 5 }
const SUSPENDED: Connection = { online: false, reason: 6 }

/** How the share of a path stands; `undefined` when that cannot be told. */
export function* shareConnection(path: UncPath): Session<Connection | undefined> {
  const reply = yield* ask({ kind: 'get-connection', share: shareOf(path) })
  return reply.kind === 'failed' ? undefined : reply.connection
}

/** How an item stands: of several reasons to be offline the narrowest counts, its share's last (P15.29). */
export function itemConnection(
  { suspended, conflict }: Pick<ItemView, 'suspended' | 'conflict'>,
  share: Connection | undefined,
): Connection | undefined {
  if (suspended) return SUSPENDED
  return conflict === undefined ? share : IN_CONFLICT
}

/** Takes the share of a path offline; one that is offline already keeps its reason (P9.7, P15.29, P15.69). */
export function* goOffline(path: UncPath): Session<void> {
  const share = shareOf(path)
  const reply = yield* ask({ kind: 'get-connection', share })
  if (reply.kind === 'failed' || !reply.connection.online) return
  yield* ask({ kind: 'set-connection', share, connection: { online: false, reason: CONNECTION_ERROR } })
}

/** A share whose connection was lost goes online by itself as soon as its server answers again. */
export function* comesBack(path: UncPath, { online, reason }: Connection): Session<boolean> {
  if (online || reason !== CONNECTION_ERROR) return online
  const share = shareOf(path)
  const reply = yield* ask({ kind: 'connect', share })
  if (reply.kind === 'failed') return false
  yield* ask({ kind: 'set-connection', share, connection: { online: true, reason: NOT_APPLICABLE } })
  return true
}

/**
 * True for an item that is worked on in the cache though its share is online: its changes wait for a sync, a conflict of it is
 * recorded (reason 5), or it is suspended (reason 6; D7.2).
 */
export function staysHere(record: CacheRecord | undefined, conflict: Json | undefined): boolean {
  if (isConflictEntry(conflict)) return true
  return record !== undefined && (record.suspendedRoot === true || isDirty(record.marks))
}

/** Likewise for an item with all the directories it is in. */
export function* staysOffline(path: UncPath): Session<boolean> {
  const conflicts = yield* readBucket(BUCKET.conflicts)
  if (staysHere(yield* readItem(path), conflicts.get(foldPath(path)))) return true
  const parent = parentOf(path)
  return parent !== undefined && (yield* holdsBack(parent, conflicts))
}

/** True for a directory whose items are all worked on in the cache. */
export function* isShut(directory: UncPath): Session<boolean> {
  return yield* holdsBack(directory, yield* readBucket(BUCKET.conflicts))
}

/**
 * A directory holds back what is in it while it or one above it is suspended, does not exist on the server, or is in a
 * conflict that decides what becomes of its content: any but that of two changed directories (P15.5, P15.42).
 */
function* holdsBack(directory: UncPath, conflicts: ReadonlyMap<string, Json>): Session<boolean> {
  for (let at = directory; partsOf(at).length > 1; at = parentOf(at) ?? '') {
    const record = yield* readItem(at)
    const { createdOffline, deletedOffline } = record?.marks ?? CLEAN
    if (record?.suspendedRoot === true || createdOffline || deletedOffline) return true
    const conflict = conflicts.get(foldPath(at))
    if (isConflictEntry(conflict) && conflict.state !== DIR_BOTH_CHANGED) return true
  }
  return false
}
