/** Pins: whose they are, why an item has several, and what comes when the last one goes. */

import { bytes, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const pinnedForAll: Scenario = scenario({
  title:
    'Alice has pinned a folder, and Bob makes the call: what is new in it is pinned and fetched for both of them',
  covers: ['SYNC-17', 'SYNC-09', 'D6.1', 'D6.6'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { 'art/old.txt': 'old' })
  docs.pin('art')
  sync(docs, 'in')
  docs.server.write('art/new.txt', 'new there')

  sync(docs, 'in | pin-new', { user: bob }).items(['art/new.txt'])
  docs.pinned('art/new.txt', ['user'])
  docs.local.reads('art/new.txt', 'new there', { user: bob })
  docs.server.write('art/new.txt', 'newer')
  sync(docs, 'in').items(['art/new.txt'])
  docs.local.reads('art/new.txt', 'newer')
})

export const oneReasonGoes: readonly Scenario[] = scenarioTable(
  {
    title:
      'A folder is pinned for two reasons: when one goes, the other still pins what is new in it, for itself alone',
    covers: ['SYNC-09', 'SYNC-11', 'D6.5', 'D6.6'],
  },
  { 'user-goes': ['user', 'computer'], 'computer-goes': ['computer', 'user'] } as const,
  ({ share, sync }, [goes, stays]) => {
    const docs = share('//hq/docs', { 'art/old.txt': 'old' })
    docs.pin('art', { for: goes })
    docs.pin('art', { for: stays })
    sync(docs, 'in')
    docs.unpin('art', { for: goes })
    docs.server.write('art/new.txt', 'new there')

    sync(docs, 'in | pin-new').items(['art/new.txt'])
    docs.pinned('art/new.txt', [stays])
    docs.unpin('art', { for: stays })
    docs.server.write('art/newer.txt', 'newer there')
    sync(docs, 'in | pin-new').items([])
  },
)

export const newInPinnedFolder: Scenario = scenario({
  title: 'Somebody pins a file that the cache does not have yet: it takes what its folder hands down as well',
  covers: ['SYNC-05', 'D6.5', 'D6.6', 'P15.11'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  docs.server.write('new.txt', 'new there')
  docs.pin('new.txt', { for: 'computer' })
  docs.pinned('new.txt', ['user', 'computer'])
  sync(docs, 'in').items(['new.txt'])
  docs.local.holds('new.txt', 'new there')
  docs.pinned('new.txt', ['user', 'computer'])
})

export const lastReasonGoes: Scenario = scenario({
  title:
    'A file that was cached by use is unpinned: a full cache lets it go now, but not while an edit in it waits',
  covers: ['SYNC-07', 'D6.7', 'D6.8'],
}, ({ limitDisk, share, sync }) => {
  const docs = share('//hq/docs', { caching: 'documents' }, {})
  for (const name of ['clean.bin', 'edited.bin', 'pinned.bin']) {
    docs.server.write(name, bytes(1000))
    docs.autoCache(name)
    docs.pin(name)
  }
  docs.unpin('clean.bin')
  docs.unpin('edited.bin')
  docs.local.append('edited.bin', '!')
  limitDisk({ client: 'laptop' }, 3100)

  docs.local.write('more.bin', bytes(1000))
  docs.local.missing('clean.bin')
  docs.local.write('last.bin', bytes(1000), { fails: 112 })
  docs.pinned('pinned.bin', ['user'])
  docs.local.holds('pinned.bin', bytes(1000))
  docs.dirty('edited.bin')
  limitDisk({ client: 'laptop' }, null)
  docs.local.remove('last.bin')
  sync(docs, 'out').items(['edited.bin', 'more.bin'])
})

export const lastReasonGoesForCall: Scenario = scenario({
  title:
    'A call has to fetch into a full cache: the file that is pinned no more gives way, the one that is still pinned stays',
  covers: ['SYNC-05', 'D6.7', 'D6.8'],
}, ({ limitDisk, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user', caching: 'documents' }, {})
  for (const name of ['loose.bin', 'pinned.bin']) {
    docs.server.write(name, bytes(1000))
    docs.autoCache(name)
    docs.pin(name)
  }
  docs.unpin('loose.bin')
  docs.server.write('wanted.bin', bytes(1000))
  limitDisk({ client: 'laptop' }, 2100)

  sync(docs, 'in | pin-new').result('wanted.bin', 0)
  docs.local.missing('loose.bin')
  docs.local.holds('pinned.bin', bytes(1000))
  docs.local.holds('wanted.bin', bytes(1000))
})
