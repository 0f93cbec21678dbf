/** Several users of one machine: one cache for all, and of each what is their own. */

import { bytes, type Scenario, scenario } from '../../language/mod.ts'

export const bothSend: Scenario = scenario({
  title: 'Alice and Bob edit files of one cache: whoever calls sends the edits of both',
  covers: ['SYNC-07', 'SYNC-16'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'user' }, { 'alice.txt': 'first', 'bob.txt': 'first' })
  sync(docs, 'in | out', { user: bob })
  docs.local.write('alice.txt', 'edited by alice')
  docs.local.write('bob.txt', 'edited by bob', { user: bob })
  docs.dirty('alice.txt')
  docs.dirty('bob.txt')
  sync(docs, 'in | out', { user: bob }).items(['alice.txt', 'bob.txt'])
  docs.server.tree({ 'alice.txt': 'edited by alice', 'bob.txt': 'edited by bob' })
  docs.local.append('bob.txt', ', then by alice')
  docs.local.append('alice.txt', ', then by bob', { user: bob })
  sync(docs, 'in | out').items(['alice.txt', 'bob.txt'])
  docs.same()
})

export const pinnedByOne: Scenario = scenario({
  title: 'What Bob’s call pins is pinned for everybody on the machine, and anybody takes the pin away',
  covers: ['SYNC-16', 'SYNC-17', 'SYNC-19', 'F81'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'computer' }, { 'plan.txt': 'first draft' })
  docs.server.write('new.txt', 'made there')
  sync(docs, 'in | pin-new | pin-user', { user: bob }).items(['new.txt'])
  docs.pinned('new.txt', ['user', 'computer'])
  docs.pinned('plan.txt', ['computer'])
  docs.server.write('policy.txt', 'made there')
  sync(docs, 'in | pin-new | pin-policy').items(['policy.txt'])
  docs.pinned('policy.txt', ['userPolicy', 'computer'])
  docs.unpin('new.txt')
  docs.pinned('new.txt', ['computer'])
  sync(docs, 'in | out | pin-new | pin-user', { user: bob }).items([])
  docs.pinned('new.txt', ['computer'])
})

export const rightsOfTwo: Scenario = scenario({
  title:
    'A file only Alice may write, another only Bob: each call sends what its caller may, and both are through',
  covers: ['SYNC-07', 'SYNC-18', 'F84', 'P2.20'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'user' }, { 'alice.txt': 'first', 'bob.txt': 'first' })
  docs.server.deny(bob, 'alice.txt', ['write'])
  docs.server.deny('alice', 'bob.txt', ['write'])
  sync(docs, 'in', { user: bob })
  sync(docs, 'in')
  docs.local.write('alice.txt', 'by bob', { user: bob, fails: 5 })
  docs.local.write('bob.txt', 'by alice', { fails: 5 })
  docs.local.write('alice.txt', 'by alice')
  docs.local.write('bob.txt', 'by bob', { user: bob })
  const first = sync(docs, 'in | out')
  first.result('alice.txt', 0)
  first.result('bob.txt', 5)
  docs.clean('alice.txt')
  docs.dirty('bob.txt')
  sync(docs, 'in | out', { user: bob }).items(['bob.txt'])
  docs.server.tree({ 'alice.txt': 'by alice', 'bob.txt': 'by bob' })
})

export const readableByOne: Scenario = scenario({
  title: 'A file Bob may not read is edited there: his call fails for it, 5, and Alice’s fetches it for all',
  covers: ['SYNC-05', 'SYNC-18', 'P15.62', 'P2.20'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'user' }, { 'pay.txt': 'a lot', 'plan.txt': 'first draft' })
  docs.server.write('pay.txt', 'even more')
  docs.server.write('plan.txt', 'second draft')
  docs.server.deny(bob, 'pay.txt', ['read'])
  const his = sync(docs, 'in | out', { user: bob })
  his.result('pay.txt', 5)
  his.result('plan.txt', 0)
  docs.local.holds('pay.txt', 'a lot')
  sync(docs, 'in | out').items(['pay.txt'])
  docs.local.reads('pay.txt', 'even more')
  docs.local.reads('pay.txt', { fails: 5 }, { user: bob })
  docs.local.reads('plan.txt', 'second draft', { user: bob })
})

export const whoseConflict: Scenario = scenario({
  title: 'One conflict, seen by both users’ calls: each has a record of it, and settling it takes both away',
  covers: ['SYNC-33', 'P15.52', 'P3.15', 'STATE-12'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'edited by alice')
  docs.server.write('plan.txt', 'edited at the office')
  sync(docs, 'in | out').conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  sync(docs, 'in | out', { user: bob }).conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  sync(docs, 'in | out').conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  sync(docs, 'in | out | keep-local', { user: bob }).noConflicts()
  docs.server.holds('plan.txt', 'edited by alice')
  docs.local.write('plan.txt', 'edited once more')
  sync(docs, 'in | out').noConflicts()
  docs.same()
})

export const quotaOfOne: Scenario = scenario({
  title: 'Bob’s quota is used up: 1295 for the new file in his call, and Alice’s call sends it',
  covers: ['SYNC-07', 'F88', 'P2.20'],
}, ({ limitUser, share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  sync(docs, 'in', { user: bob })
  limitUser(bob, { server: '//hq', bytes: 1024 })
  docs.local.write('film.avi', bytes(4096), { user: bob })
  docs.local.write('note.txt', 'small', { user: bob })
  const his = sync(docs, 'in | out', { user: bob })
  his.result('film.avi', 1295)
  his.result('note.txt', 0)
  docs.dirty('film.avi')
  sync(docs, 'in | out').items(['film.avi'])
  docs.same()
})

export const threeAtOneDesk: Scenario = scenario({
  title: 'Three users take turns at a machine for a day: each goes on where the one before has stopped',
  covers: ['SYNC-05', 'SYNC-07', 'SYNC-18', 'SYNC-33', 'P15.52'],
}, ({ note, share, sync, user }) => {
  const bob = user('bob')
  const carol = user('carol')
  const docs = share('//hq/docs', { pin: 'user' }, { 'log.txt': 'begin', 'plan.txt': 'first draft' })

  note('Morning: Alice writes offline, and leaves without a sync.')
  docs.local.append('log.txt', ', alice')
  docs.local.write('todo.txt', 'one')

  note('Noon: Bob has never been online here, so he is refused until he has.')
  docs.local.append('log.txt', ', bob', { user: bob, fails: 5 })
  sync(docs, 'in | out', { user: bob }).items(['log.txt', 'todo.txt'])
  docs.local.append('log.txt', ', bob', { user: bob })
  docs.server.write('plan.txt', 'the office’s draft')
  docs.local.write('plan.txt', 'bob’s draft', { user: bob })
  sync(docs, 'in | out', { user: bob }).conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.server.holds('log.txt', 'begin, alice, bob')

  note('Evening: Carol sees it for herself, settles what Bob left open, and finds the day’s work whole.')
  sync(docs, 'in | out', { user: carol }).conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  sync(docs, 'in | out | keep-remote', { user: carol }).noConflicts()
  docs.local.reads('plan.txt', 'the office’s draft', { user: carol })
  docs.local.append('log.txt', ', carol', { user: carol })
  docs.local.remove('todo.txt', { user: carol })
  sync(docs, 'in | out', { user: carol }).items(['log.txt', 'todo.txt'])
  sync(docs, 'in | out').items([])
  docs.server.tree({ 'log.txt': 'begin, alice, bob, carol', 'plan.txt': 'the office’s draft' })
  docs.same()
})
