/** The tables that say what becomes of a state: which direction it needs, what the work is, what a policy makes of it. */

import { ERROR } from '../../../sim/mod.ts'
import type { Outcome } from './facts.ts'

/** `=` nothing to do · IN, OUT plain work of one direction · `IN*` only by pinning · MRG merge · FILL fill · CONF conflict. */
export type StateClass = '=' | 'IN' | 'IN*' | 'MRG' | 'OUT' | 'FILL' | 'CONF'

/** What the work of an item does. */
export type Work = 'nothing' | 'write server' | 'write local' | 'delete server' | 'delete local'

/** What a state may do in a run of some direction; `idle`: the run does not look at it. */
export type Turn = 'nothing' | 'wait' | 'work' | 'if pinned' | 'resolve' | 'idle'

// deno-fmt-ignore
const DIRECTIONS: Readonly<Record<StateClass, Readonly<Record<Direction, Turn>>>> = {
  '=':   { in: 'nothing',   out: 'nothing', both: 'nothing',   fill: 'idle' },
  IN:    { in: 'work',      out: 'wait',    both: 'work',      fill: 'idle' },
  'IN*': { in: 'if pinned', out: 'wait',    both: 'if pinned', fill: 'idle' },
  MRG:   { in: 'work',      out: 'wait',    both: 'work',      fill: 'idle' },
  OUT:   { in: 'wait',      out: 'work',    both: 'work',      fill: 'idle' },
  FILL:  { in: 'work',      out: 'wait',    both: 'work',      fill: 'work' },
  CONF:  { in: 'resolve',   out: 'resolve', both: 'resolve',   fill: 'idle' },
}

/** The direction of a run; `fill`: none but FILLSPARSE. */
export type Direction = 'in' | 'out' | 'both' | 'fill'

/** All directions. */
export const DIRECTION_LIST: readonly Direction[] = ['in', 'out', 'both', 'fill']

/** The plain states: class, work when it is done, ids. Conflicts stand in the table of resolutions. */
// deno-fmt-ignore
const PLAIN: readonly (readonly [states: readonly number[], kind: StateClass, work: Work, ids: readonly string[]])[] = [
  [[0],      '=',    'nothing',       []],
  [[44, 47], 'IN',   'write local',   ['SYNC-05']],
  [[46, 49], 'IN',   'delete local',  ['SYNC-05']],
  [[16],     'IN',   'write local',   ['SYNC-06', 'P8.4']],
  [[17],     'IN',   'delete local',  ['SYNC-05']],
  [[18, 19], 'IN',   'write local',   ['SYNC-05', 'P15.4']],
  [[38],     'FILL', 'write local',   ['SYNC-03', 'SYNC-06']],
  [[41],     'FILL', 'nothing',       ['P2.7']],
  [[30, 31], 'IN*',  'write local',   ['SYNC-09']],
  [[32, 33], 'IN*',  'write local',   ['SYNC-09', 'P2.6']],
  [[21, 24], 'MRG',  'write local',   ['P2.4', 'P15.2']],
  [[2, 5],   'OUT',  'write server',  ['SYNC-07', 'P2.1']],
  [[39, 42], 'OUT',  'write server',  ['SYNC-07']],
  [[6, 20],  'OUT',  'write server',  ['SYNC-07']],
  [[25],     'OUT',  'write server',  ['SYNC-07', 'P2.5']],
  [[34, 35], 'OUT',  'delete server', ['SYNC-07']],
  [[50],     'OUT',  'delete server', ['SYNC-07', 'P15.24']],
  [[52],     'OUT',  'delete server', ['SYNC-07', 'P2.8']],
]

/** What filling alone does about states of sparse files other than 38: it fetches, or fails with a code (P2.13). */
const FILL_ALONE: ReadonlyMap<number, 'fetch' | number> = new Map<number, 'fetch' | number>([
  [16, 'fetch'],
  [17, ERROR.FILE_NOT_FOUND],
  [18, ERROR.ACCESS_DENIED],
  [19, ERROR.ACCESS_DENIED],
])

/** States whose work makes a name on the server that is not there now (P15.8). */
const NEW_NAMES: readonly number[] = [2, 5, 6, 20, 25, 11, 15, 29]

/** Who wins under KEEPLATEST: always the local copy, or the later of two times. */
export type Latest = 'local' | 'change times' | 'deletion time'

/** What a policy makes of a conflict. */
export interface Resolution {
  readonly keepLocal: Work
  readonly keepRemote: Work
  readonly keepLatest: Latest
  readonly ids: readonly string[]
}

/** A local file against a server directory. */
export const FILE_AGAINST_DIRECTORY: readonly number[] = [1, 8, 10, 13, 14]

/** A local directory against a server file. */
export const DIRECTORY_AGAINST_FILE: readonly number[] = [3, 4, 22, 23, 26, 27]

/** A sparse file against a server directory: replaced like a clash, but no conflict. */
const SPARSE_AGAINST_DIRECTORY: readonly number[] = [18, 19]

/** Resolution × conflict state, both directions asked for. */
// deno-fmt-ignore
const RESOLUTIONS: readonly (readonly [readonly number[], keepLocal: Work, keepRemote: Work, Latest, ids: readonly string[]])[] = [
  //                      KEEPLOCAL        KEEPREMOTE      KEEPLATEST
  [[7, 9, 12],            'write server',  'write local',  'change times',  []],
  [[11, 15],              'write server',  'delete local', 'local',         []],
  [[36, 51],              'delete server', 'write local',  'deletion time', []],
  [[37, 53],              'delete server', 'write local',  'deletion time', ['P2.9']],
  [[28],                  'write server',  'write local',  'change times',  ['P15.28']],
  [[29],                  'write server',  'delete local', 'local',         ['P3.10', 'P15.6']],
  [FILE_AGAINST_DIRECTORY, 'write server', 'write local',  'change times',  ['P3.8', 'P3.9', 'P15.4']],
  [DIRECTORY_AGAINST_FILE, 'write server', 'write local',  'change times',  ['P3.8', 'P3.10', 'P15.43']],
]

/** Conflicts of which all changes may be kept: both copies exist, and one at least is a file. */
const KEEP_ALL: readonly number[] = [7, 9, 12, ...FILE_AGAINST_DIRECTORY, ...DIRECTORY_AGAINST_FILE]

/** Open conflicts that hold up everything below: all of directories but 28 (P15.42). */
const HOLDING: readonly number[] = [...FILE_AGAINST_DIRECTORY, ...DIRECTORY_AGAINST_FILE, 29, 37, 53]

/** The class of a state; `undefined` for a reserved one. */
export function classOf(state: number): StateClass | undefined {
  const plain = PLAIN.find(([states]) => states.includes(state))?.[1]
  return plain ?? (resolutionOf(state) === undefined ? undefined : 'CONF')
}

/** Codes of a lost connection: the rest of the share then fails in one go, conflicts included (P9.8). */
export const LOST: readonly number[] = [53, 59, 64, 67, 121, 1231, 1236]

/** What a run of a direction has to do about a state. */
export function turnOf(state: number, direction: Direction): Turn {
  if (direction === 'fill' && FILL_ALONE.has(state)) return 'work'
  return DIRECTIONS[classOf(state) ?? 'CONF'][direction]
}

/** The work of a plain state, and the ids it stands on. */
export function workOf(state: number): { readonly work: Work; readonly ids: readonly string[] } {
  const [, , work = 'nothing', ids = []] = PLAIN.find(([states]) => states.includes(state)) ?? []
  return { work, ids }
}

/** The code with which filling alone fails on a state; `undefined` when it does not. */
export function fillFailure(state: number): number | undefined {
  const found = FILL_ALONE.get(state)
  return found === 'fetch' ? undefined : found
}

/** True for states that filling alone looks at (P2.13). */
export function isForFill(state: number | undefined): boolean {
  return state !== undefined && turnOf(state, 'fill') === 'work'
}

/** What policies make of a state; `undefined` for one that is no conflict. */
export function resolutionOf(state: number | undefined): Resolution | undefined {
  const row = RESOLUTIONS.find(([states]) => states.some((number) => number === state))
  if (row === undefined) return undefined
  const [, keepLocal, keepRemote, keepLatest, ids] = row
  return { keepLocal, keepRemote, keepLatest, ids }
}

/** What it takes to let one copy win. */
export function workFor({ keepLocal, keepRemote }: Resolution, winner: 'local' | 'remote'): Work {
  return winner === 'local' ? keepLocal : keepRemote
}

/** True when a run may write the side that the winner's copy goes to (P1.23). */
export function mayDecide(winner: 'local' | 'remote', direction: Direction): boolean {
  return direction === 'both' || direction === (winner === 'local' ? 'out' : 'in')
}

/** True for a conflict of which all changes may be kept (3.4). */
export function mayKeepAll(state: number): boolean {
  return KEEP_ALL.includes(state)
}

/** True for a state that is resolved by putting an item of one kind in the place of one of the other. */
export function isReplacement(state: number | undefined): boolean {
  return [...FILE_AGAINST_DIRECTORY, ...DIRECTORY_AGAINST_FILE, ...SPARSE_AGAINST_DIRECTORY].some((number) =>
    number === state
  )
}

/** True when everything below waits as long as the conflict is open. */
export function holdsUp(state: number | undefined): boolean {
  return HOLDING.some((number) => number === state)
}

/** True when sending the item out makes a new name on the server. */
export function makesName(state: number): boolean {
  return NEW_NAMES.includes(state)
}

/** The outcome of work that succeeded. */
export function done(work: Work): Outcome {
  return {
    server: work === 'write server' ? 'local-copy' : work === 'delete server' ? 'gone' : 'as-before',
    local: work === 'write local' ? 'server-copy' : work === 'delete local' ? 'gone' : 'as-before',
    conflict: 'none',
    settled: true,
  }
}

/** Neither copy touched, nothing said of a conflict. */
export const UNTOUCHED: Outcome = {
  server: 'as-before',
  local: 'as-before',
  conflict: 'untouched',
  settled: false,
}

/** Neither copy touched, and a conflict record. */
export const RECORDED: Outcome = { ...UNTOUCHED, conflict: 'recorded' }
