/** Tests that every mistake of a scenario is found, with a hint, and that what is right is left alone. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { checkScenario } from './check.ts'
import { rememberPosition, type Scenario } from './scenario.ts'
import type { EditStep, ShareStep, Step, SyncStep, WriteStep } from './steps.ts'

const SHARE: ShareStep = { do: 'share', path: '//hq/docs', tree: { 'plan.txt': 'x' } }
const WRITE: WriteStep = { do: 'write', side: 'server', path: '//hq/docs/plan.txt', content: 'y' }
const EDIT: EditStep = { do: 'edit', side: 'server', path: '//hq/docs/plan.txt', offset: 0, content: 'y' }
const SYNC: SyncStep = { do: 'sync', paths: ['//hq/docs'], flags: 'in' }

function scenarioOf(steps: readonly Step[], head: Partial<Scenario> = {}): Scenario {
  return { kind: 'scenario', title: 'A title', covers: ['SYNC-05'], tags: [], row: undefined, steps, ...head }
}

/** What is wrong, each as `message | hint`. */
function mistakes(steps: readonly Step[], head: Partial<Scenario> = {}): readonly string[] {
  return checkScenario(scenarioOf(steps, head)).map(({ message, hint }) =>
    hint === undefined ? message : `${message} | ${hint}`
  )
}

/** Values that the types rule out, as they come from JavaScript. */
function untyped(step: object): Step {
  return JSON.parse(JSON.stringify(step))
}

test('a sound scenario has no mistakes, with and without a call', () => {
  assert.equal(mistakes([SHARE]), [])
  assert.equal(
    mistakes([{ do: 'note', text: 'First.' }, SHARE, WRITE, SYNC, {
      do: 'expect-return',
      round: 1,
      code: 0,
    }]),
    [],
  )
})

test('the head: title, covers, row, steps', () => {
  assert.equal(mistakes([SHARE], { title: ' ' }), [
    '"title" of the scenario must be a text that is not empty, not " "',
  ])
  assert.equal(mistakes([SHARE], { covers: [] }), ['"covers" of the scenario must name at least one id'])
  assert.equal(mistakes([SHARE], { covers: ['SYNC-05', 'SYNK-33'] }), [
    '"covers[1]" of the scenario must be the id of a requirement, not "SYNK-33" | Did you mean "SYNC-33"?',
  ])
  assert.equal(mistakes([SHARE], { row: 'a/b' }), [
    '"row" of the scenario must be letters, digits, dots, dashes and low lines, not "a/b"',
  ])
  assert.equal(mistakes([]), ['"steps" of the scenario must hold at least one step'])
})

test('unknown verbs and fields, with the nearest name', () => {
  assert.equal(mistakes([SHARE, untyped({ do: 'wrte' })]), ['Unknown verb "wrte" | Did you mean "write"?'])
  assert.equal(mistakes([SHARE, untyped({ do: 'teleport' })]), [
    'Unknown verb "teleport" | See docs/verbs.md for all verbs',
  ])
  assert.equal(mistakes([SHARE, untyped({ path: '//hq/docs' })]), [
    'The step lacks "do" | Say which verb it is, such as "do": "write"',
  ])
  assert.equal(mistakes([SHARE, untyped({ ...WRITE, fials: 5 })]), [
    'The step "write" has no field "fials" | Did you mean "fails"?',
  ])
  assert.equal(mistakes([untyped({ do: 'note', text: 'x', colour: 'red', size: 1 })]), [
    'The step "note" has no fields "colour", "size" | Its fields are "do", "text", "clock"',
  ])
  assert.equal(mistakes([SHARE, untyped({ do: 'touch', side: 'server' })]), [
    'The step "touch" lacks "path" | Add "path": The item.',
  ])
})

test('unknown words, with the nearest', () => {
  assert.equal(mistakes([untyped({ ...SHARE, pin: 'usr' })]), [
    '"pin" of the step "share" must be one of "user", "userPolicy", "computer", "redirection", "none", not "usr" | ' +
    'Did you mean "user"?',
  ])
  assert.equal(
    mistakes([
      SHARE,
      untyped({ do: 'set-attributes', side: 'local', path: '//hq/docs/a', set: ['READ-ONLY'] }),
    ]),
    [
      '"set[0]" of the step "set-attributes" must be an attribute that can be set, not "READ-ONLY" | Did you mean "READONLY"?',
    ],
  )
  const [state] = mistakes([
    SHARE,
    SYNC,
    untyped({ do: 'expect-state', round: 1, path: '//hq/docs/a', state: 'Stabel' }),
  ])
  assert.is(
    state,
    '"state" of the step "expect-state" must be the name of a sync state, not "Stabel" | Did you mean "Stable"?',
  )
})

test('attributes that nobody can set, wherever they are named', () => {
  const rest =
    'READONLY, HIDDEN, SYSTEM, ARCHIVE and NOT_CONTENT_INDEXED can be set; others tell what an item is'
  const about = { side: 'server', path: '//hq/docs/a' }
  const wrong = [
    { step: { do: 'set-attributes', set: ['NORMAL'] }, at: 'set[0]', name: 'NORMAL' },
    { step: { do: 'set-attributes', clear: ['HIDDEN', 'OFFLINE'] }, at: 'clear[1]', name: 'OFFLINE' },
    {
      step: { do: 'expect-attributes', attributes: ['SPARSE_FILE'] },
      at: 'attributes[0]',
      name: 'SPARSE_FILE',
    },
  ]
  for (const { step, at, name } of wrong) {
    assert.equal(mistakes([SHARE, untyped({ ...step, ...about })]), [
      `"${at}" of the step "${step.do}" must be an attribute that can be set, not "${name}" | ${rest}`,
    ])
  }
})

test('flags: the word that is unknown, and the nearest', () => {
  assert.equal(mistakes([SHARE, { ...SYNC, flags: 'in | keep-lates' }]), [
    'Unknown sync flag "keep-lates" | Did you mean "keep-latest"?',
  ])
  const [far] = mistakes([SHARE, { ...SYNC, flags: 'everything' }])
  assert.match(far ?? '', /^Unknown sync flag "everything" \| Flags are fill, FILLSPARSE, in, /)
  assert.equal(mistakes([SHARE, { ...SYNC, flags: 0xffff_ffff }, { ...SYNC, flags: '0xffffffff' }]), [])
  assert.equal(mistakes([SHARE, { ...SYNC, flags: 0x1_0000_0000 }]), [
    '"flags" of the step "sync" must be a whole number of 32 bits, 0 to 4294967295, not 4294967296',
  ])
})

test('numbers out of range', () => {
  const wrong: readonly (readonly [step: Step, message: RegExp])[] = [
    [{ ...EDIT, offset: -1 }, /"offset" .* must be a whole number of bytes, 0 or more, not -1/],
    [{ ...EDIT, offset: 0.5 }, /"offset" .*, not 0.5/],
    [
      { do: 'wait', seconds: -1 },
      /"seconds" .* must be a number of seconds from 0 to 883612800 \(28 years\), not -1/,
    ],
    [{ do: 'wait', seconds: Infinity }, /"seconds" .*, not Infinity/],
    [{ ...SYNC, cancelAfter: -1 }, /"cancelAfter" .* must be a whole number, 0 or more, not -1/],
    [
      { ...SYNC, progress: [{ to: 'begin', answer: 'abort', nth: 0 }] },
      /"progress\[0\].nth" .*, 1 or more, not 0/,
    ],
    [{ ...SYNC, crash: { when: 'after', request: 'commit', nth: 0 } }, /"crash.nth" .*, 1 or more, not 0/],
    [{ ...WRITE, fails: 0 }, /"fails" .* must be a Win32 code from 1 to 4294967295, not 0/],
    [{ ...WRITE, content: { bytes: -1, seed: 1 } }, /"content.bytes" .*, 0 to 67108864 \(64 MiB\), not -1/],
    [{ ...WRITE, content: { bytes: 1, seed: -1 } }, /"content.seed" .*, 0 to 4294967295, not -1/],
  ]
  for (const [step, message] of wrong) {
    const found = mistakes([SHARE, step])
    assert.is(found.length, 1)
    assert.match(found.join(), message)
  }
  assert.equal(mistakes([SHARE, { do: 'wait', seconds: 0.5 }, { ...SYNC, cancelAfter: 0 }]), [])
})

test('content that is none: base64, recipes', () => {
  assert.equal(mistakes([SHARE, { ...WRITE, content: { base64: 'AA=' } }]), [
    '"content.base64" of the step "write" must be base64: groups of four letters, "=" only at the end, not "AA="',
  ])
  assert.equal(mistakes([SHARE, untyped({ ...WRITE, content: { bytes: 5 } })]), [
    'The recipe lacks "seed" | Add "seed": The same seed gives the same bytes. A whole number, 0 to 4294967295.',
  ])
  assert.equal(mistakes([SHARE, untyped({ ...WRITE, content: 5 })]), [
    '"content" of the step "write" must be a text, { "bytes": SIZE, "seed": NUMBER }, { "base64": TEXT }, ' +
    '{ "size": BYTES, "parts": LIST } or { "link": PATH }, not 5',
  ])
})

test('times that are none', () => {
  const step: Step = {
    do: 'set-times',
    side: 'server',
    path: '//hq/docs/plan.txt',
    lastWrite: '2010-02-30 00:00:00',
  }
  assert.equal(mistakes([SHARE, step]), [
    '"lastWrite" of the step "set-times" must be a UTC time, not "2010-02-30 00:00:00" | ' +
    'Such as "2010-01-04 08:30:00", with up to seven decimals of a second',
  ])
})

test('paths of a wrong form, with the right one', () => {
  const wrong: readonly (readonly [path: string, mistake: string])[] = [
    ['\\\\hq\\docs\\a', 'must be written with slashes, not "\\\\\\\\hq\\\\docs\\\\a" | Write "//hq/docs/a"'],
    ['/hq/docs/a', 'must begin with "//", not "/hq/docs/a" | Write "//server/share/name"'],
    ['//hq/docs//a', 'must have a name between each two slashes, not "//hq/docs//a" | Write "//hq/docs/a"'],
    ['//hq/docs/', 'must have a name between each two slashes, not "//hq/docs/" | Write "//hq/docs"'],
    ['//hq', 'must lie on a share, not "//hq" | Write "//hq/share/name"'],
  ]
  for (const [path, mistake] of wrong) {
    assert.equal(mistakes([SHARE, { ...WRITE, path }]), [`"path" of the step "write" ${mistake}`])
  }
  assert.equal(mistakes([{ ...SHARE, path: '//hq/docs/sub' }]), [
    '"path" of the step "share" must have the form "//server/share", not "//hq/docs/sub"',
  ])
})

test('names in trees', () => {
  const [slash] = mistakes([{ ...SHARE, tree: { 'a/': null } }])
  assert.match(
    slash ?? '',
    /^"tree.a\/" of the step "share" must be a name, or names joined by single slashes, not "a\/" \| Write such as/,
  )
  assert.equal(mistakes([{ ...SHARE, tree: { art: { 'a.png': '1', 'A.PNG': '2' } } }]), [
    'The tree names "art/A.PNG" twice | Windows compares names without regard to case: leave one of them out',
  ])
})

test('a folder that is no path', () => {
  assert.equal(mistakes([{ ...SHARE, tree: { folder: ' ' } }]), [
    '"tree.folder" of the step "share" must be a path, not " "',
  ])
})

test('a path on no share, with the nearest share', () => {
  assert.equal(mistakes([SHARE, { ...WRITE, path: '//hq/dcos/plan.txt' }]), [
    '"//hq/dcos/plan.txt" lies on no share of this scenario | Did you mean "//hq/docs"?',
  ])
  assert.equal(mistakes([SHARE, { ...SYNC, paths: ['//elsewhere/films'] }]), [
    '"//elsewhere/films" lies on no share of this scenario | The shares of this scenario are "//hq/docs"',
  ])
  assert.equal(mistakes([WRITE]), [
    '"//hq/docs/plan.txt" lies on no share of this scenario | Make the share first, with a step "share" for "//hq/docs"',
  ])
  assert.equal(mistakes([SHARE, { ...WRITE, path: '//HQ/Docs/plan.txt' }]), [], 'case does not matter')
  assert.is(mistakes([SHARE, { ...WRITE, path: '//hq/docs2' }]).length, 1, 'a longer name is another share')
})

test('all paths of calls and expectations are looked at', () => {
  const steps: readonly Step[] = [
    SHARE,
    {
      ...SYNC,
      progress: [{ to: 'item-begin', path: '//x/y/1', answer: 'abort' }],
      crash: { when: 'before', request: 'list', path: '//x/y/2' },
    },
    { do: 'expect-items', round: 1, paths: ['//hq/docs/a', '//x/y/3'] },
    { do: 'rename', side: 'local', path: '//hq/docs/a', to: '//x/y/4' },
    { do: 'expect-same', path: '//x/y/5' },
  ]
  const found = mistakes(steps)
  for (const text of found) assert.match(text, ' lies on no share of this scenario')
  assert.equal(found.map((text) => /"(.*?)"/.exec(text)?.[1]), [
    '//x/y/1',
    '//x/y/2',
    '//x/y/3',
    '//x/y/4',
    '//x/y/5',
  ])
})

test('a round that was given something raw may be about anything', () => {
  const raw: Step = { ...SYNC, paths: [{ raw: '\\\\nowhere\\x' }] }
  const result: Step = { do: 'expect-result', round: 1, path: '//nowhere/x', code: 53 }
  assert.equal(mistakes([SHARE, raw, result]), [])
  assert.is(mistakes([SHARE, SYNC, raw, result]).length, 1, 'round 1 was given the share')
})

test('a move to another share', () => {
  const other: Step = { ...SHARE, path: '//hq/films' }
  const move: Step = { do: 'rename', side: 'local', path: '//hq/docs/a', to: '//hq/films/a' }
  assert.equal(mistakes([SHARE, other, move]), [
    '"//hq/films/a" lies on another share than "//hq/docs/a" | ' +
    'An item can only be moved within its share: write the one and remove the other',
  ])
})

test('a share made twice, or too late', () => {
  assert.equal(mistakes([SHARE, { ...SHARE, path: '//HQ/DOCS' }]), [
    'The share "//HQ/DOCS" is made twice | Give one of them another name, or put both trees into one step',
  ])
  for (const before of [WRITE, SYNC, { do: 'expect-same', path: '//hq/docs' } as const]) {
    assert.equal(mistakes([SHARE, before, { ...SHARE, path: '//hq/films' }]), [
      `The share "//hq/films" comes after a step "${before.do}" | Make all shares before the first edit, call or expectation`,
    ])
  }
  assert.equal(mistakes([SHARE, { do: 'wait', seconds: 1 }, { ...SHARE, path: '//hq/films' }]), [])
})

test('a server without a share, with the nearest', () => {
  assert.equal(mistakes([SHARE, { do: 'unreachable', server: '//h' }]), [
    'No share lies on the server "//h" | Did you mean "//hq"?',
  ])
  assert.equal(mistakes([SHARE, { do: 'reachable', server: '//elsewhere' }]), [
    'No share lies on the server "//elsewhere" | The servers of this scenario are "//hq"',
  ])
  assert.equal(mistakes([SHARE, { do: 'unreachable', server: '//HQ' }]), [])
  assert.match(
    mistakes([SHARE, { do: 'unreachable', server: '//hq/docs' }]).join(),
    /must have the form "\/\/server"/,
  )
})

test('a round that has not been', () => {
  const expectation: Step = { do: 'expect-return', round: 2, code: 0 }
  assert.equal(mistakes([SHARE, expectation]), [
    'There is no call 2 before this step | Put a step "sync" before it',
  ])
  assert.equal(mistakes([SHARE, SYNC, expectation, SYNC]), [
    'There is no call 2 before this step | Put the call before what is expected of it; so far there is 1 call',
  ])
  assert.equal(mistakes([SHARE, SYNC, SYNC, expectation]), [])
})

test('unknown ids behind expectations', () => {
  assert.equal(mistakes([SHARE, { do: 'expect-same', path: '//hq/docs', because: 'P2.999' }]).length, 1)
})

test('a flawed step takes back nothing that is sure, and leads to no mistakes that are not', () => {
  const badShare = untyped({ ...SHARE, path: '//hq/films', pin: 'x' })
  const onIt: Step = { ...WRITE, path: '//hq/films/a' }
  assert.is(mistakes([SHARE, badShare, onIt]).length, 1, 'the flawed share may be the one of the path')
  const badWrite = untyped({ ...WRITE, side: 'x' })
  assert.is(mistakes([SHARE, badWrite, onIt]).length, 2, 'a flawed edit makes no share')
  const result: Step = { do: 'expect-return', round: 1, code: 0 }
  assert.is(
    mistakes([SHARE, untyped({ ...SYNC, flags: 'x' }), result]).length,
    1,
    'the flawed call is round 1',
  )
})

test('mistakes come in the order of the steps', () => {
  const found = mistakes([SHARE, { ...WRITE, path: '//x/y' }, untyped({ ...WRITE, side: 'x' }), {
    ...WRITE,
    path: '//x/z',
  }])
  assert.equal(found.map((text) => text.slice(0, 7)), ['"//x/y"', '"side" ', '"//x/z"'])
})

test('mistakes lie where the step was written, else where the scenario was', () => {
  const write = { ...WRITE, path: '//x/y' }
  const whole = scenarioOf([SHARE, write, { ...WRITE, path: '//x/z' }])
  rememberPosition(whole, { file: 'a.ts', line: 1 })
  rememberPosition(write, { file: 'a.ts', line: 7, column: 3 })
  assert.equal(checkScenario(whole).map(({ position }) => position), [
    { file: 'a.ts', line: 7, column: 3 },
    { file: 'a.ts', line: 1 },
  ])
})

test.run()
