/** Every promise of the method's page has engines that break it, and at least two scenarios that tell them. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isMatrixRow, type NamedScenario } from '../language/mod.ts'
import { REQUIREMENTS } from '../requirements/mod.ts'
import { runSuite } from '../run/mod.ts'
import { type Mutant, MUTANTS } from './mutants/mod.ts'
import { SUITE } from './mod.ts'

const runtime = { name: 'node', version: '0' } as const
const ENOUGH = 2

/** The scenarios that somebody wrote and that cover a requirement. */
function covering(id: string): readonly NamedScenario[] {
  return SUITE.filter(({ scenario }) => !isMatrixRow(scenario) && scenario.covers.includes(id))
}

/** The name of a scenario; all rows of a table have the same. */
function nameOf({ id }: NamedScenario): string {
  return id.replace(/\[.*$/, '')
}

async function isRed(scenario: NamedScenario, { engine }: Mutant): Promise<boolean> {
  const { scenarios } = await runSuite([scenario], { engine, runtime })
  return scenarios.some(({ verdict }) => verdict === 'fail' || verdict === 'error')
}

/** The scenarios that must tell a mutant before all others: most often two of them are enough. */
function likelyFirst(
  scenarios: readonly NamedScenario[],
  { caughtBy }: Mutant,
): readonly NamedScenario[] {
  const isLikely = ({ id }: NamedScenario): boolean => caughtBy.some((expected) => id.startsWith(expected))
  return [...scenarios.filter(isLikely), ...scenarios.filter((scenario) => !isLikely(scenario))]
}

/** Names of scenarios that cover a requirement and turn red where it is broken, as many as are enough. */
async function tellers(id: string): Promise<readonly string[]> {
  const red = new Set<string>()
  for (const mutant of MUTANTS.filter(({ breaks = [] }) => breaks.includes(id))) {
    for (const scenario of likelyFirst(covering(id), mutant)) {
      if (red.size >= ENOUGH) return [...red]
      if (!red.has(nameOf(scenario)) && (await isRed(scenario, mutant))) red.add(nameOf(scenario))
    }
  }
  return [...red]
}

const PROMISED = REQUIREMENTS.map(({ id }) => id).filter((id) => id.startsWith('SYNC-'))

test('the page makes forty-four promises', () => {
  assert.is(PROMISED.length, 44)
})

for (const id of PROMISED) {
  test(`${id}: two scenarios tell engines that break it`, async () => {
    const red = await tellers(id)
    assert.ok(red.length >= ENOUGH, `told by ${red.length === 0 ? 'none' : red.join(', ')}`)
  })
}

test('what mutants break is known', () => {
  const known = new Set(REQUIREMENTS.map(({ id }) => id))
  const unknown = MUTANTS.flatMap(({ breaks = [] }) => breaks.filter((id) => !known.has(id)))
  assert.equal(unknown, [])
})

test.run()
