import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Tree, World } from '../sim/mod.ts'
import { compareTrees, joinedPaths } from './tree-diff.ts'

const DOCS = '\\\\hq\\docs'

interface Laid {
  readonly text?: string
  readonly attributes?: number
  readonly lastWrite?: number
}

function treeOf(items: Readonly<Record<string, Laid>>): Tree {
  const world = new World()
  world.addShare(DOCS)
  for (const [name, { text, ...rest }] of Object.entries(items)) {
    const content = text === undefined ? {} : { content: new TextEncoder().encode(text) }
    world.lay('server', `${DOCS}\\${name}`, { creation: -1, ...rest, ...content })
  }
  return world.tree('server')
}

function marks(before: Tree, after: Tree): readonly (readonly [string, string, readonly string[]])[] {
  return compareTrees(before, after).slice(2).map((
    { key, mark, fields },
  ) => [key.slice(DOCS.length + 1), mark, fields])
}

test('items come and go', () => {
  const change = marks(treeOf({ 'a.txt': { text: 'a' } }), treeOf({ 'b.txt': { text: 'b' } }))
  assert.equal(change, [['A.TXT', 'removed', []], ['B.TXT', 'added', []]])
})

test('equal bytes are no change, whichever world holds them', () => {
  assert.equal(marks(treeOf({ 'a.txt': { text: 'a' } }), treeOf({ 'a.txt': { text: 'a' } })), [[
    'A.TXT',
    'same',
    [],
  ]])
})

test('every field that differs is named', () => {
  const before = treeOf({ 'a.txt': { text: 'one' } })
  const after = treeOf({ 'A.txt': { text: 'three', attributes: 0x21, lastWrite: 7 } })
  assert.equal(marks(before, after), [
    ['A.TXT', 'changed', ['spelling', 'content', 'size', 'attributes', 'last write', 'change']],
  ])
})

test('a file in place of a directory differs in kind', () => {
  const [row] = marks(treeOf({ a: {} }), treeOf({ a: { text: '' } }))
  assert.is(row?.[1], 'changed')
  assert.ok(row?.[2].includes('kind'))
})

test('a directory of which only times moved is touched, a file is changed', () => {
  assert.equal(marks(treeOf({ a: {} }), treeOf({ a: { lastWrite: 5 } })), [['A', 'touched', [
    'last write',
    'change',
  ]]])
  const file = marks(treeOf({ a: { text: '' } }), treeOf({ a: { text: '', lastWrite: 5 } }))
  assert.equal(file, [['A', 'changed', ['last write', 'change']]])
})

test('what lies in a directory follows it, before names that begin alike', () => {
  const tree = treeOf({ 'a': {}, 'a\\z.txt': { text: '' }, 'a-b': {}, 'a!': {} })
  const names = joinedPaths([tree]).map((key) => key.slice(DOCS.length + 1)).slice(2)
  assert.equal(names, ['A', 'A\\Z.TXT', 'A!', 'A-B'])
})

test.run()
