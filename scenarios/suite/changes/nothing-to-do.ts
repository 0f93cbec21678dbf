/** Nothing has changed: nothing is reported, but for the one file that a call asks about. */

import { type Scenario, scenario } from '../../language/mod.ts'

export const inSync: Scenario = scenario({
  title:
    'Both copies are what they were at the last sync: no item in a call of the folder, one in a call of the file',
  covers: ['SYNC-02', 'STATE-0', 'P2.19'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'art/logo.txt': 'csclab' })

  sync(docs, 'in | out').items([])
  sync(docs.at('art'), 'in | out').items([])
  const round = sync(docs.at('plan.txt'), 'in | out')
  round.items([docs.at('plan.txt')])
  round.state(docs.at('plan.txt'), 'Stable')
  round.returns(0)
})
