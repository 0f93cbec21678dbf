/** Tests of what opinions say, and that every id they may stand on is known. */

import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findRequirement } from '../../requirements/mod.ts'
import { Lab, on } from './testing/lab.ts'
import { played, RECIPES } from './testing/recipes.ts'

test('an opinion names the state and what is allowed', () => {
  const lab = new Lab({ x: 'first' }).local('write x here').server('write x there')
  const opinion = on(lab.round('in | out', () => {}), 'x')
  assert.is(opinion.words, 'FileChangedOnClient_ChangedOnServer: neither copy touched, conflict recorded')
  assert.equal(opinion.ids, ['STATE-12', 'SYNC-33', 'P1.24'])
  assert.equal(opinion.allowed, [
    { server: 'as-before', local: 'as-before', conflict: 'recorded', settled: false },
  ])
  assert.is(opinion.problem, 'No conflict was recorded')
})

test('a record that has no conflict any more may go or stay, and is not to be updated', () => {
  const round = (change?: 'updated' | 'removed'): ReturnType<typeof on> => {
    const lab = new Lab({ x: 'first' }).local('write x here')
    const act = (engine: Lab): unknown => change === undefined ? engine : engine.record('x', change)
    return on(lab.round('in', act, { conflictsBefore: ['x'] }), 'x')
  }
  assert.equal([round().problem, round('removed').problem], [undefined, undefined])
  assert.is(round('updated').problem, 'A conflict was recorded')
  assert.is(round().words, 'FileChangedOnClient: neither copy touched')
})

test('outcomes that come to the same are listed once', () => {
  assert.is(on(new Lab({ x: 'first' }).round('in', () => {}), 'x').allowed.length, 1)
})

test('several outcomes are joined by "or", with the reason', () => {
  const lab = new Lab({ d: null }).local('remove d').server('write d/new n')
  assert.is(
    on(lab.round('out', () => {}), 'd').words,
    'DeletedOnClient_DirOnServer: the cache gets the server copy; or neither copy touched ' +
      '(showing it again writes the side that a run out does not write)',
  )
})

test('several things that went wrong make one sentence', () => {
  const lab = new Lab({ x: 'first' }).local('write x here').server('write x there')
  const opinions = lab.round('in | out', (engine) => engine.server('remove x').local('remove x'))
  assert.is(
    on(opinions, 'x').problem,
    'The server copy is gone, the local copy is gone and no conflict was recorded',
  )
})

test('parents come first, siblings in the order of a listing', () => {
  const lab = new Lab({ b: null, 'b/z': 'z', 'b a': 'x', A: 'a' })
  assert.equal(lab.round('in', () => {}).map(({ path }) => path.slice(9)), [
    '',
    '\\A',
    '\\b',
    '\\b\\z',
    '\\b a',
  ])
})

test('every state stands on its own id', () => {
  for (const recipe of RECIPES) {
    const { state, ids } = on(played(recipe).round('in | out', () => {}), 'x')
    if (state !== undefined) assert.is(ids[0], `STATE-${state}`)
    assert.ok(ids.length > (state === 0 ? 0 : 1) || state === undefined, `state ${state}`)
  }
})

test('the registry knows every id in the sources', () => {
  const folder = new URL('.', import.meta.url)
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const ids = sources.flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/\b(?:SYNC-\d+|[PF]\d+(?:\.\d+)?)\b/g)].map((
      [id],
    ) => id)
  )
  assert.ok(ids.length > 50)
  assert.equal(ids.filter((id) => findRequirement(id) === undefined), [])
})

test.run()
