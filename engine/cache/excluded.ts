/** File types that policy keeps out of the cache: patterns of names such as `*.pst` (9.4). */

import { ask, type Session } from '../../sim/port/mod.ts'
import { nameOf, type UncPath, upcase } from '../../sim/windows/mod.ts'

/** Events of the Windows log: a file of an excluded type was to be made, or to be named so. */
export type BlockingEvent = 2010 | 2011

/** True for a file that policy keeps out of the cache. */
export function* isExcluded(path: UncPath): Session<boolean> {
  const reply = yield* ask({ kind: 'settings' })
  if (reply.kind === 'failed') return false
  const name = upcase(nameOf(path))
  return reply.settings.excludedTypes.some((pattern) => matches(upcase(pattern), name))
}

/** Likewise, for a file about to get its name offline: that it is blocked goes into the event log. */
export function* isBlocked(path: UncPath, event: BlockingEvent): Session<boolean> {
  if (!(yield* isExcluded(path))) return false
  yield* ask({ kind: 'log', entry: { path, decision: 'blocked', because: [`event ${event}`] } })
  return true
}

/** True when a name is as a pattern says: `*` stands for any units or none, `?` for one; only the last star is tried again. */
function matches(pattern: string, name: string): boolean {
  let at = 0
  let wanted = 0
  let star: { readonly from: number; readonly after: number } | undefined
  while (at < name.length) {
    const unit = pattern[wanted]
    if (unit === '*') {
      star = { from: at, after: ++wanted }
    } else if (unit === '?' || unit === name[at]) {
      at++
      wanted++
    } else if (star !== undefined) {
      star = { from: star.from + 1, after: star.after }
      at = star.from
      wanted = star.after
    } else {
      return false
    }
  }
  return /^\**$/.test(pattern.slice(wanted))
}
