/** The step that calls the engine, and all that may happen during the call. */

import type { ResolutionWord } from './resolutions.ts'
import type { OnClient, StepBase } from './steps-common.ts'
import type { AccessStep, EditingStep } from './steps-edit.ts'
import type { FaultSpec, PlaceSpec } from './steps-fault.ts'
import type { ConnectionStep, MachineStep } from './steps-world.ts'

/** A path given to the call: with slashes, or untouched, `null` included. */
export type SyncPath = string | { readonly raw: string | null }

/** An answer of the progress sink other than `continue`. */
export interface ProgressAnswer {
  readonly to: 'begin' | 'item-begin' | 'item-result'
  /** Only for this item; without it for any. */
  readonly path?: string
  /** Only the n-th time it applies, from 1; without it every time. */
  readonly nth?: number
  readonly answer: 'retry' | 'abort'
}

/** An answer of the conflict handler; for what no answer is about it answers `none`. */
export interface HandlerAnswer {
  /** Only for this item; without it for any. */
  readonly path?: string
  /** Only the n-th time it applies, from 1; without it every time. */
  readonly nth?: number
  readonly answer: ResolutionWord
  /** The bare name of the copy that `keep-all` makes. */
  readonly newName?: string
}

/** Where the engine is dropped. */
export interface CrashSpec extends Omit<PlaceSpec, 'every'> {
  readonly when: 'before' | 'after'
}

/** A step that may happen while a call is under way. */
export type MeanwhileStep = EditingStep | AccessStep | ConnectionStep | MachineStep

/** What others do right before a request is performed. */
export interface MeanwhileSpec extends PlaceSpec {
  readonly steps: readonly MeanwhileStep[]
}

/** One call of `Synchronize`. Rounds are counted from 1 in the order of these steps. */
export interface SyncStep extends StepBase, OnClient {
  readonly do: 'sync'
  /** `null`: the caller passes no array at all. */
  readonly paths: readonly SyncPath[] | null
  /** `'in | out | keep-latest'`, header names, or a number. */
  readonly flags: string | number
  /** Who calls. Default the first user. */
  readonly user?: string
  readonly progress?: readonly ProgressAnswer[]
  /** A conflict handler is passed, and answers so; without it none is passed. */
  readonly handler?: readonly HandlerAnswer[]
  /** How the user answers a prompt for credentials. Default `refused`. */
  readonly credentials?: 'given' | 'refused'
  /** The call is cancelled once this many items have had their result. */
  readonly cancelAfter?: number
  readonly faults?: readonly FaultSpec[]
  readonly during?: readonly MeanwhileSpec[]
  readonly crash?: CrashSpec
}
