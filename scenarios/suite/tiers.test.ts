/** The tiers of the suite: which scenarios each holds, and that any sync tool can be asked the core. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ask, type Engine } from '../../sim/mod.ts'
import { isMatrixRow } from '../language/mod.ts'
import { PROMISES } from '../requirements/mod.ts'
import { runSuite } from '../run/mod.ts'
import { SUITE } from './mod.ts'

const runtime = { name: 'node', version: '0' } as const

function tier(tag: string): readonly string[] {
  return SUITE.filter(({ scenario }) => scenario.tags.includes(tag)).map(({ id }) => id)
}

/** An engine that has nothing but \`synchronize\`, and does nothing in it. */
const IDLE: Engine = {
  name: 'idle',
  version: '1.0.0',
  *synchronize() {
    yield* ask({ kind: 'status' })
    return 0
  },
}

test('every scenario is of the core or needs Offline Files', () => {
  const [core, csc] = [tier('core'), tier('csc')]
  assert.is(core.length + csc.length, SUITE.length)
  for (const id of ['trees/one-edit-each', 'trees/made[there]', 'trees/back-and-forth']) {
    assert.ok(core.includes(id), id)
  }
  const special = [
    'cache/filled-alone', // looks at the cache
    'calls/refused-flags[bit-14]', // passes a number
    'conflicts/policies[keep-local]', // passes a policy
    'faults/held-for-moments', // makes things fail
    'matrix/39[in-out]', // arranges a state
    'people/machines', // has more than one client
  ]
  for (const id of special) assert.not.ok(core.includes(id), id)
})

test('whoever has two trees can be asked the core: nothing in it is unsupported', async () => {
  const core = SUITE.filter(({ scenario }) => scenario.tags.includes('core'))
  const { scenarios } = await runSuite(core, { engine: IDLE, runtime })
  const verdicts = new Set(scenarios.map(({ verdict }) => verdict))
  assert.equal([...verdicts].filter((verdict) => verdict !== 'pass' && verdict !== 'fail'), [])
  assert.ok(scenarios.filter(({ verdict }) => verdict === 'fail').length >= 5)
})

test('the quick tier has a scenario for every promise, and no row of the matrix', () => {
  const quick = SUITE.filter(({ scenario }) => scenario.tags.includes('quick'))
  const covered = new Set(quick.flatMap(({ scenario }) => scenario.covers))
  const written = SUITE.filter(({ scenario }) => !isMatrixRow(scenario))
  const told = new Set(written.flatMap(({ scenario }) => scenario.covers))
  assert.equal(PROMISES.map(({ id }) => id).filter((id) => told.has(id) && !covered.has(id)), [])
  assert.ok(quick.length <= PROMISES.length)
  assert.not.ok(quick.some(({ scenario }) => isMatrixRow(scenario)))
})

test('the full tier is everything but what is slow on purpose', () => {
  const slow = tier('slow')
  assert.equal(tier('full'), SUITE.map(({ id }) => id).filter((id) => !slow.includes(id)))
})

test.run()
