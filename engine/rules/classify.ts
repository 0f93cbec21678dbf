/** The state matrix: how an item stands on both sides gives its sync state. */

import type { LocalCondition, ServerCondition } from './conditions.ts'

/**
 * What a cell of the matrix says: a state's number, or one of two things that are done without a word: `purge` the
 * tombstone of an item that is gone on both sides, `drop` the entry of a name the server no longer has (P15.3).
 */
export type Cell = number | 'purge' | 'drop'

const COLUMNS = ['unknown', 'deleted', 'file', 'file, changed', 'directory', 'directory, changed'] as const

type Row = readonly [Cell, Cell, Cell, Cell, Cell, Cell]

/**
 * Rows are the local conditions, columns the server's: nothing known, deleted, file, file changed, directory, directory
 * changed. Cells that cannot occur repeat the neighbour they would be read as.
 */
const MATRIX: Readonly<Record<LocalCondition, Row>> = {
  'no entry': ['drop', 'drop', 30, 30, 31, 31],
  'ghost': ['drop', 'drop', 30, 32, 31, 33],
  'file, clean': [2, 46, 0, 44, 1, 1],
  'file, sparse': [17, 17, 38, 16, 18, 19],
  'file, changed': [6, 15, 39, 12, 13, 14],
  'file, created': [6, 6, 9, 9, 10, 10],
  'file, created over another kind': [6, 11, 9, 7, 10, 8],
  'file tombstone': ['purge', 'purge', 34, 36, 37, 37],
  'file tombstone, replaced': ['purge', 'purge', 50, 51, 52, 53],
  'directory, clean': [5, 49, 3, 4, 0, 47],
  'directory, incompletely listed': [49, 49, 3, 4, 41, 47],
  'directory, changed': [20, 29, 26, 27, 42, 28],
  'directory, created': [20, 25, 22, 23, 21, 24],
  'directory tombstone': ['purge', 'purge', 36, 36, 35, 37],
  'created, then deleted': ['purge', 'purge', 30, 30, 31, 31],
}

/** The cell of an item. */
export function classify(local: LocalCondition, server: ServerCondition): Cell {
  const column = COLUMNS.indexOf(server)
  return MATRIX[local][column] ?? 'drop'
}
