/** `TransitionOnline` and `TransitionOffline`: take the share of a path online or offline for the client's applications. */

import { ask, type Connection, type Session } from '../../sim/port/mod.ts'
import { ERROR, partsOf, shareOf, SYNC_FLAG, type UncPath } from '../../sim/windows/mod.ts'
import { filesInTheWay, orCode, readShare } from '../cache/mod.ts'
import { has, type Rules } from '../rules/mod.ts'
import { connectTo } from '../run/mod.ts'
import { admitOne } from './admit-one.ts'
import { rulesFor, TRANSITION_FLAG } from './flags.ts'

/** One call of `TransitionOnline` or `TransitionOffline`; path and flags as the caller gave them. */
export interface TransitionCall {
  readonly path: string | null
  /** See {@linkcode TRANSITION_FLAG}. */
  readonly flags: number
  readonly user: string
}

/** A call of `TransitionOffline`. */
export interface OfflineCall extends TransitionCall {
  /** Close what stands in the way. */
  readonly force: boolean
}

/** What `TransitionOffline` answers. */
export interface OfflineResult {
  /** The method's return value. */
  readonly returned: number
  /** True when files that are open and not cached kept the share online. */
  readonly openFiles: boolean
}

const ONLINE: Connection = { online: true, reason: 1 }

/** OFFLINEFILES_OFFLINE_REASON_CONNECTION_FORCED. */
const FORCED: Connection = { online: false, reason: 2 }

/**
 * Runs one call of `TransitionOnline`: the nearest shared folder above the path goes online, whatever took it offline, if its
 * server answers. What is suspended or in conflict stays offline (P7.8).
 *
 * @returns 0, also where it is online already; 87 for a server, 2 for a share of which nothing is cached, or the code why the
 * share cannot be reached: it then stands as it did.
 */
export function* transitionOnline(rules: Rules, call: TransitionCall): Session<number> {
  const share = yield* admitShare(rules, call)
  if (typeof share === 'number') return share
  const now = yield* connectionOf(share)
  if (typeof now === 'number' || now.online) return typeof now === 'number' ? now : ERROR.SUCCESS
  const code = yield* connectTo(share, promptFlags(call.flags))
  if (code !== ERROR.SUCCESS) return code
  return yield* turn(share, now, ONLINE)
}

/**
 * Runs one call of `TransitionOffline`: the nearest shared folder above the path goes offline until it is taken online again.
 * Files that applications have open on the server and that are not cached prevent it, unless `force` closes them.
 */
export function* transitionOffline(rules: Rules, call: OfflineCall): Session<OfflineResult> {
  const share = yield* admitShare(rules, call)
  if (typeof share === 'number') return { returned: share, openFiles: false }
  const now = yield* connectionOf(share)
  if (typeof now === 'number') return { returned: now, openFiles: false }
  if (!now.online && now.reason === FORCED.reason) return { returned: ERROR.SUCCESS, openFiles: false }
  const open = yield* orCode<readonly number[] | number>(filesInTheWay(share), (code) => code)
  if (typeof open === 'number') return { returned: open, openFiles: false }
  if (open.length > 0 && !call.force) return { returned: ERROR.SUCCESS, openFiles: true }
  for (const handle of open) yield* ask({ kind: 'close', handle })
  return { returned: yield* turn(share, now, FORCED), openFiles: false }
}

/** The scope of a transition: the shared folder the path lies in. */
function* admitShare(rules: Rules, { path: given, flags, user }: TransitionCall): Session<UncPath | number> {
  const path = yield* admitOne(rulesFor(rules, TRANSITION_FLAG), given, { flags, user })
  if (typeof path === 'number') return path
  if (partsOf(path).length < 2) return ERROR.INVALID_PARAMETER
  const known = yield* orCode(isShareKnown(path), (code) => code)
  return typeof known === 'number' ? known : known ? shareOf(path) : ERROR.FILE_NOT_FOUND
}

function* isShareKnown(path: UncPath): Session<boolean | number> {
  return (yield* readShare(path)) !== undefined
}

function* connectionOf(share: UncPath): Session<Connection | number> {
  const reply = yield* ask({ kind: 'get-connection', share })
  return reply.kind === 'failed' ? reply.code : reply.connection
}

/** What was offline already for another reason is not disconnected a second time. */
function* turn(share: UncPath, before: Connection, connection: Connection): Session<number> {
  const reply = yield* ask({ kind: 'set-connection', share, connection })
  if (reply.kind === 'failed') return reply.code
  if (before.online === connection.online) return ERROR.SUCCESS
  const event = connection.online ? 'ITEMRECONNECTED' : 'ITEMDISCONNECTED'
  yield* ask({ kind: 'publish', event: { event, path: share, type: 'directory' } })
  return ERROR.SUCCESS
}

function promptFlags(flags: number): number {
  if (!has(flags, TRANSITION_FLAG.INTERACTIVE)) return 0
  return SYNC_FLAG.INTERACTIVE | (has(flags, TRANSITION_FLAG.CONSOLE) ? SYNC_FLAG.CONSOLE : 0)
}
