/** Lists a stored tree. */

import { uncOf, upcase } from '../windows/mod.ts'
import { type Entry, inListingOrder } from './memfs-store.ts'
import type { Tree, TreeEntry } from './tree.ts'

/** Lists everything below an entry; `names` is the path that leads to it. */
export function collectTree(start: Entry, names: readonly string[]): Tree {
  const tree = new Map<string, TreeEntry>()
  const visit = (entry: Entry, path: readonly string[]): void => {
    const children = [...entry.byKey.values()].sort((a, b) => inListingOrder(a.line, b.line))
    for (const child of children) {
      const childNames = [...path, child.line.name]
      const childPath = uncOf(childNames)
      tree.set(upcase(childPath), { path: childPath, info: child.line.info, content: child.content })
      visit(child, childNames)
    }
  }
  visit(start, names)
  return tree
}
