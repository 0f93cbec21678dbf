/** Tests that mistakes about open files, faults and what happens during calls are found, with a hint. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { checkScenario } from './check.ts'
import type { OpenStep, ShareStep, Step, SyncStep, WriteStep } from './steps.ts'

const SHARE: ShareStep = { do: 'share', path: '//hq/docs', tree: { 'plan.txt': 'x' } }
const PATH = '//hq/docs/plan.txt'
const WRITE: WriteStep = { do: 'write', side: 'server', path: PATH, content: 'y' }
const SYNC: SyncStep = { do: 'sync', paths: ['//hq/docs'], flags: 'in' }
const OPEN: OpenStep = { do: 'open', side: 'server', path: PATH, access: 'read', share: [], as: 'plan' }

/** What is wrong, each as `message | hint`. */
function mistakes(steps: readonly Step[]): readonly string[] {
  const whole = {
    kind: 'scenario',
    title: 'A title',
    covers: ['SYNC-05'],
    tags: [],
    row: undefined,
    steps,
  } as const
  return checkScenario(whole).map(({ message, hint }) =>
    hint === undefined ? message : `${message} | ${hint}`
  )
}

/** Values that the types rule out, as they come from JavaScript. */
function untyped(step: object): Step {
  return JSON.parse(JSON.stringify(step))
}

test('a client for what is done at the server', () => {
  const hint = 'Leave "client" out, or write "side": "local"'
  const wrong: readonly Step[] = [
    { ...WRITE, client: 'laptop' },
    { ...OPEN, client: 'laptop' },
    { do: 'expect-missing', side: 'server', path: PATH, client: 'laptop' },
    { ...SYNC, during: [{ request: 'list', steps: [{ ...WRITE, client: 'laptop' }] }] },
  ]
  for (const step of wrong) {
    const verb = step.do === 'sync' ? 'write' : step.do
    assert.equal(mistakes([SHARE, step]), [
      `The step "${verb}" is about the server, and names the client "laptop" | ${hint}`,
    ])
  }
})

test('of two fields one, and not both', () => {
  const read: Step = { do: 'expect-read', side: 'local', path: PATH }
  assert.equal(
    mistakes([
      SHARE,
      { do: 'set-clock', ahead: 1 },
      { do: 'limit-disk', server: '//hq', client: 'laptop', bytes: 1 },
      read,
      { ...read, content: 'x', fails: 5 },
      { ...SYNC, during: [{ request: 'list', steps: [{ do: 'set-clock', ahead: 1 }] }] },
    ]),
    [
      'The step "set-clock" lacks "server" or "client" | Add one of them',
      'The step "limit-disk" has both "server" and "client" | Leave one of them out',
      'The step "expect-read" lacks "content" or "fails" | Add one of them',
      'The step "expect-read" has both "content" and "fails" | Leave one of them out',
      'The step "set-clock" lacks "server" or "client" | Add one of them',
    ],
  )
})

test('a call of Unpin names the pins in its flags', () => {
  const unpin: Step = { do: 'unpin', path: PATH, flags: 0x20 }
  assert.equal(
    mistakes([SHARE, unpin, { ...unpin, deep: true }, { do: 'unpin', path: PATH, for: 'computer' }]),
    [],
  )
  assert.equal(mistakes([SHARE, { ...unpin, for: 'user' }, { do: 'unpin', path: PATH, deep: true }]), [
    'The step "unpin" has both "flags" and "for" | Leave one of them out',
    'The step "unpin" has "deep" but no "flags" | Add "flags", or leave "deep" out',
  ])
})

test('places: an address or a kind of request, and one of nth and every', () => {
  const hint = 'Say at which kind of request it happens, or at which address'
  assert.equal(
    mistakes([
      SHARE,
      { do: 'fault', path: PATH, then: { fail: 5 } },
      { do: 'fault', request: 'list', nth: 1, every: true, then: { fail: 5 } },
      {
        ...SYNC,
        faults: [{ then: { disconnect: true } }],
        during: [{ steps: [WRITE] }],
        crash: { when: 'before' },
      },
      { ...SYNC, crash: { when: 'before', address: 'round 2 · x' } },
    ]),
    [
      `The step "fault" lacks "request" or "address" | ${hint}`,
      'The step "fault" has both "nth" and "every" | Leave one of them out',
      `"faults[0]" of the step "sync" lacks "request" or "address" | ${hint}`,
      `"during[0]" of the step "sync" lacks "request" or "address" | ${hint}`,
      `"crash" of the step "sync" lacks "request" or "address" | ${hint}`,
    ],
  )
  assert.match(
    mistakes([SHARE, untyped({ ...SYNC, crash: { when: 'before', request: 'list', every: true } })]).join(),
    /^The crash has no field "every"/,
  )
})

test('files: each name once, closed only while open', () => {
  const close: Step = { do: 'close', handle: 'plan' }
  assert.equal(mistakes([SHARE, OPEN, close]), [])
  assert.equal(mistakes([SHARE, OPEN]), [], 'a file may stay open')
  assert.equal(mistakes([SHARE, OPEN, { do: 'close', handle: 'plna' }]), [
    'No file is open under the name "plna" | Did you mean "plan"?',
  ])
  assert.equal(mistakes([SHARE, OPEN, { do: 'close', handle: 'editor' }]), [
    'No file is open under the name "editor" | Open files are "plan"',
  ])
  assert.equal(mistakes([SHARE, close, OPEN]), [
    'No file is open under the name "plan" | No file is open here',
  ])
  assert.equal(mistakes([SHARE, OPEN, close, close]), [
    'The file "plan" is closed already | No file is open here',
  ])
  assert.equal(mistakes([SHARE, { ...OPEN, fails: 32 }, close]), [
    'The file "plan" was never open: opening it was refused | No file is open here',
  ])
  assert.equal(mistakes([SHARE, OPEN, close, OPEN]), [
    'Two files are opened under the name "plan" | Give one of them another name',
  ])
})

test('files are opened and closed during calls, too', () => {
  const close: Step = { do: 'close', handle: 'plan' }
  const during = (...steps: readonly (typeof OPEN | typeof close)[]): Step =>
    untyped({ ...SYNC, during: [{ request: 'list', steps }] })
  assert.equal(mistakes([SHARE, during(OPEN), close]), [])
  assert.equal(mistakes([SHARE, OPEN, during(close)]), [])
  assert.equal(mistakes([SHARE, during(close)]), [
    'No file is open under the name "plan" | No file is open here',
  ])
})

test('during a call only what can happen then', () => {
  const during = (step: object): Step => untyped({ ...SYNC, during: [{ request: 'list', steps: [step] }] })
  assert.equal(mistakes([SHARE, during({ do: 'wrte' })]), [
    '"wrte" is no verb for what happens during a call | Did you mean "write"?',
  ])
  for (const step of [SYNC, SHARE, { do: 'expect-same', path: PATH }, { do: 'pin', path: PATH }]) {
    assert.match(
      mistakes([SHARE, during(step)]).join(),
      `"${step.do}" is no verb for what happens during a call | During a call `,
    )
  }
  assert.equal(mistakes([SHARE, untyped({ ...SYNC, during: [{ request: 'list', steps: [] }] })]), [
    '"during[0].steps" of the step "sync" must hold at least one step',
  ])
  assert.equal(mistakes([SHARE, during({ ...WRITE, content: 5 })]).map((text) => text.slice(0, 46)), [
    '"during[0].steps[0].content" of the step "sync',
  ])
})

test('paths of handlers, faults and what happens during a call lie on shares', () => {
  const steps: readonly Step[] = [SHARE, {
    ...SYNC,
    handler: [{ path: '//x/y/1', answer: 'none' }],
    faults: [{ request: 'list', path: '//x/y/2', then: { fail: 5 } }],
    during: [{ request: 'list', path: '//x/y/3', steps: [{ ...WRITE, path: '//x/y/4' }] }],
  }, { do: 'fault', request: 'list', path: '//x/y/5', then: { fail: 5 } }]
  const found = mistakes(steps)
  for (const text of found) assert.match(text, ' lies on no share of this scenario')
  assert.equal(found.map((text) => /"(.*?)"/.exec(text)?.[1]?.slice(-1)), ['1', '2', '3', '4', '5'])
  const raw: Step = {
    ...SYNC,
    paths: [{ raw: 'x' }],
    faults: [{ request: 'list', path: '//x/y', then: { fail: 5 } }],
    during: [{ request: 'list', path: '//x/y', steps: [{ ...WRITE, path: '//x/y' }] }],
  }
  assert.is(mistakes([SHARE, raw]).length, 1, 'only edits have to lie on a share')
  const move: Step = {
    ...SYNC,
    during: [{
      request: 'list',
      steps: [{ do: 'rename', side: 'server', path: PATH, to: '//hq/films/a' }],
    }],
  }
  assert.match(mistakes([SHARE, { ...SHARE, path: '//hq/films' }, move]).join(), 'lies on another share')
})

test('a flawed step leads to no mistakes that are not sure', () => {
  const badClient = untyped({ do: 'client', name: '?' })
  assert.is(mistakes([SHARE, badClient, { ...SYNC, client: 'tablet' }]).length, 1)
  assert.is(mistakes([SHARE, badClient, { ...SYNC, user: 'ann' }]).length, 2)
  const badOpen = untyped({ ...OPEN, access: 'x' })
  assert.is(mistakes([SHARE, badOpen, { do: 'close', handle: 'plan' }]).length, 1)
  const badCall = untyped({ ...SYNC, flags: 'x' })
  assert.is(mistakes([SHARE, badCall, { do: 'close', handle: 'plan' }]).length, 1, 'it may open the file')
  assert.is(mistakes([SHARE, badCall, { ...SYNC, client: 'tablet' }]).length, 2, 'it makes no client')
})

test.run()
