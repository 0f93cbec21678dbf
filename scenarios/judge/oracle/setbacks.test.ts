/** Tests of failed items and of runs cut short. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Lab, on, problems } from './testing/lab.ts'
import { ACTS, played, RECIPES, told } from './testing/recipes.ts'

const CUT = { interrupted: true }

function edited(): Lab {
  return new Lab({ x: 'first' }).local('write x here')
}

function conflict(): Lab {
  return edited().server('write x there')
}

test('a failed item is left alone on both sides', () => {
  const said = { results: { x: 5 } }
  assert.equal(problems(edited().round('out', () => {}, said)), [])
  assert.equal(problems(edited().round('out', ACTS.up, said)), [
    'x: The server copy was changed (content, last-write time, change time)',
  ])
  assert.equal(problems(edited().round('out', (lab) => lab.server('write x her'), said)), [
    'x: The server copy was changed (content, last-write time, change time)',
  ])
  assert.match(
    on(edited().round('out', () => {}, said), 'x').words,
    /neither copy touched \(its result was 5\)$/,
  )
})

test('a policy that failed leaves the conflict recorded, except when the connection is gone', () => {
  const flags = 'in | out | keep-local'
  assert.equal(problems(conflict().round(flags, ACTS.record, { results: { x: 32 } })), [])
  assert.equal(problems(conflict().round(flags, () => {}, { results: { x: 32 } })), [
    'x: No conflict was recorded',
  ])
  assert.equal(problems(conflict().round(flags, () => {}, { results: { x: 64 } })), [])
})

test('an edit that failed to go out with its directory need not be recorded', () => {
  const lab = new Lab({ d: null, 'd/x': 'x' }).local('attributes d 2', 'write d/x here').server('remove d')
  const said = { results: { 'd/x': 32 } }
  assert.equal(problems(lab.round('in | out | keep-local', (engine) => engine.upload('d'), said)), [])
})

test('what is below a failed directory may be left alone, and may not be half done', () => {
  const lab = (): Lab => new Lab({}).local('mkdir d', 'mkdir d/sub', 'write d/sub/new n')
  const said = { results: { d: 5 } }
  const notMade = ['d', 'd/sub', 'd/sub/new'].map((path) => `${path}: The server copy was not made`)
  assert.equal(problems(lab().round('out', () => {}, said)), [])
  assert.equal(problems(lab().round('out', () => {})), notMade)
  const changed = new Lab({ d: null, 'd/x': 'first' }).local('write d/x here')
  assert.equal(problems(changed.round('out', (engine) => engine.server('write d/x her'), said)).length, 1)
})

test('in a run cut short every item is as before or finished', () => {
  for (const recipe of RECIPES) {
    for (const flags of ['in | out', 'in | out | keep-local', 'in | out | keep-remote']) {
      assert.equal(problems(played(recipe).round(flags, () => {}, CUT)), [], `${told(recipe)}, ${flags}`)
    }
  }
  assert.equal(problems(edited().round('out', ACTS.up, CUT)), [])
  assert.equal(problems(conflict().round('in | out', ACTS.record, CUT)), [])
})

test('a run cut short leaves no item half done', () => {
  const torn = edited().round('out', (lab) => lab.server('write x her'), CUT)
  assert.equal(problems(torn), ['x: The server copy was changed (content, last-write time, change time)'])
  const resolved = conflict().round('in | out', ACTS.up, CUT)
  assert.equal(problems(resolved), ['x: The server copy was changed (content, last-write time, change time)'])
})

test('a run that its caller stopped has begun nothing that it did not report', () => {
  const said = { ...CUT, more: { stopped: true } }
  assert.equal(problems(edited().round('out', () => {}, said)), [])
  assert.equal(problems(edited().round('out', ACTS.up, said)), [
    'x: The server copy was changed (content, last-write time, change time)',
  ])
  assert.equal(problems(conflict().round('in | out', ACTS.record, said)), ['x: A conflict was recorded'])
  assert.equal(problems(edited().round('out', ACTS.up, { ...said, results: { x: 0 } })), [])
})

test('while the way to a server comes or goes, every item is as before or finished', () => {
  const more = { unsteady: new Set(['HQ']) }
  assert.equal(problems(edited().round('out', () => {}, { more })), [])
  assert.equal(problems(edited().round('out', ACTS.up, { more, unreachable: ['hq'] })), [])
})

test('an item that was reported a success is finished, cut short or not', () => {
  const found = problems(edited().round('out', () => {}, { ...CUT, results: { x: 0 } }))
  assert.equal(found, ['x: The server copy differs from the local one in content, last-write time'])
})

test('a replacement may be cut in two: the losing copy is gone, the other one counts as created', () => {
  const lab = (): Lab => new Lab({ x: 'first' }).server('remove x', 'mkdir x')
  const here = lab().round('in | out | keep-local', (engine) => engine.server('remove x'), CUT)
  assert.equal(problems(here), [])
  assert.is(on(here, 'x').outcome?.forgets, true)
  const there = lab().round('in | out | keep-remote', (engine) => engine.local('remove x'), CUT)
  assert.equal(problems(there), [])
  const failed = { results: { x: 5 } }
  const recorded = lab().round(
    'in | out | keep-local',
    (engine) => engine.server('remove x').record('x'),
    failed,
  )
  assert.equal(problems(recorded), [])
  assert.equal(problems(lab().round('in | out | keep-local', (engine) => engine.server('remove x'))), [
    'x: The server copy is gone',
  ])
})

test('a file deleted on both sides of a replacement is lost', () => {
  const lab = new Lab({ x: 'first' }).server('remove x', 'mkdir x')
  const opinions = lab.round(
    'in | out | keep-local',
    (engine) => engine.server('remove x').local('remove x'),
    CUT,
  )
  assert.is(problems(opinions).length, 1)
})

test('in a run cut short a resolved conflict may still be recorded, and an old record may stay', () => {
  const said = { ...CUT, conflictsBefore: ['x'] }
  assert.equal(problems(conflict().round('in | out | keep-local', ACTS.up, said)), [])
  assert.equal(problems(conflict().round('in | out | keep-local', ACTS.up, { conflictsBefore: ['x'] })), [
    'x: Its conflict record is still open',
  ])
})

test.run()
