/** The calls of the matrix: who answers a conflict, and what the table says comes of it. */

import type {
  Circumstance,
  ExpectedOutcome,
  ExpectedRun,
  GivenAnswer,
  RunDirection,
} from '../../../judge/mod.ts'
import type { Way } from './ways.ts'

/** Who answers conflicts: the policy of the call, the caller's handler, the setting of the machine. */
export type Answerer = 'call' | 'handler' | 'machine'

/** How a call is made. */
export interface Call {
  readonly direction: RunDirection
  readonly answer: ExpectedRun['answer']
  readonly by: Answerer
  /** New items of pinned directories are pinned. Default false. */
  readonly pinsNew?: true
}

/** One item of a row: how it comes about, and what is to become of it. */
export interface Case {
  readonly name: string
  readonly way: Way
  readonly expected: ExpectedOutcome
  readonly ids: readonly string[]
}

const DIRECTIONS: Readonly<Record<RunDirection, string>> = {
  in: 'in',
  out: 'out',
  both: 'in | out',
  fill: 'fill',
}

/** The flags of a call. */
export function flagsOf({ direction, answer, by, pinsNew }: Call): string {
  const policy = by === 'call' && answer !== 'none' ? [answer] : []
  return [DIRECTIONS[direction], ...(pinsNew === true ? ['pin-new'] : []), ...policy].join(' | ')
}

/** The name of a row: `in-out-keep-latest`. */
export function rowOf(call: Call): string {
  return [flagsOf({ ...call, answer: 'none' }), ...(call.answer === 'none' ? [] : [call.answer])].join('-')
    .replaceAll(' | ', '-')
}

/** The promises a call is about. */
export function promisesOf({ direction, answer }: Call, isConflict: boolean): readonly string[] {
  if (direction === 'fill') return ['SYNC-03']
  if (!isConflict) return direction === 'in' ? ['SYNC-05'] : direction === 'out' ? ['SYNC-07'] : ['SYNC-02']
  return [POLICY_PROMISES.get(answer) ?? 'SYNC-33']
}

const POLICY_PROMISES: ReadonlyMap<ExpectedRun['answer'], string> = new Map([
  ['keep-local', 'SYNC-29'],
  ['keep-remote', 'SYNC-30'],
  ['keep-latest', 'SYNC-31'],
])

/** The answers a policy of the call can give. */
export const POLICIES: readonly GivenAnswer[] = ['keep-local', 'keep-remote', 'keep-latest']

const SUFFIXES: Readonly<Record<Circumstance, string>> = {
  'local later': ', later here',
  'server later': ', later there',
  pinned: '',
  'not pinned': '',
}

/** What the table says of each way in a call; twice where the outcome hangs on which copy is the later one. */
export function casesOf(ways: readonly Way[], call: Call): readonly Case[] {
  return ways.flatMap((way) => {
    const run = way.cell.runs.find(({ direction, answer }) =>
      direction === call.direction && answer === call.answer
    )
    if (run === undefined) return []
    return run.outcomes.filter(({ given }) => isMet(given, call)).map((expected) => {
      const suffix = expected.given === undefined ? '' : SUFFIXES[expected.given]
      return { name: `${way.name}${suffix}`, way, expected, ids: run.ids }
    })
  })
}

function isMet(given: Circumstance | undefined, { pinsNew }: Call): boolean {
  if (given === 'pinned') return pinsNew === true
  return given !== 'not pinned' || pinsNew !== true
}
