/** How a share goes offline because its server does not answer, and online again; what stays offline until it is synchronized. */

import { ask, type Connection, type Session } from '../../sim/port/mod.ts'
import { parentOf, shareOf, type UncPath } from '../../sim/windows/mod.ts'
import { isDirty } from './cache-record.ts'
import { readItem } from './records.ts'

/** Codes that say that the server does not answer (P9.8). */
export const CONNECTION_LOST: readonly number[] = [53, 59, 64, 121, 1231, 1236]

/** OFFLINEFILES_OFFLINE_REASON_CONNECTION_ERROR. */
const CONNECTION_ERROR = 4

/** OFFLINEFILES_OFFLINE_REASON_NOT_APPLICABLE. */
const NOT_APPLICABLE = 1

/** Takes the share of a path offline; one that is offline already keeps its reason (P9.7, P15.29, P15.69). */
export function* goOffline(path: UncPath): Session<void> {
  const share = shareOf(path)
  const reply = yield* ask({ kind: 'get-connection', share })
  if (reply.kind === 'failed' || !reply.connection.online) return
  yield* ask({ kind: 'set-connection', share, connection: { online: false, reason: CONNECTION_ERROR } })
}

/** A share whose connection was lost goes online by itself as soon as its server answers again (section 9.1). */
export function* comesBack(path: UncPath, { online, reason }: Connection): Session<boolean> {
  if (online || reason !== CONNECTION_ERROR) return online
  const share = shareOf(path)
  const reply = yield* ask({ kind: 'connect', share })
  if (reply.kind === 'failed') return false
  yield* ask({ kind: 'set-connection', share, connection: { online: true, reason: NOT_APPLICABLE } })
  return true
}

/** True for what has changes that wait for a sync, and for all in a directory that the server does not have yet. */
export function* needsSync(path: UncPath): Session<boolean> {
  const record = yield* readItem(path)
  if (record !== undefined) return isDirty(record.marks)
  const parent = yield* readItem(parentOf(path) ?? '')
  return parent !== undefined && (parent.marks.createdOffline || parent.marks.deletedOffline)
}
