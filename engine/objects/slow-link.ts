/** What the service does once it finds the link to a share slow. */

import { ask, type Connection, type Session } from '../../sim/port/mod.ts'
import { ERROR, shareOf, type UncPath } from '../../sim/windows/mod.ts'
import { openFiles } from '../cache/mod.ts'

/** OFFLINEFILES_OFFLINE_REASON_CONNECTION_SLOW. */
const SLOW: Connection = { online: false, reason: 3 }

/** The Windows log: going over to the slow link was prevented by an open handle. */
const BLOCKED = 'event 1008'

/**
 * Takes the share of a path offline because its link is slow (9.1). Unlike `TransitionOffline` it closes nothing, and any file
 * that a program has open there prevents it, cached or not: the share stays online, and the log says why (9.2).
 *
 * @returns 0, also where the share stays online or was offline already; else the code why that could not be found out.
 */
export function* slowLink(path: UncPath): Session<number> {
  const share = shareOf(path)
  const now = yield* ask({ kind: 'get-connection', share })
  if (now.kind === 'failed') return now.code
  if (!now.connection.online) return ERROR.SUCCESS
  if ((yield* openFiles(share)).length > 0) {
    yield* ask({ kind: 'log', entry: { path: share, decision: 'stays online', because: [BLOCKED] } })
    return ERROR.SUCCESS
  }
  const set = yield* ask({ kind: 'set-connection', share, connection: SLOW })
  if (set.kind === 'failed') return set.code
  yield* ask({ kind: 'publish', event: { event: 'ITEMDISCONNECTED', path: share, type: 'directory' } })
  return ERROR.SUCCESS
}
