/** Steps about worlds: what others do step by step, faults that strike and are spent, and what never came about. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEngine, type OfflineFilesEngine } from '../../engine/mod.ts'
import { ask, type Engine, type Session } from '../../sim/mod.ts'
import { holes, type Kit, scenario, type SideHandle } from '../language/mod.ts'
import type { ScenarioResult } from '../judge/mod.ts'
import { runScenario } from './interpreter.ts'

async function play(
  build: (kit: Kit) => void,
  engine: Engine = createEngine(),
): Promise<ScenarioResult> {
  const made = scenario({ title: 'A test', covers: ['SYNC-05'] }, build)
  return await runScenario({ id: 'test/it', scenario: made, position: undefined }, { engine })
}

function messages({ failures }: ScenarioResult): readonly string[] {
  return failures.map(({ message }) => message)
}

test('a policy, a note or a wait before the share is about the share all the same: the cache has it from the start', async () => {
  const result = await play(({ note, policy, share, sync, wait }) => {
    policy({ conflicts: { '//hq/docs': 'keep-local' } })
    note('Before anything is there.')
    wait(60)
    const docs = share('//hq/docs', { 'plan.txt': 'one' })
    docs.local.write('plan.txt', 'two')
    docs.server.write('plan.txt', 'three')
    sync(docs, 'in | out').items(['plan.txt'])
    docs.server.holds('plan.txt', 'two')
  })
  assert.equal(messages(result), [])
})

test('what others do during a call is worked out step by step: a file is opened and closed, attributes add up', async () => {
  const result = await play(({ share, sync }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'one', 'list.txt': 'one' })
    docs.local.write('plan.txt', 'two')
    sync(docs, 'out', {
      during: [{
        request: 'connect',
        steps: () => {
          const file = docs.server.open('list.txt', { access: 'read', share: [] })
          file.close()
          docs.server.write('list.txt', 'two')
          docs.server.setAttributes('list.txt', { set: ['HIDDEN'] })
          docs.server.setAttributes('list.txt', { set: ['READONLY'] })
        },
      }],
    })
    docs.server.attributes('list.txt', ['READONLY', 'HIDDEN', 'ARCHIVE'])
  })
  assert.equal(messages(result), [])
})

test('a program that reads or lists online has its rights recorded, an expectation of reading leaves nothing', async () => {
  const offline = async (online: (docs: SideHandle, bob: string) => void): Promise<ScenarioResult> =>
    await play(({ share, user }) => {
      const docs = share('//hq/docs', { 'plan.txt': 'one' })
      const bob = user('bob')
      docs.goOnline()
      online(docs.local, bob)
      docs.goOffline()
      docs.local.reads('plan.txt', 'one', { user: bob })
    })
  const read = await offline((local, user) => local.read('plan.txt', { user }))
  assert.equal(messages(read), [])
  const listed = await offline((local, user) => local.list('', { user }))
  assert.equal(messages(listed), [])
  const looked = await offline((local, user) => local.reads('plan.txt', 'one', { user }))
  assert.equal(messages(looked), [
    'What a program of bob reads from "\\\\hq\\docs\\plan.txt" on the local side is not as expected',
  ])
})

test('what is read or listed and is not there, and what is in the way of a rename, is told by its code', async () => {
  const result = await play(({ share, sync }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'one', 'list.txt': 'two' })
    for (const on of [docs.server, docs.local]) {
      on.read('none.txt', { fails: 2 })
      on.list('none', { fails: 2 })
      on.list('plan.txt', { fails: 267 })
      on.rename('plan.txt', 'list.txt', { replace: false, fails: 183 })
      on.holds('list.txt', 'two')
    }
    docs.server.write('plan.txt', 'of the stream', { stream: 'note' })
    docs.server.read('plan.txt', { stream: 'note' })
    docs.server.read('plan.txt', { stream: 'other', fails: 2 })
    sync(docs, 'in', { during: [{ request: 'connect', steps: () => docs.local.list('') }] })
    docs.server.rename('plan.txt', 'list.txt', { replace: true })
    docs.server.holds('list.txt', 'one')
    docs.local.rename('plan.txt', 'list.txt')
    docs.local.read('list.txt')
  })
  assert.equal(messages(result), [])
  const unexpected = await play(({ share }) => share('//hq/docs', {}).local.read('none.txt'))
  assert.equal([unexpected.verdict, messages(unexpected)], ['error', [
    'Reading "\\\\hq\\docs\\none.txt" was answered with 2',
  ]])
})

test('a wait is a whole number of ticks: what is less is rounded', async () => {
  const endOf = async (seconds: number): Promise<number | undefined> => {
    const { failures, trace } = await play(({ share, wait }) => {
      const docs = share('//hq/docs', {})
      wait(seconds)
      docs.server.write('plan.txt', 'one')
    })
    assert.equal(failures, [])
    return trace.at(-1)?.at
  }
  assert.is(await endOf(0.000_000_26), await endOf(0.000_000_3))
})

test('an edit during a call that is answered otherwise is told, as is a place the call never comes to', async () => {
  const result = await play(({ share, sync }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'one' })
    sync(docs, 'in', {
      during: [
        { request: 'connect', steps: () => docs.server.mkdir('plan.txt') },
        { request: 'commit', steps: () => docs.server.mkdir('art') },
      ],
      faults: [{ request: 'rename', then: { fail: 5 } }],
    })
  })
  assert.is(result.verdict, 'error')
  assert.equal(messages(result), [
    'The call never came to rename number 1',
    'The call never came to commit number 1',
    '"mkdir" during the call was answered with 183',
  ])
})

/** An engine that makes a new folder on the server at every call. */
function restless(): OfflineFilesEngine {
  const engine = createEngine()
  return {
    ...engine,
    *synchronize(call): Session<number> {
      const now = yield* ask({ kind: 'clock' })
      const name = now.kind === 'failed' ? 'none' : String(now.now)
      yield* ask({ kind: 'mkdir', on: 'server', path: `\\\\hq\\docs\\${name}` })
      return yield* engine.synchronize(call)
    },
  }
}

test('a fault that is spent leaves the second call to be looked at', async () => {
  const result = await play(({ fault, share, sync }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'one' })
    fault({ request: 'connect', then: { fail: 59 } })
    sync(docs, 'out')
    sync(docs, 'out')
  }, restless())
  const again = messages(result).filter((message) =>
    message.includes('the same call again still changes something')
  )
  assert.equal(again.map((message) => message.slice(0, 7)), ['Round 2'])
})

test('a file with holes is told from an empty one and from one with other parts', async () => {
  const disk = (content: string): ReturnType<typeof holes> =>
    holes({ size: 2 ** 33, parts: [{ at: 2 ** 32, content }] })
  const result = await play(({ share }) => {
    const docs = share('//hq/docs', { 'disk.img': disk('far'), 'empty.img': '' })
    docs.server.holds('disk.img', disk('far'))
    docs.local.holds('disk.img', disk('far'))
    docs.server.holds('empty.img', holes({ size: 2 ** 33, parts: [] }))
    docs.server.holds('disk.img', disk('fat'))
  })
  assert.is(result.failures.length, 2)
  assert.is(result.verdict, 'fail')
})

test('an arrangement the cache cannot take is told with its code', async () => {
  const result = await play(({ share }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'one', 'art': null })
    docs.local.write('plan.txt', 'two')
    docs.sparse('plan.txt')
  })
  assert.equal(messages(result), ['The step "sparse" of "\\\\hq\\docs\\plan.txt" was answered with 87'])
})

test('a refusal that a step of the cache expects is no mistake, and another code is', async () => {
  const result = await play(({ share }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'one' })
    docs.suspend('plan.txt', { fails: 267 })
    docs.release('plan.txt', { fails: 2 })
  })
  assert.equal(messages(result), ['The step "release" of "\\\\hq\\docs\\plan.txt" was answered with 87'])
  assert.is(result.verdict, 'fail')
})

test('a method of the cache that is refused otherwise than expected is told with its code', async () => {
  const result = await play(({ share }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'one' })
    docs.deleteItems('plan.txt', { flags: 0x8000_0000 })
    docs.deleteItems('plan.txt', { flags: 0x8000_0000, fails: 5 })
    docs.unpin('plan.txt', { flags: 0x2_0000, fails: 87 })
    docs.deleteItems('plan.txt', { flags: 0x8, fails: 5 })
  })
  assert.equal(messages(result), [
    'The step "delete-items" of "\\\\hq\\docs\\plan.txt" was answered with 5',
    'The step "delete-items" of "\\\\hq\\docs\\plan.txt" was answered with 87',
  ])
})

test('an engine without other methods, or that looks at no link, is asked no further', async () => {
  const { cacheCall: _, slowLink: __, ...plain } = createEngine()
  const asked: readonly ((docs: ReturnType<Kit['share']>) => void)[] = [
    (docs) => docs.deleteItems('plan.txt'),
    (docs) => docs.unpin('plan.txt', { flags: 0x20 }),
    (docs) => docs.findSlow(),
  ]
  const reasons: (string | undefined)[] = []
  for (const ask of asked) {
    const result = await play(({ share }) => ask(share('//hq/docs', { 'plan.txt': 'one' })), plain)
    assert.is(result.verdict, 'unsupported')
    reasons.push(result.reason)
  }
  assert.equal(reasons, [
    'The engine "offline-files" has no method DeleteItems',
    'The engine "offline-files" has no method Unpin',
    'The engine "offline-files" does not look for slow links',
  ])
})

test('rights on what is not there, and a fault that never strikes, are mistakes of the scenario', async () => {
  const result = await play(({ fault, clearFaults, share, sync, user }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'one' })
    docs.server.deny(user('bob'), 'paln.txt', ['read'])
    fault({ request: 'commit', nth: 9, then: { fail: 5 } })
    clearFaults()
    fault({ request: 'connect', then: { delay: 1 } })
    fault({ request: 'commit', path: '//hq/docs/plan.txt', then: { fail: 5 } })
    sync(docs, 'in')
  })
  assert.is(result.verdict, 'error')
  assert.equal(messages(result), [
    'The step "deny" was answered with 2',
    'Any session never came to commit number 1 of //hq/docs/plan.txt',
  ])
})

test('other clients and users are their own: a step on the tablet leaves the laptop alone', async () => {
  const result = await play(({ client, share, sync, user }) => {
    client('tablet')
    const bob = user('bob')
    const docs = share('//hq/docs', { 'plan.txt': 'one' })
    sync(docs, 'in', { client: 'tablet', user: bob })
    docs.on('tablet').write('plan.txt', 'two', { user: bob })
    docs.clean('plan.txt')
    docs.dirty('plan.txt', { client: 'tablet' })
    sync(docs, 'out', { client: 'tablet', user: bob })
    docs.server.holds('plan.txt', 'two')
    docs.local.holds('plan.txt', 'one')
  })
  assert.equal(messages(result), [])
  assert.equal([...result.others.keys()], ['tablet'])
  const users = new Set(result.trace.map((event) => 'user' in event ? event.user : undefined))
  assert.ok(users.has('bob'))
})

test('a fault that drops the engine under an application lets its call fail with 995', async () => {
  const result = await play(({ fault, share, sync }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'one', 'list.txt': 'one' })
    fault({ request: 'write', path: '//hq/docs/plan.txt', side: 'local', then: { crash: 'before' } })
    docs.local.write('plan.txt', 'two', { fails: 995 })
    docs.local.write('plan.txt', 'three')
    sync(docs, 'out').result('plan.txt', 0)
    docs.server.holds('plan.txt', 'three')
    fault({ request: 'zero', then: { crash: 'before' } })
    docs.sparse('plan.txt', { fails: 995 })
    docs.local.open('plan.txt', { access: 'write', share: [] }).close()
  })
  assert.equal(messages(result), [])
})

test('what is in a folder that could not be made fails with 3, and nobody asks why', async () => {
  const result = await play(({ share, sync }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'one' })
    docs.local.mkdir('new')
    docs.local.write('new/a.txt', 'a')
    const round = sync(docs, 'out', {
      faults: [{ request: 'mkdir', side: 'server', path: 'new', then: { fail: 112 } }],
    })
    round.result('new', 112)
    round.result('new/a.txt', 3)
  })
  assert.equal(messages(result), [])
})

test.run()
