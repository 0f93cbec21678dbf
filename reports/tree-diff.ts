/** Differences of trees: items joined on their paths, compared field by field. */

import type { FileInfo, Tree, TreeEntry } from '../sim/mod.ts'

/** A field of an item that can differ. Last access and item ids are left out: reading moves the one, restoring the other. */
export type ItemField =
  | 'kind'
  | 'spelling'
  | 'content'
  | 'size'
  | 'attributes'
  | 'creation'
  | 'last write'
  | 'change'

/**
 * What became of a path. `touched`: a directory of which only times moved, as they do when a name in it comes, goes or
 * changes.
 */
export type TreeMark = 'same' | 'added' | 'removed' | 'changed' | 'touched'

/** A path in either of two trees. */
export interface TreeChange {
  /** The folded path: what the two items are joined on. */
  readonly key: string
  readonly mark: TreeMark
  readonly before: TreeEntry | undefined
  readonly after: TreeEntry | undefined
  /** Fields that differ, in the order of {@linkcode ItemField}; empty unless both trees have the path. */
  readonly fields: readonly ItemField[]
}

const TIMES: ReadonlySet<ItemField> = new Set(['last write', 'change'])

/**
 * Compares two trees: every path of either, parents before children, siblings in the order of their folded names.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { compareTrees } from 'csclab/reports'
 * import { World } from 'csclab/sim'
 *
 * const world = new World()
 * world.addShare('\\\\hq\\docs')
 * const before = world.tree('server')
 * world.lay('server', '\\\\hq\\docs\\plan.txt', { content: new TextEncoder().encode('draft') })
 * const marks = compareTrees(before, world.tree('server')).map(({ mark }) => mark)
 * assert.deepEqual(marks, ['same', 'same', 'added'])
 * ```
 */
export function compareTrees(before: Tree, after: Tree): readonly TreeChange[] {
  return joinedPaths([before, after]).map((key) => compareEntries(key, before.get(key), after.get(key)))
}

/** Every folded path of some trees once, parents before children, siblings in the order of their folded names. */
export function joinedPaths(trees: readonly Tree[]): readonly string[] {
  return [...new Set(trees.flatMap((tree) => [...tree.keys()]))].sort(comparePaths)
}

/** Compares what two trees have under one path. */
export function compareEntries(
  key: string,
  before: TreeEntry | undefined,
  after: TreeEntry | undefined,
): TreeChange {
  if (before === undefined || after === undefined) {
    const mark = before === undefined ? (after === undefined ? 'same' : 'added') : 'removed'
    return { key, mark, before, after, fields: [] }
  }
  const fields = changedFields(before, after)
  return { key, mark: markOf(fields, after.info), before, after, fields }
}

function markOf(fields: readonly ItemField[], info: FileInfo): TreeMark {
  if (fields.length === 0) return 'same'
  return info.type === 'directory' && fields.every((field) => TIMES.has(field)) ? 'touched' : 'changed'
}

function changedFields(before: TreeEntry, after: TreeEntry): readonly ItemField[] {
  const [a, b] = [before.info, after.info]
  const differs: readonly (readonly [ItemField, boolean])[] = [
    ['kind', a.type !== b.type],
    ['spelling', before.path !== after.path],
    ['content', before.content !== after.content && before.content?.digest() !== after.content?.digest()],
    ['size', a.size !== b.size],
    ['attributes', a.attributes !== b.attributes],
    ['creation', a.times.creation !== b.times.creation],
    ['last write', a.times.lastWrite !== b.times.lastWrite],
    ['change', a.times.change !== b.times.change],
  ]
  return differs.filter(([, differ]) => differ).map(([field]) => field)
}

/** Name by name, each by code unit, so that what lies in a directory follows it. */
function comparePaths(a: string, b: string): number {
  const [x, y] = [a.split('\\'), b.split('\\')]
  for (const [i, name] of x.entries()) {
    const other = y[i]
    if (other === undefined) return 1
    if (name !== other) return name < other ? -1 : 1
  }
  return x.length - y.length
}
