/** The schema of results.json, for programs that read it. */

import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import type { ResultsFile } from './results-file.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const code = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff))
const texts = v.array(v.string())
const VERDICTS = ['pass', 'fail', 'excused', 'unsupported', 'error'] as const
const verdict = v.picklist(VERDICTS)

const position = v.strictObject({ file: v.string(), line: count, column: v.exactOptional(count) })

const failure = v.strictObject({
  kind: v.picklist([
    'expectation',
    'oracle',
    'automatic',
    'fate',
    'snapshot',
    'coverage',
    'excuse',
    'engine',
    'error',
  ]),
  message: v.string(),
  expected: v.exactOptional(v.string()),
  actual: v.exactOptional(v.string()),
  position: v.exactOptional(position),
  round: v.exactOptional(count),
  path: v.exactOptional(v.string()),
  ids: texts,
  hint: v.exactOptional(v.string()),
})

const fate = v.strictObject({
  token: v.string(),
  writer: v.string(),
  path: v.string(),
  stream: v.nullable(v.string()),
  size: count,
  digest: v.string(),
  fate: v.picklist(['both', 'one-side', 'waiting', 'kept', 'superseded', 'discarded', 'lost']),
  words: v.string(),
})

const round = v.strictObject({
  round: count,
  paths: v.nullable(v.array(v.nullable(v.string()))),
  flags: code,
  flagsText: v.string(),
  returned: v.nullable(code),
  items: v.array(v.strictObject({
    path: v.string(),
    state: v.nullable(v.number()),
    decision: v.string(),
    because: texts,
    result: v.nullable(code),
    oracle: v.string(),
  })),
  conflicts: v.array(v.strictObject({
    path: v.string(),
    state: v.number(),
    change: v.picklist(['added', 'updated', 'removed']),
  })),
  fates: v.array(fate),
  otherFates: count,
  progress: texts,
})

const requirement = v.strictObject({
  id: v.string(),
  promise: v.string(),
  evidence: v.picklist(['documented', 'observed', 'inferred', 'proposed']),
  source: v.string(),
  verdict: v.picklist([...VERDICTS, 'uncovered', 'unobservable']),
  unobservable: v.exactOptional(v.string()),
  scenarios: texts,
})

const coverage = v.strictObject({
  states: v.array(v.strictObject({ state: count, name: v.string(), reached: count, asserted: count })),
  flags: v.array(v.strictObject({ flag: v.string(), reached: count })),
  resolutions: v.array(v.strictObject({
    resolution: v.string(),
    by: v.picklist(['call', 'handler', 'machine', 'nobody']),
    reached: count,
  })),
  operations: v.array(v.strictObject({ operation: v.string(), reached: count })),
})

/** What results.json must look like; an unknown field is a mistake. */
export const RESULTS_SCHEMA: v.GenericSchema<ResultsFile> = v.strictObject({
  schemaVersion: v.literal(1),
  engine: v.strictObject({ name: v.string(), version: v.string() }),
  runtime: v.strictObject({ name: v.picklist(['node', 'deno']), version: v.string() }),
  summary: v.strictObject({
    scenarios: count,
    passed: count,
    failed: count,
    excused: count,
    unsupported: count,
    errors: count,
    syncs: count,
    items: count,
    events: count,
    rows: count,
  }),
  traceHash: v.string(),
  problems: v.array(failure),
  requirements: v.array(requirement),
  coverage,
  scenarios: v.array(v.strictObject({
    id: v.string(),
    title: v.string(),
    file: v.string(),
    line: count,
    tags: texts,
    covers: texts,
    verdict,
    reason: v.exactOptional(v.string()),
    failures: v.array(failure),
    rounds: v.array(round),
    fates: v.array(fate),
    durationMs: v.pipe(v.number(), v.minValue(0)),
  })),
})

/**
 * The JSON Schema (draft 7) of results.json.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { resultsJsonSchema } from 'csclab/reports'
 *
 * const schema = resultsJsonSchema()
 * assert.equal(schema['title'], 'csclab results')
 * assert.equal(schema['type'], 'object')
 * ```
 */
export function resultsJsonSchema(): Readonly<Record<string, unknown>> {
  return { ...toJsonSchema(RESULTS_SCHEMA), title: 'csclab results' }
}
