/** What the object model needs to be used as a plain library: somebody who runs its sessions. */

import type {
  AskCredentialsRequest,
  ProgressRequest,
  ProgressResponse,
  ResolveConflictRequest,
  Session,
} from '../../sim/port/mod.ts'

/** Who stands on the other side of a call. */
export interface CallerAnswers {
  readonly progress: (report: ProgressRequest) => ProgressResponse
  readonly queryAbort: () => boolean
  readonly resolveConflict: (question: ResolveConflictRequest) => {
    readonly resolution: number
    readonly newName?: string
  }
  readonly giveCredentials: (prompt: AskCredentialsRequest) => boolean
}

/** How a session is run. */
export interface SessionOptions {
  /** Work of the cache itself, or of an application that uses a file. */
  readonly actor: 'engine' | 'application'
  /** The call, in a few words: first part of the address of each of its requests. */
  readonly scope: string
  readonly user: string
  readonly client?: string
  /** The session only looks, and takes no time. */
  readonly still?: boolean
  readonly caller: CallerAnswers
}

/**
 * Runs sessions to their end; `Host` of `csclab/sim` is one. A session that is dropped on the way, as by a fault of the host,
 * ends `crashed`.
 */
export interface SessionHost {
  run<T>(
    session: Session<T>,
    options: SessionOptions,
  ): { readonly ended: 'returned'; readonly value: T } | { readonly ended: 'crashed'; readonly at: string }
}
