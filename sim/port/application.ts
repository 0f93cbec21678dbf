/** What applications do with files on the client, and how an engine that stands in between answers them. */

import type { Ticks, UncPath } from '../windows/mod.ts'
import type { AnySession } from './async-session.ts'
import type { Access, DirEntry, FileInfo, InfoChange, ShareMode } from './values.ts'

/** An operation on a named stream of the file when one is named. */
interface OfStream {
  readonly stream?: string
}

/** What an application does with one file or directory. */
export type FileOperation =
  /** Creates the file or replaces its whole content. */
  | (OfStream & { readonly do: 'write'; readonly path: UncPath; readonly bytes: Uint8Array })
  /** Likewise, as a sparse file of `size` bytes of which only the parts are written. */
  | (OfStream & {
    readonly do: 'write-sparse'
    readonly path: UncPath
    readonly size: number
    readonly parts: readonly { readonly offset: number; readonly bytes: Uint8Array }[]
  })
  | (OfStream & { readonly do: 'append'; readonly path: UncPath; readonly bytes: Uint8Array })
  /** Overwrites part of the content, in place. */
  | (OfStream & {
    readonly do: 'edit'
    readonly path: UncPath
    readonly offset: number
    readonly bytes: Uint8Array
  })
  | { readonly do: 'mkdir'; readonly path: UncPath }
  | { readonly do: 'rename'; readonly path: UncPath; readonly to: UncPath; readonly replace: boolean }
  /** Removes a file, a directory with all it holds, or a named stream. */
  | (OfStream & { readonly do: 'remove'; readonly path: UncPath })
  /** Sets attributes and times as given. */
  | { readonly do: 'set-info'; readonly path: UncPath; readonly info: InfoChange }
  /** Sets the last-write time to the present. */
  | { readonly do: 'touch'; readonly path: UncPath }
  | (OfStream & { readonly do: 'read'; readonly path: UncPath })
  | { readonly do: 'list'; readonly path: UncPath }
  | { readonly do: 'open'; readonly path: UncPath; readonly access: Access; readonly share: ShareMode }
  | { readonly do: 'close'; readonly handle: number }

/** What the application is told. `code` is 0 or the Win32 code its call failed with. */
export interface OperationResult {
  readonly code: number
  readonly bytes?: Uint8Array
  readonly entries?: readonly DirEntry[]
  readonly info?: FileInfo
  readonly handle?: number
}

/** How the share of an operation stands for the client, as OFFLINEFILES_CONNECT_STATE and its reasons put it. */
export interface Connection {
  readonly online: boolean
  /** OFFLINEFILES_OFFLINE_REASON: 1 not applicable, 2 working offline, 3 slow, 4 disconnected; of an item 5 in conflict, 6 suspended. */
  readonly reason: number
}

/** One thing an application does. */
export interface ApplicationCall {
  readonly user: string
  readonly operation: FileOperation
  readonly connection: Connection
  /** The moment of the call. */
  readonly now: Ticks
}

/** The engine's side of it: does what the application asks, on the cache and, online, on the server. */
export type ApplicationFace = (call: ApplicationCall) => AnySession<OperationResult>
