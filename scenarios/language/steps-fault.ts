/** Places in a run, and the faults that strike there. */

import type { RequestKind, SyncOperation } from '../../sim/mod.ts'
import type { StepBase, StepSide } from './steps-common.ts'

/** Requests at which something happens: all that is given must apply, and `address` or `request` must be given. */
export interface PlaceSpec {
  /** Exactly an address of the trace, such as `round 1 · \\hq\docs\plan.txt · SYNC_TO_SERVER · write · 2`. */
  readonly address?: string
  readonly request?: RequestKind
  readonly path?: string
  /** Only while this operation is in hand. */
  readonly operation?: SyncOperation
  /** The side the request is about. */
  readonly side?: StepSide
  /** The n-th such request, from 1. Default 1. */
  readonly nth?: number
  /** Every such request instead of the n-th. */
  readonly every?: true
}

/** What a fault does to a request. */
export type FaultEffect =
  /** It is not performed and fails with this Win32 code. */
  | { readonly fail: number }
  /** It takes so many milliseconds. */
  | { readonly delay: number }
  /** The connection to the server drops. */
  | { readonly disconnect: true }
  /** The session that made it is dropped, before or after it takes effect. */
  | { readonly crash: 'before' | 'after' }

/** Something that goes wrong. */
export interface FaultSpec extends PlaceSpec {
  /** How often it strikes. Default 1; with `every`, each time. */
  readonly times?: number
  readonly then: FaultEffect
}

/** Something goes wrong in any later session, of the engine or of an application, until it has struck often enough. */
export interface FaultStep extends StepBase, FaultSpec {
  readonly do: 'fault'
}

/** Takes away all faults that have not struck. */
export interface ClearFaultsStep extends StepBase {
  readonly do: 'clear-faults'
}
