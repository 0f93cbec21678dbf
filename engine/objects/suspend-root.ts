/** `SuspendRoot(Path, Suspend)`: takes a share or directory, with all below it, out of automatic synchronization, or back. */

import { ask, type Session } from '../../sim/port/mod.ts'
import { ERROR, partsOf } from '../../sim/windows/mod.ts'
import { arrange, orCode } from '../cache/mod.ts'
import type { Rules } from '../rules/mod.ts'
import { admitOne } from './admit-one.ts'

/** One call of `SuspendRoot`; the path as the caller gave it. */
export interface SuspendCall {
  readonly path: string | null
  /** Take a suspension back instead. */
  readonly suspend: boolean
  readonly user: string
}

/**
 * Runs one call of `SuspendRoot`.
 *
 * @returns 0, also where it was suspended already (P7.6); 2 for what is not cached (P7.7), 267 for a file (P7.5), 87 for a
 * server, and to release what was not itself suspended (P7.6).
 */
export function* suspendRoot(rules: Rules, { path: given, suspend, user }: SuspendCall): Session<number> {
  const path = yield* admitOne(rules, given, { user })
  if (typeof path === 'number') return path
  if (partsOf(path).length < 2) return ERROR.INVALID_PARAMETER
  const clock = yield* ask({ kind: 'clock' })
  const now = clock.kind === 'failed' ? 0 : clock.now
  const call = { user, now, arrangement: { do: suspend ? 'suspend' : 'release', path } } as const
  return yield* orCode(arrange(call), (code) => code)
}
