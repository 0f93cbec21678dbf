/** The connection to a server breaks in the middle of a call: what fails with it, what goes on, how the share stands afterwards. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const restOfShare: readonly Scenario[] = scenarioTable(
  {
    title:
      'An error of the network in the middle: its item fails with that code and so does the rest of the share; others go on',
    covers: ['SYNC-39', 'SYNC-44', 'P9.8'],
  },
  {
    'unexpected-error': 59,
    'name-deleted': 64,
    'timed-out': 121,
    'network-unreachable': 1231,
    'connection-aborted': 1236,
  },
  ({ share, sync }, fail) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' })
    const attic = share('//hq/attic', { pin: 'user' }, { 'z.txt': 'z' })
    for (const name of ['a.txt', 'b.txt', 'c.txt']) docs.local.write(name, 'edited here')
    attic.local.write('z.txt', 'edited here')
    const round = sync([docs, attic], 'in | out', {
      faults: [{ request: 'write', side: 'server', path: docs.at('b.txt'), then: { fail } }],
    })
    round.returns(0)
    round.items([docs.at('a.txt'), docs.at('b.txt'), docs.at('c.txt'), attic.at('z.txt')])
    round.result(docs.at('a.txt'), 0)
    round.result(docs.at('b.txt'), fail)
    round.result(docs.at('c.txt'), fail)
    round.result(attic.at('z.txt'), 0)
    docs.server.holds('c.txt', 'c')
    docs.dirty('c.txt')
    attic.server.holds('z.txt', 'edited here')
  },
)

export const otherCodes: Scenario = scenario({
  title: 'An error that is not of the network is the item’s alone: the rest of the share goes on',
  covers: ['SYNC-39', 'P9.8', 'P2.20'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'a', 'b.txt': 'b' })
  for (const name of ['a.txt', 'b.txt']) docs.local.write(name, 'edited here')
  const round = sync(docs, 'in | out', {
    faults: [{ request: 'write', side: 'server', path: 'a.txt', then: { fail: 1117 } }],
  })
  round.result('a.txt', 1117)
  round.result('b.txt', 0)
})

export const laterScopes: readonly Scenario[] = scenarioTable(
  {
    title:
      'The connection is lost in the first of several paths: each later path of the share is one failed item with the same code',
    covers: ['SYNC-34', 'SYNC-39', 'P15.63'],
  },
  { 'timed-out': 121, 'name-deleted': 64 },
  ({ share, sync }, fail) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'a/1.txt': '1', 'b/2.txt': '2', 'c/3.txt': '3' })
    const home = share('//branch/home', { pin: 'user' }, { 'notes.txt': 'first' })
    for (const name of ['a/1.txt', 'b/2.txt', 'c/3.txt']) docs.local.write(name, 'edited here')
    home.local.write('notes.txt', 'edited here')
    docs.goOnline()
    const round = sync([docs.at('a'), docs.at('b'), docs.at('c'), home], 'in | out', {
      faults: [{ request: 'write', side: 'server', path: docs.at('a/1.txt'), then: { fail } }],
    })
    round.returns(0)
    round.items([docs.at('a/1.txt'), docs.at('b'), docs.at('c'), home.at('notes.txt')])
    for (const name of ['a/1.txt', 'b', 'c']) round.result(docs.at(name), fail)
    docs.connection('', 'net disconnected')
    home.server.holds('notes.txt', 'edited here')
    docs.dirty('b/2.txt')
  },
)

export const comesBack: Scenario = scenario({
  title:
    'The server is back: the share that lost it is online again by itself, the call that failed is simply repeated',
  covers: ['SYNC-34', 'P15.63', 'P9.7'],
}, ({ share, sync, reachable }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.goOnline()
  docs.server.write('plan.txt', 'second draft')
  sync(docs, 'in', {
    faults: [{ request: 'read', side: 'server', path: 'plan.txt', then: { disconnect: true } }],
  }).result('plan.txt', 64)
  docs.connection('list.txt', 'net disconnected')
  reachable('//hq')
  docs.local.read('list.txt')
  docs.connection('list.txt', 'online')
  sync(docs, 'in').result('plan.txt', 0)
  docs.local.holds('plan.txt', 'second draft')
})

export const lostWhileForced: readonly Scenario[] = scenarioTable(
  {
    title:
      'The connection is lost while the user works offline by choice: that is still why the share is offline',
    covers: ['SYNC-34', 'P15.69', 'P15.29'],
  },
  { 'in-the-middle': 'in-the-middle', 'from-the-start': 'from-the-start' } as const,
  ({ share, sync, reachable, unreachable }, when) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.goOnline()
    docs.goOffline()
    docs.local.write('plan.txt', 'edited here')
    if (when === 'from-the-start') unreachable('//hq')
    const round = sync(
      docs,
      'in | out',
      when === 'from-the-start'
        ? {}
        : { faults: [{ request: 'write', side: 'server', path: 'plan.txt', then: { disconnect: true } }] },
    )
    if (when === 'from-the-start') round.returns(53)
    else round.result('plan.txt', 64)
    docs.connection('', 'working offline')
    reachable('//hq')
    docs.local.read('plan.txt')
    docs.connection('plan.txt', 'working offline')
    docs.server.holds('plan.txt', 'first draft')
  },
)

export const wholeServer: readonly Scenario[] = scenarioTable(
  {
    title: 'The call names a server that cannot be reached: each share of it in the cache is one failed item',
    covers: ['SYNC-34', 'SYNC-39', 'P15.40', 'P1.14'],
  },
  { 'alone': false, 'beside-another': true },
  ({ share, sync, raw, unreachable }, another) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    const attic = share('//hq/attic', { pin: 'user' }, { 'old.txt': 'old' })
    const home = share('//branch/home', { pin: 'user' }, { 'notes.txt': 'first' })
    docs.local.write('plan.txt', 'edited here')
    home.local.write('notes.txt', 'edited here')
    unreachable('//hq')
    const round = sync(another ? [raw('\\\\hq'), home] : raw('\\\\hq'), 'in | out')
    round.returns(another ? 0 : 53)
    round.items([attic.path, docs.path, ...(another ? [home.at('notes.txt')] : [])])
    round.result(attic.path, 53)
    round.result(docs.path, 53)
    docs.dirty('plan.txt')
  },
)
