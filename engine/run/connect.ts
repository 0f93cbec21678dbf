/** Reaches a share, asking for credentials where the server wants some and the call allows interaction. */

import { ask, type CachingMode, type Session } from '../../sim/port/mod.ts'
import { ERROR, partsOf, shareOf, SYNC_FLAG, type UncPath } from '../../sim/windows/mod.ts'
import { has } from '../rules/mod.ts'

/** How a share was reached. */
export interface Connected {
  /**
   * 0, or why it cannot be reached: 1326 too when credentials are wanted and the call allows no prompt (SYNC-24), or none are
   * given.
   */
  readonly code: number
  /** How it may be cached; known once it is reached. */
  readonly caching?: CachingMode
}

/** Connects to the share of a path. */
export function* connectTo(path: UncPath, flags: number): Session<Connected> {
  const share = shareOf(path)
  const first = yield* ask({ kind: 'connect', share })
  if (first.kind !== 'failed') return { code: ERROR.SUCCESS, caching: first.caching }
  if (first.code !== ERROR.LOGON_FAILURE || !has(flags, SYNC_FLAG.INTERACTIVE)) return { code: first.code }
  const [name = ''] = partsOf(path)
  const channel = has(flags, SYNC_FLAG.CONSOLE) ? 'console' : 'window'
  const answer = yield* ask({ kind: 'ask-credentials', server: `\\\\${name}`, channel })
  if (answer.kind === 'failed' || !answer.given) return { code: first.code }
  const second = yield* ask({ kind: 'connect', share })
  return second.kind === 'failed' ? { code: second.code } : { code: ERROR.SUCCESS, caching: second.caching }
}
