/** Tests that the words for machines, users, states of the cache and faults say exactly the steps one expects. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CsclabError } from '../../sim/mod.ts'
import { scenario } from './builder.ts'
import { checkScenario } from './check.ts'
import type { Kit } from './kit.ts'
import type { ShareHandle } from './share-handle.ts'
import { FIRST_CLIENT, FIRST_USER, type MeanwhileStep, type Step } from './steps.ts'

const HEAD = { title: 'A title', covers: ['SYNC-05'] }

function stepsOf(build: (kit: Kit) => void): readonly Step[] {
  return scenario(HEAD, build).steps
}

/** The steps after a share `//hq/docs`. */
function stepsOnDocs(build: (docs: ShareHandle, kit: Kit) => void): readonly Step[] {
  return stepsOf((kit) => build(kit.share('//hq/docs', {}), kit)).slice(1)
}

const path = '//hq/docs/a'

test('servers, clients and users give what names them', () => {
  const steps = stepsOf(({ server, client, user, share }) => {
    assert.is(server('//hq', { timeGranularity: 2, storageBits: ['REPARSE_POINT'], clock: 'still' }), '//hq')
    assert.is(client('tablet'), 'tablet')
    assert.is(user('bob', { clock: 'still' }), 'bob')
    share('//hq/docs', {})
  })
  assert.equal(steps.slice(0, 3), [
    { do: 'server', path: '//hq', timeGranularity: 2, storageBits: ['REPARSE_POINT'], clock: 'still' },
    { do: 'client', name: 'tablet' },
    { do: 'user', name: 'bob', clock: 'still' },
  ])
  assert.equal([FIRST_CLIENT, FIRST_USER], ['laptop', 'alice'])
})

test('connections, of a share and of a server', () => {
  const steps = stepsOnDocs((docs, { unreachable, reachable, latency }) => {
    docs.goOnline()
    docs.goOffline({ client: 'tablet', clock: 'still' })
    docs.slow({ latency: 200, client: 'tablet' })
    docs.slow()
    unreachable('//hq', { client: 'tablet' })
    reachable('//hq', { client: 'tablet' })
    latency('//hq', 40)
    latency('//hq', 40, { client: 'tablet', clock: 'still' })
  })
  const share = '//hq/docs'
  assert.equal(steps, [
    { do: 'go-online', share },
    { do: 'go-offline', share, client: 'tablet', clock: 'still' },
    { do: 'slow', share, latency: 200, client: 'tablet' },
    { do: 'slow', share },
    { do: 'unreachable', server: '//hq', client: 'tablet' },
    { do: 'reachable', server: '//hq', client: 'tablet' },
    { do: 'latency', server: '//hq', milliseconds: 40 },
    { do: 'latency', server: '//hq', milliseconds: 40, client: 'tablet', clock: 'still' },
  ])
})

test('clocks, settings and limits of machines', () => {
  const steps = stepsOf(({ setClock, policy, service, limitDisk, limitUser }) => {
    setClock({ server: '//hq' }, -3600)
    setClock({ client: 'tablet' }, 5, { clock: 'still' })
    policy({ conflicts: { '//hq/docs': 'keep-all' }, excludedTypes: ['*.pst'], client: 'tablet' })
    service({ enabled: true, active: false })
    limitDisk({ server: '//hq' }, 4096)
    limitDisk({ client: 'tablet' }, null, { clock: 'still' })
    limitUser('bob', { server: '//hq', bytes: null })
  })
  assert.equal(steps, [
    { do: 'set-clock', server: '//hq', ahead: -3600 },
    { do: 'set-clock', client: 'tablet', ahead: 5, clock: 'still' },
    { do: 'policy', conflicts: { '//hq/docs': 'keep-all' }, excludedTypes: ['*.pst'], client: 'tablet' },
    { do: 'service', enabled: true, active: false },
    { do: 'limit-disk', server: '//hq', bytes: 4096 },
    { do: 'limit-disk', client: 'tablet', bytes: null, clock: 'still' },
    { do: 'limit-user', user: 'bob', server: '//hq', bytes: null },
  ])
})

test('states of the cache', () => {
  const steps = stepsOnDocs((docs) => {
    docs.pin('a', { for: 'computer', inherit: false, client: 'tablet' })
    docs.unpin('a', { for: 'computer' })
    docs.unpin('a', { flags: 0x1820, deep: true })
    docs.deleteItems('a', { flags: 4, user: 'bob', administrator: true })
    docs.findSlow({ client: 'tablet' })
    docs.suspend('a')
    docs.release('a', { client: 'tablet' })
    docs.sparse('a', { present: [{ at: 0, bytes: 1 }] })
    docs.ghost('a')
    docs.evict('a')
    docs.autoCache('a')
    docs.adopt('a', { clock: 'still' })
  })
  assert.equal(steps, [
    { do: 'pin', path, for: 'computer', inherit: false, client: 'tablet' },
    { do: 'unpin', path, for: 'computer' },
    { do: 'unpin', path, flags: 0x1820, deep: true },
    { do: 'delete-items', path, flags: 4, user: 'bob', administrator: true },
    { do: 'find-slow', path: '//hq/docs', client: 'tablet' },
    { do: 'suspend', path },
    { do: 'release', path, client: 'tablet' },
    { do: 'sparse', path, present: [{ at: 0, bytes: 1 }] },
    { do: 'ghost', path },
    { do: 'evict', path },
    { do: 'auto-cache', path },
    { do: 'adopt', path, clock: 'still' },
  ])
})

test('faults have whole paths', () => {
  const steps = stepsOnDocs((docs, { fault, clearFaults }) => {
    fault({ request: 'commit', path: docs.at('a'), side: 'server', nth: 2, times: 3, then: { fail: 112 } })
    fault({ request: 'list', every: true, then: { delay: 5 }, clock: 'still' })
    clearFaults()
    clearFaults({ clock: 'still' })
  })
  assert.equal(steps, [
    { do: 'fault', request: 'commit', path, side: 'server', nth: 2, times: 3, then: { fail: 112 } },
    { do: 'fault', request: 'list', every: true, then: { delay: 5 }, clock: 'still' },
    { do: 'clear-faults' },
    { do: 'clear-faults', clock: 'still' },
  ])
})

test('another client has all edits and expectations of a side', () => {
  const steps = stepsOnDocs((docs) => {
    const tablet = docs.on('tablet')
    tablet.write('a', 'x', { user: 'bob', stream: 's' })
    tablet.rename('a', 'b')
    tablet.holds('a', 'x')
    tablet.tree({})
    docs.same('', { client: 'tablet' })
    docs.dirty('a', { client: 'tablet' })
    docs.pinned('a', [], { client: 'tablet' })
    docs.shows('a', { sparse: true, dirty: false }, { client: 'tablet', because: 'SYNC-33' })
  })
  const client = 'tablet'
  assert.equal(steps, [
    { do: 'write', side: 'local', path, client, content: 'x', user: 'bob', stream: 's' },
    { do: 'rename', side: 'local', path, client, to: '//hq/docs/b' },
    { do: 'expect-holds', side: 'local', path, client, content: 'x' },
    { do: 'expect-tree', side: 'local', path: '//hq/docs', client, tree: {} },
    { do: 'expect-same', path: '//hq/docs', client },
    { do: 'expect-dirty', path, dirty: true, client },
    { do: 'expect-pinned', path, pins: [], client },
    { do: 'expect-shows', path, shows: { sparse: true, dirty: false }, client, because: 'SYNC-33' },
  ])
})

test('files are opened under a name and closed', () => {
  const steps = stepsOnDocs((docs, { close }) => {
    const first = docs.server.open('a', { access: 'read', share: ['read'], user: 'bob' })
    const second = docs.on('tablet').open('a', { access: 'delete', share: [] })
    const third = docs.local.open('a', { access: 'write', share: [], as: 'editor', fails: 32 })
    assert.equal([first.name, second.name, third.name], ['file1', 'file2', 'editor'])
    first.close()
    close(second, { clock: 'still' })
    close('editor')
  })
  assert.equal(steps, [
    { do: 'open', side: 'server', path, as: 'file1', access: 'read', share: ['read'], user: 'bob' },
    { do: 'open', side: 'local', path, client: 'tablet', as: 'file2', access: 'delete', share: [] },
    { do: 'open', side: 'local', path, as: 'editor', access: 'write', share: [], fails: 32 },
    { do: 'close', handle: 'file1' },
    { do: 'close', handle: 'file2', clock: 'still' },
    { do: 'close', handle: 'editor' },
  ])
})

test('rights, streams and reading', () => {
  const steps = stepsOnDocs(({ server, local }) => {
    server.allow('bob', '', ['list', 'read'])
    server.deny('bob', 'a', { rights: ['write'], clock: 'still' })
    server.remove('a', { stream: 's' })
    server.streams('a', ['s'])
    server.missing('a', { stream: 's' })
    local.reads('a', 'x', { user: 'bob' })
    local.reads('a', { bytes: 1, seed: 1 })
    server.reads('a', { fails: 5 }, { because: 'SYNC-33' })
  })
  assert.equal(steps, [
    { do: 'allow', side: 'server', path: '//hq/docs', user: 'bob', rights: ['list', 'read'] },
    { do: 'deny', side: 'server', path, user: 'bob', rights: ['write'], clock: 'still' },
    { do: 'remove', side: 'server', path, stream: 's' },
    { do: 'expect-streams', side: 'server', path, streams: ['s'] },
    { do: 'expect-missing', side: 'server', path, stream: 's' },
    { do: 'expect-read', side: 'local', path, content: 'x', user: 'bob' },
    { do: 'expect-read', side: 'local', path, content: { bytes: 1, seed: 1 } },
    { do: 'expect-read', side: 'server', path, fails: 5, because: 'SYNC-33' },
  ])
})

test('all that may happen during a call, with paths relative to its one share', () => {
  const data: readonly MeanwhileStep[] = [
    { do: 'rename', side: 'server', path: 'a', to: 'b' },
    { do: 'go-offline', share: '//hq/docs' },
    { do: 'touch', side: 'local', path: '//hq/docs/a' },
  ]
  const steps = stepsOnDocs((docs, { sync, unreachable }) => {
    const round = sync(docs, 'in', {
      client: 'tablet',
      user: 'bob',
      handler: [{ path: 'a', nth: 1, answer: 'keep-all', newName: 'a (2)' }, { answer: 'none' }],
      credentials: 'given',
      faults: [{ request: 'read', path: 'a', then: { disconnect: true } }],
      during: [
        {
          request: 'commit',
          path: 'a',
          steps: () => {
            docs.server.write('a', 'x')
            unreachable('//hq', { clock: 'still' })
          },
        },
        { request: 'list', every: true, steps: data },
      ],
      crash: { when: 'after', address: 'round 1 · x', path: 'a', side: 'local' },
    })
    round.prompts(['window', 'console'])
    assert.is(round.number, 1)
  })
  assert.equal(steps, [
    {
      do: 'sync',
      paths: ['//hq/docs'],
      flags: 'in',
      client: 'tablet',
      user: 'bob',
      handler: [{ path, nth: 1, answer: 'keep-all', newName: 'a (2)' }, { answer: 'none' }],
      credentials: 'given',
      faults: [{ request: 'read', path, then: { disconnect: true } }],
      during: [
        {
          request: 'commit',
          path,
          steps: [
            { do: 'write', side: 'server', path, content: 'x' },
            { do: 'unreachable', server: '//hq', clock: 'still' },
          ],
        },
        {
          request: 'list',
          every: true,
          steps: [
            { do: 'rename', side: 'server', path, to: '//hq/docs/b' },
            { do: 'go-offline', share: '//hq/docs' },
            { do: 'touch', side: 'local', path },
          ],
        },
      ],
      crash: { when: 'after', address: 'round 1 · x', path, side: 'local' },
    },
    { do: 'expect-prompts', round: 1, prompts: ['window', 'console'] },
  ])
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

test('a call or an expectation during a call is refused, and so is a function that waits', () => {
  const during = (say: (docs: ShareHandle, kit: Kit) => unknown): CsclabError =>
    errorOf(() =>
      stepsOnDocs((docs, kit) => {
        const steps: () => unknown = () => say(docs, kit)
        kit.sync(docs, 'in', { during: [{ request: 'commit', steps }] })
      })
    )
  const inner = during((docs, { sync }) => sync(docs, 'in'))
  assert.is(inner.message, 'The step "sync" cannot happen during a call')
  assert.match(inner.hint ?? '', /^During a call /)
  assert.ok(inner.position?.file.endsWith('builder-world.test.ts'))
  assert.is(during((docs) => docs.same()).message, 'The step "expect-same" cannot happen during a call')
  assert.is(during((docs) => docs.pin('a')).message, 'The step "pin" cannot happen during a call')
  const waiting = during(async () => await Promise.resolve())
  assert.is(waiting.message, 'The function of a scenario is asynchronous')
})

test('what was built has no mistakes', () => {
  const built = scenario(HEAD, ({ server, client, user, share, sync, fault }) => {
    const hq = server('//hq', { credentials: true })
    const tablet = client('tablet')
    const bob = user('bob')
    const docs = share('//hq/docs', { a: 'x' })
    docs.goOnline({ client: tablet })
    fault({ request: 'commit', then: { crash: 'before' } })
    const file = docs.on(tablet).open('a', { access: 'read', share: [], user: bob })
    sync(docs, 'in', {
      client: tablet,
      during: [{ request: 'list', steps: () => file.close() }],
    })
    docs.server.reads('a', 'x', { user: bob })
    assert.is(hq, '//hq')
  })
  assert.equal(checkScenario(built), [])
})

test.run()
