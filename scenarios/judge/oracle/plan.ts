/** The verdict on one item: what may become of it in this round when nothing goes wrong. */

import { ERROR } from '../../../sim/mod.ts'
import { type Cell, classify, type Item } from './classify.ts'
import { conflictVerdict } from './conflicts.ts'
import {
  overrunBelow,
  pushedBelow,
  restoredBelow,
  spared,
  vanishedHere,
  vanishedOnServer,
  waitsBelow,
} from './directories.ts'
import { droppedGhost, ghostVerdict, unfillable } from './fill.ts'
import { type Direction, done, holdsUp, isForFill, makesName, turnOf, UNTOUCHED, workOf } from './outcomes.ts'
import { isPinnedFromAbove } from './marks.ts'
import { isExcluded, isPinnedNew } from './pins.ts'
import type { Outcome } from './facts.ts'
import { holdsTarget } from './links.ts'
import { isCreation, type Round, whyIdle } from './round.ts'
import { anyOf, type Below, idle, nothing, silently, type Verdict, verdict, worked } from './verdict.ts'

/** The verdict on an item in a state, `above` being what the fate of its parent means for it. */
export function verdictOn(item: Item, cell: Cell, { above, round }: { above: Below; round: Round }): Verdict {
  const state = typeof cell === 'number' ? cell : undefined
  const reason = whyIdle(item, { state, round })
  const below = above === 'waits' || holdsUp(state) ? 'waits' : 'free'
  if (reason !== undefined) {
    const left = idle(reason.ids, { note: reason.why, below })
    return reason.isSilent === true ? silently(left) : left
  }
  if (!round.call.covers(item.key)) return outOfScope(item, { round, below })
  const unknown = item.local === undefined && item.original === undefined
  switch (above) {
    case 'waits':
      return unreported(waitsBelow(), item, round)
    case 'pushed':
      return pushedBelow(item)
    case 'swept':
      return sweptBelow(item, cell, round)
    case 'overrun':
      return overrunBelow(item)
    case 'restored':
      return restoredBelow(item, round) ?? ownVerdict(item, cell, round)
    case 'undecided':
      return unknown ? ownVerdict(item, cell, round) : undecidedBelow(item, cell, round)
    case 'free':
      return ownVerdict(item, cell, round)
  }
}

function ownVerdict(item: Item, cell: Cell, round: Round): Verdict {
  if (cell === 'none') return notThere(item, round)
  if (cell === 'purge') {
    const isAsked = round.call.in || round.call.out
    return unreported(nothing(['P15.3', 'F11'], { settled: isAsked }), item, round)
  }
  if (cell === 'drop') return unreported(droppedGhost(round), item, round)
  const { call } = round
  const ghost = ghostVerdict(item, cell, round)
  if (ghost !== undefined) return ghost
  const direction = directionFor(cell, round)
  if (direction === 'fill') {
    const failing = unfillable(cell)
    if (failing !== undefined) return failing
  }
  if (cell === 49) return vanishedOnServer(item, round)
  if (cell === 35 || cell === 52) return vanishedHere(item, round)
  const { work, ids } = workOf(cell === 41 && item.local === undefined ? 38 : cell)
  switch (turnOf(cell, direction)) {
    case 'nothing':
      // Without an original nobody has ever seen both copies at their last good sync.
      return unreported(nothing(ids, { settled: item.original !== undefined }), item, round)
    case 'idle':
      return idle(['P2.13'])
    case 'wait':
      return unreported(nothing(['SYNC-08']), item, round)
    case 'resolve':
      return conflictVerdict(item, cell, round)
    case 'if pinned':
      return newOnServer(item, round)
    case 'work':
      return call.noNewOut && makesName(cell)
        ? unreported(
          nothing(['P15.8', 'P2.3'], { note: 'the call wants no new names on the server' }),
          item,
          round,
        )
        : worked(work, ids)
  }
}

/**
 * Nothing was done, so nothing is reported (P2.19, P15.5, P15.31): but the caller asked about an item that the call names
 * (P15.18), a record may go, and a run that pins may have given it a category.
 */
function unreported(plain: Verdict, { key }: Item, { call, facts }: Round): Verdict {
  const maySay = call.scopes.has(key) || facts.conflictsBefore.has(key) || call.pinTargets ||
    isPinnedFromAbove(key, facts) !== 'no'
  return maySay ? plain : silently(plain)
}

/** Filling beside a run out follows its own column for sparse files (P15.45). */
function directionFor(state: number, { call }: Round): Direction {
  if (call.in) return call.out ? 'both' : 'in'
  return call.out && !(call.fill && isForFill(state)) ? 'out' : 'fill'
}

/** Nothing of this name was on either side: a path that the call names so is not found (P1.15). */
function notThere(item: Item, round: Round): Verdict {
  const { facts, call } = round
  if (call.scopes.has(item.key) && facts.results.has(item.key)) {
    return verdict([{ ...UNTOUCHED, result: ERROR.FILE_NOT_FOUND }], ['P1.15'], {
      note: 'the path is not in the cache',
    })
  }
  const note = 'nothing of this name was there before'
  return facts.conflictsBefore.has(item.key) ? nothing(['P3.15'], { note }) : idle(['P2.20'], { note })
}

function newOnServer(item: Item, round: Round): Verdict {
  const { key, server, path } = item
  const { is, ids, note } = isPinnedNew(item, round)
  const isDirectory = server?.info.type === 'directory'
  if (is === 'no') return (isDirectory ? plainParent(item, round) : undefined) ?? nothing(ids)
  const left: Outcome = { ...UNTOUCHED, conflict: 'none' }
  if (server?.info.type === 'file' && isExcluded(path, round.facts)) {
    return verdict([{ ...left, result: ERROR.NOT_SUPPORTED }], ['F31', 'P15.15'])
  }
  if (is === 'yes' && key.includes('\0')) {
    return verdict([{ ...left, result: ERROR.ALREADY_EXISTS }], ['F58'], {
      note: 'the cache holds another name that differs in nothing but case',
    })
  }
  return is === 'yes' ? worked('write local', ids) : verdict([left, done('write local')], ids, { note })
}

/** Nothing happens out of scope, but a directory comes back on the side where something in scope now needs it. */
function outOfScope(item: Item, { round, below }: { round: Round; below: Below }): Verdict {
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
  return targetOutOfScope(item, round) ?? unreported(idle(ids, more), item, round)
}

/** A directory that comes only because a link leads into it. */
function plainParent({ key }: Item, { targets, facts }: Round): Verdict | undefined {
  const made = worked('write local', ['P15.74'])
  switch (holdsTarget(key, targets, facts)) {
    case 'no':
      return undefined
    case 'yes':
      return made
    case 'maybe':
      return anyOf([made, nothing(['P15.74'])], 'a link leads into it to an item that did not come')
  }
}

/** A link leads out of the call's paths: its target is pinned and fetched, never sent out (P15.61). */
function targetOutOfScope(item: Item, round: Round): Verdict | undefined {
  const { key, server, local, original, marks } = item
  const { targets, call } = round
  const isEntry = local !== undefined || original !== undefined
  if (!isEntry && server?.info.type === 'directory') return plainParent(item, round)
  const target = targets.get(key)
  if (target === undefined) return undefined
  const ids = ['SYNC-14', 'P6.5', 'P15.61']
  const fetched = worked('write local', ids)
  const isIncomplete = !isEntry || marks.sparse === true || marks.ghost === true
  if (isIncomplete && target.isSure) return fetched
  const isStale = isIncomplete || (call.in && classify(item) === 44)
  return isStale ? anyOf([fetched, idle(ids)], target.note) : undefined
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

/** Below a directory that comes back: the server's state as in the directory above it, or the item's own turn. */
function undecidedBelow(item: Item, cell: Cell, round: Round): Verdict {
  const own = ownVerdict(item, cell, round)
  if (item.local !== undefined || item.server === undefined || !round.call.in) return own
  return anyOf(
    [worked('write local', ['P15.42']), own],
    'the fate of the directory above decides it, or its own deletion is still to be carried out',
  )
}
