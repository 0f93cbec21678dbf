/** Tests that hints name what was meant, and nothing far-fetched. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { didYouMean, nearest } from './nearest.ts'

const VERBS = ['append', 'write', 'rename', 'remove']

test('a letter too few, too many, wrong or swapped is one edit', () => {
  for (const name of ['wrte', 'wrrite', 'wrihe', 'wirte', 'Write']) {
    assert.is(nearest(name, VERBS), 'write', name)
  }
})

test('swapping neighbours counts as one edit: two swaps in five letters are too many', () => {
  assert.is(nearest('rwite', ['write']), 'write')
  assert.is(nearest('rwiet', ['write']), undefined)
})

test('nothing is near when more than a third of the letters differ', () => {
  assert.is(nearest('renamed-all', VERBS), undefined)
  assert.is(nearest('', VERBS), undefined)
  assert.is(nearest('write', []), undefined)
})

test('the nearer name wins, the first of equals', () => {
  assert.is(nearest('remave', VERBS), 'remove')
  assert.is(nearest('remame', ['rename', 'remave']), 'rename')
})

test('case alone is no difference', () => {
  assert.is(nearest('KEEPLATEST', ['keep-latest', 'keeplatest']), 'keeplatest')
})

test('the hint quotes the name', () => {
  assert.is(didYouMean('wrte', VERBS), 'Did you mean "write"?')
  assert.is(didYouMean('nonsense', VERBS), undefined)
})

test.run()
