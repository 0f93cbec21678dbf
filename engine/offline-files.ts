/** The reference engine: Offline Files as documented, rule by rule. */

import type {
  ApplicationCall,
  ArrangeCall,
  BaselineCall,
  CacheCall,
  Engine,
  ItemView,
  OperationResult,
  Session,
  SyncCall,
} from '../sim/port/mod.ts'
import type { UncPath } from '../sim/windows/mod.ts'
import { arrange, baseline, inspect, orCode, redirect } from './cache/mod.ts'
import { deleteItems, slowLink, unpin } from './objects/mod.ts'
import { RULES, type Rules } from './rules/mod.ts'
import { synchronize } from './run/mod.ts'

/** Options of {@linkcode createEngine}. */
export interface EngineOptions {
  /** The name snapshots are kept under. Default `offline-files`. */
  readonly name?: string
  /** Default {@linkcode RULES}. */
  readonly rules?: Rules
}

/** The reference engine, with all its sessions present and synchronous. */
export interface OfflineFilesEngine extends Engine {
  readonly synchronize: (call: SyncCall) => Session<number>
  readonly baseline: (call: BaselineCall) => Session<number>
  readonly application: (call: ApplicationCall) => Session<OperationResult>
  readonly arrange: (call: ArrangeCall) => Session<number>
  readonly cacheCall: (call: CacheCall) => Session<number>
  readonly slowLink: (share: UncPath) => Session<number>
  readonly inspect: () => Session<readonly ItemView[]>
}

/**
 * Makes a reference engine. With other rules it is a mutant, a different choice or a "what if".
 *
 * It does what `Synchronize` is documented to do, and what applications meet online and offline. Not in it are what Windows does
 * between calls (the service's own background passes, transparent caching), encryption and renaming of cached items, and
 * transfers of changed blocks alone; an offline listing does not show names without content.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { createEngine } from 'csclab/engine'
 *
 * assert.equal(createEngine().name, 'offline-files')
 * ```
 */
export function createEngine(options: EngineOptions = {}): OfflineFilesEngine {
  const { name = 'offline-files', rules = RULES } = options
  return {
    name,
    version: '0.1.0',
    synchronize: (call) => synchronize(rules, call),
    baseline: (call) => orCode(baseline(call), (code) => code),
    application: (call) => orCode(redirect(call), (code) => ({ code })),
    arrange: (call) => orCode(arrange(call), (code) => code),
    cacheCall: (call) => orCode(cacheCall(rules, call), (code) => code),
    slowLink: (share) => orCode(slowLink(share), (code) => code),
    inspect: () => orCode(inspect(), () => []),
  }
}

function cacheCall(rules: Rules, call: CacheCall): Session<number> {
  return call.method === 'Unpin' ? unpin(rules, call) : deleteItems(rules, call)
}
