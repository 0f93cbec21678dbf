/** What counts as new on the server, whom it is pinned for, and what a pin outlives. */

import { type Scenario, scenario } from '../../language/mod.ts'

export const whatIsNew: Scenario = scenario({
  title:
    'New is what the cache has no more than the name of: not what was deleted here, nor what lies in an unpinned folder',
  covers: ['SYNC-09', 'SYNC-11', 'P6.3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'deleted.txt': 'gone here',
    'loose/old.txt': 'old',
    'name.txt': 'only its name is here',
  })
  docs.local.remove('deleted.txt')
  docs.unpin('loose')
  docs.unpin('name.txt')
  docs.ghost('name.txt')
  docs.server.write('loose/new.txt', 'new')
  docs.server.write('new.txt', 'new')

  sync(docs, 'in | pin-new').items(['name.txt', 'new.txt'])
  docs.local.tree({ 'loose/old.txt': 'old', 'name.txt': 'only its name is here', 'new.txt': 'new' })
})

export const forEverybody: Scenario = scenario({
  title: 'Several PinFor flags in one call: a new file is pinned for each of them at once',
  covers: ['SYNC-16', 'SYNC-19', 'SYNC-20', 'P1.6', 'D6.5'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'redirection' }, {})
  docs.server.write('news.txt', 'new there')
  docs.server.mkdir('art')

  sync(docs, 'in | pin-new | pin-user | pin-policy | pin-all').items(['art', 'news.txt'])
  docs.pinned('news.txt', ['user', 'userPolicy', 'computer', 'redirection'])
  docs.pinned('art', ['user', 'userPolicy', 'computer', 'redirection'])
})

export const pinDiesWithTheFile: Scenario = scenario({
  title:
    'A pinned file is deleted on the server and made again: its own pin is gone with it, what its folder hands down is not',
  covers: ['SYNC-05', 'SYNC-09', 'SYNC-11', 'P6.12'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'kept/plan.txt': 'first draft', 'plan.txt': 'first draft' })
  docs.pin('kept')
  for (const name of ['kept/plan.txt', 'plan.txt']) {
    docs.pin(name, { for: 'computer' })
    docs.server.remove(name)
  }
  sync(docs, 'in').items(['kept/plan.txt', 'plan.txt'])
  for (const name of ['kept/plan.txt', 'plan.txt']) docs.server.write(name, 'made again')

  sync(docs, 'in | pin-new').items(['kept/plan.txt'])
  docs.pinned('kept/plan.txt', ['user'])
  docs.local.missing('plan.txt')
})
