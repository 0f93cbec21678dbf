/** Tests of who answers a conflict, and of keeping all changes. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { RESOLUTIONS } from '../../language/mod.ts'
import { foldPath } from '../../../sim/mod.ts'
import { DOCS, Lab, on, problems, type Said } from './testing/lab.ts'

const X = foldPath(`${DOCS}\\x.doc`)

function conflict(): Lab {
  return new Lab({ 'x.doc': 'first' }).local('write x.doc here').server('write x.doc there')
}

function answered(word: keyof typeof RESOLUTIONS, newName?: string): Said {
  const reply = { resolution: RESOLUTIONS[word], ...(newName === undefined ? {} : { newName }) }
  return { more: { handler: new Map([[X, reply]]) } }
}

function setting(word: keyof typeof RESOLUTIONS, path = DOCS): Said {
  return { more: { policies: { [path]: RESOLUTIONS[word] } } }
}

const up = (lab: Lab): Lab => lab.upload('x.doc')
const down = (lab: Lab): Lab => lab.download('x.doc')
const record = (lab: Lab): Lab => lab.record('x.doc')

/** Renames the local copy and sends it out under the new name, then fetches the server's. */
function keepAll(to: string): (lab: Lab) => Lab {
  return (lab) => lab.local(`rename x.doc ${to}`).upload(to).download('x.doc')
}

function expect(found: readonly string[], act: (lab: Lab) => unknown, said: Said, flags = 'in | out'): void {
  assert.equal(problems(conflict().round(flags, (lab) => void act(lab), said)), found)
}

test('the handler decides, whatever the flags say', () => {
  expect([], up, answered('keep-local'), 'in | out | keep-remote')
  expect([], down, answered('keep-remote'), 'in | out | keep-local')
  expect([], down, answered('keep-latest'))
  expect([], record, answered('log'))
  expect([], () => {}, answered('skip'), 'in | out | keep-local')
  expect(['x.doc: A conflict was recorded'], record, answered('skip'))
  expect([], record, answered('keep-local'), 'in')
})

test('what the handler declines goes to the setting of the machine, then to the record, never to the flags', () => {
  expect([], record, answered('none'), 'in | out | keep-local')
  const both = { more: { ...answered('none').more, ...setting('keep-remote').more } }
  expect([], down, both, 'in | out | keep-local')
})

test('a handler that was passed is asked', () => {
  expect(['x.doc: The conflict handler was not asked'], record, { more: { handler: new Map() } })
})

test('an answer that cancels leaves the item, with 1223', () => {
  const said = { ...answered('abort'), results: { 'x.doc': 1223 }, interrupted: true, returned: 1223 }
  expect([], () => {}, said)
  expect([], record, said)
  assert.is(problems(conflict().round('in | out', (lab) => void up(lab), said)).length, 1)
})

test('the nearest setting of the machine counts, behind the flags', () => {
  expect([], up, setting('keep-local'))
  expect([], up, setting('keep-local', `${DOCS}\\X.DOC`))
  expect([], record, setting('keep-local', `${DOCS}\\other`))
  expect([], down, setting('keep-local'), 'in | out | keep-remote')
  const nested = { more: { policies: { [DOCS]: 1, [`${DOCS}\\x.doc`]: 2 } } }
  expect([], down, nested)
})

test('keeping all: the local copy takes the new name on both sides, the old one is the server copy', () => {
  expect([], keepAll('x-mine.doc'), answered('keep-all', 'x-mine.doc'))
  const wrong = conflict().round(
    'in | out',
    (lab) => void keepAll('other.doc')(lab),
    answered('keep-all', 'y.doc'),
  )
  assert.equal(problems(wrong), [
    'other.doc: The server copy was made and the local copy was made',
    'y.doc: The server copy was not made and the local copy is gone',
  ])
  expect([], record, answered('keep-all', 'y.doc'), 'in')
})

test('keeping all by the setting names the copy after the user', () => {
  expect([], keepAll('x (alice v1).doc'), setting('keep-all'))
  const taken = new Lab({ 'x.doc': 'first', 'x (alice v1).doc': 'old' }).local('write x.doc here')
  const act = (lab: Lab): Lab => keepAll('x (alice v2).doc')(lab)
  const opinions = taken.server('write x.doc there').round(
    'in | out',
    (lab) => void act(lab),
    setting('keep-all'),
  )
  assert.equal(problems(opinions), [])
})

test('keeping all fails on a name that is none, taken, illegal or too long', () => {
  const cases: readonly (readonly [string | undefined, number])[] = [
    [undefined, 87],
    ['', 87],
    ['a\\b', 123],
    ['nul', 123],
    ['n'.repeat(256), 206],
    ['X.DOC', 183],
  ]
  for (const [name, code] of cases) {
    const said = { ...answered('keep-all', name), results: { 'x.doc': code } }
    expect([], record, said)
    expect([`x.doc: Its result was 5, not ${code}`], record, { ...said, results: { 'x.doc': 5 } })
  }
})

test('with NONEWFILESOUT the copy stays here', () => {
  const here = (lab: Lab): Lab => lab.local('rename x.doc y.doc').download('x.doc')
  expect([], here, answered('keep-all', 'y.doc'), 'in | out | no-new-out')
  expect(
    ['y.doc: The server copy was made'],
    keepAll('y.doc'),
    answered('keep-all', 'y.doc'),
    'in | out | no-new-out',
  )
})

test('a conflict of which not all can be kept is recorded', () => {
  const lab = new Lab({ 'x.doc': 'first' }).local('write x.doc here').server('remove x.doc')
  assert.equal(
    problems(lab.round('in | out', (engine) => void record(engine), answered('keep-all', 'y'))),
    [],
  )
})

test('a directory moves to the new name with all it holds', () => {
  const lab = new Lab({}).local('mkdir x.doc', 'write x.doc/a a').server('write x.doc there')
  const act = (engine: Lab): Lab => engine.local('rename x.doc y').upload('y', 'y/a').download('x.doc')
  const opinions = lab.round('in | out', (engine) => void act(engine), answered('keep-all', 'y'))
  assert.equal(problems(opinions), [])
  assert.is(on(opinions, 'y/a').stateName, 'Copy of a conflict')
})

test.run()
