/** A choice of which nothing has come: the conflict is what it was, and the next call decides anew. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

const LOCKED = { request: 'remove', every: true, then: { fail: 32 } } as const

export const serverFolderLocked: readonly Scenario[] = scenarioTable(
  {
    title:
      "KEEPLOCAL wants a file in a folder's place, and nothing of the folder can be deleted: the next call chooses for itself",
    covers: ['SYNC-29', 'SYNC-30', 'SYNC-33', 'STATE-10', 'P15.47', 'P15.4'],
  },
  { 'no-policy': 'in | out', 'keep-remote': 'in | out | pin-new | keep-remote' } as const,
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one' })
    docs.local.remove('plan')
    docs.local.write('plan', 'all in one')
    sync(docs, 'in | out | keep-local', { faults: [{ ...LOCKED, side: 'server' }] }).result('plan', 32)
    const round = sync(docs, flags)
    docs.server.directory('plan')
    if (flags === 'in | out') round.conflict('plan', 'FileCreatedOnClient_DirOnServer')
    else docs.local.directory('plan')
  },
)

export const serverHasAnother: Scenario = scenario({
  title: 'By the next call the server has something else under the name: the old choice was not about that',
  covers: ['SYNC-33', 'STATE-12', 'P15.47'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan': 'first draft' })
  docs.local.write('plan', 'on the train')
  docs.server.remove('plan')
  docs.server.mkdir('plan')
  sync(docs, 'in | out | keep-local', { faults: [{ ...LOCKED, side: 'server' }] }).result('plan', 32)
  docs.server.remove('plan')
  docs.server.write('plan', 'somebody else')
  sync(docs, 'in | out').conflict('plan', 'FileChangedOnClient_ChangedOnServer')
  docs.server.holds('plan', 'somebody else')
})

export const localFolderLocked: readonly Scenario[] = scenarioTable(
  {
    title:
      "KEEPREMOTE wants a file in a folder's place, and nothing of the folder can be deleted: the edit in it is safe",
    covers: ['SYNC-30', 'SYNC-33', 'STATE-3', 'P15.47', 'P2.20'],
  },
  { 'no-policy': 'in | out', 'fill': 'fill' } as const,
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one' })
    docs.local.write('plan/part.txt', 'edited here')
    docs.server.remove('plan')
    docs.server.write('plan', 'all in one')
    sync(docs, 'in | out | keep-remote', { faults: [{ ...LOCKED, side: 'local' }] }).result('plan', 32)
    sync(docs, flags).returns(0)
    docs.local.holds('plan/part.txt', 'edited here')
    docs.server.holds('plan', 'all in one')
  },
)

export const serverFileLocked: Scenario = scenario({
  title:
    "KEEPLOCAL wants a folder in a file's place, and the file cannot be deleted: what is in the folder is clean as before",
  covers: ['SYNC-29', 'SYNC-30', 'STATE-3', 'P15.66', 'P2.20'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one' })
  docs.server.remove('plan')
  docs.server.write('plan', 'all in one')
  sync(docs, 'in | out | keep-local', { faults: [{ ...LOCKED, side: 'server' }] }).result('plan', 32)
  docs.clean('plan/part.txt')
  sync(docs, 'in | out | keep-remote').result('plan', 0)
  docs.local.holds('plan', 'all in one')
})

export const folderOverTombstone: Scenario = scenario({
  title:
    "KEEPLATEST: a folder made here last of all is later than the server's edit, whenever the file was deleted",
  covers: ['SYNC-31', 'STATE-23', 'P3.8', 'P15.28'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan': 'first draft' })
  docs.local.remove('plan')
  docs.server.write('plan', 'edited there')
  docs.local.mkdir('plan')
  sync(docs, 'in | out | keep-latest').result('plan', 0)
  docs.server.directory('plan')
})

export const filePathThenFolder: Scenario = scenario({
  title: 'The call names a file, then the folder it is in: the conflict recorded for the file stays recorded',
  covers: ['SYNC-33', 'P1.16', 'P3.15'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/a.txt': 'a', 'art/b.txt': 'b' })
  docs.local.write('art/a.txt', 'here')
  docs.server.write('art/a.txt', 'there')
  const round = sync([docs.at('art/a.txt'), docs.at('art')], 'in | out')
  round.conflict(docs.at('art/a.txt'), 'FileChangedOnClient_ChangedOnServer')
  round.items([docs.at('art/a.txt')])
})

export const deletedFileThenFolder: Scenario = scenario({
  title:
    'The call names a file in open conflict, then the deleted folder it is in: the folder is no item, its deletion waits',
  covers: ['SYNC-33', 'STATE-36', 'P15.41'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/a.txt': 'a', 'art/b.txt': 'b' })
  docs.local.remove('art')
  docs.server.write('art/a.txt', 'edited there')
  sync([docs.at('art/a.txt'), docs.at('art')], 'in | out').items([docs.at('art/a.txt'), docs.at('art/b.txt')])
  docs.server.holds('art/a.txt', 'edited there')
})

export const folderPathThenParent: Scenario = scenario({
  title: 'The call names a folder, then the pinned one it is in: both have their children pinned and fetched',
  covers: ['SYNC-05', 'P1.16', 'P15.12'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'art/old/x.txt': 'x', 'art/y.txt': 'y' })
  docs.pin('art')
  docs.server.write('art/old/new.txt', 'new')
  sync([docs.at('art/old'), docs.at('art')], 'in').returns(0)
  docs.local.holds('art/old/new.txt', 'new')
  docs.pinned('art/old/x.txt', ['user'])
  docs.pinned('art/y.txt', ['user'])
})

export const deletedWithNames: Scenario = scenario({
  title:
    'A folder is deleted here in which one file is known by name alone (a ghost): both files and the folder go on the server',
  covers: ['SYNC-07', 'STATE-34', 'STATE-35', 'F8'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/a.txt': 'a', 'art/b.txt': 'b' })
  docs.ghost('art/b.txt')
  docs.local.remove('art')
  sync(docs, 'in | out').items(['art/a.txt', 'art/b.txt', 'art'])
  docs.server.missing('art')
})

export const notListedAtAll: Scenario = scenario({
  title:
    'The folder of the call may not be listed: its code is what the call returns; a new one is pinned all the same',
  covers: ['SYNC-34', 'SYNC-09', 'P1.19', 'P15.17', 'P15.60'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/a.txt': 'a' })
  docs.server.mkdir('new')
  const refused = { request: 'list', side: 'server', every: true, then: { fail: 5 } } as const
  sync(docs.at('art'), 'in', { faults: [{ ...refused, path: docs.at('art') }] }).returns(5)
  sync(docs, 'in | pin-new', { faults: [{ ...refused, path: 'new' }] }).result('new', 5)
  docs.pinned('new', ['user'])
})
