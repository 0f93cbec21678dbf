/** Every engine with one thing wrong is told by the scenarios that must tell it, and every scenario tells some engine. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isMatrixRow, type NamedScenario } from '../language/mod.ts'
import { runSuite } from '../run/mod.ts'
import { type Mutant, MUTANTS } from './mutants/mod.ts'
import { SUITE } from './mod.ts'

const runtime = { name: 'node', version: '0' } as const

/** The scenarios that somebody wrote; rows of the matrix have mutants of their own. */
const WRITTEN = SUITE.filter(({ scenario }) => !isMatrixRow(scenario))

/** Scenarios that some mutant has turned red so far. */
const seenRed = new Set<string>()

/** Of some scenarios those that a mutant turns red, which are remembered. */
async function redOn({ engine }: Mutant, scenarios: readonly NamedScenario[]): Promise<readonly string[]> {
  const result = await runSuite(scenarios, { engine, runtime })
  const red = result.scenarios.filter(({ verdict }) => verdict === 'fail' || verdict === 'error')
    .map(({ id }) => id)
  for (const id of red) seenRed.add(id)
  return red
}

for (const mutant of MUTANTS) {
  const { name, caughtBy } = mutant
  test(`caught: ${name}`, async () => {
    const asked = WRITTEN.filter(({ id }) => caughtBy.some((expected) => id.startsWith(expected)))
    const red = await redOn(mutant, asked)
    for (const expected of caughtBy) {
      assert.ok(
        red.some((id) => id.startsWith(expected)),
        `${expected} stays green; red are ${red.join(', ')}`,
      )
    }
  })
}

test('every scenario has been seen red', async () => {
  const unseen = (): readonly NamedScenario[] => WRITTEN.filter(({ id }) => !seenRed.has(id))
  for (const mutant of MUTANTS) if (unseen().length > 0) await redOn(mutant, unseen())
  assert.equal(unseen().map(({ id }) => id), [])
})

test.run()
