/** How a share comes to be offline because its server does not answer. */

import { ask, type Session } from '../../sim/port/mod.ts'
import { shareOf, type UncPath } from '../../sim/windows/mod.ts'

/** Codes that say that the server does not answer (P9.8). */
export const CONNECTION_LOST: readonly number[] = [53, 59, 64, 121, 1231, 1236]

/** OFFLINEFILES_OFFLINE_REASON_CONNECTION_ERROR. */
const CONNECTION_ERROR = 4

/** Takes the share of a path offline; one that is offline already keeps its reason (P9.7, P15.29, P15.69). */
export function* goOffline(path: UncPath): Session<void> {
  const share = shareOf(path)
  const reply = yield* ask({ kind: 'get-connection', share })
  if (reply.kind === 'failed' || !reply.connection.online) return
  yield* ask({ kind: 'set-connection', share, connection: { online: false, reason: CONNECTION_ERROR } })
}
