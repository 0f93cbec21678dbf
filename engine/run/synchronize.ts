/** `Synchronize(Paths[], Flags)`: checks the call, works through its scopes, returns the code. */

import { ask, type Session, type SyncCall, within } from '../../sim/port/mod.ts'
import {
  ERROR,
  foldPath,
  hresultOf,
  isWithin,
  parentOf,
  partsOf,
  shareOf,
  SYNC_FLAG,
  type UncPath,
} from '../../sim/windows/mod.ts'
import {
  BUCKET,
  type ConflictEntry,
  goOffline,
  isConflictEntry,
  orCode,
  readBucket,
  readItem,
  readShares,
  settleIntents,
} from '../cache/mod.ts'
import { has, type Rules, validateSettings } from '../rules/mod.ts'
import { connectTo } from './connect.ts'
import type { RunContext } from './context.ts'
import { askAhead } from './handler.ts'
import { isFileItem, type Item } from './item.ts'
import { processScope } from './passes.ts'
import { holdsUp, planOf, plansTo } from './plan.ts'
import { isCancelled, noteLoss, processItem, reportItem, RETRY_LIMIT, wasReported } from './process-item.ts'
import { reportRun } from './report.ts'
import { spell, survey, surveyAbove } from './survey.ts'
import { isSuspended } from './suspension.ts'

const DIRECTIONS = SYNC_FLAG.FILLSPARSE | SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT

/** How a run came out: what End carries, and what the method returns. */
export interface Outcome {
  readonly end: number
  readonly returned: number
}

const SUCCESS: Outcome = { end: ERROR.SUCCESS, returned: ERROR.SUCCESS }
const CANCELLED: Outcome = { end: ERROR.CANCELLED, returned: ERROR.CANCELLED }

/** A run that ended with one code. */
function outcomeOf(code: number): Outcome {
  return { end: code, returned: code }
}

/** Runs one call. The result is the method's return value (SYNC-34); a refused call reports nothing. */
export function* synchronize(rules: Rules, call: SyncCall): Session<number> {
  return yield* conduct(rules, call, workThrough)
}

/** The paths of a call, or the code it is refused with; the cheapest check comes first (P15.36). */
export function* admit(rules: Rules, call: SyncCall): Session<readonly UncPath[] | number> {
  const scopes = rules.scopesOf(call)
  if ('missing' in scopes) return scopes.missing
  const status = yield* ask({ kind: 'status' })
  if (status.kind === 'failed' || !status.active) return ERROR.SERVICE_NOT_ACTIVE
  const refused = rules.validateFlags(call.flags)
  if (refused !== ERROR.SUCCESS) return refused
  return 'refused' in scopes ? scopes.refused : scopes.paths
}

/** Runs one call of any method that works on paths: checks it, tells of its begin and its end, and lets the method work. */
export function* conduct(
  rules: Rules,
  call: SyncCall,
  work: (run: RunContext, paths: readonly UncPath[]) => Session<Outcome>,
): Session<number> {
  const paths = yield* admit(rules, call)
  if (typeof paths === 'number') return paths
  const run = yield* orCode(startRun(rules, call), (code) => code)
  if (typeof run === 'number') return run
  run.cancelled = (yield* reportRun(run, 0, ERROR.SUCCESS)) === 'abort'
  yield* ask({ kind: 'publish', event: { event: 'SYNCBEGIN' } })
  const done = run.cancelled ? CANCELLED : yield* orCode(work(run, paths), outcomeOf)
  const outcome = run.broken !== undefined ? outcomeOf(run.broken) : run.cancelled ? CANCELLED : done
  yield* ask({ kind: 'publish', event: { event: 'SYNCEND', result: hresultOf(outcome.end) } })
  yield* reportRun(run, 1, outcome.end)
  return outcome.returned
}

function* startRun(rules: Rules, call: SyncCall): Session<RunContext | number> {
  const flags = rules.normaliseFlags(call.flags, call.conflictHandler)
  const conflicts = new Map<string, ConflictEntry>()
  for (const [key, entry] of yield* readBucket(BUCKET.conflicts)) {
    if (isConflictEntry(entry)) conflicts.set(key, entry)
  }
  const shares = yield* readShares()
  const policy = yield* ask({ kind: 'settings' })
  if (policy.kind === 'failed') return policy.code
  const refused = validateSettings(policy.settings)
  if (refused !== ERROR.SUCCESS) return refused
  return {
    rules,
    settings: policy.settings,
    hasHandler: call.conflictHandler,
    answers: new Map(),
    undelivered: [],
    stopsNext: false,
    uncacheable: new Set(),
    touched: new Set(),
    user: call.user,
    owners: new Map(shares.map(({ path, user }) => [foldPath(path), user])),
    flags,
    counts: { upperBound: 0, current: 0 },
    cancelled: false,
    broken: undefined,
    results: new Map(),
    conflicts,
    recorded: new Map(),
    lost: new Map(),
    life: new WeakMap(),
    unsettled: yield* settleIntents(),
  }
}

/**
 * Works through the scopes in their order, each item once (P1.16). The code is 0 if any scope could be prepared, else the
 * first one's error (P15.17); for a single file it is that item's result (SYNC-34).
 */
function* workThrough(run: RunContext, paths: readonly UncPath[]): Session<Outcome> {
  if (!has(run.flags, DIRECTIONS)) return SUCCESS
  const all = yield* expandServers(paths)
  const scopes = all.filter((path, i) => !all.slice(0, i).some((earlier) => isWithin(path, earlier)))
  const failures: number[] = []
  let single: number | undefined
  for (const [i, path] of scopes.entries()) {
    if (run.cancelled) return CANCELLED
    const done = yield* workScope(run, path, { earlier: scopes.slice(0, i), isOnly: scopes.length === 1 })
    if (done.failed !== undefined) failures.push(done.failed)
    single = done.failed ?? done.result
  }
  const [first] = failures
  if (first !== undefined && failures.length === scopes.length) return { end: first, returned: first }
  return { end: ERROR.SUCCESS, returned: scopes.length === 1 ? single ?? ERROR.SUCCESS : ERROR.SUCCESS }
}

/** How a scope came out: the code it could not be prepared for, or the result of the file that it is. */
interface ScopeDone {
  readonly failed?: number
  readonly result?: number | undefined
}

function* workScope(
  run: RunContext,
  given: UncPath,
  { earlier, isOnly }: { readonly earlier: readonly UncPath[]; readonly isOnly: boolean },
): Session<ScopeDone> {
  const path = yield* spell(given)
  if (has(run.flags, SYNC_FLAG.SKIPSUSPENDEDDIRS) && (yield* isSuspended(path))) return {}
  for (let attempt = 1; attempt <= RETRY_LIMIT; attempt++) {
    const root = yield* prepare(run, path)
    if (root === 'waiting') return {}
    if (typeof root !== 'number') {
      yield* askAhead(run, root, 'settled')
      yield* makeParents(run, root)
      yield* processScope(run, withoutEarlier(root, earlier), earlier)
      // A directory that could not be listed was not prepared (P1.19, P15.17).
      const code = run.results.get(foldPath(root.path)) ?? ERROR.SUCCESS
      if (root.refused !== undefined && code !== ERROR.SUCCESS) return { failed: code }
      if (!isFileItem(root)) return {}
      if (isOnly && !wasReported(run, root)) yield* reportIdle(run, root)
      return { result: run.results.get(foldPath(root.path)) }
    }
    if (yield* isCancelled(run)) return {}
    run.counts.upperBound++
    if ((yield* reportItem(run, path, root)) !== 'retry') return { failed: root }
    run.counts.upperBound--
    run.lost.delete(foldPath(shareOf(path)))
  }
  run.cancelled = true
  return {}
}

/** Directories above a scope that something in it needs, on whichever side they are gone from (P2.9, P2.10, P15.31). */
function* makeParents(run: RunContext, root: Item): Session<void> {
  for (const operation of ['CREATE_COPY_ON_CLIENT', 'CREATE_COPY_ON_SERVER'] as const) {
    if (!plansTo(run, root, operation)) continue
    const above = yield* surveyAbove(run, root.path)
    for (const directory of typeof above === 'number' ? [] : above) {
      const [present, missing] = operation === 'CREATE_COPY_ON_CLIENT'
        ? [directory.server, directory.local]
        : [directory.local, directory.server]
      if (present === undefined || missing !== undefined || run.cancelled) continue
      run.counts.upperBound++
      const plan = { do: 'work', operation, resolved: false, below: 'settled' } as const
      yield* processItem(run, directory, { plan, above: 'settled' })
    }
  }
}

/** `\\server` stands for the server's cached shares, in name order (P1.14); without any it stands for itself, unknown. */
export function* expandServers(paths: readonly UncPath[]): Session<readonly UncPath[]> {
  const shares = yield* readShares()
  return paths.flatMap((path) => {
    if (partsOf(path).length > 1) return [path]
    const cached = shares.map((share) => share.path).filter((share) => isWithin(share, path))
    return cached.length === 0 ? [path] : cached
  })
}

/**
 * Connects and surveys one scope. The cache decides first: a path it does not know is 2, unless it could be a new item
 * (P1.15, P15.39). What lies below an open conflict waits with it (P15.5).
 */
function* prepare(run: RunContext, path: UncPath): Session<Item | number | 'waiting'> {
  const isUnknown = (yield* readItem(path)) === undefined
  if (isUnknown && !(yield* couldBeNew(run, path))) return ERROR.FILE_NOT_FOUND
  const lost = run.lost.get(foldPath(shareOf(path)))
  if (lost !== undefined) return lost
  const { code, caching } = yield* within({ name: 'PREPARE', path }, connectTo(path, run.flags))
  if (caching === 'none') run.uncacheable.add(foldPath(shareOf(path)))
  if (code !== ERROR.SUCCESS) {
    if (code === ERROR.BAD_NET_NAME) yield* goOffline(path)
    yield* noteLoss(run, path, code)
    return code
  }
  const above = yield* within({ name: 'PREPARE', path }, surveyAbove(run, path))
  if (typeof above === 'number') return above
  for (const directory of above) {
    if (holdsUp(directory, planOf(run, directory, 'settled'))) return 'waiting'
  }
  const root = yield* survey(run, path)
  if (typeof root === 'number') return root
  const isKnown = root.record !== undefined || root.local !== undefined || root.newPins !== undefined
  return isKnown ? root : ERROR.FILE_NOT_FOUND
}

function* couldBeNew(run: RunContext, path: UncPath): Session<boolean> {
  const parent = yield* readItem(parentOf(path) ?? '')
  return parent !== undefined && run.rules.pinsForNew(parent.pins, 'file', run.flags) !== undefined
}

/** The single file of a call is reported even when there is nothing to do for it (P2.19, P15.18). */
function* reportIdle(run: RunContext, root: Item): Session<void> {
  run.counts.upperBound++
  yield* processItem(run, root, { plan: { do: 'nothing' }, above: 'settled' })
}

/** The part of a scope that earlier scopes have not covered. */
function withoutEarlier(item: Item, earlier: readonly UncPath[]): Item {
  if (earlier.length === 0 || item.children.length === 0) return item
  const rest = item.children.filter((child) => !earlier.some((scope) => isWithin(child.path, scope)))
  return { ...item, children: rest.map((child) => withoutEarlier(child, earlier)) }
}
