/** The matrix has a row for every state and kind of run, and each row is red as soon as that state is got wrong. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CONFLICT_RESOLVE, SYNC_FLAG } from '../../sim/mod.ts'
import { createEngine, RULES, type Rules } from '../../engine/mod.ts'
import { matrixCells } from '../judge/mod.ts'
import { isMatrixRow, type NamedScenario } from '../language/mod.ts'
import { runSuite } from '../run/mod.ts'
import { WAYS } from './matrix/tables/ways.ts'
import { SUITE } from './mod.ts'

const runtime = { name: 'node', version: '0' } as const
const ROWS = SUITE.filter(({ scenario }) => isMatrixRow(scenario))
const BOTH = SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT

test('every cell that can occur has a way into it', () => {
  const without = matrixCells().filter((cell) =>
    (cell.cell === 'none') ===
      WAYS.some((way) => way.cell.local === cell.local && way.cell.server === cell.server)
  )
  assert.equal(without, [])
})

test('every state has rows of every kind of run: four, and for a conflict each answer in each direction', () => {
  for (const { cell, stateClass } of matrixCells()) {
    if (cell === 'none') continue
    const rows = ROWS.filter(({ id }) => id.startsWith(`matrix/${cell}[`)).map(({ scenario }) => scenario.row)
    for (const row of ['in', 'out', 'in-out', 'fill']) assert.ok(rows.includes(row), `${cell}: ${row}`)
    const kinds = { CONF: 16, 'IN*': 6 } as const
    assert.is(
      rows.length,
      stateClass === 'CONF' || stateClass === 'IN*' ? kinds[stateClass] : 4,
      String(cell),
    )
  }
})

/** Ids of rows that turn red under other rules. */
async function redOn(wrong: Partial<Rules>, rows: readonly NamedScenario[]): Promise<ReadonlySet<string>> {
  const engine = createEngine({ rules: { ...RULES, ...wrong } })
  const { scenarios } = await runSuite(rows, { engine, runtime })
  return new Set(scenarios.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id))
}

const NOTHING_DONE: Partial<Rules> = { decide: () => ({ do: 'nothing' }) }

/** Every state is worked on whatever the call asks for, and conflicts are settled by writing any side. */
const NO_DIRECTION: Partial<Rules> = {
  decide: (state, flags) => RULES.decide(state, flags | BOTH | SYNC_FLAG.PINNEWFILES | SYNC_FLAG.FILLSPARSE),
  pinsForNew: (parent, type, flags) => RULES.pinsForNew(parent, type, flags | SYNC_FLAG.PINNEWFILES),
  resolve: (state, resolution, { flags, times }) =>
    RULES.resolve(state, resolution, { flags: flags | BOTH, times }),
}

/** There is always something to fetch: for what is in sync, and for what is gone on both sides. */
const NEVER_DONE: Partial<Rules> = {
  classify: (local, server) => {
    const cell = RULES.classify(local, server)
    return cell === 0 || typeof cell === 'string' ? 38 : cell
  },
  decide: () => ({ do: 'work', operation: 'SYNC_TO_CLIENT' }),
}

test('each row is red where nothing is done, or where it is done unasked, or where it is done for ever', async () => {
  let green = ROWS
  for (const wrong of [NOTHING_DONE, NO_DIRECTION, NEVER_DONE]) {
    const red = await redOn(wrong, green)
    green = green.filter(({ id }) => !red.has(id))
  }
  assert.equal(green.map(({ id }) => id), [])
})

test('each row in which a copy wins is red where the other one does', async () => {
  const decided = ROWS.filter(({ id }) => /in-out-keep-(?:local|remote|latest)/.test(id))
  const { KEEPLOCAL, KEEPREMOTE, KEEPLATEST } = CONFLICT_RESOLVE
  const red = await redOn({
    resolve: (state, resolution, { flags, times: { local, server } }) =>
      RULES.resolve(
        state,
        resolution === KEEPLATEST ? KEEPREMOTE : KEEPLOCAL + KEEPREMOTE - resolution,
        { flags, times: { local, server } },
      ),
  }, decided)
  assert.equal(decided.map(({ id }) => id).filter((id) => !red.has(id)), [])
})

test.run()
