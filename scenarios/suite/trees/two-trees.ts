/** Two trees and plain edits, nothing that only Offline Files knows, so that every sync tool can be asked. */

import { type Scenario, scenario } from '../../language/mod.ts'

export const oneEditEach: Scenario = scenario({
  title: 'Different files edited on either side: both edits are on both sides',
  covers: ['SYNC-05', 'SYNC-07', 'F1', 'F2'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'mine.txt': 'first', 'theirs.txt': 'first' })
  docs.local.write('mine.txt', 'edited here')
  docs.server.write('theirs.txt', 'edited there')
  sync(docs, 'in | out').returns(0)
  docs.server.tree({ 'mine.txt': 'edited here', 'theirs.txt': 'edited there' })
  docs.same()
})

export const newHere: Scenario = scenario({
  title: 'A folder with a file in it, made here, is on both sides',
  covers: ['SYNC-07', 'F12'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.mkdir('art')
  docs.local.write('art/logo.txt', 'csclab')
  sync(docs, 'in | out').returns(0)
  docs.server.tree({ 'art': { 'logo.txt': 'csclab' }, 'plan.txt': 'first draft' })
  docs.same()
})

export const goneHere: Scenario = scenario({
  title: 'A file deleted here is gone on both sides',
  covers: ['SYNC-07', 'F8'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'old.txt': 'old', 'plan.txt': 'first draft' })
  docs.local.remove('old.txt')
  sync(docs, 'in | out').returns(0)
  docs.server.tree({ 'plan.txt': 'first draft' })
  docs.same()
})

export const goneThere: Scenario = scenario({
  title: 'A file deleted there is gone on both sides',
  covers: ['SYNC-05', 'F18'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'old.txt': 'old', 'plan.txt': 'first draft' })
  docs.server.remove('old.txt')
  sync(docs, 'in | out').returns(0)
  docs.local.tree({ 'plan.txt': 'first draft' })
  docs.same()
})

export const sameSizeSameSecond: Scenario = scenario({
  title: 'An edit that keeps size and second is an edit all the same',
  covers: ['SYNC-05', 'F47'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first' })
  docs.server.write('plan.txt', 'tsrif')
  docs.server.setTimes('plan.txt', { lastWrite: '2010-01-03 09:00:00' })
  sync(docs, 'in | out').returns(0)
  docs.local.holds('plan.txt', 'tsrif')
})

export const nothingLost: Scenario = scenario({
  title: 'Edited on both sides without a policy: neither content is lost',
  covers: ['SYNC-33', 'F3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'edited on the train')
  docs.server.write('plan.txt', 'edited at the office')
  sync(docs, 'in | out')
  docs.local.holds('plan.txt', 'edited on the train')
  docs.server.holds('plan.txt', 'edited at the office')
})
