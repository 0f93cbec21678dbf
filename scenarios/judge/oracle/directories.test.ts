/** Tests of directories deleted on either side, and of what is below directories in conflict. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeRound } from './mod.ts'
import { Lab, on, problems, type Said } from './testing/lab.ts'

const TREE = { d: null, 'd/a': 'a', 'd/b': 'b' }

/** Plays a round and checks that the oracle finds exactly these problems. */
function expect(
  found: readonly string[],
  lab: Lab,
  round: { flags: string; act: (lab: Lab) => void } & Said,
): void {
  assert.equal(problems(lab.round(round.flags, round.act, round)), found)
}

test('a directory the server deleted goes with all that is clean in it', () => {
  const lab = (): Lab => new Lab(TREE).server('remove d')
  expect([], lab(), { flags: 'in', act: (engine) => engine.local('remove d') })
  expect([], lab(), { flags: 'out', act: () => {} })
  expect(['d: The local copy is still there'], lab(), {
    flags: 'in | out',
    act: (engine) => engine.local('remove d/a', 'remove d/b'),
  })
})

test('an edit in a directory the server deleted keeps the directory here, and does not bring it back there', () => {
  const lab = (): Lab => new Lab(TREE).local('write d/a edited').server('remove d')
  expect([], lab(), { flags: 'in | out', act: (engine) => engine.local('remove d/b').record('d/a') })
  expect(['d/a: The local copy is gone and no conflict was recorded'], lab(), {
    flags: 'in | out',
    act: (engine) => engine.local('remove d'),
  })
  expect(['d: The server copy was made'], lab(), {
    flags: 'in | out',
    act: (engine) => engine.local('remove d/b').record('d/a').upload('d'),
  })
})

test('what is sent out takes the directory the server deleted along', () => {
  const lab = (): Lab => new Lab(TREE).local('write d/new n').server('remove d')
  expect([], lab(), { flags: 'out', act: (engine) => engine.upload('d', 'd/new') })
  expect([], lab(), {
    flags: 'in | out',
    act: (engine) => engine.upload('d', 'd/new').local('remove d/a', 'remove d/b'),
  })
  expect([], lab(), { flags: 'in', act: (engine) => engine.local('remove d/a', 'remove d/b') })
  expect(['d: The server copy was made', 'd/new: The server copy was made'], lab(), {
    flags: 'in',
    act: (engine) => engine.upload('d', 'd/new').local('remove d/a', 'remove d/b'),
  })
  expect(['d: The server copy was made', 'd/new: The server copy was made'], lab(), {
    flags: 'in | out | no-new-out',
    act: (engine) => engine.upload('d', 'd/new').local('remove d/a', 'remove d/b'),
  })
  expect([], new Lab(TREE).local('write d/a edited').server('remove d'), {
    flags: 'in | out | keep-local',
    act: (engine) => engine.upload('d', 'd/a').local('remove d/b'),
  })
})

test('a directory may be back on the server when what was to follow failed', () => {
  const lab = (): Lab => new Lab(TREE).local('write d/new n').server('remove d')
  const results = { 'd/new': 5 }
  expect([], lab(), { flags: 'out', act: (engine) => engine.upload('d'), results })
  expect([], lab(), { flags: 'out', act: () => {}, results })
  expect([], lab(), { flags: 'out', act: (engine) => engine.upload('d'), interrupted: true })
  expect(['d: The server copy was made'], new Lab(TREE).server('remove d'), {
    flags: 'out',
    act: (engine) => engine.upload('d'),
  })
})

test('a directory deleted here goes from the server with all that is in it', () => {
  const lab = (): Lab => new Lab(TREE).local('remove d')
  expect([], lab(), { flags: 'out', act: (engine) => engine.server('remove d') })
  expect(['d: The server copy is still there'], lab(), {
    flags: 'out',
    act: (engine) => engine.server('remove d/a', 'remove d/b'),
  })
  expect(
    ['d: The server copy is gone', 'd/a: The server copy is gone', 'd/b: The server copy is gone'],
    lab(),
    {
      flags: 'in',
      act: (engine) => engine.server('remove d'),
    },
  )
})

test('a directory deleted here comes back when the server has something unknown in it', () => {
  const lab = (): Lab => new Lab(TREE).local('remove d').server('write d/new n')
  const emptied = (engine: Lab): Lab => engine.server('remove d/a', 'remove d/b')
  expect([], lab(), { flags: 'in | out', act: (engine) => emptied(engine).download('d') })
  expect(['d: The local copy was not made'], lab(), { flags: 'in | out', act: emptied })
  expect(['d/new: The server copy is gone'], lab(), {
    flags: 'in | out',
    act: (engine) => engine.server('remove d'),
  })
  expect([], lab(), { flags: 'out', act: emptied })
  expect([], lab(), { flags: 'out', act: (engine) => emptied(engine).download('d') })
})

test('a directory deleted here waits for a known child in conflict, and comes back for an unknown one beside it', () => {
  const lab = (): Lab => new Lab(TREE).local('remove d').server('write d/a edited')
  const settle = (engine: Lab): Lab => engine.server('remove d/b').record('d/a')
  expect([], lab(), { flags: 'in | out', act: settle })
  expect(['d: The local copy was made'], lab(), {
    flags: 'in | out',
    act: (engine) => settle(engine).download('d'),
  })
  expect([], lab().server('write d/new n'), {
    flags: 'in | out',
    act: (engine) => settle(engine).download('d'),
  })
})

test('a directory deleted here comes back for a child that a policy restores', () => {
  const lab = new Lab(TREE).local('remove d').server('write d/a edited')
  expect([], lab, {
    flags: 'in | out | keep-remote',
    act: (engine) => engine.server('remove d/b').download('d', 'd/a'),
  })
})

test('a directory deleted here stays on the server when a child could not go', () => {
  const lab = (): Lab => new Lab(TREE).local('remove d')
  const results = { 'd/a': 32, d: 145 }
  expect([], lab(), { flags: 'out', act: (engine) => engine.server('remove d/b'), results })
  expect(['d: The server copy is gone', 'd/a: The server copy is gone'], lab(), {
    flags: 'out',
    act: (engine) => engine.server('remove d'),
    results,
  })
})

test('everything below an open conflict of a directory waits', () => {
  const changedThere = (): Lab => new Lab(TREE).local('remove d').server('attributes d 2')
  expect([], changedThere(), { flags: 'in | out', act: (engine) => engine.record('d') })
  expect(['d/a: The server copy is gone'], changedThere(), {
    flags: 'in | out',
    act: (engine) => engine.record('d').server('remove d/a'),
  })
  const deletedThere = (): Lab => new Lab(TREE).local('attributes d 2', 'write d/a edited').server('remove d')
  expect([], deletedThere(), { flags: 'in | out', act: (engine) => engine.record('d') })
  expect(['d/a: A conflict was recorded'], deletedThere(), {
    flags: 'in | out',
    act: (engine) => engine.record('d').record('d/a'),
  })
  expect(['d/b: The local copy is gone'], deletedThere(), {
    flags: 'in | out',
    act: (engine) => engine.record('d').local('remove d/b'),
  })
  const fileThere = (): Lab => new Lab(TREE).local('write d/new n').server('remove d', 'write d file')
  expect([], fileThere(), { flags: 'in | out', act: (engine) => engine.record('d') })
  expect(['d/a: The local copy is gone'], fileThere(), {
    flags: 'in | out',
    act: (engine) => engine.record('d').local('remove d/a'),
  })
})

test('a directory changed on both sides holds nothing up', () => {
  const lab = (): Lab => new Lab(TREE).local('attributes d 2', 'write d/a edited').server('attributes d 4')
  expect([], lab(), { flags: 'in | out', act: (engine) => engine.record('d').upload('d/a') })
  const [problem] = problems(lab().round('in | out', (engine) => engine.record('d')))
  assert.is(problem, 'd/a: The server copy differs from the local one in content, last-write time')
})

test('a directory kept on this side goes back with all its content', () => {
  const deletedThere = (): Lab => new Lab(TREE).local('attributes d 2', 'write d/a edited').server('remove d')
  for (const policy of ['keep-local', 'keep-latest']) {
    const flags = `in | out | ${policy}`
    expect([], deletedThere(), { flags, act: (engine) => engine.upload('d', 'd/a', 'd/b') })
    expect(['d/b: The server copy was not made and the local copy is gone'], deletedThere(), {
      flags,
      act: (engine) => engine.upload('d', 'd/a').local('remove d/b'),
    })
  }
  const fileThere = (): Lab =>
    new Lab({ d: null, 'd/sub': null, 'd/sub/a': 'a' }).server('remove d', 'write d file')
  const flags = 'in | out | keep-local'
  expect([], fileThere(), { flags, act: (engine) => engine.upload('d', 'd/sub', 'd/sub/a') })
  expect(['d/sub/a: The server copy was not made and the local copy is gone'], fileThere(), {
    flags,
    act: (engine) => engine.upload('d', 'd/sub').local('remove d/sub/a'),
  })
})

test('a deletion kept against a change takes everything but what was created here', () => {
  const lab = (): Lab => new Lab(TREE).local('attributes d 2', 'write d/a edited').server('remove d')
  const flags = 'in | keep-remote'
  expect([], lab(), { flags, act: (engine) => engine.local('remove d') })
  expect(['d/a: The local copy is still there'], lab(), {
    flags,
    act: (engine) => engine.local('remove d/b'),
  })
  const swept = (engine: Lab): Lab => engine.local('remove d/a', 'remove d/b')
  expect([], lab().local('write d/new n'), { flags, act: swept })
  expect([], lab().local('write d/new n'), { flags: 'in | out | keep-remote', act: swept })
  expect([], lab().local('write d/new n'), {
    flags: 'in | out | keep-remote',
    act: (engine) => swept(engine).upload('d', 'd/new'),
  })
  expect(['d/new: The local copy is gone'], lab().local('write d/new n'), {
    flags,
    act: (engine) => engine.local('remove d'),
  })
  expect(['d: The server copy was made', 'd/new: The server copy was made'], lab().local('write d/new n'), {
    flags: 'in | out | no-new-out | keep-remote',
    act: (engine) => swept(engine).upload('d', 'd/new'),
  })
})

test('the directories above a creation that a deletion spares stay, the others go', () => {
  const tree = { d: null, 'd/s': null, 'd/s/a': 'a', 'd/t': null }
  const lab = (): Lab =>
    new Lab(tree).local('attributes d 2', 'write d/s/new n', 'attributes d/t 2').server('remove d')
  for (const flags of ['in | keep-remote', 'in | out | keep-remote']) {
    expect([], lab(), { flags, act: (engine) => engine.local('remove d/s/a', 'remove d/t') })
    expect(['d/t: The local copy is still there'], lab(), {
      flags,
      act: (engine) => engine.local('remove d/s/a'),
    })
  }
  expect([], lab(), {
    flags: 'in | out | keep-remote',
    act: (engine) => engine.local('remove d/s/a', 'remove d/t').upload('d', 'd/s', 'd/s/new'),
  })
})

test('a deletion that could not finish below leaves the conflict recorded', () => {
  const lab = (): Lab => new Lab(TREE).local('attributes d 2').server('remove d')
  const round = { flags: 'in | keep-remote', results: { 'd/a': 32 } }
  expect([], lab(), { ...round, act: (engine) => engine.local('remove d/b').record('d') })
  expect(['d: A conflict was recorded'], lab().local('write d/new n'), {
    flags: 'in | keep-remote',
    act: (engine) => engine.local('remove d/a', 'remove d/b').record('d'),
  })
})

test('a file kept from the server takes the directory here, unless something was created in it', () => {
  const lab = (): Lab => new Lab(TREE).local('write d/a edited').server('remove d', 'write d file')
  const flags = 'in | out | keep-remote'
  expect([], lab(), { flags, act: (engine) => engine.download('d') })
  expect([], lab().local('mkdir d/sub'), { flags, act: (engine) => engine.record('d'), results: { d: 145 } })
  const [lost] = problems(lab().local('mkdir d/sub').round(flags, (engine) => engine.download('d')))
  assert.is(lost, 'd: The local copy was changed (kind) and no conflict was recorded')
})

test('a file kept from here takes the directory on the server, unless it holds something unknown', () => {
  const lab = (): Lab => new Lab(TREE).local('remove d', 'write d file')
  const flags = 'in | out | keep-local'
  expect([], lab(), { flags, act: (engine) => engine.upload('d') })
  expect([], lab().server('write d/new n'), {
    flags,
    act: (engine) => engine.record('d'),
    results: { d: 145 },
  })
  const [lost] = problems(lab().server('write d/new n').round(flags, (engine) => engine.upload('d')))
  assert.is(lost, 'd: The server copy was changed (kind) and no conflict was recorded')
})

test('what a file here hides of a directory there is deleted with it, or comes back with the directory', () => {
  const lab = (): Lab => new Lab(TREE).local('remove d', 'write d file')
  expect([], lab(), {
    flags: 'in | out | keep-local',
    act: (engine) => engine.upload('d'),
    results: { 'd/a': 0, 'd/b': 0 },
  })
  const flags = 'in | out | keep-remote'
  expect([], lab(), { flags, act: (engine) => engine.download('d', 'd/a', 'd/b') })
  expect([], lab(), { flags, act: (engine) => engine.download('d', 'd/a').server('remove d/b') })
  const left = ['d/a', 'd/b'].map((path) => `${path}: The local copy was not made`)
  expect(left, lab(), { flags, act: (engine) => engine.download('d') })
})

test('a directory brought back by a policy: known items in it come back, unknown ones are safe', () => {
  const lab = (): Lab => new Lab(TREE).local('remove d').server('attributes d 2', 'write d/new n')
  const flags = 'in | out | keep-remote'
  const opinions = lab().round(flags, (engine) => engine.download('d').server('remove d/a').download('d/b'))
  assert.equal(problems(opinions), ['d/a: The server copy is gone and the local copy was not made'])
  assert.match(on(opinions, 'd/a').words, /: the cache gets the server copy$/)
  expect(['d/new: The server copy is gone'], lab(), {
    flags,
    act: (engine) => engine.download('d', 'd/a', 'd/b').server('remove d/new'),
  })
})

test('a deletion kept against a changed server directory: what is unknown in it brings it back', () => {
  const lab = (): Lab => new Lab(TREE).local('remove d').server('attributes d 2')
  const flags = 'in | out | keep-local'
  expect([], lab(), { flags, act: (engine) => engine.server('remove d') })
  expect([], lab().server('write d/new n'), {
    flags,
    act: (engine) => engine.server('remove d/a', 'remove d/b').download('d'),
  })
  expect([], lab(), {
    flags,
    act: (engine) => engine.server('remove d/b').record('d'),
    results: { 'd/a': 32, d: 145 },
  })
  const waiting = lab().round(flags, (engine) => engine.server('remove d/b').record('d'), {
    results: { 'd/a': 32 },
  })
  assert.equal(problems(waiting), [])
  assert.match(on(waiting, 'd').words, /\(what is left in it keeps it\)$/)
})

test('which way a conflict went decides what is below', () => {
  const lab = new Lab(TREE).local('remove d').server('attributes d 2')
  lab.round('in | out | keep-latest', (engine) => engine.server('remove d'))
  const { deletedAt: _, ...facts } = lab.facts
  const opinions = judgeRound(facts)
  assert.equal(problems(opinions), [])
  assert.is(on(opinions, 'd').allowed.length, 2)
  assert.is(on(opinions, 'd/a').outcome?.server, 'gone')
})

test('the record of a conflict that waits stays as it is', () => {
  const lab = (): Lab => new Lab(TREE).local('attributes d 2', 'write d/a edited').server('remove d')
  const round = { flags: 'in | out', conflictsBefore: ['d', 'd/a'] }
  expect([], lab(), { ...round, act: (engine) => engine.record('d', 'updated') })
  expect(['d/a: Its conflict record was removed'], lab(), {
    ...round,
    act: (engine) => engine.record('d', 'updated').record('d/a', 'removed'),
  })
})

test('a clash that the later copy wins while there are conflicts below it: all goes, or it stays recorded', () => {
  const lab = (): Lab => new Lab(TREE).local('write d/a edited').server('remove d', 'write d file')
  const flags = 'in | out | keep-latest'
  expect([], lab(), { flags, act: (engine) => engine.download('d') })
  expect([], lab(), { flags, act: (engine) => engine.record('d') })
  expect(['d/b: The local copy is gone'], lab(), {
    flags,
    act: (engine) => engine.local('remove d/b').record('d'),
  })
})

test('what was made in a directory of both sides goes out before the two are merged', () => {
  const lab = new Lab({}).local('mkdir d', 'write d/new n').server('mkdir d', 'attributes d 2')
  expect([], lab, { flags: 'out', act: (engine) => engine.upload('d/new') })
})

test.run()
