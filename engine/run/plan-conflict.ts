/** What is done with a conflict: by the handler's answer, the policy of the call, or the machine's setting for its place. */

import { CONFLICT_RESOLVE, SYNC_FLAG, type UncPath } from '../../sim/windows/mod.ts'
import { answerOf, has, settingFor, type Winner } from '../rules/mod.ts'
import type { HandlerAnswer, RunContext } from './context.ts'
import { type Item, keyOf } from './item.ts'
import { type Above, DELETED_HERE, type Plan } from './plan-kinds.ts'

const DIR_CHANGED_DELETED = 29

/** Plans a conflict: the handler decides, without one the policy, then the setting (P15.21); else a record. */
export function planConflict(run: RunContext, item: Item, state: number): Plan {
  if (item.record?.wins !== undefined && item.record.wins === item.server?.info.id) {
    return carriedOn(run.flags)
  }
  const answer = run.answers.get(keyOf(item))
  if (run.hasHandler && answer === undefined) return { do: 'ask' }
  const { asked, resolution } = resolutionFor(run, item.path)
  const settled = run.rules.resolve(state, resolution, { flags: run.flags, times: timesOf(item) })
  switch (settled.do) {
    case 'keep-all':
      return keepAll(asked, answer)
    case 'resolve': {
      const { operation, winner } = settled
      return { do: 'work', operation, resolved: true, below: belowOf(state, winner) }
    }
    default:
      return settled
  }
}

/** What the handler's answer or the policy of the call asks for, and what that comes to: the machine's setting where it is nothing. */
export function resolutionFor(
  { answers, flags, settings }: RunContext,
  path: UncPath,
): { readonly asked: number; readonly resolution: number } {
  const asked = answers.get(keyOf({ path }))?.resolution ?? answerOf(flags)
  return { asked, resolution: asked === CONFLICT_RESOLVE.NONE ? settingFor(path, settings) : asked }
}

/** What an earlier call has begun is ended where the direction allows it; it is not decided again. */
function carriedOn(flags: number): Plan {
  if (!has(flags, SYNC_FLAG.SYNCOUT)) return { do: 'record' }
  return { do: 'work', operation: 'SYNC_TO_SERVER', resolved: true, below: 'settled' }
}

/** A handler that wants both kept has to name the copy (P3.4); a setting leaves it to the engine. */
function keepAll(asked: number, answer: HandlerAnswer | undefined): Plan {
  const byHandler = asked === CONFLICT_RESOLVE.KEEPALLCHANGES
  return {
    do: 'keep-all',
    newName: byHandler ? answer?.newName : undefined,
    mustBeNamed: byHandler,
  }
}

function timesOf({ record, local, server }: Item): { readonly local: number; readonly server: number } {
  const isDeleted = record?.marks.deletedOffline === true
  return {
    local: (isDeleted ? record.deletedAt : local?.info.times.change) ?? 0,
    server: server?.info.times.change ?? 0,
  }
}

function belowOf(state: number, winner: Winner): Above {
  if (state === DIR_CHANGED_DELETED) return winner === 'local' ? 're-created' : 'discarded'
  return DELETED_HERE.includes(state) && winner === 'server' ? 'restored' : 'settled'
}
