/** How a share and what is in it stands: online, or offline for one of the reasons that Explorer shows. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const reasons: Scenario = scenario({
  title:
    'Working offline by choice, over a slow link, without a network, and online: the whole share stands alike',
  covers: ['SYNC-34', 'P9.7'],
}, ({ share, sync, reachable, unreachable }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'plan.txt': 'first draft' })
  const attic = share('//hq/attic', { pin: 'user' }, { 'old.txt': 'old' })
  attic.goOnline()
  for (const name of ['', 'art', 'art/logo.txt', 'plan.txt']) docs.connection(name, 'working offline')
  attic.connection('old.txt', 'online')
  docs.slow()
  docs.connection('art/logo.txt', 'slow connection')
  docs.goOnline()
  docs.connection('art/logo.txt', 'online')
  unreachable('//hq')
  sync(docs, 'in | out').returns(53)
  docs.connection('art/logo.txt', 'net disconnected')
  attic.connection('old.txt', 'online')
  reachable('//hq')
  docs.local.list('art')
  docs.connection('art/logo.txt', 'online')
})

export const synchronizedOffline: readonly Scenario[] = scenarioTable(
  {
    title:
      'An explicit call reaches a share that is offline by choice or for its slow link, and leaves it so',
    covers: ['SYNC-02', 'P9.6'],
  },
  { 'forced': 'working offline', 'slow': 'slow connection' } as const,
  ({ share, sync }, reason) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
    docs.goOnline()
    if (reason === 'slow connection') docs.slow({ latency: 80 })
    else docs.goOffline()
    docs.local.write('plan.txt', 'edited here')
    docs.server.write('list.txt', 'one, two')
    docs.server.holds('plan.txt', 'first draft')
    sync(docs, 'in | out').returns(0)
    docs.same()
    docs.connection('plan.txt', reason)
    docs.local.write('plan.txt', 'edited again')
    docs.server.holds('plan.txt', 'edited here')
  },
)

export const needToSync: Scenario = scenario({
  title:
    'An item with a recorded conflict needs a sync, on a share that is online; resolved, it is online like the rest',
  covers: ['SYNC-33', 'SYNC-29', 'P15.29'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.local.write('plan.txt', 'edited here')
  docs.server.write('plan.txt', 'edited there')
  docs.connection('plan.txt', 'working offline')
  sync(docs, 'in | out').conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.goOnline()
  docs.connection('plan.txt', 'need to sync')
  docs.connection('list.txt', 'online')
  sync(docs, 'in | out | keep-local').noConflicts()
  docs.connection('plan.txt', 'online')
})

export const skippedIsNotOpen: Scenario = scenario({
  title: 'A conflict that the handler skips is not recorded: the item stands as its share does',
  covers: ['SYNC-33', 'P3.16', 'P15.29'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'edited here')
  docs.server.write('plan.txt', 'edited there')
  sync(docs, 'in | out', { handler: [{ answer: 'skip' }] }).noConflicts()
  docs.connection('plan.txt', 'working offline')
})

export const narrowestReason: readonly Scenario[] = scenarioTable(
  {
    title: 'Of several reasons the narrowest is shown: suspended, then in conflict, then the share’s own',
    covers: ['SYNC-26', 'SYNC-33', 'P15.29'],
  },
  {
    'suspended-and-in-conflict': { suspends: true, is: 'suspended' },
    'in-conflict': { suspends: false, is: 'need to sync' },
  } as const,
  ({ share, sync, unreachable }, { suspends, is }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'plan.txt': 'first draft' })
    docs.local.write('art/logo.txt', 'edited here')
    docs.server.write('art/logo.txt', 'edited there')
    sync(docs, 'in | out').conflict('art/logo.txt', 'FileChangedOnClient_ChangedOnServer')
    if (suspends) docs.suspend('art')
    docs.connection('art/logo.txt', is)
    docs.connection('plan.txt', 'working offline')
    docs.goOnline()
    docs.connection('art/logo.txt', is)
    unreachable('//hq')
    sync(docs, 'in').returns(53)
    docs.connection('art/logo.txt', is)
    docs.connection('plan.txt', 'net disconnected')
    if (suspends) docs.release('art')
    docs.connection('art/logo.txt', 'need to sync')
  },
)
