/** NoNewFilesOut and a fill beside SyncOut: what such calls do, and what they hold back. */

import { bytes, type Scenario, scenarioTable } from '../../language/mod.ts'

export const noNewName: readonly Scenario[] = scenarioTable(
  {
    title: 'NoNewFilesOut: whatever would be a new name on the server waits, however it came to be new',
    covers: ['SYNC-07', 'P15.8', 'P1.3'],
  },
  {
    'made-file': 'DirCreatedOnClient_NoServerCopy',
    'adopted-file': 'FileOnClient_NoServerCopy',
    'adopted-folder': 'DirOnClient_NoServerCopy',
    'folder-over-a-file': 'DirCreatedOnClient_DeletedOnServer',
  } as const,
  ({ share, sync }, state) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'file': 'first', 'folder': null, 'list.txt': 'one' })
    const name = state === 'DirOnClient_NoServerCopy'
      ? 'folder'
      : state.startsWith('DirCreated')
      ? 'new'
      : 'file'
    if (state === 'DirCreatedOnClient_NoServerCopy') {
      docs.local.mkdir('new')
      docs.local.write('new/a.txt', 'a')
    } else if (state === 'DirCreatedOnClient_DeletedOnServer') {
      docs.local.remove('file')
      docs.local.mkdir('file')
      docs.server.remove('file')
    } else {
      docs.adopt(name)
      docs.server.remove(name)
    }
    docs.local.write('list.txt', 'one, two')
    const held = state === 'DirCreatedOnClient_DeletedOnServer' ? 'file' : name
    const round = sync(docs, 'in | out | no-new-out')
    round.items(['list.txt'])
    docs.server.missing(held)
    sync(docs, 'in | out').returns(0)
    docs.same()
    docs.server.holds('list.txt', 'one, two')
  },
)

export const notMadeAgain: readonly Scenario[] = scenarioTable(
  {
    title:
      'NoNewFilesOut: KeepLocal of what the server deleted would make its name again, so the conflict stays recorded',
    covers: ['SYNC-29', 'SYNC-33', 'P15.8'],
  },
  {
    'edited-file': { name: 'plan.txt', state: 'FileChangedOnClient_DeletedOnServer' },
    'hidden-folder': { name: 'art', state: 'DirChangedOnClient_DeletedOnServer' },
  } as const,
  ({ share, sync }, { name, state }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'art': null })
    if (name === 'plan.txt') docs.local.write(name, 'edited here')
    else docs.local.setAttributes(name, { set: ['HIDDEN'] })
    docs.server.remove(name)
    sync(docs, 'in | out | keep-local | no-new-out').conflict(name, state)
    docs.server.missing(name)
    docs.dirty(name)
    sync(docs, 'in | out | keep-local').noConflicts()
    docs.same()
  },
)

export const parentsHeldBack: readonly Scenario[] = scenarioTable(
  {
    title:
      'NoNewFilesOut: a folder that would be made again on the server for what is in it here is not made either',
    covers: ['SYNC-07', 'P15.44', 'P2.10'],
  },
  { 'made-in-it': 'new.txt', 'made-below-it': 'sub/new.txt' },
  ({ share, sync }, made) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/old.txt': 'old', 'art/sub/older.txt': 'older' })
    docs.local.write(`art/${made}`, 'made here')
    docs.server.remove('art')
    const round = sync(docs, 'in | out | no-new-out')
    round.returns(0)
    docs.server.missing('art')
    docs.local.holds(`art/${made}`, 'made here')
    docs.local.missing('art/old.txt')
    sync(docs, 'in | out').returns(0)
    docs.server.holds(`art/${made}`, 'made here')
  },
)

export const winnerHeldBack: readonly Scenario[] = scenarioTable(
  {
    title:
      'NoNewFilesOut: a folder that wins over the server’s file would bring its content along: it stays in conflict',
    covers: ['SYNC-29', 'SYNC-33', 'P15.44'],
  },
  { 'known-content': false, 'new-content': true },
  ({ share, sync }, isNew) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan/a.txt': 'a' })
    if (isNew) docs.local.write('plan/b.txt', 'b')
    docs.server.remove('plan')
    docs.server.write('plan', 'a file now')
    sync(docs, 'in | out | keep-local | no-new-out').conflict('plan', 'DirOnClient_FileOnServer')
    docs.server.holds('plan', 'a file now')
    docs.local.holds('plan/a.txt', 'a')
  },
)

export const fillAndOut: readonly Scenario[] = scenarioTable(
  {
    title:
      'FillSparse beside SyncOut: what is here in part is filled, edits go out, the server’s changes do not come in',
    covers: ['SYNC-03', 'SYNC-08', 'P15.45'],
  },
  { 'same-there': 1, 'another-there': 2 },
  ({ share, sync }, seed) => {
    const docs = share('//hq/docs', { pin: 'user' }, {
      'film.avi': bytes(100_000),
      'here.txt': 'first',
      'there.txt': 'first',
    })
    docs.sparse('film.avi', { present: [{ at: 0, bytes: 65_536 }] })
    if (seed === 2) docs.server.write('film.avi', bytes(100_000, 2))
    docs.local.write('here.txt', 'second')
    docs.server.write('there.txt', 'second')
    sync(docs, 'fill | out').items(['film.avi', 'here.txt'])
    docs.local.reads('film.avi', bytes(100_000, seed))
    docs.server.holds('here.txt', 'second')
    docs.local.holds('there.txt', 'first')
  },
)
