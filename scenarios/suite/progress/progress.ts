/** What the caller is told on the way, and what its answers do. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const texts: Scenario = scenario({
  title: 'Begin, a pair for each item, End: Reason:Result:ResultText:[Path]',
  covers: [
    'SYNC-35',
    'SYNC-36',
    'SYNC-37',
    'SYNC-38',
    'SYNC-39',
    'SYNC-40',
    'SYNC-41',
    'SYNC-42',
    'P4.1',
    'P4.2',
  ],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first' })
  docs.local.write('a.txt', 'second')
  docs.server.write('b.txt', 'second')

  sync([docs, '//hq/docs/none.txt'], 'in | out').progress([
    '0:0:The operation completed successfully.:',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\a.txt',
    '3:0:The operation completed successfully.:\\\\hq\\docs\\a.txt',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\b.txt',
    '3:0:The operation completed successfully.:\\\\hq\\docs\\b.txt',
    '1:0:The operation completed successfully.:',
  ])
})

export const failedItem: Scenario = scenario({
  title: 'A failed item carries the HRESULT of its code and the message of that code, End stays 0',
  covers: ['SYNC-40', 'SYNC-41', 'P4.9'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first' })
  docs.local.write('a.txt', 'second')

  sync(['//hq/docs/a.txt', '//hq/docs/none.txt'], 'in | out').progress([
    '0:0:The operation completed successfully.:',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\a.txt',
    '3:0:The operation completed successfully.:\\\\hq\\docs\\a.txt',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\none.txt',
    '3:2147942402:The system cannot find the file specified.:\\\\hq\\docs\\none.txt',
    '1:0:The operation completed successfully.:',
  ])
})

export const cancelled: Scenario = scenario({
  title:
    'Cancelled after one of three files: that one stays synchronized, the others are untouched, the call returns 1223',
  covers: ['SYNC-43', 'SYNC-37', 'F86', 'P4.8', 'P4.10', 'D1.8', 'D1.9'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first', 'c.txt': 'first' })
  for (const name of ['a.txt', 'b.txt', 'c.txt']) docs.local.write(name, 'second')

  const round = sync(docs, 'in | out', { cancelAfter: 1 })
  round.returns(1223)
  round.progress([
    '0:0:The operation completed successfully.:',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\a.txt',
    '3:0:The operation completed successfully.:\\\\hq\\docs\\a.txt',
    '1:2147943623:The operation was canceled by the user.:',
  ])
  docs.server.tree({ 'a.txt': 'second', 'b.txt': 'first', 'c.txt': 'first' })
  docs.clean('a.txt')
  docs.dirty('b.txt')
  sync(docs, 'in | out').items(['b.txt', 'c.txt'])
  docs.same()
})

export const aborted: readonly Scenario[] = scenarioTable(
  {
    title:
      'Abort stops at once: at Begin nothing is done, at ItemBegin not that item, at ItemResult nothing more',
    covers: ['SYNC-43', 'P4.12', 'P4.13', 'P4.17', 'D1.8'],
  },
  {
    'begin': { to: 'begin', path: undefined, server: { 'a.txt': 'first', 'b.txt': 'first' } },
    'item-begin': { to: 'item-begin', path: 'b.txt', server: { 'a.txt': 'second', 'b.txt': 'first' } },
    'item-result': { to: 'item-result', path: 'a.txt', server: { 'a.txt': 'second', 'b.txt': 'first' } },
  } as const,
  ({ share, sync }, { to, path, server }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first' })
    docs.local.write('a.txt', 'second')
    docs.local.write('b.txt', 'second')
    const answer = path === undefined
      ? { to, answer: 'abort' } as const
      : { to, path, answer: 'abort' } as const
    sync(docs, 'in | out', { progress: [answer] }).returns(1223)
    docs.server.tree(server)
  },
)

export const retried: Scenario = scenario({
  title: 'Retry after a success repeats the item, which is in sync by then',
  covers: ['SYNC-38', 'SYNC-39', 'P4.16', 'P15.19'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first' })
  docs.local.write('a.txt', 'second')

  const round = sync(docs, 'in | out', {
    progress: [{ to: 'item-result', path: 'a.txt', nth: 1, answer: 'retry' }],
  })
  round.returns(0)
  round.items(['a.txt', 'a.txt'])
  docs.server.holds('a.txt', 'second')
})
