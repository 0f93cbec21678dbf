/** A session: a piece of engine work as a generator of requests, and the few words to write one with. */

import { CsclabError } from '../errors.ts'
import type { AnswerTo, Failed, Reply } from './reply.ts'
import { answers } from './reply.ts'
import type { Request, Work } from './request.ts'

/**
 * Work that asks its world for everything: it yields requests, is resumed with replies and returns its result. A session
 * that is dropped is never resumed: that is what a crash is, and no `catch` or `finally` of it runs.
 */
export type Session<T> = Generator<Request, T, Reply>

/**
 * Makes one request from within a session and narrows the reply.
 *
 * @throws {CsclabError} `protocol` if the reply is of another kind than the request.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { ask, type Session } from 'csclab/sim'
 *
 * function* sizeOf(path: string): Session<number | undefined> {
 *   const reply = yield* ask({ kind: 'stat', on: 'server', path })
 *   return reply.kind === 'failed' ? undefined : reply.info.size
 * }
 * const session = sizeOf('\\\\hq\\docs\\none.txt')
 * assert.deepEqual(session.next().value, { kind: 'stat', on: 'server', path: '\\\\hq\\docs\\none.txt' })
 * assert.equal(session.next({ kind: 'failed', code: 2 }).value, undefined)
 * ```
 */
export function* ask<R extends Request>(request: R): Session<AnswerTo<R['kind']> | Failed> {
  const reply = yield request
  if (reply.kind === 'failed' || answers(reply, request)) return reply
  throw new CsclabError('protocol', `The reply to a "${request.kind}" request is of kind "${reply.kind}"`)
}

/**
 * Runs a session with every request marked as work of one operation on one item, so that its requests can be addressed
 * as `\\hq\docs\plan.txt · SYNC_TO_SERVER · write · 2`.
 */
export function* within<T>(work: Work, session: Session<T>): Session<T> {
  let step = session.next()
  while (step.done !== true) {
    const reply = yield step.value.operation === undefined ? marked(step.value, work) : step.value
    step = session.next(reply)
  }
  return step.value
}

/** A copy with its work, which is set afterwards: in one literal, copying objects of so many kinds is slow. */
function marked(request: Request, work: Work): Request {
  const copy: Request & { operation?: Work } = { ...request }
  copy.operation = work
  return copy
}
