/** NONEWFILESOUT: edits go out, new names stay here. */

import { type Scenario, scenarioTable } from '../../language/mod.ts'

export const heldBack: readonly Scenario[] = scenarioTable(
  {
    title:
      'NONEWFILESOUT: a new file and a new folder with all in it stay here, which is no failure; an edit goes out',
    covers: ['SYNC-07', 'SYNC-08', 'P1.3', 'P2.3', 'P15.8', 'P15.31'],
  },
  { 'both-ways': 'in | out | no-new-out', 'out-alone': 'out | no-new-out' },
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'second draft')
    docs.local.write('new.txt', 'made here')
    docs.local.mkdir('art')
    docs.local.write('art/logo.txt', 'csclab')

    const round = sync(docs, flags)
    round.returns(0)
    round.items(['plan.txt'])
    docs.server.tree({ 'plan.txt': 'second draft' })
    docs.shows('art', { createdOffline: true, dirty: true })
    docs.shows('new.txt', { createdOffline: true })
    sync(docs, 'in | out').items(['art', 'art/logo.txt', 'new.txt'])
    docs.same()
  },
)
