/** All rules of the engine as one value, so that any of them can be replaced. */

import type { DirEntry, ItemType, Pins, SyncCall } from '../../sim/port/mod.ts'
import type { CacheRecord } from '../cache/cache-record.ts'
import { type Cell, classify } from './classify.ts'
import { type CopyOf, nameOfCopy } from './copy-name.ts'
import { type LocalCondition, localCondition, type ServerCondition, serverCondition } from './conditions.ts'
import { type Action, decide } from './decide.ts'
import { normaliseFlags, validateFlags } from './flags.ts'
import { pinsForNew } from './pin.ts'
import { progressText } from './progress-text.ts'
import { type ConflictContext, type ConflictResolution, resolve } from './resolve.ts'
import { type Scopes, scopesOf } from './scopes.ts'

/**
 * The rules. A different choice, a mutant, a "what if" is `{ ...RULES, one: other }`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { createEngine, RULES } from 'csclab/engine'
 *
 * const careless = createEngine({ name: 'careless', rules: { ...RULES, classify: (local, server) => {
 *   const cell = RULES.classify(local, server)
 *   return cell === 12 ? 44 : cell
 * } } })
 * assert.equal(careless.name, 'careless')
 * ```
 */
export interface Rules {
  readonly scopesOf: (call: SyncCall) => Scopes
  /** 0, or the Win32 code a call with these flags is refused with. */
  readonly validateFlags: (flags: number) => number
  readonly normaliseFlags: (flags: number, conflictHandler: boolean) => number
  readonly localCondition: (record: CacheRecord | undefined, local: DirEntry | undefined) => LocalCondition
  readonly serverCondition: (record: CacheRecord | undefined, server: DirEntry | undefined) => ServerCondition
  readonly classify: (local: LocalCondition, server: ServerCondition) => Cell
  readonly decide: (state: number, flags: number) => Action
  /** What a resolution (`CONFLICT_RESOLVE`) makes of a conflict. */
  readonly resolve: (state: number, resolution: number, context: ConflictContext) => ConflictResolution
  /** The name under which the local version is kept beside the other, the `version`-th that is tried. */
  readonly nameOfCopy: (copy: CopyOf, version: number) => string
  readonly pinsForNew: (parent: Pins, type: ItemType, flags: number) => Pins | undefined
  /** How progress is put into words: `Reason:Result:ResultText:[Path]`. */
  readonly progressText: (report: { reason: number; result: number; path: string }) => string
}

/** The rules as documented and, where documents are silent, as chosen. */
export const RULES: Rules = {
  scopesOf,
  validateFlags,
  normaliseFlags,
  localCondition,
  serverCondition,
  classify,
  decide,
  resolve,
  nameOfCopy,
  pinsForNew,
  progressText,
}
