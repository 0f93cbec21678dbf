/** Rows of the matrix as scenarios: one for each kind of run of each state, and one for each answer to all conflicts at once. */

import type { ExpectedRun, GivenAnswer, RunDirection } from '../../../judge/mod.ts'
import { MATRIX_TAG, type Scenario, scenarioTable } from '../../../language/mod.ts'
import { type Call, type Case, casesOf, flagsOf, POLICIES, promisesOf, rowOf } from './calls.ts'
import { play } from './play.ts'
import { type Way, WAYS } from './ways.ts'

const DIRECTIONS: readonly RunDirection[] = ['in', 'out', 'both', 'fill']
const TWO_SIDED: readonly RunDirection[] = ['in', 'out', 'both']
const ANSWERS: readonly ExpectedRun['answer'][] = [...POLICIES, 'keep-all', 'log', 'skip', 'none']

/** A table of rows for each state, under its number; for what is forgotten in silence, under that word. */
export function tablesByState(): Readonly<Record<string, readonly Scenario[]>> {
  const cells = new Set(WAYS.map(({ cell }) => cell.cell))
  return Object.fromEntries([...cells].map((cell) => {
    const ways = WAYS.filter((way) => way.cell.cell === cell)
    return [String(cell), callsOn(ways).flatMap((call) => rowsFor(ways, call))]
  }))
}

/** The calls a state is put to; cancelling ends at the first item, so one item is enough. */
function callsOn(ways: readonly Way[]): readonly Call[] {
  const [first] = ways
  const plain = DIRECTIONS.map((direction): Call => ({ direction, answer: 'none', by: 'call' }))
  switch (first?.cell.stateClass) {
    case 'CONF':
      return [
        ...plain,
        ...TWO_SIDED.flatMap((direction) =>
          POLICIES.map((answer): Call => ({ direction, answer, by: 'call' }))
        ),
        ...TWO_SIDED.map((direction): Call => ({ direction, answer: 'abort', by: 'handler' })),
      ]
    case 'IN*':
      return [
        ...plain,
        { direction: 'in', answer: 'none', by: 'call', pinsNew: true },
        { direction: 'both', answer: 'none', by: 'call', pinsNew: true },
      ]
    default:
      return plain
  }
}

function rowsFor(ways: readonly Way[], call: Call): readonly Scenario[] {
  const cases = casesOf(call.answer === 'abort' ? ways.slice(0, 1) : ways, call)
  const [first] = cases
  if (first === undefined) return []
  const { name, stateClass } = first.way.cell
  const outcomes = [...new Set(cases.map(({ expected }) => toldOf(expected)))]
  return table(call, cases, {
    title: `${wordsOf(name)}; ${flagsOf(call)}${call.by === 'handler' ? `, answered ${call.answer}` : ''}: ${
      outcomes.join('; ')
    }`,
    isConflict: stateClass === 'CONF',
  })
}

function toldOf({ words, when }: Case['expected']): string {
  return when === undefined ? words : `${words}, when ${when}`
}

/** `FileChangedOnClient_DirOnServer`: `File changed on client, dir on server`. */
function wordsOf(name: string): string {
  const words = name.replaceAll('_', ', ').replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** Who is asked about which conflicts, in which directions; `answers` are all but cancelling, which ends at the first. */
export interface Asking {
  readonly by: 'handler' | 'machine'
  readonly directions: readonly RunDirection[]
  readonly ways: readonly Way[]
  readonly answers?: readonly ExpectedRun['answer'][]
}

const CONFLICTS: readonly Way[] = WAYS.filter(({ cell }) => cell.stateClass === 'CONF')

/** One way into each state of conflict. */
export const ONE_EACH: readonly Way[] = distinct(({ cell }) => String(cell.cell))

/** One conflict of each kind: a file, a directory or nothing here, and likewise there. */
export const ONE_OF_A_KIND: readonly Way[] = distinct(({ here, there }) =>
  `${kindOf(here)}, ${kindOf(there)}`
)

function distinct(keyOf: (way: Way) => string): readonly Way[] {
  return [...new Map([...CONFLICTS].reverse().map((way) => [keyOf(way), way])).values()].reverse()
}

function kindOf(copy: Way['here']): string {
  if (copy === undefined) return 'nothing'
  return copy.content === null ? 'directory' : 'file'
}

/** Many conflicts in one world, and one answer to all of them, by the caller's handler or the machine's setting. */
export function tableOfAnswers({ by, directions, ways, answers = ANSWERS }: Asking): readonly Scenario[] {
  const which = ways.length === 1
    ? 'A conflict'
    : ways === ONE_EACH
    ? 'A conflict of each state'
    : 'A conflict of each kind'
  return directions.flatMap((direction) =>
    answers.flatMap((answer) => {
      const call: Call = { direction, answer, by }
      return table(call, casesOf(ways, call), {
        title: `${which}; ${flagsOf(call)}, ${BY_WHOM[by]} ${ANSWER_WORDS[answer]}`,
        isConflict: true,
      })
    })
  )
}

const BY_WHOM = { handler: 'the handler answers', machine: 'the policy of the machine says' } as const

const ANSWER_WORDS: Readonly<Record<GivenAnswer | 'none', string>> = {
  'keep-local': 'that the local copy is kept',
  'keep-remote': 'that the server copy is kept',
  'keep-latest': 'that the later copy is kept',
  'keep-all': 'that both copies are kept',
  log: 'that it is recorded',
  skip: 'that it is left as it is',
  abort: 'that the call is cancelled',
  none: 'nothing',
}

function table(
  call: Call,
  cases: readonly Case[],
  { title, isConflict }: { readonly title: string; readonly isConflict: boolean },
): readonly Scenario[] {
  const states = cases.flatMap(({ way }) =>
    typeof way.cell.cell === 'number' ? [`STATE-${way.cell.cell}`] : []
  )
  const covers = [...states, ...promisesOf(call, isConflict), ...cases.flatMap(({ ids }) => ids)]
  return scenarioTable(
    { title, covers: [...new Set(covers)], tags: [MATRIX_TAG] },
    { [rowOf(call)]: cases },
    (kit, row) => play(kit, call, row),
  )
}
