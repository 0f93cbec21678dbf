/** States of cached items beside plain files: pinned, sparse, ghosts, suspended, cached by use, evicted. */

import { bytes, type Scenario, scenario } from '../../language/mod.ts'

export const pinnedLater: Scenario = scenario({
  title:
    'A file nobody cached is pinned: at first its entry is sparse, and the next call fetches its content',
  covers: ['SYNC-04', 'SYNC-06', 'SYNC-05', 'D1.5', 'D6.9', 'D8.2', 'D8.4'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'plan.txt': 'first draft' })
  docs.server.mkdir('art')
  docs.server.write('art/logo.txt', 'csclab')
  docs.server.write('art/empty.txt', '')
  docs.pin('art/logo.txt')
  docs.pin('art/empty.txt')
  docs.shows('art/logo.txt', { sparse: true, dirty: false })
  docs.shows('art/empty.txt', { sparse: false }, { because: 'P8.5' })
  docs.pinned('art/logo.txt', ['user'])
  docs.local.holds('art/empty.txt', '')
  sync(docs, 'in').result('art/logo.txt', 0)
  docs.shows('art/logo.txt', { sparse: false })
  docs.local.holds('art/logo.txt', 'csclab')
})

export const nothingToPin: Scenario = scenario({
  title: 'What is not on the server, and what was deleted here, cannot be pinned or cached by use: 2',
  covers: ['SYNC-09', 'P7.7'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'plan.txt': 'first draft' })
  docs.pin('paln.txt', { fails: 2 })
  docs.local.remove('plan.txt')
  docs.pin('plan.txt', { fails: 2 })
  docs.autoCache('plan.txt', { fails: 2 })
  docs.local.missing('plan.txt')
  sync(docs, 'in | out').returns(0)
  docs.server.missing('plan.txt')
})

export const sparseIsRefused: Scenario = scenario({
  title:
    'A file is cached in part: offline it can be neither read nor edited, 4350, and a call with SyncIn fills it',
  covers: ['SYNC-04', 'SYNC-06', 'P8.1', 'P8.2', 'D1.5', 'D8.1', 'D8.4'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(200_000), 'empty.txt': '' })
  docs.sparse('film.avi', { present: [{ at: 0, bytes: 65_536 }] })
  docs.sparse('empty.txt', { fails: 87 })
  docs.local.open('film.avi', { access: 'read', share: ['read'], fails: 4350 })
  docs.local.append('film.avi', 'more', { fails: 4350 })
  docs.clean('film.avi')
  sync(docs, 'in').result('film.avi', 0)
  docs.shows('film.avi', { sparse: false })
  docs.local.append('film.avi', 'more')
  docs.dirty('film.avi')
})

export const overwrittenUnread: Scenario = scenario({
  title:
    'A file of which only the name is cached is overwritten as a whole: that needs nothing of the old content',
  covers: ['SYNC-07', 'P8.3', 'D8.6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.ghost('plan.txt')
  docs.shows('plan.txt', { ghost: true })
  docs.local.missing('plan.txt')
  docs.local.append('plan.txt', '!', { fails: 4350 })
  docs.local.write('plan.txt', 'second draft')
  docs.shows('plan.txt', { ghost: false, dirty: true })
  sync(docs, 'in | out').state('plan.txt', 'FileChangedOnClient')
  docs.server.holds('plan.txt', 'second draft')
  docs.same()
})

export const evictedReadonly: Scenario = scenario({
  title: 'A folder is taken out of the cache, read-only files and all; the server keeps its own',
  covers: ['SYNC-08', 'SYNC-11'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'art/logo.txt': 'csclab', 'art/old/a.txt': 'a' })
  docs.server.setAttributes('art/old/a.txt', { set: ['READONLY'] })
  sync(docs, 'in').result('art/old/a.txt', 0)
  docs.evict('art')
  docs.local.missing('art')
  sync(docs, 'in | out').items([])
  docs.server.holds('art/old/a.txt', 'a')
})

export const evictedDirty: Scenario = scenario({
  title: 'A folder with an edit that waits is not taken out of the cache: 5, and nothing of it goes',
  covers: ['SYNC-07', 'SYNC-08'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'art/old/a.txt': 'a' })
  docs.local.write('art/old/a.txt', 'edited')
  docs.evict('art', { fails: 5 })
  docs.adopt('art/old/a.txt', { fails: 87 })
  docs.local.holds('art/logo.txt', 'csclab')
  sync(docs, 'in | out').items(['art/old/a.txt'])
  docs.evict('art')
  docs.local.missing('art')
})

export const suspended: Scenario = scenario({
  title:
    'A folder is suspended with all in it; a call without SkipSuspendedDirs goes through it all the same',
  covers: ['SYNC-27', 'P7.3', 'P7.4', 'P7.5', 'P7.6', 'P7.9', 'D7.1', 'D7.3', 'D7.4', 'D7.6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/old/a.txt': 'a', 'plan.txt': 'first draft' })
  docs.suspend('plan.txt', { fails: 267 })
  docs.release('art', { fails: 87 })
  docs.suspend('art')
  docs.suspend('art/old')
  docs.shows('art/old/a.txt', { suspended: true, suspendedRoot: false })
  docs.connection('art/old/a.txt', 'suspended')
  docs.shows('plan.txt', { suspended: false })
  docs.local.write('art/new.txt', 'made here')
  docs.shows('art/new.txt', { suspended: true })
  docs.server.write('art/old/a.txt', 'edited there')
  sync(docs, 'in | out').items(['art/new.txt', 'art/old/a.txt'])
  docs.same()
  docs.shows('art', { suspended: true, suspendedRoot: true })
  docs.release('art')
  docs.shows('art/new.txt', { suspended: false })
  docs.shows('art/old/a.txt', { suspended: true })
})

export const cachedByUse: Scenario = scenario({
  title:
    'A file is cached because somebody opened it: it follows the server like any other, and is pinned by nobody',
  covers: ['SYNC-05', 'SYNC-11', 'P15.62'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { caching: 'documents' }, { 'plan.txt': 'first draft' })
  docs.server.write('list.txt', 'one')
  docs.autoCache('list.txt')
  docs.shows('list.txt', { autoCached: true, sparse: false })
  docs.pinned('list.txt', [])
  docs.local.holds('list.txt', 'one')
  docs.local.open('list.txt', { access: 'read', share: ['read'], user: bob, fails: 5 })
  docs.server.write('list.txt', 'one, two')
  sync(docs, 'in').result('list.txt', 0)
  docs.local.holds('list.txt', 'one, two')
})

export const neverCached: Scenario = scenario({
  title: 'On a share that may not be cached nothing is pinned: 50',
  covers: ['SYNC-09', 'SYNC-11', 'D6.11'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { caching: 'none' }, { 'plan.txt': 'first draft' })
  docs.server.write('list.txt', 'one')
  docs.pin('list.txt', { fails: 50 })
  docs.autoCache('list.txt', { fails: 50 })
  sync(docs, 'in | pin-new').returns(0)
  docs.local.missing('list.txt')
})
