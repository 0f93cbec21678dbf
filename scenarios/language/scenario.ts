/** What a scenario is: a head, and steps. */

import type { Position } from '../../sim/mod.ts'
import type { Step } from './steps.ts'

/** What an author says about a scenario. */
export interface ScenarioHead {
  /** One sentence that tells what is shown, for people who did not write it. */
  readonly title: string
  /** Ids of the promises, choices, states and field patterns it stands for. */
  readonly covers: readonly string[]
  /** Words to select by. */
  readonly tags?: readonly string[]
}

/** A scenario as data. */
export interface Scenario {
  readonly kind: 'scenario'
  readonly title: string
  readonly covers: readonly string[]
  readonly tags: readonly string[]
  readonly steps: readonly Step[]
  /** The row of a parameter table this is, or `undefined`. */
  readonly row: string | undefined
}

/** The tag of rows that are made from the oracle's table: they are counted apart and have no snapshots. */
export const MATRIX_TAG = 'matrix'

/** True for a row of the state matrix, as opposed to a scenario that somebody wrote. */
export function isMatrixRow({ tags }: Pick<Scenario, 'tags'>): boolean {
  return tags.includes(MATRIX_TAG)
}

/** A scenario under its id, with the place it comes from. */
export interface NamedScenario {
  /** `chapter/name`, or `chapter/name[row]`; unique in a run. */
  readonly id: string
  readonly scenario: Scenario
  readonly position: Position | undefined
}

const positions = new WeakMap<object, Position>()

/** Remembers where a step or scenario was written; positions are no part of the data. */
export function rememberPosition(of: Step | Scenario, position: Position): void {
  positions.set(of, position)
}

/** Where a step or scenario was written, when that is known. */
export function positionOf(of: Step | Scenario): Position | undefined {
  return positions.get(of)
}
