/** What a machine and its users meet: a second client, rights, full disks, clocks, lost servers, work online. */

import { bytes, type Scenario, scenario } from '../../language/mod.ts'

export const twoClients: Scenario = scenario({
  title:
    'Two clients in turn: what one sends out the other fetches, and an edit of both is a conflict of the second',
  covers: ['SYNC-05', 'SYNC-07', 'SYNC-33'],
}, ({ client, share, sync }) => {
  client('tablet')
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  const tablet = docs.on('tablet')
  docs.local.write('plan.txt', 'from the laptop')
  tablet.write('list.txt', 'one, two')
  sync(docs, 'in | out')
  sync(docs, 'in | out', { client: 'tablet' })
  tablet.holds('plan.txt', 'from the laptop')
  docs.local.holds('list.txt', 'one')
  sync(docs, 'in | out')
  docs.same()
  docs.same('', { client: 'tablet' })
  docs.local.write('plan.txt', 'laptop again')
  tablet.write('plan.txt', 'tablet again')
  sync(docs, 'in | out').noConflicts()
  sync(docs, 'in | out', { client: 'tablet' }).conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.server.holds('plan.txt', 'laptop again')
  tablet.holds('plan.txt', 'tablet again')
})

export const cutOffAlone: Scenario = scenario({
  title: 'One client on the train: its call fails with 53, the other’s does its work',
  covers: ['SYNC-05', 'P9.7', 'P1.19'],
}, ({ client, share, sync, unreachable, reachable }) => {
  client('tablet')
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', 'edited there')
  unreachable('//hq', { client: 'laptop' })
  sync(docs, 'in | out').returns(53)
  sync(docs, 'in | out', { client: 'tablet' }).returns(0)
  docs.local.holds('plan.txt', 'first draft')
  docs.on('tablet').holds('plan.txt', 'edited there')
  reachable('//hq', { client: 'laptop' })
  sync(docs, 'in | out').returns(0)
  docs.same()
})

export const unreadableFolder: Scenario = scenario({
  title:
    'A folder the user may not list: 5 for it at every call, nothing below is taken for deleted, the rest goes on',
  covers: ['SYNC-05', 'F27', 'F82', 'P2.24', 'P4.18'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'secret/pay.txt': 'a lot', 'plan.txt': 'first draft' })
  docs.server.deny('alice', 'secret', ['list', 'read', 'write'])
  docs.server.write('plan.txt', 'edited there')
  const round = sync(docs, 'in | out')
  round.returns(0)
  round.result('secret', 5)
  docs.local.holds('secret/pay.txt', 'a lot')
  docs.local.holds('plan.txt', 'edited there')
  docs.server.allow('alice', 'secret', ['list', 'read', 'write'])
  sync(docs, 'in | out').returns(0)
  docs.same()
})

export const wrongUsersLogon: Scenario = scenario({
  title:
    'Alice’s edit is synchronized by Bob, who may not write the file: 5, and it stays dirty until Alice’s own call',
  covers: ['SYNC-07', 'F53', 'F84', 'P2.20'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.deny(bob, 'plan.txt', ['write'])
  sync(docs, 'in | out').state('plan.txt', 'FileChangedOnServer')
  docs.local.write('plan.txt', 'edited by alice')
  sync(docs, 'in | out', { user: bob }).result('plan.txt', 5)
  docs.dirty('plan.txt')
  docs.server.holds('plan.txt', 'first draft')
  sync(docs, 'in | out').result('plan.txt', 0)
  docs.server.holds('plan.txt', 'edited by alice')
})

export const serverFull: Scenario = scenario({
  title:
    'The server’s disk is full, then the user’s quota: 112 and 1295, the old content stays, the edit waits',
  covers: ['SYNC-07', 'F88', 'P2.20'],
}, ({ limitDisk, limitUser, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'a longer draft than before')
  limitDisk({ server: '//hq' }, 20)
  sync(docs, 'in | out').result('plan.txt', 112)
  docs.server.holds('plan.txt', 'first draft')
  docs.dirty('plan.txt')
  limitDisk({ server: '//hq' }, null)
  docs.local.write('big.bin', bytes(4096))
  limitUser('alice', { server: '//hq', bytes: 1024 })
  const round = sync(docs, 'in | out')
  round.result('plan.txt', 0)
  round.result('big.bin', 1295)
  docs.server.missing('big.bin')
})

export const cacheFull: Scenario = scenario({
  title: 'The laptop’s disk is full: 112 for what does not fit, the copy that was there stays',
  covers: ['SYNC-05', 'F89', 'P2.20'],
}, ({ limitDisk, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', 'a longer draft than before')
  limitDisk({ client: 'laptop' }, 16)
  sync(docs, 'in | out').result('plan.txt', 112)
  docs.local.holds('plan.txt', 'first draft')
  limitDisk({ client: 'laptop' }, null)
  sync(docs, 'in | out').result('plan.txt', 0)
  docs.same()
})

export const clockJumps: Scenario = scenario({
  title: 'The laptop’s clock jumps a year ahead: its copy is the latest, whatever the true time',
  covers: ['SYNC-31', 'F51'],
}, ({ setClock, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  setClock({ client: 'laptop' }, 31_536_000)
  docs.local.write('plan.txt', 'edited first')
  docs.server.write('plan.txt', 'edited last')
  sync(docs, 'in | out | keep-latest').noConflicts()
  docs.server.holds('plan.txt', 'edited first')
})

export const switchedOff: Scenario = scenario({
  title: 'Offline Files is not running: 1062, no event, and the edit waits',
  covers: ['SYNC-34', 'P1.21'],
}, ({ service, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'edited here')
  service({ active: false })
  const round = sync(docs, 'in | out')
  round.returns(1062)
  round.progress([])
  docs.server.holds('plan.txt', 'first draft')
  service({ active: true })
  sync(docs, 'in | out').returns(0)
  docs.same()
})

export const workingOnline: Scenario = scenario({
  title:
    'Online, an edit goes to the server at once and the cached copy follows; a lost server takes the share offline',
  covers: ['SYNC-07', 'P2.23'],
}, ({ share, sync, unreachable, reachable }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'art/logo.txt': 'csclab' })
  docs.goOnline()
  docs.local.write('plan.txt', 'written online')
  docs.local.write('new.txt', 'made online')
  docs.local.rename('art', '//hq/docs/pictures')
  docs.server.holds('plan.txt', 'written online')
  docs.clean('plan.txt')
  docs.same()
  unreachable('//hq')
  docs.local.write('plan.txt', 'written in the tunnel')
  docs.dirty('plan.txt')
  reachable('//hq')
  docs.server.holds('plan.txt', 'written online')
  sync(docs, 'in | out').items(['plan.txt'])
  docs.same()
})

export const neverOnline: Scenario = scenario({
  title:
    'Bob was never online with the laptop’s copy: offline he is refused it, though the server would let him',
  covers: ['SYNC-18', 'F81', 'F85', 'P15.62', 'D6.2', 'SYNC-17', 'D6.1'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'art/logo.txt': 'csclab' })
  docs.local.open('plan.txt', { access: 'read', share: ['read'], user: bob, fails: 5 })
  docs.local.remove('art', { user: bob, fails: 5 })
  docs.goOnline()
  docs.local.open('plan.txt', { access: 'read', share: ['read', 'write'], user: bob }).close()
  docs.goOffline()
  docs.local.append('plan.txt', ', read by bob', { user: bob })
  docs.local.write('art/logo.txt', 'by bob', { user: bob, fails: 5 })
  docs.local.write('art/new.txt', 'by bob', { user: bob, fails: 5 })
  docs.clean('art/logo.txt')
  sync(docs, 'in | out', { user: bob }).result('plan.txt', 0)
  docs.local.write('art/new.txt', 'by bob', { user: bob })
  docs.local.remove('art/logo.txt', { user: bob })
  sync(docs, 'in | out').returns(0)
  docs.same()
})

export const rightsAsSeen: Scenario = scenario({
  title:
    'Offline a right counts as it was last seen online: what the server takes or gives since is not known yet',
  covers: ['SYNC-18', 'P15.62', 'D6.2'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.server.deny('alice', 'plan.txt', ['write'])
  docs.server.deny('alice', 'list.txt', ['write'])
  sync(docs.at('plan.txt'), 'in').returns(0)
  docs.local.append('list.txt', ', two')
  docs.local.append('plan.txt', ', second', { fails: 5 })
  docs.local.open('plan.txt', { access: 'read', share: ['read'] }).close()
  docs.server.allow('alice', 'plan.txt', ['write'])
  docs.local.append('plan.txt', ', second', { fails: 5 })
  sync(docs.at('plan.txt'), 'in').returns(0)
  docs.local.append('plan.txt', ', second')
  sync(docs.at('plan.txt'), 'in | out').returns(0)
  docs.server.holds('plan.txt', 'first draft, second')
})

export const serverLostOnline: Scenario = scenario({
  title:
    'A call finds the server of an online share gone: 53, and the share goes offline; when the server is back all but what needs a sync is online again',
  covers: ['SYNC-34', 'P9.7'],
}, ({ share, sync, unreachable, reachable }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.goOnline()
  unreachable('//hq')
  sync(docs, 'in | out').returns(53)
  docs.local.write('plan.txt', 'written offline')
  docs.local.mkdir('new')
  reachable('//hq')
  docs.local.write('list.txt', 'one, two')
  docs.server.holds('list.txt', 'one, two')
  docs.clean('list.txt')
  docs.local.append('plan.txt', ', continued')
  docs.local.write('new/a.txt', 'a')
  docs.dirty('plan.txt')
  docs.server.holds('plan.txt', 'first draft')
  docs.server.missing('new')
  sync(docs, 'in | out').returns(0)
  docs.local.append('plan.txt', ', then online')
  docs.server.holds('plan.txt', 'written offline, continued, then online')
  docs.server.holds('new/a.txt', 'a')
  docs.same()
})

export const waitingOnline: Scenario = scenario({
  title:
    'Back online, a folder is removed in which an edit waits: only what the server had goes, the edit stays',
  covers: ['SYNC-07', 'P2.10', 'P2.23'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'art/old/a.txt': 'a' })
  docs.local.write('art/logo.txt', 'edited offline')
  docs.goOnline()
  docs.local.remove('art')
  docs.server.missing('art')
  docs.local.missing('art/old')
  docs.local.holds('art/logo.txt', 'edited offline')
  docs.dirty('art/logo.txt')
  sync(docs, 'in | out').conflict('art/logo.txt', 'FileChangedOnClient_DeletedOnServer')
})

export const movedUnfilled: Scenario = scenario({
  title:
    'A folder holds a file whose content is not here yet: it cannot be moved offline, 4350, and can once it is filled',
  covers: ['SYNC-07', 'P8.1', 'D8.1'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'art/old/logo.txt': 'csclab',
    'art/plan.txt': 'first draft',
  })
  docs.sparse('art/old/logo.txt')
  docs.local.rename('art', 'pictures', { fails: 4350 })
  docs.clean('art/plan.txt')
  sync(docs, 'in').result('art/old/logo.txt', 0)
  docs.local.rename('art', 'pictures')
  sync(docs, 'in | out').returns(0)
  docs.same()
  docs.server.holds('pictures/old/logo.txt', 'csclab')
})
