/** Folders that are deleted on one side while something happens in them on the other. */

import { type Scenario, scenario, scenarioTable, type TreeSpec } from '../../language/mod.ts'

export const somethingNewThere: Scenario = scenario({
  title: 'A folder deleted here in which somebody made a file there comes back, and the new file survives',
  covers: ['SYNC-02', 'SYNC-07', 'F22', 'P2.9'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
  docs.local.remove('art')
  docs.server.write('art/new.txt', 'made there')

  const round = sync(docs, 'in | out')
  round.result('art', 0)
  docs.server.tree({ 'art': { 'new.txt': 'made there' } })
  docs.local.directory('art')
})

export const editedInside: Scenario = scenario({
  title: 'A folder deleted there stays here for a file edited in it; its clean siblings go',
  covers: ['SYNC-05', 'SYNC-33', 'STATE-15', 'F23', 'P2.10'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/edited.txt': 'first', 'art/clean.txt': 'first' })
  docs.local.write('art/edited.txt', 'second')
  docs.server.remove('art')

  const round = sync(docs, 'in | out')
  round.conflict('art/edited.txt', 'FileChangedOnClient_DeletedOnServer')
  docs.local.tree({ 'art': { 'edited.txt': 'second' } })
  docs.server.missing('art')
})

export const createdInside: readonly Scenario[] = scenarioTable(
  {
    title: 'A folder deleted there is made again for a file made in it here, when that goes out',
    covers: ['SYNC-07', 'SYNC-08', 'F24', 'P2.10'],
  },
  { 'out': 'in | out', 'in-only': 'in' },
  ({ share, sync }, flags, row) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/old.txt': 'old' })
    docs.local.write('art/new.txt', 'made here')
    docs.server.remove('art')

    const round = sync(docs, flags)
    round.returns(0)
    docs.local.tree({ 'art': { 'new.txt': 'made here' } })
    if (row === 'out') docs.server.tree({ 'art': { 'new.txt': 'made here' } })
    else docs.server.missing('art')
  },
)

export const madeOnBoth: Scenario = scenario({
  title: 'A folder made on both sides is merged without a conflict, and what is in it goes its own way',
  covers: ['SYNC-02', 'STATE-21', 'P2.4', 'P15.2'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.mkdir('art')
  docs.local.write('art/mine.txt', 'made here')
  docs.server.mkdir('art')
  docs.server.write('art/theirs.txt', 'made there')

  const round = sync(docs, 'in | out')
  round.noConflicts()
  round.state('art', 'DirCreatedOnClient_DirOnServer')
  docs.server.holds('art/mine.txt', 'made here')
  docs.local.missing('art/theirs.txt')
  docs.clean('art')
})

export const deep: Scenario = scenario({
  title: 'A folder of forty levels deleted here is deleted on the server, level by level',
  covers: ['SYNC-07', 'STATE-35'],
}, ({ share, sync }) => {
  const nested = Array.from({ length: 40 }).reduce<TreeSpec>((inner) => ({ 'deeper': inner }), {
    'plan.txt': 'deep',
  })
  const docs = share('//hq/docs', { pin: 'user' }, { 'art': nested })
  docs.local.remove('art')

  const round = sync(docs, 'in | out')
  round.returns(0)
  round.state('art', 'DeletedOnClient_DirOnServer')
  docs.server.tree({})
})
