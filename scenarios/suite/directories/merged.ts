/** Folders made on both sides in a one-way call, and folders that lose: what of their content goes with them. */

import { type Scenario, scenarioTable } from '../../language/mod.ts'

export const mergedOneWay: readonly Scenario[] = scenarioTable(
  {
    title:
      'A folder made on both sides is merged where the call may write the cache; without SyncIn it is left alone',
    covers: ['SYNC-08', 'STATE-21', 'P15.2', 'P2.4'],
  },
  {
    'in': { flags: 'in', items: ['art'], merged: true },
    'out': { flags: 'out', items: ['art/mine.txt'], merged: false },
    'both': { flags: 'in | out', items: ['art', 'art/mine.txt'], merged: true },
  } as const,
  ({ share, sync }, { flags, items, merged }) => {
    const docs = share('//hq/docs', { pin: 'user' }, {})
    docs.local.mkdir('art')
    docs.local.write('art/mine.txt', 'made here')
    docs.server.mkdir('art')
    const round = sync(docs, flags)
    round.items(items)
    if (merged) docs.clean('art')
    else docs.dirty('art')
  },
)

export const mergedAs: readonly Scenario[] = scenarioTable(
  {
    title:
      'Merging writes the cache, so it is reported as SYNC_TO_CLIENT: what strikes that operation strikes it',
    covers: ['SYNC-39', 'STATE-21', 'P15.2'],
  },
  { 'in': 'in', 'both': 'in | out' } as const,
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { pin: 'user' }, {})
    docs.local.mkdir('art')
    docs.server.mkdir('art')
    docs.server.setAttributes('art', { set: ['HIDDEN'] })
    const round = sync(docs, flags, {
      faults: [{ request: 'set-info', side: 'local', operation: 'SYNC_TO_CLIENT', then: { fail: 5 } }],
    })
    round.result('art', 5)
    docs.dirty('art')
  },
)

export const discardedWithEdits: readonly Scenario[] = scenarioTable(
  {
    title:
      'KeepRemote discards a folder: edits and deletions in it are conflicts of their own, and go the same way',
    covers: ['SYNC-30', 'P15.6'],
  },
  { 'file-there': true, 'deleted-there': false },
  ({ share, sync }, file) => {
    const docs = share('//hq/docs', { pin: 'user' }, {
      'plan/a.txt': 'a',
      'plan/b.txt': 'b',
      'plan/c.txt': 'c',
    })
    docs.local.setAttributes('plan', { set: ['HIDDEN'] })
    docs.local.write('plan/a.txt', 'edited here')
    docs.local.remove('plan/b.txt')
    docs.server.remove('plan')
    if (file) docs.server.write('plan', 'a file now')
    const round = sync(docs, 'in | out | keep-remote')
    round.returns(0)
    round.noConflicts()
    if (file) docs.local.holds('plan', 'a file now')
    else docs.local.missing('plan')
    docs.same()
  },
)

export const newWorkStays: readonly Scenario[] = scenarioTable(
  {
    title:
      'KeepRemote of a deleted folder spares what was made in it here: the folder counts as made here as well',
    covers: ['SYNC-30', 'STATE-29', 'P15.6', 'P15.72'],
  },
  { 'file': 'art/new.txt', 'deep-file': 'art/sub/new.txt' },
  ({ share, sync }, made) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/old.txt': 'old', 'art/sub/older.txt': 'older' })
    docs.local.setAttributes('art', { set: ['HIDDEN'] })
    docs.local.write('art/old.txt', 'edited here')
    docs.local.write(made, 'made here')
    docs.server.remove('art')
    const round = sync(docs, 'in | keep-remote')
    round.returns(0)
    round.noConflicts()
    docs.local.missing('art/old.txt')
    docs.local.holds(made, 'made here')
    docs.shows('art', { createdOffline: true })
    sync(docs, 'in | out').returns(0)
    docs.server.holds(made, 'made here')
    docs.same()
  },
)
