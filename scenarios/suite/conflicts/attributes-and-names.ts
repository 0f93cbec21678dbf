/** Attributes and letter case: when they make a conflict, and when they do not. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const attributeAgainstContent: readonly Scenario[] = scenarioTable(
  {
    title: 'Only an attribute was set here, the content was edited there: the winner wins as a whole',
    covers: ['SYNC-29', 'SYNC-30', 'STATE-12', 'F44'],
  },
  { 'keep-local': 'first draft', 'keep-remote': 'edited there' },
  ({ share, sync }, winner, policy) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.setAttributes('plan.txt', { set: ['HIDDEN'] })
    docs.server.write('plan.txt', 'edited there')
    sync(docs, `in | out | ${policy}`).noConflicts()
    docs.server.holds('plan.txt', winner)
    docs.local.holds('plan.txt', winner)
    docs.same()
  },
)

export const setAndCleared: Scenario = scenario({
  title:
    'An attribute of a folder set and cleared again, or its time, is no change: deleted there, it goes here',
  covers: ['SYNC-05', 'STATE-49', 'P2.16'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art': null, 'plan.txt': 'first draft' })
  docs.local.setAttributes('art', { set: ['HIDDEN'] })
  docs.local.setAttributes('art', { clear: ['HIDDEN'] })
  docs.local.touch('art')
  docs.clean('art')
  docs.server.remove('art')
  const round = sync(docs, 'in | out')
  round.state('art', 'DirDeletedOnServer')
  round.noConflicts()
  docs.local.missing('art')
})

export const respelledThenDeleted: Scenario = scenario({
  title: 'A folder respelled and then deleted here is deleted there',
  covers: ['SYNC-07', 'STATE-35', 'P15.13'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'plan.txt': 'first draft' })
  docs.local.rename('art', '//hq/docs/ART')
  docs.local.remove('art')
  const round = sync(docs, 'in | out')
  round.noConflicts()
  docs.server.tree({ 'plan.txt': 'first draft' })
})

export const respelledThere: Scenario = scenario({
  title: 'A folder respelled there and hidden here was changed on both sides',
  covers: ['SYNC-33', 'STATE-28', 'P15.13'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art': null })
  docs.local.setAttributes('art', { set: ['HIDDEN'] })
  docs.server.rename('art', '//hq/docs/ART')
  sync(docs, 'in | out').conflict('art', 'DirChangedOnClient_ChangedOnServer')
  docs.server.spelling('ART')
  docs.local.spelling('art')
})

export const respelledHere: Scenario = scenario({
  title: 'Letter case changed here: file and folder stay the same items and are respelled on the server',
  covers: ['SYNC-07', 'F57', 'P15.13', 'P2.17', 'P15.35'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'art/logo.txt': 'csclab' })
  docs.local.rename('plan.txt', 'Plan.txt')
  docs.local.rename('art', 'Art')
  const round = sync(docs, 'in | out')
  round.items(['Art', 'Plan.txt'])
  docs.server.spelling('Plan.txt')
  docs.server.spelling('Art')
  sync(docs, 'in | out').items([])
})

export const vanished: Scenario = scenario({
  title: 'The record of a conflict goes when both copies are gone',
  covers: ['SYNC-33', 'P3.15'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'other.txt': 'other' })
  docs.local.write('new.txt', 'train')
  docs.server.write('new.txt', 'office')
  sync(docs, 'in | out').conflict('new.txt', 'FileCreatedOnClient_FileOnServer')
  docs.local.remove('new.txt')
  docs.server.remove('new.txt')
  sync(docs, 'in | out').noConflicts()
  docs.local.write('new.txt', 'made anew')
  sync(docs, 'in | out').noConflicts()
  docs.server.holds('new.txt', 'made anew')
})
