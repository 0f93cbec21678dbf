/** Who answers a conflict, and what: the handler, else the policy of the call, else the machine's setting, else a record. */

import { parentOf, upcase } from '../../../sim/mod.ts'
import type { Policy } from './call.ts'
import type { RoundFacts } from './facts.ts'
import type { Round } from './round.ts'

/** An answer somebody may give to a conflict. */
export type GivenAnswer = Policy | 'keep-all' | 'log' | 'skip' | 'abort'

/** The answer to a conflict; `unasked`: a handler was passed, and nobody asked it. */
export type Answer = GivenAnswer | 'unasked'

/** An answer, and who gave it. */
export interface Decision {
  readonly answer: Answer
  readonly by: 'handler' | 'call' | 'machine' | 'nobody'
  readonly newName?: string
  readonly ids: readonly string[]
}

/** OFFLINEFILES_SYNC_CONFLICT_RESOLVE by number; NONE, which declines, stands as `undefined`. */
const ANSWERS: ReadonlyMap<number, GivenAnswer | undefined> = new Map<number, GivenAnswer | undefined>([
  [0, undefined],
  [1, 'keep-local'],
  [2, 'keep-remote'],
  [3, 'keep-all'],
  [4, 'keep-latest'],
  [5, 'log'],
  [6, 'skip'],
  [7, 'abort'],
])

const POLICY_ID: Readonly<Record<Policy, string>> = {
  'keep-local': 'SYNC-29',
  'keep-remote': 'SYNC-30',
  'keep-latest': 'SYNC-31',
}

/** The ids that an answer itself stands on. */
const ANSWER_IDS: Readonly<Record<Answer, readonly string[]>> = {
  'keep-local': [],
  'keep-remote': [],
  'keep-latest': [],
  'keep-all': ['P3.1'],
  log: [],
  skip: ['P3.12', 'P15.49'],
  abort: ['P3.13', 'P15.75'],
  unasked: ['P15.21'],
}

/** The answers a handler may give, and a setting of the machine may hold. */
export const ANSWER_LIST: readonly GivenAnswer[] = [...ANSWERS.values()].flatMap((answer) => answer ?? [])

/** Decides a conflict. Once a handler is passed, the policy of the call counts for nothing (P15.21). */
export function decide(key: string, { call, facts }: Pick<Round, 'call' | 'facts'>): Decision {
  const { handler } = facts
  if (handler === undefined) {
    if (call.policy !== undefined) {
      return { answer: call.policy, by: 'call', ids: [POLICY_ID[call.policy]] }
    }
    return settingFor(key, facts) ?? { answer: 'log', by: 'nobody', ids: ['SYNC-33', 'P1.24'] }
  }
  const reply = handler.get(key)
  if (reply === undefined) return { answer: 'unasked', by: 'handler', ids: ANSWER_IDS.unasked }
  const answer = ANSWERS.get(reply.resolution)
  if (answer === undefined) {
    return settingFor(key, facts) ?? { answer: 'log', by: 'nobody', ids: ['P3.11', 'P15.21'] }
  }
  const { newName } = reply
  const ids = ['P15.21', ...ANSWER_IDS[answer]]
  return { answer, by: 'handler', ids, ...(newName === undefined ? {} : { newName }) }
}

/** The nearest setting of the machine, the item's own included (P15.50). */
function settingFor(key: string, { policies }: RoundFacts): Decision | undefined {
  const settings = new Map(
    Object.entries(policies ?? {}).map(([path, value]) => [upcase(path), value] as const),
  )
  for (let at: string | undefined = key; at !== undefined; at = parentOf(at)) {
    const value = settings.get(at)
    if (value === undefined) continue
    const answer = ANSWERS.get(value)
    const ids = ['P15.50', ...(answer === undefined ? [] : ANSWER_IDS[answer])]
    return { answer: answer ?? 'log', by: answer === undefined ? 'nobody' : 'machine', ids }
  }
  return undefined
}

/** True when a value of the setting is named by no UNC path: every call then fails (P15.53, P15.75). */
export function hasStrayPolicy({ policies }: RoundFacts): boolean {
  return Object.keys(policies ?? {}).some((name) => !name.startsWith('\\\\'))
}
