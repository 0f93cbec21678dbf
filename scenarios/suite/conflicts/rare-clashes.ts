/** File against folder where attributes or an earlier deletion play a part. Hiding an item is the plainest way to change it. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const newFolderNewFile: Scenario = scenario({
  title:
    'One makes a folder here, another a file of that name there: a conflict, and what is in the folder waits',
  covers: ['SYNC-33', 'STATE-22', 'P15.5'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  docs.local.mkdir('plan')
  docs.local.write('plan/part.txt', 'one')
  docs.server.write('plan', 'all in one')

  const round = sync(docs, 'in | out')
  round.conflict('plan', 'DirCreatedOnClient_FileOnServer')
  round.items(['plan'])
  docs.local.holds('plan/part.txt', 'one')
  docs.server.holds('plan', 'all in one')
})

export const hiddenFileForFolder: Scenario = scenario({
  title: 'A folder became a hidden file there: a conflict as with any file, though nothing was touched here',
  covers: ['SYNC-30', 'SYNC-33', 'STATE-4', 'P2.16'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one' })
  docs.server.remove('plan')
  docs.server.write('plan', 'all in one')
  docs.server.setAttributes('plan', { set: ['HIDDEN'] })

  sync(docs, 'in | out').conflict('plan', 'DirOnClient_FileChangedOnServer')
  docs.local.holds('plan/part.txt', 'one')
  sync(docs, 'in | out | keep-remote').result('plan', 0)
  docs.local.holds('plan', 'all in one')
  docs.local.attributes('plan', ['HIDDEN', 'ARCHIVE'])
})

export const changedFolderAgainstFile: readonly Scenario[] = scenarioTable(
  {
    title:
      'A folder was hidden here and made a file there, plain or with an attribute: a conflict either way',
    covers: ['SYNC-33', 'STATE-26', 'STATE-27', 'P2.16'],
  },
  {
    'plain-file': { set: [], state: 'DirChangedOnClient_FileOnServer' },
    'system-file': { set: ['SYSTEM'], state: 'DirChangedOnClient_FileChangedOnServer' },
  } as const,
  ({ share, sync }, { set, state }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one' })
    docs.local.setAttributes('plan', { set: ['HIDDEN'] })
    docs.server.remove('plan')
    docs.server.write('plan', 'all in one')
    if (set.length > 0) docs.server.setAttributes('plan', { set })

    sync(docs, 'in | out').conflict('plan', state)
    docs.local.attributes('plan', ['HIDDEN'])
    docs.server.holds('plan', 'all in one')
  },
)

export const editAgainstHiddenFolder: Scenario = scenario({
  title: 'A file was edited here and made a hidden folder there: the edit stays here and the folder there',
  covers: ['SYNC-33', 'STATE-14'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan': 'first draft' })
  docs.local.write('plan', 'second draft')
  docs.server.remove('plan')
  docs.server.mkdir('plan')
  docs.server.setAttributes('plan', { set: ['HIDDEN'] })

  sync(docs, 'in | out').conflict('plan', 'FileChangedOnClient_DirChangedOnServer')
  docs.local.holds('plan', 'second draft')
  docs.server.directory('plan')
})

export const fileForFolder: readonly Scenario[] = scenarioTable(
  {
    title:
      'A folder was given up here for a file of its name: whatever became of the folder there, it is a conflict',
    covers: ['SYNC-33', 'STATE-7', 'STATE-8', 'STATE-11', 'P2.2'],
  },
  {
    'hidden-there': { there: 'hidden', state: 'FileCreatedOnClient_DirChangedOnServer' },
    'system-file-there': { there: 'file', state: 'FileCreatedOnClient_FileChangedOnServer' },
    'deleted-there': { there: 'nothing', state: 'FileCreatedOnClient_DeletedOnServer' },
  } as const,
  ({ share, sync }, { there, state }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan': null })
    docs.local.remove('plan')
    docs.local.write('plan', 'all in one')
    if (there !== 'hidden') docs.server.remove('plan')
    if (there === 'file') docs.server.write('plan', 'another')
    if (there === 'file') docs.server.setAttributes('plan', { set: ['SYSTEM'] })
    if (there === 'hidden') docs.server.setAttributes('plan', { set: ['HIDDEN'] })

    sync(docs, 'in | out').conflict('plan', state)
    docs.local.holds('plan', 'all in one')
    if (there === 'nothing') docs.server.missing('plan')
    else if (there === 'file') docs.server.holds('plan', 'another')
    else docs.server.directory('plan')
  },
)

export const fileForDeletedFolder: readonly Scenario[] = scenarioTable(
  {
    title:
      'A folder was given up here for a file, and deleted there: settled like an edit of something that was deleted',
    covers: ['SYNC-29', 'SYNC-30', 'SYNC-31', 'STATE-11', 'P2.2'],
  },
  {
    'keep-local': 'all in one',
    'keep-remote': undefined,
    'keep-latest': 'all in one',
  },
  ({ share, sync }, content, policy) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan': null })
    docs.local.remove('plan')
    docs.local.write('plan', 'all in one')
    docs.server.remove('plan')

    const round = sync(docs, `in | out | ${policy}`)
    round.noConflicts()
    if (content === undefined) docs.server.missing('plan')
    else docs.server.holds('plan', content)
    docs.same()
  },
)

export const sameAtTheSameMoment: readonly Scenario[] = scenarioTable(
  {
    title:
      'Two people edit a file at the same moment to the same length: both copies look alike, and it is a conflict all the same',
    covers: ['SYNC-33', 'STATE-12', 'P2.21'],
  },
  { 'same-words': 'second draft', 'other-words': 'another text' },
  ({ share, sync }, there) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'second draft', { clock: 'still' })
    docs.server.write('plan.txt', there, { clock: 'still' })

    sync(docs, 'in | out').conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
    docs.dirty('plan.txt')
    docs.server.holds('plan.txt', there)
  },
)
