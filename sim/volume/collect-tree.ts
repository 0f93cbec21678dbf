/** Lists a stored tree. */

import { uncOf, upcase } from '../windows/mod.ts'
import type { ItemState, Names } from './effect.ts'
import type { Entry, Held, Told } from './memfs-store.ts'
import type { Tree, TreeEntry } from './tree.ts'

/** Lists everything below an entry; `names` is the path that leads to it. What has not changed is told as it was before. */
export function collectTree(start: Entry, names: Names): Tree {
  const tree = new Map<string, TreeEntry>()
  const visit = (directory: Entry, above: Above): void => {
    let before = ''
    directory.index?.forEach((child) => {
      const isSecond = child.line.key === before
      before = child.line.key
      const { key, entry } = told(child, above, isSecond)
      tree.set(key, entry)
      if (child.content === undefined) visit(child, { path: entry.path, key })
    })
  }
  const path = names.length === 0 ? '\\' : uncOf(names)
  visit(start, { path, key: upcase(path) })
  return tree
}

/** The directory that an item is in, as the tree has it. */
interface Above {
  readonly path: string
  readonly key: string
}

/** What a tree tells of an item; `isSecond` when its name differs from the one before in nothing but case. */
function told(item: Entry, above: Above, isSecond: boolean): Told {
  const known = item.told
  if (known?.isSecond === isSecond && known.above.path === above.path && known.above.key === above.key) {
    return known
  }
  const { line, content, extras } = item
  const path = `${above.path}\\${line.name}`
  const key = `${above.key}\\${isSecond ? `${line.key}\0${line.name}` : line.key}`
  const state = extras === undefined ? { info: line.info, content } : stateOf(item)
  item.told = { key, entry: Object.freeze({ path, ...state }), above, isSecond }
  return item.told
}

/** An item as effects and trees tell it. */
export function stateOf({ line, content, extras }: Held): ItemState {
  const { info } = line
  if (extras === undefined) return { info, content }
  const { streams, rights } = extras
  const has = streams === undefined ? { info, content } : { info, content, streams }
  return rights === undefined ? has : { ...has, rights }
}
