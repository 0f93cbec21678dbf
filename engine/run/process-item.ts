/** One item: ItemBegin, what is to be done with it, ItemResult; again when the caller says so. */

import { ask, type ProgressResponse, type Session, within } from '../../sim/port/mod.ts'
import { ERROR, foldPath, shareOf, type UncPath } from '../../sim/windows/mod.ts'
import { CONNECTION_LOST, goOffline, orCode } from '../cache/mod.ts'
import { changeDetails } from '../rules/mod.ts'
import { carryOut } from './carry-out.ts'
import { clearConflict, recordConflict, takeBackRecord } from './conflicts.ts'
import type { RunContext } from './context.ts'
import { askHandler } from './handler.ts'
import { type Item, keyOf } from './item.ts'
import { keepAll } from './keep-all.ts'
import { planOf } from './plan.ts'
import type { Above, Plan } from './plan-kinds.ts'
import { reasonsOf } from './reasons.ts'
import { reportItemBegin, reportItemResult } from './report.ts'
import { lookAgain } from './survey.ts'

/** Times one item may be repeated at the caller's wish before the run is taken for aborted (P4.15). */
export const RETRY_LIMIT = 1_000

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
  { plan, above }: { readonly plan: Plan; readonly above: Above },
): Session<Planned> {
  let now: Planned = { item: first, plan }
  for (let attempt = 1; attempt <= RETRY_LIMIT; attempt++) {
    if (yield* isCancelled(run)) return now
    const { path } = now.item
    const response = yield* reportItem(run, path, decideAndAct())
    if (response !== 'retry') return now
    run.lost.delete(foldPath(shareOf(path)))
    run.answers.delete(keyOf(now.item))
    const again = yield* lookAgain(run, now.item, changesBelow(now.plan))
    now = { item: again, plan: planOf(run, again, above) }
  }
  run.cancelled = true
  return now

  function* decideAndAct(): Session<number> {
    const { item, plan: planned } = now
    if (planned.do === 'ask') {
      yield* askHandler(run, item)
      now = { item, plan: planOf(run, item, above) }
    }
    return yield* act(run, item, now.plan)
  }
}

/** True where the work on a directory has changed what is known of the items in it. */
function changesBelow(plan: Plan): boolean {
  return plan.do === 'work' && plan.below !== 'settled'
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

/** Takes note of a lost connection: the share's other items are not tried in this run, and it goes offline (P9.7, P9.8). */
export function* noteLoss(run: RunContext, path: UncPath, code: number): Session<void> {
  if (!CONNECTION_LOST.includes(code)) return
  run.lost.set(foldPath(shareOf(path)), code)
  yield* goOffline(path)
}

function* act(run: RunContext, item: Item, plan: Plan): Session<number> {
  yield* explain(run, item, plan)
  const lost = run.lost.get(foldPath(shareOf(item.path)))
  if (lost !== undefined) return lost
  switch (plan.do) {
    case 'nothing':
    case 'forget':
    case 'ask':
      return ERROR.SUCCESS
    case 'skip':
      yield* takeBackRecord(run, item.path)
      return ERROR.SUCCESS
    case 'fail':
      yield* enterUnlisted(run, item)
      yield* noteLoss(run, item.path, plan.code)
      return plan.code
    case 'abort':
      run.cancelled = true
      return ERROR.CANCELLED
    case 'record':
      return yield* leaveOpen(run, item, ERROR.SUCCESS)
    case 'keep-all': {
      const kept = yield* within({ name: 'SYNC_TO_CLIENT', path: item.path }, keepAll(run, item, plan))
      const code = yield* done(run, item, kept.code)
      return kept.isOpen ? yield* leaveOpen(run, item, code) : code
    }
    case 'work': {
      const { operation, below } = plan
      const carried = carryOut(run, item, {
        operation,
        revives: below === 'restored',
        disowns: plan.resolved && below === 're-created',
      })
      const work = within({ name: operation, path: item.path }, carried)
      return plan.resolved ? yield* settle(run, item, work) : yield* done(run, item, yield* work)
    }
  }
}

/** A new folder that may not be listed is pinned all the same: it was seen itself (P15.60). */
function* enterUnlisted(run: RunContext, item: Item): Session<void> {
  const { path, newPins, server, refused } = item
  if (refused === undefined || newPins === undefined || server?.info.type !== 'directory') return
  const operation = 'CREATE_COPY_ON_CLIENT'
  yield* within({ name: operation, path }, carryOut(run, item, { operation }))
}

/** The work that settles a conflict: when it fails, the conflict is recorded (P15.47). */
function* settle(run: RunContext, item: Item, work: Session<number>): Session<number> {
  const code = yield* done(run, item, yield* work)
  return code === ERROR.SUCCESS ? code : yield* leaveOpen(run, item, code)
}

function* done(run: RunContext, item: Item, code: number): Session<number> {
  if (code === ERROR.SUCCESS) yield* clearConflict(run, item.path)
  yield* noteLoss(run, item.path, code)
  return code
}

function* leaveOpen(run: RunContext, { path, cell }: Item, code: number): Session<number> {
  if (typeof cell === 'number') yield* recordConflict(run, path, cell)
  return code
}

function* explain(run: RunContext, item: Item, plan: Plan): Session<void> {
  const { path, cell: state, record, local, server } = item
  if (typeof state !== 'number') return
  const changes = changeDetails(record, local, server)
  const because = reasonsOf(run, item, plan)
  const entry = { path, state, decision: inWords(plan), because, ...(changes === 0 ? {} : { changes }) }
  yield* ask({ kind: 'log', entry })
}

function inWords(plan: Plan): string {
  switch (plan.do) {
    case 'work':
    case 'fail':
      return plan.operation
    case 'record':
      return 'record conflict'
    case 'keep-all':
      return 'keep all'
    case 'skip':
      return 'leave conflict'
    case 'abort':
      return 'cancel'
    case 'nothing':
    case 'forget':
    case 'ask':
      return 'nothing'
  }
}

/** True when an item was reported in this run. */
export function wasReported(run: RunContext, item: Item): boolean {
  return run.results.has(keyOf(item))
}
