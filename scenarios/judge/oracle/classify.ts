/** The matrix: local condition × server condition → state. */

import type { ItemType, TreeEntry } from '../../../sim/mod.ts'
import { hasChanged } from './compare.ts'
import type { EntryMarks, Original } from './facts.ts'

/**
 * Server conditions. U: nothing there, no original known · D: nothing there, an original is known (deleted) · F: file equal
 * to the original, or no original known · F′: file differing from it · R, R′: the same for a directory.
 */
export const SERVER_CONDITIONS = ['U', 'D', 'F', 'F′', 'R', 'R′'] as const

/** Server conditions, the columns of the matrix. */
export type ServerCondition = (typeof SERVER_CONDITIONS)[number]

/**
 * A state; `purge`: deleted on both sides, the mark is dropped in silence; `drop`: a name without anything behind it, dropped
 * in silence; `none`: cannot occur.
 */
export type Cell = number | 'purge' | 'drop' | 'none'

// deno-fmt-ignore
const MATRIX: Readonly<Record<LocalCondition, readonly [Cell, Cell, Cell, Cell, Cell, Cell]>> = {
  //                                                 U        D        F       F′      R       R′
  'no entry':                                       ['none',  'none',  30,     'none', 31,     'none'],
  'ghost':                                          ['drop',  'drop',  30,     32,     31,     33],
  'file, clean':                                    [2,       46,      0,      44,     1,      1],
  'file, sparse':                                   [17,      17,      38,     16,     18,     19],
  'file, changed':                                  ['none',  15,      39,     12,     13,     14],
  'file, created offline':                          [6,       'none',  9,      'none', 10,     'none'],
  'file, created over a tombstone of another kind': ['none',  11,      9,      7,      10,     8],
  'file tombstone':                                 ['purge', 'purge', 34,     36,     37,     37],
  'file tombstone, replaced':                       ['purge', 'purge', 50,     51,     52,     53],
  'directory, clean':                               [5,       49,      3,      4,      0,      47],
  'directory, incompletely listed':                 [49,      49,      3,      4,      41,     47],
  'directory, changed':                             ['none',  29,      26,     27,     42,     28],
  'directory, created offline':                     [20,      25,      22,     23,     21,     24],
  'directory tombstone':                            ['purge', 'purge', 36,     36,     35,     37],
}

/** Local conditions, the rows of the matrix. A file created over a file's tombstone counts as changed (P2.12). */
export type LocalCondition =
  | 'no entry'
  | 'ghost'
  | 'file, clean'
  | 'file, sparse'
  | 'file, changed'
  | 'file, created offline'
  | 'file, created over a tombstone of another kind'
  | 'file tombstone'
  | 'file tombstone, replaced'
  | 'directory, clean'
  | 'directory, incompletely listed'
  | 'directory, changed'
  | 'directory, created offline'
  | 'directory tombstone'

/** Rows of deletions: an object of another kind there was never seen, so it counts as differing (P15.1). */
const TOMBSTONES: readonly LocalCondition[] = [
  'file tombstone',
  'file tombstone, replaced',
  'directory tombstone',
]

/** One item as it stood before the round. */
export interface Item {
  /** The folded path. */
  readonly key: string
  /** The path as stored, in the cache when it is there (P15.35). */
  readonly path: string
  readonly server: TreeEntry | undefined
  readonly local: TreeEntry | undefined
  readonly original: Original | undefined
  readonly marks: EntryMarks
  /** The copy that keeping all changes makes: the folded path it came from, and that of the conflict it belongs to. */
  readonly copyOf?: { readonly key: string; readonly conflict: string }
}

/** The rows of the matrix with their cells, in the order of the server conditions. */
export function matrixRows(): readonly (readonly [LocalCondition, readonly Cell[]])[] {
  const rows: (readonly [LocalCondition, readonly Cell[]])[] = []
  for (const condition in MATRIX) if (isCondition(condition)) rows.push([condition, MATRIX[condition]])
  return rows
}

/** The state of an item. */
export function classify(item: Item): Cell {
  return MATRIX[localCondition(item)][SERVER_CONDITIONS.indexOf(serverCondition(item))] ?? 'none'
}

/** The row of an item. */
export function localCondition(item: Item): LocalCondition {
  const { local, original, marks } = item
  if (marks.ghost === true && local === undefined) return 'ghost'
  if (marks.sparse === true && local?.info.type !== 'directory') return 'file, sparse'
  if (local === undefined) {
    if (marks.unlisted === true) return 'directory, incompletely listed'
    if (original === undefined) return 'no entry'
    if (marks.replaced === true) return 'file tombstone, replaced'
    return original.local.type === 'file' ? 'file tombstone' : 'directory tombstone'
  }
  const { type } = local.info
  if (original === undefined) {
    return isStillAdopted(local, marks) ? cleanAs(type, marks) : `${type}, created offline`
  }
  if (original.local.type !== type) {
    return type === 'file' ? 'file, created over a tombstone of another kind' : 'directory, created offline'
  }
  if (hasChanged(local, original, 'local')) return `${type}, changed`
  return cleanAs(type, marks)
}

function cleanAs(type: ItemType, { unlisted }: EntryMarks): LocalCondition {
  return type === 'directory' && unlisted === true ? 'directory, incompletely listed' : `${type}, clean`
}

/** An entry without an original is clean as long as nobody touched it since. */
function isStillAdopted(local: TreeEntry, { adopted }: EntryMarks): boolean {
  if (adopted === undefined) return false
  const spelling = local.path.slice(local.path.lastIndexOf('\\') + 1)
  return !hasChanged(local, { server: adopted, local: adopted, spelling }, 'local')
}

function serverCondition(item: Item): ServerCondition {
  const { server, original } = item
  if (server === undefined) return original === undefined ? 'U' : 'D'
  const { type } = server.info
  const isUnseen = original !== undefined && original.server.type !== type &&
    TOMBSTONES.includes(localCondition(item))
  const changed = isUnseen || (original !== undefined && hasChanged(server, original, 'server'))
  if (type === 'file') return changed ? 'F′' : 'F'
  return changed ? 'R′' : 'R'
}

function isCondition(text: string): text is LocalCondition {
  return Object.hasOwn(MATRIX, text)
}
