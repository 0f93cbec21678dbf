/** What happens when the engine's own records cannot be read or written. */

import type { Failed, Session } from '../../sim/port/mod.ts'

/**
 * Thrown where a record was refused. A record that cannot be read is not one that is not there: to go on would be to take
 * files for new, gone or clean that are not. It never leaves the engine, see `orCode`.
 */
export class RecordsFailed extends Error {
  override readonly name = 'RecordsFailed'
  /** The Win32 code. */
  readonly code: number

  constructor(refusal: Failed) {
    super(`The records of the cache answered ${refusal.code}`)
    this.code = refusal.code
  }
}

/** Runs a session; when its records fail, what `onFailure` makes of the code is its result. */
export function* orCode<T>(session: Session<T>, onFailure: (code: number) => T): Session<T> {
  try {
    return yield* session
  } catch (error) {
    if (error instanceof RecordsFailed) return onFailure(error.code)
    throw error
  }
}
