/** The built-in suite is green on the reference engine, and red wherever a rule is broken. */

import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEngine } from '../../engine/mod.ts'
import { applyEffects, type Tree } from '../../sim/mod.ts'
import { checkScenario, isMatrixRow, VERBS } from '../language/mod.ts'
import { findRequirement } from '../requirements/mod.ts'
import { duplicates, runSuite } from '../run/mod.ts'
import { type Mutant, MUTANTS } from './mutants/mod.ts'
import { SUITE } from './mod.ts'

const runtime = { name: 'node', version: '0' } as const

/** The scenarios that somebody wrote; rows of the matrix have mutants of their own. */
const WRITTEN = SUITE.filter(({ scenario }) => !isMatrixRow(scenario))

/** Scenarios that some mutant has turned red so far. */
const seenRed = new Set<string>()

/** The scenarios that a mutant turns red, of those that must tell it and those that were never red yet. */
async function redOn({ engine, caughtBy }: Mutant): Promise<readonly string[]> {
  const asked = WRITTEN.filter(({ id }) =>
    caughtBy.some((expected) => id.startsWith(expected)) || !seenRed.has(id)
  )
  const { scenarios } = await runSuite(asked, { engine, runtime })
  return scenarios.filter(({ verdict }) => verdict === 'fail' || verdict === 'error').map(({ id }) => id)
}

test('every scenario passes on the reference engine, twice with the same trace hash', async () => {
  const first = await runSuite(SUITE, { engine: createEngine(), runtime })
  const told = first.scenarios.filter(({ verdict }) => verdict !== 'pass').map((
    { id, failures },
  ) => [id, failures])
  assert.equal(told, [])
  const again = await runSuite(SUITE, { engine: createEngine(), runtime })
  assert.is(again.traceHash, first.traceHash)
})

test('scenarios say nothing impossible, ids are unique, covers are known', () => {
  assert.equal(SUITE.flatMap(({ scenario }) => checkScenario(scenario)), [])
  assert.equal(duplicates(SUITE), [])
  for (const { scenario } of SUITE) {
    assert.ok(scenario.covers.some((id) => id.startsWith('SYNC-')), scenario.title)
    for (const id of scenario.covers) assert.ok(findRequirement(id), id)
  }
})

test('every file of the suite is in its index', () => {
  const index = readFileSync('scenarios/suite/mod.ts', 'utf8')
  for (const entry of readdirSync('scenarios/suite', { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'mutants') continue
    for (const name of readdirSync(`scenarios/suite/${entry.name}`)) {
      if (name.endsWith('.ts')) assert.ok(index.includes(`./${entry.name}/${name}'`), `${entry.name}/${name}`)
    }
  }
})

test('the first trees and all effects of a trace give the last trees, of every server and client', async () => {
  const { scenarios } = await runSuite(SUITE, { engine: createEngine(), runtime })
  const told = (tree: Tree): readonly unknown[] =>
    [...tree].map(([key, { path, info, content, streams, rights }]) => [
      key,
      path,
      info,
      content?.digest(),
      [...streams ?? []].map(([name, stream]) => [name, stream.digest()]),
      [...rights ?? []],
    ])
  for (const { id, first, last, others, trace } of scenarios) {
    const effects = trace.flatMap((event) => event.effects)
    assert.equal(told(applyEffects(first.server, { on: 'server' }, effects)), told(last.server), id)
    assert.equal(told(applyEffects(first.local, { on: 'cache' }, effects)), told(last.local), id)
    for (const [client, tree] of others) {
      assert.equal(
        told(applyEffects(first.local, { on: 'cache', client }, effects)),
        told(tree),
        `${id}: ${client}`,
      )
    }
  }
})

test('one scenario uses every verb there is', () => {
  const day = SUITE.find(({ id }) => id === 'people/office-day')
  const used = new Set(day?.scenario.steps.map((step) => step.do))
  assert.equal(Object.keys(VERBS).filter((verb) => ![...used].some((one) => one === verb)), [])
})

for (const mutant of MUTANTS) {
  const { name, caughtBy } = mutant
  test(`caught: ${name}`, async () => {
    const red = await redOn(mutant)
    for (const id of red) seenRed.add(id)
    for (const expected of caughtBy) {
      assert.ok(
        red.some((id) => id.startsWith(expected)),
        `${expected} stays green; red are ${red.join(', ')}`,
      )
    }
  })
}

test('every scenario has been seen red', () => {
  assert.equal(WRITTEN.map(({ id }) => id).filter((id) => !seenRed.has(id)), [])
})

test.run()
