/** Cases about what is taken out of the cache, unpinned or taken offline by request, in the words of those who met them. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const deletedFromCache: readonly Scenario[] = scenarioTable(
  {
    title:
      'I deleted my offline copies: the clean ones go, the edited one stays unless I say that it may go; the server keeps all of its own',
    covers: ['SYNC-08', 'F95'],
  },
  { 'default': 0, 'modified-too': 0x4 } as const,
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', {
      'art/clean.txt': 'clean',
      'art/edited.txt': 'first',
      'plan.txt': 'plan',
    })
    docs.local.write('art/edited.txt', 'edited on the train')
    docs.deleteItems('art', { flags })
    docs.local.missing('art/clean.txt')
    docs.local.holds('plan.txt', 'plan')
    if (flags === 0) {
      docs.local.holds('art/edited.txt', 'edited on the train')
      docs.dirty('art/edited.txt')
    } else docs.local.missing('art')
    docs.server.tree('art', { 'clean.txt': 'clean', 'edited.txt': 'first' })
    const round = sync(docs, 'in | out')
    round.items(flags === 0 ? ['art/edited.txt'] : [])
    round.noConflicts()
    docs.server.holds('art/edited.txt', flags === 0 ? 'edited on the train' : 'first')
    docs.local.missing('art/clean.txt')
  },
)

export const pendingDeletion: Scenario = scenario({
  title:
    'I had deleted a file offline, then my offline copies with all changes: the deletion is forgotten, the server keeps the file',
  covers: ['SYNC-08', 'F95'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'art/old.txt': 'old', 'art/kept.txt': 'kept' })
  docs.local.remove('art/old.txt')
  docs.deleteItems('art')
  docs.shows('art/old.txt', { deletedOffline: true })
  docs.deleteItems('art', { flags: 0x4 })
  docs.local.missing('art')
  sync(docs, 'in | out').items([])
  docs.server.tree('art', { 'old.txt': 'old', 'kept.txt': 'kept' })
})

export const conflictTakenOut: Scenario = scenario({
  title:
    'I took a file in conflict out of the cache, changes and all: its conflict is gone with it, and the server’s version stands',
  covers: ['SYNC-33', 'F95', 'P15.49'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.local.write('plan.txt', 'on the train')
  docs.server.write('plan.txt', 'at the office')
  sync(docs, 'in | out').conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.deleteItems('plan.txt', { flags: 0x4 })
  docs.local.missing('plan.txt')
  const round = sync(docs, 'in | out')
  round.items([])
  round.noConflicts()
  docs.server.holds('plan.txt', 'at the office')
})

export const cleanedUp: Scenario = scenario({
  title:
    'An administrator’s script clears the cache, 0x80000002: whatever is clean and not pinned goes, whoever it belongs to; others are refused',
  covers: ['SYNC-17', 'F96'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const admin = user('admin')
  const docs = share('//hq/docs', { caching: 'documents' }, { 'old.txt': 'old' })
  for (const name of ['alice.txt', 'bob.txt', 'edited.txt', 'pinned.txt']) docs.server.write(name, name)
  docs.pin('pinned.txt')
  sync(docs, 'in').items(['pinned.txt'])
  docs.goOnline()
  docs.local.read('alice.txt')
  docs.local.read('edited.txt')
  docs.local.read('bob.txt', { user: bob })
  docs.goOffline()
  docs.local.append('edited.txt', ', edited')
  docs.deleteItems('', { flags: 0x8000_0002, fails: 5 })
  docs.deleteItems('', { flags: 0x8000_0002, user: bob, fails: 5 })
  docs.local.holds('alice.txt', 'alice.txt')
  docs.local.holds('bob.txt', 'bob.txt')
  docs.deleteItems('', { flags: 0x8000_0002, user: admin, administrator: true })
  docs.local.tree({ 'edited.txt': 'edited.txt, edited', 'pinned.txt': 'pinned.txt' })
  docs.pinned('pinned.txt', ['user'])
  sync(docs, 'in | out').items(['edited.txt'])
  docs.server.tree({
    'alice.txt': 'alice.txt',
    'bob.txt': 'bob.txt',
    'edited.txt': 'edited.txt, edited',
    'old.txt': 'old',
    'pinned.txt': 'pinned.txt',
  })
})

export const unpinnedByScript: readonly Scenario[] = scenarioTable(
  {
    title:
      'A script unpins a folder with console, interactive and one scope bit: the call is taken, and only that pin goes, at every level',
    covers: ['SYNC-16', 'SYNC-19', 'SYNC-20', 'F97'],
  },
  {
    '0x1820': { flags: 0x1820, left: ['userPolicy', 'computer'] },
    '0x1840': { flags: 0x1840, left: ['user', 'computer'] },
    '0x1880': { flags: 0x1880, left: ['user', 'userPolicy'] },
  } as const,
  ({ share, sync }, { flags, left }) => {
    const docs = share('//hq/docs', { 'art/old/a.txt': 'a', 'art/logo.txt': 'csclab' })
    for (const category of ['user', 'userPolicy', 'computer'] as const) docs.pin('art', { for: category })
    sync(docs, 'in').returns(0)
    docs.pinned('art/old/a.txt', ['user', 'userPolicy', 'computer'])
    docs.unpin('art', { flags, deep: true })
    for (const name of ['art', 'art/logo.txt', 'art/old', 'art/old/a.txt']) docs.pinned(name, left)
    docs.server.write('art/new.txt', 'new')
    sync(docs, 'in | pin-new').items(['art/new.txt'])
    docs.pinned('art/new.txt', left)
  },
)

export const unpinnedFilesAlone: Scenario = scenario({
  title:
    'Unpinned without its levels, a folder lets go of the files directly in it; what lies deeper is pinned as before',
  covers: ['SYNC-11', 'SYNC-16', 'F97'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/old/a.txt': 'a', 'art/logo.txt': 'csclab' })
  docs.unpin('art', { flags: 0x20 })
  docs.pinned('art', [])
  docs.pinned('art/logo.txt', [])
  docs.pinned('art/old', ['user'])
  docs.pinned('art/old/a.txt', ['user'])
  docs.server.write('art/new.txt', 'new')
  docs.server.write('art/old/new.txt', 'new, too')
  sync(docs, 'in | pin-new').items(['art/old/new.txt'])
  docs.local.missing('art/new.txt')
})

export const slowWithOpenFile: readonly Scenario[] = scenarioTable(
  {
    title:
      'The link got slow while I had a file open: I stay online until it is closed, and go over to the cache the next time',
    covers: ['SYNC-07', 'F98', 'P9.6'],
  },
  { 'cached': 'plan.txt', 'not-cached': 'there.txt' } as const,
  ({ latency, share, sync }, name) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
    docs.server.write('there.txt', 'never cached')
    docs.goOnline()
    const file = docs.local.open(name, { access: 'read', share: ['read'] })
    latency('//hq', 200)
    docs.findSlow()
    docs.local.write('list.txt', 'written online')
    docs.server.holds('list.txt', 'written online')
    docs.clean('list.txt')
    file.close()
    docs.findSlow()
    docs.local.write('list.txt', 'written on the slow link')
    docs.server.holds('list.txt', 'written online')
    docs.dirty('list.txt')
    sync(docs, 'in | out').items(['list.txt'])
    docs.server.holds('list.txt', 'written on the slow link')
  },
)
