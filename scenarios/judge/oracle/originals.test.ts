/** Tests of the originals from one round to the next. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { nextOriginals, originalsOf } from './mod.ts'
import { DOCS, Lab, on, problems } from './testing/lab.ts'

const X = '\\\\HQ\\DOCS\\X'

function stateAfter(lab: Lab): number | undefined {
  return on(lab.round('in | out', () => {}), 'x').state
}

test('the first originals are of what both sides have, the share root included and its server not', () => {
  const lab = new Lab({ d: null, 'd/a': 'a' })
  assert.equal([...lab.originals.keys()], ['\\\\HQ\\DOCS', '\\\\HQ\\DOCS\\D', '\\\\HQ\\DOCS\\D\\A'])
  assert.is(lab.originals.get('\\\\HQ\\DOCS\\D')?.spelling, 'd')
  lab.server('remove d/a', 'mkdir d/a', 'write new n')
  assert.equal([...originalsOf(lab.trees()).keys()], ['\\\\HQ\\DOCS', '\\\\HQ\\DOCS\\D'])
})

test('what was settled has its copies of now as originals', () => {
  const lab = new Lab({ x: 'first' }).local('write x here')
  lab.next('in | out', (engine) => engine.upload('x'))
  const { server, local } = lab.facts.after
  assert.equal(lab.originals.get(X), {
    server: server.get(X)?.info,
    local: local.get(X)?.info,
    spelling: 'x',
  })
  assert.is(stateAfter(lab.server('write x there')), 44)
})

test('what was created and sent out has an original, what is gone on both sides has none', () => {
  const lab = new Lab({ y: 'y' }).local('write x here', 'remove y')
  lab.next('out', (engine) => engine.upload('x').server('remove y'))
  assert.equal([...lab.originals.keys()], ['\\\\HQ\\DOCS', X])
})

test('a deletion on both sides is forgotten by a run with a direction, and only by that', () => {
  const lab = new Lab({ x: 'first' }).local('remove x').server('remove x')
  lab.next('fill', () => {})
  assert.ok(lab.originals.has(X))
  lab.next('in', () => {})
  assert.not.ok(lab.originals.has(X))
})

test('what waits, is in conflict, failed or went wrong keeps its original', () => {
  const edits: readonly (readonly [string, (lab: Lab) => Lab, Readonly<Record<string, number>>])[] = [
    ['in', (lab) => lab, {}],
    ['in | out', (lab) => lab.server('write x there').record('x'), {}],
    ['in | out', (lab) => lab, { x: 5 }],
    ['in | out', (lab) => lab.server('remove x'), {}],
  ]
  for (const [flags, act, results] of edits) {
    const lab = new Lab({ x: 'first' }).local('write x here')
    const old = lab.originals.get(X)
    lab.next(flags, act, { results })
    assert.is(lab.originals.get(X), old, flags)
  }
})

test('out of scope, nothing is renewed', () => {
  const lab = new Lab({ x: 'first', y: 'y' }).local('write x here')
  const old = lab.originals.get(X)
  lab.next('out', () => {}, { paths: [`${DOCS}\\y`] })
  assert.is(lab.originals.get(X), old)
})

test('a respelled directory takes its new name over', () => {
  const lab = new Lab({ x: null }).server('rename x X')
  lab.next('in', (engine) => engine.download('x'))
  assert.is(lab.originals.get(X)?.spelling, 'X')
  assert.is(stateAfter(lab), 0)
})

test('a spelling goes one way only: the changed one must arrive', () => {
  const lab = (): Lab => new Lab({ x: null }).local('rename x X')
  assert.equal(problems(lab().round('out', (engine) => engine.upload('x'))), [])
  assert.equal(problems(lab().round('out', () => {})), [
    'X: The server copy differs from the local one in spelling',
  ])
  assert.equal(problems(lab().round('in | out', (engine) => engine.download('x'))).length, 1)
})

test('when a conflict of two spellings is resolved, either may stay', () => {
  const lab = (): Lab => new Lab({ x: 'first' }).local('rename x X', 'write X here').server('write x there')
  assert.equal(problems(lab().round('in | out | keep-remote', (engine) => engine.download('x'))), [])
  const respelled = lab().round(
    'in | out | keep-remote',
    (engine) => engine.download('x').local('rename x X'),
  )
  assert.equal(problems(respelled), [])
})

test('what a deletion left over counts as created: a later run out makes it again', () => {
  const lab = new Lab({ x: null }).local('attributes x 2', 'write x/new n').server('remove x')
  lab.next('in | keep-remote', () => {})
  assert.not.ok(lab.originals.has(X))
  assert.is(stateAfter(lab), 20)
  assert.equal(problems(lab.next('out', (engine) => engine.upload('x', 'x/new'))), [])
  assert.is(stateAfter(lab), 0)
})

test('what was to go out with its directory counts as created when the run was cut short in between', () => {
  const lab = new Lab({ x: null, 'x/a': 'a' }).local('attributes x 2').server('remove x')
  lab.next('in | out | keep-local', (engine) => engine.upload('x'), { interrupted: true })
  assert.not.ok(lab.originals.has(`${X}\\A`))
  assert.is(on(lab.round('in | out', () => {}), 'x/a').state, 6)
})

test('cut short before the directory went out, everything in it is what it was', () => {
  const lab = new Lab({ x: null, 'x/a': 'a' }).local('attributes x 2').server('remove x')
  lab.next('in | out | keep-local', () => {}, { interrupted: true })
  assert.ok(lab.originals.has(`${X}\\A`))
  assert.is(stateAfter(lab), 29)
})

test('what others changed during the round has the copies as originals that the round left', () => {
  const lab = new Lab({ x: 'first' }).local('write x here')
  const opinions = lab.round('out', (engine) => engine.upload('x'), {
    meanwhile: (engine) => engine.local('write x more'),
  })
  assert.equal(problems(opinions), [])
  const next = nextOriginals(lab.facts, opinions)
  assert.is(next.get(X)?.local, lab.facts.before.local.get(X)?.info)
  assert.is(next.get(X)?.server, lab.facts.after.server.get(X)?.info)
})

test.run()
