/** The four reserved states: a rename is never recognised, it comes out as a deletion and a creation. */

import { type Scenario, scenario } from '../../language/mod.ts'

export const fileRenamedHere: Scenario = scenario({
  title:
    'A file is renamed here: no state says so, the old name is deleted on the server and the new one created',
  covers: ['SYNC-07', 'STATE-40', 'STATE-34', 'STATE-6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.rename('plan.txt', 'old-plan.txt')
  const round = sync(docs, 'out')
  round.items(['old-plan.txt', 'plan.txt'])
  round.state('plan.txt', 'DeletedOnClient_FileOnServer')
  round.state('old-plan.txt', 'FileCreatedOnClient_NoServerCopy')
  docs.server.tree({ 'old-plan.txt': 'first draft' })
  docs.same()
})

export const folderRenamedHere: Scenario = scenario({
  title: 'A folder is renamed here: the server gets the new one with all in it, and loses the old one',
  covers: ['SYNC-07', 'STATE-43', 'STATE-35', 'STATE-20', 'STATE-6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
  docs.local.rename('art', 'pictures')
  const round = sync(docs, 'out')
  round.items(['pictures', 'pictures/logo.txt', 'art/logo.txt', 'art'])
  round.state('art', 'DeletedOnClient_DirOnServer')
  round.state('pictures', 'DirCreatedOnClient_NoServerCopy')
  round.state('pictures/logo.txt', 'FileCreatedOnClient_NoServerCopy')
  docs.server.tree({ 'pictures/logo.txt': 'csclab' })
  docs.same()
})

export const fileRenamedThere: Scenario = scenario({
  title: 'A file is renamed on the server: the cache loses the old name and gets the new one as a new file',
  covers: ['SYNC-05', 'SYNC-09', 'STATE-45', 'STATE-46', 'STATE-30'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.rename('plan.txt', 'old-plan.txt')
  const round = sync(docs, 'in | pin-new')
  round.items(['old-plan.txt', 'plan.txt'])
  round.state('plan.txt', 'FileDeletedOnServer')
  round.state('old-plan.txt', 'NoClientCopy_FileOnServer')
  docs.local.tree({ 'old-plan.txt': 'first draft' })
  docs.same()
})

export const folderRenamedThere: Scenario = scenario({
  title: 'A folder is renamed on the server: without PinNewFiles the cache only loses the old one',
  covers: ['SYNC-05', 'SYNC-09', 'STATE-48', 'STATE-49', 'STATE-31'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
  docs.server.rename('art', 'pictures')
  const round = sync(docs, 'in')
  round.items(['art/logo.txt', 'art'])
  round.state('art', 'DirDeletedOnServer')
  round.state('pictures', 'NoClientCopy_DirOnServer')
  docs.local.tree({})
  sync(docs, 'in | pin-new').items(['pictures', 'pictures/logo.txt'])
  docs.same()
})
