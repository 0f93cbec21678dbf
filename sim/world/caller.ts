/** Who stands on the other side of a call: answers progress, conflicts and prompts. */

import type {
  AskCredentialsRequest,
  ProgressRequest,
  ProgressResponse,
  ResolveConflictRequest,
} from '../port/mod.ts'

/** The answers of the one who called `Synchronize`. */
export interface Caller {
  readonly progress: (report: ProgressRequest) => ProgressResponse
  /** True once the caller wants the operation to stop. */
  readonly queryAbort: () => boolean
  readonly resolveConflict: (question: ResolveConflictRequest) => Resolution
  readonly giveCredentials: (prompt: AskCredentialsRequest) => boolean
}

/** What a conflict handler answers. */
export interface Resolution {
  /** OFFLINEFILES_SYNC_CONFLICT_RESOLVE number. */
  readonly resolution: number
  readonly newName?: string
}

/** A caller that lets everything go on, resolves nothing and gives no credentials. */
export const SILENT_CALLER: Caller = {
  progress: () => 'continue',
  queryAbort: () => false,
  resolveConflict: () => ({ resolution: 0 }),
  giveCredentials: () => false,
}
