/** A run as results.json. */

import { formatFlags } from '../../sim/mod.ts'
import {
  type FateRecord,
  isMatrixRow,
  REQUIREMENTS,
  type RoundRecord,
  type ScenarioResult,
  type SuiteResult,
  type Verdict,
} from '../../scenarios/mod.ts'
import { VERDICTS } from '../words.ts'
import { coverageOf } from './coverage.ts'
import type {
  FateEntry,
  RequirementResult,
  ResultsFile,
  ResultsSummary,
  RoundEntry,
  ScenarioEntry,
} from './results-file.ts'

/**
 * A run as results.json holds it: the same run gives the same text, but for versions and durations.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { resultsJson } from 'csclab/reports'
 *
 * const file = resultsJson({
 *   engine: { name: 'reference', version: '1.0.0' }, runtime: { name: 'node', version: '20.20.2' },
 *   scenarios: [], traceHash: '', snapshotsNotChecked: undefined, problems: [], filtered: false,
 * })
 * assert.equal(file.coverage.states.length, 54)
 * assert.ok(file.requirements.every(({ verdict }) => verdict === 'uncovered' || verdict === 'unobservable'))
 * ```
 */
export function resultsJson(result: SuiteResult): ResultsFile {
  const scenarios = [...result.scenarios].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return {
    schemaVersion: 1,
    engine: result.engine,
    runtime: result.runtime,
    summary: summaryOf(result),
    traceHash: result.traceHash,
    problems: result.problems,
    requirements: requirementsOf(scenarios),
    coverage: coverageOf(result),
    scenarios: scenarios.map(entryOf),
  }
}

/** Counts over a run. */
export function summaryOf({ scenarios }: SuiteResult): ResultsSummary {
  const count = (verdict: Verdict): number =>
    scenarios.filter((scenario) => scenario.verdict === verdict).length
  const rounds = scenarios.flatMap((scenario) => scenario.rounds)
  return {
    scenarios: scenarios.length,
    passed: count('pass'),
    failed: count('fail'),
    excused: count('excused'),
    unsupported: count('unsupported'),
    errors: count('error'),
    syncs: rounds.length,
    items: rounds.reduce((sum, { items }) => sum + items.length, 0),
    events: scenarios.reduce((sum, { trace }) => sum + trace.length, 0),
    rows: scenarios.filter(isMatrixRow).length,
  }
}

/** Every requirement with the worst verdict of the scenarios that cover it. */
export function requirementsOf(scenarios: readonly ScenarioResult[]): readonly RequirementResult[] {
  const covering = new Map<string, ScenarioResult[]>()
  for (const scenario of scenarios) {
    for (const id of new Set(scenario.covers)) {
      const list = covering.get(id)
      if (list === undefined) covering.set(id, [scenario])
      else list.push(scenario)
    }
  }
  return REQUIREMENTS.map((requirement) => {
    const found = covering.get(requirement.id) ?? []
    const verdict = VERDICTS.find((worst) => found.some((scenario) => scenario.verdict === worst)) ??
      (requirement.unobservable === undefined ? 'uncovered' : 'unobservable')
    return { ...requirement, verdict, scenarios: found.map((scenario) => scenario.id) }
  })
}

function entryOf(scenario: ScenarioResult): ScenarioEntry {
  const { id, title, position, tags, covers, verdict, reason, failures, durationMs } = scenario
  return {
    id,
    title,
    file: position?.file ?? '',
    line: position?.line ?? 0,
    tags,
    covers,
    verdict,
    ...(reason === undefined ? {} : { reason }),
    failures,
    rounds: scenario.rounds.map(roundOf),
    fates: scenario.fates.map(fateOf),
    durationMs,
  }
}

function roundOf(round: RoundRecord): RoundEntry {
  const { paths, flags, returned, items, conflicts, fates, otherFates, progress } = round
  return {
    round: round.round,
    paths,
    flags,
    flagsText: formatFlags(flags),
    returned: returned ?? null,
    items: items.map(({ path, state, decision, because, result, oracle }) => ({
      path,
      state: state ?? null,
      decision,
      because,
      result: result ?? null,
      oracle,
    })),
    conflicts: conflicts.map(({ path, state, change }) => ({ path, state, change })),
    fates: fates.map(fateOf),
    otherFates,
    progress: progress.map(({ message }) => message),
  }
}

function fateOf({ token, writer, path, stream, size, digest, fate, words }: FateRecord): FateEntry {
  return { token, writer, path, stream: stream ?? null, size, digest, fate, words }
}
