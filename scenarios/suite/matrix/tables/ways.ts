/** The ways into the cells of the matrix: what was in sync, then what is done on each side. */

import type { SettableName } from '../../../../sim/mod.ts'
import { type MatrixCell, matrixCells, type MatrixColumn, type MatrixRow } from '../../../judge/mod.ts'
import type { ShareHandle } from '../../../language/mod.ts'

/** A file with its text, or a directory, on one side; `attributes` are all that are set, where that is known. */
export interface Copy {
  readonly content: string | null
  readonly attributes?: readonly SettableName[]
}

/** Something done to an item. */
export type Move = (docs: ShareHandle, name: string) => void

/** A way into one cell. */
export interface Way {
  /** What the item is called: how it stands here, then how there. */
  readonly name: string
  readonly cell: MatrixCell
  /** What it was when both sides were in sync; `undefined`: nothing. */
  readonly laid: string | null | undefined
  readonly local: readonly Move[]
  readonly server: readonly Move[]
  /** The copies that come of it. */
  readonly here: Copy | undefined
  readonly there: Copy | undefined
}

/** The local condition of an item, and how it comes about. */
interface LocalWay {
  readonly row: MatrixRow
  readonly word: string
  readonly laid: Laid
  readonly moves: readonly Move[]
  readonly here: Copy | undefined
  /** The columns it is for, where others of the row have another way. */
  readonly columns?: string
}

type Laid = 'file' | 'folder' | 'nothing'

const LAID: Readonly<Record<Laid, string | null | undefined>> = {
  file: 'first',
  folder: null,
  nothing: undefined,
}

const write: Move = ({ local }, name) => local.write(name, 'here')
const remove: Move = ({ local }, name) => local.remove(name)
const mkdir: Move = ({ local }, name) => local.mkdir(name)
const hide: Move = ({ local }, name) => local.setAttributes(name, { set: ['HIDDEN'] })
const sparse: Move = (docs, name) => docs.sparse(name)
const ghost: Move = (docs, name) => docs.ghost(name)
const adopt: Move = (docs, name) => docs.adopt(name)
// A pinned name is fetched like a sparse file, whatever is new (P15.11).
const unpin: Move = (docs, name) => docs.unpin(name)

const FIRST: Copy = { content: 'first' }
const HERE: Copy = { content: 'here' }
const EMPTIED: Copy = { content: '\0'.repeat('first'.length) }
const FOLDER: Copy = { content: null, attributes: [] }
const HIDDEN_FOLDER: Copy = { content: null, attributes: ['HIDDEN'] }
const GONE = undefined

// deno-fmt-ignore
const LOCAL_WAYS: readonly LocalWay[] = [
  { row: 'no entry',                 word: 'unknown',          laid: 'nothing', moves: [],               here: GONE },
  { row: 'ghost',                    word: 'ghost',            laid: 'file',    moves: [unpin, ghost],   here: GONE },
  { row: 'file, clean',              word: 'file',             laid: 'file',    moves: [],               here: FIRST },
  { row: 'file, sparse',             word: 'sparse',           laid: 'file',    moves: [sparse],         here: EMPTIED },
  { row: 'file, changed',            word: 'edited',           laid: 'file',    moves: [write],          here: HERE },
  // Deleted and written again, as many programs save: a changed file, not a new one (P2.12).
  { row: 'file, changed',            word: 'saved',            laid: 'file',    moves: [remove, write],  here: HERE },
  { row: 'file, created offline',    word: 'new',              laid: 'nothing', moves: [write],          here: HERE },
  { row: 'file, created over a tombstone of another kind',
                                     word: 'new, was folder',  laid: 'folder',  moves: [remove, write],  here: HERE },
  { row: 'file tombstone',           word: 'deleted',          laid: 'file',    moves: [remove],         here: GONE },
  // A file of before, or a folder: what is there of another kind was never seen (P15.1).
  { row: 'file tombstone, replaced', word: 'replaced',         laid: 'file',    moves: [remove, write, remove],
    here: GONE, columns: 'U D F F′ R′' },
  { row: 'file tombstone, replaced', word: 'replaced folder',  laid: 'folder',  moves: [remove, write, remove],
    here: GONE, columns: 'D F′ R R′' },
  { row: 'directory, clean',         word: 'folder',           laid: 'folder',  moves: [],               here: FOLDER },
  { row: 'directory, incompletely listed',
                                     word: 'unlisted folder',  laid: 'folder',  moves: [sparse],         here: FOLDER },
  { row: 'directory, changed',       word: 'changed folder',   laid: 'folder',  moves: [hide],           here: HIDDEN_FOLDER },
  { row: 'directory, created offline',
                                     word: 'new folder',       laid: 'nothing', moves: [mkdir],          here: FOLDER,
    columns: 'U F R' },
  { row: 'directory, created offline',
                                     word: 'folder, was file', laid: 'file',    moves: [remove, mkdir],  here: FOLDER,
    columns: 'D F F′ R R′' },
  { row: 'directory tombstone',      word: 'deleted folder',   laid: 'folder',  moves: [remove],         here: GONE },
]

const writeThere: Move = ({ server }, name) => server.write(name, 'there')
const removeThere: Move = ({ server }, name) => server.remove(name)
const mkdirThere: Move = ({ server }, name) => server.mkdir(name)
const markThere: Move = ({ server }, name) => server.setAttributes(name, { set: ['SYSTEM'] })

interface ServerWay {
  readonly moves: readonly Move[]
  readonly there: Copy | undefined
}

const THERE: Copy = { content: 'there' }
const MARKED_FILE: Copy = { content: 'there', attributes: ['SYSTEM', 'ARCHIVE'] }
const MARKED_FOLDER: Copy = { content: null, attributes: ['SYSTEM'] }

// deno-fmt-ignore
const SERVER_WAYS: Readonly<Record<Laid, Readonly<Partial<Record<MatrixColumn, ServerWay>>>>> = {
  file: {
    U:    { moves: [removeThere],                        there: GONE },
    D:    { moves: [removeThere],                        there: GONE },
    F:    { moves: [],                                   there: FIRST },
    'F′': { moves: [writeThere],                         there: THERE },
    R:    { moves: [removeThere, mkdirThere],            there: FOLDER },
    'R′': { moves: [removeThere, mkdirThere, markThere], there: MARKED_FOLDER },
  },
  folder: {
    U:    { moves: [removeThere],                        there: GONE },
    D:    { moves: [removeThere],                        there: GONE },
    F:    { moves: [removeThere, writeThere],            there: THERE },
    'F′': { moves: [removeThere, writeThere, markThere], there: MARKED_FILE },
    R:    { moves: [],                                   there: FOLDER },
    'R′': { moves: [markThere],                          there: MARKED_FOLDER },
  },
  nothing: {
    U:    { moves: [],                                   there: GONE },
    F:    { moves: [writeThere],                         there: THERE },
    // Without an original there is nothing to differ from.
    R:    { moves: [mkdirThere, markThere],              there: MARKED_FOLDER },
  },
}

const SERVER_WORDS: Readonly<Record<MatrixColumn, string>> = {
  U: 'never known',
  D: 'gone',
  F: 'file',
  'F′': 'changed file',
  R: 'folder',
  'R′': 'changed folder',
}

/** At least one way into every cell that can occur, row by row. */
export const WAYS: readonly Way[] = matrixCells().flatMap((cell) =>
  cell.cell === 'none' ? [] : LOCAL_WAYS.flatMap((local) => wayInto(cell, local) ?? [])
)

function wayInto(cell: MatrixCell, local: LocalWay): Way | undefined {
  const { row, word, laid, moves, here, columns } = local
  const column = cell.server
  const there = SERVER_WAYS[laid][column]
  const isFor = columns === undefined || columns.split(' ').includes(column)
  if (cell.local !== row || there === undefined || !isFor) return undefined
  // Where something was laid, only an adopted entry has no original.
  const isAdopted = column === 'U' && laid !== 'nothing'
  return {
    name: `${word} - ${SERVER_WORDS[column]}`,
    cell,
    laid: LAID[laid],
    local: isAdopted ? [adopt, ...moves] : moves,
    server: there.moves,
    here,
    there: there.there,
  }
}
