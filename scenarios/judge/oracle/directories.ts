/** Directories that vanished on one side: what is below them afterwards decides what becomes of them. */

import type { Item } from './classify.ts'
import type { Outcome } from './facts.ts'
import { done, RECORDED, UNTOUCHED } from './outcomes.ts'
import type { Round } from './round.ts'
import { idle, nothing, type Verdict, verdict, worked } from './verdict.ts'

/** Neither copy touched, and no conflict left. */
const KEPT: Outcome = { ...done('nothing'), settled: false }

/** Deleted on the server, clean here (49): goes unless something stays below; comes back when something is sent out. */
export function vanishedOnServer(item: Item, { call, below, facts }: Round): Verdict {
  const mayReturn = call.out && !call.noNewOut
  if (mayReturn && below.server.has(item.key)) return worked('write server', ['P2.10', 'F24'])
  if (call.in && !below.local.has(item.key)) return worked('delete local', ['SYNC-05', 'P2.10'])
  const ids = call.in ? ['P2.10', 'F23'] : ['SYNC-08', 'F18']
  if (!mayReturn || !(facts.interrupted || below.failed.has(item.key))) return nothing(ids)
  return verdict([KEPT, UNTOUCHED, done('write server')], [...ids, 'P2.10'], {
    note: 'it may be back on the server for what then could not be sent out',
  })
}

/** Deleted here (35, and 37 when the deletion wins): the server's goes when nothing is left in it. */
export function vanishedHere(item: Item, { call, below }: Round, ids: readonly string[] = []): Verdict {
  const { key } = item
  if (below.local.has(key)) return worked('write local', [...ids, 'P2.9', 'P15.67'])
  if (!call.out) return nothing([...ids, 'SYNC-08'])
  if (!below.server.has(key)) return worked('delete server', [...ids, 'SYNC-07', 'P2.9'])
  if (!below.unknownAfter.has(key)) return nothing([...ids, 'P15.41'])
  return verdict(call.in ? [done('write local')] : [done('write local'), KEPT, UNTOUCHED], [
    ...ids,
    'P2.9',
    'F22',
  ], {
    note: call.in ? undefined : 'showing it again writes the side that a run out does not write',
  })
}

/** Changed here, deleted there, and the deletion wins (29): creations stay, with the directories above them. */
export function sweptAway(item: Item, { call, below }: Round, ids: readonly string[]): Verdict {
  const { key } = item
  if (!below.local.has(key)) return worked('delete local', [...ids, 'P3.10'], 'swept')
  const created: Outcome = { ...KEPT, forgets: true }
  const mayReturn = call.out && !call.noNewOut
  const back = mayReturn && below.server.has(key) ? [done('write server')] : []
  const open = below.failed.has(key) ? [RECORDED] : []
  return verdict([...back, created, ...open], [...ids, 'P15.6', 'P15.72'], { below: 'swept' })
}

/** A creation below a directory whose deletion wins, in a run that may send it out. */
export function spared(): Verdict {
  return verdict([KEPT, done('write server')], ['P15.6', 'P15.72'], {
    below: 'swept',
    note: 'creations stay; the reference leaves to a later run out to send them, this run may be it',
  })
}

/** An item below a directory that won on this side: it counts as created here and is sent out (P15.43, P15.68). */
export function pushedBelow(item: Item): Verdict {
  const ids = ['P15.43', 'P15.68']
  if (item.local === undefined) return nothing(ids, { settled: true, below: 'pushed' })
  return worked('write server', ids, 'pushed')
}

/** What was deleted here in a directory that the policy brings back comes back with it (3.5, P15.66). */
export function restoredBelow({ local, server, original }: Item, { call }: Round): Verdict | undefined {
  const isDeleted = local === undefined && original !== undefined && server !== undefined
  return isDeleted && call.in ? worked('write local', ['SYNC-30', 'P15.66'], 'restored') : undefined
}

/** An item below a directory that waits for its conflict. */
export function waitsBelow(): Verdict {
  return idle(['P15.5', 'P15.42'], { below: 'waits', note: 'a directory above it is in conflict' })
}

/** An item below a directory in whose place there is something else now: it went with it, or moved away with it (P3.6). */
export function overrunBelow(item: Item, ids: readonly string[] = ['P3.6', 'P3.10']): Verdict {
  if (item.local !== undefined) return worked('delete local', ids, 'overrun')
  if (item.server !== undefined) return worked('delete server', ids, 'overrun')
  return nothing(ids, { settled: true, below: 'overrun' })
}
