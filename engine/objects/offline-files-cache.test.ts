/** The cache as a plain library: who calls, whose cache, which rules, and what happens when the host lets it down. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CsclabError } from '../../sim/port/mod.ts'
import { CONFLICT_RESOLVE, SYNC_FLAG } from '../../sim/windows/mod.ts'
import { FaultPlan } from '../testing/world.ts'
import { RULES } from '../rules/mod.ts'
import { OfflineFilesCache, PIN_FLAG } from './mod.ts'
import { DOCS, Office, text } from './testing/office.ts'

const PLAN = `${DOCS}\\plan.txt`
const BOTH = SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT

function office(): Office {
  const made = new Office({ 'plan.txt': 'first draft' })
  made.cache.pin([DOCS], PIN_FLAG.PINFORUSER | PIN_FLAG.FILL, { deep: true })
  return made
}

function isCsclabError(code: string): (error: unknown) => boolean {
  return (error) => error instanceof CsclabError && error.code === code
}

test('edits on both sides meet in one call', () => {
  const made = office()
  made.atServer({ do: 'write', path: `${DOCS}\\office.txt`, bytes: text('office') })
  made.atClient({ do: 'write', path: `${DOCS}\\train.txt`, bytes: text('train') })
  assert.is(made.cache.synchronize([DOCS], BOTH | SYNC_FLAG.PINNEWFILES), 0)
  assert.equal([made.read('cache', `${DOCS}\\office.txt`), made.read('server', `${DOCS}\\train.txt`)], [
    'office',
    'train',
  ])
})

test('a conflict that is logged, repeated and then skipped leaves the records as they were before (P15.32)', () => {
  const recorded = (user: string): boolean[] => {
    const made = office()
    made.atServer({ do: 'write', path: PLAN, bytes: text('there') })
    made.atClient({ do: 'write', path: PLAN, bytes: text('here') })
    const undecided = (): OfflineFilesCache => {
      let [asked, told] = [0, 0]
      return made.as({
        user,
        resolveConflict: () => ({ resolution: asked++ === 0 ? CONFLICT_RESOLVE.LOG : CONFLICT_RESOLVE.SKIP }),
        progress: ({ reason }) => reason === 3 && told++ === 0 ? 'retry' : 'continue',
      })
    }
    const isOpen = (): boolean => made.cache.item(PLAN)?.connectionInfo?.offlineReason === 5
    undecided().synchronize([DOCS], BOTH)
    const first = isOpen()
    made.cache.synchronize([DOCS], BOTH)
    undecided().synchronize([DOCS], BOTH)
    const removed = made.host.trace.filter(({ request }) =>
      request.kind === 'publish' && request.event.event === 'SYNCCONFLICTRECREMOVED'
    )
    return [first, isOpen(), removed.length === (user === 'alice' ? 1 : 2)]
  }
  assert.equal(recorded('alice'), [false, true, true])
  assert.equal(recorded('bob'), [false, true, true])
})

test('enabled, active and location', () => {
  const { cache, host } = office()
  assert.equal([cache.enabled, cache.active, cache.location], [true, true, 'C:\\Windows\\CSC'])
  host.change({ kind: 'set-service', client: 'laptop', enabled: false, active: true }, 'service')
  assert.equal([cache.enabled, cache.active], [false, true])
})

test('each user has their own rights, on the server and offline', () => {
  const made = office()
  made.host.change({ kind: 'set-rights', path: PLAN, user: 'bob', rights: { read: 'deny' } }, 'rights')
  const bob = made.as({ user: 'bob' })
  assert.is(bob.perform({ do: 'read', path: PLAN }).code, 5)
  assert.is(made.cache.perform({ do: 'read', path: PLAN }).code, 0)
  made.cache.transitionOnline(DOCS)
  assert.is(bob.perform({ do: 'read', path: PLAN }).code, 5)
})

test('each client has its own cache', () => {
  const made = office()
  made.world.addClient('tablet')
  const tablet = made.as({ client: 'tablet' })
  assert.equal(tablet.items(), [])
  // A new client's disk is a copy of the first's: what lies there without an entry is not taken for the server's.
  assert.is(tablet.pin([PLAN], PIN_FLAG.PINFORUSER), 183)
  made.share('\\\\hq\\shared', { 'budget.txt': 'budget' })
  assert.is(tablet.pin(['\\\\hq\\shared'], PIN_FLAG.PINFORUSER), 0)
  assert.is(made.cache.item('\\\\hq\\shared'), undefined)
})

test('progress is told in the words of the method, and the caller may stop it', () => {
  const made = office()
  const messages: string[] = []
  const told = made.as({
    progress: ({ message }) => {
      messages.push(message)
      return 'continue'
    },
  })
  told.synchronize([PLAN], BOTH)
  const fine = 'The operation completed successfully.'
  assert.equal(messages, [`0:0:${fine}:`, `2:0:${fine}:${PLAN}`, `3:0:${fine}:${PLAN}`, `1:0:${fine}:`])
  assert.is(made.as({ progress: () => 'abort' }).synchronize([PLAN], BOTH), 1223)
})

test('other rules make another engine', () => {
  const made = office()
  made.atClient({ do: 'write', path: PLAN, bytes: text('here') })
  made.atServer({ do: 'write', path: PLAN, bytes: text('there') })
  const careless = made.as({
    rules: {
      ...RULES,
      classify: (local, server) => {
        const cell = RULES.classify(local, server)
        return cell === 12 ? 44 : cell
      },
    },
  })
  assert.is(made.cache.synchronize([DOCS], BOTH), 0)
  assert.is(made.read('cache', PLAN), 'here')
  careless.synchronize([DOCS], BOTH)
  assert.is(made.read('cache', PLAN), 'there')
})

test('every call has an address of its own in the trace', () => {
  const made = office()
  made.cache.synchronize([DOCS], BOTH)
  made.cache.synchronize([DOCS], BOTH)
  const scopes = new Set(made.host.trace.map(({ address }) => address.split(' · ')[0]))
  assert.equal([...scopes], ['Pin 1', 'Synchronize 2', 'Synchronize 3'])
})

test('an engine that is dropped throws, and the next call goes on', () => {
  const made = office()
  made.atServer({ do: 'write', path: PLAN, bytes: text('second draft') })
  made.host.faults = new FaultPlan([{ at: { request: 'commit' }, nth: 1, then: { crash: 'after' } }])
  assert.throws(() => made.cache.synchronize([DOCS], BOTH), isCsclabError('protocol'))
  assert.is(made.cache.synchronize([DOCS], BOTH), 0)
  assert.is(made.read('cache', PLAN), 'second draft')
})

test('records that cannot be read are no empty cache: methods return the code, a look throws', () => {
  const made = office()
  const everyRecord = { at: { request: 'get-record' }, times: 1_000, then: { fail: 1117 } } as const
  made.host.faults = new FaultPlan([everyRecord])
  assert.throws(() => made.cache.items(), isCsclabError('file'))
  assert.throws(() => made.cache.item(PLAN), isCsclabError('file'))
  assert.is(made.cache.unpin([PLAN], PIN_FLAG.PINFORUSER), 1117)
  assert.is(made.cache.suspendRoot(DOCS, true), 1117)
  assert.is(made.cache.transitionOnline(DOCS), 1117)
  assert.is(made.cache.transitionOffline(DOCS).returned, 1117)
  assert.is(made.cache.deleteItems([PLAN]), 1117)
  assert.is(made.cache.perform({ do: 'append', path: PLAN, bytes: text('!') }).code, 1117)
})

test('any object that runs sessions will do', () => {
  const { host } = office()
  const scopes: string[] = []
  const cache = new OfflineFilesCache({
    run: (session, options) => {
      scopes.push(`${options.actor} ${options.user} ${options.scope}`)
      return host.run(session, options)
    },
  })
  cache.perform({ do: 'read', path: PLAN })
  assert.is(cache.item(PLAN)?.itemName, 'plan.txt')
  assert.equal(scopes, ['application alice Application read 1', 'engine alice Item 2'])
})

test.run()
