/** What the machine's policy settings say: how conflicts are settled by place, and which types of file are not cached. */

import { ERROR, isWithin, partsOf, type UncPath, upcase } from '../../sim/windows/mod.ts'
import type { PolicySettings } from '../../sim/port/mod.ts'
import { CONFLICT_RESOLVE } from '../../sim/windows/mod.ts'

/** Checks the settings: 0, or 87 when a place of `SyncConflictHandling` is no UNC path (F91, P15.53, P15.75). */
export function validateSettings({ syncConflictHandling }: PolicySettings): number {
  const isUnc = (path: string): boolean =>
    path.startsWith('\\\\') && partsOf(path).every((part) => part !== '')
  return Object.keys(syncConflictHandling).every(isUnc) ? ERROR.SUCCESS : ERROR.INVALID_PARAMETER
}

/** The resolution `SyncConflictHandling` has for a path: of the nearest place at or above it (P15.50); NONE without one. */
export function settingFor(path: UncPath, { syncConflictHandling }: PolicySettings): number {
  const places = Object.entries(syncConflictHandling).filter(([place]) => isWithin(path, place))
  const depth = ([place]: readonly [string, number]): number => partsOf(place).length
  const nearest = places.reduce<readonly [string, number] | undefined>(
    (best, next) => best === undefined || depth(next) > depth(best) ? next : best,
    undefined,
  )
  return nearest?.[1] ?? CONFLICT_RESOLVE.NONE
}

/** True for the name of a file that must not be cached: one of the excluded types, such as `*.pst` or `*.db?` (9.4). */
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
  return [...pattern.slice(wanted)].every((symbol) => symbol === '*')
}
