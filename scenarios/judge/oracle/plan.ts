/** The verdict on one item: what may become of it in this round when nothing goes wrong. */

import type { Cell, Item } from './classify.ts'
import { conflictVerdict } from './conflicts.ts'
import { pushedBelow, spared, vanishedHere, vanishedOnServer, waitsBelow } from './directories.ts'
import { done, holdsUp, makesName, turnOf, UNTOUCHED, workOf } from './outcomes.ts'
import { isPinnedNew } from './pins.ts'
import { isCreation, type Round, whyIdle } from './round.ts'
import { type Below, idle, noOpinion, nothing, type Verdict, verdict, worked } from './verdict.ts'

/** The verdict on an item in a state, `above` being what the fate of its parent means for it. */
export function verdictOn(item: Item, cell: Cell, { above, round }: { above: Below; round: Round }): Verdict {
  const unjudged = round.facts.unjudged?.get(item.key)
  if (unjudged !== undefined) return noOpinion(unjudged, [])
  const reason = whyIdle(item, round)
  const state = typeof cell === 'number' ? cell : undefined
  const below = above === 'waits' || holdsUp(state) ? 'waits' : 'free'
  if (reason !== undefined) return idle(reason.ids, { note: reason.why, below })
  if (!round.call.covers(item.key)) return outOfScope(item, { round, below })
  const unknown = item.local === undefined && item.original === undefined
  switch (above) {
    case 'waits':
      return waitsBelow()
    case 'pushed':
      return pushedBelow(item)
    case 'swept':
      return sweptBelow(item, cell, round)
    case 'undecided':
      return unknown ? ownVerdict(item, cell, round) : undecidedBelow()
    case 'free':
      return ownVerdict(item, cell, round)
  }
}

function ownVerdict(item: Item, cell: Cell, round: Round): Verdict {
  if (cell === 'none') {
    const note = 'nothing of this name was there before'
    return round.facts.conflictsBefore.has(item.key)
      ? nothing(['P3.15'], { note })
      : idle(['P2.20'], { note })
  }
  if (cell === 'purge') return nothing(['P15.3', 'F11'], { settled: true })
  if (cell === 49) return vanishedOnServer(item, round)
  if (cell === 35) return vanishedHere(item, round)
  const { call } = round
  const { work, ids } = workOf(cell)
  switch (turnOf(cell, call.in && call.out ? 'both' : call.in ? 'in' : 'out')) {
    case 'nothing':
      return nothing(ids, { settled: true })
    case 'wait':
      return nothing(['SYNC-08'])
    case 'resolve':
      return conflictVerdict(item, cell, round)
    case 'if pinned':
      return newOnServer(item, round)
    case 'work':
      return call.noNewOut && makesName(cell)
        ? nothing(['P15.8', 'P2.3'], { note: 'the call wants no new names on the server' })
        : worked(work, ids)
  }
}

function newOnServer(item: Item, round: Round): Verdict {
  const { is, ids, note } = isPinnedNew(item, round)
  if (is === 'yes') return worked('write local', ids)
  return is === 'no'
    ? nothing(ids)
    : verdict([{ ...UNTOUCHED, conflict: 'none' }, done('write local')], ids, { note })
}

/** Nothing happens out of scope, but a directory comes back on the side where something in scope now needs it. */
function outOfScope(item: Item, { round, below }: { round: Round; below: Below }): Verdict {
  const { call, facts } = round
  const ids = ['SYNC-01', 'P1.17']
  const more = { below, note: 'out of scope' }
  const { key, server, local, original } = item
  const isDirectory = (server ?? local)?.info.type === 'directory'
  if (isDirectory && server === undefined && round.below.server.has(key)) {
    return verdict([done('write server'), UNTOUCHED], [...ids, 'P2.10'], more)
  }
  if (isDirectory && local === undefined && original !== undefined && round.below.local.has(key)) {
    return verdict([done('write local'), UNTOUCHED], [...ids, 'P2.9'], more)
  }
  const isNew = server !== undefined && local === undefined && original === undefined
  return call.pinTargets && isNew && facts.after.local.has(key)
    ? verdict([done('write local')], [...ids, 'P15.61'], more)
    : idle(ids, more)
}

/** Below a directory whose deletion wins: what was created here may stay, everything else goes by its own state. */
function sweptBelow(item: Item, cell: Cell, round: Round): Verdict {
  const { call } = round
  if (isCreation(item) && call.out && !call.noNewOut) return spared()
  const own = ownVerdict(item, cell, round)
  return {
    ...own,
    plans: own.plans.map((plan) => plan.below === 'free' ? { ...plan, below: 'swept' } : plan),
  }
}

function undecidedBelow(): Verdict {
  return noOpinion('the reference does not say what becomes of it when the directory above is brought back', [
    'P15.42',
  ])
}
