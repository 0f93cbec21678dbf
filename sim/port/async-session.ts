/** Engines written with `async` and `await`, made into sessions of the same port. */

import { CsclabError } from '../errors.ts'
import { answers, type AnswerTo, type Failed, type Reply } from './reply.ts'
import type { Request } from './request.ts'
import type { Session } from './session.ts'

/** A session whose next request takes a promise to come: what an `async` engine becomes. */
export interface AsyncSession<T> {
  /** Resumes with the reply to the request before; the first call's reply is not looked at. */
  next(reply?: Reply): Promise<IteratorResult<Request, T>>
}

/** A session of either kind. */
export type AnySession<T> = Session<T> | AsyncSession<T>

/** What an `async` engine holds: one function that asks the world. */
export interface AsyncHost {
  /**
   * Resolves with the world's reply; requests made at once are performed one after the other, in order. Rejects with a
   * `CsclabError` of code `protocol` if the reply is of another kind than the request.
   */
  readonly ask: <R extends Request>(request: R) => Promise<AnswerTo<R['kind']> | Failed>
}

interface Waiting {
  readonly request: Request
  readonly resolve: (reply: Reply) => void
}

/**
 * Turns `async (host) => …` into a session. A session that is dropped leaves its function waiting for ever, so nothing of
 * it runs after a crash.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { asyncSession } from 'csclab/sim'
 *
 * const session = asyncSession(async (host) => {
 *   const reply = await host.ask({ kind: 'clock' })
 *   return reply.kind === 'failed' ? -1 : reply.now
 * })
 * assert.deepEqual((await session.next()).value, { kind: 'clock' })
 * assert.equal((await session.next({ kind: 'clock', now: 7 })).value, 7)
 * ```
 */
export function asyncSession<T>(work: (host: AsyncHost) => Promise<T>): AsyncSession<T> {
  const asked: Waiting[] = []
  let current: Waiting | undefined
  let wake: (() => void) | undefined
  let finished: Promise<IteratorResult<Request, T>> | undefined

  const send = (request: Request): Promise<Reply> =>
    new Promise((resolve) => {
      asked.push({ request, resolve })
      wake?.()
    })

  const host: AsyncHost = {
    ask: async (request) => {
      const reply = await send(request)
      if (reply.kind === 'failed' || answers(reply, request)) return reply
      throw new CsclabError('protocol', `The reply to a "${request.kind}" request is of kind "${reply.kind}"`)
    },
  }

  const nextAsked = async (): Promise<IteratorResult<Request, T>> => {
    for (;;) {
      current = asked.shift()
      if (current !== undefined) return { done: false, value: current.request }
      await new Promise<void>((resolve) => wake = resolve)
    }
  }

  return {
    next(reply?: Reply): Promise<IteratorResult<Request, T>> {
      finished ??= work(host).then((value) => ({ done: true, value }))
      if (reply !== undefined) current?.resolve(reply)
      return Promise.race([finished, nextAsked()])
    },
  }
}
