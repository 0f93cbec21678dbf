/** Tests of what new links bring in. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DOCS, Lab, problems, type Said } from './testing/lab.ts'

const FLAGS = 'in | pin-new | pin-targets'

function linked(...more: readonly string[]): Lab {
  return new Lab({ scope: null }).server('write target t', 'link scope/a.lnk target', ...more)
}

const SAID: Said = { pinned: 2, paths: [`${DOCS}\\scope`], results: { 'scope/a.lnk': 0 } }

const both = (lab: Lab): void => void lab.download('scope/a.lnk', 'target')
const alone = (lab: Lab): void => void lab.download('scope/a.lnk')

test('a new link brings its target in, wherever it lies', () => {
  assert.equal(problems(linked().round(FLAGS, both, SAID)), [])
  assert.equal(problems(linked().round(FLAGS, alone, SAID)), ['target: The local copy was not made'])
  for (const flags of ['in | pin-new', 'in | pin-targets', 'out | pin-new | pin-targets']) {
    assert.ok(problems(linked().round(flags, both, SAID)).includes('target: The local copy was made'), flags)
  }
})

test('a target that is a directory, gone, excluded, here as a tombstone or suspended is not fetched', () => {
  const directory = linked('remove target', 'mkdir target', 'write target/t t')
  assert.equal(problems(directory.round(FLAGS, alone, SAID)), [])
  assert.equal(problems(linked('remove target').round(FLAGS, alone, SAID)), [])
  assert.equal(problems(linked().round(FLAGS, alone, { ...SAID, more: { excludedTypes: ['t*'] } })), [])
  const tombstone = new Lab({ scope: null, target: 't' }).local('remove target').server(
    'link scope/a.lnk target',
  )
  assert.equal(problems(tombstone.round(FLAGS, alone, SAID)), [])
  const suspended = new Lab({ scope: null, s: null }).mark('s', { suspended: true })
    .server('write s/t t', 'link scope/a.lnk s/t')
  assert.equal(problems(suspended.round(`${FLAGS} | skip-suspended`, alone, SAID)), [])
})

test('a link to a link brings in that link, and nothing further', () => {
  const lab = new Lab({ scope: null }).server('write end e', 'link next.lnk end', 'link scope/a.lnk next.lnk')
  assert.equal(
    problems(lab.round(FLAGS, (engine) => void engine.download('scope/a.lnk', 'next.lnk'), SAID)),
    [],
  )
})

test('what is no link, malformed or leads elsewhere brings nothing in', () => {
  const lab = new Lab({ scope: null }).server('write scope/a.lnk text', 'mkdir scope/b.lnk')
  const act = (engine: Lab): void => void engine.download('scope/a.lnk', 'scope/b.lnk')
  assert.equal(problems(lab.round(FLAGS, act, SAID)), [])
})

test('a target comes with plain entries of its parents', () => {
  const lab = new Lab({ scope: null }).server('mkdir far', 'write far/t t', 'link scope/a.lnk far/t')
  const act = (engine: Lab): void => void engine.download('scope/a.lnk', 'far', 'far/t')
  assert.equal(problems(lab.round(FLAGS, act, SAID)), [])
})

test('a link keeps its question while there is no answer, and a later run with the flag asks again', () => {
  const lab = linked()
  lab.next(FLAGS, alone, { ...SAID, interrupted: true })
  assert.is(lab.marksOf('scope/a.lnk')?.linkPending, true)
  assert.equal(problems(lab.round(FLAGS, () => {}, { ...SAID, results: {} })), [
    'target: The local copy was not made',
  ])
  assert.equal(problems(lab.next(FLAGS, (engine) => void engine.download('target'), SAID)), [])
  assert.is(lab.marksOf('scope/a.lnk')?.linkPending, undefined)
})

test('a new file of an excluded type fails with 50', () => {
  const lab = new Lab({}).server('write mail.PST m')
  const more = { excludedTypes: ['*.pst'] }
  assert.equal(
    problems(lab.round('in | pin-new', () => {}, { pinned: 2, more, results: { 'mail.PST': 50 } })),
    [],
  )
  assert.equal(problems(lab.round('in | pin-new', () => {}, { pinned: 2, more })), [
    'mail.PST: It was not reported',
  ])
})

test('a directory pinned later brings in all it holds by the next run in, and only by that', () => {
  const lab = new Lab({ d: null }).mark('d', {
    pins: { user: 2, userPolicy: 0, computer: 0, redirection: 0 },
    pinsBelow: 'yes',
  }).server('mkdir d/sub', 'write d/sub/new n')
  assert.equal(problems(lab.next('in', (engine) => void engine.download('d/sub', 'd/sub/new'))), [])
  assert.is(lab.marksOf('d')?.pinsBelow, undefined)
  assert.equal(problems(lab.server('write d/later l').round('in', () => {})), [])
})

test.run()
