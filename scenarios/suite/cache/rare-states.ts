/** States of cached items that few people ever meet: nothing remembered, only names, half a copy, a listing cut short. */

import { bytes, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const carriedOver: Scenario = scenario({
  title:
    'Nobody remembers that the server ever had what the cache holds: it is sent out, and not taken for deleted there',
  covers: ['SYNC-07', 'STATE-2', 'STATE-5', 'P2.1'],
}, ({ note, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art': null, 'plan.txt': 'first draft' })
  note(
    'The cache was rebuilt: its entries have no memory of the server. The server was set up anew, and is empty.',
  )
  docs.adopt('art')
  docs.adopt('plan.txt')
  docs.server.remove('art')
  docs.server.remove('plan.txt')

  sync(docs, 'in').items([])
  docs.local.holds('plan.txt', 'first draft')
  const round = sync(docs, 'in | out')
  round.state('art', 'DirOnClient_NoServerCopy')
  round.state('plan.txt', 'FileOnClient_NoServerCopy')
  round.noConflicts()
  docs.server.tree({ 'art': null, 'plan.txt': 'first draft' })
  docs.same()
})

export const carriedOverTree: Scenario = scenario({
  title:
    'A whole folder that nobody remembers on the server goes out with all in it, also in a call that only sends',
  covers: ['SYNC-07', 'STATE-2', 'STATE-5', 'P2.1'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
  docs.adopt('art')
  docs.adopt('art/logo.txt')
  docs.server.remove('art')

  sync(docs, 'out').items(['art', 'art/logo.txt'])
  docs.server.tree({ 'art/logo.txt': 'csclab' })
  docs.clean('art/logo.txt')
})

export const halfFetchedThenDeleted: Scenario = scenario({
  title:
    'A file that is here in part was deleted on the server: half a copy is worth nothing, it goes with SyncIn',
  covers: ['SYNC-05', 'SYNC-08', 'STATE-17'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(200_000) })
  docs.sparse('film.avi', { present: [{ at: 0, bytes: 65_536 }] })
  docs.server.remove('film.avi')

  sync(docs, 'out').items([])
  docs.shows('film.avi', { sparse: true })
  const round = sync(docs, 'in | out')
  round.state('film.avi', 'FileSparseOnClient_DeletedOnServer')
  round.noConflicts()
  docs.local.missing('film.avi')
})

export const becameHiddenFolder: Scenario = scenario({
  title:
    'A file that is here in part became a hidden folder on the server: the cache follows, and hides it too',
  covers: ['SYNC-05', 'STATE-19', 'P2.16'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'film': bytes(100_000) })
  docs.sparse('film', { present: [{ at: 0, bytes: 65_536 }] })
  docs.server.remove('film')
  docs.server.mkdir('film')
  docs.server.setAttributes('film', { set: ['HIDDEN'] })

  const round = sync(docs, 'in | out')
  round.state('film', 'FileSparseOnClient_DirChangedOnServer')
  round.noConflicts()
  docs.local.directory('film')
  docs.local.attributes('film', ['HIDDEN'])
})

export const nameOfEdited: Scenario = scenario({
  title:
    'Of a file only the name is here, and it was edited there since: PinNewFiles fetches it as if it were new',
  covers: ['SYNC-09', 'STATE-32', 'P2.6', 'P6.3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': 'the film' })
  docs.unpin('film.avi')
  docs.ghost('film.avi')
  docs.server.write('film.avi', 'the longer film')

  const looking = sync(docs, 'in')
  looking.items([])
  looking.state('film.avi', 'NoClientCopy_FileChangedOnServer')
  sync(docs, 'in | pin-new').items(['film.avi'])
  docs.local.holds('film.avi', 'the longer film')
  docs.pinned('film.avi', ['user'])
})

export const nameOfFolder: Scenario = scenario({
  title:
    'Of a file only the name is here, and it became a hidden folder there: PinNewFiles fetches that as if it were new',
  covers: ['SYNC-09', 'STATE-33', 'P2.6', 'P6.3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan': 'all in one' })
  docs.unpin('plan')
  docs.ghost('plan')
  docs.server.remove('plan')
  docs.server.mkdir('plan')
  docs.server.write('plan/part.txt', 'one')
  docs.server.setAttributes('plan', { set: ['HIDDEN'] })

  const looking = sync(docs, 'in')
  looking.items([])
  looking.state('plan', 'NoClientCopy_DirChangedOnServer')
  const round = sync(docs, 'in | pin-new')
  round.items(['plan', 'plan/part.txt'])
  round.noConflicts()
  docs.local.attributes('plan', ['HIDDEN'])
})

export const listingCutShort: readonly Scenario[] = scenarioTable(
  {
    title:
      'A folder whose listing was cut short is listed again by any call that fills, and then it is in sync',
    covers: ['SYNC-03', 'STATE-41', 'P2.7', 'P2.13'],
  },
  { 'fill': 'fill', 'in': 'in' },
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
    docs.sparse('art')

    sync(docs, 'out').items([])
    const round = sync(docs, flags)
    round.items(['art'])
    round.state('art', 'DirSparseOnClient')
    round.result('art', 0)
    sync(docs, 'in | out').items([])
    docs.local.holds('art/logo.txt', 'csclab')
  },
)
