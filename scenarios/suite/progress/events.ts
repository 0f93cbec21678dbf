/** The course of an item: what the caller is told, what changes and what is published to everybody who listens, in this order. */

import { bytes, linkTo, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const wholeCall: Scenario = scenario({
  title:
    'A call from Begin to End: every item is begun, changed, published and told before the next one is begun',
  covers: ['SYNC-36', 'SYNC-37', 'SYNC-38', 'SYNC-39', 'P10.1'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'here.txt': 'first', 'there.txt': 'first' })
  docs.local.write('here.txt', 'second')
  docs.server.write('there.txt', 'second')
  sync(docs, 'in | out').course([
    'Begin',
    'SYNCBEGIN',
    'ItemBegin',
    'server changed',
    'SYNCFILERESULT',
    'ItemResult',
    'ItemBegin',
    'local changed',
    'SYNCFILERESULT',
    'ItemResult',
    'SYNCEND',
    'End',
  ])
})

export const oneItem: readonly Scenario[] = scenarioTable(
  {
    title: 'First the change, then what is published of it, last the result',
    covers: ['SYNC-38', 'SYNC-39', 'P10.1'],
  },
  { 'deleted-there': 'deleted', 'filled': 'filled' } as const,
  ({ share, sync }, what) => {
    const docs = share('//hq/docs', { pin: 'user' }, {
      'plan.txt': 'first draft',
      'film.avi': bytes(100_000),
    })
    if (what === 'deleted') docs.server.remove('plan.txt')
    else docs.sparse('film.avi')
    const round = sync(docs, 'in')
    round.courseOf(what === 'deleted' ? 'plan.txt' : 'film.avi', [
      'ItemBegin',
      'local changed',
      what === 'deleted' ? 'ITEMDELETEDFROMCACHE' : 'ITEMAVAILABLEOFFLINE',
      'SYNCFILERESULT',
      'ItemResult',
    ])
  },
)

export const pinThenCopy: Scenario = scenario({
  title:
    'A new item is pinned first and fetched then: it is in the cache and pinned before it can be used offline',
  covers: ['SYNC-09', 'P15.54'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  docs.server.write('plan.txt', 'new there')
  sync(docs, 'in | pin-new').courseOf('plan.txt', [
    'ItemBegin',
    'ITEMADDEDTOCACHE',
    'ITEMPINNED',
    'local changed',
    'ITEMAVAILABLEOFFLINE',
    'SYNCFILERESULT',
    'ItemResult',
  ])
})

export const recordOfConflict: Scenario = scenario({
  title: 'The record of a conflict is added, updated and removed, each time before the item’s result',
  covers: ['SYNC-33', 'SYNC-29', 'P10.1', 'P3.14', 'P3.15'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'here')
  docs.server.write('plan.txt', 'there')
  const result = ['SYNCFILERESULT', 'ItemResult'] as const
  sync(docs, 'in | out').courseOf('plan.txt', ['ItemBegin', 'SYNCCONFLICTRECADDED', ...result])
  sync(docs, 'in | out').courseOf('plan.txt', ['ItemBegin', 'SYNCCONFLICTRECUPDATED', ...result])
  sync(docs, 'in | out | keep-local').courseOf('plan.txt', [
    'ItemBegin',
    'server changed',
    'SYNCCONFLICTRECREMOVED',
    ...result,
  ])
})

export const failedCourse: Scenario = scenario({
  title:
    'An item that fails has its result published as well; nothing was changed, and nothing else is published',
  covers: ['SYNC-39', 'SYNC-40', 'P10.1'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.open('plan.txt', { access: 'read', share: ['read'] })
  docs.local.write('plan.txt', 'edited here')
  sync(docs, 'in | out').courseOf('plan.txt', ['ItemBegin', 'SYNCFILERESULT', 'ItemResult'])
})

export const forgottenInSilence: readonly Scenario[] = scenarioTable(
  {
    title: 'What is merely forgotten is no item: nobody is told but that it is not in the cache any more',
    covers: ['SYNC-39', 'P15.3', 'P15.31'],
  },
  {
    'tombstone-in': { leaves: 'tombstone', flags: 'in' },
    'tombstone-out': { leaves: 'tombstone', flags: 'out' },
    'mere-name': { leaves: 'name', flags: 'in' },
  } as const,
  ({ share, sync }, { leaves, flags }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'first draft', 'list.txt': 'one' })
    if (leaves === 'name') docs.ghost('plan.txt')
    else docs.local.remove('plan.txt')
    docs.server.remove('plan.txt')
    const round = sync(docs, flags)
    round.items([])
    round.courseOf('plan.txt', ['ITEMDELETEDFROMCACHE'])
  },
)

export const asynchronous: Scenario = scenario({
  title: 'Asynchronous progress comes late; what is published does not wait for it',
  covers: ['SYNC-23', 'P15.34', 'P10.1'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first' })
  for (const name of ['a.txt', 'b.txt']) docs.local.write(name, 'second')
  const round = sync(docs, 'in | out | async')
  round.courseOf('a.txt', ['server changed', 'SYNCFILERESULT', 'ItemBegin', 'ItemResult'])
  round.courseOf('b.txt', ['server changed', 'SYNCFILERESULT', 'ItemBegin', 'ItemResult'])
})

export const growingBound: readonly Scenario[] = scenarioTable(
  {
    title:
      'More is found while the call is under way: the bound of the progress grows, the count goes up one by one',
    covers: ['SYNC-38', 'SYNC-39', 'P15.33', 'P4.6'],
  },
  { 'target-of-a-link': 1, 'targets-of-two': 2 },
  ({ share, sync }, links) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'z.txt': 'first' })
    const attic = share('//hq/attic', {})
    docs.local.write('z.txt', 'second')
    const names = ['a', 'b'].slice(0, links)
    for (const name of names) {
      attic.server.write(`${name}.txt`, 'old')
      docs.server.write(`${name}.lnk`, linkTo(`//hq/attic/${name}.txt`))
    }
    const found = names.flatMap((name) => [`${name}.lnk`, attic.at(`${name}.txt`)])
    sync(docs, 'in | out | pin-new | pin-targets').items([...found, 'z.txt'])
  },
)
