/** Tests of what a call may return. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeReturn, type ReturnOpinion } from './mod.ts'
import { DOCS, Lab, type Said } from './testing/lab.ts'

function returned(flags: string | number, said: Said): ReturnOpinion {
  const lab = new Lab({ x: 'first', d: null }).local('write x here')
  lab.round(flags, () => {}, said)
  return judgeReturn(lab.facts)
}

function expect(allowed: readonly number[], said: Said, flags: string | number = 'in | out'): void {
  const opinion = returned(flags, said)
  assert.equal(opinion.allowed, allowed, JSON.stringify(said))
  const code = said.returned ?? 0
  assert.is(
    opinion.problem !== undefined,
    allowed.length > 0 && !allowed.includes(code),
    JSON.stringify(said),
  )
}

const FILE = [`${DOCS}\\x`]

test('a refused call returns why, flags before paths, shape before components', () => {
  expect([87], {}, 0x4000_0006)
  expect([87], { paths: ['\\\\hq\\docs\\a:b'] }, 0x4006)
  expect([123], { paths: ['\\\\hq\\docs\\a:b'] })
  expect([87], { paths: ['\\\\.\\pipe'] })
  expect([87], { paths: [] })
  expect([0x8004_102f], { paths: null, returned: 0x8004_102f })
  expect([1062], { more: { inactive: true } }, 0x4006)
  expect([87], { more: { policies: { docs: 1 } } })
})

test('a single file returns its own result', () => {
  expect([0], { paths: FILE })
  expect([32], { paths: FILE, results: { x: 32 } })
  expect([2], { paths: [`${DOCS}\\never`] })
  expect([32], { paths: [FILE[0] ?? '', `${DOCS}\\X\\`], results: { x: 32 } })
})

test('a directory returns 0 unless it could not be prepared', () => {
  expect([0], { results: { x: 32 } })
  expect([53], { unreachable: ['hq'], results: { '': 53 } })
  expect([0, 5], { results: { '': 5 } })
})

test('several paths return 0 when one of them was prepared', () => {
  const paths = [`${DOCS}\\never`, `${DOCS}\\x`]
  expect([0], { paths, results: { never: 2 } })
  expect([2], { paths: [`${DOCS}\\never`, `${DOCS}\\nor`], results: { never: 2, nor: 2 } })
})

test('a call that was stopped returns 1223, or with late reports perhaps 0', () => {
  const said = { interrupted: true, more: { stopped: true }, returned: 1223 }
  expect([1223], said)
  expect([1223, 0], said, 'in | async')
})

test('nothing is said of a call that was cut short in the middle, and 0 of one without a direction', () => {
  expect([], { interrupted: true })
  expect([0], { paths: FILE, results: {} }, 0)
})

test('words tell the codes and why', () => {
  assert.is(returned('in', {}).words, '0, for the run was completed')
  assert.is(returned('in', { returned: 5 }).problem, 'The call returned 5, not 0')
})

test.run()
