/** The two passes over a surveyed scope: first everything but deletions, parents before children; then deletions, children first. */

import { ask, type ProgressResponse, type Session, within } from '../../sim/port/mod.ts'
import { ERROR, foldPath, isWithin, shareOf, SYNC_FLAG, type UncPath } from '../../sim/windows/mod.ts'
import { CONNECTION_LOST, CREATED, goOffline, isDirty, orCode, writeItem } from '../cache/mod.ts'
import { has, idleReasonsOf, reasonsOf } from '../rules/mod.ts'
import { carryOut } from './carry-out.ts'
import { forget } from './delete.ts'
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
export const RETRY_LIMIT = 1_000

/** Takes note of a lost connection: the share's other items are not tried in this run, and it goes offline (P9.7, P9.8). */
export function* noteLoss(run: RunContext, path: UncPath, code: number): Session<void> {
  if (!CONNECTION_LOST.includes(code)) return
  run.lost.set(foldPath(shareOf(path)), code)
  yield* goOffline(path)
}

/** Works through a scope. */
export function* processScope(run: RunContext, root: Item): Session<void> {
  yield* tidy(run, root)
  run.counts.upperBound += countWork(run, root, 'settled')
  yield* firstPass(run, root, 'settled')
  yield* secondPass(run, root, 'settled')
}

/**
 * Without a word to the caller: entries of items that are gone on both sides are dropped (P15.3), records of conflicts that
 * have vanished are removed (P3.15). What waits below an open conflict keeps its marks (P15.5).
 */
function* tidy(run: RunContext, root: Item): Session<void> {
  const settled = new Set<string>()
  const waiting: string[] = []
  yield* tidyItem(run, root, (item, isOpen) => {
    if (isOpen) waiting.push(keyOf(item))
    else settled.add(keyOf(item))
  })
  for (const [key, { path }] of run.conflicts) {
    const isHere = isWithin(path, root.path) && !waiting.some((open) => isWithin(key, open))
    if (isHere || settled.has(key)) yield* clearConflict(run, path)
  }
}

function* tidyItem(run: RunContext, item: Item, note: (item: Item, isOpen: boolean) => void): Session<void> {
  const both = SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT
  const forgets = item.cell === 'purge'
    ? has(run.flags, both)
    : item.cell === 'drop' && has(run.flags, SYNC_FLAG.SYNCIN)
  if (forgets && item.record !== undefined) yield* forget(item)
  const isOpen = item.refused !== undefined ||
    (typeof item.cell === 'number' && run.rules.decide(item.cell, both).do === 'conflict')
  note(item, isOpen)
  if (holdsUp(item, planOf(run, item, 'settled'))) return
  for (const child of item.children) yield* tidyItem(run, child, note)
}

function* firstPass(run: RunContext, item: Item, above: Above): Session<void> {
  if (run.cancelled) return
  let now = { item, plan: planOf(run, item, above) }
  if (now.plan.do === 'nothing') yield* explainIdle(run, item)
  else if (now.plan.do !== 'forget' && !isLate(now.plan)) {
    if (now.plan.do === 'work' && now.plan.resolved && now.plan.below === 're-created') yield* disown(item)
    now = yield* processItem(run, item, { plan: now.plan, above })
  }
  if (holdsUp(now.item, now.plan)) return
  for (const child of now.item.children) yield* firstPass(run, child, aboveOf(now.plan, above))
}

/**
 * The clean content of a directory that is re-created counts as created offline from here on, so that it never looks like a
 * leftover if the run ends early (P15.66, P15.68).
 */
function* disown(item: Item): Session<void> {
  for (const child of item.children) {
    const { record, server, local } = child
    if (server !== undefined || local === undefined || record === undefined || isDirty(record.marks)) continue
    yield* writeItem(child.path, { ...record, original: null, marks: CREATED })
    yield* disown(child)
  }
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
 * P15.31), and one deleted here that holds an open conflict (P15.41).
 */
function* staysFor(run: RunContext, item: Item, plan: Plan): Session<boolean> {
  if (plan.do !== 'work') return true
  if (plan.operation === 'DELETE_CLIENT_COPY') {
    if (item.local?.info.type !== 'directory' || plan.resolved) return false
    const listing = yield* ask({ kind: 'list', on: 'cache', path: item.path })
    return listing.kind !== 'failed' && listing.entries.length > 0
  }
  return item.children.some((child) => hasOpenConflict(run, child, plan.below))
}

/** An item and what is done with it. */
export interface Planned {
  readonly item: Item
  readonly plan: Plan
}

/**
 * Processes one item: ItemBegin, the work, ItemResult; again when the caller says retry, ItemBegin included (P15.19).
 *
 * @returns The item and its plan as they were at the last attempt.
 */
export function* processItem(
  run: RunContext,
  first: Item,
  context: { readonly plan: Plan; readonly above: Above },
): Session<Planned> {
  let now: Planned = { item: first, plan: context.plan }
  for (let attempt = 1; attempt <= RETRY_LIMIT; attempt++) {
    if (yield* isCancelled(run)) return now
    const { item, plan } = now
    const response = yield* reportItem(run, item.path, act(run, item, plan))
    if (response !== 'retry') return now
    run.lost.delete(foldPath(shareOf(item.path)))
    const again = yield* lookAgain(run, item)
    now = { item: again, plan: planOf(run, again, context.above) }
  }
  run.cancelled = true
  return now
}

/** ItemBegin, the work (or the code that stands already), ItemResult, and what the caller answers to it; an abort is remembered. */
export function* reportItem(
  run: RunContext,
  path: UncPath,
  work: Session<number> | number,
): Session<ProgressResponse> {
  if ((yield* reportItemBegin(run, path)) === 'abort') {
    run.cancelled = true
    return 'abort'
  }
  const code = typeof work === 'number' ? work : yield* orCode(work, (refusal) => breakOff(run, refusal))
  const response = yield* reportItemResult(run, path, code)
  if (run.broken !== undefined) return 'abort'
  if (response === 'abort') run.cancelled = true
  if (response === 'retry') run.counts.current--
  return response
}

/** Without its records the run can decide nothing more. */
function breakOff(run: RunContext, code: number): number {
  run.broken = code
  run.cancelled = true
  return code
}

/** Asks whether the run is to stop. */
export function* isCancelled(run: RunContext): Session<boolean> {
  const reply = yield* ask({ kind: 'query-abort' })
  run.cancelled ||= reply.kind === 'query-abort' && reply.abort
  return run.cancelled
}

function* act(run: RunContext, item: Item, plan: Plan): Session<number> {
  yield* explain(run, item, plan)
  const lost = run.lost.get(foldPath(shareOf(item.path)))
  if (lost !== undefined) return lost
  switch (plan.do) {
    case 'nothing':
    case 'forget':
      return ERROR.SUCCESS
    case 'fail':
      yield* noteLoss(run, item.path, plan.code)
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
      yield* noteLoss(run, item.path, code)
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
function* explainIdle(run: RunContext, item: Item): Session<void> {
  const { cell: state, path } = item
  if (typeof state !== 'number' || state === 0) return
  const because = idleReasonsOf(state, run.flags)
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
