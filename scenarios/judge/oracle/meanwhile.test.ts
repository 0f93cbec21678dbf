/** Tests of items that others change while the call runs: before or after, never both halves. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { TreeEntry } from '../../../sim/mod.ts'
import { judgeRound } from './mod.ts'
import { Lab, on, problems } from './testing/lab.ts'

function edited(): Lab {
  return new Lab({ x: 'first' }).local('write x here')
}

test('an edit during the upload: what was sent is the copy of before, the edit stays', () => {
  const meanwhile = (lab: Lab): void => void lab.local('write x more')
  const lab = edited()
  assert.equal(problems(lab.next('out', (engine) => void engine.upload('x'), { meanwhile })), [])
  assert.is(on(lab.round('in | out', () => {}), 'x').state, 39)
})

test('somebody writes on the server first: a conflict, a failure, or nothing yet, but no lost edit', () => {
  const meanwhile = (lab: Lab): void => void lab.server('write x there')
  assert.equal(problems(edited().round('out', (lab) => void lab.record('x'), { meanwhile })), [])
  assert.equal(problems(edited().round('out', () => {}, { meanwhile, results: { x: 32 } })), [])
  const after = edited().round('out', (lab) => void lab.upload('x'), { meanwhile })
  assert.equal(problems(after), [])
  assert.match(on(after, 'x').words, /others changed it during the call/)
})

test('an edit of others that the call takes back is lost', () => {
  const lab = new Lab({ x: 'first' }).server('write x second')
  const key = '\\\\HQ\\DOCS\\X'
  const previous = lab.trees().server.get(key)
  const written: (TreeEntry | undefined)[] = []
  lab.round('in', (engine) => {
    engine.download('x').server('write x third')
    written.push(engine.trees().server.get(key))
    engine.server('write x second')
  })
  const changes = written.map((next) => ({ side: 'server' as const, previous, next }))
  const opinions = judgeRound({ ...lab.facts, disturbed: new Map([[key, changes]]) })
  assert.is(problems(opinions).length, 1)
})

test('a download that mixes two versions is neither', () => {
  const lab = new Lab({ x: 'first' }).server('write x second')
  const opinions = lab.round('in', (engine) => void engine.local('write x secthird'), {
    meanwhile: (engine) => void engine.server('write x third'),
  })
  assert.is(problems(opinions).length, 1)
})

test('a new file that appears during the run may be fetched or not', () => {
  const meanwhile = (lab: Lab): void => void lab.server('write new n')
  assert.equal(problems(new Lab({}).round('in | pin-new', () => {}, { meanwhile, pinned: 2 })), [])
})

test.run()
