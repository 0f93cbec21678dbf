/** Storing explicit rights on items, and finding the word that counts. */

import { type Failed, type FileInfo, isFailure } from '../port/mod.ts'
import type { Names } from './effect.ts'
import { withChange } from './info.ts'
import type { Extras } from './memfs-store.ts'
import { changeRights, type Right, type Rights, type RightsChange } from './rights.ts'
import type { VolumeState } from './volume-state.ts'

/** Sets what an item says for a user; its change time moves and nothing else (F53). */
export function setRightsAt(
  { items }: VolumeState,
  path: Names,
  { user, change }: { readonly user: string; readonly change: RightsChange },
): FileInfo | Failed {
  const entry = items.get(path)
  if (isFailure(entry)) return entry
  const { line, extras } = entry
  const others = [...extras?.rights ?? []].filter(([name]) => name !== user)
  const own = changeRights(extras?.rights?.get(user), change)
  const rights = own === undefined ? others : [...others, [user, own] as const].sort(byUser)
  const { rights: _, ...rest } = extras ?? {}
  const after: Extras = rights.length === 0 ? rest : { ...rest, rights: new Map(rights) }
  const info = withChange(line.info, {}, items.clock)
  return items.update(items.keysOf(path), { info, extras: after }, 'rights')
}

/** True unless the nearest item, from the path upwards, that says something for the user denies it. */
export function allowsAt(
  { items }: VolumeState,
  path: Names,
  { user, right }: { readonly user: string; readonly right: Right },
): boolean {
  const keys = items.keysOf(path)
  for (let length = keys.length; length >= 0; length--) {
    const word = items.at(keys.slice(0, length))?.extras?.rights?.get(user)?.[right]
    if (word !== undefined) return word === 'allow'
  }
  return true
}

function byUser(a: readonly [string, Rights], b: readonly [string, Rights]): number {
  return a[0] < b[0] ? -1 : 1
}
