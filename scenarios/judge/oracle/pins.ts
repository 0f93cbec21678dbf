/** Whether an item that is only on the server is new in a pinned directory, and so comes into the cache. */

import { parentOf, shareOf, upcase } from '../../../sim/mod.ts'
import type { Item } from './classify.ts'
import type { Round } from './round.ts'

/** An answer; `maybe` where the reference leaves it open or trees do not tell. */
export interface Pinned {
  readonly is: 'yes' | 'no' | 'maybe'
  readonly ids: readonly string[]
  readonly note?: string
}

/** Decides whether PINNEWFILES brings an item in. */
export function isPinnedNew(item: Item, round: Round): Pinned {
  const { call } = round
  if (!call.pinNew) return { is: 'no', ids: ['SYNC-09', 'SYNC-10', 'F67'] }
  const parent = parentOf(item.key) ?? ''
  const answer = parentIsPinned(parent, round)
  if (answer.is !== 'no' || !call.pinTargets) return answer
  return { is: 'maybe', ids: ['SYNC-14', 'P15.61'], note: 'it may be the target of a new link' }
}

function parentIsPinned(parent: string, round: Round): Pinned {
  const { facts, call } = round
  const here = facts.before.local.get(parent)
  const original = facts.originals.get(parent)
  if (here === undefined && original === undefined) return parentIsNew(parent, round)
  const pins = facts.pins.get(upcase(shareOf(parent)))
  const values = pins === undefined ? [] : Object.values(pins)
  const inherited = values.includes(2)
  if (!inherited && !values.includes(1)) return { is: 'no', ids: ['SYNC-11', 'P15.9', 'F70'] }
  if (!inherited && !call.pinFor) return { is: 'no', ids: ['P1.5', 'P15.9'] }
  if (!inherited && parent !== upcase(shareOf(parent))) {
    return {
      is: 'maybe',
      ids: ['P15.9'],
      note: 'whether its parent was pinned by an earlier call cannot be seen',
    }
  }
  if (here?.info.type === 'directory') return { is: 'yes', ids: ['SYNC-09', 'P15.9', 'P15.10'] }
  return {
    is: facts.after.local.get(parent)?.info.type === 'directory' ? 'maybe' : 'no',
    ids: ['P15.9', 'P15.59'],
    note:
      'its parent only came back in this round, and the reference does not say when new files are looked for',
  }
}

/** A parent that was new itself takes what is in it along, once it came (P6.4). */
function parentIsNew(parent: string, { facts, call }: Round): Pinned {
  const came = call.covers(parent) && facts.after.local.has(parent)
  return { is: came ? 'yes' : 'no', ids: ['P6.4', 'P1.15'] }
}
