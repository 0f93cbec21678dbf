/** Tests of marks from one step to the next. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { NOT_PINNED, type Tree } from '../../../sim/mod.ts'
import { arranged, edited, type EntryMarks, type Memory } from './mod.ts'
import { DOCS, Lab } from './testing/lab.ts'

const [ROOT, D, X] = ['\\\\HQ\\DOCS', '\\\\HQ\\DOCS\\D', '\\\\HQ\\DOCS\\D\\X']

function memoryOf(lab: Lab, marks: Readonly<Record<string, EntryMarks>> = {}): Memory {
  return { marks: new Map(Object.entries(marks)), originals: lab.originals, pins: new Map() }
}

function lab(): Lab {
  return new Lab({ d: null, 'd/x': 'first' })
}

function afterEdit(marks: EntryMarks, edit: string, removed?: string): EntryMarks | undefined {
  const made = lab()
  const before = made.trees().local
  made.local(edit)
  return edited(memoryOf(made, { [X]: marks }), { before, after: made.trees().local, removed }).get(X)
}

test('a whole new content is complete, a removed ghost is a tombstone', () => {
  assert.equal(afterEdit({ sparse: true, suspended: true }, 'write d/x here'), { suspended: true })
  assert.equal(afterEdit({ sparse: true }, 'attributes d/x 2'), { sparse: true })
  assert.equal(afterEdit({ ghost: true }, 'attributes d/x 2', `${DOCS}\\d\\x`), {})
  assert.equal(afterEdit({ ghost: true }, 'remove d'), {})
})

test('a file made over a tombstone and deleted leaves a replaced one', () => {
  const made = lab()
  let marks: ReadonlyMap<string, EntryMarks> = new Map()
  const edit = (words: string): void => {
    const before: Tree = made.trees().local
    made.local(words)
    marks = edited({ ...memoryOf(made), marks }, { before, after: made.trees().local })
  }
  edit('remove d/x')
  assert.is(marks.get(X), undefined)
  edit('write d/x again')
  assert.equal(marks.get(X), { overTombstone: true })
  edit('remove d/x')
  assert.equal(marks.get(X), { replaced: true })
  edit('mkdir d/x')
  edit('remove d/x')
  assert.equal(marks.get(X), { replaced: true })
})

test('an entry of which nothing is left has no marks', () => {
  const made = new Lab({ d: null })
  const before = made.trees().local
  const marks = edited(memoryOf(made, { [X]: { suspended: true } }), { before, after: before })
  assert.is(marks.size, 0)
})

test('each arrangement leaves its mark', () => {
  const made = lab()
  const trees = { before: made.trees(), after: made.trees() }
  const path = `${DOCS}\\d\\x`
  const marksAfter = (
    arrangement: Parameters<typeof arranged>[1],
    marks: EntryMarks = {},
  ): EntryMarks | undefined => arranged(memoryOf(made, { [X]: marks }), arrangement, trees).get(X)
  assert.equal(marksAfter({ do: 'sparse', path, present: [] }, { ghost: true }), { sparse: true })
  assert.equal(marksAfter({ do: 'ghost', path }, { sparse: true }), { ghost: true })
  assert.equal(marksAfter({ do: 'release', path }, { suspended: true }), {})
  assert.equal(marksAfter({ do: 'auto-cache', path }), {})
  assert.equal(marksAfter({ do: 'evict', path: `${DOCS}\\d` }, { sparse: true }), undefined)
  assert.equal(marksAfter({ do: 'adopt', path }), { adopted: made.trees().local.get(X)?.info })
  assert.equal(marksAfter({ do: 'pin', path, category: 'computer' }), {
    pins: { ...NOT_PINNED, computer: 1 },
  })
})

test('a sparse directory is one that is incompletely listed, and stays an adopted one', () => {
  const made = lab()
  const trees = { before: made.trees(), after: made.trees() }
  const info = made.trees().local.get(D)?.info
  assert.ok(info !== undefined)
  const sparse = { do: 'sparse', path: `${DOCS}\\d`, present: [] } as const
  const marks = arranged(memoryOf(made, { [D]: { adopted: info } }), sparse, trees)
  assert.equal(marks.get(D), { adopted: info, unlisted: true })
})

test('a pin of a directory is for what comes, and for the rest at the next run', () => {
  const made = lab()
  const trees = { before: made.trees(), after: made.trees() }
  const marks = arranged(memoryOf(made), { do: 'pin', path: `${DOCS}\\d`, category: 'user' }, trees)
  assert.equal(marks.get(D), { pins: { ...NOT_PINNED, user: 2 }, pinsBelow: 'yes' })
  assert.equal(marks.get(X), { pins: NOT_PINNED })
  assert.is(marks.get(ROOT), undefined)
})

test('a file that nobody cached is pinned as a sparse entry, but for an empty one', () => {
  const made = lab().server('write d/new n')
  const key = '\\\\HQ\\DOCS\\D\\NEW'
  const trees = { before: made.trees(), after: made.trees() }
  const path = `${DOCS}\\d\\new`
  const pin = { do: 'pin', path, category: 'user' } as const
  assert.equal(arranged(memoryOf(made), { do: 'auto-cache', path }, trees).get(key), { pins: NOT_PINNED })
  assert.is(arranged(memoryOf(made), pin, trees).get(key)?.sparse, true)
  const fetched = { ...trees, after: made.download('d/new').trees() }
  assert.is(arranged(memoryOf(lab()), pin, fetched).get(key)?.sparse, undefined)
})

test.run()
