/** Progress: what the caller is told, and what it answers. */

import {
  ask,
  type ProgressReason,
  type ProgressRequest,
  type ProgressResponse,
  type Session,
} from '../../sim/port/mod.ts'
import { foldPath, hresultOf, SYNC_FLAG, type UncPath } from '../../sim/windows/mod.ts'
import { has } from '../rules/mod.ts'
import type { RunContext } from './context.ts'

/**
 * Reports Begin or End (SYNC-36, SYNC-37). Before End everything that has not been delivered yet is, and nothing said to that
 * stops anything: there is no item left to stop at.
 */
export function* reportRun(run: RunContext, reason: 0 | 1, code: number): Session<ProgressResponse> {
  if (reason === 1) yield* deliver(run)
  return yield* report(requestOf(run, reason, { code, path: '' }))
}

/**
 * Reports ItemBegin (SYNC-38): the item is about to be processed. Asynchronously it is not waited for: what was said of the
 * item before is delivered now, while this one is being worked on, and an abort acts at the next item (P15.34).
 */
export function* reportItemBegin(run: RunContext, path: UncPath): Session<ProgressResponse> {
  const begin = requestOf(run, 2, { code: 0, path })
  if (!isAsynchronous(run)) return yield* report(begin)
  const stopped = yield* deliver(run)
  run.undelivered = [begin]
  run.stopsNext ||= stopped
  return 'continue'
}

/** Reports ItemResult (SYNC-39), after the event of the same meaning (P10.1), and remembers the code. */
export function* reportItemResult(run: RunContext, path: UncPath, code: number): Session<ProgressResponse> {
  run.counts.current++
  run.results.set(foldPath(path), code)
  yield* ask({ kind: 'publish', event: { event: 'SYNCFILERESULT', path, result: hresultOf(code) } })
  const result = requestOf(run, 3, { code, path })
  if (!isAsynchronous(run)) return yield* report(result)
  run.undelivered = [...run.undelivered, result]
  return run.stopsNext ? 'abort' : 'continue'
}

function isAsynchronous({ flags }: RunContext): boolean {
  return has(flags, SYNC_FLAG.ASYNCPROGRESS)
}

/** Delivers what waits; true when an answer was to abort. A wish to repeat comes too late (P4.11). */
function* deliver(run: RunContext): Session<boolean> {
  let aborts = false
  for (const request of run.undelivered) aborts = (yield* report(request)) === 'abort' || aborts
  run.undelivered = []
  return aborts
}

function requestOf(
  run: RunContext,
  reason: ProgressReason,
  { code, path }: { readonly code: number; readonly path: UncPath },
): ProgressRequest {
  const { upperBound, current } = run.counts
  const result = hresultOf(code)
  const message = run.rules.progressText({ reason, result, path })
  return {
    kind: 'progress',
    reason,
    result,
    path,
    message,
    upperBound: Math.max(upperBound, current),
    current,
  }
}

function* report(request: ProgressRequest): Session<ProgressResponse> {
  const reply = yield* ask(request)
  return reply.kind === 'failed' ? 'abort' : reply.response
}
