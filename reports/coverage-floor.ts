/** The floor of coverage: how much of the vocabulary a whole run must come to. */

import type { Failure, SuiteResult } from '../scenarios/mod.ts'
import { coverageOf } from './formats/coverage.ts'

/** How many of each must be reached at least; what is left out may be none. */
export interface CoverageFloor {
  /** States that items were found in. */
  readonly statesReached?: number
  /** States that a passed scenario stands for. */
  readonly statesAsserted?: number
  /** Flags and conflict policies that calls passed. */
  readonly flags?: number
  /** Answers to conflicts, by each who can give them. */
  readonly resolutions?: number
  /** Operations that were decided for. */
  readonly operations?: number
}

interface Word {
  readonly word: string
  readonly isMet: boolean
}

/**
 * What a run lacks of its floor: one failure for each kind of word, which names those that were never met.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { belowFloor } from 'csclab/reports'
 *
 * const [failure] = belowFloor({
 *   engine: { name: 'reference', version: '1.0.0' }, runtime: { name: 'node', version: '20.20.2' },
 *   scenarios: [], traceHash: '', snapshotsNotChecked: undefined, problems: [], filtered: false,
 * }, { operations: 1 })
 * assert.match(failure?.message ?? '', /^0 of 8 operations were decided for, not 1\. Missing are CREATE_COPY_ON_SERVER, /)
 * ```
 */
export function belowFloor(result: SuiteResult, floor: CoverageFloor): readonly Failure[] {
  const { states, flags, resolutions, operations } = coverageOf(result)
  const stateWord = (state: number, name: string): string => `${state} ${name}`
  return [
    ...lacking(
      'states were reached',
      floor.statesReached,
      states.map(({ state, name, reached }) => ({
        word: stateWord(state, name),
        isMet: reached > 0,
      })),
    ),
    ...lacking(
      'states were asserted',
      floor.statesAsserted,
      states.map(({ state, name, asserted }) => ({
        word: stateWord(state, name),
        isMet: asserted > 0,
      })),
    ),
    ...lacking(
      'flags and policies were passed',
      floor.flags,
      flags.map(({ flag, reached }) => ({
        word: flag,
        isMet: reached > 0,
      })),
    ),
    ...lacking(
      'answers to conflicts were given',
      floor.resolutions,
      resolutions.map((one) => ({
        word: `${one.resolution} (${one.by})`,
        isMet: one.reached > 0,
      })),
    ),
    ...lacking(
      'operations were decided for',
      floor.operations,
      operations.map(({ operation, reached }) => ({
        word: operation,
        isMet: reached > 0,
      })),
    ),
  ]
}

function lacking(what: string, least: number | undefined, words: readonly Word[]): readonly Failure[] {
  const missing = words.filter(({ isMet }) => !isMet).map(({ word }) => word)
  const met = words.length - missing.length
  if (least === undefined || met >= least) return []
  return [{
    kind: 'coverage',
    message: `${met} of ${words.length} ${what}, not ${least}. Missing are ${missing.join(', ')}`,
    ids: [],
    hint: 'Write scenarios that come to them, or lower "coverage" in the configuration',
  }]
}
