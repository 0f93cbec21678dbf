/** One cache for all users of a machine: what is pinned for one is pinned for every one, and each has rights of their own. */

import { type Scenario, scenario } from '../../language/mod.ts'

export const pinnedByAnother: Scenario = scenario({
  title:
    'Bob’s call pins a new file for Bob: for Alice it is pinned as well, and her calls keep it up to date',
  covers: ['SYNC-17', 'SYNC-16', 'F81'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'computer' }, { 'plan.txt': 'first draft' })
  docs.server.write('news.txt', 'new there')
  sync(docs, 'in | pin-new | pin-user', { user: bob }).items(['news.txt'])
  docs.pinned('news.txt', ['user', 'computer'])
  sync(docs, 'in | pin-new | pin-user').items([])
  docs.pinned('news.txt', ['user', 'computer'])
  docs.server.write('news.txt', 'edited there')
  sync(docs, 'in').items(['news.txt'])
  docs.local.reads('news.txt', 'edited there')
  docs.local.reads('news.txt', 'edited there', { user: bob })
})

export const sameFolderForAll: Scenario = scenario({
  title:
    'Alice’s pinned folder is pinned for Bob too: his call fetches what is new in it, until the pin is taken away for all',
  covers: ['SYNC-17', 'SYNC-09'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { 'art/a.txt': 'a' })
  docs.pin('art')
  sync(docs, 'in').items(['art/a.txt'])
  docs.server.write('art/b.txt', 'b')
  sync(docs, 'in | pin-new', { user: bob }).items(['art/b.txt'])
  docs.pinned('art/b.txt', ['user'])
  docs.unpin('art')
  docs.server.write('art/c.txt', 'c')
  sync(docs, 'in | pin-new', { user: bob }).items([])
  sync(docs, 'in | pin-new').items([])
  docs.local.missing('art/c.txt')
})

export const pinnedAndRefused: Scenario = scenario({
  title:
    'A file is pinned for everyone, but not everyone may read it: offline Alice is refused what Bob has pinned',
  covers: ['SYNC-17', 'SYNC-18', 'F81', 'P15.62'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'computer' }, { 'plan.txt': 'first draft' })
  docs.server.write('pay.txt', 'a lot')
  docs.server.deny('alice', 'pay.txt', ['read', 'write'])
  sync(docs, 'in | pin-new | pin-user', { user: bob }).result('pay.txt', 0)
  sync(docs, 'in').items([])
  docs.pinned('pay.txt', ['user', 'computer'])
  docs.local.reads('pay.txt', 'a lot', { user: bob })
  docs.local.reads('pay.txt', { fails: 5 })
  docs.local.append('pay.txt', ' more', { fails: 5 })
  docs.clean('pay.txt')
})
