/** The kinds of plan for one item, and what the fate of a directory means for what is in it. */

import type { SyncOperation } from '../../sim/port/mod.ts'

/** What the fate of a directory means for the items in it. */
export type Above =
  | 'settled'
  /** It is re-created on the server with its clean content (P15.68). */
  | 're-created'
  /** It was deleted by a policy: new work in it stays, and stays here (P15.72). */
  | 'discarded'
  /** It was deleted here and a policy brings it back as the server has it. */
  | 'restored'

/** What is done with an item. */
export type Plan =
  | { readonly do: 'nothing' }
  | { readonly do: 'forget' }
  | { readonly do: 'fail'; readonly operation: SyncOperation; readonly code: number }
  | OpenConflict
  /** Both copies are kept, the local one under another name; a handler may have said which. */
  | { readonly do: 'keep-all'; readonly newName: string | undefined; readonly mustBeNamed: boolean }
  | {
    readonly do: 'work'
    readonly operation: SyncOperation
    readonly resolved: boolean
    readonly below: Above
  }

/** A conflict that stays open: recorded, left as it is, with which the call ends, or about which the handler is asked yet. */
export interface OpenConflict {
  readonly do: 'record' | 'skip' | 'abort' | 'ask'
}

/** The states of what was deleted here and is still on the server. */
export const DELETED_HERE: readonly number[] = [34, 35, 36, 37, 50, 51, 52, 53]
