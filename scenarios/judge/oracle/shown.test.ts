/** Tests of what an engine shows of entries. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type ItemView, NOT_PINNED } from '../../../sim/mod.ts'
import { type EntryMarks, shownOtherwise } from './mod.ts'
import { Lab } from './testing/lab.ts'

const [ROOT, D, X] = ['\\\\HQ\\DOCS', '\\\\HQ\\DOCS\\D', '\\\\HQ\\DOCS\\D\\X']

const PLAIN: ItemView = {
  path: '\\\\hq\\docs\\d\\x',
  type: 'file',
  dirty: false,
  createdOffline: false,
  deletedOffline: false,
  modifiedData: false,
  modifiedAttributes: false,
  modifiedTime: false,
  sparse: false,
  ghost: false,
  suspended: false,
  suspendedRoot: false,
  autoCached: false,
  pins: NOT_PINNED,
  conflict: undefined,
}

function shown(view: Partial<ItemView>, marks: Readonly<Record<string, EntryMarks>>): readonly string[] {
  const { originals } = new Lab({ d: null, 'd/x': 'x' })
  const pins = new Map([[ROOT, { ...NOT_PINNED, computer: 2 as const }]])
  const known = { marks: new Map(Object.entries(marks)), originals, pins }
  return shownOtherwise(new Map([[X, { ...PLAIN, ...view }]]), known).map(({ problem }) => problem)
}

const PINNED: Partial<ItemView> = { pins: { ...NOT_PINNED, computer: 2 } }

test('pins are inherited from the nearest directory with its own', () => {
  assert.equal(shown(PINNED, {}), [])
  assert.equal(shown({}, {}), ['Its pin "computer" is 0, not 2'])
  assert.equal(shown({}, { [D]: { pins: NOT_PINNED } }), [])
  assert.equal(shown({ pins: { ...NOT_PINNED, user: 1 } }, { [X]: { pins: { ...NOT_PINNED, user: 1 } } }), [])
  assert.equal(shown({}, { [D]: { pins: { ...NOT_PINNED, user: 1 } } }), [])
})

test('suspension reaches what is below, its root is shown apart', () => {
  const marks = { [D]: { suspended: true } as const }
  assert.equal(shown({ ...PINNED, suspended: true }, marks), [])
  assert.equal(shown(PINNED, marks), ['It is not shown as suspended'])
  assert.equal(shown({ ...PINNED, suspended: true, suspendedRoot: true }, marks), [
    'It is shown as the root of a suspended tree',
  ])
})

test('what is not complete is shown so, and where nobody can tell either will do', () => {
  assert.equal(shown({ ...PINNED, sparse: true }, { [X]: { sparse: true } }), [])
  assert.equal(shown(PINNED, { [X]: { sparse: true } }), ['It is not shown as sparse'])
  assert.equal(shown({ ...PINNED, ghost: true }, {}), ['It is shown as a mere name'])
  assert.equal(shown(PINNED, { [X]: { sparse: 'maybe' } }), [])
  assert.equal(
    shownOtherwise(new Map([['\\\\HQ\\DOCS\\Y', PLAIN]]), {
      marks: new Map(),
      originals: new Map(),
      pins: new Map(),
    }),
    [],
  )
})

test.run()
