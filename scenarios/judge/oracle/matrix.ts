/** The tables the oracle judges by, as data: every cell of the matrix, and what a run makes of its state. */

import { ERROR } from '../../../sim/mod.ts'
import {
  type Cell,
  type LocalCondition,
  matrixRows,
  SERVER_CONDITIONS,
  type ServerCondition,
} from './classify.ts'
import { ANSWER_LIST, type GivenAnswer } from './decide.ts'
import type { Outcome } from './facts.ts'
import {
  classOf,
  type Direction,
  DIRECTION_LIST,
  done,
  fillFailure,
  mayDecide,
  mayKeepAll,
  RECORDED,
  type Resolution,
  resolutionOf,
  type StateClass,
  turnOf,
  UNTOUCHED,
  workFor,
  workOf,
} from './outcomes.ts'
import { nameOfCell, outcomeWords } from './words.ts'

/** What the outcome of a run may hang on: which copy counts as changed last, or whether the item is new in a pinned directory. */
export type Circumstance = 'local later' | 'server later' | 'pinned' | 'not pinned'

/** One outcome a run may have. */
export interface ExpectedOutcome {
  readonly outcome: Outcome
  readonly words: string
  /** What it hangs on, in words; left out where nothing else may come. */
  readonly when?: string
  /** The same, for programs. */
  readonly given?: Circumstance
}

/** What a run of a direction makes of a state, when a conflict is answered so. */
export interface ExpectedRun {
  readonly direction: Direction
  /** Answer to a conflict; `none`: nobody answers. For a state that is no conflict there is only `none`. */
  readonly answer: GivenAnswer | 'none'
  readonly outcomes: readonly ExpectedOutcome[]
  readonly ids: readonly string[]
}

/** One cell of the matrix. */
export interface MatrixCell {
  readonly local: LocalCondition
  readonly server: ServerCondition
  /** The state's number; `purge` or `drop`: the entry is forgotten in silence; `none`: cannot occur. */
  readonly cell: Cell
  readonly name: string
  readonly stateClass: StateClass | undefined
  /** Empty for a cell that cannot occur. */
  readonly runs: readonly ExpectedRun[]
}

/**
 * Every cell of the matrix of local and server conditions, row by row, each with what every kind of run makes of it: in, out,
 * both ways and filling alone, and for a conflict also every answer to it. What is below a directory may keep it, as the
 * oracle's own opinions tell.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { matrixCells } from 'csclab/scenarios'
 *
 * const cell = matrixCells().find(({ local, server }) => local === 'file, changed' && server === 'F′')
 * assert.equal(cell?.name, 'FileChangedOnClient_ChangedOnServer')
 * const run = cell?.runs.find(({ direction, answer }) => direction === 'both' && answer === 'keep-local')
 * assert.deepEqual(run?.outcomes.map(({ words }) => words), ['the server gets the local copy'])
 * ```
 */
export function matrixCells(): readonly MatrixCell[] {
  return matrixRows().flatMap(([local, cells]) =>
    SERVER_CONDITIONS.map((server, column) => {
      const cell = cells[column] ?? 'none'
      const stateClass = typeof cell === 'number' ? classOf(cell) : undefined
      return { local, server, cell, name: nameOfCell(cell), stateClass, runs: runsOf(cell) }
    })
  )
}

function runsOf(cell: Cell): readonly ExpectedRun[] {
  if (cell === 'none') return []
  return DIRECTION_LIST.flatMap((direction) => {
    if (typeof cell !== 'number') return [forgotten(cell, direction)]
    const resolution = resolutionOf(cell)
    if (resolution === undefined || direction === 'fill') return [plainRun(cell, direction)]
    return (['none', ...ANSWER_LIST] as const).map((answer) => ({
      direction,
      answer,
      outcomes: answered({ state: cell, direction, resolution }, answer),
      ids: resolution.ids,
    }))
  })
}

/** A mark without anything behind it: a run of either direction purges a tombstone, a run in drops a ghost (P15.3). */
function forgotten(cell: 'purge' | 'drop', direction: Direction): ExpectedRun {
  const isForgotten = direction === 'in' || direction === 'both' || (cell === 'purge' && direction === 'out')
  return {
    direction,
    answer: 'none',
    outcomes: [expected({ ...UNTOUCHED, settled: isForgotten })],
    ids: ['P15.3'],
  }
}

function plainRun(state: number, direction: Direction): ExpectedRun {
  const { work, ids } = workOf(state)
  const failure = direction === 'fill' ? fillFailure(state) : undefined
  if (failure !== undefined) {
    return {
      direction,
      answer: 'none',
      outcomes: [expected({ ...UNTOUCHED, result: failure })],
      ids: ['P2.13'],
    }
  }
  const left = { direction, answer: 'none', ids } as const
  switch (turnOf(state, direction)) {
    case 'work':
      return { ...left, outcomes: [expected(done(work))] }
    case 'if pinned':
      return {
        ...left,
        outcomes: [
          expected(done(work), PINNED),
          expected(UNTOUCHED, NOT_PINNED),
        ],
      }
    case 'nothing':
      return { ...left, outcomes: [expected({ ...UNTOUCHED, settled: true })] }
    case 'wait':
    case 'idle':
    case 'resolve':
      return { ...left, outcomes: [expected(UNTOUCHED)] }
  }
}

interface Contest {
  readonly state: number
  readonly direction: Direction
  readonly resolution: Resolution
}

function answered(contest: Contest, answer: GivenAnswer | 'none'): readonly ExpectedOutcome[] {
  const { state, direction, resolution } = contest
  switch (answer) {
    case 'none':
    case 'log':
      return [expected(RECORDED)]
    case 'skip':
      return [expected(UNTOUCHED)]
    case 'abort':
      return [expected({ ...UNTOUCHED, result: ERROR.CANCELLED })]
    case 'keep-all':
      return mayKeepAll(state) && direction === 'both'
        ? [expected(done('write local'), KEPT_COPY)]
        : [expected(RECORDED)]
    case 'keep-local':
      return [won('local', contest)]
    case 'keep-remote':
      return [won('remote', contest)]
    case 'keep-latest':
      return resolution.keepLatest === 'local' ? [won('local', contest)] : [
        won('local', contest, LATER[resolution.keepLatest]),
        won('remote', contest, SERVER_LATER),
      ]
  }
}

interface Hangs {
  readonly when: string
  readonly given?: Circumstance
}

const KEPT_COPY: Hangs = { when: 'its local copy lives on under the new name, on both sides' }
const PINNED: Hangs = {
  when: 'it is new in a pinned directory, and the call pins new files',
  given: 'pinned',
}
const NOT_PINNED: Hangs = { when: 'it is not', given: 'not pinned' }
const SERVER_LATER: Hangs = {
  when: 'the server copy changed later, or at the same moment',
  given: 'server later',
}

const LATER: Readonly<Record<'change times' | 'deletion time', Hangs>> = {
  'change times': { when: 'the local copy changed later', given: 'local later' },
  'deletion time': { when: 'it was deleted later than the server copy changed', given: 'local later' },
}

function won(winner: 'local' | 'remote', contest: Contest, when?: Hangs): ExpectedOutcome {
  const { direction, resolution } = contest
  return mayDecide(winner, direction)
    ? expected(done(workFor(resolution, winner)), when)
    : expected(RECORDED, when)
}

function expected(outcome: Outcome, hangs?: Hangs): ExpectedOutcome {
  return { outcome, words: outcomeWords(outcome), ...hangs }
}
