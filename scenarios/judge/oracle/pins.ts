/** Whether an item that is only on the server is new in a pinned directory, and so comes into the cache. */

import { nameOf, NOT_PINNED, parentOf, type Pins, shareOf, upcase } from '../../../sim/mod.ts'
import type { Item } from './classify.ts'
import type { RoundFacts } from './facts.ts'
import {
  inherited,
  isPinned,
  isPinnedFromAbove,
  isSuspended,
  joined,
  marksOf,
  pinsBy,
  pinsOf,
} from './marks.ts'
import type { Round } from './round.ts'

/** An answer; `maybe` where the reference leaves it open or a run before was cut short. */
export interface Pinned {
  readonly is: 'yes' | 'no' | 'maybe'
  readonly ids: readonly string[]
  readonly note?: string
}

/** Decides whether a run brings a new item in. */
export function isPinnedNew(item: Item, round: Round): Pinned {
  const { call, facts } = round
  const { key } = item
  if (facts.uncacheable?.has(upcase(shareOf(key))) === true) return { is: 'no', ids: ['SYNC-09'] }
  const fromAbove = pinnedFromAbove(key, round)
  if (fromAbove !== undefined) return fromAbove
  const target = round.targets.get(key)
  if (target !== undefined) {
    return { is: target.isSure ? 'yes' : 'maybe', ids: ['SYNC-14', 'P6.5', 'P15.25'], note: target.note }
  }
  if (item.marks.sparse === 'maybe') {
    return {
      is: 'maybe',
      ids: ['P15.54'],
      note: 'a run that was cut short may have left an entry here that waits for its content',
    }
  }
  if (!call.pinNew) return { is: 'no', ids: ['SYNC-09', 'SYNC-10', 'F67'] }
  return isNewInPinned(key, round)
}

/** Below a directory that was pinned with all it holds, in a run over it (P15.12). */
function pinnedFromAbove(key: string, { facts, call }: Round): Pinned | undefined {
  const answer = isPinnedFromAbove(key, facts)
  if (answer === 'no' || !call.in || !isOverPinned(key, { facts, call })) return undefined
  const note = answer === 'yes' ? {} : { note: 'the run that was to pin it was cut short' }
  return { is: answer, ids: ['P6.2', 'P15.12'], ...note }
}

/** True when the call names a directory with the mark above an item, or one above that. */
function isOverPinned(key: string, round: Pick<Round, 'facts' | 'call'>): boolean {
  const above = parentOf(key)
  if (above === undefined) return false
  const isMarked = marksOf(above, round.facts).pinsBelow !== undefined
  return (isMarked && round.call.covers(above)) || isOverPinned(above, round)
}

function isNewInPinned(key: string, round: Round): Pinned {
  const { facts, call } = round
  const parent = parentOf(key) ?? ''
  const here = facts.before.local.get(parent)
  if (!isKnownTo(facts, parent)) return parentIsNew(parent, round)
  const pins = pinsOf(parent, facts)
  if (!isPinned(pins)) return { is: 'no', ids: ['SYNC-11', 'P15.9', 'F70'] }
  if (!isPinned(inherited(pins)) && call.pinFor.size === 0) return { is: 'no', ids: ['P1.5', 'P15.9'] }
  if (here?.info.type === 'directory') return { is: 'yes', ids: ['SYNC-09', 'P15.9', 'P15.10'] }
  return {
    is: facts.after.local.get(parent)?.info.type === 'directory' ? 'maybe' : 'no',
    ids: ['P15.9', 'P15.59'],
    note:
      'its parent only came back in this round, and the reference does not say when new files are looked for',
  }
}

/** False for what the cache has no entry of; a mere name that nobody has pinned is as good as none (P8.9). */
function isKnownTo(facts: RoundFacts, key: string): boolean {
  if (facts.before.local.has(key)) return true
  const isMereName = marksOf(key, facts).ghost === true && !isPinned(pinsOf(key, facts))
  return facts.originals.has(key) && !isMereName
}

/** A parent that was new and pinned itself takes what is in it along, once it came (P6.4). */
function parentIsNew(parent: string, round: Round): Pinned {
  const { facts, call } = round
  const came = call.covers(parent) && facts.after.local.has(parent)
  if (!came) return { is: 'no', ids: ['P6.4', 'P1.15'] }
  const above = parentOf(parent) ?? ''
  const isShare = parent === upcase(shareOf(parent)) || above === ''
  return isShare ? { is: 'no', ids: ['P6.4'] } : { ...isNewInPinned(parent, round), ids: ['P6.4', 'P1.15'] }
}

/** The pins a new item gets: the categories named, 2 on a directory, and those its directory hands on (P15.9, P15.10). */
export function pinsOfNew(key: string, round: Pick<Round, 'facts' | 'call'>): Pins {
  const { facts, call } = round
  const parent = parentOf(key) ?? ''
  const isKnown = parent === '' || isKnownTo(facts, parent)
  const fromAbove = inherited(isKnown ? pinsOf(parent, facts) : pinsOfNew(parent, round))
  const type = (facts.after.server.get(key) ?? facts.before.server.get(key))?.info.type
  const named = call.pinNew
    ? pinsBy((one) => call.pinFor.has(one) ? (type === 'directory' ? 2 : 1) : 0)
    : NOT_PINNED
  return joined(fromAbove, named)
}

/** True for a file whose type the machine's policy keeps out of the cache (P15.15). */
export function isExcluded(path: string, { excludedTypes = [] }: Pick<RoundFacts, 'excludedTypes'>): boolean {
  const name = upcase(nameOf(path))
  return excludedTypes.some((pattern) => {
    const source = upcase(pattern).replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll(
      '?',
      '.',
    )
    return new RegExp(`^${source}$`, 's').test(name)
  })
}

/** True for an item that a call leaves out because it lies in a suspended tree. */
export function isLeftOut(key: string, { call, facts }: Pick<Round, 'facts' | 'call'>): boolean {
  return call.skipSuspended && isSuspended(key, facts)
}
