/** Tests that the parts of a tree literal are told apart, and all its items are listed. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isContent, isFolder, treeItems, twiceNamed } from './tree-spec.ts'

test('content and nested trees', () => {
  assert.ok(isContent('text'))
  assert.ok(isContent({ bytes: 5, seed: 1 }))
  assert.ok(isContent({ base64: 'AA==' }))
  assert.not(isContent({}))
  assert.not(isContent({ bytes: 'a file of this name' }))
  assert.not(isContent({ base64: 'a file of this name', another: 'x' }))
  assert.not(isContent({ base64: null }))
  assert.ok(isContent({ size: 5, parts: [] }))
  assert.ok(isContent({ link: '//hq/docs' }))
  assert.ok(isContent({ link: '//hq/docs', directory: true }))
  assert.not(isContent({ size: 'a file of this name', parts: 'another' }))
  assert.not(isContent({ link: 'a file of this name', directory: 'another' }))
  assert.not(isContent({ link: 'a file of this name', another: 'x' }))
  assert.not(isContent({ link: null }))
})

test('folders and trees', () => {
  assert.ok(isFolder({ folder: './x' }))
  assert.not(isFolder({ folder: { base64: 'AA==' } }))
  assert.not(isFolder({ folder: 'x', another: 'y' }))
  assert.not(isFolder({}))
})

test('parents come before what they hold, each once', () => {
  const items = treeItems({ 'a/b/one.txt': '1', a: { 'two.txt': '2', c: null }, 'A/b/three.txt': '3' })
  assert.equal(items.map(({ path }) => path), [
    'a',
    'a/b',
    'a/b/one.txt',
    'a/two.txt',
    'a/c',
    'A/b/three.txt',
  ])
  assert.equal(items.filter(({ content }) => content === null).map(({ path }) => path), ['a', 'a/b', 'a/c'])
})

test('names that objects have by themselves are names like others', () => {
  const tree = Object.fromEntries([['__proto__', 'x'], ['constructor', 'y']])
  assert.equal(treeItems(tree).map(({ path }) => path), ['__proto__', 'constructor'])
})

test('a name that stands twice', () => {
  assert.is(twiceNamed({ 'a.txt': '1', 'A.TXT': '2' }), 'A.TXT')
  assert.is(twiceNamed({ 'a/b.txt': '1', a: { 'b.txt': '2' } }), 'a/b.txt')
  assert.is(twiceNamed({ a: 'a file', 'a/b.txt': 'below it' }), 'a')
  assert.is(twiceNamed({ 'a/b.txt': '1', a: { 'c.txt': '2' } }), undefined)
})

test.run()
