/** The two passes over a surveyed scope: first everything but deletions, parents before children; then deletions, children first. */

import { ask, type Session } from '../../sim/port/mod.ts'
import { isWithin, nameOf, SYNC_FLAG, type UncPath } from '../../sim/windows/mod.ts'
import type { CacheRecord } from '../cache/mod.ts'
import { has, isLinkName } from '../rules/mod.ts'
import { atItsTurn, changePins } from './change-pins.ts'
import { clearConflict } from './conflicts.ts'
import type { RunContext } from './context.ts'
import { forget } from './delete.ts'
import { askAhead } from './handler.ts'
import { type Item, keyOf } from './item.ts'
import { followLink } from './links.ts'
import { aboveOf, countWork, holdsOpen, holdsUp, isLate, isOpen, planOf } from './plan.ts'
import type { Above, Plan } from './plan-kinds.ts'
import { type Planned, processItem, wasReported } from './process-item.ts'
import { idleReasonsOf } from './reasons.ts'
import { lookAgain, surveyBelow } from './survey.ts'

/** Works through a scope, of which earlier ones have covered a part. */
export function* processScope(run: RunContext, root: Item, earlier: readonly UncPath[]): Session<void> {
  yield* tidy(run, root, earlier)
  run.counts.upperBound += countWork(run, root, 'settled')
  const seen = yield* firstPass(run, root, 'settled')
  yield* secondPass(run, seen, 'settled')
}

/**
 * Without a word to the caller: entries of items that are gone on both sides are dropped (P15.3), records of conflicts that
 * have vanished are removed (P3.15). What waits below an open conflict keeps its marks (P15.5).
 */
function* tidy(run: RunContext, root: Item, earlier: readonly UncPath[]): Session<void> {
  const settled = new Set<string>()
  const waiting: string[] = []
  yield* tidyItem(run, root, (item, isWaiting) => {
    if (run.conflicts.size === 0) return
    if (isWaiting) waiting.push(keyOf(item))
    else settled.add(keyOf(item))
  })
  for (const [key, { path }] of run.conflicts) {
    const isHere = isWithin(path, root.path) && !earlier.some((scope) => isWithin(path, scope)) &&
      !waiting.some((open) => isWithin(key, open))
    if (isHere || settled.has(key)) yield* clearConflict(run, path)
  }
}

function* tidyItem(
  run: RunContext,
  item: Item,
  note: (item: Item, isWaiting: boolean) => void,
): Session<void> {
  const both = SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT
  const forgets = item.cell === 'purge'
    ? has(run.flags, both)
    : item.cell === 'drop' && has(run.flags, SYNC_FLAG.SYNCIN)
  if (forgets && item.record !== undefined) yield* forget(item)
  const isWaiting = item.refused !== undefined || item.skipped ||
    (typeof item.cell === 'number' && run.rules.decide(item.cell, both).do === 'conflict')
  note(item, isWaiting)
  if (holdsUp(item, planOf(run, item, 'settled'))) return
  for (const child of item.children) yield* tidyItem(run, child, note)
}

/**
 * Everything but deletions.
 *
 * @returns The item as it was worked on, for the second pass.
 */
function* firstPass(run: RunContext, surveyed: Item, above: Above): Session<Item> {
  if (run.cancelled) return surveyed
  // A link may have brought this item, or something in it, into the cache since the survey (P15.74).
  const isOutdated = run.touched.size > 0 && run.touched.has(keyOf(surveyed))
  const known = isOutdated ? yield* lookAgain(run, surveyed, false) : surveyed
  yield* askAhead(run, known, above)
  const { item, plan } = yield* firstTurn(run, known, above)
  yield* followLink(run, item)
  if (holdsUp(item, plan)) return item
  const children = wasReplaced(run, item, plan) ? yield* newBelow(run, item) : item.children
  const seen: Item[] = []
  for (const child of children) seen.push(yield* firstPass(run, child, aboveOf(plan, above)))
  if (item.record?.childrenToPin === true) yield* childrenSeenTo(run, item)
  return seen.every((child, i) => child === item.children[i]) ? item : { ...item, children: seen }
}

/** An item's turn in the first pass; with the plan after which it was worked on. */
function* firstTurn(run: RunContext, item: Item, above: Above): Session<Planned> {
  const isLink = isNewLink(run, item)
  if (run.touched.size > 0 && run.touched.has(keyOf(item)) && wasReported(run, item)) {
    const { gains } = item
    if (gains !== undefined || isLink) {
      yield* changePins(item.path, (record) => atItsTurn(record, gains ?? record.pins, isLink))
    }
    return { item, plan: { do: 'nothing' } }
  }
  const plan = planOf(run, item, above)
  if (isTargetDone(item, plan)) {
    yield* changePins(item.path, (record) => atItsTurn(record, item.gains ?? record.pins, isLink))
    return { item, plan: { do: 'nothing' } }
  }
  if (plan.do === 'nothing') {
    yield* explainIdle(run, item)
    return { item, plan }
  }
  if (plan.do === 'forget' || isLate(plan)) return { item, plan }
  return yield* processItem(run, item, { plan, above })
}

/** True for a link that another link has brought, and that is a new item of a pinned folder all the same (P15.57). */
function isNewLink({ rules, flags }: RunContext, { path, record, parentPins }: Item): boolean {
  return record?.beforeItsTurn === true && has(flags, SYNC_FLAG.PINLINKTARGETS) && isLinkName(nameOf(path)) &&
    rules.pinsForNew(parentPins, 'file', flags) !== undefined
}

/** True for a file that a link has brought already: in its own turn it gets its pins without a word (P15.74). */
function isTargetDone({ record, server }: Item, plan: Plan): boolean {
  return record?.beforeItsTurn === true && server?.info.type === 'file' && plan.do === 'work' &&
    plan.operation === 'PIN'
}

/** True where a file and a directory had one name, and the directory has just taken it: what is in it was not surveyed. */
function wasReplaced(run: RunContext, { path, local, record, server }: Item, plan: Plan): boolean {
  const here = local?.info.type ?? record?.type
  const isClash = here !== undefined && server !== undefined && here !== server.info.type
  return isClash && (plan.do === 'work' || plan.do === 'keep-all') && run.results.get(keyOf({ path })) === 0
}

function* newBelow(run: RunContext, item: Item): Session<readonly Item[]> {
  if (run.cancelled) return []
  const children = yield* surveyBelow(run, item)
  for (const child of children) run.counts.upperBound += countWork(run, child, 'settled')
  return children
}

/** A directory that was pinned with its children has them pinned once all of them had their turn and none failed (P15.12). */
function* childrenSeenTo(run: RunContext, { path, children }: Item): Session<void> {
  if (run.cancelled || !has(run.flags, SYNC_FLAG.SYNCIN)) return
  // A part of it may have been another path of the call, whose items are not here.
  const hasFailed = [...run.results].some(([key, code]) => code !== 0 && isWithin(key, path))
  if (hasFailed || children.some((child) => isLeft(run, child))) return
  yield* changePins(path, withoutMark)
}

function withoutMark(directory: CacheRecord): CacheRecord {
  const { childrenToPin: _, ...seenTo } = directory
  return seenTo
}

/** True when something at or below an item had no turn: left out of the call, not to be listed, or below an open conflict. */
function isLeft(run: RunContext, item: Item): boolean {
  const hadNoTurn = item.skipped || item.refused !== undefined || isOpen(planOf(run, item, 'settled'))
  return hadNoTurn || item.children.some((child) => isLeft(run, child))
}

function* secondPass(run: RunContext, item: Item, above: Above): Session<void> {
  if (run.cancelled) return
  const plan = planOf(run, item, above)
  if (holdsUp(item, plan)) return
  for (const child of item.children) yield* secondPass(run, child, aboveOf(plan, above))
  if (run.cancelled || !isLate(plan) || wasAnswered(run, item) || (yield* staysFor(run, item, plan))) return
  yield* processItem(run, item, { plan, above })
}

/** True for a conflict that was settled in its turn of the first pass, as the handler wanted. */
function wasAnswered(run: RunContext, item: Item): boolean {
  return run.answers.has(keyOf(item)) && wasReported(run, item)
}

/**
 * A directory whose deletion has to wait is no item: one the server deleted while something is left in it here (P2.10,
 * P15.31), and one deleted here that holds an open conflict or what is left out of this call (P15.41).
 */
function* staysFor(run: RunContext, item: Item, plan: Plan): Session<boolean> {
  if (plan.do !== 'work') return true
  if (plan.operation === 'DELETE_CLIENT_COPY') {
    if (item.local?.info.type !== 'directory' || plan.resolved) return false
    const listing = yield* ask({ kind: 'list', on: 'cache', path: item.path })
    return listing.kind === 'failed' || listing.entries.length > 0
  }
  const isRecorded = [...run.recorded.keys()].some((key) => key !== keyOf(item) && isWithin(key, item.path))
  return isRecorded || item.children.some((child) => holdsOpen(run, child, plan.below))
}

/** An item that differs and is left alone is worth a line in the log: the direction, or the pins, did not ask for it. */
function* explainIdle(run: RunContext, item: Item): Session<void> {
  const { cell: state, path } = item
  if (typeof state !== 'number' || state === 0 || item.skipped) return
  const because = idleReasonsOf(state, run.flags)
  yield* ask({ kind: 'log', entry: { path, state, decision: 'nothing', because } })
}
