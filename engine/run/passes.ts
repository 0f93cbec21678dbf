/** The two passes over a surveyed scope: first everything but deletions, parents before children; then deletions, children first. */

import { ask, type Session, within } from '../../sim/port/mod.ts'
import { ERROR, foldPath, shareOf, SYNC_FLAG } from '../../sim/windows/mod.ts'
import { has, reasonsOf } from '../rules/mod.ts'
import { carryOut, forget } from './carry-out.ts'
import { clearConflict, recordConflict } from './conflicts.ts'
import type { RunContext } from './context.ts'
import {
  type Above,
  aboveOf,
  countWork,
  hasOpenConflict,
  holdsUp,
  isLate,
  type Plan,
  planOf,
} from './plan.ts'
import { reportItemBegin, reportItemResult } from './report.ts'
import { type Item, keyOf, lookAgain } from './survey.ts'

/** Times one item may be repeated at the caller's wish before the run is taken for aborted (P4.15). */
const RETRY_LIMIT = 1_000

/** Codes after which a share's other items are not tried in this run (P9.8). */
const CONNECTION_LOST: readonly number[] = [53, 59, 64, 121, 1231, 1236]

/** Works through a scope. */
export function* processScope(run: RunContext, root: Item): Session<void> {
  yield* tidy(run, root)
  run.counts.upperBound += countWork(run, root, 'settled')
  yield* firstPass(run, root, 'settled')
  yield* secondPass(run, root, 'settled')
}

/** Without a word to the caller: entries of items that are gone on both sides (P15.3), conflicts that have vanished (P3.15). */
function* tidy(run: RunContext, item: Item): Session<void> {
  const both = SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT
  const forgets = item.cell === 'purge'
    ? has(run.flags, both)
    : item.cell === 'drop' && has(run.flags, SYNC_FLAG.SYNCIN)
  if (forgets && item.record !== undefined) yield* forget(item)
  const isOpen = typeof item.cell === 'number' && run.rules.decide(item.cell, both).do === 'conflict'
  if (!isOpen && item.unlisted === undefined) yield* clearConflict(run, item.path)
  for (const child of item.children) yield* tidy(run, child)
}

function* firstPass(run: RunContext, item: Item, above: Above): Session<void> {
  if (run.cancelled) return
  const plan = planOf(run, item, above)
  if (plan.do === 'nothing') yield* explainIdle(item)
  else if (plan.do !== 'forget' && !isLate(plan)) yield* processItem(run, item, { plan, above })
  if (holdsUp(item, plan)) return
  for (const child of item.children) yield* firstPass(run, child, aboveOf(plan, above))
}

function* secondPass(run: RunContext, item: Item, above: Above): Session<void> {
  if (run.cancelled) return
  const plan = planOf(run, item, above)
  if (holdsUp(item, plan)) return
  for (const child of item.children) yield* secondPass(run, child, aboveOf(plan, above))
  if (run.cancelled || !isLate(plan) || (yield* staysFor(run, item, plan))) return
  yield* processItem(run, item, { plan, above })
}

/**
 * A directory whose deletion has to wait is no item: one the server deleted while something is left in it here (P2.10,
 * P15.31), and one deleted here that holds an open conflict and nothing unseen (P15.41, P15.67).
 */
function* staysFor(run: RunContext, item: Item, plan: Plan): Session<boolean> {
  if (plan.do !== 'work') return true
  if (plan.operation === 'DELETE_CLIENT_COPY') {
    if (item.local?.info.type !== 'directory' || plan.resolved) return false
    const listing = yield* ask({ kind: 'list', on: 'cache', path: item.path })
    return listing.kind !== 'failed' && listing.entries.length > 0
  }
  const unseen = item.children.some((child) => child.record === undefined && child.server !== undefined)
  return !unseen && item.children.some((child) => hasOpenConflict(run, child, plan.below))
}

/** Processes one item: ItemBegin, the work, ItemResult; again when the caller says retry, ItemBegin included (P15.19). */
export function* processItem(
  run: RunContext,
  first: Item,
  context: { readonly plan: Plan; readonly above: Above },
): Session<void> {
  let item = first
  let { plan } = context
  for (let attempt = 1; attempt <= RETRY_LIMIT; attempt++) {
    if (yield* isCancelled(run)) return
    if ((yield* reportItemBegin(run, item.path)) === 'abort') {
      run.cancelled = true
      return
    }
    const code = yield* act(run, item, plan)
    const response = yield* reportItemResult(run, item.path, code)
    if (response === 'continue') return
    if (response === 'abort') {
      run.cancelled = true
      return
    }
    run.counts.current--
    run.lost.delete(foldPath(shareOf(item.path)))
    item = yield* lookAgain(run, item)
    plan = planOf(run, item, context.above)
  }
  run.cancelled = true
}

function* isCancelled(run: RunContext): Session<boolean> {
  const reply = yield* ask({ kind: 'query-abort' })
  run.cancelled ||= reply.kind === 'query-abort' && reply.abort
  return run.cancelled
}

function* act(run: RunContext, item: Item, plan: Plan): Session<number> {
  yield* explain(run, item, plan)
  const share = foldPath(shareOf(item.path))
  const lost = run.lost.get(share)
  if (lost !== undefined) return lost
  switch (plan.do) {
    case 'nothing':
    case 'forget':
      return ERROR.SUCCESS
    case 'fail':
      return plan.code
    case 'record':
      if (typeof item.cell === 'number') yield* recordConflict(run, item.path, item.cell)
      return ERROR.SUCCESS
    case 'work': {
      const code = yield* within({ name: plan.operation, path: item.path }, carryOut(item, plan.operation))
      if (code === ERROR.SUCCESS) yield* clearConflict(run, item.path)
      else if (plan.resolved && typeof item.cell === 'number') {
        yield* recordConflict(run, item.path, item.cell)
      }
      if (CONNECTION_LOST.includes(code)) run.lost.set(share, code)
      return code
    }
  }
}

function* explain(run: RunContext, item: Item, plan: Plan): Session<void> {
  if (typeof item.cell !== 'number') return
  const because = reasonsOf(item.cell, run.flags, plan.do === 'work' && plan.resolved)
  yield* ask({ kind: 'log', entry: { path: item.path, state: item.cell, decision: inWords(plan), because } })
}

/** An item that differs and is left alone is worth a line in the log: the direction, or the pins, did not ask for it. */
function* explainIdle(item: Item): Session<void> {
  const { cell: state, path } = item
  if (typeof state !== 'number' || state === 0) return
  const because = [`STATE-${state}`, 'SYNC-08']
  yield* ask({ kind: 'log', entry: { path, state, decision: 'nothing', because } })
}

function inWords(plan: Plan): string {
  switch (plan.do) {
    case 'work':
      return plan.operation
    case 'record':
      return 'record conflict'
    case 'fail':
      return 'PREPARE'
    case 'nothing':
    case 'forget':
      return 'nothing'
  }
}

/** True when an item was reported in this run. */
export function wasReported(run: RunContext, item: Item): boolean {
  return run.results.has(keyOf(item))
}
