/** Tests of new server files in pinned directories. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DOCS, Lab, on, problems } from './testing/lab.ts'

const NOT_MADE = 'The local copy was not made'
const MADE = 'The local copy was made'

function fresh(): Lab {
  return new Lab({ old: null }).server('write new n', 'mkdir old/sub', 'write old/sub/deep d')
}

function fetchAll(lab: Lab): Lab {
  return lab.download('new', 'old/sub', 'old/sub/deep')
}

test('PINNEWFILES brings in what is new in a pinned share, at every depth', () => {
  const flags = 'in | pin-new'
  assert.equal(problems(fresh().round(flags, fetchAll, { pinned: 2 })), [])
  assert.equal(problems(fresh().round(flags, () => {}, { pinned: 2 })), [
    `new: ${NOT_MADE}`,
    `old/sub: ${NOT_MADE}`,
  ])
  assert.equal(problems(fresh().round(flags, (lab) => lab.download('new', 'old/sub'), { pinned: 2 })), [
    `old/sub/deep: ${NOT_MADE}`,
  ])
})

test('nothing new comes in without PINNEWFILES, without SYNCIN or without a pin', () => {
  for (
    const [flags, pinned] of [['in | out', 2], ['out | pin-new', 2], ['in | pin-new | pin-user', 0]] as const
  ) {
    assert.equal(problems(fresh().round(flags, () => {}, { pinned })), [], flags)
    const found = problems(fresh().round(flags, fetchAll, { pinned }))
    assert.equal(found.slice(0, 2), [`new: ${MADE}`, `old/sub: ${MADE}`], flags)
  }
})

test('a share pinned without inheritance brings in its own new files when a category is named', () => {
  assert.equal(problems(fresh().round('in | pin-new', () => {}, { pinned: 1 })), [])
  assert.equal(problems(fresh().round('in | pin-new', (lab) => lab.download('new'), { pinned: 1 })), [
    `new: ${MADE}`,
  ])
  const flags = 'in | pin-new | pin-user'
  assert.equal(problems(fresh().round(flags, (lab) => lab.download('new'), { pinned: 1 })), [])
  assert.equal(problems(fresh().round(flags, () => {}, { pinned: 1 })), [`new: ${NOT_MADE}`])
  assert.is(on(fresh().round(flags, () => {}, { pinned: 1 }), 'old/sub').problem, undefined)
})

test('a new path of the call comes in when its parent is cached, and not when it is not', () => {
  const flags = 'in | pin-new'
  const file = { pinned: 2, paths: [`${DOCS}\\new`] } as const
  assert.equal(problems(fresh().round(flags, (lab) => lab.download('new'), file)), [])
  assert.equal(problems(fresh().round(flags, () => {}, file)), [`new: ${NOT_MADE}`])
  const deep = { pinned: 2, paths: [`${DOCS}\\old\\sub\\deep`] } as const
  assert.equal(problems(fresh().round(flags, () => {}, deep)), [])
  assert.equal(problems(fresh().round(flags, (lab) => lab.download('old/sub', 'old/sub/deep'), deep)), [
    `old/sub: ${MADE}`,
    `old/sub/deep: ${MADE}`,
  ])
})

test('a directory that only comes back in this round may or may not look for new files', () => {
  const lab = (): Lab => new Lab({ d: null }).local('remove d').server('write d/new n')
  const flags = 'in | out | pin-new'
  assert.equal(problems(lab().round(flags, (engine) => engine.download('d'), { pinned: 2 })), [])
  assert.equal(problems(lab().round(flags, (engine) => engine.download('d', 'd/new'), { pinned: 2 })), [])
})

test.run()
