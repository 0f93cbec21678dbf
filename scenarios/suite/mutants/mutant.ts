/** How an engine is broken on purpose: one rule replaced, or something put between it and the world. */

import { createEngine, type OfflineFilesEngine, RULES, type Rules } from '../../../engine/mod.ts'
import type { Json, Reply, Request, Session } from '../../../sim/mod.ts'

/** A broken engine, and scenarios that must turn red on it. */
export interface Mutant {
  /** What is wrong, in a few words. */
  readonly name: string
  readonly engine: OfflineFilesEngine
  /** Ids of scenarios, or beginnings of ids, each of which has a red one. */
  readonly caughtBy: readonly string[]
  /** Ids of the requirements that it breaks; at least two scenarios that cover such a one turn red. */
  readonly breaks?: readonly string[]
}

/** A mutant that breaks these requirements. */
export function breaking(breaks: readonly string[], mutant: Mutant): Mutant {
  return { ...mutant, breaks }
}

/** The reference engine with other rules. */
export function ruled(name: string, wrong: Partial<Rules>, caughtBy: readonly string[]): Mutant {
  return { name, engine: createEngine({ rules: { ...RULES, ...wrong } }), caughtBy }
}

/** A rule that does nothing about some states. */
export function blindTo(...states: readonly number[]): Partial<Rules> {
  return { decide: (state, flags) => states.includes(state) ? { do: 'nothing' } : RULES.decide(state, flags) }
}

/** A rule that reads one state as another. */
export function reads(state: number, as: number): Partial<Rules> {
  return {
    classify: (local, server) => {
      const cell = RULES.classify(local, server)
      return cell === state ? as : cell
    },
  }
}

/** What comes between an engine and its world. */
export interface Tampering {
  /** A request made before the engine's own. */
  readonly first?: (request: Request) => Request | undefined
  /** Another request, or none: the engine then takes it for done. */
  readonly ask?: (request: Request) => Request | undefined
  /** A request made once the engine's own is answered. */
  readonly again?: (request: Request, reply: Reply) => Request | undefined
  readonly answer?: (request: Request, reply: Reply) => Reply
}

/** The reference engine with something between it and the world. */
export function tampered(name: string, tampering: Tampering, caughtBy: readonly string[]): Mutant {
  const engine = createEngine()
  const through = <T>(session: Session<T>): Session<T> => between(session, tampering)
  return {
    name,
    engine: {
      ...engine,
      synchronize: (call) => through(engine.synchronize(call)),
      application: (call) => through(engine.application(call)),
    },
    caughtBy,
  }
}

/** True for a record of several fields. */
export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A session of an engine with something between it and the world. */
export function* between<T>(session: Session<T>, { first, ask, again, answer }: Tampering): Session<T> {
  let step = session.next()
  while (step.done !== true) {
    const before = first?.(step.value)
    if (before !== undefined) yield before
    const request = ask === undefined ? step.value : ask(step.value)
    const reply: Reply = request === undefined ? { kind: 'put-record' } : yield request
    const after = again?.(step.value, reply)
    if (after !== undefined) yield after
    step = session.next(answer === undefined ? reply : answer(step.value, reply))
  }
  return step.value
}
