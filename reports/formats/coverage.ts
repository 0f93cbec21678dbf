/** What of the vocabulary of Offline Files a run came to: states, flags, resolutions, operations. */

import {
  CONFLICT_POLICY,
  CONFLICT_POLICY_MASK,
  CONFLICT_RESOLVE,
  isWithin,
  SYNC_FLAG,
  SYNC_STATES,
  type SyncOperation,
  type TraceEvent,
} from '../../sim/mod.ts'
import type { ItemRecord, RoundRecord, ScenarioResult, SuiteResult } from '../../scenarios/mod.ts'
import type { Answerer, Coverage } from './results-file.ts'

const OPERATIONS: readonly SyncOperation[] = [
  'CREATE_COPY_ON_SERVER',
  'CREATE_COPY_ON_CLIENT',
  'SYNC_TO_SERVER',
  'SYNC_TO_CLIENT',
  'DELETE_SERVER_COPY',
  'DELETE_CLIENT_COPY',
  'PIN',
  'PREPARE',
]

/** States that are conflicts: both copies have something to say. */
const CONFLICT_STATES: ReadonlySet<number> = new Set(
  [1, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 22, 23, 26, 27, 28, 29, 36, 37, 51, 53],
)

/** An answer to a conflict, and who gave it. */
interface Answer {
  readonly resolution: string
  readonly by: Answerer
}

const NOBODY: Answer = { resolution: 'LOG', by: 'nobody' }

/** Every answer there is: a call has three policies, a handler and a setting of the machine may say any resolution. */
const ANSWERS: readonly Answer[] = [
  ...namesOf(CONFLICT_POLICY).map((resolution): Answer => ({ resolution, by: 'call' })),
  NOBODY,
  ...namesOf(CONFLICT_RESOLVE).map((resolution): Answer => ({ resolution, by: 'handler' })),
  ...namesOf(CONFLICT_RESOLVE).map((resolution): Answer => ({ resolution, by: 'machine' })),
]

/**
 * Counts what a run came to. Items and calls are counted once each time they occur, so a count says how well a word is
 * exercised and zero that it never was.
 */
export function coverageOf(result: SuiteResult): Coverage {
  const rounds = result.scenarios.flatMap((scenario) => scenario.rounds)
  const items = rounds.flatMap((round) => round.items)
  const answers = result.scenarios.flatMap(answersIn)
  const passed = result.scenarios.filter(({ verdict }) => verdict === 'pass')
  return {
    states: SYNC_STATES.map((name, state) => ({
      state,
      name,
      reached: items.filter((item) => item.state === state).length,
      asserted: passed.filter(({ covers }) => covers.includes(`STATE-${state}`)).length,
    })),
    flags: [
      ...namesOf(SYNC_FLAG).map((flag) => ({
        flag,
        reached: rounds.filter(({ flags }) => (flags & SYNC_FLAG[flag]) !== 0).length,
      })),
      ...namesOf(CONFLICT_POLICY).map((flag) => ({
        flag,
        reached: rounds.filter((round) => policyOf(round) === flag).length,
      })),
    ],
    resolutions: ANSWERS.map(({ resolution, by }) => ({
      resolution,
      by,
      reached: answers.filter((answer) => answer.resolution === resolution && answer.by === by).length,
    })),
    operations: OPERATIONS.map((operation) => ({
      operation,
      reached: items.filter(({ decision }) => decision.split(/\W+/).includes(operation)).length,
    })),
  }
}

function answersIn({ rounds, trace }: ScenarioResult): readonly Answer[] {
  return rounds.flatMap((round) => {
    const [first, last] = round.events
    const events = trace.slice(first - 1, last)
    const replies = events.flatMap(handlerReply)
    const settings = events.flatMap(({ reply }) =>
      reply.kind === 'settings' ? [reply.settings.syncConflictHandling] : []
    ).at(-1) ?? {}
    return round.items.filter(wasAnswered).flatMap(({ path }) => {
      const given = replies.filter((one) => one.path === path)
      const byHandler = given.map(({ resolution }) => answerOf(resolution, 'handler'))
      const isOpen = given.length === 0 || given.at(-1)?.resolution === CONFLICT_RESOLVE.NONE
      const policy = given.length === 0 ? policyOf(round) : undefined
      if (!isOpen) return byHandler
      return [
        ...byHandler,
        policy === undefined ? settingFor(path, settings) : { resolution: policy, by: 'call' },
      ]
    })
  })
}

/** A conflict that had its turn: of others nobody was asked. */
function wasAnswered({ state, decision }: ItemRecord): boolean {
  return state !== undefined && CONFLICT_STATES.has(state) && decision !== 'nothing'
}

function handlerReply(
  { request, reply }: TraceEvent,
): readonly { readonly path: string; readonly resolution: number }[] {
  if (request.kind !== 'resolve-conflict' || reply.kind !== 'resolve-conflict') return []
  return [{ path: request.path, resolution: reply.resolution }]
}

/** What the machine's setting for the nearest place says (SyncConflictHandling). */
function settingFor(path: string, settings: Readonly<Record<string, number>>): Answer {
  const [nearest] = Object.keys(settings).filter((place) => isWithin(path, place))
    .sort((a, b) => b.length - a.length)
  const number = nearest === undefined ? undefined : settings[nearest]
  return number === undefined ? NOBODY : answerOf(number, 'machine')
}

function answerOf(number: number, by: Answerer): Answer {
  const resolution = namesOf(CONFLICT_RESOLVE).find((name) => CONFLICT_RESOLVE[name] === number)
  return resolution === undefined ? NOBODY : { resolution, by }
}

function policyOf({ flags }: RoundRecord): keyof typeof CONFLICT_POLICY | undefined {
  const bits = (flags & CONFLICT_POLICY_MASK) >>> 0
  return namesOf(CONFLICT_POLICY).find((name) => CONFLICT_POLICY[name] === bits)
}

function namesOf<N extends string>(record: Readonly<Record<N, number>>): readonly N[] {
  const names: N[] = []
  for (const name in record) names.push(name)
  return names
}
