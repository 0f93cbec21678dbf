/** Recordings of sessions, and how a fresh session is brought to the point where a recording ends. */

import { CsclabError } from '../errors.ts'
import type { Reply, Request, Session } from '../port/mod.ts'
import { describeRequest, type RequestEvent } from './trace.ts'

/** What a session asked and was answered, in order. */
export type Recording = readonly { readonly request: Request; readonly reply: Reply }[]

/** The recording that a run of trace events is. */
export function recordingOf(events: readonly RequestEvent[]): Recording {
  return events.map(({ request, reply }) => ({ request, reply }))
}

/**
 * Starts a session and feeds it the replies of a recording.
 *
 * @returns The step after the recording: the next request, or the session's end.
 * @throws {CsclabError} `divergence` if the session asks something else than was recorded, or ends before it.
 */
export function rewind<T>(session: Session<T>, recording: Recording = []): IteratorResult<Request, T> {
  let step = session.next()
  for (const [i, { request, reply }] of recording.entries()) {
    if (step.done !== true && isSame(step.value, request)) {
      step = session.next(reply)
      continue
    }
    const recorded = JSON.stringify(describeRequest(request))
    const asked = step.done === true ? undefined : JSON.stringify(describeRequest(step.value))
    if (asked !== recorded) {
      const now = asked === undefined ? 'it ends' : `it asks ${asked}`
      throw new CsclabError('divergence', `Event ${i + 1} of the recording is ${recorded}, but now ${now}`, {
        hint:
          'Sessions must depend on replies and durable records alone; look for state kept outside of them',
      })
    }
    step = session.next(reply)
  }
  return step
}

/**
 * True for values that are the same, field by field. It only saves writing them out: two requests that it tells apart, for a
 * field that is there and undefined, may still be the same.
 */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Uint8Array) {
    return b instanceof Uint8Array && a.length === b.length && a.every((byte, i) => byte === b[i])
  }
  const fields = Object.keys(a)
  return fields.length === Object.keys(b).length &&
    fields.every((field) => isSame(Reflect.get(a, field), Reflect.get(b, field)))
}
