/** Progress that is not waited for: each item is told of while the next one is worked on. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const inOrder: Scenario = scenario({
  title: 'Asynchronous progress: the same reports in the same order, all of them before End',
  covers: ['SYNC-23', 'SYNC-36', 'SYNC-37', 'P15.34'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first' })
  for (const name of ['a.txt', 'b.txt']) docs.local.write(name, 'second')
  const round = sync(docs, 'in | out | async')
  round.returns(0)
  round.progress([
    '0:0:The operation completed successfully.:',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\a.txt',
    '3:0:The operation completed successfully.:\\\\hq\\docs\\a.txt',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\b.txt',
    '3:0:The operation completed successfully.:\\\\hq\\docs\\b.txt',
    '1:0:The operation completed successfully.:',
  ])
})

export const oneItemLate: readonly Scenario[] = scenarioTable(
  {
    title: 'An abort comes one item late: what is in hand by then is finished, nothing after it is begun',
    covers: ['SYNC-22', 'SYNC-23', 'SYNC-43', 'P4.11', 'P15.34'],
  },
  {
    'in-step': { flags: 'in | out', server: { 'a.txt': 'second', 'b.txt': 'first', 'c.txt': 'first' } },
    'late': { flags: 'in | out | async', server: { 'a.txt': 'second', 'b.txt': 'second', 'c.txt': 'first' } },
  } as const,
  ({ share, sync }, { flags, server }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first', 'c.txt': 'first' })
    for (const name of ['a.txt', 'b.txt', 'c.txt']) docs.local.write(name, 'second')
    const round = sync(docs, flags, { progress: [{ to: 'item-result', path: 'a.txt', answer: 'abort' }] })
    round.returns(1223)
    docs.server.tree(server)
  },
)

export const tooLateToRetry: Scenario = scenario({
  title: 'A wish to repeat an item comes too late: it is past',
  covers: ['SYNC-23', 'P4.11'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first' })
  for (const name of ['a.txt', 'b.txt']) docs.local.write(name, 'second')
  sync(docs, 'in | out | async', { progress: [{ to: 'item-result', path: 'a.txt', answer: 'retry' }] })
    .items(['a.txt', 'b.txt'])
  docs.same()
})
