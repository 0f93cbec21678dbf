/** One long day at the office, with every word of the language: what a scenario can say, all in one place. */

import { bytes, holes, linkTo, type Scenario, scenario } from '../../language/mod.ts'

export const officeDay: Scenario = scenario({
  title: 'An office day: two clients, two users, two servers, and all that can happen to them',
  covers: ['SYNC-05', 'SYNC-07', 'SYNC-24', 'SYNC-25', 'SYNC-33', 'F44', 'P15.42'],
}, (kit) => {
  const { share, sync, server, client, user, note, wait } = kit
  server('//safe', { credentials: true, capacity: 1_048_576 })
  client('tablet')
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'user', caching: 'documents' }, {
    'plan.txt': 'first draft',
    'list.txt': 'one',
    'art/logo.png': bytes(4096),
    'art/old/sketch.txt': 'lines',
    'log.txt': 'begin\n',
    'notes.txt': 'notes',
    'news.txt': 'news',
    'manual.txt': 'manual',
    'empty': null,
  })
  const safe = share('//safe/vault', { 'key.txt': 'secret' })
  const tablet = docs.on('tablet')

  note('Morning: both work offline, each on files of their own.')
  docs.local.write('plan.txt', 'second draft')
  docs.local.append('log.txt', 'morning\n')
  docs.local.edit('list.txt', 'ONE', { offset: 0 })
  docs.local.mkdir('new')
  docs.local.rename('art/old/sketch.txt', 'new/sketch.txt')
  docs.local.setAttributes('notes.txt', { set: ['HIDDEN'] })
  docs.server.touch('news.txt')
  docs.server.setTimes('manual.txt', { lastWrite: '2009-12-24 18:00:00' })
  docs.server.remove('empty')
  docs.server.write(
    'disk.img',
    holes({ size: 5_000_000_000, parts: [{ at: 4_999_999_000, content: 'the end' }] }),
  )
  docs.server.write('plan.lnk', linkTo('//hq/docs/plan.txt'))
  docs.server.write('news.txt', '[ZoneTransfer]', { stream: 'Zone.Identifier' })
  docs.server.streams('news.txt', ['Zone.Identifier'])
  docs.dirty('plan.txt')
  docs.clean('news.txt')
  wait(60)

  note('Noon: the laptop synchronizes over a slow link, while somebody edits at the office.')
  docs.slow({ latency: 80 })
  const noon = sync(docs, 'in | out | pin-new | pin-user', {
    during: [{
      request: 'stage',
      side: 'local',
      path: 'manual.txt',
      steps: () => docs.server.write('news.txt', 'news of noon'),
    }],
  })
  noon.returns(0)
  noon.noConflicts()
  noon.state('plan.txt', 'FileChangedOnClient')
  noon.result('plan.txt', 0)
  noon.changes('plan.txt', ['LOCAL_SIZE', 'LOCAL_TIME'])
  noon.courseOf('plan.txt', ['ItemBegin', 'server changed', 'SYNCFILERESULT', 'ItemResult'])
  docs.local.missing('empty')
  docs.local.directory('new')
  docs.server.attributes('notes.txt', ['HIDDEN', 'ARCHIVE'])
  docs.server.spelling('new')
  docs.pinned('disk.img', ['user'])
  docs.local.holds(
    'disk.img',
    holes({ size: 5_000_000_000, parts: [{ at: 4_999_999_000, content: 'the end' }] }),
  )
  sync(docs, 'in | out').returns(0)
  docs.same()
  docs.server.tree('new', { 'sketch.txt': 'lines' })

  note('The tablet was offline for a moment, then fetches what the laptop sent; a conflict stays.')
  kit.unreachable('//hq', { client: 'tablet' })
  sync(docs, 'in | out', { client: 'tablet' }).returns(53)
  kit.reachable('//hq', { client: 'tablet' })
  tablet.write('plan.txt', 'third draft, from the tablet')
  sync(docs, 'in | out', { client: 'tablet' }).conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.shows('plan.txt', { dirty: true }, { client: 'tablet' })

  note('Afternoon: the vault wants credentials; without interaction nobody is asked.')
  safe.local.write('key.txt', 'a new secret')
  sync(safe, 'out').returns(1326)
  sync(safe, 'out | interactive | console', { credentials: 'refused' }).prompts(['console'])
  const opened = sync(safe, 'out | interactive', { credentials: 'given' })
  opened.prompts(['window'])
  opened.returns(0)
  safe.server.holds('key.txt', 'a new secret')

  note('Rights, open files, full disks, policies and clocks.')
  docs.server.deny(bob, 'list.txt', ['read', 'write'])
  docs.server.reads('list.txt', { fails: 5 }, { user: bob })
  docs.server.allow(bob, 'list.txt', ['read', 'write'])
  docs.server.reads('list.txt', 'ONE', { user: bob })
  const held = docs.server.open('log.txt', { access: 'read', share: ['read'], user: bob })
  docs.local.append('log.txt', 'afternoon\n')
  kit.latency('//hq', 20)
  kit.setClock({ client: 'laptop' }, -30)
  kit.policy({ conflicts: { '//hq/docs/art': 'keep-local' }, excludedTypes: ['*.pst'] })
  kit.limitDisk({ client: 'laptop' }, 67_108_864)
  kit.limitUser(bob, { server: '//hq', bytes: 4096 })
  kit.fault({ request: 'list', side: 'server', path: '//hq/docs/art', then: { fail: 5 } })
  kit.fault({ request: 'mkdir', side: 'server', every: true, then: { fail: 82 } })
  sync(docs, 'in | out').result('art', 5)
  kit.clearFaults()
  kit.service({ active: false })
  sync(docs, 'in | out').returns(1062)
  kit.service({ active: true })
  const busy = sync(docs, 'in | out', {
    progress: [{ to: 'item-result', path: 'log.txt', nth: 1, answer: 'retry' }],
  })
  busy.result('log.txt', 32)
  held.close()

  note('Evening: states of the cache, and a crash.')
  docs.pin('art', { for: 'computer' })
  docs.pinned('art', ['user', 'computer'])
  docs.unpin('art', { for: 'computer' })
  docs.suspend('art')
  docs.shows('art/logo.png', { suspended: true, suspendedRoot: false })
  docs.connection('art/logo.png', 'suspended')
  docs.release('art')
  docs.sparse('manual.txt', { present: [{ at: 0, bytes: 2 }] })
  docs.local.reads('manual.txt', { fails: 4350 })
  docs.ghost('news.txt')
  docs.shows('news.txt', { ghost: true, sparse: false })
  docs.evict('new')
  docs.local.missing('new')
  docs.adopt('notes.txt')
  docs.autoCache('list.txt')
  docs.shows('list.txt', { autoCached: true })
  docs.local.write('plan.txt', 'the last word of today')
  const dropped = sync(docs, 'in | out', {
    crash: { when: 'after', request: 'commit', side: 'server', path: 'plan.txt' },
  })
  dropped.crashed()
  docs.goOnline()
  docs.local.list('art')
  docs.local.read('plan.txt')
  docs.local.reads('plan.txt', 'the last word of today')
  docs.goOffline()
  const last = sync(kit.raw('\\\\hq\\docs\\plan.txt'), 'in | out')
  last.items(['//hq/docs/plan.txt'])
  last.progress([
    '0:0:The operation completed successfully.:',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\plan.txt',
    '3:0:The operation completed successfully.:\\\\hq\\docs\\plan.txt',
    '1:0:The operation completed successfully.:',
  ])
  docs.server.holds('plan.txt', 'the last word of today')
})
