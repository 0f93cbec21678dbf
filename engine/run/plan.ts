/** What a run does with one surveyed item: the rules' decision, seen together with what is above and below it. */

import type { SyncOperation } from '../../sim/port/mod.ts'
import { ERROR, nameOf, SYNC_FLAG } from '../../sim/windows/mod.ts'
import { isExcludedType } from '../cache/mod.ts'
import { has, isPinned } from '../rules/mod.ts'
import type { Life, RunContext } from './context.ts'
import { isFileItem, isGhost, isNew, type Item, keyOf } from './item.ts'
import { type Above, DELETED_HERE, type OpenConflict, type Plan } from './plan-kinds.ts'
import { planConflict } from './plan-conflict.ts'

const NOTHING: Plan = { do: 'nothing' }

const DIR_BOTH_CHANGED = 28
const FILE_DELETED_ON_SERVER = 46
const DIR_DELETED_ON_SERVER = 49

/** Plans one item. */
export function planOf(run: RunContext, item: Item, above: Above): Plan {
  const { cell } = item
  if (item.skipped) return NOTHING
  const open = run.unsettled.size === 0 ? undefined : run.unsettled.get(keyOf(item))
  const code = open ?? item.refused
  if (code !== undefined) return { do: 'fail', operation: 'PREPARE', code }
  if (typeof cell === 'string') return { do: 'forget' }
  if (isNew(item) || isGhost(item)) return planAbsent(run, item)
  const plan = planKnown(run, item, { cell, above })
  return plan.do === 'nothing' && item.gains !== undefined ? work('PIN', above) : plan
}

function planKnown(
  run: RunContext,
  item: Item,
  { cell, above }: { readonly cell: number; readonly above: Above },
): Plan {
  if (above === 'restored' && DELETED_HERE.includes(cell)) return work('CREATE_COPY_ON_CLIENT', above)
  if (cell === FILE_DELETED_ON_SERVER || cell === DIR_DELETED_ON_SERVER) {
    const isParent = cell === DIR_DELETED_ON_SERVER && above !== 'discarded' && holdsNewWork(run, item)
    if (isParent || above === 're-created') return work('CREATE_COPY_ON_SERVER', above)
  }
  const action = run.rules.decide(cell, run.flags)
  if (action.do === 'fail') return action
  if (action.do === 'nothing') {
    return DELETED_HERE.includes(cell) && bringsBack(run, item) ? comeBack(run) : NOTHING
  }
  const plan = action.do === 'conflict' ? planConflict(run, item, cell) : work(action.operation, above)
  if (plan.do !== 'work') return plan
  if (plan.operation === 'CREATE_COPY_ON_SERVER' && above === 'discarded') return NOTHING
  return plan.operation === 'DELETE_SERVER_COPY' && holdsLife(run, item) ? comeBack(run) : plan
}

/**
 * What the cache does not have: fetched as a new item of a pinned directory, or because its pin was asked for before
 * (P15.11). Excluded types are refused (P15.15).
 */
function planAbsent(run: RunContext, item: Item): Plan {
  const isAwaited = item.record !== undefined && isPinned(item.record.pins) &&
    has(run.flags, SYNC_FLAG.SYNCIN | SYNC_FLAG.FILLSPARSE)
  if (item.newPins === undefined && !isAwaited) return NOTHING
  return isFileItem(item) && isExcludedType(nameOf(item.path), run.settings)
    ? { do: 'fail', operation: 'CREATE_COPY_ON_CLIENT', code: ERROR.NOT_SUPPORTED }
    : work('CREATE_COPY_ON_CLIENT', 'settled')
}

/** True for a plan that leaves a conflict open. */
export function isOpen(plan: Plan): plan is OpenConflict {
  return plan.do === 'record' || plan.do === 'skip' || plan.do === 'abort' || plan.do === 'ask'
}

/** True when an open conflict of a directory keeps everything below it waiting (P15.5, P15.42). */
export function holdsUp(item: Item, plan: Plan): boolean {
  return plan.do === 'fail' || (isOpen(plan) && item.cell !== DIR_BOTH_CHANGED)
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
  const own = plan.do === 'nothing' || plan.do === 'forget' ? 0 : 1
  if (holdsUp(item, plan)) return own
  return item.children.reduce((sum, child) => sum + countWork(run, child, aboveOf(plan, above)), own)
}

/** True when something at or below an item is not to be seen to in this run: an open conflict, or a suspended tree left out. */
export function holdsOpen(run: RunContext, item: Item, above: Above): boolean {
  const plan = planOf(run, item, above)
  if (isOpen(plan) || item.skipped) return true
  return !holdsUp(item, plan) &&
    item.children.some((child) => holdsOpen(run, child, aboveOf(plan, above)))
}

/** True when an operation is planned for an item or anything below it. */
export function plansTo(
  run: RunContext,
  item: Item,
  operation: SyncOperation,
  above: Above = 'settled',
): boolean {
  const plan = planOf(run, item, above)
  if (plan.do === 'work' && plan.operation === operation) return true
  return !holdsUp(item, plan) &&
    item.children.some((child) => plansTo(run, child, operation, aboveOf(plan, above)))
}

/** A folder deleted here that must stay on the server is shown here again (P2.9), in a run that may write here (SYNC-08). */
function comeBack(run: RunContext): Plan {
  return has(run.flags, SYNC_FLAG.SYNCIN) ? work('CREATE_COPY_ON_CLIENT', 'settled') : NOTHING
}

function work(operation: SyncOperation, above: Above): Plan {
  return { do: 'work', operation, resolved: false, below: above }
}

/** True when something in a directory that the server no longer has is to be written there, so that it is made again (P2.10). */
function holdsNewWork(run: RunContext, item: Item): boolean {
  if (!has(run.flags, SYNC_FLAG.SYNCOUT) || has(run.flags, SYNC_FLAG.NONEWFILESOUT)) return false
  return item.children.some((child) => {
    const plan = planOf(run, child, 'settled')
    return plan.do === 'work' && plan.operation === 'CREATE_COPY_ON_SERVER'
  })
}

/** True when a folder deleted here holds, at any depth, what the client has never seen or what a policy brings back. */
function holdsLife(run: RunContext, item: Item): boolean {
  const { unseen, back } = lifeIn(run, item)
  return unseen || back
}

/** True when a policy brings back something in a folder, at any depth. */
function bringsBack(run: RunContext, item: Item): boolean {
  return lifeIn(run, item).back
}

/** Worked out once an item: the plan of every folder asks for all that is below it. */
function lifeIn(run: RunContext, item: Item): Life {
  const known = run.life.get(item)
  if (known !== undefined) return known
  const life = {
    unseen: item.children.some((child) => isNew(child) || lifeIn(run, child).unseen),
    back: item.children.some((child) =>
      !isNew(child) && (isBroughtBack(run, child) || bringsBack(run, child))
    ),
  }
  run.life.set(item, life)
  return life
}

function isBroughtBack(run: RunContext, item: Item): boolean {
  const plan = planOf(run, item, 'settled')
  return plan.do === 'work' && plan.operation === 'CREATE_COPY_ON_CLIENT'
}
