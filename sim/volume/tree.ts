/** A volume's tree as a plain, sorted list: what snapshots, oracles and reports look at. */

import { upcase } from '../windows/mod.ts'
import type { ItemState } from './effect.ts'

/** One item of a tree. */
export interface TreeEntry extends ItemState {
  /** Full path, as stored. */
  readonly path: string
}

/**
 * A tree: its items by the folded form of their paths, parents before children, siblings in listing order. Where names
 * differ in nothing but case (`VolumeProfile.caseSensitive`), the first in code-unit order has the plain key and each other
 * name of the path is spelled as `FOLDED\0name`.
 */
export type Tree = ReadonlyMap<string, TreeEntry>

/**
 * Finds an item of a tree. Case does not matter, but where names differ in nothing else the one that is spelled so is meant,
 * and else the first.
 */
export function itemAt(tree: Tree, path: string): TreeEntry | undefined {
  let key = ''
  for (const part of path.split('\\')) {
    const folded = `${key}${upcase(part)}`
    const exact = `${folded}\0${part}`
    key = `${tree.has(exact) ? exact : folded}\\`
  }
  return tree.get(key.slice(0, -1))
}

/** True when two items hold the same: kind, bytes and attributes in `mask`. Times and ids are not looked at. */
export function sameItem(a: TreeEntry, b: TreeEntry, mask: number): boolean {
  return a.info.type === b.info.type && a.info.size === b.info.size &&
    ((a.info.attributes ^ b.info.attributes) & mask) === 0 &&
    a.content?.digest() === b.content?.digest()
}
