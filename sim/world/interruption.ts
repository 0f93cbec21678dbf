/** What can come between a session and its world, request by request. */

import type { AnySession, Request, Side } from '../port/mod.ts'
import type { Ticks } from '../windows/mod.ts'
import type { WorldChange } from './change.ts'
import type { RunOptions } from './run-options.ts'

/** A request about to be performed. */
export interface Pending {
  readonly number: number
  readonly address: string
  /** The item it is about, if it is about one: that of the work in hand, else its own or its handle's. */
  readonly path: string | undefined
  /** The volume it is about, if it is about one. */
  readonly on: Side | undefined
  readonly request: Request
}

/** What happens around one request, in the order of the fields. */
export interface Interruption {
  /** What others do first. */
  readonly meanwhile?: readonly Meanwhile[]
  /** Ticks that pass first. */
  readonly delay?: Ticks
  /** The connection between the client and the request's server drops first. */
  readonly disconnect?: true
  /** The request is not performed and fails with a Win32 code. */
  readonly refuse?: number
  /** The session is dropped: before the request is performed, or after it. */
  readonly crash?: 'before' | 'after'
}

/** Something others do while a session waits for a reply. */
export type Meanwhile =
  | {
    /** Starts the other session, when its turn has come; it runs to its end before the next one and the request. */
    readonly start: () => Started
  }
  /** Changes of the world, told when their turn has come. */
  | { readonly changes: () => readonly WorldChange[]; readonly scope: string }

/** A session of others. */
export interface Started {
  readonly session: AnySession<unknown>
  readonly options: RunOptions
  /** Is given what the session returned; not called when it crashed. */
  readonly then?: (value: unknown) => void
}
