/** What a sync engine is to csclab: a name and a few sessions. */

import type { UncPath } from '../windows/mod.ts'
import type { ApplicationFace, Connection } from './application.ts'
import type { ArrangeFace } from './arrange.ts'
import type { AnySession } from './async-session.ts'

/**
 * One call of `Synchronize(Paths[], Flags)` (SYNC-01).
 *
 * `paths` and `flags` are passed as the caller gave them, unchecked: validating them is the engine's work. `paths` is
 * `null` when the caller passed none.
 */
export interface SyncCall {
  readonly paths: readonly (string | null)[] | null
  /** 32 bits, unsigned. */
  readonly flags: number
  /** The name of the user who calls. */
  readonly user: string
  /** True when the caller passed a conflict handler: `resolve-conflict` may be asked, and the policy bits are ignored. */
  readonly conflictHandler: boolean
}

/** Names of the four pin categories (Win32_OfflineFilesPinInfo). */
export type PinCategory = 'user' | 'userPolicy' | 'computer' | 'redirection'

/** Pin values by category: 0 not pinned, 1 pinned, 2 pinned and inherited by new children. */
export type Pins = Readonly<Record<PinCategory, 0 | 1 | 2>>

/** Not pinned in any category. */
export const NOT_PINNED: Pins = { user: 0, userPolicy: 0, computer: 0, redirection: 0 }

/**
 * Before a scenario's first step the server's tree and the client's copy of it are the same, byte for byte and time for
 * time. An engine that keeps records takes them up here.
 */
export interface BaselineCall {
  readonly shares: readonly {
    readonly path: UncPath
    readonly pins: Pins
  }[]
  readonly user: string
}

/** What an engine says of one item of its cache, after Win32_OfflineFilesItem and its embedded classes. */
export interface ItemView {
  readonly path: UncPath
  readonly type: 'file' | 'directory'
  readonly dirty: boolean
  readonly createdOffline: boolean
  readonly deletedOffline: boolean
  readonly modifiedData: boolean
  readonly modifiedAttributes: boolean
  readonly modifiedTime: boolean
  readonly sparse: boolean
  readonly ghost: boolean
  /** It lies in a suspended tree, or is the root of one. */
  readonly suspended: boolean
  /** It was suspended itself. */
  readonly suspendedRoot: boolean
  /** It is there because it was opened, not because anybody asked for it. */
  readonly autoCached: boolean
  readonly pins: Pins
  /** The state of the item's recorded conflict; undefined when none is recorded. */
  readonly conflict: number | undefined
  /**
   * How the item itself stands: besides the reasons of its share 5 while a conflict of it is recorded, 6 while it is suspended,
   * the narrowest first (P15.29). Left out by an engine that does not tell, and where the share does not say.
   */
  readonly connection?: Connection
}

/**
 * A sync engine. Only `synchronize` is required; what is left out is done plainly by the harness (`baseline`: a first
 * `synchronize` both ways over equal trees; `application`: edits on the client's volume itself) or not shown (`inspect`).
 *
 * Sessions are started for one call each and share nothing but the durable records of the port, since an engine may be
 * dropped at any request and a fresh one must go on.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { ask, type Engine } from 'csclab/sim'
 *
 * const lazy: Engine = {
 *   name: 'lazy',
 *   version: '1.0.0',
 *   *synchronize(call) {
 *     const reply = yield* ask({ kind: 'connect', share: '\\\\hq\\docs' })
 *     return reply.kind === 'failed' ? reply.code : call.paths === null ? 87 : 0
 *   },
 * }
 * assert.equal(lazy.name, 'lazy')
 * ```
 */
export interface Engine {
  /** Short and stable: snapshots are kept under it. Letters, digits and dashes. */
  readonly name: string
  readonly version: string
  /** Runs one call; the result is the method's uint32 return value (SYNC-34). */
  readonly synchronize: (call: SyncCall) => AnySession<number>
  readonly baseline?: (call: BaselineCall) => AnySession<number>
  /** How an application meets the cache. */
  readonly application?: ApplicationFace
  /** How scenarios put its items into a state; without it such scenarios are unsupported. */
  readonly arrange?: ArrangeFace
  readonly inspect?: () => AnySession<readonly ItemView[]>
  /**
   * Choices in which the engine differs from the reference, by the id of the proposal, each with the reason. A scenario
   * that stands on one of them is unsupported for this engine, not failed. Documented behaviour cannot be declared away.
   */
  readonly otherChoices?: Readonly<Record<string, string>>
}
