import { test } from 'uvu'
import * as assert from 'uvu/assert'
import * as v from 'valibot'
import { REQUIREMENTS } from '../../scenarios/mod.ts'
import { SUITE } from '../testing/fixture.ts'
import { resultsJson } from './json.ts'
import type { ResultsFile } from './results-file.ts'
import { RESULTS_SCHEMA, resultsJsonSchema } from './results-schema.ts'

const file = resultsJson(SUITE)

function reached(name: string): number | undefined {
  const { flags, resolutions, operations } = file.coverage
  const words = [
    ...flags.map(({ flag, ...rest }) => ({ word: flag, ...rest })),
    ...resolutions.map(({ resolution, by, reached: times }) => ({
      word: `resolution ${resolution} by ${by}`,
      reached: times,
    })),
    ...operations.map(({ operation, ...rest }) => ({ word: operation, ...rest })),
  ]
  return words.find(({ word }) => word === name)?.reached
}

function verdictOf(id: string): string | undefined {
  return file.requirements.find((requirement) => requirement.id === id)?.verdict
}

test('a results file keeps its schema, and is the same after a round trip through JSON', () => {
  const read: ResultsFile = v.parse(RESULTS_SCHEMA, JSON.parse(JSON.stringify(file)))
  assert.equal(read, file)
})

test('the schema refuses what is no results file', () => {
  const broken = [{ ...file, schemaVersion: 2 }, { ...file, extra: 1 }, {
    ...file,
    summary: { ...file.summary, items: -1 },
  }]
  assert.equal(broken.map((one) => v.is(RESULTS_SCHEMA, one)), [false, false, false])
})

test('the JSON Schema says the same of the outermost fields', () => {
  const schema = resultsJsonSchema()
  assert.equal(schema['required'], Object.keys(file))
  assert.is(schema['additionalProperties'], false)
})

test('the summary counts', () => {
  assert.equal(file.summary, {
    scenarios: 13,
    passed: 9,
    failed: 2,
    excused: 0,
    unsupported: 1,
    errors: 1,
    syncs: 12,
    items: 2511,
    events: 22743,
    rows: 0,
  })
})

test('every requirement is there; the worst verdict of its scenarios wins', () => {
  assert.equal(file.requirements.map(({ id }) => id), REQUIREMENTS.map(({ id }) => id))
  assert.is(verdictOf('SYNC-07'), 'pass')
  assert.is(verdictOf('STATE-12'), 'fail')
  assert.is(verdictOf('SYNC-34'), 'error')
  assert.is(verdictOf('P5.1'), 'unsupported')
  assert.is(verdictOf('SYNC-20'), 'uncovered')
  const state12 = file.requirements.find(({ id }) => id === 'STATE-12')
  assert.equal(state12?.scenarios, ['conflicts/both-edited', 'conflicts/keep-latest'])
})

test('coverage counts states, flags, resolutions and operations', () => {
  assert.is(file.coverage.states.length, 54)
  assert.equal(file.coverage.states[12], {
    state: 12,
    name: 'FileChangedOnClient_ChangedOnServer',
    reached: 2,
    asserted: 1,
  })
  assert.equal(file.coverage.states[1]?.reached, 0)
  assert.equal(['SYNCOUT', 'PINNEWFILES', 'KEEPLATEST', 'KEEPREMOTE'].map(reached), [6, 1, 1, 0])
  assert.equal(
    [
      'resolution KEEPLATEST by call',
      'resolution LOG by nobody',
      'resolution KEEPLOCAL by call',
      'resolution SKIP by handler',
      'resolution ABORT by machine',
    ].map(reached),
    [1, 1, 0, 0, 0],
  )
  assert.equal(['SYNC_TO_CLIENT', 'DELETE_SERVER_COPY', 'PIN'].map(reached), [3, 1, 0])
})

test('scenarios are sorted by id; what the engine did not say is null', () => {
  const ids = file.scenarios.map(({ id }) => id)
  assert.equal(ids, [...ids].sort())
  const crashed = file.scenarios.find(({ id }) => id === 'errors/crash-before-commit')?.rounds[0]
  assert.equal([crashed?.returned, crashed?.items[0]?.result], [null, null])
  assert.is(crashed?.flagsText, 'in')
  assert.is(file.scenarios.find(({ id }) => id === 'pins/redirected')?.reason?.slice(0, 10), 'The engine')
})

test('the order of a run does not show in its file, nor does a second making', () => {
  const turned = resultsJson({ ...SUITE, scenarios: [...SUITE.scenarios].reverse() })
  assert.is(JSON.stringify(turned), JSON.stringify(file))
})

test.run()
