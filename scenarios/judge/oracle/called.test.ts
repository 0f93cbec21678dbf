/** Tests of what calls of DeleteItems and Unpin leave of the oracle's memory. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type CacheCall, NOT_PINNED, type Pins, World } from '../../../sim/mod.ts'
import { deletedEntries, unpinnedMarks } from './called.ts'
import type { EntryMarks } from './facts.ts'
import { pinsOf } from './marks.ts'
import type { Memory } from './memory.ts'
import { originalsOf } from './originals.ts'

const DOCS = '\\\\HQ\\DOCS'
const USER: Pins = { ...NOT_PINNED, user: 2 }

function office(marks: Readonly<Record<string, EntryMarks>> = {}): {
  readonly memory: Memory
  readonly trees: Parameters<typeof deletedEntries>[2]
} {
  const world = new World()
  world.addShare('\\\\hq\\docs')
  for (const side of ['server', 'cache'] as const) {
    for (const name of ['art', 'art\\old']) world.lay(side, `\\\\hq\\docs\\${name}`, {})
    world.lay(side, '\\\\hq\\docs\\art\\old\\a.txt', { content: new Uint8Array(1) })
    world.lay(side, '\\\\hq\\docs\\art\\logo.txt', { content: new Uint8Array(2) })
  }
  const before = { server: world.tree('server'), local: world.tree('cache') }
  const keyed = new Map(Object.entries(marks).map(([name, own]) => [`${DOCS}\\${name}`, own]))
  return {
    memory: { marks: keyed, originals: originalsOf(before), pins: new Map([[DOCS, USER]]) },
    trees: { before, after: before },
  }
}

function deleting(flags: number): CacheCall {
  return { method: 'DeleteItems', paths: ['\\\\hq\\docs\\ART'], flags, user: 'alice', administrator: false }
}

test('what left the tree is gone, and nothing that lies elsewhere', () => {
  const { memory, trees } = office()
  const local = new Map([...trees.before.local].filter(([key]) => !key.endsWith('LOGO.TXT')))
  assert.equal([...deletedEntries(memory, deleting(0), trees)], [])
  const after = { ...trees.before, local }
  assert.equal([...deletedEntries(memory, deleting(0), { ...trees, after })], [`${DOCS}\\ART\\LOGO.TXT`])
  const elsewhere = { ...deleting(0), paths: ['\\\\hq\\docs\\art\\old'] }
  assert.equal([...deletedEntries(memory, elsewhere, { ...trees, after })], [])
})

test('entries without a copy go as the flags say: names and empty ones by their pins, tombstones with all changes', () => {
  const { memory, trees } = office({
    'ART\\NAME.TXT': { ghost: true },
    'ART\\LOOSE.TXT': { sparse: true, pins: NOT_PINNED },
  })
  const local = new Map([...trees.before.local].filter(([key]) => !key.endsWith('LOGO.TXT')))
  const removed = { before: { ...trees.before, local }, after: { ...trees.before, local } }
  const gone = (flags: number): readonly string[] =>
    [...deletedEntries(memory, deleting(flags), removed)].map((key) => key.split('\\').at(-1) ?? '').sort()
  assert.equal(gone(0), ['LOOSE.TXT', 'NAME.TXT'])
  assert.equal(gone(0x1), ['NAME.TXT'])
  assert.equal(gone(0x2), ['LOOSE.TXT'])
  assert.equal(gone(0x4), ['LOGO.TXT', 'LOOSE.TXT', 'NAME.TXT'])
})

test('pins go from a folder and its files, or from every level; the others keep what they had', () => {
  const { memory, trees } = office({ 'ART': { pinsBelow: 'yes' } })
  const pinsAfter = (deep: boolean, flags = 0x20): readonly number[] => {
    const paths = ['\\\\hq\\docs\\art']
    const marks = unpinnedMarks(memory, { method: 'Unpin', paths, flags, deep, user: 'alice' }, trees)
    assert.is(marks.get(`${DOCS}\\ART`)?.pinsBelow, (flags & 0x20) === 0 ? 'yes' : undefined)
    return ['ART', 'ART\\LOGO.TXT', 'ART\\OLD', 'ART\\OLD\\A.TXT', ''].map((name) =>
      pinsOf(name === '' ? DOCS : `${DOCS}\\${name}`, { ...memory, marks }).user
    )
  }
  assert.equal(pinsAfter(false), [0, 0, 2, 2, 2])
  assert.equal(pinsAfter(true), [0, 0, 0, 0, 2])
  assert.equal(pinsAfter(true, 0x1840), [2, 2, 2, 2, 2])
})

test.run()
