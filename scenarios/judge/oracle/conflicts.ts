/** What may become of a conflict: recorded, skipped, or resolved by whoever answers it. */

import { ERROR } from '../../../sim/mod.ts'
import type { Item } from './classify.ts'
import { decide, type Decision } from './decide.ts'
import { sweptAway, vanishedHere } from './directories.ts'
import {
  DIRECTORY_AGAINST_FILE,
  done,
  FILE_AGAINST_DIRECTORY,
  holdsUp,
  isReplacement,
  makesName,
  mayDecide,
  RECORDED,
  type Resolution,
  resolutionOf,
  UNTOUCHED,
  workFor,
} from './outcomes.ts'
import type { Round } from './round.ts'
import { anyOf, type Below, type Plan, recorded, type Verdict, verdict, worked } from './verdict.ts'

/** A conflict and the copy that would win it. */
interface Contest {
  readonly state: number
  readonly winner: 'local' | 'remote'
  readonly resolution: Resolution
  readonly isLatest: boolean
}

/** The verdict on an item in a state of conflict. Once its resolution was begun, either winner may be carried out (P15.4). */
export function conflictVerdict(item: Item, state: number, round: Round): Verdict {
  const plain = answeredVerdict(item, state, round)
  const resolution = resolutionOf(state)
  if (item.marks.contested !== true || resolution === undefined) return plain
  const ways = (['local', 'remote'] as const).flatMap((winner) => {
    const contest = { state, winner, resolution, isLatest: false }
    return whatHinders(item, contest, round) === undefined ? [resolved(item, contest, round)] : []
  })
  return anyOf([plain, ...ways], 'a call that was cut short had begun to resolve it')
}

function answeredVerdict(item: Item, state: number, round: Round): Verdict {
  const below = holdsUp(state) ? 'waits' : 'free'
  const resolution = resolutionOf(state)
  const decision = decide(item.key, round)
  const { answer, ids } = decision
  if (resolution === undefined) return recorded(ids, below)
  switch (answer) {
    case 'log':
      return recorded(ids, below)
    case 'skip':
      return verdict([UNTOUCHED], ids, { below })
    case 'abort':
      return aborted(decision, below)
    case 'unasked':
      return verdict([{ ...RECORDED, unasked: true }], ids, { below })
    case 'keep-all':
      return keptAll(item, { ids, below, round })
    case 'keep-local':
    case 'keep-remote':
    case 'keep-latest':
      break
  }
  const ways = winnersOf(item, { resolution, answer }, round).map((winner) => {
    const contest = { state, winner, resolution, isLatest: answer === 'keep-latest' }
    const hindered = whatHinders(item, contest, round)
    return hindered === undefined ? resolved(item, contest, round) : recorded(hindered, below)
  })
  const all = anyOf(ways, 'the time of one copy is not known')
  return { ...all, ids: [...ids, ...all.ids] }
}

/** The handler cancels the run at this item; whether it is recorded first is not said. */
function aborted({ ids }: Decision, below: Below): Verdict {
  const left = { ...UNTOUCHED, result: ERROR.CANCELLED }
  return verdict([left, { ...left, conflict: 'recorded' }], ids, {
    below,
    note:
      'the answer cancels the run, and the reference does not say whether this conflict is still recorded',
  })
}

/** The local copy goes to a new name on both sides, the server's keeps the old one (P3.1). */
function keptAll(
  item: Item,
  { ids, below, round }: { readonly ids: readonly string[]; readonly below: Below; readonly round: Round },
): Verdict {
  const to = round.destinations.get(item.key)
  if (to === undefined) return recorded([...ids, 'P3.5'], below)
  if (!round.call.in || !round.call.out) return recorded([...ids, 'P1.23'], below)
  if ('code' in to) return verdict([{ ...RECORDED, result: to.code }], [...ids, ...to.ids], { below })
  return worked('write local', ids, item.local?.info.type === 'directory' ? 'overrun' : 'free')
}

function winnersOf(
  item: Item,
  { resolution, answer }: { readonly resolution: Resolution; readonly answer: Decision['answer'] },
  { facts }: Round,
): readonly Contest['winner'][] {
  if (answer === 'keep-local') return ['local']
  if (answer === 'keep-remote') return ['remote']
  const { keepLatest } = resolution
  if (keepLatest === 'local') return ['local']
  const here = keepLatest === 'deletion time' ? facts.deletedAt?.get(item.key) : item.local?.info.times.change
  const there = item.server?.info.times.change
  if (here === undefined || there === undefined) return ['remote', 'local']
  return here > there ? ['local'] : ['remote']
}

/** The ids of what keeps the answer from being applied, so that the conflict stays recorded. */
function whatHinders(
  item: Item,
  { state, winner }: Contest,
  { call, below }: Round,
): readonly string[] | undefined {
  const fileHere = FILE_AGAINST_DIRECTORY.includes(state)
  const directoryHere = DIRECTORY_AGAINST_FILE.includes(state)
  if (!mayDecide(winner, call.in ? (call.out ? 'both' : 'in') : 'out')) return ['P1.23']
  if (winner === 'remote') {
    return directoryHere && below.created.has(item.key) ? ['P15.43', 'P15.47'] : undefined
  }
  if (call.noNewOut && makesName(state)) return ['P15.8']
  if (call.noNewOut && directoryHere && below.localBefore.has(item.key)) return ['P15.44']
  return fileHere && below.unknownBefore.has(item.key) ? ['P3.9', 'P15.47'] : undefined
}

function resolved(item: Item, { state, winner, resolution, isLatest }: Contest, round: Round): Verdict {
  const { ids } = resolution
  const work = workFor(resolution, winner)
  if (state === 29) {
    return winner === 'local' ? worked(work, [...ids, 'P15.68'], 'pushed') : sweptAway(item, round, ids)
  }
  if (state === 37 || state === 53) {
    return winner === 'local' ? deletionWins(item, round, ids) : worked(work, ids, 'restored')
  }
  const fileHere = FILE_AGAINST_DIRECTORY.includes(state)
  if (!fileHere && !DIRECTORY_AGAINST_FILE.includes(state)) return worked(work, ids)
  if (isLatest && round.below.conflict.has(item.key)) {
    return anyOf(
      [worked(work, ids, 'overrun'), recorded(['P3.10'], 'waits')],
      'a conflict below it that the losing side wins may keep it',
    )
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
  return plans.filter(({ outcome }) => isReplacement(state) && outcome.settled).map(({ outcome, below }) => ({
    outcome: {
      ...done(outcome.server === 'local-copy' ? 'delete server' : 'delete local'),
      settled: false,
      forgets: true,
    },
    below,
  }))
}
