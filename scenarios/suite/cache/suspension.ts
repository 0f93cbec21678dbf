/** Suspended trees and calls that leave them out. */

import { linkTo, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const leftOut: Scenario = scenario({
  title:
    'SkipSuspendedDirs: a suspended folder is left out in silence, changes on both sides and all; the rest is done',
  covers: ['SYNC-26', 'SYNC-27', 'F75', 'P7.9', 'D7.1', 'D7.2', 'D7.3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'art/old/a.txt': 'a',
    'art/b.txt': 'b',
    'art/c.txt': 'c',
    'plan.txt': 'first draft',
  })
  docs.suspend('art')
  docs.local.write('art/old/a.txt', 'edited here')
  docs.server.write('art/b.txt', 'edited there')
  docs.local.write('art/c.txt', 'here')
  docs.server.write('art/c.txt', 'there')
  docs.server.write('art/new.txt', 'new there')
  docs.local.write('plan.txt', 'second draft')
  const round = sync(docs, 'in | out | pin-new | skip-suspended')
  round.items(['plan.txt'])
  round.noConflicts()
  docs.server.holds('art/old/a.txt', 'a')
  docs.local.holds('art/b.txt', 'b')
  docs.local.missing('art/new.txt')
  sync(docs, 'in | out').conflict('art/c.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.server.holds('art/old/a.txt', 'edited here')
  docs.shows('art', { suspendedRoot: true }, { because: 'P7.3' })
  docs.shows('art/c.txt', { suspended: true, dirty: true })
})

export const namedAndLeftOut: Scenario = scenario({
  title:
    'The call names what is suspended, a folder and a file in it: with SkipSuspendedDirs nothing is reported, the result is 0',
  covers: ['SYNC-26', 'P7.1', 'P7.2', 'D7.3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/old/a.txt': 'a', 'plan.txt': 'first draft' })
  docs.suspend('art')
  docs.local.write('art/old/a.txt', 'edited here')
  for (const path of ['art', 'art/old', 'art/old/a.txt']) {
    const round = sync(docs.at(path), 'in | out | skip-suspended')
    round.returns(0)
    round.items([])
  }
  docs.server.holds('art/old/a.txt', 'a')
  sync(docs.at('art/old/a.txt'), 'in | out').items([docs.at('art/old/a.txt')])
})

export const conflictLeftOut: Scenario = scenario({
  title: 'A recorded conflict in a folder that is left out stays recorded',
  covers: ['SYNC-26', 'SYNC-33', 'P15.49'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/a.txt': 'a' })
  docs.local.write('art/a.txt', 'here')
  docs.server.write('art/a.txt', 'there')
  sync(docs, 'in | out').conflict('art/a.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.suspend('art')
  sync(docs, 'in | out | keep-local | skip-suspended').items([])
  docs.dirty('art/a.txt')
  docs.server.holds('art/a.txt', 'there')
  const round = sync(docs, 'in | out | keep-local')
  round.items(['art/a.txt'])
  docs.server.holds('art/a.txt', 'here')
})

export const parentGone: Scenario = scenario({
  title:
    'A folder with a suspended folder in it is deleted on the server: what is left out stays, and keeps the folder',
  covers: ['SYNC-26', 'SYNC-05', 'P2.10'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/old/a.txt': 'a', 'art/b.txt': 'b' })
  docs.suspend('art/old')
  docs.server.remove('art')
  sync(docs, 'in | skip-suspended').items(['art/b.txt'])
  docs.local.holds('art/old/a.txt', 'a')
  docs.local.missing('art/b.txt')
  sync(docs, 'in')
  docs.local.missing('art')
})

export const pinnedAndLeftOut: Scenario = scenario({
  title:
    'A folder was pinned with all in it, of which a part is suspended and left out: the next call that takes it in pins it too',
  covers: ['SYNC-26', 'P6.2', 'P15.12'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'art/b.txt': 'b', 'art/old/a.txt': 'a' })
  docs.pin('art')
  docs.suspend('art/old')
  sync(docs, 'in | skip-suspended').items(['art/b.txt'])
  docs.pinned('art/b.txt', ['user'])
  docs.pinned('art/old/a.txt', [])
  docs.release('art/old')
  sync(docs, 'in').items(['art/old', 'art/old/a.txt'])
  docs.pinned('art/old/a.txt', ['user'])
})

export const targetLeftOut: Scenario = scenario({
  title:
    'A new link leads into a suspended folder: its target is pinned by the first call that does not leave it out',
  covers: ['SYNC-14', 'SYNC-26', 'P7.11', 'P15.71', 'P7.10'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  const attic = share('//hq/attic', { 'old/a.txt': 'a' })
  attic.suspend('old')
  attic.server.write('old/b.txt', 'b')
  docs.server.write('b.lnk', linkTo('//hq/attic/old/b.txt'))
  sync(docs, 'in | pin-new | pin-targets | skip-suspended').items(['b.lnk'])
  attic.local.missing('old/b.txt')
  sync(docs, 'in | pin-new | pin-targets').items([attic.at('old/b.txt')])
  attic.local.holds('old/b.txt', 'b')
  attic.pinned('old/b.txt', ['user'])
})

export const whyOffline: Scenario = scenario({
  title:
    'A suspended folder tells that it is offline for being suspended, and so does what lies in it, online share or not',
  covers: ['SYNC-27', 'D7.2', 'D7.6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'plan.txt': 'first draft' })
  docs.suspend('art')
  docs.connection('art/logo.txt', 'suspended')
  docs.connection('plan.txt', 'working offline')
  docs.goOnline()
  docs.connection('art', 'suspended')
  docs.connection('plan.txt', 'online')
  sync(docs, 'in | out').returns(0)
  docs.connection('art/logo.txt', 'suspended')
  docs.release('art')
  docs.connection('art/logo.txt', 'online')
})

export const newInSuspended: Scenario = scenario({
  title:
    'Something new lies in a suspended pinned folder: a call that does not leave the folder out pins and fetches it',
  covers: ['SYNC-09', 'SYNC-27', 'P7.10', 'D7.4'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/old.txt': 'old' })
  docs.suspend('art')
  docs.server.write('art/new.txt', 'new there')
  sync(docs, 'in | pin-new').items(['art/new.txt'])
  docs.local.holds('art/new.txt', 'new there')
  docs.pinned('art/new.txt', ['user'])
  docs.shows('art/new.txt', { suspended: true, suspendedRoot: false })
})

export const cachedAnew: readonly Scenario[] = scenarioTable(
  {
    title:
      'A suspended folder is taken out of the cache, alone or with the one it is in, and cached anew: it is suspended no more',
    covers: ['SYNC-26', 'P7.12'],
  },
  { 'alone': 'art', 'with-its-folder': 'art/old' },
  ({ share, sync }, suspended) => {
    const docs = share('//hq/docs', { 'art/old/logo.txt': 'csclab', 'plan.txt': 'first draft' })
    docs.suspend(suspended)
    docs.shows('art/old', { suspended: true })
    docs.evict('art')
    docs.pin('art')
    sync(docs, 'in | skip-suspended').items(['art/old', 'art/old/logo.txt'])
    docs.shows('art/old', { suspended: false, suspendedRoot: false })
    docs.local.holds('art/old/logo.txt', 'csclab')
  },
)

export const notToBeSuspended: readonly Scenario[] = scenarioTable(
  {
    title:
      'Only what is in the cache can be suspended: a folder it does not know, or that was deleted here, is refused, 2',
    covers: ['SYNC-27', 'D7.5', 'P7.7'],
  },
  { 'unknown': 'new', 'deleted': 'old' },
  ({ share, sync }, path) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'old': null })
    docs.local.remove('old')
    docs.server.mkdir('new')
    docs.suspend(path, { fails: 2 })
    sync(docs, 'in | out | pin-new | skip-suspended').items(['new', 'old'])
    docs.suspend('new')
    docs.shows('new', { suspended: true, suspendedRoot: true })
  },
)
