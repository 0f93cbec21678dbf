/**
 * What an engine may ask of its world. Every request is a plain value; the host performs it, numbers it, moves the clock
 * by one tick and answers with a `Reply` of the same `kind`, or with `failed` and a Win32 code.
 *
 * Codes that go without saying: every request about the server may fail with 53 (it cannot be reached), 67 (no such share),
 * 5 (the user has not the right) or 1326 (the server asks for credentials); every request with a path with 2 (the name is
 * missing), 3 (its parent is) or 303 (it goes when its last handle closes); every request with a handle with 6 (there is no
 * such handle), 5 (it was not opened for that), 32 (an application got the file) or 64 (its connection is gone); every one that
 * writes with 112 (the disk is full) or 1295 (the user's quota is used up). A fault may bring any code. A request that is
 * malformed is no failure but a `CsclabError` of code `protocol`.
 */

import type { UncPath } from '../windows/mod.ts'
import type { Connection } from './application.ts'
import type {
  Access,
  CacheEvent,
  Contention,
  Decision,
  Expectation,
  InfoChange,
  Json,
  PromptChannel,
  ShareMode,
  Side,
} from './values.ts'

/** A number the host gave for an open item or for staged bytes; worthless after `close` or `commit`. */
export type Handle = number

/** Makes sure a share answers. */
export interface ConnectRequest {
  readonly kind: 'connect'
  readonly share: UncPath
}

/**
 * Lists one directory, sorted by key. Fails also with 267 (not a directory). What is handed out never changes: when it is the
 * same frozen array as before, the directory holds what it held.
 */
export interface ListRequest {
  readonly kind: 'list'
  readonly on: Side
  readonly path: UncPath
}

/** Looks at one item. */
export interface StatRequest {
  readonly kind: 'stat'
  readonly on: Side
  readonly path: UncPath
}

/**
 * Opens a file. `create` demands that nothing has the name (80), `open` that something has (2); `open-or-create` takes
 * both. Fails also with 5 (a directory, or READONLY opened for writing), 32 (share modes), 123 and 206 (names).
 */
export interface OpenRequest {
  readonly kind: 'open'
  readonly on: Side
  readonly path: UncPath
  readonly access: Access
  readonly share: ShareMode
  readonly disposition: 'open' | 'create' | 'open-or-create'
  /** Default `hold`. */
  readonly contention?: Contention
  /** Reads give the content as of the open, whatever is written meanwhile (P15.65). Default false. */
  readonly snapshot?: boolean
  /** A named stream of the file instead of its content. Fails also with 123 where the volume keeps none. */
  readonly stream?: string
}

/** Reads at most `length` bytes; the reply is shorter only at the end of the file. */
export interface ReadRequest {
  readonly kind: 'read'
  readonly handle: Handle
  /** Bytes from the start, at least 0. */
  readonly offset: number
  /** Bytes, 1 to 1 MiB. */
  readonly length: number
}

/** Writes bytes at an offset: in place and visible at once, or into staged bytes. */
export interface WriteRequest {
  readonly kind: 'write'
  readonly handle: Handle
  readonly offset: number
  /** 1 byte to 1 MiB. */
  readonly bytes: Uint8Array
}

/** Sets the size, cutting or filling with zeros. Fails as `write` does. */
export interface TruncateRequest {
  readonly kind: 'truncate'
  readonly handle: Handle
  readonly size: number
}

/**
 * Makes a file sparse or an ordinary one (FSCTL_SET_SPARSE): what was never written to a sparse file takes no room. Staged
 * bytes take it along to their file.
 */
export interface SetSparseRequest {
  readonly kind: 'set-sparse'
  readonly handle: Handle
  readonly sparse: boolean
}

/** Writes zeros; a sparse file gives up the room of whole blocks of them (FSCTL_SET_ZERO_DATA). */
export interface ZeroRequest {
  readonly kind: 'zero'
  readonly handle: Handle
  readonly offset: number
  /** Bytes, at least 1. */
  readonly length: number
}

/** Asks which parts of a file take room (FSCTL_QUERY_ALLOCATED_RANGES); everything else of it reads as zeros. */
export interface QueryRangesRequest {
  readonly kind: 'query-ranges'
  readonly handle: Handle
}

/**
 * Opens staged bytes for a file: empty, in no directory, seen by nobody, gone with the handle. `commit` makes them the
 * content of `path`; READONLY does not stand in its way (P15.27). Fails also with 5 (a directory has the name), 32 (share
 * modes), 123 and 206 (names).
 */
export interface StageRequest {
  readonly kind: 'stage'
  readonly on: Side
  readonly path: UncPath
  /** Default `hold`. */
  readonly contention?: Contention
}

/**
 * Makes staged bytes the unnamed stream of their path in one event, and closes the handle: the file keeps its id, other
 * streams and rights, or comes into being. `expect` is checked in the same event: when it does not hold, the reply is marked
 * `unexpected`, with 80 (something is there), 2 (nothing is) or 1224 (it has changed), and the handle stays open. Fails also
 * with 5 (a directory has the name by now).
 */
export interface CommitRequest {
  readonly kind: 'commit'
  readonly handle: Handle
  readonly expect: Expectation
  readonly info?: InfoChange
}

/** Gives a handle back, a broken one too; staged bytes vanish. */
export interface CloseRequest {
  readonly kind: 'close'
  readonly handle: Handle
}

/** Sets attributes and times. `expect` is checked as in `commit`. */
export interface SetInfoRequest {
  readonly kind: 'set-info'
  readonly on: Side
  readonly path: UncPath
  readonly info: InfoChange
  readonly expect?: Expectation
}

/** Makes a directory. Fails also with 5 (a server or share), 183 (the name is taken), 123 and 206 (names). */
export interface MkdirRequest {
  readonly kind: 'mkdir'
  readonly on: Side
  readonly path: UncPath
  readonly info?: InfoChange
}

/**
 * Moves an item to another name on the same share; a directory takes its tree along. Fails also with 5 (a share; onto a
 * directory, a directory onto a file, into itself; READONLY or something open in the way; something open below), 17 (another
 * share), 32 (open), 183 (taken and `replace` is false), 123 and 206 (names). `expect` is checked as in `commit`.
 */
export interface RenameRequest {
  readonly kind: 'rename'
  readonly on: Side
  readonly path: UncPath
  readonly to: UncPath
  /** A file in the way is replaced in the same event. */
  readonly replace: boolean
  readonly expect?: Expectation
}

/**
 * Removes a file or an empty directory. Fails also with 5 (a share, READONLY), 32 (open) and 145 (not empty). `expect` is
 * checked as in `commit`.
 */
export interface RemoveRequest {
  readonly kind: 'remove'
  readonly on: Side
  readonly path: UncPath
  /** Removes only this named stream of the file. */
  readonly stream?: string
  /** Removes the item even when it is READONLY (FILE_DISPOSITION_IGNORE_READONLY_ATTRIBUTE). Default false. */
  readonly ignoreReadonly?: boolean
  readonly expect?: Expectation
}

/** Lists the named streams of a file, sorted by name. */
export interface ListStreamsRequest {
  readonly kind: 'list-streams'
  readonly on: Side
  readonly path: UncPath
}

/**
 * Reads one of the engine's own durable records. Records live in buckets, survive crashes, and each put is atomic.
 * A record that was never put answers `undefined`.
 */
export interface GetRecordRequest {
  readonly kind: 'get-record'
  readonly bucket: string
  readonly key: string
}

/**
 * Puts a record, or erases it with `value` undefined. With `expect` only if it is as expected, checked in the same event:
 * else the reply is marked `unexpected`, with 1224, and somebody else has put it meanwhile.
 */
export interface PutRecordRequest {
  readonly kind: 'put-record'
  readonly bucket: string
  readonly key: string
  readonly value: Json | undefined
  readonly expect?: { readonly value: Json | undefined }
}

/** Reads a whole bucket. What is handed out never changes: when it is the same frozen map as before, so are the records. */
export interface ListRecordsRequest {
  readonly kind: 'list-records'
  readonly bucket: string
}

/** Asks the client's clock. */
export interface ClockRequest {
  readonly kind: 'clock'
}

/** Asks whether Offline Files is enabled (configured to run) and active (running now). */
export interface StatusRequest {
  readonly kind: 'status'
}

/** Reads the machine's policy settings. */
export interface SettingsRequest {
  readonly kind: 'settings'
}

/** Asks how a share stands for the client. */
export interface GetConnectionRequest {
  readonly kind: 'get-connection'
  readonly share: UncPath
}

/** Takes a share offline or online for the client's applications (P9.7, P15.63). */
export interface SetConnectionRequest {
  readonly kind: 'set-connection'
  readonly share: UncPath
  readonly connection: Connection
}

/** Progress reasons: Begin, End, ItemBegin, ItemResult (SYNC-36 … SYNC-39). */
export type ProgressReason = 0 | 1 | 2 | 3

/** Reports progress and waits for the caller's answer (SYNC-22). */
export interface ProgressRequest {
  readonly kind: 'progress'
  readonly reason: ProgressReason
  /** An HRESULT; 0 is success (SYNC-40). */
  readonly result: number
  /** The item's path; empty for Begin and End (SYNC-42). */
  readonly path: UncPath
  /** `Reason:Result:ResultText:[Path]`, as the caller of the method receives it (SYNC-35). */
  readonly message: string
  /** Work items known so far (iUpperBound). */
  readonly upperBound: number
  /** Work items finished (iCurrent). */
  readonly current: number
}

/** Asks whether the operation is to stop: the caller's QueryAbort, or a cancelled call. */
export interface QueryAbortRequest {
  readonly kind: 'query-abort'
}

/** Asks the caller's conflict handler; only when the call has one. */
export interface ResolveConflictRequest {
  readonly kind: 'resolve-conflict'
  readonly path: UncPath
  /** OFFLINEFILES_SYNC_STATE number. */
  readonly state: number
  /** LOCAL_KNOWN 1 | REMOTE_KNOWN 2. */
  readonly known: number
  /** OFFLINEFILES_CHANGES bits. */
  readonly changes: number
}

/** Shows a credential prompt for a server, in a window or on the console. */
export interface AskCredentialsRequest {
  readonly kind: 'ask-credentials'
  readonly server: UncPath
  readonly channel: PromptChannel
}

/** Publishes an Offline Files event to whoever listens. */
export interface PublishRequest {
  readonly kind: 'publish'
  readonly event: CacheEvent
}

/** Writes to the event log what the engine made of one item; changes nothing. */
export interface LogRequest {
  readonly kind: 'log'
  readonly entry: Decision
}

type AnyRequest =
  | ConnectRequest
  | ListRequest
  | StatRequest
  | OpenRequest
  | ReadRequest
  | WriteRequest
  | TruncateRequest
  | StageRequest
  | SetSparseRequest
  | ZeroRequest
  | QueryRangesRequest
  | CommitRequest
  | CloseRequest
  | SetInfoRequest
  | MkdirRequest
  | RenameRequest
  | RemoveRequest
  | ListStreamsRequest
  | GetRecordRequest
  | PutRecordRequest
  | ListRecordsRequest
  | ClockRequest
  | StatusRequest
  | SettingsRequest
  | GetConnectionRequest
  | SetConnectionRequest
  | ProgressRequest
  | QueryAbortRequest
  | ResolveConflictRequest
  | AskCredentialsRequest
  | PublishRequest
  | LogRequest

/** The operations of OFFLINEFILES_SYNC_OPERATION, in the order of their numbers. */
export type SyncOperation =
  | 'CREATE_COPY_ON_SERVER'
  | 'CREATE_COPY_ON_CLIENT'
  | 'SYNC_TO_SERVER'
  | 'SYNC_TO_CLIENT'
  | 'DELETE_SERVER_COPY'
  | 'DELETE_CLIENT_COPY'
  | 'PIN'
  | 'PREPARE'

/**
 * Any request. `operation` says what the engine is doing for whose sake; it goes into the request's address and changes
 * nothing else (see `within`).
 */
export type Request = AnyRequest & { readonly operation?: Work }

/** The operation in hand and the item it is for. */
export interface Work {
  readonly name: SyncOperation
  readonly path: UncPath
}

/** The kind of any request. */
export type RequestKind = Request['kind']
