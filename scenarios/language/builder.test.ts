/** Tests that the builder says exactly the steps one expects, as frozen data, and remembers where they were written. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CsclabError } from '../../sim/mod.ts'
import { scenario, scenarioTable } from './builder.ts'
import { checkScenario } from './check.ts'
import { bytes, folder } from './content.ts'
import type { Kit } from './kit.ts'
import { positionOf } from './scenario.ts'
import type { Step } from './steps.ts'

const HEAD = { title: 'A title', covers: ['SYNC-05'] }
const SELF = fileURLToPath(import.meta.url)

function stepsOf(build: (kit: Kit) => void): readonly Step[] {
  return scenario(HEAD, build).steps
}

/** The steps after a share `//hq/docs`. */
function stepsOnDocs(build: (docs: ReturnType<Kit['share']>, kit: Kit) => void): readonly Step[] {
  return stepsOf((kit) => build(kit.share('//hq/docs', {}), kit)).slice(1)
}

/** Line and column, from 1, of a piece of this file that stands in it once. */
function placeOf(piece: string): { readonly file: string; readonly line: number; readonly column: number } {
  const before = readFileSync(SELF, 'utf8').split(piece)[0] ?? ''
  const lines = before.split('\n')
  return { file: SELF, line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

test('the example of a conflict that stays open', () => {
  const bothEdited = scenario({
    title: 'Edited on both sides without a policy: the conflict stays open',
    covers: ['SYNC-33', 'STATE-12', 'F3'],
  }, ({ share, sync }) => {
    const docs = share('//hq/docs', { pin: 'user' }, {
      'plan.txt': 'first draft',
      'art/logo.png': bytes(4096),
    })
    docs.server.write('plan.txt', 'edited at the office')
    docs.local.write('plan.txt', 'edited on the train')

    const round = sync(docs, 'in | out')
    round.returns(0)
    round.conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
    docs.server.holds('plan.txt', 'edited at the office')
    docs.local.holds('plan.txt', 'edited on the train')
  })
  const path = '//hq/docs/plan.txt'
  assert.equal(bothEdited, {
    kind: 'scenario',
    title: 'Edited on both sides without a policy: the conflict stays open',
    covers: ['SYNC-33', 'STATE-12', 'F3'],
    tags: [],
    row: undefined,
    steps: [
      {
        do: 'share',
        path: '//hq/docs',
        tree: { 'plan.txt': 'first draft', 'art/logo.png': { bytes: 4096, seed: 1 } },
        pin: 'user',
      },
      { do: 'write', side: 'server', path, content: 'edited at the office' },
      { do: 'write', side: 'local', path, content: 'edited on the train' },
      { do: 'sync', paths: ['//hq/docs'], flags: 'in | out' },
      { do: 'expect-return', round: 1, code: 0 },
      { do: 'expect-conflict', round: 1, path, state: 'FileChangedOnClient_ChangedOnServer' },
      { do: 'expect-holds', side: 'server', path, content: 'edited at the office' },
      { do: 'expect-holds', side: 'local', path, content: 'edited on the train' },
    ],
  })
  assert.equal(checkScenario(bothEdited), [])
})

test('a share with and without options, from a literal or a folder', () => {
  const steps = stepsOf(({ share }) => {
    share('//hq/a', { pin: 'user' })
    share('//hq/b', { pin: 'user', caching: 'programs', clock: 'still' }, { pin: 'a file of this name' })
    share('//hq/c', folder('./office'))
    share('//hq/d', {}, folder('package:uvu'))
  })
  assert.equal(steps, [
    { do: 'share', path: '//hq/a', tree: { pin: 'user' } },
    {
      do: 'share',
      path: '//hq/b',
      tree: { pin: 'a file of this name' },
      pin: 'user',
      caching: 'programs',
      clock: 'still',
    },
    { do: 'share', path: '//hq/c', tree: { folder: './office' } },
    { do: 'share', path: '//hq/d', tree: { folder: 'package:uvu' } },
  ])
})

test('every edit, on both sides', () => {
  for (const side of ['server', 'local'] as const) {
    const steps = stepsOnDocs((docs) => {
      const on = docs[side]
      on.write('a', 'x', { fails: 5 })
      on.append('a', bytes(3, 2), { clock: 'still' })
      on.edit('a', 'y', { offset: 7, fails: 32 })
      on.touch('a')
      on.mkdir('d/e')
      on.rename('a', 'd/b')
      on.rename('a', 'd/b', { replace: false, fails: 183 })
      on.remove('d')
      on.setAttributes('a', { set: ['READONLY'], clear: [] }, { fails: 2 })
      on.setTimes('a', { lastWrite: '2010-01-04 08:30:00' })
      on.read('a', { stream: 'note', fails: 2 })
      on.list('d', { clock: 'still' })
    })
    const path = '//hq/docs/a'
    assert.equal(steps, [
      { do: 'write', side, path, content: 'x', fails: 5 },
      { do: 'append', side, path, content: { bytes: 3, seed: 2 }, clock: 'still' },
      { do: 'edit', side, path, content: 'y', offset: 7, fails: 32 },
      { do: 'touch', side, path },
      { do: 'mkdir', side, path: '//hq/docs/d/e' },
      { do: 'rename', side, path, to: '//hq/docs/d/b' },
      { do: 'rename', side, path, to: '//hq/docs/d/b', replace: false, fails: 183 },
      { do: 'remove', side, path: '//hq/docs/d' },
      { do: 'set-attributes', side, path, set: ['READONLY'], clear: [], fails: 2 },
      { do: 'set-times', side, path, lastWrite: '2010-01-04 08:30:00' },
      { do: 'read', side, path, stream: 'note', fails: 2 },
      { do: 'list', side, path: '//hq/docs/d', clock: 'still' },
    ])
  }
})

test('every expectation of a side and of a share', () => {
  const steps = stepsOnDocs(({ path, server, local }) => {
    assert.is(path, '//hq/docs')
    local.holds('a', 'x', { because: 'SYNC-33' })
    server.missing('a')
    local.directory('d')
    local.attributes('a', ['HIDDEN'])
    local.spelling('A')
    local.tree({ a: 'x' })
    local.tree('d', { b: null }, { clock: 'still' })
  })
  const path = '//hq/docs/a'
  assert.equal(steps, [
    { do: 'expect-holds', side: 'local', path, content: 'x', because: 'SYNC-33' },
    { do: 'expect-missing', side: 'server', path },
    { do: 'expect-directory', side: 'local', path: '//hq/docs/d' },
    { do: 'expect-attributes', side: 'local', path, attributes: ['HIDDEN'] },
    { do: 'expect-spelling', side: 'local', path: '//hq/docs/A' },
    { do: 'expect-tree', side: 'local', path: '//hq/docs', tree: { a: 'x' } },
    { do: 'expect-tree', side: 'local', path: '//hq/docs/d', tree: { b: null }, clock: 'still' },
  ])
  const onShare = stepsOnDocs((docs) => {
    docs.same()
    docs.same('d', { because: 'SYNC-33' })
    docs.dirty('a')
    docs.clean('a')
    docs.pinned('', ['user', 'computer'])
  })
  assert.equal(onShare, [
    { do: 'expect-same', path: '//hq/docs' },
    { do: 'expect-same', path: '//hq/docs/d', because: 'SYNC-33' },
    { do: 'expect-dirty', path, dirty: true },
    { do: 'expect-dirty', path, dirty: false },
    { do: 'expect-pinned', path: '//hq/docs', pins: ['user', 'computer'] },
  ])
})

test('whole paths are taken as they are', () => {
  const steps = stepsOnDocs((docs) => {
    docs.server.rename('//HQ/docs/a', '//HQ/docs/b')
    assert.is(docs.at('d/e'), '//hq/docs/d/e')
    assert.is(docs.at(''), '//hq/docs')
  })
  assert.equal(steps, [{ do: 'rename', side: 'server', path: '//HQ/docs/a', to: '//HQ/docs/b' }])
})

test('what a call may be given', () => {
  const steps = stepsOnDocs((docs, { sync, raw }) => {
    sync(docs, 'in')
    sync(docs.at('a'), 6)
    sync([docs, '//hq/docs/b', raw('\\\\hq\\docs\\')], 'out')
    sync(raw(null), '')
    sync([], '')
    sync(null, '')
  })
  assert.equal(steps, [
    { do: 'sync', paths: ['//hq/docs'], flags: 'in' },
    { do: 'sync', paths: ['//hq/docs/a'], flags: 6 },
    { do: 'sync', paths: ['//hq/docs', '//hq/docs/b', { raw: '\\\\hq\\docs\\' }], flags: 'out' },
    { do: 'sync', paths: [{ raw: null }], flags: '' },
    { do: 'sync', paths: [], flags: '' },
    { do: 'sync', paths: null, flags: '' },
  ])
})

test('paths in options and of rounds are relative when one share is synchronized, and only then', () => {
  const steps = stepsOnDocs((docs, { sync }) => {
    const one = sync(docs, 'in', {
      user: 'ann',
      cancelAfter: 0,
      progress: [{ to: 'item-begin', path: 'a', nth: 1, answer: 'retry' }, { to: 'begin', answer: 'abort' }],
      crash: { when: 'before', request: 'commit', path: 'd/b', operation: 'SYNC_TO_SERVER', nth: 2 },
      clock: 'still',
    })
    one.result('a', 32)
    const two = sync([docs, docs], 'in', { crash: { when: 'after', request: 'list', path: 'a' } })
    two.result('a', 0)
    assert.equal([one.number, two.number], [1, 2])
  })
  assert.equal(steps, [
    {
      do: 'sync',
      paths: ['//hq/docs'],
      flags: 'in',
      user: 'ann',
      cancelAfter: 0,
      progress: [
        { to: 'item-begin', path: '//hq/docs/a', nth: 1, answer: 'retry' },
        { to: 'begin', answer: 'abort' },
      ],
      crash: {
        when: 'before',
        request: 'commit',
        path: '//hq/docs/d/b',
        operation: 'SYNC_TO_SERVER',
        nth: 2,
      },
      clock: 'still',
    },
    { do: 'expect-result', round: 1, path: '//hq/docs/a', code: 32 },
    {
      do: 'sync',
      paths: ['//hq/docs', '//hq/docs'],
      flags: 'in',
      crash: { when: 'after', request: 'list', path: 'a' },
    },
    { do: 'expect-result', round: 2, path: 'a', code: 0 },
  ])
})

test('every expectation of a round', () => {
  const steps = stepsOnDocs((docs, { sync }) => {
    const round = sync(docs, 'in')
    round.returns(0x800704c7, { because: 'SYNC-34' })
    round.conflict('a', 'FileChangedOnServer')
    round.noConflicts()
    round.result('a', 0)
    round.items(['a', '//hq/docs/b'])
    round.state('a', 'Stable')
    round.progress(['0:0:x:[]'])
    round.crashed({ clock: 'still' })
  })
  const path = '//hq/docs/a'
  assert.equal(steps.slice(1), [
    { do: 'expect-return', round: 1, code: 0x800704c7, because: 'SYNC-34' },
    { do: 'expect-conflict', round: 1, path, state: 'FileChangedOnServer' },
    { do: 'expect-no-conflicts', round: 1 },
    { do: 'expect-result', round: 1, path, code: 0 },
    { do: 'expect-items', round: 1, paths: [path, '//hq/docs/b'] },
    { do: 'expect-state', round: 1, path, state: 'Stable' },
    { do: 'expect-progress', round: 1, messages: ['0:0:x:[]'] },
    { do: 'expect-crashed', round: 1, clock: 'still' },
  ])
})

test('time, servers and notes', () => {
  const steps = stepsOf(({ wait, unreachable, reachable, note }) => {
    wait(1.5)
    unreachable('//hq', { clock: 'still' })
    reachable('//hq')
    note('Hello.')
  })
  assert.equal(steps, [
    { do: 'wait', seconds: 1.5 },
    { do: 'unreachable', server: '//hq', clock: 'still' },
    { do: 'reachable', server: '//hq' },
    { do: 'note', text: 'Hello.' },
  ])
})

test('steps are frozen to the bottom, hold no undefined fields, and are not what the author holds', () => {
  const tree = { d: { a: 'x' } }
  const options: object = { fails: undefined }
  const [share, write] = stepsOf((kit) => {
    kit.share('//hq/docs', tree).server.write('a', 'x', options)
    tree.d.a = 'changed afterwards'
  })
  assert.ok(share?.do === 'share')
  assert.equal(share?.do === 'share' && share.tree, { d: { a: 'x' } })
  for (const part of [share, Object(share).tree, Object(share).tree.d]) assert.ok(Object.isFrozen(part))
  assert.equal(Object.keys(Object(write)), ['do', 'side', 'path', 'content'])
  assert.not(Object.isFrozen(tree))
})

test('a table gives a scenario for every row', () => {
  const seen: unknown[] = []
  const table = scenarioTable(
    { ...HEAD, tags: ['t'] },
    { first: 1, second: 2 },
    ({ wait }, seconds, name) => {
      wait(seconds)
      seen.push(name)
    },
  )
  assert.equal(table.map(({ row, title, tags, steps }) => ({ row, title, tags, steps })), [
    { row: 'first', title: 'A title', tags: ['t'], steps: [{ do: 'wait', seconds: 1 }] },
    { row: 'second', title: 'A title', tags: ['t'], steps: [{ do: 'wait', seconds: 2 }] },
  ])
  assert.equal(seen, ['first', 'second'])
})

test('a scenario and each of its steps know where they were written', () => {
  const built = scenario(HEAD, ({ share, sync }) => {
    const docs = share('//hq/placed', {})
    docs.server.write('placed.txt', 'x')
    docs.local.tree({ 'placed.txt': 'x' })
    sync(docs, 'pin-new').noConflicts()
  })
  const table = scenarioTable(HEAD, { row: 'placed' }, ({ note }, text) => note(text))
  const pieces = [
    'scenario(HEAD, ({ share, sync })',
    "share('//hq/placed'",
    "write('placed.txt'",
    "tree({ 'placed.txt'",
    "sync(docs, 'pin-new')",
    'noConflicts()\n  })\n  const table',
  ]
  assert.equal([built, ...built.steps].map(positionOf), pieces.map(placeOf))
  const [row] = table
  assert.ok(row)
  assert.equal(row && positionOf(row), placeOf("scenarioTable(HEAD, { row: 'placed' }"))
  assert.equal(row?.steps.map(positionOf), [placeOf('note(text))\n  const pieces')])
})

test('what the function throws goes through', () => {
  const own = new RangeError('mine')
  try {
    scenario(HEAD, () => {
      throw own
    })
    assert.unreachable()
  } catch (error) {
    assert.is(error, own)
  }
})

/** The error that a function throws, when it is one of csclab. */
function errorOf(run: () => unknown): CsclabError {
  try {
    run()
  } catch (error) {
    if (error instanceof CsclabError) return error
    throw error
  }
  throw new Error('Nothing was thrown')
}

test('an asynchronous function is refused, even one that fails', () => {
  const build = async ({ note }: Kit): Promise<void> => {
    note('Too late.')
    await Promise.reject(new Error('nobody listens'))
  }
  const untyped: (kit: Kit) => unknown = build
  const error = errorOf(() => scenario(HEAD, untyped))
  assert.is(error.code, 'scenario')
  assert.is(error.message, 'The function of a scenario is asynchronous')
  assert.is(error.position?.file, SELF)
  assert.match(error.hint ?? '', /^Scenarios are built synchronously: /)
})

test('a step after the scenario was built is refused', () => {
  const handles: Kit[] = []
  scenario(HEAD, (kit) => void handles.push(kit))
  const error = errorOf(() => handles[0]?.wait(1))
  assert.is(error.message, 'The step "wait" comes after its scenario was built')
  assert.is(error.position?.file, SELF)
})

test('a function in a step is refused', () => {
  const options: object = { fails: () => 5 }
  const error = errorOf(() => stepsOnDocs((docs) => docs.server.write('a', 'x', options)))
  assert.is(error.message, 'The step "write" holds something that is no plain data')
  assert.match(error.hint ?? '', /bytes\(SIZE\)/)
  assert.instance(error.cause, Error)
})

test.run()
