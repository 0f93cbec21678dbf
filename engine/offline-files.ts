/** The reference engine: Offline Files as documented, rule by rule. */

import type {
  ApplicationCall,
  ArrangeCall,
  BaselineCall,
  Engine,
  ItemView,
  OperationResult,
  Session,
  SyncCall,
} from '../sim/port/mod.ts'
import { arrange, baseline, inspect, orCode, redirect } from './cache/mod.ts'
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
  readonly inspect: () => Session<readonly ItemView[]>
}

/**
 * Makes a reference engine. With other rules it is a mutant, a different choice or a "what if".
 *
 * Its account of Offline Files is not whole yet: it keeps sparse files, ghosts and suspended directories in mind, but does not
 * skip suspended directories, fill sparse files by FILLSPARSE alone, fetch pinned ghosts, pin link targets, ask conflict
 * handlers, report progress asynchronously, back off in the background or apply policy settings; and a clash of a file with a
 * directory that a policy wants settled ends with 50 ERROR_NOT_SUPPORTED and a recorded conflict.
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
    inspect: () => orCode(inspect(), () => []),
  }
}
