/** Folders, and files where the other side has a folder: what counts as a change of them. */

import { bytes, type Scenario, scenarioTable } from '../../language/mod.ts'

export const childrenMoveIt: readonly Scenario[] = scenarioTable(
  {
    title: 'Something is made in a folder: that moves the folder’s times, and is no change of the folder',
    covers: ['SYNC-02', 'P15.1', 'P2.16'],
  },
  { 'there': 'server', 'here': 'local' } as const,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
    docs[side].write('art/new.txt', 'new')
    const round = sync(docs, 'in | out | pin-new')
    round.items(['art/new.txt'])
    docs.clean('art')
  },
)

export const otherKind: readonly Scenario[] = scenarioTable(
  {
    title:
      'Where one side has a file and the other a folder, attributes alone say whether the server’s was changed, and ARCHIVE does not',
    covers: ['SYNC-02', 'P15.1', 'P15.73'],
  },
  {
    'file-there': { here: 'folder', hides: false, state: 'DirOnClient_FileOnServer' },
    'hidden-file-there': { here: 'folder', hides: true, state: 'DirOnClient_FileChangedOnServer' },
    'folder-there': { here: 'edited', hides: false, state: 'FileChangedOnClient_DirOnServer' },
    'hidden-folder-there': { here: 'edited', hides: true, state: 'FileChangedOnClient_DirChangedOnServer' },
    'over-a-part': { here: 'part', hides: false, state: 'FileSparseOnClient_DirOnServer' },
    'hidden-over-a-part': { here: 'part', hides: true, state: 'FileSparseOnClient_DirChangedOnServer' },
  } as const,
  ({ share, sync }, { here, hides, state }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan': here === 'folder' ? null : bytes(100) })
    if (here === 'edited') docs.local.write('plan', 'edited here')
    if (here === 'part') docs.sparse('plan')
    docs.server.remove('plan')
    if (here === 'folder') docs.server.write('plan', 'a file now')
    else docs.server.mkdir('plan')
    if (hides) docs.server.setAttributes('plan', { set: ['HIDDEN'] })
    sync(docs, 'in | out').state('plan', state)
  },
)

export const archiveBit: readonly Scenario[] = scenarioTable(
  {
    title: 'Whoever makes or writes a file sets its ARCHIVE bit, which is sent along; a folder never has it',
    covers: ['SYNC-07', 'P15.73', 'P15.27'],
  },
  { 'written': 'plan.txt', 'made': 'new.txt' },
  ({ share, sync }, name) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.setAttributes('plan.txt', { clear: ['ARCHIVE'] })
    sync(docs, 'in | out')
    docs.server.attributes('plan.txt', [])
    docs.local.write(name, 'written here')
    docs.local.mkdir('art')
    docs.local.attributes(name, ['ARCHIVE'])
    sync(docs, 'in | out').returns(0)
    docs.server.attributes(name, ['ARCHIVE'])
    docs.server.attributes('art', [])
    docs.same()
  },
)
