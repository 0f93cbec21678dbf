/** File types that policy keeps out of the cache: patterns of names such as `*.pst` (9.4). */

import { ask, type PolicySettings, type Session } from '../../sim/port/mod.ts'
import { nameOf, type UncPath, upcase } from '../../sim/windows/mod.ts'

/** Events of the Windows log: a file of an excluded type was to be made, or to be named so. */
export type BlockingEvent = 2010 | 2011

/** True for a file that policy keeps out of the cache. */
export function* isExcluded(path: UncPath): Session<boolean> {
  const reply = yield* ask({ kind: 'settings' })
  if (reply.kind === 'failed') return false
  return isExcludedType(nameOf(path), reply.settings)
}

/** Likewise, for a file about to get its name offline: that it is blocked goes into the event log. */
export function* isBlocked(path: UncPath, event: BlockingEvent): Session<boolean> {
  if (!(yield* isExcluded(path))) return false
  yield* ask({ kind: 'log', entry: { path, decision: 'blocked', because: [`event ${event}`] } })
  return true
}

/** True for the name of a file of an excluded type, in any case. */
export function isExcludedType(name: string, { excludedTypes }: PolicySettings): boolean {
  const folded = upcase(name)
  return excludedTypes.some((pattern) => matches(folded, upcase(pattern.trim())))
}

/** `*` stands for any characters, `?` for one; the last star is the only one worth trying again. */
function matches(name: string, pattern: string): boolean {
  let at = 0
  let wanted = 0
  let star: { readonly after: number; readonly from: number } | undefined
  while (at < name.length) {
    const symbol = pattern[wanted]
    if (symbol === '*') {
      star = { after: ++wanted, from: at }
    } else if (symbol !== undefined && (symbol === '?' || symbol === name[at])) {
      at++
      wanted++
    } else if (star !== undefined) {
      star = { after: star.after, from: star.from + 1 }
      at = star.from
      wanted = star.after
    } else return false
  }
  return /^\**$/.test(pattern.slice(wanted))
}
