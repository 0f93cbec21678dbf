/** Plays the steps that call methods of a client's cache beside Synchronize, and what its service does by itself. */

import { type CacheCall, ERROR, FIRST_USER, shareOf } from '../../sim/mod.ts'
import type { DeleteItemsStep, FindSlowStep, StateStep, UnpinStep } from '../language/mod.ts'
import { cacheOf } from '../judge/mod.ts'
import { uncPath } from './paths.ts'
import type { Doer, Stage } from './stage.ts'

/** A step that the engine takes as a call. */
export type CallingStep = DeleteItemsStep | FindSlowStep | UnpinStep & { readonly flags: number }

/** DeleteItems: changes that are not synchronized go as well. */
const DELMODIFIED = 0x4

/** True for a step that the engine takes as a call, not as a state to bring about. */
export function isCalling(step: StateStep): step is CallingStep {
  return step.do === 'delete-items' || step.do === 'find-slow' ||
    (step.do === 'unpin' && step.flags !== undefined)
}

/** Plays such a step; the code it was answered with. */
export async function playCall(stage: Stage, step: CallingStep, doer: Doer): Promise<number> {
  if (step.do === 'find-slow') return await stage.findSlow(shareOf(uncPath(step.path)), doer)
  const call = callOf(step)
  const { client } = doer
  const before = stage.trees(client)
  stage.tokens.beforeAct()
  const code = await stage.call(call, doer)
  const trees = { before, after: stage.trees(client) }
  if (call.method === 'DeleteItems') {
    const isDropped = (call.flags & DELMODIFIED) !== 0 && trees.before.local.size > trees.after.local.size
    if (isDropped) noteDropped(stage, call, { ...doer, code })
    stage.ledger(client).noteDeleted(call, { ...trees, pins: stage.pins })
  } else if (code === ERROR.SUCCESS) {
    stage.ledger(client).noteUnpinned(call, { ...trees, pins: stage.pins })
  }
  return code
}

/** Whoever lets changes be taken out means it, as one who removes a file. */
function noteDropped(
  stage: Stage,
  { paths, user }: CacheCall,
  { scope, client, code }: Doer & { readonly code: number },
): void {
  for (const path of paths) {
    stage.tokens.afterAct({
      id: scope,
      writer: `${client ?? stage.world.clients[0]?.name ?? ''} · ${user}`,
      keeper: cacheOf(client),
      operation: { do: 'remove', path },
      code,
    })
  }
}

function callOf(step: Exclude<CallingStep, FindSlowStep>): CacheCall {
  const paths = [uncPath(step.path)]
  if (step.do === 'unpin') {
    return { method: 'Unpin', paths, flags: step.flags, deep: step.deep ?? false, user: FIRST_USER }
  }
  const { flags = 0, user = FIRST_USER, administrator = false } = step
  return { method: 'DeleteItems', paths, flags, user, administrator }
}
