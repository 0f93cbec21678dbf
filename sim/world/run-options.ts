/** How a session is run on a world. */

import type { Caller } from './caller.ts'
import type { Interruption, Pending } from './interruption.ts'
import type { Recording } from './replay.ts'
import type { Actor } from './trace.ts'

/** How a session is run. */
export interface RunOptions {
  readonly actor: Actor
  /** First part of every address: `round 1`, `step 4`. */
  readonly scope: string
  /** The machine the session runs on, unless it is a person's at the server. Default: the first client. */
  readonly client?: string
  /** Whose rights count on servers; without a user nobody's do. */
  readonly user?: string
  /** No time passes: requests do not move the clock. Default false. */
  readonly still?: boolean
  /** Answers for the one who called. Default: lets everything go on. */
  readonly caller?: Caller
  /** Looks at every request before it is performed. */
  readonly interrupt?: (pending: Pending) => Interruption | undefined
  /** Replies recorded earlier: the session is first fed with them, nothing is performed for them. */
  readonly resumeFrom?: Recording
}
