/** What becomes of entries whose content is not complete: ghosts, which are mere names, and what filling alone fails on. */

import type { Item } from './classify.ts'
import { isPinned, pinsOf } from './marks.ts'
import { done, fillFailure, UNTOUCHED } from './outcomes.ts'
import type { Round } from './round.ts'
import { nothing, type Verdict, verdict, worked } from './verdict.ts'

/** A ghost of something the server still has: the pinned one is fetched (P15.11); `undefined` for one that is like a new item. */
export function ghostVerdict(item: Item, state: number, { call, facts }: Round): Verdict | undefined {
  if (item.marks.ghost !== true || !(call.in || call.fill)) return undefined
  if (!isPinned(pinsOf(item.key, facts))) return undefined
  const ids = ['P15.11', 'SYNC-06']
  if (item.server?.info.type === 'file') return worked('write local', ids)
  return verdict([done('write local'), UNTOUCHED], [...ids, 'P8.9'], {
    note:
      `a pinned name is filled like a sparse file, and state ${state} of a name is fetched only when it is new`,
  })
}

/** A name with nothing behind it any more: dropped in silence by a run in (P15.3). */
export function droppedGhost({ call }: Round): Verdict {
  return nothing(['P15.3'], { settled: call.in })
}

/** Filling alone meets a sparse file whose server copy is gone or no file any more: it fails, the entry stays (P2.13). */
export function unfillable(state: number): Verdict | undefined {
  const result = fillFailure(state)
  return result === undefined ? undefined : verdict([{ ...UNTOUCHED, result }], ['P2.13'])
}
