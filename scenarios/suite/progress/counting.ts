/** How far a call is: every report tells the items that are done and the items there are. */

import { type Scenario, scenario } from '../../language/mod.ts'

const FINE = 'The operation completed successfully.'

export const nothingToCount: Scenario = scenario({
  title: 'Nothing to do: Begin and End count nothing of nothing',
  covers: ['SYNC-36', 'SYNC-37', 'P4.6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  sync(docs, 'in | out').progress([`0:0:${FINE}:`, `1:0:${FINE}:`])
})

export const failuresCount: Scenario = scenario({
  title: 'Three items, one of which fails: each counts once it is over, and none before',
  covers: ['SYNC-22', 'SYNC-38', 'SYNC-39', 'P4.6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first' })
  docs.local.write('a.txt', 'second')
  docs.local.mkdir('art')
  docs.server.write('b.txt', 'second')
  const round = sync(docs, 'in | out', {
    faults: [{ request: 'mkdir', side: 'server', path: 'art', then: { fail: 5 } }],
  })
  round.items(['a.txt', 'art', 'b.txt'])
  round.result('art', 5)
})
