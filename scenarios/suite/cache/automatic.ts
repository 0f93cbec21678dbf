/** Automatic caching: what is opened online stays for the time without a server, as far as the share and the policy let it. */

import { bytes, type Scenario, scenario } from '../../language/mod.ts'

export const openedOnline: Scenario = scenario({
  title: 'On a share cached automatically, a file that is opened online can be read offline; no other can',
  covers: ['SYNC-11', 'P15.62'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { caching: 'documents' }, { 'plan.txt': 'first draft' })
  docs.server.mkdir('art')
  docs.server.write('art/logo.txt', 'csclab')
  docs.server.write('art/unseen.txt', 'never opened')
  docs.goOnline()
  docs.local.open('art/logo.txt', { access: 'read', share: ['read'] }).close()
  docs.shows('art/logo.txt', { autoCached: true, sparse: false, dirty: false })
  docs.pinned('art/logo.txt', [])
  docs.goOffline()
  docs.local.reads('art/logo.txt', 'csclab')
  docs.local.reads('art/unseen.txt', { fails: 2 })
  docs.local.append('art/logo.txt', ', the laboratory')
  sync(docs, 'in | out').items(['art/logo.txt'])
  docs.server.holds('art/logo.txt', 'csclab, the laboratory')
})

export const openedStale: Scenario = scenario({
  title:
    'A cached file that was edited on the server is opened online: the cache keeps what was opened, not what was',
  covers: ['SYNC-05', 'P15.14'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user', caching: 'programs' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', 'second draft')
  docs.goOnline()
  docs.local.open('plan.txt', { access: 'read', share: ['read'] }).close()
  docs.goOffline()
  docs.local.reads('plan.txt', 'second draft')
  docs.clean('plan.txt')
  docs.pinned('plan.txt', ['user'])
  sync(docs, 'in | out').items([])
})

export const madeOnline: Scenario = scenario({
  title: 'A file made online on a share cached automatically is cached as one that was opened',
  covers: ['SYNC-11'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { caching: 'documents' }, { 'plan.txt': 'first draft' })
  docs.goOnline()
  docs.local.write('new.txt', 'made online')
  docs.shows('new.txt', { autoCached: true, dirty: false })
  docs.server.holds('new.txt', 'made online')
  docs.local.remove('new.txt')
  docs.local.missing('new.txt')
  sync(docs, 'in | out').items([])
})

export const onRequestOnly: Scenario = scenario({
  title: 'On a share cached by hand, what is opened online is not cached until somebody asks for it',
  covers: ['SYNC-11', 'SYNC-06', 'D6.11'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { caching: 'manual' }, { 'plan.txt': 'first draft' })
  docs.server.write('list.txt', 'one')
  docs.goOnline()
  docs.local.open('list.txt', { access: 'read', share: ['read'] }).close()
  docs.local.write('new.txt', 'made online')
  docs.local.missing('list.txt')
  docs.local.missing('new.txt')
  docs.pin('list.txt')
  sync(docs, 'in').items(['list.txt'])
  docs.local.holds('list.txt', 'one')
})

export const notAtAll: Scenario = scenario({
  title:
    'On a share that may not be cached any more, nothing is added or pinned: 50; what was cached stays in step',
  covers: ['SYNC-05', 'SYNC-07'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user', caching: 'none' }, { 'plan.txt': 'first draft' })
  docs.pin('plan.txt', { for: 'computer', fails: 50 })
  docs.server.write('list.txt', 'one')
  docs.local.write('plan.txt', 'second draft')
  sync(docs, 'in | out').items(['plan.txt'])
  docs.goOnline()
  docs.local.open('list.txt', { access: 'read', share: ['read'] }).close()
  docs.local.write('new.txt', 'made online')
  docs.local.append('plan.txt', ', continued online')
  docs.local.missing('list.txt')
  docs.local.missing('new.txt')
  docs.local.holds('plan.txt', 'second draft, continued online')
  docs.clean('plan.txt')
})

export const leastRecentlyUsed: Scenario = scenario({
  title:
    'The cache is full: what was opened longest ago gives way, but nothing that is pinned, changed or was not opened',
  covers: ['SYNC-07', 'F80', 'F89', 'D6.7'],
}, ({ limitDisk, share, sync }) => {
  const docs = share('//hq/docs', { caching: 'documents' }, { 'kept.bin': bytes(1000) })
  for (const name of ['first.bin', 'second.bin', 'third.bin', 'changed.bin', 'pinned.bin']) {
    docs.server.write(name, bytes(1000))
  }
  docs.autoCache('changed.bin')
  docs.autoCache('pinned.bin')
  docs.autoCache('first.bin')
  docs.autoCache('second.bin')
  docs.pin('pinned.bin')
  docs.local.append('changed.bin', 'x')
  limitDisk({ client: 'laptop' }, 5100)
  docs.goOnline()
  docs.local.open('first.bin', { access: 'read', share: ['read'] }).close()
  docs.local.open('third.bin', { access: 'read', share: ['read'] }).close()
  docs.local.missing('second.bin')
  docs.shows('third.bin', { autoCached: true })
  docs.goOffline()
  docs.local.write('made.bin', bytes(1000))
  docs.local.missing('first.bin')
  docs.local.write('more.bin', bytes(1000))
  docs.local.missing('third.bin')
  docs.local.write('last.bin', bytes(1000), { fails: 112 })
  docs.local.holds('kept.bin', bytes(1000))
  docs.dirty('changed.bin')
  docs.shows('pinned.bin', { sparse: false })
  limitDisk({ client: 'laptop' }, null)
  docs.local.remove('last.bin')
  sync(docs, 'in | out').returns(0)
  docs.server.missing('last.bin')
  docs.server.holds('made.bin', bytes(1000))
})

export const roomForSync: Scenario = scenario({
  title:
    'A call has to fetch into a full cache: what was only opened gives way, and then its item fails with 112',
  covers: ['SYNC-05', 'SYNC-39', 'F89'],
}, ({ limitDisk, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user', caching: 'documents' }, { 'kept.bin': bytes(1000) })
  const loose = share('//hq/loose', { caching: 'documents' }, {})
  loose.server.write('opened.bin', bytes(1000))
  loose.autoCache('opened.bin')
  docs.server.write('a.bin', bytes(1000))
  docs.server.write('b.bin', bytes(1000))
  limitDisk({ client: 'laptop' }, 2100)
  const round = sync(docs, 'in | pin-new')
  round.returns(0)
  round.result('a.bin', 0)
  round.result('b.bin', 112)
  loose.local.missing('opened.bin')
  docs.local.holds('a.bin', bytes(1000))
  docs.local.holds('kept.bin', bytes(1000))
  docs.shows('b.bin', { sparse: true }, { because: 'P15.54' })
})

export const excludedTypes: Scenario = scenario({
  title:
    'Files of excluded types are neither made nor named so offline, 50, nor pinned, nor cached by being opened',
  covers: ['SYNC-09', 'F32', 'P15.15', 'D6.15'],
}, ({ policy, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user', caching: 'documents' }, {
    'a.txt': 'a',
    'mail.pst': 'letters',
    'old.pst': 'older letters',
  })
  docs.server.write('there.PST', 'letters there')
  policy({ excludedTypes: ['*.pst', '*.db?'] })
  docs.local.rename('a.txt', 'a.pst', { fails: 50 })
  docs.local.write('b.PST', 'b', { fails: 50 })
  docs.local.write('b.dbf', 'b', { fails: 50 })
  docs.local.write('b.db', 'b')
  docs.local.missing('b.PST')
  docs.local.holds('a.txt', 'a')
  docs.clean('a.txt')
  docs.local.mkdir('folder.pst')
  docs.local.append('mail.pst', ', one more')
  docs.local.remove('old.pst')
  docs.local.write('old.pst', 'made again', { fails: 50 })
  docs.pin('there.PST', { fails: 50 })
  docs.pin('mail.pst', { for: 'computer', fails: 50 })
  docs.autoCache('there.PST', { fails: 50 })
  sync(docs, 'in | out').items(['b.db', 'folder.pst', 'mail.pst', 'old.pst'])
  docs.goOnline()
  docs.local.open('there.PST', { access: 'read', share: ['read'] }).close()
  docs.local.write('c.pst', 'made online')
  docs.local.rename('a.txt', 'd.pst')
  docs.server.holds('c.pst', 'made online')
  docs.server.holds('d.pst', 'a')
  docs.local.missing('there.PST')
  docs.local.missing('c.pst')
  docs.local.missing('d.pst')
})
