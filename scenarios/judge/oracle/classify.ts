/**
 * The matrix: local condition × server condition → state. Only the rows that trees can show stand here; sparse files,
 * ghosts, incompletely listed directories and items replaced before they were deleted look like other rows.
 */

import type { TreeEntry } from '../../../sim/mod.ts'
import { hasChanged } from './compare.ts'
import type { Original } from './facts.ts'

/**
 * Server conditions. U: nothing there, no original known · D: nothing there, an original is known (deleted) · F: file equal
 * to the original, or no original known · F′: file differing from it · R, R′: the same for a directory.
 */
const COLUMNS = ['U', 'D', 'F', 'F′', 'R', 'R′'] as const

type ServerCondition = (typeof COLUMNS)[number]

/** A state; `purge`: deleted on both sides, the mark is dropped in silence; `none`: cannot occur. */
export type Cell = number | 'purge' | 'none'

// deno-fmt-ignore
const MATRIX: Readonly<Record<LocalCondition, readonly [Cell, Cell, Cell, Cell, Cell, Cell]>> = {
  //                                                 U        D        F       F′      R       R′
  'no entry':                                       ['none',  'none',  30,     'none', 31,     'none'],
  'file, clean':                                    [2,       46,      0,      44,     1,      1],
  'file, changed':                                  ['none',  15,      39,     12,     13,     14],
  'file, created offline':                          [6,       'none',  9,      'none', 10,     'none'],
  'file, created over a tombstone of another kind': ['none',  11,      9,      7,      10,     8],
  'file tombstone':                                 ['purge', 'purge', 34,     36,     37,     37],
  'directory, clean':                               [5,       49,      3,      4,      0,      47],
  'directory, changed':                             ['none',  29,      26,     27,     42,     28],
  'directory, created offline':                     [20,      25,      22,     23,     21,     24],
  'directory tombstone':                            ['purge', 'purge', 36,     36,     35,     37],
}

/** Local conditions, the rows of the matrix. */
export type LocalCondition =
  | 'no entry'
  | 'file, clean'
  | 'file, changed'
  | 'file, created offline'
  | 'file, created over a tombstone of another kind'
  | 'file tombstone'
  | 'directory, clean'
  | 'directory, changed'
  | 'directory, created offline'
  | 'directory tombstone'

/** One item as it stood before the round. */
export interface Item {
  /** The folded path. */
  readonly key: string
  /** The path as stored, in the cache when it is there (P15.35). */
  readonly path: string
  readonly server: TreeEntry | undefined
  readonly local: TreeEntry | undefined
  readonly original: Original | undefined
}

/** The state of an item. */
export function classify(item: Item): Cell {
  return MATRIX[localCondition(item)][COLUMNS.indexOf(serverCondition(item))] ?? 'none'
}

/** The row of an item, told from trees alone. A file made over a file's tombstone comes out as changed (P2.12). */
export function localCondition(item: Pick<Item, 'local' | 'original'>): LocalCondition {
  const { local, original } = item
  if (local === undefined) {
    if (original === undefined) return 'no entry'
    return original.local.type === 'file' ? 'file tombstone' : 'directory tombstone'
  }
  const { type } = local.info
  if (original === undefined) return `${type}, created offline`
  if (original.local.type === type) {
    return `${type}, ${hasChanged(local, original, 'local') ? 'changed' : 'clean'}`
  }
  return type === 'file' ? 'file, created over a tombstone of another kind' : 'directory, created offline'
}

function serverCondition(item: Item): ServerCondition {
  const { server, original } = item
  if (server === undefined) return original === undefined ? 'U' : 'D'
  const changed = original !== undefined && hasChanged(server, original, 'server')
  if (server.info.type === 'file') return changed ? 'F′' : 'F'
  return changed ? 'R′' : 'R'
}
