/** Tests that the tables as data are whole, and say the same as opinions on real trees. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SYNC_STATES } from '../../../sim/mod.ts'
import { type ExpectedRun, matrixCells } from './mod.ts'
import { on } from './testing/lab.ts'
import { type Act, ACTS, ALL_ACTS, played, RECIPES, told } from './testing/recipes.ts'

const RESERVED = ['FileRenamedOnClient', 'DirRenamedOnClient', 'FileRenamedOnServer', 'DirRenamedOnServer']

test('every state but the four reserved ones stands in the matrix', () => {
  const found = new Set(matrixCells().map(({ cell }) => cell))
  assert.equal(SYNC_STATES.filter((_, state) => !found.has(state)), RESERVED)
  assert.is(matrixCells().length, 84)
})

test('22 states are conflicts, each with eight answers in a run with a direction', () => {
  const conflicts = matrixCells().filter(({ stateClass }) => stateClass === 'CONF')
  assert.is(new Set(conflicts.map(({ cell }) => cell)).size, 22)
  for (const { runs } of conflicts) {
    assert.is(runs.filter(({ direction }) => direction === 'both').length, 8)
    assert.is(runs.filter(({ direction }) => direction === 'fill').length, 1)
  }
})

test('all changes are kept in the documented states alone', () => {
  const kept = matrixCells().filter(({ runs }) =>
    runs.some(({ answer, direction, outcomes }) =>
      answer === 'keep-all' && direction === 'both' && outcomes[0]?.outcome.local === 'server-copy'
    )
  )
  const states = [...new Set(kept.map(({ cell }) => Number(cell)))].sort((a, b) => a - b)
  assert.equal(states, [1, 3, 4, 7, 8, 9, 10, 12, 13, 14, 22, 23, 26, 27])
})

test('where there are two outcomes, each says for programs what it hangs on', () => {
  const open = matrixCells().flatMap(({ runs }) => runs).filter(({ outcomes }) => outcomes.length > 1)
  const hangs = new Set(open.map(({ outcomes }) => outcomes.map(({ given }) => given).join(' or ')))
  assert.equal([...hangs].sort(), ['local later or server later', 'pinned or not pinned'])
})

test('what cannot occur has no runs, and everything else has an outcome in each', () => {
  for (const { cell, runs } of matrixCells()) {
    assert.is(runs.length === 0, cell === 'none')
    for (const { outcomes } of runs) assert.ok(outcomes.length > 0)
  }
})

/** Flags of a run, as far as trees alone decide its outcome. */
function flagsOf({ direction, answer }: ExpectedRun): string | undefined {
  const flags = { in: 'in', out: 'out', both: 'in | out', fill: 'fill' }[direction]
  if (answer === 'none') return flags
  return answer === 'keep-local' || answer === 'keep-remote' ? `${flags} | ${answer}` : undefined
}

test('opinions on real trees allow what the tables say', () => {
  for (const recipe of RECIPES) {
    for (const run of matrixCells().find(({ cell }) => cell === recipe.state)?.runs ?? []) {
      const flags = flagsOf(run)
      const [{ outcome } = {}, ...others] = run.outcomes
      if (flags === undefined || outcome === undefined || others.length > 0) continue
      const right = ALL_ACTS.filter((act) =>
        on(played(recipe).round(flags, ACTS[act]), 'x').problem === undefined
      )
      const act = actOf(outcome)
      assert.ok(right.includes(act), `${told(recipe)}, ${flags}: ${right} for ${act}`)
    }
  }
})

function actOf({ server, local, conflict }: ExpectedRun['outcomes'][number]['outcome']): Act {
  if (server !== 'as-before') return server === 'gone' ? 'delete server' : 'up'
  if (local !== 'as-before') return local === 'gone' ? 'delete local' : 'down'
  return conflict === 'recorded' ? 'record' : 'nothing'
}

test('a cell is named after its state', () => {
  const names = matrixCells().filter(({ local }) => local === 'ghost').map(({ name }) => name)
  assert.equal(names.slice(1, 3), ['Name without anything behind it', 'NoClientCopy_FileOnServer'])
})

test.run()
