/** How much the oracle leaves open over the whole suite: it judges every item, and says why wherever it allows more than one outcome. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEngine } from '../../engine/mod.ts'
import { isMatrixRow } from '../language/mod.ts'
import { runSuite } from '../run/mod.ts'
import { SUITE } from './mod.ts'

const runtime = { name: 'node', version: '0' } as const

/** Why more than one outcome is allowed. A reason that is not here is either a gap in the oracle or one more choice to tell. */
const OPEN: readonly string[] = [
  'creations stay; the reference leaves to a later run out to send them, this run may be it',
  'others changed it during the call, which may have met it before or after',
  'out of scope',
  'the fate of the directory above decides it, or its own deletion is still to be carried out',
  'the run was cut short',
  'its parent only came back in this round, and the reference does not say when new files are looked for',
  'a run that was cut short may have left an entry here that waits for its content',
  'the answer cancels the run, and the reference does not say whether this conflict is still recorded',
  '" leads to it',
  'a call that was cut short had begun to resolve it',
  'its result was 5',
  'its result was 183',
  'its result was 32',
  'the folder itself was seen, what is in it was not',
]

/** Items with more than one outcome, at most: this number only ever falls. */
const AT_MOST = 55

test('every item of every call is judged, and few of them leave more than one outcome open', async () => {
  const written = SUITE.filter(({ scenario }) => !isMatrixRow(scenario))
  const { scenarios } = await runSuite(written, { engine: createEngine(), runtime })
  const items = scenarios.flatMap(({ id, rounds }) =>
    rounds.flatMap((round) => round.items.map(({ path, oracle }) => ({ at: `${id}, ${path}`, oracle })))
  )
  assert.ok(items.length > 380)
  assert.equal(items.filter(({ oracle }) => oracle === '' || oracle.includes('no opinion')), [])
  const open = items.filter(({ oracle }) => oracle.includes('; or '))
  const unexplained = open.filter(({ oracle }) => !OPEN.some((why) => oracle.endsWith(`${why})`)))
  assert.equal(unexplained, [])
  assert.ok(open.length <= AT_MOST, `${open.length} items leave more than one outcome open`)
})

test.run()
