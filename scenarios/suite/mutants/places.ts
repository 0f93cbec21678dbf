/** Where an engine is broken: in its calls alone, where applications meet it, in all it does, or in what it shows. */

import { createEngine, type OfflineFilesEngine } from '../../../engine/mod.ts'
import type { ItemView } from '../../../sim/mod.ts'
import { between, type Mutant, type Tampering } from './mutant.ts'

/** What comes between an engine and its world, made anew for every session. */
export type Between = () => Tampering

/** The reference engine with something between its calls and the world; applications meet it as it is. */
export function inCalls(name: string, tampering: Between, caughtBy: readonly string[]): Mutant {
  const engine = createEngine()
  return mutant(name, caughtBy, {
    ...engine,
    synchronize: (call) => between(engine.synchronize(call), tampering()),
  })
}

/** The reference engine with something between the world and how applications meet the cache; its calls are as they are. */
export function atApplications(name: string, tampering: Between, caughtBy: readonly string[]): Mutant {
  const engine = createEngine()
  return mutant(name, caughtBy, {
    ...engine,
    application: (call) => between(engine.application(call), tampering()),
  })
}

/** The reference engine with something between the world and all that changes its cache. */
export function everywhere(name: string, tampering: Between, caughtBy: readonly string[]): Mutant {
  const engine = createEngine()
  return mutant(name, caughtBy, {
    ...engine,
    synchronize: (call) => between(engine.synchronize(call), tampering()),
    application: (call) => between(engine.application(call), tampering()),
    arrange: (call) => between(engine.arrange(call), tampering()),
  })
}

/** The reference engine, which shows its items otherwise. */
export function showing(
  name: string,
  change: (view: ItemView) => ItemView,
  caughtBy: readonly string[],
): Mutant {
  const engine = createEngine()
  return mutant(name, caughtBy, {
    ...engine,
    *inspect() {
      return (yield* engine.inspect()).map(change)
    },
  })
}

function mutant(name: string, caughtBy: readonly string[], engine: OfflineFilesEngine): Mutant {
  return { name, engine, caughtBy }
}
