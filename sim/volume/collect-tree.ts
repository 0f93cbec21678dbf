/** Lists a stored tree. */

import { uncOf, upcase } from '../windows/mod.ts'
import { type Entry, inListingOrder } from './memfs-store.ts'
import type { Tree, TreeEntry } from './tree.ts'

/** Lists everything below an entry; `names` is the path that leads to it. */
export function collectTree(start: Entry, names: readonly string[]): Tree {
  const tree = new Map<string, TreeEntry>()
  const visit = (entry: Entry, path: string, key: string): void => {
    const children = [...entry.byKey.values()].sort((a, b) => inListingOrder(a.line, b.line))
    for (const child of children) {
      const { line, content } = child
      const childPath = `${path}\\${line.name}`
      const childKey = `${key}\\${line.key}`
      tree.set(childKey, { path: childPath, info: line.info, content })
      visit(child, childPath, childKey)
    }
  }
  const path = names.length === 0 ? '\\' : uncOf(names)
  visit(start, path, upcase(path))
  return tree
}
