/** How a conflict policy settles each conflict state. */

import type { SyncOperation } from '../../sim/port/mod.ts'
import { CONFLICT_POLICY, SYNC_FLAG, type Ticks } from '../../sim/windows/mod.ts'
import { has, policyOf } from './flags.ts'
import { isBlocked } from './decide.ts'

/** Which copy wins. */
export type Winner = 'local' | 'server'

/** What is done with a conflict: an operation that lets one copy win, or a record of it. */
export type ConflictResolution =
  | { readonly do: 'record' }
  | { readonly do: 'resolve'; readonly winner: Winner; readonly operation: SyncOperation }

/** The moments KEEPLATEST compares: last change of each copy, or when the local one was deleted. */
export interface ConflictTimes {
  readonly local: Ticks
  readonly server: Ticks
}

type Pair = Readonly<Record<Winner, SyncOperation>>

const TRANSFER: Pair = { local: 'SYNC_TO_SERVER', server: 'SYNC_TO_CLIENT' }
const GONE_THERE: Pair = { local: 'CREATE_COPY_ON_SERVER', server: 'DELETE_CLIENT_COPY' }
const GONE_HERE: Pair = { local: 'DELETE_SERVER_COPY', server: 'CREATE_COPY_ON_CLIENT' }

/** The operation by which each copy wins, by state. File and directory clashes are not in it: they stay recorded. */
const OPERATIONS: ReadonlyMap<number, Pair> = new Map([
  [7, TRANSFER],
  [9, TRANSFER],
  [12, TRANSFER],
  [28, TRANSFER],
  [11, GONE_THERE],
  [15, GONE_THERE],
  [29, GONE_THERE],
  [36, GONE_HERE],
  [51, GONE_HERE],
  [37, GONE_HERE],
  [53, GONE_HERE],
])

/** The flag without which a winner cannot be carried out (P1.23). */
const NEEDED: Readonly<Record<Winner, number>> = { local: SYNC_FLAG.SYNCOUT, server: SYNC_FLAG.SYNCIN }

const RECORD: ConflictResolution = { do: 'record' }

/**
 * Applies the policy of the flags to a conflict (SYNC-29, SYNC-30, SYNC-31; without one SYNC-33). A policy that would
 * write a side the call does not ask for, or make a name that NONEWFILESOUT forbids, leaves the conflict recorded.
 */
export function resolve(state: number, flags: number, times: ConflictTimes): ConflictResolution {
  const winner = winnerOf(state, policyOf(flags), times)
  const operations = OPERATIONS.get(state)
  if (winner === undefined || operations === undefined) return RECORD
  const operation = operations[winner]
  if (!has(flags, NEEDED[winner]) || isBlocked(operation, flags)) return RECORD
  return { do: 'resolve', winner, operation }
}

/**
 * KEEPLATEST: the later last-change time wins, the server on a tie (P3.7); a copy the server deleted is put back, since
 * nobody knows when it was deleted.
 */
function winnerOf(state: number, policy: number, times: ConflictTimes): Winner | undefined {
  switch (policy) {
    case CONFLICT_POLICY.KEEPLOCAL:
      return 'local'
    case CONFLICT_POLICY.KEEPREMOTE:
      return 'server'
    case CONFLICT_POLICY.KEEPLATEST:
      return OPERATIONS.get(state) === GONE_THERE || times.local > times.server ? 'local' : 'server'
    default:
      return undefined
  }
}
