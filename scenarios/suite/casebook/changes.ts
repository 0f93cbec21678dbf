/** Cases about changing, deleting and creating, in the words of those who met them. */

import { type Scenario, scenario } from '../../language/mod.ts'

export const sentOnce: Scenario = scenario({
  title:
    'I edited a file on the train and synchronized at the office: it arrives as I left it, and the next calls find nothing to do',
  covers: ['SYNC-07', 'STATE-39', 'F1', 'P2.14'],
}, ({ share, sync, wait }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'edited on the train')
  docs.local.setTimes('plan.txt', { lastWrite: '2010-01-04 07:00:00' })
  wait(3600)
  const round = sync(docs, 'in | out')
  round.items(['plan.txt'])
  round.state('plan.txt', 'FileChangedOnClient')
  docs.server.holds('plan.txt', 'edited on the train')
  docs.clean('plan.txt')
  for (const flags of ['in', 'out', 'in | out']) sync(docs, flags).items([])
  docs.same()
})

export const renamedThere: Scenario = scenario({
  title:
    'I edited a file on the train while somebody renamed it at the office: my file is a conflict, theirs is a new one',
  covers: ['SYNC-33', 'SYNC-09', 'STATE-15', 'STATE-30', 'F7'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'edited on the train')
  docs.server.rename('plan.txt', 'plan of January.txt')

  const round = sync(docs, 'in | out')
  round.items(['plan.txt'])
  round.conflict('plan.txt', 'FileChangedOnClient_DeletedOnServer')
  round.state('plan of January.txt', 'NoClientCopy_FileOnServer')
  docs.local.holds('plan.txt', 'edited on the train')
  docs.server.tree({ 'plan of January.txt': 'first draft' })
  sync(docs, 'in | out | pin-new | keep-local').noConflicts()
  docs.server.tree({ 'plan of January.txt': 'first draft', 'plan.txt': 'edited on the train' })
  docs.same()
})

export const deletedThereOutAlone: Scenario = scenario({
  title:
    'A file deleted at the office stays on my laptop as long as I only send: nothing is reported, and it is not put back',
  covers: ['SYNC-08', 'STATE-46', 'F18'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'old.txt': 'old', 'plan.txt': 'first draft' })
  docs.server.remove('old.txt')
  const round = sync(docs, 'out')
  round.items([])
  round.state('old.txt', 'FileDeletedOnServer')
  docs.local.holds('old.txt', 'old')
  docs.server.missing('old.txt')
  sync(docs, 'in').items(['old.txt'])
  docs.local.missing('old.txt')
})

export const putBackAfterLunch: Scenario = scenario({
  title:
    'I saved before lunch, the file was deleted at the office after lunch: the latest copy is mine, and it is put back',
  covers: ['SYNC-31', 'STATE-15', 'F6'],
}, ({ share, sync, wait }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'saved before lunch')
  wait(7200)
  docs.server.remove('plan.txt')
  const round = sync(docs, 'in | out | keep-latest')
  round.state('plan.txt', 'FileChangedOnClient_DeletedOnServer')
  round.noConflicts()
  docs.server.holds('plan.txt', 'saved before lunch')
  docs.same()
})

export const folderDeletedBottomUp: Scenario = scenario({
  title:
    'I deleted a whole folder offline: on the server it goes from the bottom up, every folder once it is empty',
  covers: ['SYNC-07', 'STATE-34', 'STATE-35', 'F21', 'P2.18'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'art/logo.txt': 'csclab',
    'art/old/2008/a.txt': 'a',
    'art/old/b.txt': 'b',
    'plan.txt': 'first draft',
  })
  docs.local.remove('art')
  sync(docs, 'out').items([
    'art/logo.txt',
    'art/old/2008/a.txt',
    'art/old/2008',
    'art/old/b.txt',
    'art/old',
    'art',
  ])
  docs.server.tree({ 'plan.txt': 'first draft' })
})

export const folderRenamedHere: Scenario = scenario({
  title:
    'I renamed a folder of many files offline: every file is sent anew and deleted under its old name, nothing is renamed',
  covers: ['SYNC-07', 'STATE-6', 'STATE-34', 'F25'],
}, ({ share, sync }) => {
  const files = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt']
  const tree = Object.fromEntries(files.map((name) => [name, `text of ${name}`]))
  const docs = share('//hq/docs', { pin: 'user' }, { 'art': tree })
  docs.local.rename('art', 'pictures')
  const round = sync(docs, 'out')
  round.items([
    'pictures',
    ...files.map((name) => `pictures/${name}`),
    ...files.map((name) => `art/${name}`),
    'art',
  ])
  for (const name of files) {
    round.state(`pictures/${name}`, 'FileCreatedOnClient_NoServerCopy')
    round.state(`art/${name}`, 'DeletedOnClient_FileOnServer')
  }
  docs.server.tree({ 'pictures': tree })
})

export const folderRenamedThere: Scenario = scenario({
  title:
    'At the office they renamed the folder in which I had edited a file: it comes back for my file, beside the renamed one',
  covers: ['SYNC-29', 'SYNC-09', 'F7', 'F23', 'P2.10'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'art/list.txt': 'one' })
  docs.local.write('art/logo.txt', 'drawn on the train')
  docs.server.rename('art', 'pictures')

  const round = sync(docs, 'in | out | pin-new')
  round.conflict('art/logo.txt', 'FileChangedOnClient_DeletedOnServer')
  docs.local.tree({
    'art': { 'logo.txt': 'drawn on the train' },
    'pictures': { 'logo.txt': 'csclab', 'list.txt': 'one' },
  })
  sync(docs, 'in | out | keep-local').noConflicts()
  docs.server.tree({
    'art': { 'logo.txt': 'drawn on the train' },
    'pictures': { 'logo.txt': 'csclab', 'list.txt': 'one' },
  })
  docs.same()
})

export const folderMadeAgain: Scenario = scenario({
  title:
    'At the office they deleted a folder in which I had begun a new file: it is made there again, and then my file, and nothing else',
  covers: ['SYNC-07', 'STATE-6', 'F24', 'P2.10', 'P15.31'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/old/a.txt': 'a', 'art/list.txt': 'one' })
  docs.local.write('art/old/new.txt', 'begun on the train')
  docs.server.remove('art')
  const round = sync(docs, 'out')
  round.items(['art', 'art/old', 'art/old/new.txt'])
  round.noConflicts()
  docs.server.tree({ 'art': { 'old': { 'new.txt': 'begun on the train' } } })
  docs.local.holds('art/list.txt', 'one')
  sync(docs, 'in').items(['art/list.txt', 'art/old/a.txt'])
  docs.same()
})
