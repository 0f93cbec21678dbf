/** Paths of one call that repeat or contain each other: every item once, in the order of the first mention. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const nestedThreeDeep: readonly Scenario[] = scenarioTable(
  {
    title: 'A share, a folder of it and a file in that: each item once, where it is first mentioned',
    covers: ['SYNC-01', 'F100', 'P1.16'],
  },
  {
    'share-first': {
      paths: ['//hq/docs', '//hq/docs/m', '//hq/docs/m/m.txt'],
      items: ['a.txt', 'm/b.txt', 'm/m.txt', 'z.txt'],
    },
    'folder-first': {
      paths: ['//hq/docs/m', '//hq/docs/m/m.txt', '//hq/docs'],
      items: ['m/b.txt', 'm/m.txt', 'a.txt', 'z.txt'],
    },
    'file-first': {
      paths: ['//hq/docs/m/m.txt', '//hq/docs/m', '//hq/docs'],
      items: ['m/m.txt', 'm/b.txt', 'a.txt', 'z.txt'],
    },
    'file-then-share': {
      paths: ['//hq/docs/m/m.txt', '//hq/docs', '//hq/docs/m'],
      items: ['m/m.txt', 'a.txt', 'm/b.txt', 'z.txt'],
    },
  },
  ({ share, sync }, { paths, items }) => {
    const docs = share('//hq/docs', { pin: 'user' }, {
      'a.txt': 'first',
      'm/b.txt': 'first',
      'm/m.txt': 'first',
      'z.txt': 'first',
    })
    for (const name of ['a.txt', 'm/b.txt']) docs.local.write(name, 'edited here')
    for (const name of ['m/m.txt', 'z.txt']) docs.server.write(name, 'edited there')
    const round = sync(paths, 'in | out')
    round.returns(0)
    round.items(items.map((name) => docs.at(name)))
    docs.same()
  },
)

export const spelledAnyhow: Scenario = scenario({
  title:
    'One file in eight spellings is one item, told as the cache spells it, and the call has exactly one path',
  covers: ['SYNC-01', 'SYNC-34', 'P1.11', 'P1.12', 'P1.16', 'P15.35', 'P15.39'],
}, ({ share, sync, raw }) => {
  const docs = share('//hq/Docs', { pin: 'user' }, { 'Art/Plan.txt': 'first draft' })
  docs.local.write('Art/Plan.txt', 'edited here')
  const held = docs.server.open('Art/Plan.txt', { access: 'read', share: ['read'] })
  const spellings = [
    '\\\\hq\\docs\\art\\plan.txt',
    '\\\\HQ\\DOCS\\ART\\PLAN.TXT',
    '\\\\hq\\Docs\\Art\\Plan.txt',
    '\\\\hq\\Docs\\Art\\Plan.txt\\',
    '\\\\?\\UNC\\hq\\docs\\art\\plan.txt',
    '\\\\?\\UNC\\HQ\\docs\\Art\\plan.TXT\\',
    '\\\\?\\unc\\hq\\docs\\art\\plan.txt',
    '\\\\Hq\\dOCS\\aRT\\pLAN.TXT',
  ]
  const round = sync(spellings.map(raw), 'in | out')
  round.returns(32)
  round.items(['//hq/Docs/Art/Plan.txt'])
  held.close()
  sync(spellings.map(raw), 'in | out').returns(0)
  docs.same()
})

export const oneOrTwo: readonly Scenario[] = scenarioTable(
  {
    title:
      'A file fails: named twice it is the only path, and its code is what the call returns; with another it is not',
    covers: ['SYNC-34', 'F90', 'P1.18', 'P15.39'],
  },
  {
    'twice': { paths: ['//hq/docs/a.txt', '//HQ/docs/A.TXT'], code: 32 },
    'with-another': { paths: ['//hq/docs/a.txt', '//hq/docs/b.txt'], code: 0 },
    'in-its-folder': { paths: ['//hq/docs/a.txt', '//hq/docs'], code: 0 },
  },
  ({ share, sync, raw }, { paths, code }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first' })
    for (const name of ['a.txt', 'b.txt']) docs.local.write(name, 'edited here')
    docs.server.open('a.txt', { access: 'read', share: ['read'] })
    const round = sync(paths.map((path) => raw(path.replaceAll('/', '\\'))), 'in | out')
    round.returns(code)
    round.result(docs.at('a.txt'), 32)
    docs.dirty('a.txt')
  },
)

export const alikeInTheBeginning: Scenario = scenario({
  title: 'A folder whose name begins like another’s is not in it, and a share likewise',
  covers: ['SYNC-01', 'P1.16', 'P1.17'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'art/logo.txt': 'first',
    'art.txt': 'first',
    'artists/anna.txt': 'first',
  })
  const docs2 = share('//hq/docs2', { pin: 'user' }, { 'plan.txt': 'first' })
  for (const name of ['art/logo.txt', 'art.txt', 'artists/anna.txt']) docs.local.write(name, 'edited here')
  docs2.local.write('plan.txt', 'edited here')
  sync([docs.at('art'), docs.at('artists')], 'in | out').items([
    docs.at('art/logo.txt'),
    docs.at('artists/anna.txt'),
  ])
  docs.dirty('art.txt')
  sync([docs, docs2], 'in | out').items([docs.at('art.txt'), docs2.at('plan.txt')])
  docs.same()
  docs2.same()
})

export const serverAndShare: readonly Scenario[] = scenarioTable(
  {
    title: 'A server and one of its shares: the shares of the server, each once, the first mentioned first',
    covers: ['SYNC-01', 'F100', 'P1.14', 'P1.16'],
  },
  {
    'server-first': { paths: ['\\\\hq', '\\\\hq\\map'], order: ['//hq/art', '//hq/map', '//hq/zoo'] },
    'share-first': { paths: ['\\\\hq\\map', '\\\\hq'], order: ['//hq/map', '//hq/art', '//hq/zoo'] },
    'file-first': {
      paths: ['\\\\hq\\zoo\\plan.txt', '\\\\HQ\\'],
      order: ['//hq/zoo', '//hq/art', '//hq/map'],
    },
  },
  ({ share, sync, raw }, { paths, order }) => {
    const shares = ['//hq/zoo', '//hq/map', '//hq/art'].map((path) =>
      share(path, { pin: 'user' }, { 'plan.txt': 'first draft' })
    )
    for (const one of shares) one.local.write('plan.txt', 'edited here')
    sync(paths.map(raw), 'in | out').items(order.map((path) => `${path}/plan.txt`))
    for (const one of shares) one.same()
  },
)

export const deletedAndItsFolder: readonly Scenario[] = scenarioTable(
  {
    title:
      'A deleted file and its deleted folder are both named: both go, the file where it is first mentioned',
    covers: ['SYNC-01', 'SYNC-07', 'P1.16', 'P15.38'],
  },
  {
    'file-first': {
      paths: ['//hq/docs/art/b.txt', '//hq/docs/art'],
      items: ['art/b.txt', 'art/a.txt', 'art'],
    },
    'folder-first': {
      paths: ['//hq/docs/art', '//hq/docs/art/b.txt'],
      items: ['art/a.txt', 'art/b.txt', 'art'],
    },
    'files-alone': {
      paths: ['//hq/docs/art/b.txt', '//hq/docs/art/a.txt'],
      items: ['art/b.txt', 'art/a.txt'],
    },
  },
  ({ share, sync }, { paths, items }, row) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/a.txt': 'first', 'art/b.txt': 'first' })
    docs.local.remove('art')
    const round = sync(paths, 'in | out')
    round.returns(0)
    round.items(items.map((name) => docs.at(name)))
    if (row === 'files-alone') docs.server.tree({ 'art': null })
    else docs.server.tree({})
  },
)

export const hundredTimes: Scenario = scenario({
  title: 'A hundred mentions of ten folders that lie in each other: one change, one item',
  covers: ['SYNC-01', 'SYNC-38', 'F100', 'P1.16'],
}, ({ share, sync }) => {
  const names = Array.from({ length: 10 }, (_, i) => `f${i}`)
  const docs = share('//hq/docs', { pin: 'user' }, { [`${names.join('/')}/plan.txt`]: 'first draft' })
  docs.local.write(`${names.join('/')}/plan.txt`, 'edited here')
  const folders = names.map((_, i) => docs.at(names.slice(0, i + 1).join('/')))
  const mentions = Array.from({ length: 100 }, (_, i) => folders[(i * 7) % 10] ?? docs.path)
  const round = sync(mentions, 'in | out')
  round.returns(0)
  round.items([docs.at(`${names.join('/')}/plan.txt`)])
  docs.same()
})

export const conflictOnce: Scenario = scenario({
  title: 'A conflict under three paths of the call is recorded once, and settled once',
  covers: ['SYNC-33', 'SYNC-29', 'P1.16', 'P3.14'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/plan.txt': 'first draft' })
  docs.local.write('art/plan.txt', 'edited on the train')
  docs.server.write('art/plan.txt', 'edited at the office')
  const paths = [docs.at('art'), docs.at('art/plan.txt'), docs.path]
  const open = sync(paths, 'in | out')
  open.items([docs.at('art/plan.txt')])
  open.conflict(docs.at('art/plan.txt'), 'FileChangedOnClient_ChangedOnServer')
  sync(paths, 'in | out | keep-local').items([docs.at('art/plan.txt')])
  docs.server.holds('art/plan.txt', 'edited on the train')
  docs.same()
})

export const newAndItsFolder: readonly Scenario[] = scenarioTable(
  {
    title:
      'A new file of the server is named, and the pinned folder it lies in: it is pinned and fetched once',
    covers: ['SYNC-09', 'P1.15', 'P1.16'],
  },
  {
    'file-first': {
      paths: ['//hq/docs/art/new.txt', '//hq/docs/art'],
      items: ['art/new.txt', 'art/logo.txt'],
    },
    'folder-first': {
      paths: ['//hq/docs/art', '//hq/docs/art/new.txt'],
      items: ['art/logo.txt', 'art/new.txt'],
    },
  },
  ({ share, sync }, { paths, items }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
    docs.server.write('art/new.txt', 'made there')
    docs.server.write('art/logo.txt', 'edited there')
    const round = sync(paths, 'in | pin-new')
    round.returns(0)
    round.items(items.map((name) => docs.at(name)))
    docs.pinned('art/new.txt', ['user'])
    docs.same()
  },
)
