/** What of the vocabulary of Offline Files a run came to: states, flags, resolutions, operations. */

import {
  CONFLICT_POLICY,
  CONFLICT_POLICY_MASK,
  SYNC_FLAG,
  SYNC_STATES,
  type SyncOperation,
} from '../../sim/mod.ts'
import type { ItemRecord, RoundRecord, SuiteResult } from '../../scenarios/mod.ts'
import type { Coverage } from './results-file.ts'

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

/** The resolutions a call can come to without a conflict handler: the policies, and a record of the conflict. */
const RESOLUTIONS = [...namesOf(CONFLICT_POLICY), 'LOG'] as const

/**
 * Counts what a run came to. Items and calls are counted once each time they occur, so a count says how well a word is
 * exercised and zero that it never was.
 */
export function coverageOf(result: SuiteResult): Coverage {
  const rounds = result.scenarios.flatMap((scenario) => scenario.rounds)
  const items = rounds.flatMap((round) => round.items.map((item) => ({ round, item })))
  const passed = result.scenarios.filter(({ verdict }) => verdict === 'pass')
  return {
    states: SYNC_STATES.map((name, state) => ({
      state,
      name,
      reached: items.filter(({ item }) => item.state === state).length,
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
    resolutions: RESOLUTIONS.map((resolution) => ({
      resolution,
      reached: items.filter(({ round, item }) => resolutionOf(item, round) === resolution).length,
    })),
    operations: OPERATIONS.map((operation) => ({
      operation,
      reached: items.filter(({ item }) => item.decision.split(/\W+/).includes(operation)).length,
    })),
  }
}

/** What a conflict came to: a record of it, or the policy under which the engine carried out an operation. */
function resolutionOf(item: ItemRecord, round: RoundRecord): string | undefined {
  if (item.state === undefined || !CONFLICT_STATES.has(item.state)) return undefined
  const recorded = round.conflicts.some(({ path, change }) => path === item.path && change !== 'removed')
  if (recorded) return 'LOG'
  const words = item.decision.split(/\W+/)
  return OPERATIONS.some((operation) => words.includes(operation)) ? policyOf(round) : undefined
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
