/** Suspended trees. */

import type { Session } from '../../sim/port/mod.ts'
import { parentOf, type UncPath } from '../../sim/windows/mod.ts'
import { readItem } from '../cache/mod.ts'

/** True for what was suspended, and for all below it (D7.1). */
export function* isSuspended(path: UncPath): Session<boolean> {
  for (let at: UncPath | undefined = path; at !== undefined; at = parentOf(at)) {
    if ((yield* readItem(at))?.suspendedRoot === true) return true
  }
  return false
}
