/** What the next run makes of what a dropped one left behind, when the world has moved on in between. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const unreachableMeanwhile: readonly Scenario[] = scenarioTable(
  {
    title:
      'A server that cannot be reached is no proof: what was interrupted is settled once it answers again',
    covers: ['SYNC-07', 'P2.20', 'P2.23'],
  },
  { 'deletion': 'before', 'upload': 'after' } as const,
  ({ share, sync, unreachable, reachable }, when, row) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'old.txt': 'old' })
    docs.local.write('plan.txt', 'second draft')
    docs.local.remove('old.txt')
    const request = row === 'deletion' ? 'remove' : 'commit'
    sync(docs, 'in | out', { crash: { when, request } }).crashed()
    unreachable('//hq')
    sync(docs, 'in | out').returns(53)
    reachable('//hq')

    const next = sync(docs, 'in | out | pin-new')
    next.noConflicts()
    docs.server.tree({ 'plan.txt': 'second draft' })
    docs.same()
  },
)

export const sameSizeAndTime: readonly Scenario[] = scenarioTable(
  {
    title:
      'A transfer dropped before its commit is not taken for done where size and time were the same before',
    covers: ['SYNC-05', 'SYNC-07', 'F47', 'P2.20'],
  },
  { 'download': 'server', 'upload': 'local' } as const,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first' })
    docs[side].write('plan.txt', 'tsrif')
    docs[side].setTimes('plan.txt', { lastWrite: '2010-01-03 09:00:00' })
    sync(docs, 'in | out', { crash: { when: 'before', request: 'commit' } }).crashed()
    sync(docs, 'in | out').returns(0)
    docs.server.holds('plan.txt', 'tsrif')
    docs.local.holds('plan.txt', 'tsrif')
  },
)

export const editedAfterDownload: Scenario = scenario({
  title: 'A local edit after a download that was not recorded is an edit, not a conflict',
  covers: ['SYNC-05', 'SYNC-07', 'STATE-39', 'P9.4'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', 'second draft')
  sync(docs, 'in | out', { crash: { when: 'after', request: 'commit' } }).crashed()
  docs.local.append('plan.txt', ', continued')

  const next = sync(docs, 'in | out')
  next.noConflicts()
  docs.server.holds('plan.txt', 'second draft, continued')
})

export const madeAnewAfterDeletion: Scenario = scenario({
  title: 'A file made here after an unrecorded deletion is new, not a conflict',
  covers: ['SYNC-05', 'SYNC-07', 'STATE-6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.remove('plan.txt')
  sync(docs, 'in | out', { crash: { when: 'after', request: 'remove' } }).crashed()
  docs.local.write('plan.txt', 'made anew')

  const next = sync(docs, 'in | out')
  next.noConflicts()
  docs.server.holds('plan.txt', 'made anew')
})

export const changedAfterUpload: readonly Scenario[] = scenarioTable(
  {
    title: 'What happens here after an upload that was not recorded goes out with the next run',
    covers: ['SYNC-07', 'P9.4'],
  },
  { 'edited': 'third draft', 'deleted': undefined },
  ({ share, sync }, content) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'other.txt': 'other' })
    docs.local.write('plan.txt', 'second draft')
    sync(docs, 'in | out', { crash: { when: 'after', request: 'commit' } }).crashed()
    docs.server.holds('plan.txt', 'second draft')
    if (content === undefined) docs.local.remove('plan.txt')
    else docs.local.write('plan.txt', content)

    const next = sync(docs, 'in | out | pin-new')
    next.noConflicts()
    if (content === undefined) docs.server.missing('plan.txt')
    else docs.server.holds('plan.txt', content)
    docs.same()
  },
)

export const replacedAfterDownload: Scenario = scenario({
  title: 'A file moved onto a download that was not recorded replaces it, and is no conflict',
  covers: ['SYNC-05', 'SYNC-07', 'P9.4'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'mine.txt': 'made here' })
  docs.server.write('plan.txt', 'made there')
  sync(docs, 'in | out | pin-new', { crash: { when: 'after', request: 'commit' } }).crashed()
  docs.local.rename('mine.txt', 'plan.txt')

  const next = sync(docs, 'in | out')
  next.noConflicts()
  docs.server.tree({ 'plan.txt': 'made here' })
  docs.same()
})
