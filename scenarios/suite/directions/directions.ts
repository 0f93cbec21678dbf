/** What each direction leaves alone. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const inOnly: Scenario = scenario({
  title: 'SYNCIN alone brings server changes and leaves the server untouched',
  covers: ['SYNC-05', 'SYNC-08', 'F19', 'STATE-39'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'mine.txt': 'first',
    'theirs.txt': 'first',
    'old.txt': 'old',
  })
  docs.local.write('mine.txt', 'edited here')
  docs.local.write('new.txt', 'made here')
  docs.local.remove('old.txt')
  docs.server.write('theirs.txt', 'edited there')

  sync(docs, 'in').items(['theirs.txt'])
  docs.server.tree({ 'mine.txt': 'first', 'old.txt': 'old', 'theirs.txt': 'edited there' })
  docs.local.tree({ 'mine.txt': 'edited here', 'new.txt': 'made here', 'theirs.txt': 'edited there' })
  docs.dirty('mine.txt')
  docs.dirty('new.txt')
})

export const outOnly: Scenario = scenario({
  title: 'SYNCOUT alone brings local changes out and leaves the cache as it was',
  covers: ['SYNC-07', 'SYNC-08', 'F20', 'STATE-44'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'mine.txt': 'first',
    'theirs.txt': 'first',
    'old.txt': 'old',
  })
  docs.local.write('mine.txt', 'edited here')
  docs.server.write('theirs.txt', 'edited there')
  docs.server.remove('old.txt')

  sync(docs, 'out').items(['mine.txt'])
  docs.server.tree({ 'mine.txt': 'edited here', 'theirs.txt': 'edited there' })
  docs.local.tree({ 'mine.txt': 'edited here', 'old.txt': 'old', 'theirs.txt': 'first' })
})

export const noDirection: readonly Scenario[] = scenarioTable(
  {
    title: 'Without a direction there is no work: Begin, End and nothing between',
    covers: ['SYNC-34', 'P1.4'],
  },
  { 'no-flags': 0, 'policy-alone': 'keep-local', 'pin-alone': 'pin-new | pin-user' },
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'edited here')
    docs.server.write('plan.txt', 'edited there')
    const round = sync(docs, flags)
    round.returns(0)
    round.progress([
      '0:0:The operation completed successfully.:',
      '1:0:The operation completed successfully.:',
    ])
    round.noConflicts()
  },
)

export const everyPathAlike: Scenario = scenario({
  title: 'The flags steer every path of the call alike, on every share and server',
  covers: ['SYNC-44', 'SYNC-01', 'D1.7'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first' })
  const home = share('//branch/home', { pin: 'user' }, { 'notes.txt': 'first' })
  docs.local.write('plan.txt', 'edited here')
  docs.server.write('plan.txt', 'edited there')
  home.local.write('notes.txt', 'edited here')
  home.server.write('notes.txt', 'edited there')

  const round = sync([docs, home], 'in | out | keep-remote')
  round.returns(0)
  round.items(['//hq/docs/plan.txt', '//branch/home/notes.txt'])
  docs.local.holds('plan.txt', 'edited there')
  home.local.holds('notes.txt', 'edited there')
})

export const fillComesWithSyncIn: Scenario = scenario({
  title: 'SYNCIN works with and without the FILLSPARSE bit, and LOWPRIORITY changes nothing',
  covers: ['SYNC-05', 'SYNC-21'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first' })
  docs.server.write('a.txt', 'second')
  sync(docs, 'fill | in | low-priority').items(['a.txt'])
  docs.server.write('b.txt', 'second')
  sync(docs, 'in').items(['b.txt'])
  docs.same()
})
