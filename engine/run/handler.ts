/** The caller's conflict handler: what it is asked, and when. */

import { ask, type Session } from '../../sim/port/mod.ts'
import { CONFLICT_RESOLVE } from '../../sim/windows/mod.ts'
import { changeDetails } from '../rules/mod.ts'
import type { HandlerAnswer, RunContext } from './context.ts'
import { type Item, keyOf } from './item.ts'
import { aboveOf, isOpen, planOf } from './plan.ts'
import type { Above } from './plan-kinds.ts'

/** OFFLINEFILES_SYNC_STATE_LOCAL_KNOWN and _REMOTE_KNOWN: every state is derived from both sides. */
const BOTH_KNOWN = 0x3

/** Asks the handler about a conflict and remembers what it says. */
export function* askHandler(run: RunContext, item: Item): Session<HandlerAnswer> {
  const { path, cell, record, local, server } = item
  const reply = yield* ask({
    kind: 'resolve-conflict',
    path,
    state: typeof cell === 'number' ? cell : 0,
    known: BOTH_KNOWN,
    changes: changeDetails(record, local, server),
  })
  const { resolution, newName } = reply.kind === 'failed'
    ? { resolution: CONFLICT_RESOLVE.NONE, newName: undefined }
    : reply
  const answer = { resolution, ...(newName === undefined ? {} : { newName }) }
  run.answers.set(keyOf(item), answer)
  run.life = new WeakMap()
  return answer
}

/**
 * Asks ahead of its turn about what one side alone has, and about what is in it: a deletion that the handler chooses belongs to
 * the second pass (P15.20), and whether a directory stays hangs on what becomes of its items. What the handler says of such a
 * directory holds for all conflicts below it (P15.6).
 */
export function* askAhead(run: RunContext, item: Item, above: Above): Session<void> {
  if (!run.hasHandler || (item.local === undefined) === (item.server === undefined)) return
  const plan = planOf(run, item, above)
  if (plan.do === 'ask') {
    spread(run, item, yield* askHandler(run, item))
    return
  }
  for (const child of item.children) yield* askAhead(run, child, aboveOf(plan, above))
}

function spread(run: RunContext, item: Item, answer: HandlerAnswer): void {
  for (const child of item.children) {
    if (isOpen(planOf(run, child, 'settled'))) run.answers.set(keyOf(child), answer)
    spread(run, child, answer)
  }
}
