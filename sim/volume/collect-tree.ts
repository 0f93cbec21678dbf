/** Lists a stored tree. */

import { uncOf, upcase } from '../windows/mod.ts'
import type { ItemState, Names } from './effect.ts'
import type { Entry, Held } from './memfs-store.ts'
import type { Tree, TreeEntry } from './tree.ts'

/** Lists everything below an entry; `names` is the path that leads to it. */
export function collectTree(start: Entry, names: Names): Tree {
  const tree = new Map<string, TreeEntry>()
  const visit = (entry: Entry, path: string, key: string): void => {
    let before = ''
    entry.index?.forEach((child) => {
      const { line, content } = child
      const childPath = `${path}\\${line.name}`
      const childKey = `${key}\\${line.key === before ? `${line.key}\0${line.name}` : line.key}`
      before = line.key
      tree.set(
        childKey,
        child.extras === undefined
          ? { path: childPath, info: line.info, content }
          : { path: childPath, ...stateOf(child) },
      )
      if (content === undefined) visit(child, childPath, childKey)
    })
  }
  const path = names.length === 0 ? '\\' : uncOf(names)
  visit(start, path, upcase(path))
  return tree
}

/** An item as effects and trees tell it. */
export function stateOf({ line, content, extras }: Held): ItemState {
  const { info } = line
  if (extras === undefined) return { info, content }
  const { streams, rights } = extras
  const has = streams === undefined ? { info, content } : { info, content, streams }
  return rights === undefined ? has : { ...has, rights }
}
