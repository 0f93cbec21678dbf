/** `Synchronize(Paths[], Flags)`: checks the call, works through its scopes, returns the code. */

import { ask, type Session, type SyncCall, within } from '../../sim/port/mod.ts'
import {
  ERROR,
  foldPath,
  hresultOf,
  isWithin,
  partsOf,
  shareOf,
  SYNC_FLAG,
  type UncPath,
} from '../../sim/windows/mod.ts'
import { BUCKET, readBucket } from '../cache/mod.ts'
import { has, type Rules } from '../rules/mod.ts'
import type { RunContext } from './context.ts'
import { settleIntents } from './intents.ts'
import { processItem, processScope, wasReported } from './passes.ts'
import { reportItemBegin, reportItemResult, reportRun } from './report.ts'
import { isFileItem, type Item, survey } from './survey.ts'

const DIRECTIONS = SYNC_FLAG.FILLSPARSE | SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT

/** How a run came out: what End carries, and what the method returns. */
interface Outcome {
  readonly end: number
  readonly returned: number
}

const SUCCESS: Outcome = { end: ERROR.SUCCESS, returned: ERROR.SUCCESS }
const CANCELLED: Outcome = { end: ERROR.CANCELLED, returned: ERROR.CANCELLED }

/** Runs one call. The result is the method's return value (SYNC-34); a refused call reports nothing. */
export function* synchronize(rules: Rules, call: SyncCall): Session<number> {
  const scopes = rules.scopesOf(call)
  if ('missing' in scopes) return scopes.missing
  const status = yield* ask({ kind: 'status' })
  if (status.kind === 'failed' || !status.active) return ERROR.SERVICE_NOT_ACTIVE
  const refused = rules.validateFlags(call.flags)
  if (refused !== ERROR.SUCCESS) return refused
  if ('refused' in scopes) return scopes.refused
  const run = yield* startRun(rules, call)
  run.cancelled = (yield* reportRun(run, 0, ERROR.SUCCESS)) === 'abort'
  yield* ask({ kind: 'publish', event: { event: 'SYNCBEGIN' } })
  const done = run.cancelled || !has(run.flags, DIRECTIONS) ? SUCCESS : yield* workThrough(run, scopes.paths)
  const outcome = run.cancelled ? CANCELLED : done
  yield* ask({ kind: 'publish', event: { event: 'SYNCEND', result: hresultOf(outcome.end) } })
  yield* reportRun(run, 1, outcome.end)
  return outcome.returned
}

function* startRun(rules: Rules, call: SyncCall): Session<RunContext> {
  const flags = rules.normaliseFlags(call.flags, call.conflictHandler)
  const conflicts = new Map<string, number>()
  for (const [key, state] of yield* readBucket(BUCKET.conflicts)) {
    if (typeof state === 'number') conflicts.set(key, state)
  }
  return {
    rules,
    flags,
    counts: { upperBound: 0, current: 0 },
    cancelled: false,
    results: new Map(),
    conflicts,
    recorded: new Map(),
    lost: new Map(),
  }
}

/**
 * Works through the scopes in their order, each item once (P1.16). The code is 0 if any scope could be prepared, else the
 * first one's error (P15.17); for a single file it is that item's result (SYNC-34).
 */
function* workThrough(run: RunContext, paths: readonly UncPath[]): Session<Outcome> {
  yield* settleIntents()
  const scopes = yield* expandServers(paths)
  const failures: number[] = []
  let single: number | undefined
  for (const [i, path] of scopes.entries()) {
    if (run.cancelled) return CANCELLED
    if (scopes.slice(0, i).some((earlier) => isWithin(path, earlier))) continue
    const root = yield* prepare(run, path)
    if (typeof root === 'number') {
      failures.push(root)
      yield* failScope(run, path, root)
      single = root
    } else {
      yield* processScope(run, withoutEarlier(root, scopes.slice(0, i)))
      if (isFileItem(root)) {
        if (scopes.length === 1 && !wasReported(run, root)) yield* reportIdle(run, root)
        single = run.results.get(foldPath(root.path))
      }
    }
  }
  const [first] = failures
  const none = first !== undefined && failures.length === scopes.length
  if (none) return { end: first, returned: first }
  return { end: ERROR.SUCCESS, returned: scopes.length === 1 ? single ?? ERROR.SUCCESS : ERROR.SUCCESS }
}

/** `\\server` stands for the server's cached shares, in name order (P1.14). */
function* expandServers(paths: readonly UncPath[]): Session<readonly UncPath[]> {
  const shares = [...yield* readBucket(BUCKET.shares)].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0)
  const expanded = paths.flatMap((path) => {
    if (partsOf(path).length > 1) return [path]
    return shares.flatMap(([, share]) => typeof share === 'string' && isWithin(share, path) ? [share] : [])
  })
  return expanded
}

/** Connects and surveys one scope. A path the cache does not know is 2, unless it is new and to be pinned (P1.15). */
function* prepare(run: RunContext, path: UncPath): Session<Item | number> {
  const connected = yield* within({ name: 'PREPARE', path }, ask({ kind: 'connect', share: shareOf(path) }))
  if (connected.kind === 'failed') return connected.code
  const root = yield* survey(run, path)
  if (typeof root === 'number') return root
  const isKnown = root.record !== undefined || root.local !== undefined || root.newPins !== undefined
  return isKnown ? root : ERROR.FILE_NOT_FOUND
}

/** A scope that cannot be prepared is one failed item (P2.23). */
function* failScope(run: RunContext, path: UncPath, code: number): Session<void> {
  run.counts.upperBound++
  if (
    (yield* reportItemBegin(run, path)) === 'abort' || (yield* reportItemResult(run, path, code)) === 'abort'
  ) {
    run.cancelled = true
  }
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
