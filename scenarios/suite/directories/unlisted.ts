/** Folders whose content cannot be listed, and folders that come back for what is in them there. */

import { type Scenario, scenarioTable } from '../../language/mod.ts'

export const inItsPlace: readonly Scenario[] = scenarioTable(
  {
    title:
      'A folder that cannot be listed is told of in its place among the others, before anything is deleted',
    covers: ['SYNC-38', 'SYNC-39', 'P15.30', 'P15.20'],
  },
  { 'no-right': 5, 'disk-error': 1117 } as const,
  ({ share, sync }, code) => {
    const docs = share('//hq/docs', { pin: 'user' }, {
      'a.txt': 'a',
      'b.txt': 'b',
      'middle/m.txt': 'm',
      'z.txt': 'z',
    })
    for (const name of ['b.txt', 'z.txt', 'middle/m.txt']) docs.local.write(name, 'edited here')
    docs.local.remove('a.txt')
    if (code === 5) docs.server.deny('alice', 'middle', ['list'])
    const faults = code === 5
      ? []
      : [{ request: 'list', side: 'server', path: 'middle', then: { fail: code } } as const]
    const round = sync(docs, 'in | out', { faults })
    round.returns(0)
    round.items(['b.txt', 'middle', 'z.txt', 'a.txt'])
    round.result('middle', code)
    docs.dirty('middle/m.txt')
    docs.server.missing('a.txt')
  },
)

export const unseenAndOpen: readonly Scenario[] = scenarioTable(
  {
    title:
      'A folder deleted here holds there a file in conflict and one never seen here: it comes back, and the conflict stays open',
    covers: ['SYNC-33', 'STATE-36', 'P2.9', 'P15.67'],
  },
  { 'side-by-side': 'art/new.txt', 'one-down': 'art/sub/new.txt' },
  ({ share, sync }, unseen) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/known.txt': 'first', 'art/sub/old.txt': 'old' })
    docs.local.remove('art')
    docs.server.write('art/known.txt', 'edited there')
    docs.server.write(unseen, 'never seen here')
    const round = sync(docs, 'in | out')
    round.returns(0)
    round.conflict('art/known.txt', 'DeletedOnClient_FileChangedOnServer')
    round.result('art', 0)
    docs.local.directory('art')
    docs.server.holds(unseen, 'never seen here')
    docs.server.holds('art/known.txt', 'edited there')
    docs.local.missing('art/known.txt')
  },
)
