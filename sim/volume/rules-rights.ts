/** Storing explicit rights on items, and finding the word that counts. */

import { type Failed, type FileInfo, isFailure, type Right, RIGHTS } from '../port/mod.ts'
import type { Names } from './effect.ts'
import { withChange } from './info.ts'
import type { Extras } from './memfs-store.ts'
import { changeRights, type Rights, type RightsChange } from './rights.ts'
import type { VolumeState } from './volume-state.ts'

const NOTHING_DENIED: readonly Right[] = Object.freeze([])

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
  if (!items.knowsRights) return true
  const keys = items.keysOf(path)
  for (let length = keys.length; length >= 0; length--) {
    const word = items.at(keys.slice(0, length))?.extras?.rights?.get(user)?.[right]
    if (word !== undefined) return word === 'allow'
  }
  return true
}

/** What a user may not do with one item. */
export function deniedAt(state: VolumeState, path: Names, user: string): readonly Right[] {
  if (!state.items.knowsRights) return NOTHING_DENIED
  return RIGHTS.filter((right) => !allowsAt(state, path, { user, right }))
}

/** What a user may not do with the items of a directory, by their names; who may do everything is left out. */
export function deniedIn(
  state: VolumeState,
  path: Names,
  user: string,
): ReadonlyMap<string, readonly Right[]> {
  const denied = new Map<string, readonly Right[]>()
  if (!state.items.knowsRights) return denied
  const inherited = deniedAt(state, path, user)
  for (const { line, extras } of state.items.find(path)?.index?.values() ?? []) {
    const own = extras?.rights?.get(user)
    const lacks = own === undefined
      ? inherited
      : RIGHTS.filter((right) => (own[right] ?? (inherited.includes(right) ? 'deny' : 'allow')) === 'deny')
    if (lacks.length > 0) denied.set(line.name, lacks)
  }
  return denied
}

function byUser(a: readonly [string, Rights], b: readonly [string, Rights]): number {
  return a[0] < b[0] ? -1 : 1
}
