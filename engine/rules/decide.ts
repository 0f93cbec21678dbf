/** What is done about each state, and which direction it needs. */

import type { SyncOperation } from '../../sim/port/mod.ts'
import { ERROR, SYNC_FLAG } from '../../sim/windows/mod.ts'
import { has } from './flags.ts'

/**
 * The class of a state: nothing to do, plain sync-in, sync-in only as a new pinned item, merge of two directories, plain
 * sync-out, fill, conflict, reserved.
 */
export type StateClass = 'stable' | 'in' | 'new' | 'merge' | 'out' | 'fill' | 'conflict' | 'reserved'

/** A state's class and its operation; conflicts have theirs in `resolve`. */
export interface StateRow {
  readonly class: StateClass
  readonly operation?: SyncOperation
}

const STABLE: StateRow = { class: 'stable' }
const CONFLICT: StateRow = { class: 'conflict' }
const RESERVED: StateRow = { class: 'reserved' }
const DOWNLOAD: StateRow = { class: 'in', operation: 'SYNC_TO_CLIENT' }
const DROP: StateRow = { class: 'in', operation: 'DELETE_CLIENT_COPY' }
const NEW: StateRow = { class: 'new', operation: 'CREATE_COPY_ON_CLIENT' }
const MERGE: StateRow = { class: 'merge', operation: 'SYNC_TO_CLIENT' }
const CREATE: StateRow = { class: 'out', operation: 'CREATE_COPY_ON_SERVER' }
const UPLOAD: StateRow = { class: 'out', operation: 'SYNC_TO_SERVER' }
const REMOVE: StateRow = { class: 'out', operation: 'DELETE_SERVER_COPY' }
const FILL: StateRow = { class: 'fill', operation: 'SYNC_TO_CLIENT' }

/** One row a state; the position is its number. */
export const STATE_ROWS: readonly StateRow[] = [
  STABLE, // 0 Stable
  CONFLICT, // 1 FileOnClient_DirOnServer
  CREATE, // 2 FileOnClient_NoServerCopy
  CONFLICT, // 3 DirOnClient_FileOnServer
  CONFLICT, // 4 DirOnClient_FileChangedOnServer
  CREATE, // 5 DirOnClient_NoServerCopy
  CREATE, // 6 FileCreatedOnClient_NoServerCopy
  CONFLICT, // 7 FileCreatedOnClient_FileChangedOnServer
  CONFLICT, // 8 FileCreatedOnClient_DirChangedOnServer
  CONFLICT, // 9 FileCreatedOnClient_FileOnServer
  CONFLICT, // 10 FileCreatedOnClient_DirOnServer
  CONFLICT, // 11 FileCreatedOnClient_DeletedOnServer
  CONFLICT, // 12 FileChangedOnClient_ChangedOnServer
  CONFLICT, // 13 FileChangedOnClient_DirOnServer
  CONFLICT, // 14 FileChangedOnClient_DirChangedOnServer
  CONFLICT, // 15 FileChangedOnClient_DeletedOnServer
  DOWNLOAD, // 16 FileSparseOnClient_ChangedOnServer
  DROP, // 17 FileSparseOnClient_DeletedOnServer
  DOWNLOAD, // 18 FileSparseOnClient_DirOnServer
  DOWNLOAD, // 19 FileSparseOnClient_DirChangedOnServer
  CREATE, // 20 DirCreatedOnClient_NoServerCopy
  MERGE, // 21 DirCreatedOnClient_DirOnServer
  CONFLICT, // 22 DirCreatedOnClient_FileOnServer
  CONFLICT, // 23 DirCreatedOnClient_FileChangedOnServer
  MERGE, // 24 DirCreatedOnClient_DirChangedOnServer
  CREATE, // 25 DirCreatedOnClient_DeletedOnServer
  CONFLICT, // 26 DirChangedOnClient_FileOnServer
  CONFLICT, // 27 DirChangedOnClient_FileChangedOnServer
  CONFLICT, // 28 DirChangedOnClient_ChangedOnServer
  CONFLICT, // 29 DirChangedOnClient_DeletedOnServer
  NEW, // 30 NoClientCopy_FileOnServer
  NEW, // 31 NoClientCopy_DirOnServer
  NEW, // 32 NoClientCopy_FileChangedOnServer
  NEW, // 33 NoClientCopy_DirChangedOnServer
  REMOVE, // 34 DeletedOnClient_FileOnServer
  REMOVE, // 35 DeletedOnClient_DirOnServer
  CONFLICT, // 36 DeletedOnClient_FileChangedOnServer
  CONFLICT, // 37 DeletedOnClient_DirChangedOnServer
  FILL, // 38 FileSparseOnClient
  UPLOAD, // 39 FileChangedOnClient
  RESERVED, // 40 FileRenamedOnClient
  FILL, // 41 DirSparseOnClient
  UPLOAD, // 42 DirChangedOnClient
  RESERVED, // 43 DirRenamedOnClient
  DOWNLOAD, // 44 FileChangedOnServer
  RESERVED, // 45 FileRenamedOnServer
  DROP, // 46 FileDeletedOnServer
  DOWNLOAD, // 47 DirChangedOnServer
  RESERVED, // 48 DirRenamedOnServer
  DROP, // 49 DirDeletedOnServer
  REMOVE, // 50 FileReplacedAndDeletedOnClient_FileOnServer
  CONFLICT, // 51 FileReplacedAndDeletedOnClient_FileChangedOnServer
  REMOVE, // 52 FileReplacedAndDeletedOnClient_DirOnServer
  CONFLICT, // 53 FileReplacedAndDeletedOnClient_DirChangedOnServer
]

/** The flags of which one must be set before a class means work; conflicts are met in a run of either direction. */
const DIRECTIONS: Readonly<Record<StateClass, number>> = {
  stable: 0,
  in: SYNC_FLAG.SYNCIN,
  new: SYNC_FLAG.PINNEWFILES,
  merge: SYNC_FLAG.SYNCIN,
  out: SYNC_FLAG.SYNCOUT,
  fill: SYNC_FLAG.FILLSPARSE,
  conflict: SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT,
  reserved: 0,
}

/** What a run does about an item before policies and neighbours are looked at. */
export type Action =
  | { readonly do: 'nothing' }
  | { readonly do: 'conflict' }
  | { readonly do: 'work'; readonly operation: SyncOperation }
  | { readonly do: 'fail'; readonly operation: SyncOperation; readonly code: number }

const NOTHING: Action = { do: 'nothing' }

/**
 * What is done about sparse files that can no longer be filled with what they were, when nothing but filling is asked for: the
 * whole new content is fetched; deletions and changes of type are work of SYNCIN (P2.13, P15.45).
 */
const FILL_ALONE: ReadonlyMap<number, Action> = new Map<number, Action>([
  [16, { do: 'work', operation: 'SYNC_TO_CLIENT' }],
  [17, { do: 'fail', operation: 'SYNC_TO_CLIENT', code: ERROR.FILE_NOT_FOUND }],
  [18, { do: 'fail', operation: 'SYNC_TO_CLIENT', code: ERROR.ACCESS_DENIED }],
  [19, { do: 'fail', operation: 'SYNC_TO_CLIENT', code: ERROR.ACCESS_DENIED }],
])

/**
 * Decides about a state under effective flags: the direction table (SYNC-03, SYNC-05, SYNC-07, SYNC-08), and no new names on
 * the server with NONEWFILESOUT (P15.8).
 */
export function decide(state: number, flags: number): Action {
  const row = STATE_ROWS[state] ?? STABLE
  const fillsAlone = has(flags, SYNC_FLAG.FILLSPARSE) && !has(flags, SYNC_FLAG.SYNCIN)
  const alone = fillsAlone ? FILL_ALONE.get(state) : undefined
  if (alone !== undefined) return alone
  if (!has(flags, DIRECTIONS[row.class])) return NOTHING
  if (row.class === 'conflict') return { do: 'conflict' }
  if (row.operation === undefined || isBlocked(row.operation, flags)) return NOTHING
  return { do: 'work', operation: row.operation }
}

/** True when NONEWFILESOUT forbids an operation. */
export function isBlocked(operation: SyncOperation, flags: number): boolean {
  return operation === 'CREATE_COPY_ON_SERVER' && has(flags, SYNC_FLAG.NONEWFILESOUT)
}
