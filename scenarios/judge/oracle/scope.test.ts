/** Tests of what a call covers, of calls that are refused, and of servers out of reach. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DOCS, Lab, on, problems, type Said } from './testing/lab.ts'

const EDITED = 'The server copy differs from the local one in content, last-write time'

function edited(): Lab {
  return new Lab({ d: null, 'd/a': 'a', 'd2': null, 'd2/b': 'b' }).local('write d/a here', 'write d2/b here')
}

function expect(found: readonly string[], said: Said, act: (lab: Lab) => void): void {
  assert.equal(problems(edited().round('out', act, said)), found, JSON.stringify(said))
}

test('only what the call names, and what is below, is worked on', () => {
  const paths = [`${DOCS}\\D`]
  expect([], { paths }, (lab) => lab.upload('d/a'))
  expect([`d/a: ${EDITED}`], { paths }, () => {})
  expect(
    ['d2/b: The server copy was changed (content, last-write time, change time)'],
    { paths },
    (lab) => lab.upload('d/a', 'd2/b'),
  )
  const opinion = on(edited().round('out', () => {}, { paths }), 'd2/b')
  assert.is(opinion.words, 'FileChangedOnClient: neither copy touched (out of scope)')
})

test('a call may name a file, a server, a path in the extended form or one with a backslash at its end', () => {
  for (const path of [`${DOCS}\\d\\a`, `\\\\?\\UNC\\hq\\docs\\d`, `${DOCS}\\d\\`]) {
    expect([], { paths: [path] }, (lab) => lab.upload('d/a'))
    expect([`d/a: ${EDITED}`], { paths: [path] }, () => {})
  }
  for (const paths of [['\\\\hq'], [`${DOCS}\\d`, `${DOCS}\\d2`]]) {
    expect([], { paths }, (lab) => lab.upload('d/a', 'd2/b'))
    expect([`d/a: ${EDITED}`, `d2/b: ${EDITED}`], { paths }, () => {})
  }
})

test('an open conflict of a directory out of scope holds up what is below it', () => {
  const lab = (): Lab =>
    new Lab({ d: null, 'd/sub': null, 'd/sub/a': 'a' }).local('attributes d 2', 'write d/sub/a here').server(
      'remove d',
    )
  const said = { paths: [`${DOCS}\\d\\sub\\a`] }
  assert.equal(problems(lab().round('in | out', () => {}, said)), [])
  assert.equal(problems(lab().round('in | out', (engine) => engine.record('d/sub/a'), said)), [
    'd/sub/a: A conflict was recorded',
  ])
})

test('a parent out of scope comes back for what is sent out or restored, and for nothing else', () => {
  const said = { paths: [`${DOCS}\\d\\new`] }
  const vanished = (): Lab => new Lab({ d: null }).local('write d/new n').server('remove d')
  assert.equal(problems(vanished().round('out', (lab) => lab.upload('d', 'd/new'), said)), [])
  assert.equal(problems(vanished().round('out', (lab) => lab.upload('d'), said)), [
    'd: The server copy was made',
    'd/new: The server copy was not made',
  ])
  const deleted = (): Lab => new Lab({ d: null, 'd/new': 'n' }).local('remove d').server('write d/new there')
  assert.equal(problems(deleted().round('in | keep-remote', (lab) => lab.download('d', 'd/new'), said)), [])
  assert.equal(problems(deleted().round('in | keep-remote', (lab) => lab.download('d'), said)), [
    'd: The local copy was made',
    'd/new: The local copy was not made',
  ])
})

test('a refused call changes nothing', () => {
  const upload = (lab: Lab): Lab => lab.upload('d/a')
  const problem = ['d/a: The server copy was changed (content, last-write time, change time)']
  const bad: readonly (Said['paths'])[] = [
    null,
    [],
    [null],
    [''],
    [DOCS, 'C:\\docs'],
    ['//hq/docs'],
    ['\\\\.\\pipe'],
    ['\\\\?\\C:\\docs'],
    [`${DOCS}\\\\d`],
    [`${DOCS}\\..\\docs`],
    [`${DOCS}\\d\\a:stream`],
    [`${DOCS}\\nul`],
    [`${DOCS}\\${'n'.repeat(256)}`],
    [`\\\\hq\\${'n'.repeat(81)}`],
    [`\\\\hq${'\\n'.repeat(20_000)}`],
  ]
  for (const paths of bad) {
    expect([], { paths: paths ?? null }, () => {})
    assert.match(
      on(edited().round('out', () => {}, { paths: paths ?? null }), 'd/a').words,
      /the call is refused/,
    )
  }
  expect(problem, { paths: [DOCS, 'C:\\docs'] }, upload)
  const reasons: readonly (readonly [number, Said['paths'], string])[] = [
    [0x4000_0006, [DOCS], 'P1.2'],
    [0x4006, [DOCS], 'P1.1'],
    [0x6, null, 'P1.7'],
    [0x6, [], 'P1.8'],
    [0x6, ['C:\\docs'], 'P1.9'],
    [0x6, [`${DOCS}\\nul`], 'P1.10'],
  ]
  for (const [flags, paths, id] of reasons) {
    assert.is(on(edited().round(flags, () => {}, { paths: paths ?? null }), 'd/a').ids[1], id)
  }
  for (const flags of [0x4000_0006, 0x4006, 0x8000_0006, 0x4_0006]) {
    assert.equal(problems(edited().round(flags, () => {})), [])
    assert.equal(problems(edited().round(flags, upload)), problem)
  }
  expect([], { returned: 1062 }, () => {})
  expect(problem, { returned: 1062 }, upload)
})

test('nothing of a server out of reach changes', () => {
  const said = { unreachable: ['hq'] }
  expect([], said, () => {})
  expect(['d/a: The local copy is gone'], said, (lab) => lab.local('remove d/a'))
  const conflict = (): Lab => edited().server('write d/a there')
  assert.equal(problems(conflict().round('in | out', () => {}, { ...said, results: { '': 53 } })), [])
  const recorded = conflict().round('in | out', (lab) => lab.record('d/a'), {
    ...said,
    results: { 'd/a': 53 },
  })
  assert.equal(problems(recorded), ['d/a: A conflict was recorded'])
})

test('a name that was not there before is a problem, on either side', () => {
  const server = edited().round('out', (lab) => lab.upload('d/a', 'd2/b').server('write d/~a.tmp half'))
  assert.equal(problems(server), ['d/~a.tmp: The server copy was made'])
  const local = edited().round('out', (lab) => lab.upload('d/a', 'd2/b').local('write ~a.tmp half'))
  assert.equal(problems(local), ['~a.tmp: The local copy was made'])
  assert.is(on(local, '~a.tmp').state, undefined)
  assert.is(
    on(local, '~a.tmp').words,
    'Not there: neither copy touched (nothing of this name was there before)',
  )
})

test('a conflict of something that is not there is a problem', () => {
  const opinions = edited().round('out', (lab) => lab.upload('d/a', 'd2/b').record('never'))
  assert.equal(problems(opinions), ['NEVER: A conflict was recorded'])
})

test.run()
