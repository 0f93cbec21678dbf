/** Tests that mistakes about machines, users, states of the cache and contents are found, with a hint. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { checkScenario } from './check.ts'
import type { Scenario } from './scenario.ts'
import type { OpenStep, ShareStep, Step, SyncStep, WriteStep } from './steps.ts'

const SHARE: ShareStep = { do: 'share', path: '//hq/docs', tree: { 'plan.txt': 'x' } }
const PATH = '//hq/docs/plan.txt'
const WRITE: WriteStep = { do: 'write', side: 'server', path: PATH, content: 'y' }
const SYNC: SyncStep = { do: 'sync', paths: ['//hq/docs'], flags: 'in' }
const OPEN: OpenStep = { do: 'open', side: 'server', path: PATH, access: 'read', share: [], as: 'plan' }
const TABLET: Step = { do: 'client', name: 'tablet' }
const BOB: Step = { do: 'user', name: 'bob' }

function scenarioOf(steps: readonly Step[]): Scenario {
  return { kind: 'scenario', title: 'A title', covers: ['SYNC-05'], tags: [], row: undefined, steps }
}

/** What is wrong, each as `message | hint`. */
function mistakes(steps: readonly Step[]): readonly string[] {
  return checkScenario(scenarioOf(steps)).map(({ message, hint }) =>
    hint === undefined ? message : `${message} | ${hint}`
  )
}

/** Values that the types rule out, as they come from JavaScript. */
function untyped(step: object): Step {
  return JSON.parse(JSON.stringify(step))
}

test('names that no server or share can have, with what they may be (P14.4)', () => {
  const share = (path: string): Step => ({ ...SHARE, path })
  const hint = 'Such a name is a file name, not one reserved; that of a share has at most 80 UTF-16 units'
  assert.equal(mistakes([share(`//hq/${'x'.repeat(80)}`)]), [])
  const [tooLong = ''] = mistakes([share(`//hq/${'x'.repeat(81)}`)])
  assert.match(tooLong, /^"path" of the step "share" must have a name that a share can have, not "\/\/hq\/xx/)
  assert.ok(tooLong.endsWith(` | ${hint}`))
  for (const path of ['//hq/a:b', '//hq/..', '//hq/nul', '//a?/docs', '//hq/x{u+003a}y']) {
    assert.match(mistakes([share(path)]).join(), /must have a name that a (share|server) can have/, path)
  }
  assert.equal(mistakes([{ do: 'server', path: '//..' }]), [
    `"path" of the step "server" must have a name that a server can have, not "//.." | ${hint}`,
  ])
  const decomposed = `//hq/${'{nfd:é}'.repeat(41)}`
  assert.is(mistakes([share(decomposed)]).length, 1, 'escapes count as what they stand for')
  assert.equal(mistakes([share(decomposed.replaceAll('nfd', 'nfc'))]), [])
})

test('clients and users that are not there, with the nearest, wherever they are named', () => {
  assert.equal(mistakes([SHARE, TABLET, { do: 'go-online', share: '//hq/docs', client: 'tablte' }]), [
    'There is no client "tablte" | Did you mean "tablet"?',
  ])
  assert.equal(mistakes([SHARE, BOB, { ...SYNC, user: 'bbo', client: 'phone' }]), [
    'There is no client "phone" | The clients of this scenario are "laptop"; make it first, with a step "client"',
    'There is no user "bbo" | Did you mean "bob"?',
  ])
  const wrong: readonly Step[] = [
    { ...WRITE, user: 'ann' },
    { ...OPEN, user: 'ann' },
    { do: 'allow', side: 'server', path: PATH, user: 'ann', rights: ['read'] },
    { do: 'deny', side: 'server', path: PATH, user: 'ann', rights: ['read'] },
    { do: 'limit-user', server: '//hq', user: 'ann', bytes: 1 },
    { ...SYNC, user: 'ann' },
    { ...SYNC, during: [{ request: 'list', steps: [{ ...WRITE, user: 'ann' }] }] },
    { do: 'expect-read', side: 'server', path: PATH, user: 'ann', content: 'x' },
  ]
  for (const step of wrong) {
    assert.equal(mistakes([SHARE, step]), [
      'There is no user "ann" | The users of this scenario are "alice"; make it first, with a step "user"',
    ], step.do)
  }
  const onPhone: readonly Step[] = [
    { ...WRITE, side: 'local', client: 'phone' },
    { ...OPEN, side: 'local', client: 'phone' },
    { do: 'slow', share: '//hq/docs', client: 'phone' },
    { do: 'unreachable', server: '//hq', client: 'phone' },
    { do: 'latency', server: '//hq', milliseconds: 1, client: 'phone' },
    { do: 'set-clock', client: 'phone', ahead: 1 },
    { do: 'policy', client: 'phone' },
    { do: 'service', client: 'phone' },
    { do: 'limit-disk', client: 'phone', bytes: 1 },
    { do: 'pin', path: PATH, client: 'phone' },
    { do: 'expect-holds', side: 'local', path: PATH, client: 'phone', content: 'x' },
    { do: 'expect-same', path: PATH, client: 'phone' },
    { do: 'expect-shows', path: PATH, client: 'phone', shows: { ghost: true } },
  ]
  for (const step of onPhone) assert.match(mistakes([SHARE, step]).join(), /^There is no client "phone" \|/)
  for (const step of onPhone) {
    assert.equal(mistakes([{ do: 'client', name: 'phone' }, SHARE, step]), [], step.do)
  }
})

test('names of clients and users are taken as they are', () => {
  assert.equal(mistakes([SHARE, { ...SYNC, client: 'Laptop', user: 'Alice' }]), [
    'There is no client "Laptop" | Did you mean "laptop"?',
    'There is no user "Alice" | Did you mean "alice"?',
  ])
  assert.equal(mistakes([SHARE, { do: 'client', name: '-x' }]), [
    '"name" of the step "client" must be letters, digits and dashes, the first no dash, not "-x"',
  ])
  assert.is(mistakes([SHARE, { do: 'user', name: 'bob smith' }]).length, 1)
})

test('clients and users that are made twice, too late, or are always there', () => {
  assert.equal(mistakes([SHARE, { do: 'client', name: 'Laptop' }, { do: 'user', name: 'alice' }]), [
    'The client "Laptop" is always there | Leave the step out, or give the client another name',
    'The user "alice" is always there | Leave the step out, or give the user another name',
  ])
  assert.equal(mistakes([SHARE, TABLET, { do: 'client', name: 'TABLET' }]), [
    'The client "TABLET" is made twice | Give one of them another name, or leave one of them out',
  ])
  assert.equal(mistakes([SHARE, { do: 'client', name: 'bob' }, BOB]), [], 'a user may be named like a client')
  assert.equal(mistakes([SHARE, WRITE, TABLET]), [
    'The client "tablet" comes after a step "write" | Make all clients before the first edit, call or expectation',
  ])
  const pin: Step = { do: 'pin', path: PATH }
  for (const before of [SYNC, OPEN, pin, { do: 'expect-same', path: PATH } as const]) {
    assert.match(mistakes([SHARE, before, BOB]).join(), `comes after a step "${before.do}"`)
  }
  assert.equal(mistakes([SHARE, { do: 'go-online', share: '//hq/docs' }, TABLET, BOB]), [])
})

test('what is made only later is named so', () => {
  assert.equal(mistakes([SHARE, { do: 'service', client: 'tablet' }, TABLET]), [
    'The client "tablet" is not made yet | Make it before this step',
  ])
  assert.equal(mistakes([{ do: 'go-online', share: '//hq/docs' }, SHARE]), [
    'The share "//hq/docs" is not made yet | Make it before this step',
  ])
  assert.equal(mistakes([{ do: 'unreachable', server: '//hq' }, SHARE]), [
    'No share lies on the server "//hq" yet | Make the share before this step',
  ])
})

test('shares whose connection changes are named as they were made', () => {
  assert.equal(mistakes([SHARE, { do: 'go-online', share: '//HQ/docs' }]), [
    'There is no share "//HQ/docs" | Did you mean "//hq/docs"?',
  ])
  assert.equal(mistakes([{ do: 'go-offline', share: '//hq/docs' }]), [
    'There is no share "//hq/docs" | Make it first, with a step "share"',
  ])
})

test('profiles of servers: before the first share, once, for a share', () => {
  const profile: Step = { do: 'server', path: '//HQ', caseSensitive: true }
  assert.equal(mistakes([profile, SHARE]), [], 'case does not matter')
  assert.equal(mistakes([profile, { do: 'server', path: '//hq' }, SHARE]), [
    'The server "//hq" has two profiles | Put all that is to be said of it into one step',
  ])
  assert.equal(mistakes([SHARE, profile]), [
    'The server "//HQ" comes after its share "//hq/docs" | Tell of a server before its first share',
  ])
  assert.equal(mistakes([SHARE, { do: 'server', path: '//branch' }]), [
    'No share lies on the server "//branch" | Make a share on it, or leave the step out',
  ])
  assert.equal(mistakes([SHARE, WRITE, profile]), [
    'The server "//HQ" comes after a step "write" | Tell of all servers before the first edit, call or expectation',
  ])
})

test('servers without a share, for every step that names one', () => {
  const wrong: readonly Step[] = [
    { do: 'latency', server: '//h', milliseconds: 1 },
    { do: 'set-clock', server: '//h', ahead: 1 },
    { do: 'limit-disk', server: '//h', bytes: 1 },
    { do: 'limit-user', server: '//h', user: 'alice', bytes: 1 },
    { ...SYNC, during: [{ request: 'list', steps: [{ do: 'unreachable', server: '//h' }] }] },
  ]
  for (const step of wrong) {
    assert.equal(
      mistakes([SHARE, step]),
      ['No share lies on the server "//h" | Did you mean "//hq"?'],
      step.do,
    )
  }
})

test('numbers of machines out of range', () => {
  const wrong: readonly (readonly [step: Step, message: RegExp])[] = [
    [
      { do: 'server', path: '//hq', timeGranularity: 0 },
      /from 0.0000001 \(100 ns\) to 86400 \(a day\), .*, not 0/,
    ],
    [{ do: 'server', path: '//hq', timeGranularity: 1.5e-7 }, /in steps of 0.0000001, not 1.5e-7/],
    [{ do: 'server', path: '//hq', clockAhead: -1e9 }, /from -883612800 to 883612800 \(28 years\)/],
    [{ do: 'server', path: '//hq', capacity: -1 }, /a whole number of bytes, 0 or more, not -1/],
    [{ do: 'latency', server: '//hq', milliseconds: -1 }, /milliseconds from 0 to 883612800000 \(28 years\)/],
    [{ do: 'limit-disk', client: 'laptop', bytes: 0.5 }, /bytes, 0 or more, or null for no limit, not 0.5/],
    [{ do: 'fault', request: 'read', times: 0, then: { fail: 5 } }, /"times" .* 1 or more, not 0/],
    [{ do: 'fault', request: 'read', then: { fail: 0 } }, /"then.fail" .* from 1 to 4294967295, not 0/],
    [
      { do: 'sparse', path: PATH, present: [{ at: 0, bytes: 0 }] },
      /"present\[0\].bytes" .*, 1 or more, not 0/,
    ],
  ]
  for (const [step, message] of wrong) {
    const found = mistakes(step.do === 'server' ? [step, SHARE] : [SHARE, step])
    assert.is(found.length, 1)
    assert.match(found.join(), message)
  }
  assert.equal(mistakes([{ do: 'server', path: '//hq', timeGranularity: 1e-7, clockAhead: -0.5 }, SHARE]), [])
})

test('unknown words, with the nearest', () => {
  const wrong: readonly (readonly [step: object, message: string])[] = [
    [
      { do: 'policy', conflicts: { '//hq/docs': 'keep-locl' } },
      '"conflicts.//hq/docs" of the step "policy" must be one of "none", "keep-local", "keep-remote", "keep-all", ' +
      '"keep-latest", "log", "skip", "abort", not "keep-locl" | Did you mean "keep-local"?',
    ],
    [
      { do: 'expect-shows', path: PATH, shows: { spares: true } },
      'The shown state has no field "spares" | Did you mean "sparse"?',
    ],
    [
      { do: 'expect-shows', path: PATH, shows: {} },
      '"shows" of the step "expect-shows" must say at least one state',
    ],
    [
      { do: 'fault', request: 'comit', then: { fail: 5 } },
      '"request" of the step "fault" must be a known word, not "comit" | Did you mean "commit"?',
    ],
    [
      { do: 'fault', request: 'commit', then: { fial: 5 } },
      '"then" of the step "fault" must be { "fail": CODE }, { "delay": MILLISECONDS }, { "disconnect": true } or ' +
      '{ "crash": "before" }',
    ],
    [
      { do: 'fault', request: 'commit', then: { disconnect: true, fail: 5 } },
      'The failure has no field "disconnect" | Its fields are "fail"',
    ],
    [
      { do: 'fault', request: 'commit', then: { disconnect: true, again: true } },
      'The disconnection has no field "again" | Its fields are "disconnect"',
    ],
    [
      { do: 'allow', side: 'server', path: PATH, user: 'alice', rights: [] },
      '"rights" of the step "allow" must name at least one right',
    ],
    [
      { do: 'allow', side: 'local', path: PATH, user: 'alice', rights: ['read'] },
      '"side" of the step "allow" must be one of "server", not "local"',
    ],
    [
      { ...WRITE, stream: 'a:b' },
      '"stream" of the step "write" must be the name of a stream: a text without colon or slash, not "a:b"',
    ],
  ]
  for (const [step, message] of wrong) assert.equal(mistakes([SHARE, untyped(step)]), [message])
})

test('policy names that Windows could not tell apart', () => {
  assert.equal(mistakes([SHARE, { do: 'policy', conflicts: { '//hq/docs': 'log', '//HQ/Docs': 'skip' } }]), [
    'The policies name "//HQ/Docs" twice | Names of policy values are compared without regard to case: leave one of them out',
  ])
  assert.equal(
    mistakes([SHARE, { do: 'policy', conflicts: { '': 'log', 'no path': 'skip', '//x': 'log' } }]),
    [],
  )
})

test('files with holes: parts in order, within the size', () => {
  const holed = (
    size: number,
    ...parts: readonly { readonly at: number; readonly content: string }[]
  ): Step => ({
    ...WRITE,
    content: { size, parts },
  })
  assert.equal(mistakes([SHARE, holed(4, { at: 0, content: 'ab' }, { at: 2, content: 'cd' })]), [])
  assert.equal(mistakes([SHARE, holed(9, { at: 2, content: 'ab' }, { at: 3, content: '' })]), [
    'The part at 3 begins before the one before it ends, at 4 | Write parts in order, none over another',
  ])
  assert.equal(mistakes([SHARE, holed(3, { at: 2, content: 'é' })]), [
    'The part at 2 ends at 4, behind the end of the file at 3 | Make "size" larger or the part shorter',
  ])
  assert.match(
    mistakes([SHARE, holed(2 ** 44 + 1)]).join(),
    /0 to 17592185978880 \(16 TiB less 64 KiB\), not 17592186044417/,
  )
  assert.equal(mistakes([SHARE, untyped({ ...WRITE, content: { size: 5 } })]), [
    'The file with holes lacks "parts" | Add "parts": What is written, in order; the rest are holes.',
  ])
  assert.equal(mistakes([SHARE, untyped({ ...WRITE, do: 'append', content: { size: 5, parts: [] } })]), [
    '"content" of the step "append" must be a text, { "bytes": SIZE, "seed": NUMBER } or { "base64": TEXT }',
  ])
})

test('links whose target is no path', () => {
  assert.equal(mistakes([SHARE, { ...WRITE, content: { link: 'plan.txt' } }]), [
    '"content.link" of the step "write" must begin with "//", not "plan.txt" | Write "//server/share/name"',
  ])
  assert.equal(mistakes([SHARE, untyped({ ...WRITE, content: { link: '//hq/docs', dirctory: true } })]), [
    'The link has no field "dirctory" | Did you mean "directory"?',
  ])
  assert.equal(mistakes([{ ...SHARE, tree: { a: { link: '//elsewhere/x', directory: true } } }]), [])
})

test('cached ranges in order', () => {
  const ranges = [{ at: 4, bytes: 4 }, { at: 7, bytes: 1 }]
  assert.equal(mistakes([SHARE, { do: 'sparse', path: PATH, present: ranges }]), [
    'The range at 7 begins before the one before it ends | Write ranges in order, none over another',
  ])
  assert.equal(
    mistakes([SHARE, { do: 'sparse', path: PATH, present: [{ at: 0, bytes: 4 }, { at: 4, bytes: 1 }] }]),
    [],
  )
})

test.run()
