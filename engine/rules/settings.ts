/** What the machine's policy settings say: how conflicts are settled by place, and which types of file are not cached. */

import { ERROR, foldPath, isWithin, partsOf, type UncPath, upcase } from '../../sim/windows/mod.ts'
import type { PolicySettings } from '../../sim/port/mod.ts'
import { CONFLICT_RESOLVE } from '../../sim/windows/mod.ts'

/** Checks the settings: 0, or 87 when a place of `SyncConflictHandling` is no UNC path (F91, P15.53, P15.75). */
export function validateSettings({ syncConflictHandling }: PolicySettings): number {
  const isUnc = (path: string): boolean => path.startsWith('\\\\') && partsOf(path).length > 0
  return Object.keys(syncConflictHandling).every(isUnc) ? ERROR.SUCCESS : ERROR.INVALID_PARAMETER
}

/** The resolution `SyncConflictHandling` has for a path: of the nearest place at or above it (P15.50); NONE without one. */
export function settingFor(path: UncPath, { syncConflictHandling }: PolicySettings): number {
  const places = Object.entries(syncConflictHandling).filter(([place]) =>
    isWithin(foldPath(path), foldPath(place))
  )
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

/** `*` stands for any characters, `?` for one. */
function matches(name: string, pattern: string): boolean {
  const [first] = pattern
  if (first === undefined) return name === ''
  const rest = pattern.slice(first.length)
  if (first === '*') {
    for (let at = 0; at <= name.length; at++) if (matches(name.slice(at), rest)) return true
    return false
  }
  return (first === '?' ? name !== '' : name.startsWith(first)) && matches(name.slice(first.length), rest)
}
