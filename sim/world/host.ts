/**
 * The host drives sessions: it performs each request, numbers and addresses it, moves the clock by one tick and writes the
 * trace event. Faults, other people's edits, cancellation and crashes happen here and nowhere else.
 */

import { CsclabError } from '../errors.ts'
import type { AnySession, Reply, Request, Session } from '../port/mod.ts'
import { failed } from '../volume/mod.ts'
import { type Caller, SILENT_CALLER } from './caller.ts'
import { checkRequest } from './check-request.ts'
import { perform } from './perform.ts'
import { type Recording, recordingOf, rewind } from './replay.ts'
import type { Actor, TraceEvent } from './trace.ts'
import type { Effect, World } from './world.ts'

/** A request about to be performed. */
export interface Pending {
  readonly number: number
  readonly address: string
  /** The item it is about, if it is about one: that of the work in hand, else its own or its handle's. */
  readonly path: string | undefined
  readonly request: Request
}

/** What happens instead of, before or after a request. */
export type Interruption =
  /** The request is not performed and fails with a Win32 code. */
  | { readonly refuse: number }
  /** The session is dropped: before the request is performed, or after it. */
  | { readonly crash: 'before' | 'after' }

/** How a session is run. */
export interface RunOptions {
  readonly actor: Actor
  /** First part of every address: `round 1`, `step 4`. */
  readonly scope: string
  /** No time passes: requests do not move the clock. Default false. */
  readonly still?: boolean
  /** Answers for the one who called. Default: lets everything go on. */
  readonly caller?: Caller
  /** Looks at every request before it is performed. */
  readonly interrupt?: (pending: Pending) => Interruption | undefined
  /** Replies recorded earlier: the session is first fed with them, nothing is performed for them. */
  readonly resumeFrom?: Recording
}

/** How a session ended. */
export type RunResult<T> =
  | { readonly ended: 'returned'; readonly value: T }
  | { readonly ended: 'crashed'; readonly at: string }

/** Requests one session may make before the host takes it for one that never ends. */
const REQUEST_LIMIT = 1_000_000

/**
 * Runs sessions on one world and keeps their trace.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { ask, Host, World } from 'csclab/sim'
 *
 * const world = new World()
 * world.addShare('\\\\hq\\docs')
 * const host = new Host(world)
 * const session = ask({ kind: 'mkdir', on: 'server', path: '\\\\hq\\docs\\art' })
 * host.run(session, { actor: 'server', scope: 'step 1' })
 * assert.equal(host.trace[0]?.address, 'step 1 · \\\\hq\\docs\\art · mkdir · 1')
 * ```
 */
export class Host {
  readonly world: World
  readonly #trace: TraceEvent[]

  constructor(world: World, trace: readonly TraceEvent[] = []) {
    this.world = world
    this.#trace = [...trace]
  }

  /** All events so far. */
  get trace(): readonly TraceEvent[] {
    return this.#trace
  }

  /** Runs a session to its end, or to the crash an interruption asks for. */
  run<T>(session: Session<T>, options: RunOptions): RunResult<T> {
    const run = new Run(this.world, this.#trace, options)
    let step = guarded(() => rewind(session, options.resumeFrom))
    while (step.done !== true) {
      const reply = run.serve(step.value)
      if (reply === undefined) return run.crashed()
      step = guarded(() => session.next(reply))
    }
    run.finish()
    return { ended: 'returned', value: step.value }
  }

  /** Runs a session of either kind. */
  async runAny<T>(session: AnySession<T>, options: RunOptions): Promise<RunResult<T>> {
    if (Symbol.iterator in session) return this.run(session, options)
    if (typeof Reflect.get(session, 'next') !== 'function') {
      throw new CsclabError(
        'protocol',
        'The engine answered neither with a generator nor with an async session',
        {
          hint:
            'Write *synchronize(call) { … }, or synchronize: (call) => asyncSession(async (host) => { … })',
        },
      )
    }
    if (options.resumeFrom !== undefined) {
      throw new CsclabError('protocol', 'An async session cannot be resumed from a recording')
    }
    const run = new Run(this.world, this.#trace, options)
    let step = await session.next().catch(engineError)
    while (step.done !== true) {
      const reply = run.serve(step.value)
      if (reply === undefined) return run.crashed()
      step = await session.next(reply).catch(engineError)
    }
    run.finish()
    return { ended: 'returned', value: step.value }
  }

  /** The requests and replies of the events of one scope, to resume a fresh session from. */
  recording(scope: string): Recording {
    return recordingOf(this.#trace.filter((event) => event.address.startsWith(`${scope} · `)))
  }
}

/** The state of one session's run. */
class Run {
  readonly #world: World
  readonly #trace: TraceEvent[]
  readonly #options: RunOptions
  readonly #ordinals = new Map<string, number>()
  readonly #handles = new Map<number, string>()
  #last = ''
  #requests = 0

  constructor(world: World, trace: TraceEvent[], options: RunOptions) {
    this.#world = world
    this.#trace = trace
    this.#options = options
    for (const { request, reply } of options.resumeFrom ?? []) {
      this.#addressOf(request, this.#pathOf(request))
      this.#follow(request, reply)
    }
  }

  /** Performs a request; `undefined` means the session is to be dropped. */
  serve(request: Request): Reply | undefined {
    checkRequest(request, this.#trace.length + 1)
    const path = this.#pathOf(request)
    const address = this.#addressOf(request, path)
    this.#last = address
    if (++this.#requests > REQUEST_LIMIT) {
      throw new CsclabError(
        'protocol',
        `The session does not come to an end: request ${REQUEST_LIMIT} was ${address}`,
        {
          hint: 'Look for a loop that does not end in the engine',
        },
      )
    }
    const interruption = this.#options.interrupt?.({ number: this.#trace.length + 1, address, path, request })
    if (interruption !== undefined && 'crash' in interruption && interruption.crash === 'before') {
      return undefined
    }
    const effects: Effect[] = []
    const at = this.#world.now
    this.#world.listen((effect) => effects.push(effect))
    const reply = interruption !== undefined && 'refuse' in interruption
      ? failed(interruption.refuse)
      : perform(this.#world, request, this.#asker())
    this.#world.listen(undefined)
    if (this.#options.still !== true) this.#world.advance(1)
    this.#follow(request, reply)
    const { actor } = this.#options
    const number = this.#trace.length + 1
    this.#trace.push({ number, at, actor, address, request: kept(request), reply, effects })
    return interruption !== undefined && 'crash' in interruption ? undefined : reply
  }

  /** Ends the run of a dropped session: its handles close, what it staged is gone. */
  crashed(): RunResult<never> {
    this.finish()
    return { ended: 'crashed', at: this.#last }
  }

  /** Closes what the session left open, except an application's handles, which it may use in a later call. */
  finish(): void {
    if (this.#options.actor !== 'engine') return
    for (const handle of this.#handles.keys()) {
      const place = this.#world.handlePlace(handle)
      place?.volume.close(place.number)
    }
  }

  #asker(): { readonly across: boolean; readonly caller: Caller } {
    return { across: this.#options.actor !== 'server', caller: this.#options.caller ?? SILENT_CALLER }
  }

  #follow(request: Request, reply: Reply): void {
    if ((reply.kind === 'open' || reply.kind === 'stage') && 'path' in request) {
      this.#handles.set(reply.handle, request.path)
    } else if ((reply.kind === 'close' || reply.kind === 'commit') && 'handle' in request) {
      this.#handles.delete(request.handle)
    }
  }

  #addressOf(request: Request, path: string | undefined): string {
    const parts = [this.#options.scope, path, request.operation?.name, request.kind]
    const place = parts.filter((part) => part !== undefined && part !== '').join(' · ')
    const ordinal = (this.#ordinals.get(place) ?? 0) + 1
    this.#ordinals.set(place, ordinal)
    return `${place} · ${ordinal}`
  }

  #pathOf(request: Request): string | undefined {
    if (request.operation !== undefined) return request.operation.path
    if ('path' in request) return request.path
    if ('handle' in request) return this.#handles.get(request.handle)
    return request.kind === 'connect' ? request.share : undefined
  }
}

/** A request as the trace keeps it: an engine may use its buffer again. */
function kept(request: Request): Request {
  return request.kind === 'write' ? { ...request, bytes: request.bytes.slice() } : request
}

function guarded<T>(step: () => T): T {
  try {
    return step()
  } catch (error) {
    return engineError(error)
  }
}

/** What a session throws is a fault of the engine; its own words and place are kept. */
function engineError(error: unknown): never {
  if (error instanceof CsclabError) throw error
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const place = error instanceof Error
    ? /\(?((?:file:|\/)[^\s()]+:\d+:\d+)\)?/.exec(error.stack ?? '')?.[1]
    : undefined
  throw new CsclabError('protocol', `The engine threw ${text}${place === undefined ? '' : ` at ${place}`}`, {
    hint: 'A session reports what it cannot do by its code and must not throw',
    cause: error,
  })
}
