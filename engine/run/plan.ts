/** What a run does with one surveyed item: the rules' decision, seen together with what is above and below it. */

import type { SyncOperation } from '../../sim/port/mod.ts'
import { SYNC_FLAG } from '../../sim/windows/mod.ts'
import { has } from '../rules/mod.ts'
import type { RunContext } from './context.ts'
import type { Item } from './survey.ts'

/** What the fate of a directory means for the items in it. */
export type Above =
  | 'settled'
  /** It is re-created on the server with its clean content (P15.68). */
  | 're-created'
  /** It was deleted by a policy: new work in it stays, and stays here (P15.72). */
  | 'discarded'

/** What is done with an item. */
export type Plan =
  | { readonly do: 'nothing' }
  | { readonly do: 'forget' }
  | { readonly do: 'fail'; readonly code: number }
  | { readonly do: 'record' }
  | {
    readonly do: 'work'
    readonly operation: SyncOperation
    readonly resolved: boolean
    readonly below: Above
  }

const NOTHING: Plan = { do: 'nothing' }

const DIR_BOTH_CHANGED = 28
const DIR_CHANGED_DELETED = 29
const FILE_DELETED_ON_SERVER = 46
const DIR_DELETED_ON_SERVER = 49

/** Plans one item. */
export function planOf(run: RunContext, item: Item, above: Above): Plan {
  const { cell } = item
  const { rules, flags } = run
  if (item.unlisted !== undefined) return { do: 'fail', code: item.unlisted }
  if (typeof cell === 'string') return { do: 'forget' }
  if (isNew(item) && item.newPins === undefined) return NOTHING
  if (cell === FILE_DELETED_ON_SERVER || cell === DIR_DELETED_ON_SERVER) {
    const again = above === 're-created' || (cell === DIR_DELETED_ON_SERVER && holdsNewWork(run, item))
    if (again) return work('CREATE_COPY_ON_SERVER', above)
  }
  const action = rules.decide(cell, flags)
  if (action.do === 'nothing') return NOTHING
  if (action.do === 'conflict') return planConflict(run, item, cell)
  const newWork = action.operation === 'CREATE_COPY_ON_SERVER'
  return newWork && above === 'discarded' ? NOTHING : work(action.operation, above)
}

/** True when an open conflict of a directory keeps everything below it waiting (P15.5, P15.42). */
export function holdsUp(item: Item, plan: Plan): boolean {
  return plan.do === 'fail' || (plan.do === 'record' && item.cell !== DIR_BOTH_CHANGED)
}

/** True for an operation that belongs to the second pass, after everything else and children first (P15.20). */
export function isLate(plan: Plan): boolean {
  return plan.do === 'work' &&
    (plan.operation === 'DELETE_SERVER_COPY' || plan.operation === 'DELETE_CLIENT_COPY')
}

/** What the plan of a directory means for the items in it. */
export function aboveOf(plan: Plan, above: Above): Above {
  return plan.do === 'work' ? plan.below : above
}

/** Items that will be reported, as far as can be told beforehand. */
export function countWork(run: RunContext, item: Item, above: Above): number {
  const plan = planOf(run, item, above)
  const own = plan.do === 'work' || plan.do === 'record' || plan.do === 'fail' ? 1 : 0
  if (holdsUp(item, plan)) return own
  return item.children.reduce((sum, child) => sum + countWork(run, child, aboveOf(plan, above)), own)
}

/** True when some conflict at or below an item stays open. */
export function hasOpenConflict(run: RunContext, item: Item, above: Above): boolean {
  const plan = planOf(run, item, above)
  if (plan.do === 'record') return true
  return !holdsUp(item, plan) &&
    item.children.some((child) => hasOpenConflict(run, child, aboveOf(plan, above)))
}

function planConflict(run: RunContext, item: Item, state: number): Plan {
  const { local, server, record } = item
  const times = {
    local: record?.deletedAt ?? local?.info.times.change ?? 0,
    server: server?.info.times.change ?? 0,
  }
  const resolution = run.rules.resolve(state, run.flags, times)
  if (resolution.do === 'record') return { do: 'record' }
  const kept = resolution.winner === 'local' ? 're-created' : 'discarded'
  const below = state === DIR_CHANGED_DELETED ? kept : 'settled'
  return { do: 'work', operation: resolution.operation, resolved: true, below }
}

function work(operation: SyncOperation, above: Above): Plan {
  return { do: 'work', operation, resolved: false, below: above }
}

function isNew(item: Item): boolean {
  return item.record === undefined && item.local === undefined
}

/** True when something in a directory that the server no longer has is to be written there, so that it is made again (P2.10). */
function holdsNewWork(run: RunContext, item: Item): boolean {
  if (!has(run.flags, SYNC_FLAG.SYNCOUT) || has(run.flags, SYNC_FLAG.NONEWFILESOUT)) return false
  return item.children.some((child) => {
    const plan = planOf(run, child, 'settled')
    return plan.do === 'work' && plan.operation === 'CREATE_COPY_ON_SERVER'
  })
}
