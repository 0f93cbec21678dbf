/** Two people, one machine: whose conflict it is, and who may end it. */

import { type Scenario, scenario } from '../../language/mod.ts'

export const oneEach: Scenario = scenario({
  title:
    'A conflict is recorded for everybody who meets it: added for the second user as well, then updated for each',
  covers: ['SYNC-33', 'P15.52'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'here')
  docs.server.write('plan.txt', 'there')
  const result = ['SYNCFILERESULT', 'ItemResult'] as const
  sync(docs, 'in | out').courseOf('plan.txt', ['ItemBegin', 'SYNCCONFLICTRECADDED', ...result])
  sync(docs, 'in | out', { user: bob }).courseOf('plan.txt', ['ItemBegin', 'SYNCCONFLICTRECADDED', ...result])
  sync(docs, 'in | out').courseOf('plan.txt', ['ItemBegin', 'SYNCCONFLICTRECUPDATED', ...result])
  sync(docs, 'in | out', { user: bob }).courseOf('plan.txt', [
    'ItemBegin',
    'SYNCCONFLICTRECUPDATED',
    ...result,
  ])
})

export const settledByAnyone: Scenario = scenario({
  title: 'One user settles the conflict: it is settled for all, and a new one is recorded anew for each',
  covers: ['SYNC-33', 'SYNC-29', 'P15.52'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'here')
  docs.server.write('plan.txt', 'there')
  const added = ['ItemBegin', 'SYNCCONFLICTRECADDED', 'SYNCFILERESULT', 'ItemResult'] as const
  sync(docs, 'in | out').courseOf('plan.txt', added)
  sync(docs, 'in | out', { user: bob }).courseOf('plan.txt', added)
  sync(docs, 'in | out | keep-local', { user: bob }).noConflicts()
  docs.connection('plan.txt', 'working offline')
  sync(docs, 'in | out').items([])
  docs.local.write('plan.txt', 'here again')
  docs.server.write('plan.txt', 'there again')
  sync(docs, 'in | out').courseOf('plan.txt', added)
  sync(docs, 'in | out', { user: bob }).courseOf('plan.txt', added)
})
