/** Tests that every cell of the matrix that trees can show is found. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SYNC_STATES } from '../../../sim/mod.ts'
import { Lab, on } from './testing/lab.ts'
import { played, RECIPES, told } from './testing/recipes.ts'

test('every row and column leads to its state', () => {
  for (const recipe of RECIPES) {
    const opinion = on(played(recipe).round('in | out', () => {}), 'x')
    assert.is(opinion.state, recipe.state, told(recipe))
    const name = recipe.state === undefined ? 'Deleted on both sides' : SYNC_STATES[recipe.state]
    assert.is(opinion.stateName, name)
  }
})

test('the recipes reach every state but those of sparse files, ghosts, lost originals and replaced tombstones', () => {
  const reached = new Set(RECIPES.map(({ state }) => state))
  const missed = SYNC_STATES.flatMap((_, state) => reached.has(state) ? [] : [state])
  assert.equal(missed, [2, 5, 16, 17, 18, 19, 32, 33, 38, 40, 41, 43, 45, 48, 50, 51, 52, 53])
})

test("a directory's times do not count, and neither does what is put into it", () => {
  const lab = new Lab({ x: null }).local('write x/new.txt a', 'last-write x 5').server('last-write x 9')
  assert.is(on(lab.round('in | out', () => {}), 'x').state, 0)
})

test('ARCHIVE does not count between different kinds', () => {
  const lab = new Lab({ x: 'first' }).local('write x here').server('remove x', 'mkdir x', 'attributes x 32')
  assert.is(on(lab.round('in | out', () => {}), 'x').state, 13)
})

test('copies whose change times differ are in sync as long as each is what it was', () => {
  const lab = new Lab({ x: 'first' }).local('write x here')
  lab.next('in | out', (engine) => engine.upload('x'))
  const { server, local } = lab.facts.after
  const change = (tree: typeof server): number | undefined => tree.get('\\\\HQ\\DOCS\\X')?.info.times.change
  assert.is.not(change(server), change(local))
  assert.is(on(lab.round('in | out', () => {}), 'x').state, 0)
})

test.run()
