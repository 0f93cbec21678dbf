/** What is worked on in the cache although its share is online: suspended items, items in conflict, items that need a sync. */

import { type Scenario, scenario } from '../../language/mod.ts'

export const suspendedOnline: Scenario = scenario({
  title:
    'The share is online, the suspended folder is not: edits in it stay here until an explicit call or its release',
  covers: ['SYNC-27', 'P7.3', 'P7.8', 'P7.9', 'D7.2'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/old/a.txt': 'a', 'plan.txt': 'first draft' })
  docs.suspend('art')
  docs.goOnline()
  docs.server.write('art/old/a.txt', 'a, edited there')
  docs.local.reads('art/old/a.txt', 'a')
  docs.local.write('art/new.txt', 'made here')
  docs.local.append('plan.txt', ', continued')
  docs.shows('art/new.txt', { createdOffline: true, suspended: true })
  docs.server.missing('art/new.txt')
  docs.server.holds('plan.txt', 'first draft, continued')
  sync(docs, 'in | out').items(['art/new.txt', 'art/old/a.txt'])
  docs.local.append('art/new.txt', ', again')
  docs.dirty('art/new.txt')
  docs.local.remove('art/new.txt')
  docs.local.rename('art/old/a.txt', 'art/b.txt')
  docs.server.holds('art/old/a.txt', 'a, edited there')
  sync(docs, 'in | out').returns(0)
  docs.release('art')
  docs.local.append('art/b.txt', ', online')
  docs.server.holds('art/b.txt', 'a, edited there, online')
  docs.same()
})

export const conflictOnline: Scenario = scenario({
  title:
    'An item in conflict is worked on in the cache, though its own copy is clean, until the conflict is resolved',
  covers: ['SYNC-33', 'F16', 'F3', 'F4', 'P3.16'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.server.remove('plan.txt')
  docs.server.mkdir('plan.txt')
  docs.server.write('list.txt', 'one, two')
  docs.local.write('list.txt', 'one, three')
  const round = sync(docs, 'in | out')
  round.conflict('plan.txt', 'FileOnClient_DirOnServer')
  round.conflict('list.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.goOnline()
  docs.clean('plan.txt')
  docs.local.reads('plan.txt', 'first draft')
  docs.local.reads('list.txt', 'one, three')
  docs.local.append('list.txt', ', four')
  docs.server.holds('list.txt', 'one, two')
  sync(docs.at('list.txt'), 'in | out | keep-local').noConflicts()
  docs.local.append('list.txt', ', five')
  docs.server.holds('list.txt', 'one, three, four, five')
})

export const oldCopy: Scenario = scenario({
  title: 'The server has a newer copy that was not fetched: offline, the old one can be read all the same',
  covers: ['SYNC-08', 'P15.14', 'F20'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', 'second draft')
  sync(docs, 'out').items([])
  docs.local.reads('plan.txt', 'first draft')
  docs.goOnline()
  docs.local.reads('plan.txt', 'second draft')
  docs.goOffline()
  docs.local.reads('plan.txt', 'first draft')
})

export const onlyContent: Scenario = scenario({
  title:
    'Only the unnamed stream is cached: offline a file has no other, 123; online the server’s can be had',
  covers: ['SYNC-05', 'F41', 'P14.6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', '[ZoneTransfer]', { stream: 'Zone.Identifier' })
  docs.local.append('plan.txt', 'more', { stream: 'Zone.Identifier', fails: 123 })
  docs.local.write('plan.txt', 'more', { stream: 'Zone.Identifier', fails: 123 })
  docs.local.remove('plan.txt', { stream: 'Zone.Identifier', fails: 123 })
  docs.clean('plan.txt')
  docs.goOnline()
  docs.local.append('plan.txt', 'ZoneId=3', { stream: 'Zone.Identifier' })
  docs.local.holds('plan.txt', 'first draft')
  docs.local.remove('plan.txt', { stream: 'Zone.Identifier' })
  docs.server.streams('plan.txt', [])
  docs.local.holds('plan.txt', 'first draft')
  sync(docs, 'in | out').items([])
})
