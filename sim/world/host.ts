/**
 * The host drives sessions: it performs each request, numbers and addresses it, moves the clock by one tick and writes the
 * trace event. Faults, other people's edits, changes of the world and crashes happen here and nowhere else.
 */

import { CsclabError } from '../errors.ts'
import {
  type AnySession,
  type Failed,
  type FileOperation,
  type OperationResult,
  performOperation,
  type Request,
  type Session,
  type Side,
} from '../port/mod.ts'
import { applyChange, type Changed, type WorldChange } from './change.ts'
import type { FaultPlan } from './faults.ts'
import type { Meanwhile } from './interruption.ts'
import { type Recording, recordingOf, rewind } from './replay.ts'
import type { RunOptions } from './run-options.ts'
import { SessionRun, type Stand } from './session-run.ts'
import { isRequestEvent, type TraceEvent } from './trace.ts'
import { TraceLog } from './trace-log.ts'
import type { Effect } from './effect.ts'
import type { World } from './world.ts'

/** How a session ended. */
export type RunResult<T> =
  | { readonly ended: 'returned'; readonly value: T }
  | { readonly ended: 'crashed'; readonly at: string }

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
  /** Faults that wait for any session's requests. A run's own interruptions come on top. */
  faults: FaultPlan | undefined
  readonly #trace: TraceLog

  constructor(world: World, trace: readonly TraceEvent[] | TraceLog = []) {
    this.world = world
    this.#trace = trace instanceof TraceLog ? trace : new TraceLog(trace)
  }

  /** A second host on a fork of the world, with the same trace and the same faults still to come. */
  fork(): Host {
    const host = new Host(this.world.fork(), this.#trace.fork())
    host.faults = this.faults?.fork()
    return host
  }

  /** All events so far. */
  get trace(): readonly TraceEvent[] {
    return this.#trace.events
  }

  /** Runs a session to its end, or to the crash an interruption asks for. */
  run<T>(session: Session<T>, options: RunOptions): RunResult<T> {
    const run = new SessionRun(this.#stand(), options)
    let step = guarded(() => rewind(session, options.resumeFrom))
    while (step.done !== true) {
      const { pending, around } = run.meet(step.value)
      for (const other of around.meanwhile ?? []) this.#meanwhile(other)
      const reply = run.serve(pending, around)
      if (reply === undefined) return crashed(run)
      step = guarded(() => session.next(reply))
    }
    run.finish()
    return { ended: 'returned', value: step.value }
  }

  /** Runs a session of either kind. */
  async runAny<T>(session: AnySession<T>, options: RunOptions): Promise<RunResult<T>> {
    if (!(Symbol.iterator in session) && typeof Reflect.get(session, 'next') !== 'function') {
      throw new CsclabError(
        'protocol',
        'The engine answered neither with a generator nor with an async session',
        {
          hint:
            'Write *synchronize(call) { … }, or synchronize: (call) => asyncSession(async (host) => { … })',
        },
      )
    }
    const isAsync = !(Symbol.iterator in session)
    if (isAsync && options.resumeFrom !== undefined) {
      throw new CsclabError('protocol', 'An async session cannot be resumed from a recording')
    }
    const run = new SessionRun(this.#stand(), options)
    let step = await this.#first(session, options)
    while (step.done !== true) {
      const { pending, around } = run.meet(step.value)
      for (const other of around.meanwhile ?? []) await this.#meanwhileAny(other)
      const reply = run.serve(pending, around)
      if (reply === undefined) return crashed(run)
      step = isAsync ? await session.next(reply).catch(engineError) : guarded(() => session.next(reply))
    }
    run.finish()
    return { ended: 'returned', value: step.value }
  }

  /**
   * Performs a file operation with the requests an ordinary program makes.
   *
   * @throws {CsclabError} `protocol` if a fault crashed the program.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { Host, World } from 'csclab/sim'
   *
   * const world = new World()
   * world.addShare('\\\\hq\\docs')
   * const mkdir = { do: 'mkdir', path: '\\\\hq\\docs\\con' } as const
   * assert.equal(new Host(world).act('server', mkdir, { actor: 'server', scope: 'step 1' }).code, 123)
   * ```
   */
  act(on: Side, operation: FileOperation, options: RunOptions): OperationResult {
    const result = this.run(performOperation(on, operation), options)
    if (result.ended === 'returned') return result.value
    throw new CsclabError('protocol', `The program crashed at ${result.at}`, {
      hint: 'A fault of the run says so; to go on after it, use run instead of act',
    })
  }

  /**
   * Changes the world besides any session, as one event.
   *
   * @throws {CsclabError} `scenario` for what is no change, or is about a machine or share that is not there; nothing is
   * changed then, and no event is told.
   */
  change(change: WorldChange, scope: string): Changed | Failed {
    const effects: Effect[] = []
    const at = this.world.now
    const reply = this.world.hear((effect) => effects.push(effect), () => applyChange(this.world, change))
    const number = this.#trace.length + 1
    const address = `${scope} · ${change.kind}`
    this.#trace.push({ number, at, actor: 'world', address, request: change, reply, effects })
    return reply
  }

  /** The requests and replies of the events of one scope, to resume a fresh session from. */
  recording(scope: string): Recording {
    const events = this.trace.filter((event) => event.address.startsWith(`${scope} · `))
    return recordingOf(events.filter(isRequestEvent))
  }

  #stand(): Stand {
    return {
      world: this.world,
      next: () => this.#trace.length + 1,
      record: (event) => this.#trace.push(event),
      strike: (pending) => this.faults?.strike(pending),
    }
  }

  async #first<T>(session: AnySession<T>, options: RunOptions): Promise<IteratorResult<Request, T>> {
    if (Symbol.iterator in session) return guarded(() => rewind(session, options.resumeFrom))
    return await session.next().catch(engineError)
  }

  #meanwhile(other: Meanwhile): void {
    if ('changes' in other) return this.#changeAll(other)
    const { session, options, then } = other.start()
    if (!(Symbol.iterator in session)) {
      throw new CsclabError('protocol', 'An async session cannot come in between a synchronous run', {
        hint: 'Run the outer session with runAny',
      })
    }
    const result = this.run(session, options)
    if (result.ended === 'returned') then?.(result.value)
  }

  async #meanwhileAny(other: Meanwhile): Promise<void> {
    if ('changes' in other) return this.#changeAll(other)
    const { session, options, then } = other.start()
    const result = await this.runAny(session, options)
    if (result.ended === 'returned') then?.(result.value)
  }

  #changeAll({ changes, scope }: Extract<Meanwhile, { readonly scope: string }>): void {
    for (const change of changes()) this.change(change, scope)
  }
}

/** Ends the run of a dropped session: its handles close, what it staged is gone. */
function crashed(run: SessionRun): RunResult<never> {
  run.drop()
  return { ended: 'crashed', at: run.last }
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
