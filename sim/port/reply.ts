/** What the world answers: a reply of the request's own kind, or `failed` with a Win32 code. */

import type { Ticks } from '../windows/mod.ts'
import type { Handle, Request, RequestKind } from './request.ts'
import type { Connection } from './application.ts'
import type {
  ByteRange,
  CachingMode,
  DirEntry,
  FileInfo,
  Json,
  PolicySettings,
  Right,
  StreamEntry,
} from './values.ts'

/** The request was not performed; nothing changed. */
export interface Failed {
  readonly kind: 'failed'
  /** A Win32 code, never 0. */
  readonly code: number
  /** True when nothing but `expect` stood in the way: the item is not what the request expected. */
  readonly unexpected?: true
}

/** The answer to a progress report (OFFLINEFILES_OP_RESPONSE). */
export type ProgressResponse = 'continue' | 'retry' | 'abort'

interface InfoReply<K extends RequestKind> {
  readonly kind: K
  /** The item as it is now. */
  readonly info: FileInfo
}

interface Done<K extends RequestKind> {
  readonly kind: K
}

/** Every reply but `failed`. */
export type Answer =
  | { readonly kind: 'connect'; readonly caching: CachingMode }
  | { readonly kind: 'list'; readonly entries: readonly DirEntry[] }
  | {
    readonly kind: 'stat'
    readonly name: string
    readonly info: FileInfo
    /** What the user who asks may not do with it. */
    readonly denied?: readonly Right[]
  }
  | { readonly kind: 'open'; readonly handle: Handle; readonly info: FileInfo }
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | Done<'write'>
  | Done<'truncate'>
  | { readonly kind: 'stage'; readonly handle: Handle }
  | InfoReply<'commit'>
  | Done<'close'>
  | InfoReply<'set-info'>
  | InfoReply<'mkdir'>
  | InfoReply<'rename'>
  | Done<'remove'>
  | Done<'set-sparse'>
  | Done<'zero'>
  | { readonly kind: 'query-ranges'; readonly ranges: readonly ByteRange[] }
  | { readonly kind: 'list-streams'; readonly streams: readonly StreamEntry[] }
  | { readonly kind: 'get-record'; readonly value: Json | undefined }
  | Done<'put-record'>
  | { readonly kind: 'list-records'; readonly records: ReadonlyMap<string, Json> }
  | { readonly kind: 'clock'; readonly now: Ticks }
  | { readonly kind: 'status'; readonly enabled: boolean; readonly active: boolean }
  | { readonly kind: 'settings'; readonly settings: PolicySettings }
  | { readonly kind: 'get-connection'; readonly connection: Connection }
  | Done<'set-connection'>
  | { readonly kind: 'progress'; readonly response: ProgressResponse }
  | { readonly kind: 'query-abort'; readonly abort: boolean }
  | {
    readonly kind: 'resolve-conflict'
    /** OFFLINEFILES_SYNC_CONFLICT_RESOLVE number. */
    readonly resolution: number
    readonly newName?: string
  }
  | { readonly kind: 'ask-credentials'; readonly given: boolean }
  | Done<'publish'>
  | Done<'log'>

/** Any reply. */
export type Reply = Answer | Failed

/** The reply that belongs to a kind of request when it succeeds. */
export type AnswerTo<K extends RequestKind> = Extract<Answer, { readonly kind: K }>

/** Narrows a reply to the answer of a request. */
export function answers<R extends Request>(reply: Reply, request: R): reply is AnswerTo<R['kind']> {
  return reply.kind === request.kind
}

/** True for a reply, or any result of a session, that is a refusal. */
export function isFailure(result: object | undefined): result is Failed {
  return result !== undefined && 'kind' in result && result.kind === 'failed'
}
