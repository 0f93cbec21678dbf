/** A point of a sweep: one call of a scenario in which one thing goes otherwise, at one address. */

import type { ContentSpec, EditingStep, SyncStep } from '../language/mod.ts'

/**
 * What goes otherwise. `crash`: the engine is dropped before or after a request · `cancel`: the call is cancelled · `abort`,
 * `retry`: the caller answers a progress report so · `fault`: a request fails with a code · `disconnect`: the connection drops
 * · `race`: somebody else changes, deletes or renames the item in hand.
 */
export type DeviationKind = 'crash' | 'cancel' | 'abort' | 'retry' | 'fault' | 'disconnect' | 'race'

/** All kinds, in the order in which they are swept. */
export const DEVIATION_KINDS: readonly DeviationKind[] = [
  'crash',
  'cancel',
  'abort',
  'retry',
  'fault',
  'disconnect',
  'race',
]

/** What a deviation adds to the step of its call: fields of that step. */
export type Script = Pick<SyncStep, 'progress' | 'cancelAfter' | 'faults' | 'during' | 'crash'>

/** What somebody else does to the item in hand. */
export interface Race {
  /** UNC path of the item. */
  readonly path: string
  readonly side: 'server' | 'local'
  readonly step: EditingStep
  /** Digests of what the item, with all that is in it, held on that side: theirs to throw away. */
  readonly discarded: ReadonlySet<string>
  /** UNC paths they write or take away. */
  readonly touched: readonly string[]
}

/** One point. */
export interface Point {
  readonly kind: DeviationKind
  /** The address of the request at which it begins. */
  readonly address: string
  /** What happens there, in words. */
  readonly words: string
  readonly script: Script
  /** Index of that request within the undisturbed call. */
  readonly moment: number
  /** A crash after the request instead of before it. */
  readonly after: boolean
  readonly race: Race | undefined
}

/** What somebody else writes into the item in hand. */
export const RACE_CONTENT: Readonly<Record<Race['side'], ContentSpec>> = {
  server: 'written on the server during the call',
  local: 'written on the client during the call',
}

/** The step of a call with a deviation added. What the step says itself stays. */
export function deviated(step: SyncStep, script: Script): SyncStep {
  const { progress, cancelAfter, faults, during, crash } = script
  return {
    ...step,
    ...(progress === undefined ? {} : { progress: [...progress, ...step.progress ?? []] }),
    ...(cancelAfter === undefined ? {} : { cancelAfter }),
    ...(faults === undefined ? {} : { faults: [...step.faults ?? [], ...faults] }),
    ...(during === undefined ? {} : { during: [...step.during ?? [], ...during] }),
    ...(crash === undefined ? {} : { crash }),
  }
}

/** The same call with nothing going otherwise: whoever recovers makes it. Answers to conflicts and prompts stay. */
export function undisturbed(step: SyncStep): SyncStep {
  const { progress: _p, cancelAfter: _c, faults: _f, during: _d, crash: _x, ...plain } = step
  return plain
}
