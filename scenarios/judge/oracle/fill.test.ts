/** Tests of entries that trees do not show: sparse files, ghosts, adopted entries, replaced tombstones, suspended trees. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { NOT_PINNED } from '../../../sim/mod.ts'
import type { EntryMarks } from './mod.ts'
import { Lab, on, problems } from './testing/lab.ts'

const SPARSE: EntryMarks = { sparse: true }
const GHOST: EntryMarks = { ghost: true }
const HOLES = 'write x \0\0\0'

function sparse(...server: readonly string[]): Lab {
  return new Lab({ x: 'first' }).local(HOLES).mark('x', SPARSE).server(...server)
}

function ghost(...server: readonly string[]): Lab {
  return new Lab({ x: 'first' }).local('remove x').mark('x', GHOST).server(...server)
}

function stateOf(lab: Lab): number | undefined {
  return on(lab.round('in | out', () => {}), 'x').state
}

test('a sparse file has its own states, whatever its copy looks like', () => {
  const directory = ['remove x', 'mkdir x']
  const found = [sparse(), sparse('write x there'), sparse('remove x'), sparse(...directory)].map(stateOf)
  assert.equal(found, [38, 16, 17, 18])
  assert.is(stateOf(sparse(...directory, 'attributes x 2')), 19)
})

test('a sparse file is filled by a run in, by filling alone and by filling beside a run out', () => {
  for (const flags of ['in', 'in | out', 'fill', 'fill | out']) {
    assert.equal(problems(sparse().round(flags, (lab) => lab.download('x'))), [], flags)
    assert.equal(problems(sparse('write x there').round(flags, (lab) => lab.download('x'))), [], flags)
    assert.is(problems(sparse().round(flags, () => {})).length, 1, flags)
  }
  assert.equal(problems(sparse().round('out', () => {})), [])
  assert.equal(problems(sparse().round('out', (lab) => lab.download('x'))), ['x: The local copy was filled'])
})

test('a fill that fails leaves the file sparse, blocks that came may stay', () => {
  const said = { results: { x: 64 } }
  assert.equal(problems(sparse().round('in', (lab) => lab.local('write x f\0\0'), said)), [])
  const lab = sparse()
  lab.next('in', () => {}, said)
  assert.equal(lab.marksOf('x'), SPARSE)
  lab.next('in', (engine) => engine.download('x'))
  assert.equal(lab.marksOf('x'), {})
  assert.is(stateOf(lab), 0)
})

test('filling alone fails on what is gone or no file any more, and keeps the entry', () => {
  const cases: readonly (readonly [Lab, number])[] = [
    [sparse('remove x'), 2],
    [sparse('remove x', 'mkdir x'), 5],
    [sparse('remove x', 'mkdir x', 'attributes x 2'), 5],
  ]
  for (const [lab, code] of cases) {
    assert.equal(problems(lab.round('fill', () => {}, { results: { x: code } })), [])
    assert.equal(problems(lab.round('fill', () => {}, { results: { x: 3 } })), [
      `x: Its result was 3, not ${code}`,
    ])
    assert.equal(problems(lab.round('fill | out', () => {})), ['x: It was not reported'])
  }
})

test('a run in drops a sparse file that the server deleted, and replaces one by a directory', () => {
  assert.equal(problems(sparse('remove x').round('in', (lab) => lab.local('remove x'))), [])
  const lab = sparse('remove x', 'mkdir x')
  assert.equal(problems(lab.round('in', (engine) => engine.download('x'))), [])
  const half = sparse('remove x', 'mkdir x')
  half.next('in', (engine) => engine.local('remove x'), { interrupted: true })
  assert.is(stateOf(half), 31)
})

test('a ghost is no tombstone', () => {
  const directory = ['remove x', 'mkdir x']
  const found = [ghost(), ghost('write x there'), ghost(...directory)].map(stateOf)
  assert.equal(found, [30, 32, 31])
  assert.is(stateOf(ghost(...directory, 'attributes x 2')), 33)
})

test('a pinned ghost is filled like a sparse file, another one only as a new file', () => {
  const pinned = { pinned: 2 } as const
  const [fetched, kept] = [(lab: Lab): Lab => lab.download('x'), (): void => {}]
  for (const flags of ['in', 'fill', 'in | pin-new']) {
    assert.equal(problems(ghost().round(flags, fetched, pinned)), [], flags)
    assert.equal(problems(ghost().round(flags, kept, pinned)), ['x: The local copy was not made'], flags)
  }
  for (const flags of ['in', 'fill', 'out', 'in | pin-new | pin-user']) {
    assert.equal(problems(ghost().round(flags, kept)), [], flags)
    assert.equal(problems(ghost().round(flags, fetched)), ['x: The local copy was made'], flags)
  }
  const lab = ghost()
  lab.next('in', fetched, pinned)
  assert.equal(Object.keys(lab.marksOf('x') ?? {}), ['pins'])
})

test('a mere name that nobody pinned is as good as no entry: the folder it became comes with all in it', () => {
  const lab = (): Lab =>
    ghost('remove x', 'mkdir x', 'write x/part one').mark('x', { ...GHOST, pins: NOT_PINNED })
  const [whole, half] = [
    (engine: Lab): Lab => engine.download('x', 'x/part'),
    (engine: Lab): Lab => engine.download('x'),
  ]
  assert.equal(problems(lab().round('in | pin-new', whole, { pinned: 2 })), [])
  assert.equal(problems(lab().round('in | pin-new', half, { pinned: 2 })), [
    'x/part: The local copy was not made',
  ])
})

test('a ghost with nothing behind it is dropped by a run in', () => {
  const lab = ghost('remove x')
  lab.next('out', () => {})
  assert.equal(lab.marksOf('x'), GHOST)
  assert.equal(problems(lab.next('in', () => {})), [])
  assert.is(lab.marksOf('x'), undefined)
  assert.is(stateOf(lab.server('write x new')), 30)
})

function adopted(...server: readonly string[]): Lab {
  const lab = new Lab({ x: 'first' }).server(...server)
  const info = lab.trees().local.get('\\\\HQ\\DOCS\\X')?.info
  return lab.forget('x').mark('x', info === undefined ? {} : { adopted: info })
}

test('an adopted entry has no original: it goes out, and never counts as deleted there', () => {
  assert.is(stateOf(adopted()), 0)
  assert.is(stateOf(adopted().server('remove x')), 2)
  assert.is(stateOf(adopted().server('remove x', 'mkdir x')), 1)
  assert.equal(problems(adopted().server('remove x').round('in | out', (lab) => lab.upload('x'))), [])
  const lost = adopted().server('remove x').round('in | out', (lab) => lab.local('remove x'))
  assert.is(problems(lost).length, 1)
})

test('an adopted entry that was edited is like a created one or like a changed one, and the words say so', () => {
  const lab = (): Lab => adopted().local('write x here')
  const recorded = lab().round('in | out', (engine) => engine.record('x'))
  assert.equal([problems(recorded), on(recorded, 'x').state], [[], 9])
  const sent = lab().round('in | out', (engine) => engine.upload('x'))
  assert.equal([problems(sent), on(sent, 'x').state], [[], 39])
  assert.match(on(sent, 'x').words, /the matrix has no row for an entry changed here that has no original/)
  assert.is(problems(lab().round('in | out', () => {})).length, 1)
})

test('an adopted entry found the same on both sides may count as synced, one that differs may not', () => {
  const gone = (lab: Lab): Lab => {
    lab.next('in', () => {})
    return lab.server('remove x')
  }
  const dropped = (lab: Lab): Lab => lab.local('remove x')
  assert.equal(problems(gone(adopted()).round('in | out', dropped)), [])
  assert.equal(problems(gone(adopted()).round('in | out', (lab) => lab.upload('x'))), [])
  assert.is(problems(gone(adopted('write x there')).round('in | out', dropped)).length, 1)
})

test('a tombstone of a replaced file has states of its own, with the outcomes of a tombstone', () => {
  const lab = (...server: readonly string[]): Lab =>
    new Lab({ x: 'first' }).local('remove x').mark('x', { replaced: true }).server(...server)
  const directory = ['remove x', 'mkdir x']
  assert.equal([lab(), lab('write x there'), lab(...directory)].map(stateOf), [50, 51, 53])
  assert.equal(problems(lab().round('out', (engine) => engine.server('remove x'))), [])
  assert.equal(problems(lab('write x there').round('out', (engine) => engine.record('x'))), [])
  const folder = new Lab({ x: null }).local('remove x').mark('x', { replaced: true })
  assert.is(stateOf(folder), 52)
  assert.equal(problems(folder.round('out', (engine) => engine.server('remove x'))), [])
})

test('a directory that is not wholly listed is listed again: nothing of it changes', () => {
  const lab = (): Lab => new Lab({ x: null }).mark('x', { unlisted: true })
  assert.is(stateOf(lab()), 41)
  assert.is(stateOf(lab().server('attributes x 2')), 47)
  assert.is(stateOf(lab().server('remove x')), 49)
  const listed = lab()
  listed.next('fill', () => {})
  assert.is(stateOf(listed), 0)
})

test('a suspended tree is left out with SKIPSUSPENDEDDIRS, and only then', () => {
  const lab = (): Lab =>
    new Lab({ d: null, 'd/x': 'x' }).mark('d', { suspended: true }).local('write d/x here', 'write d/new n')
  const both = (engine: Lab): Lab => engine.upload('d/x', 'd/new')
  assert.equal(problems(lab().round('in | out', both)), [])
  assert.equal(problems(lab().round('in | out | skip-suspended', () => {})), [])
  assert.is(problems(lab().round('in | out | skip-suspended', both)).length, 2)
  assert.equal(problems(lab().round('in | out | skip-suspended', () => {}, { results: { 'd/x': 0 } })), [
    'd/x: It was reported as an item',
  ])
  assert.match(on(lab().round('out | skip-suspended', () => {}), 'd/new').words, /suspended/)
})

test.run()
