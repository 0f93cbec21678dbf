/** A folder made where a file was, a file made where a folder was, and what was made anew and given up again. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const folderForDeletedFile: readonly Scenario[] = scenarioTable(
  {
    title:
      'A file was deleted on both sides, and here a folder took its name: the folder goes out, no conflict',
    covers: ['SYNC-07', 'STATE-25', 'P2.5'],
  },
  { 'both-ways': 'in | out', 'out-alone': 'out' },
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan': 'all in one' })
    docs.local.remove('plan')
    docs.local.mkdir('plan')
    docs.local.write('plan/part.txt', 'one')
    docs.server.remove('plan')

    const round = sync(docs, flags)
    round.state('plan', 'DirCreatedOnClient_DeletedOnServer')
    round.noConflicts()
    round.items(['plan', 'plan/part.txt'])
    docs.server.tree({ 'plan/part.txt': 'one' })
    docs.same()
  },
)

export const folderForFileOnBoth: Scenario = scenario({
  title: 'On both sides a file made room for a folder, hidden there: one folder comes of it, hidden here too',
  covers: ['SYNC-05', 'STATE-24', 'P2.4'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan': 'all in one' })
  docs.local.remove('plan')
  docs.local.mkdir('plan')
  docs.server.remove('plan')
  docs.server.mkdir('plan')
  docs.server.setAttributes('plan', { set: ['HIDDEN'] })

  sync(docs, 'out').items([])
  const round = sync(docs, 'in | out')
  round.state('plan', 'DirCreatedOnClient_DirChangedOnServer')
  round.noConflicts()
  docs.local.attributes('plan', ['HIDDEN'])
  docs.clean('plan')
  docs.same()
})

export const savedThenDeleted: readonly Scenario[] = scenarioTable(
  {
    title:
      'A file was replaced here and then deleted: where the server has the old one it goes, where somebody edited it it is a conflict',
    covers: ['SYNC-07', 'SYNC-33', 'STATE-50', 'STATE-51', 'P2.12'],
  },
  { 'untouched-there': undefined, 'edited-there': 'edited there' },
  ({ share, sync }, edit) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'report.doc': 'first draft' })
    docs.local.remove('report.doc')
    docs.local.write('report.doc', 'second draft')
    docs.local.remove('report.doc')
    if (edit !== undefined) docs.server.write('report.doc', edit)

    const round = sync(docs, 'in | out')
    if (edit === undefined) {
      round.state('report.doc', 'FileReplacedAndDeletedOnClient_FileOnServer')
      docs.server.missing('report.doc')
    } else {
      round.conflict('report.doc', 'FileReplacedAndDeletedOnClient_FileChangedOnServer')
      docs.server.holds('report.doc', edit)
    }
  },
)

export const givenUpTwice: readonly Scenario[] = scenarioTable(
  {
    title:
      'Something was given up here for a file, and the file too: the folder that was there before goes, one that nobody here has seen stays',
    covers: ['SYNC-07', 'SYNC-33', 'STATE-52', 'STATE-53', 'P2.8', 'P15.24'],
  },
  {
    'was-that-folder': { laid: null, seen: true },
    'was-a-file': { laid: 'first draft', seen: false },
  },
  ({ share, sync }, { laid, seen }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan': laid })
    docs.local.remove('plan')
    docs.local.write('plan', 'all in one')
    docs.local.remove('plan')
    if (!seen) docs.server.remove('plan')
    if (!seen) docs.server.mkdir('plan')

    const round = sync(docs, 'in | out')
    if (seen) {
      round.state('plan', 'FileReplacedAndDeletedOnClient_DirOnServer')
      docs.server.missing('plan')
    } else {
      round.conflict('plan', 'FileReplacedAndDeletedOnClient_DirChangedOnServer')
      docs.server.directory('plan')
    }
  },
)

export const nearestState: readonly Scenario[] = scenarioTable(
  {
    title:
      'What no state is documented for is taken for the nearest: a folder in place of a file that was deleted, and the like',
    covers: ['SYNC-02', 'P2.11'],
  },
  {
    'deleted-here-folder-there': {
      here: 'deleted',
      laid: 'first',
      state: 'DeletedOnClient_DirChangedOnServer',
    },
    'deleted-here-file-there': { here: 'deleted', laid: null, state: 'DeletedOnClient_FileChangedOnServer' },
    'cut-short-gone-there': { here: 'cut short', laid: null, state: 'DirDeletedOnServer' },
    'cut-short-file-there': { here: 'cut short', laid: null, state: 'DirOnClient_FileOnServer' },
  } as const,
  ({ share, sync }, { here, laid, state }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan': laid })
    if (here === 'deleted') docs.local.remove('plan')
    else docs.sparse('plan')
    docs.server.remove('plan')
    if (state === 'DeletedOnClient_DirChangedOnServer') docs.server.mkdir('plan')
    else if (state !== 'DirDeletedOnServer') docs.server.write('plan', 'made there')

    const round = sync(docs, 'in | out')
    round.state('plan', state)
    if (state === 'DirDeletedOnServer') docs.local.missing('plan')
    else round.conflict('plan', state)
  },
)
