/** How a resolution settles each conflict state. */

import type { SyncOperation } from '../../sim/port/mod.ts'
import { CONFLICT_POLICY, CONFLICT_RESOLVE, SYNC_FLAG, type Ticks } from '../../sim/windows/mod.ts'
import { has, policyOf } from './flags.ts'
import { isBlocked } from './decide.ts'

/** Which copy wins. */
export type Winner = 'local' | 'server'

/**
 * What is done with a conflict: one copy wins by an operation; both are kept, the local one under another name; a record is
 * written; nothing at all is done about it; the whole call is cancelled.
 */
export type ConflictResolution =
  | { readonly do: 'resolve'; readonly winner: Winner; readonly operation: SyncOperation }
  | { readonly do: 'keep-all' }
  | { readonly do: 'record' }
  | { readonly do: 'skip' }
  | { readonly do: 'abort' }

/** The moments KEEPLATEST compares: last change of each copy, or when the local one was deleted. */
export interface ConflictTimes {
  readonly local: Ticks
  readonly server: Ticks
}

/** In which call a conflict is to be settled. */
export interface ConflictContext {
  /** Effective flags. */
  readonly flags: number
  readonly times: ConflictTimes
}

type Pair = Readonly<Record<Winner, SyncOperation>>

const TRANSFER: Pair = { local: 'SYNC_TO_SERVER', server: 'SYNC_TO_CLIENT' }
const GONE_THERE: Pair = { local: 'CREATE_COPY_ON_SERVER', server: 'DELETE_CLIENT_COPY' }
const GONE_HERE: Pair = { local: 'DELETE_SERVER_COPY', server: 'CREATE_COPY_ON_CLIENT' }

/** A local directory against a server file. */
const DIRECTORY_AGAINST_FILE: readonly number[] = [3, 4, 22, 23, 26, 27]

/** A local file against a server directory. */
const FILE_AGAINST_DIRECTORY: readonly number[] = [1, 8, 10, 13, 14]

const BOTH_FILES: readonly number[] = [7, 9, 12]

/** The operation by which each copy wins, by state; between a file and a directory it is a replacement (P15.4). */
const OPERATIONS: ReadonlyMap<number, Pair> = new Map([
  ...[...BOTH_FILES, 28, ...DIRECTORY_AGAINST_FILE, ...FILE_AGAINST_DIRECTORY].map(
    (state): [number, Pair] => [state, TRANSFER],
  ),
  [11, GONE_THERE],
  [15, GONE_THERE],
  [29, GONE_THERE],
  [36, GONE_HERE],
  [51, GONE_HERE],
  [37, GONE_HERE],
  [53, GONE_HERE],
])

/** The states in which both copies can be kept: both are there, and one at least is a file. */
const KEEPS_ALL: readonly number[] = [...BOTH_FILES, ...DIRECTORY_AGAINST_FILE, ...FILE_AGAINST_DIRECTORY]

/** The flag without which a winner cannot be carried out (P1.23). */
const NEEDED: Readonly<Record<Winner, number>> = { local: SYNC_FLAG.SYNCOUT, server: SYNC_FLAG.SYNCIN }

const BY_POLICY: ReadonlyMap<number, number> = new Map([
  [CONFLICT_POLICY.KEEPLOCAL, CONFLICT_RESOLVE.KEEPLOCAL],
  [CONFLICT_POLICY.KEEPREMOTE, CONFLICT_RESOLVE.KEEPREMOTE],
  [CONFLICT_POLICY.KEEPLATEST, CONFLICT_RESOLVE.KEEPLATEST],
])

const RECORD: ConflictResolution = { do: 'record' }

/** The resolution the flags of a call ask for; NONE without a policy. The numbers differ. */
export function answerOf(flags: number): number {
  return BY_POLICY.get(policyOf(flags)) ?? CONFLICT_RESOLVE.NONE
}

/**
 * Applies a resolution to a conflict (SYNC-29, SYNC-30, SYNC-31; without one SYNC-33). One that would write a side the call
 * does not ask for, or make a name that NONEWFILESOUT forbids, leaves the conflict recorded (P1.23, P15.8); so does keeping
 * all where there are not two copies to keep (P3.5).
 */
export function resolve(
  state: number,
  resolution: number,
  { flags, times }: ConflictContext,
): ConflictResolution {
  switch (resolution) {
    case CONFLICT_RESOLVE.SKIP:
      return { do: 'skip' }
    case CONFLICT_RESOLVE.ABORT:
      return { do: 'abort' }
    case CONFLICT_RESOLVE.KEEPALLCHANGES: {
      const both = has(flags, SYNC_FLAG.SYNCIN) && has(flags, SYNC_FLAG.SYNCOUT)
      return both && KEEPS_ALL.includes(state) ? { do: 'keep-all' } : RECORD
    }
    default:
      return withWinner(state, winnerOf(state, resolution, times), flags)
  }
}

function withWinner(state: number, winner: Winner | undefined, flags: number): ConflictResolution {
  const operations = OPERATIONS.get(state)
  if (winner === undefined || operations === undefined) return RECORD
  const operation = operations[winner]
  if (!has(flags, NEEDED[winner]) || isBlocked(operation, flags)) return RECORD
  const pushesTree = winner === 'local' && DIRECTORY_AGAINST_FILE.includes(state)
  return pushesTree && isBlocked('CREATE_COPY_ON_SERVER', flags)
    ? RECORD
    : { do: 'resolve', winner, operation }
}

/**
 * KEEPLATEST: the later last-change time wins, the server on a tie (P3.7); a copy the server deleted is put back, since
 * nobody knows when it was deleted.
 */
function winnerOf(state: number, resolution: number, times: ConflictTimes): Winner | undefined {
  switch (resolution) {
    case CONFLICT_RESOLVE.KEEPLOCAL:
      return 'local'
    case CONFLICT_RESOLVE.KEEPREMOTE:
      return 'server'
    case CONFLICT_RESOLVE.KEEPLATEST:
      return OPERATIONS.get(state) === GONE_THERE || times.local > times.server ? 'local' : 'server'
    default:
      return undefined
  }
}
