/** What exactly differs from the original, as it is logged of every change. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const oneSide: readonly Scenario[] = scenarioTable(
  {
    title:
      'Size, attributes or only the time: of each changed item it is logged what differs, and in which copy',
    covers: ['SYNC-02', 'P15.22'],
  },
  {
    'longer-here': { side: 'local', what: 'longer', changes: ['LOCAL_SIZE', 'LOCAL_TIME'] },
    'as-long-here': { side: 'local', what: 'as-long', changes: ['LOCAL_TIME'] },
    'hidden-here': { side: 'local', what: 'hidden', changes: ['LOCAL_ATTRIBUTES', 'LOCAL_TIME'] },
    'longer-there': { side: 'server', what: 'longer', changes: ['REMOTE_SIZE', 'REMOTE_TIME'] },
    'as-long-there': { side: 'server', what: 'as-long', changes: ['REMOTE_TIME'] },
    'hidden-there': { side: 'server', what: 'hidden', changes: ['REMOTE_ATTRIBUTES', 'REMOTE_TIME'] },
  } as const,
  ({ share, sync }, { side, what, changes }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    if (what === 'hidden') docs[side].setAttributes('plan.txt', { set: ['HIDDEN'] })
    else docs[side].write('plan.txt', what === 'longer' ? 'a longer draft' : 'FIRST DRAFT')
    sync(docs, 'in | out').changes('plan.txt', changes)
  },
)

export const bothSides: Scenario = scenario({
  title:
    'Both sides of a conflict are logged: what differs here, what differs there, and nothing of a side that was deleted',
  covers: ['SYNC-33', 'P15.22'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.local.write('plan.txt', 'edited on the train')
  docs.server.setAttributes('plan.txt', { set: ['READONLY'] })
  docs.local.write('list.txt', 'two')
  docs.server.remove('list.txt')
  const round = sync(docs, 'in | out', { handler: [{ answer: 'skip' }] })
  round.changes('plan.txt', ['LOCAL_SIZE', 'LOCAL_TIME', 'REMOTE_ATTRIBUTES', 'REMOTE_TIME'])
  round.changes('list.txt', ['LOCAL_TIME'])
})

export const folders: Scenario = scenario({
  title: 'Of a folder only attributes are told: its times move with everything in it',
  covers: ['SYNC-05', 'P15.22', 'P2.16'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
  docs.server.setAttributes('art', { set: ['HIDDEN'] })
  docs.server.write('art/logo.txt', 'a new logo')
  sync(docs, 'in').changes('art', ['REMOTE_ATTRIBUTES'])
})
