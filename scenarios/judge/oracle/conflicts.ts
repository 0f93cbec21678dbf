/** What may become of a conflict: recorded, or resolved by the policy of the call. */

import type { Policy } from './call.ts'
import type { Item } from './classify.ts'
import { sweptAway, vanishedHere } from './directories.ts'
import {
  DIRECTORY_AGAINST_FILE,
  done,
  FILE_AGAINST_DIRECTORY,
  holdsUp,
  makesName,
  RECORDED,
  type Resolution,
  resolutionOf,
  UNTOUCHED,
} from './outcomes.ts'
import type { Round } from './round.ts'
import { anyOf, noOpinion, type Plan, recorded, type Verdict, verdict, worked } from './verdict.ts'

/** A conflict and the copy that would win it. */
interface Contest {
  readonly state: number
  readonly winner: 'local' | 'remote'
  readonly resolution: Resolution
}

const POLICY_ID: Readonly<Record<Policy, string>> = {
  'keep-local': 'SYNC-29',
  'keep-remote': 'SYNC-30',
  'keep-latest': 'SYNC-31',
}

/** The verdict on an item in a state of conflict. */
export function conflictVerdict(item: Item, state: number, round: Round): Verdict {
  const below = holdsUp(state) ? 'waits' : 'free'
  const resolution = resolutionOf(state)
  const { policy } = round.call
  if (policy === undefined || resolution === undefined) return recorded(['SYNC-33', 'P1.24'], below)
  const ways = winnersOf(item, resolution, round).map((winner) => {
    const contest = { state, winner, resolution }
    const hindered = whatHinders(item, contest, round)
    return hindered === undefined ? resolved(item, contest, round) : recorded(hindered, below)
  })
  const { plans, ids, note } = anyOf(ways, 'the time of one copy is not known')
  const isOpen = ways.some((way) => way.plans.length === 0)
  return { plans: isOpen ? [] : plans, ids: [POLICY_ID[policy], ...ids], note }
}

function winnersOf(
  item: Item,
  { keepLatest }: Resolution,
  { call, facts }: Round,
): readonly Contest['winner'][] {
  if (call.policy === 'keep-local') return ['local']
  if (call.policy === 'keep-remote') return ['remote']
  if (keepLatest === 'local') return ['local']
  const here = keepLatest === 'deletion time' ? facts.deletedAt?.get(item.key) : item.local?.info.times.change
  const there = item.server?.info.times.change
  if (here === undefined || there === undefined) return ['remote', 'local']
  return here > there ? ['local'] : ['remote']
}

/** The ids of what keeps the policy from being applied, so that the conflict stays recorded. */
function whatHinders(
  item: Item,
  { state, winner }: Contest,
  { call, below }: Round,
): readonly string[] | undefined {
  const fileHere = FILE_AGAINST_DIRECTORY.includes(state)
  const directoryHere = DIRECTORY_AGAINST_FILE.includes(state)
  if (winner === 'remote') {
    if (!call.in) return ['P1.23']
    return directoryHere && below.created.has(item.key) ? ['P15.43', 'P15.47'] : undefined
  }
  if (!call.out) return ['P1.23']
  if (call.noNewOut && makesName(state)) return ['P15.8']
  if (call.noNewOut && directoryHere && below.localBefore.has(item.key)) return ['P15.44']
  return fileHere && below.unknownBefore.has(item.key) ? ['P3.9', 'P15.47'] : undefined
}

function resolved(item: Item, { state, winner, resolution }: Contest, round: Round): Verdict {
  const { ids } = resolution
  const work = winner === 'local' ? resolution.keepLocal : resolution.keepRemote
  if (state === 29) {
    return winner === 'local' ? worked(work, [...ids, 'P15.68'], 'pushed') : sweptAway(item, round, ids)
  }
  if (state === 37) {
    return winner === 'local' ? deletionWins(item, round, ids) : worked(work, ids, 'undecided')
  }
  const fileHere = FILE_AGAINST_DIRECTORY.includes(state)
  if (!fileHere && !DIRECTORY_AGAINST_FILE.includes(state)) return worked(work, ids)
  if (round.call.policy === 'keep-latest' && round.below.conflict.has(item.key)) {
    return noOpinion('the reference does not say how conflicts below it end when the later copy is kept', ids)
  }
  if (winner === 'local') return worked(work, ids, fileHere ? 'free' : 'pushed')
  return worked(work, ids, fileHere ? 'undecided' : 'free')
}

/** The server's directory goes like every directory deleted here; what is left in it keeps it, and the conflict. */
function deletionWins(item: Item, round: Round, ids: readonly string[]): Verdict {
  const plain = vanishedHere(item, round, ids)
  const stays = plain.plans.every(({ outcome }) =>
    outcome.server === 'as-before' && outcome.local === 'as-before'
  )
  return stays ? verdict([RECORDED, UNTOUCHED], plain.ids, { note: 'what is left in it keeps it' }) : plain
}

/** Half of a replacement: the losing copy is gone, the one that stays counts as created on its side (P15.4, P15.66). */
export function halfReplaced(state: number | undefined, plans: readonly Plan[]): readonly Plan[] {
  const isClash = [...FILE_AGAINST_DIRECTORY, ...DIRECTORY_AGAINST_FILE].some((number) => number === state)
  return plans.filter(({ outcome }) => isClash && outcome.settled).map(({ outcome, below }) => ({
    outcome: {
      ...done(outcome.server === 'local-copy' ? 'delete server' : 'delete local'),
      settled: false,
      forgets: true,
    },
    below,
  }))
}
