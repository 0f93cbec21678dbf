/** Progress: what the caller is told, and what it answers. */

import { ask, type ProgressReason, type ProgressResponse, type Session } from '../../sim/port/mod.ts'
import { foldPath, hresultOf, type UncPath } from '../../sim/windows/mod.ts'
import type { RunContext } from './context.ts'

/** Reports Begin or End (SYNC-36, SYNC-37). */
export function* reportRun(run: RunContext, reason: 0 | 1, code: number): Session<ProgressResponse> {
  return yield* report(run, reason, { code, path: '' })
}

/** Reports ItemBegin (SYNC-38): the item is about to be processed. */
export function* reportItemBegin(run: RunContext, path: UncPath): Session<ProgressResponse> {
  return yield* report(run, 2, { code: 0, path })
}

/** Reports ItemResult (SYNC-39), after the event of the same meaning (P10.1), and remembers the code. */
export function* reportItemResult(run: RunContext, path: UncPath, code: number): Session<ProgressResponse> {
  run.counts.current++
  run.results.set(foldPath(path), code)
  yield* ask({ kind: 'publish', event: { event: 'SYNCFILERESULT', path, result: hresultOf(code) } })
  return yield* report(run, 3, { code, path })
}

function* report(
  run: RunContext,
  reason: ProgressReason,
  about: { readonly code: number; readonly path: UncPath },
): Session<ProgressResponse> {
  const { upperBound, current } = run.counts
  const result = hresultOf(about.code)
  const { path } = about
  const message = run.rules.progressText({ reason, result, path })
  const bound = Math.max(upperBound, current)
  const reply = yield* ask({ kind: 'progress', reason, result, path, message, upperBound: bound, current })
  return reply.kind === 'failed' ? 'abort' : reply.response
}
