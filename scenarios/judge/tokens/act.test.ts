/** Whose bytes a person or program has in view, and supersedes; and whose it does not know of. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { takeAct } from './act.ts'
import { at, bytesOf, TokenLab } from './testing/lab.ts'

/** A lab in which the laptop has written `plan.txt` and the server has it. */
function synced(): TokenLab {
  const lab = new TokenLab({ 'plan.txt': 'old', 'art/logo.txt': 'old' })
  lab.write('laptop', 'plan.txt', 'first')
  lab.startRound()
  lab.put('server', 'plan.txt', 'first')
  assert.equal(lab.settle('in | out'), ['step 1 both'])
  return lab
}

test('a later write of the same writer supersedes, before and after a sync', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  lab.write('laptop', 'plan.txt', 'first')
  lab.act('laptop', { do: 'append', path: at('plan.txt'), bytes: bytesOf(' and more') })
  const appended = 'step 1 superseded: overwritten by the same writer in step 2, before it was synchronized'
  assert.equal(lab.told(), [appended, 'step 2 open'])
  assert.is(lab.tracked[1]?.token.size, 14)
  lab.startRound()
  lab.put('server', 'plan.txt', 'first and more')
  lab.settle('out')
  lab.act('laptop', { do: 'edit', path: at('plan.txt'), offset: 0, bytes: bytesOf('F') })
  assert.equal(lab.told(), [
    appended,
    'step 2 superseded: overwritten by the same writer in step 3, after it was synchronized',
    'step 3 open',
  ])
})

test('a writer on the other side supersedes only what has come there', () => {
  const lab = synced()
  lab.write('server', 'plan.txt', 'second')
  lab.write('tablet', 'plan.txt', 'third')
  assert.equal(lab.told(), [
    'step 1 superseded: overwritten by server in step 2 on the server, after it was synchronized',
    'step 2 open',
    'step 3 open',
  ])
})

test('whoever removes a file, or a folder above it, or puts another in its place, means it', () => {
  const removed = synced()
  removed.act('server', { do: 'remove', path: at('plan.txt') })
  assert.match(
    removed.told()[0] ?? '',
    /^step 1 superseded: removed by server in step 2 on the server, after/,
  )

  const above = new TokenLab({ 'art/logo.txt': 'old' })
  above.write('laptop', 'art/logo.txt', 'new')
  above.act('laptop', { do: 'remove', path: at('art') })
  assert.match(above.told()[0] ?? '', /^step 1 superseded: removed by the same writer in step 2, before/)

  const replaced = synced()
  replaced.act('laptop', { do: 'rename', path: at('art/logo.txt'), to: at('plan.txt'), replace: true })
  assert.match(replaced.told()[0] ?? '', /^step 1 superseded: replaced by the same writer in step 2, after/)
})

test('a rename takes the token along, and frees its old name', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  lab.write('laptop', 'plan.txt', 'first')
  lab.act('laptop', { do: 'rename', path: at('plan.txt'), to: at('plan.bak'), replace: true })
  lab.write('laptop', 'plan.txt', 'second')
  assert.equal(lab.told(), ['step 1 open', 'step 3 open'])
  lab.write('laptop', 'plan.bak', 'third')
  assert.match(lab.told()[0] ?? '', /superseded: overwritten by the same writer in step 4/)
})

test('a cached name without its bytes is known all the same: its removal is meant', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  lab.act('server', { do: 'write', path: at('plan.txt'), stream: 'Zone', bytes: bytesOf('3') })
  lab.startRound()
  lab.settle('in')
  lab.act('laptop', { do: 'remove', path: at('plan.txt') })
  assert.match(
    lab.told()[0] ?? '',
    /^step 1 superseded: removed by laptop · alice in step 2 in the cache of laptop/,
  )
})

test('a removal that leaves no trace on the disk counts below its path, and only there', () => {
  const lab = new TokenLab({ 'art/plan.txt': 'old', 'list.txt': 'old' })
  lab.write('laptop', 'art/plan.txt', 'new')
  lab.write('laptop', 'list.txt', 'new')
  const operation = { do: 'remove', path: at('ART') } as const
  const act = {
    id: 'step 3',
    writer: 'laptop · alice',
    keeper: 'cache of laptop',
    operation,
    code: 0,
  } as const
  lab.tracked = takeAct(lab.tracked, { ...act, events: [] })
  assert.equal(lab.told().map((line) => line.slice(0, 17)), ['step 1 superseded', 'step 2 open'])
  lab.tracked = takeAct(lab.tracked, {
    ...act,
    operation: { ...operation, path: at('list.txt') },
    code: 5,
    events: [],
  })
  assert.is(lab.told()[1], 'step 2 open')
})

test('a refused write is no token, and what it destroyed is superseded', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  assert.is(lab.act('laptop', { do: 'append', path: at('none.txt'), bytes: bytesOf('x') }), 2)
  assert.equal(lab.tracked, [])
  lab.write('laptop', 'plan.txt', 'first')
  lab.fillDisk(2)
  assert.is(lab.act('laptop', { do: 'write', path: at('plan.txt'), bytes: bytesOf('too much') }), 112)
  assert.equal(lab.told(), [
    'step 2 superseded: overwritten by the same writer in step 3, before it was synchronized',
  ])
})

test('a write to a named stream is a token of its own', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  const stream = 'Zone'
  lab.act('server', { do: 'write', path: at('plan.txt'), stream, bytes: bytesOf('3') })
  lab.write('server', 'plan.txt', 'new')
  assert.equal(lab.told(), ['step 1 open', 'step 2 open'])
  lab.act('server', { do: 'remove', path: at('plan.txt'), stream })
  assert.equal(lab.told().map((line) => line.slice(0, 17)), ['step 1 superseded', 'step 2 open'])
})

test.run()
