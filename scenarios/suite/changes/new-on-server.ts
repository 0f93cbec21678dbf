/** Something new on the server: fetched only where it is asked for. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const notAskedFor: Scenario = scenario({
  title: 'Without PINNEWFILES a new server file is left on the server',
  covers: ['SYNC-09', 'STATE-30', 'F67'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('news.txt', 'new here')

  const round = sync(docs, 'in | out')
  round.items([])
  round.state('news.txt', 'NoClientCopy_FileOnServer')
  docs.local.missing('news.txt')
})

export const inPinnedDirectory: Scenario = scenario({
  title: 'With PINNEWFILES a new folder with all it holds is pinned and cached, parents first',
  covers: ['SYNC-09', 'SYNC-05', 'STATE-30', 'STATE-31', 'F68', 'P6.4', 'P15.10', 'D6.6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.mkdir('art')
  docs.server.write('art/logo.txt', 'csclab')

  const round = sync(docs, 'in | out | pin-new')
  round.items(['art', 'art/logo.txt'])
  docs.local.holds('art/logo.txt', 'csclab')
  docs.pinned('art/logo.txt', ['user'])
  docs.same()
})

export const inUnpinnedDirectory: Scenario = scenario({
  title: 'Outside pinned directories PINNEWFILES pins and fetches nothing',
  covers: ['SYNC-11', 'F70'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'plan.txt': 'first draft' })
  docs.server.write('news.txt', 'new here')

  sync(docs, 'in | out | pin-new | pin-user').items([])
  docs.local.missing('news.txt')
})

export const withoutSyncIn: Scenario = scenario({
  title: 'PINNEWFILES is ignored without SYNCIN',
  covers: ['SYNC-10', 'F69', 'D1.6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('news.txt', 'new here')

  const round = sync(docs, 'out | pin-new | pin-user')
  round.returns(0)
  round.items([])
  docs.local.missing('news.txt')
})

export const forWhom: readonly Scenario[] = scenarioTable(
  {
    title: 'A new item is pinned in the categories the flags name, beside those it inherits',
    covers: ['SYNC-16', 'SYNC-19', 'P1.5', 'P15.9', 'D6.6'],
  },
  {
    'inherited-alone': { flags: 'in | pin-new', pins: ['computer'] },
    'user': { flags: 'in | pin-new | pin-user', pins: ['user', 'computer'] },
    'policy': { flags: 'in | pin-new | pin-policy', pins: ['userPolicy', 'computer'] },
    'all': { flags: 'in | pin-new | pin-all', pins: ['computer'] },
    'redirection': { flags: 'in | pin-new | pin-redirection', pins: ['computer', 'redirection'] },
    'without-pin-new': { flags: 'in | pin-user', pins: undefined },
  } as const,
  ({ share, sync }, { flags, pins }) => {
    const docs = share('//hq/docs', { pin: 'computer' }, { 'plan.txt': 'first draft' })
    docs.server.write('news.txt', 'new here')
    sync(docs, flags).returns(0)
    if (pins === undefined) docs.local.missing('news.txt')
    else docs.pinned('news.txt', pins)
  },
)
