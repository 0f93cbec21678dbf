/** What counts as new on the server, whom it is pinned for, and what a pin outlives. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

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

export const forEverybody: readonly Scenario[] = scenarioTable(
  {
    title:
      'Several PinFor flags in one call: a new file is pinned for each of them at once, beside what it inherits',
    covers: ['SYNC-16', 'SYNC-19', 'SYNC-20', 'P1.6', 'D6.5'],
  },
  {
    'user-and-all': { flags: 'pin-user | pin-all', pins: ['user', 'computer', 'redirection'] },
    'whole-line': {
      flags: 'pin-user | pin-policy | pin-all',
      pins: ['user', 'userPolicy', 'computer', 'redirection'],
    },
  } as const,
  ({ share, sync }, { flags, pins }) => {
    const docs = share('//hq/docs', { pin: 'redirection' }, {})
    docs.server.write('news.txt', 'new there')
    docs.server.mkdir('art')

    sync(docs, `in | pin-new | ${flags}`).items(['art', 'news.txt'])
    docs.pinned('news.txt', pins)
    docs.pinned('art', pins)
  },
)

export const pinDiesWithTheFile: readonly Scenario[] = scenarioTable(
  {
    title:
      'A pinned file is deleted on the server and made again: its own pin is gone with it, what its folder hands down is not',
    covers: ['SYNC-05', 'SYNC-09', 'SYNC-11', 'P6.12'],
  },
  { 'by-itself': 'plan.txt', 'in-pinned-folder': 'kept/plan.txt' },
  ({ share, sync }, path, row) => {
    const docs = share('//hq/docs', { 'kept/plan.txt': 'first draft', 'plan.txt': 'first draft' })
    docs.pin('kept')
    docs.pin(path, { for: 'computer' })
    docs.server.remove(path)
    sync(docs, 'in').result(path, 0)
    docs.server.write(path, 'made again')

    const round = sync(docs, 'in | pin-new')
    if (row === 'by-itself') {
      round.items([])
      docs.local.missing(path)
    } else {
      round.items([path])
      docs.pinned(path, ['user'])
    }
  },
)
