/** Folders deleted on one side that come back, wait, or go for good. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const editedThereInside: Scenario = scenario({
  title:
    'A file edited there in a folder deleted here comes back with its folder, when the server’s copy is kept',
  covers: ['SYNC-30', 'STATE-36', 'P2.9'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'art/old.txt': 'old' })
  docs.local.remove('art')
  docs.server.write('art/logo.txt', 'a new logo')
  const round = sync(docs, 'in | out | keep-remote')
  round.result('art/logo.txt', 0)
  docs.local.tree({ 'art': { 'logo.txt': 'a new logo' } })
  docs.same()
})

export const newTwoLevelsDown: Scenario = scenario({
  title: 'Something new two folders down brings both folders back, in one run',
  covers: ['SYNC-02', 'F22', 'P2.9'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/sub/logo.txt': 'csclab' })
  docs.local.remove('art')
  docs.server.write('art/sub/new.txt', 'made there')
  const round = sync(docs, 'in | out')
  round.result('art', 0)
  round.result('art/sub', 0)
  docs.server.tree({ 'art': { 'sub': { 'new.txt': 'made there' } } })
  docs.local.tree({ 'art': { 'sub': null } })
  sync(docs, 'in | out | pin-new')
  docs.same()
})

export const hiddenThere: Scenario = scenario({
  title:
    'A folder deleted here and hidden there comes back with all it holds, when the server’s copy is kept',
  covers: ['SYNC-30', 'STATE-37'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
  docs.local.remove('art')
  docs.server.setAttributes('art', { set: ['HIDDEN'] })
  sync(docs, 'in | out | keep-remote').state('art', 'DeletedOnClient_DirChangedOnServer')
  docs.local.tree({ 'art': { 'logo.txt': 'csclab' } })
  docs.local.attributes('art', ['HIDDEN'])
  docs.same()
})

export const belowOpenConflict: Scenario = scenario({
  title: 'What lies below an open conflict waits, also when it is asked for by its own path',
  covers: ['SYNC-33', 'STATE-3', 'P15.5', 'P15.42'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
  docs.server.remove('art')
  docs.server.write('art', 'a file now')
  sync('//hq/docs/art/logo.txt', 'in | out').items([])
  docs.local.holds('art/logo.txt', 'csclab')
})

export const keptWithItsContent: readonly Scenario[] = scenarioTable(
  {
    title:
      'A folder changed here and deleted there is made again with its content; cut short, nothing looks like a leftover',
    covers: ['SYNC-29', 'STATE-29', 'P15.68', 'P15.66'],
  },
  { 'whole': undefined, 'cut-short': 'abort' } as const,
  ({ share, sync }, answer) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/a.txt': 'a', 'art/sub/b.txt': 'b' })
    docs.local.setAttributes('art', { set: ['HIDDEN'] })
    docs.server.remove('art')
    const progress = answer === undefined ? [] : [{ to: 'item-result', path: 'art', answer } as const]
    sync(docs, 'in | out | keep-local', { progress })
    sync(docs, 'in | out')
    docs.server.tree({ 'art': { 'a.txt': 'a', 'sub': { 'b.txt': 'b' } } })
    docs.same()
  },
)

export const newWorkInDiscarded: Scenario = scenario({
  title: 'A policy that drops a folder keeps the new work in it, here and for a later run',
  covers: ['SYNC-30', 'STATE-29', 'P15.6', 'P15.72'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/old.txt': 'old', 'art/sub/older.txt': 'older' })
  docs.local.setAttributes('art', { set: ['HIDDEN'] })
  docs.local.write('art/sub/new.txt', 'made here')
  docs.server.remove('art')
  const round = sync(docs, 'in | out | keep-remote', { cancelAfter: 100 })
  round.returns(0)
  docs.local.tree({ 'art': { 'sub': { 'new.txt': 'made here' } } })
  sync(docs, 'in | out').returns(0)
  docs.server.tree({ 'art': { 'sub': { 'new.txt': 'made here' } } })
})

export const parentsOfAScope: readonly Scenario[] = scenarioTable(
  {
    title: 'A file asked for by its own path takes the folders above it along, where they are gone',
    covers: ['SYNC-07', 'SYNC-30', 'P2.9', 'P2.10', 'P15.31'],
  },
  { 'gone-there': 'local', 'gone-here': 'server' } as const,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/sub/logo.txt': 'csclab' })
    docs[side].write('art/sub/logo.txt', 'a new logo')
    if (side === 'local') docs.server.remove('art')
    else docs.local.remove('art')
    const policy = side === 'local' ? 'keep-local' : 'keep-remote'
    const round = sync('//hq/docs/art/sub/logo.txt', `in | out | ${policy}`)
    round.returns(0)
    round.items(['//hq/docs/art', '//hq/docs/art/sub', '//hq/docs/art/sub/logo.txt'])
    docs.server.holds('art/sub/logo.txt', 'a new logo')
    docs.local.holds('art/sub/logo.txt', 'a new logo')
  },
)
