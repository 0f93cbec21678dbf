/** What is deleted here leaves a tombstone until the server knows: what is made over it, deleted again, and found there. */

import { type Scenario, scenarioTable } from '../../language/mod.ts'

export const namedByItsPath: readonly Scenario[] = scenarioTable(
  {
    title: 'The call names what was deleted here by its own path: the deletion is carried out',
    covers: ['SYNC-07', 'SYNC-34', 'P15.38'],
  },
  { 'file': 'plan.txt', 'in-a-folder': 'art/logo.txt', 'folder': 'art' },
  ({ share, sync }, name) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'art/logo.txt': 'csclab' })
    docs.local.remove(name)
    const round = sync(docs.at(name), 'out')
    round.returns(0)
    round.result(docs.at(name), 0)
    docs.server.missing(name)
    sync(docs, 'in | out').items([])
  },
)

export const folderOverIt: readonly Scenario[] = scenarioTable(
  {
    title: 'A folder is made over a deleted file, and removed again: the file is still what was deleted',
    covers: ['SYNC-07', 'P15.7'],
  },
  {
    'untouched-there': { edits: false, state: 'DeletedOnClient_FileOnServer' },
    'edited-there': { edits: true, state: 'DeletedOnClient_FileChangedOnServer' },
  } as const,
  ({ share, sync }, { edits, state }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan': 'first draft' })
    docs.local.remove('plan')
    docs.local.mkdir('plan')
    docs.local.remove('plan')
    docs.shows('plan', { deletedOffline: true, createdOffline: false })
    if (edits) docs.server.write('plan', 'edited there')
    const round = sync(docs, 'in | out')
    round.state('plan', state)
    if (edits) docs.server.holds('plan', 'edited there')
    else docs.server.missing('plan')
  },
)

export const fileOverIt: readonly Scenario[] = scenarioTable(
  {
    title:
      'A file is made over something deleted, and deleted as well: the state says so, and the older original counts',
    covers: ['SYNC-07', 'SYNC-33', 'P15.24'],
  },
  {
    'file': { was: 'file', edits: false, state: 'FileReplacedAndDeletedOnClient_FileOnServer' },
    'edited-file': { was: 'file', edits: true, state: 'FileReplacedAndDeletedOnClient_FileChangedOnServer' },
    'folder': { was: 'folder', edits: false, state: 'FileReplacedAndDeletedOnClient_DirOnServer' },
    'hidden-folder': {
      was: 'folder',
      edits: true,
      state: 'FileReplacedAndDeletedOnClient_DirChangedOnServer',
    },
  } as const,
  ({ share, sync }, { was, edits, state }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan': was === 'file' ? 'first draft' : null })
    docs.local.remove('plan')
    docs.local.write('plan', 'made here')
    docs.local.remove('plan')
    if (edits) docs.server.setAttributes('plan', { set: ['HIDDEN'] })
    const round = sync(docs, 'in | out')
    round.state('plan', state)
    if (!edits) docs.server.missing('plan')
    else {
      round.conflict('plan', state)
      docs.server.attributes('plan', was === 'file' ? ['HIDDEN', 'ARCHIVE'] : ['HIDDEN'])
    }
  },
)

export const anotherKindThere: readonly Scenario[] = scenarioTable(
  {
    title:
      'The server has a folder where a file was deleted here, or the reverse: nobody here has seen it, so it stays',
    covers: ['SYNC-33', 'P15.1', 'P2.16'],
  },
  {
    'folder-there': { folder: true, state: 'DeletedOnClient_DirChangedOnServer' },
    'file-there': { folder: false, state: 'DeletedOnClient_FileChangedOnServer' },
  } as const,
  ({ share, sync }, { folder, state }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan': folder ? 'first draft' : null })
    docs.local.remove('plan')
    docs.server.remove('plan')
    if (folder) docs.server.mkdir('plan')
    else docs.server.write('plan', '')
    const round = sync(docs, 'in | out')
    round.conflict('plan', state)
    if (folder) docs.server.directory('plan')
    else docs.server.holds('plan', '')
  },
)
