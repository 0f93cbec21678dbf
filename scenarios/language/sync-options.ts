/** How a call of `Synchronize` is made, as scenarios say it, and as the step holds it. */

import type { ClientOptions } from './handle-options.ts'
import type { Recorder } from './recorder.ts'
import { resolvePath } from './resolve-path.ts'
import type { MeanwhileSpec, MeanwhileStep, PlaceSpec, SyncStep } from './steps.ts'

/** What others do right before a request is performed. */
export interface MeanwhileOptions extends PlaceSpec {
  /** A function that says the steps, or the steps as data. */
  readonly steps: (() => void) | readonly MeanwhileStep[]
}

/** How a call is made. Paths may be relative when one share is synchronized. */
export interface SyncOptions extends
  ClientOptions,
  Pick<
    SyncStep,
    'user' | 'progress' | 'handler' | 'credentials' | 'cancelAfter' | 'faults' | 'crash'
  > {
  /** What others do during the call. */
  readonly during?: readonly MeanwhileOptions[]
}

/** The fields of the step: whole paths, and steps as data. */
export function syncFields(
  recorder: Recorder,
  options: SyncOptions,
  share: string | undefined,
): Omit<SyncStep, 'do' | 'paths' | 'flags'> {
  const whole = <T extends { readonly path?: string }>(part: T): T =>
    share === undefined || part.path === undefined ? part : { ...part, path: resolvePath(part.path, share) }
  const { progress, handler, faults, during, crash, ...rest } = options
  return {
    ...rest,
    ...(progress === undefined ? {} : { progress: progress.map(whole) }),
    ...(handler === undefined ? {} : { handler: handler.map(whole) }),
    ...(faults === undefined ? {} : { faults: faults.map(whole) }),
    ...(during === undefined
      ? {}
      : { during: during.map((part) => meanwhile(recorder, whole(part), share)) }),
    ...(crash === undefined ? {} : { crash: whole(crash) }),
  }
}

function meanwhile(
  recorder: Recorder,
  { steps, ...place }: MeanwhileOptions,
  share: string | undefined,
): MeanwhileSpec {
  if (typeof steps === 'function') return { ...place, steps: recorder.collect(steps) }
  return { ...place, steps: share === undefined ? steps : steps.map((step) => withWholePaths(step, share)) }
}

function withWholePaths(step: MeanwhileStep, share: string): MeanwhileStep {
  if (!('path' in step)) return step
  const path = resolvePath(step.path, share)
  return step.do === 'rename' ? { ...step, path, to: resolvePath(step.to, share) } : { ...step, path }
}
