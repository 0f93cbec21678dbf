/** What the machine's policy settings say: how conflicts are settled, by place. */

import type { PolicySettings } from '../../sim/port/mod.ts'
import { CONFLICT_RESOLVE, ERROR, isWithin, partsOf, type UncPath } from '../../sim/windows/mod.ts'

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
