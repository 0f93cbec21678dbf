/** Something happened on one side only: the other follows. */

import { type Scenario, scenario } from '../../language/mod.ts'

export const editedHere: Scenario = scenario({
  title: 'A file edited on the client reaches the server',
  covers: ['SYNC-02', 'SYNC-07', 'STATE-39', 'F1'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'other.txt': 'untouched' })
  docs.local.write('plan.txt', 'edited on the train')
  docs.dirty('plan.txt')

  const round = sync(docs, 'in | out')
  round.returns(0)
  round.items(['plan.txt'])
  round.state('plan.txt', 'FileChangedOnClient')
  docs.server.holds('plan.txt', 'edited on the train')
  docs.same()
  docs.clean('plan.txt')
})

export const editedThere: Scenario = scenario({
  title: 'A file edited on the server reaches the cache',
  covers: ['SYNC-02', 'SYNC-05', 'STATE-44', 'F2'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'art/logo.txt': 'csclab' })
  docs.server.write('art/logo.txt', 'a new logo')

  const round = sync(docs, 'in | out')
  round.returns(0)
  round.items(['art/logo.txt'])
  round.state('art/logo.txt', 'FileChangedOnServer')
  docs.local.holds('art/logo.txt', 'a new logo')
  docs.same()
})

export const createdHere: Scenario = scenario({
  title: 'A folder and a file made on the client are made on the server, the folder first',
  covers: ['SYNC-02', 'SYNC-07', 'STATE-6', 'STATE-20', 'F12', 'P2.18'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.mkdir('art')
  docs.local.write('art/logo.txt', 'csclab')

  const round = sync(docs, 'in | out')
  round.items(['art', 'art/logo.txt'])
  round.state('art', 'DirCreatedOnClient_NoServerCopy')
  round.state('art/logo.txt', 'FileCreatedOnClient_NoServerCopy')
  docs.server.tree({ 'art': { 'logo.txt': 'csclab' }, 'plan.txt': 'first draft' })
  docs.clean('art/logo.txt')
})

export const deletedHere: Scenario = scenario({
  title: 'A folder deleted on the client is deleted on the server, what it holds first',
  covers: ['SYNC-07', 'STATE-34', 'STATE-35', 'F8', 'F21', 'P15.20'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'plan.txt': 'first draft' })
  docs.local.remove('art')

  const round = sync(docs, 'in | out')
  round.items(['art/logo.txt', 'art'])
  round.state('art/logo.txt', 'DeletedOnClient_FileOnServer')
  round.state('art', 'DeletedOnClient_DirOnServer')
  docs.server.missing('art')
  docs.server.tree({ 'plan.txt': 'first draft' })
})

export const deletedThere: Scenario = scenario({
  title: 'A folder deleted on the server leaves the cache',
  covers: ['SYNC-05', 'STATE-46', 'STATE-49', 'F18'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'plan.txt': 'first draft' })
  docs.server.remove('art')

  const round = sync(docs, 'in | out')
  round.items(['art/logo.txt', 'art'])
  round.state('art', 'DirDeletedOnServer')
  docs.local.tree({ 'plan.txt': 'first draft' })
})

export const deletedOnBoth: Scenario = scenario({
  title: 'A file deleted on both sides is forgotten without a word',
  covers: ['SYNC-02', 'F11', 'P15.3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.remove('plan.txt')
  docs.server.remove('plan.txt')

  const round = sync(docs, 'in | out')
  round.returns(0)
  round.items([])
  round.noConflicts()
})

export const createdAndDeletedHere: Scenario = scenario({
  title: 'A file made and deleted offline was never there',
  covers: ['SYNC-07', 'F15'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('draft.tmp', 'scratch')
  docs.local.remove('draft.tmp')

  sync(docs, 'in | out').items([])
  docs.server.missing('draft.tmp')
})

export const savedByRename: Scenario = scenario({
  title: 'An editor that saves through a temporary file and two renames makes one upload',
  covers: ['SYNC-07', 'STATE-39', 'F28', 'P2.12'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'report.doc': 'first draft' })
  docs.local.write('~wrd0001.tmp', 'second draft')
  docs.local.rename('report.doc', '~wrl0001.tmp')
  docs.local.rename('~wrd0001.tmp', 'report.doc')
  docs.local.remove('~wrl0001.tmp')

  const round = sync(docs, 'in | out')
  round.items(['report.doc'])
  round.state('report.doc', 'FileChangedOnClient')
  docs.server.tree({ 'report.doc': 'second draft' })
})

export const renamedHere: Scenario = scenario({
  title: 'A rename comes out as a deletion and a creation: the renamed states are never met',
  covers: ['SYNC-07', 'STATE-40', 'STATE-43', 'STATE-34', 'STATE-6', 'F25'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
  docs.local.rename('art', 'pictures')

  const round = sync(docs, 'in | out')
  round.items(['pictures', 'pictures/logo.txt', 'art/logo.txt', 'art'])
  round.state('pictures/logo.txt', 'FileCreatedOnClient_NoServerCopy')
  round.state('art/logo.txt', 'DeletedOnClient_FileOnServer')
  docs.server.tree({ 'pictures': { 'logo.txt': 'csclab' } })
})
