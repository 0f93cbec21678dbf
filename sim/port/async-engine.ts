/** Engines written with `async` and `await`, made into sessions of the same port. */

import type { Reply } from './reply.ts'
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
  /** Resolves with the world's reply; requests made at once are performed one after the other, in order. */
  ask(request: Request): Promise<Reply>
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
 *   return reply.kind === 'clock' ? reply.now : -1
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

  const host: AsyncHost = {
    ask: (request) =>
      new Promise((resolve) => {
        asked.push({ request, resolve })
        wake?.()
      }),
  }

  const nextAsked = async (): Promise<IteratorResult<Request, T>> => {
    while (asked.length === 0) await new Promise<void>((resolve) => wake = resolve)
    current = asked.shift()
    return current === undefined ? await nextAsked() : { done: false, value: current.request }
  }

  return {
    next(reply?: Reply): Promise<IteratorResult<Request, T>> {
      finished ??= work(host).then((value) => ({ done: true, value }))
      if (reply !== undefined) current?.resolve(reply)
      return Promise.race([finished, nextAsked()])
    },
  }
}
