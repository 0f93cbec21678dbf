/** Tests of what one thing at a bad moment leaves behind: what the round itself may show, and what the next one goes by. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { foldPath, type TreeEntry } from '../../../sim/mod.ts'
import { RESOLUTIONS } from '../../language/mod.ts'
import { edited, judgeRound } from './mod.ts'
import { DOCS, Lab, type Laid, on, problems, type Said } from './testing/lab.ts'

const TREE: Laid = { d: null, 'd/a': 'a', 'd/sub': null, 'd/sub/b': 'b' }
const STOPPED: Said = { interrupted: true, returned: 1223, more: { stopped: true } }
const REMOTE = 'in | out | keep-remote'

function at(path: string): string {
  return foldPath(`${DOCS}\\${path.replaceAll('/', '\\')}`)
}

function restored(): Lab {
  return new Lab(TREE).local('remove d').server('attributes d 2')
}

test('a folder that a policy brings back comes with all it holds, at every depth', () => {
  const all = restored().round(REMOTE, (lab) => void lab.download('d', 'd/a', 'd/sub', 'd/sub/b'))
  assert.equal(problems(all), [])
  const sent = restored().round(
    REMOTE,
    (lab) => void lab.download('d', 'd/a', 'd/sub').server('remove d/sub/b'),
  )
  assert.equal(problems(sent), ['d/sub/b: The server copy is gone and the local copy was not made'])
})

test('what a stopped run did not bring back with its folder is awaited, and its deletion is not sent any more', () => {
  const lab = (): Lab => {
    const cut = restored()
    assert.equal(
      problems(cut.next(REMOTE, (engine) => void engine.download('d'), { ...STOPPED, results: { d: 0 } })),
      [],
    )
    return cut
  }
  const fetched = lab().round('in | out', (engine) => void engine.download('d/a', 'd/sub', 'd/sub/b'))
  assert.equal(fetched.map(({ state }) => state), [0, 0, 38, 41, 38])
  assert.equal(problems(fetched), [])
  assert.equal(problems(lab().round('out', () => {})), [])
  const sent = problems(lab().round('in | out', (engine) => void engine.server('remove d/a', 'remove d/sub')))
  assert.is(sent.length, 3)
})

test('what waits in a folder waits until the folder is deleted again', () => {
  const lab = restored()
  lab.next(REMOTE, (engine) => void engine.download('d'), { ...STOPPED, results: { d: 0 } })
  const marks = new Map(['d/a', 'd/sub', 'd/sub/b'].map((path) => [at(path), lab.marksOf(path) ?? {}]))
  const memory = { marks, originals: lab.originals, pins: new Map() }
  const before = lab.trees().local
  assert.equal(edited(memory, { before, after: lab.local('write y y').trees().local }), marks)
  const gone = edited(memory, { before, after: lab.local('remove d').trees().local, removed: `${DOCS}\\d` })
  assert.equal([...gone.values()], [{}, {}, {}])
})

test('a folder that did not come back keeps its deletion, and so does what was in it', () => {
  const lab = restored()
  lab.next(REMOTE, () => {}, STOPPED)
  assert.is(on(lab.round('in | out', () => {}), 'd/a').state, 34)
})

const TO_COPY: Said = {
  more: { handler: new Map([[at('x'), { resolution: RESOLUTIONS['keep-all'], newName: 'copy' }]]) },
}

function conflict(): Lab {
  return new Lab({ x: 'first' }).local('write x here').server('write x there')
}

function failing(code: number, troubled: readonly string[] = []): Said {
  return { results: { x: code }, more: { ...TO_COPY.more, troubled: new Set(troubled.map(at)) } }
}

test('keeping all that failed once the copy had moved: the old name waits for the server copy, without a record', () => {
  const lab = conflict()
  const moved = lab.next('in | out', (engine) => void engine.local('rename x copy'), failing(5))
  assert.equal(problems(moved), [])
  const next = lab.round('in | out', (engine) => void engine.upload('copy').download('x'))
  assert.equal([on(next, 'copy').state, on(next, 'x').state], [6, 38])
  assert.equal(problems(next), [])
  const unmoved = problems(conflict().round('in | out', () => {}, failing(5)))
  assert.equal(unmoved, ['x: No conflict was recorded'])
  const lost = problems(conflict().round('in | out', (engine) => void engine.local('remove x'), failing(5)))
  assert.equal(lost, ['x: The local copy is gone and no conflict was recorded'])
})

test('keeping all that succeeds at the second attempt may leave the copy for the next run', () => {
  const act = (engine: Lab): void => void engine.local('rename x copy').download('x')
  assert.equal(problems(conflict().round('in | out', act, failing(0, ['copy']))), [])
  assert.equal(problems(conflict().round('in | out', act, failing(0))), [
    'copy: The server copy was not made',
  ])
})

test('an application makes a file of the old name while both are kept: it is a file of its own', () => {
  const lab = conflict()
  const meanwhile = (engine: Lab): void => void engine.local('write x third')
  const act = (engine: Lab): void => void engine.local('rename x copy').upload('copy')
  assert.equal(problems(lab.next('in | out', act, { ...failing(32), meanwhile })), [])
  const next = lab.round('in | out', (engine) => void engine.record('x'))
  assert.equal(next.map(({ path, state }) => [path.slice(DOCS.length + 1), state]).slice(1), [['copy', 0], [
    'x',
    9,
  ]])
})

test('somebody takes the new name on the server while both are kept: theirs stays, and ours is created beside it', () => {
  const lab = conflict()
  const meanwhile = (engine: Lab): void => void engine.server('write copy theirs')
  const act = (engine: Lab): void => void engine.local('rename x copy').download('x')
  assert.equal(problems(lab.next('in | out', act, { ...failing(183), meanwhile })), [])
  const next = lab.round('in | out', (engine) => void engine.record('copy'))
  assert.equal([on(next, 'copy').state, on(next, 'x').state], [9, 0])
  const over = (engine: Lab): void => act(engine.upload('x'))
  assert.is.not(problems(conflict().round('in | out', over, { ...failing(183), meanwhile })).length, 0)
})

test('a file that others make in the middle of the call may be kept beside ours', () => {
  const lab = new Lab({}).local('write x here')
  const made: (TreeEntry | undefined)[] = []
  lab.round('in | out', (engine) => {
    made.push(engine.server('write x there').trees().server.get(at('x')))
    engine.local('rename x x (alice v1)').upload('x (alice v1)').download('x')
  })
  const disturbed = new Map([[
    at('x'),
    made.map((next) => ({ side: 'server' as const, previous: undefined, next })),
  ]])
  const policies = { [DOCS]: RESOLUTIONS['keep-all'] }
  assert.equal(problems(judgeRound({ ...lab.facts, disturbed, policies })), [])
  assert.is(problems(judgeRound({ ...lab.facts, disturbed })).length, 2)
})

test('a clash whose resolution was cut short stands, whatever the times of what is left say', () => {
  const flags = 'in | out | keep-latest'
  const clash = (): Lab => new Lab(TREE).server('remove d', 'write d file')
  const won = (engine: Lab): void => void engine.local('remove d').download('d')
  const begun = clash()
  begun.next(flags, (engine) => void engine.local('remove d/sub'), { interrupted: true })
  begun.local('write d/z z', 'remove d/z')
  assert.equal(problems(begun.round('in | out', won)), [])
  const whole = clash()
  whole.next(flags, () => {}, { interrupted: true })
  assert.is.not(problems(whole.round('in | out', won)).length, 0)
})

test('a respelling that the server refused: the rest may have been sent, and it is still an item', () => {
  const lab = new Lab({ x: 'first' }).local('rename x X')
  const sent = (engine: Lab): void => void engine.server('attributes x 2', 'attributes x 32')
  assert.equal(problems(lab.next('in | out', sent, { results: { x: 5 } })), [])
  const next = lab.round('in | out', (engine) => void engine.upload('x'), { results: { x: 0 } })
  assert.is(on(next, 'x').state, 39)
  const written = (engine: Lab): void => void engine.server('write x other')
  const torn = new Lab({ x: 'first' }).local('rename x X').round('in | out', written, { results: { x: 5 } })
  assert.is(problems(torn).length, 1)
  const plain = new Lab({ x: 'first' }).local('write x here').round('in | out', sent, { results: { x: 5 } })
  assert.is(problems(plain).length, 1)
})

const PIN_ALL = 'in | pin-new | pin-user | pin-targets'
const CALL: Said = { paths: [`${DOCS}\\d`], pinned: 2 }

test('a link asks for its target as long as its item failed, and not once it was missing', () => {
  const lab = (code: number): Lab => {
    const asked = new Lab({ d: null }).server('write t target', 'link d/a.lnk t')
    asked.next(PIN_ALL, (engine) => void engine.download('d/a.lnk'), {
      ...CALL,
      results: { 'd/a.lnk': 0, t: code },
    })
    return asked
  }
  const fetch = (engine: Lab): void => void engine.download('t')
  assert.equal(problems(lab(32).round(PIN_ALL, fetch, CALL)), [])
  assert.equal(problems(lab(32).round(PIN_ALL, () => {}, CALL)), ['t: The local copy was not made'])
  assert.is(lab(2).marksOf('d/a.lnk')?.linkPending, undefined)
  assert.is(lab(64).marksOf('d/a.lnk')?.linkPending, 'maybe')
})

test('whether an overwritten link still leads to its target stays open', () => {
  const lab = new Lab({ d: null }).server('write t target', 'link d/a.lnk t')
  const meanwhile = (engine: Lab): void => void engine.local('write d/a.lnk mine')
  const came = (engine: Lab): void => void engine.download('d/a.lnk')
  lab.next(PIN_ALL, came, { ...CALL, results: { 'd/a.lnk': 0 }, meanwhile })
  assert.is(lab.marksOf('d/a.lnk')?.linkPending, 'maybe')
  lab.next(PIN_ALL, () => {}, CALL)
  assert.is(lab.marksOf('d/a.lnk')?.linkPending, 'maybe')
})

test('an application that writes the whole file over an entry without content makes it full and created', () => {
  const lab = new Lab({}).server('write x there')
  const meanwhile = (engine: Lab): void => void engine.local('write x here')
  const said: Said = { pinned: 2, results: { x: 32 }, meanwhile }
  assert.equal(problems(lab.next('in | out | pin-new', () => {}, said)), [])
  assert.is(lab.marksOf('x')?.sparse, undefined)
  assert.is(on(lab.round('in | out', () => {}), 'x').state, 9)
})

test('what was to be pinned with its folder is still to be as long as something in it failed', () => {
  const none = { user: 0, userPolicy: 0, computer: 0, redirection: 0 } as const
  const user = { ...none, user: 2 } as const
  const lab = new Lab(TREE).mark('d', { pins: user, pinsBelow: 'yes' })
  for (const path of ['d/a', 'd/sub', 'd/sub/b']) lab.mark(path, { pins: none })
  lab.next('in', () => {}, { results: { 'd/a': 0, 'd/sub': 5 } })
  assert.equal([lab.marksOf('d/a')?.pins, lab.marksOf('d/sub/b')?.pins], [user, none])
  assert.equal(problems(lab.next('in', () => {}, { results: { 'd/sub': 0, 'd/sub/b': 0 } })), [])
  assert.equal([lab.marksOf('d')?.pinsBelow, lab.marksOf('d/sub/b')?.pins], [undefined, user])
})

test.run()
