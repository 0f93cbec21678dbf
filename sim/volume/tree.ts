/** A volume's tree as a plain, sorted list: what snapshots, oracles and reports look at. */

import type { FileInfo } from '../port/mod.ts'
import { upcase } from '../windows/mod.ts'
import type { Content } from './content.ts'

/** One item of a tree. */
export interface TreeEntry {
  /** Full path, as stored. */
  readonly path: string
  readonly info: FileInfo
  /** Present for files. */
  readonly content: Content | undefined
}

/** A tree: its items by the folded form of their paths, parents before children, siblings in listing order. */
export type Tree = ReadonlyMap<string, TreeEntry>

/** Finds an item of a tree; case does not matter. */
export function itemAt(tree: Tree, path: string): TreeEntry | undefined {
  return tree.get(upcase(path))
}

/** True when two items hold the same: kind, bytes and attributes in `mask`. Times and ids are not looked at. */
export function sameItem(a: TreeEntry, b: TreeEntry, mask: number): boolean {
  return a.info.type === b.info.type && a.info.size === b.info.size &&
    ((a.info.attributes ^ b.info.attributes) & mask) === 0 &&
    a.content?.digest() === b.content?.digest()
}
