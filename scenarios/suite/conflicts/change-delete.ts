/** One copy was changed, the other deleted; or both were made anew, or one became a folder. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const editedHereDeletedThere: readonly Scenario[] = scenarioTable(
  {
    title:
      'Edited here, deleted there: open without a policy; KEEPLOCAL and KEEPLATEST put the edit back, even if the deletion was later; KEEPREMOTE drops it',
    covers: ['SYNC-29', 'SYNC-30', 'SYNC-31', 'SYNC-33', 'STATE-15', 'F5', 'F6'],
  },
  {
    'no-policy': { flags: 'in | out', server: undefined, local: 'edited' },
    'keep-local': { flags: 'in | out | keep-local', server: 'edited', local: 'edited' },
    'keep-remote': { flags: 'in | out | keep-remote', server: undefined, local: undefined },
    'keep-latest': { flags: 'in | out | keep-latest', server: 'edited', local: 'edited' },
  },
  ({ share, sync }, { flags, server, local }, row) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'edited')
    docs.server.remove('plan.txt')

    const round = sync(docs, flags)
    round.state('plan.txt', 'FileChangedOnClient_DeletedOnServer')
    if (row === 'no-policy') round.conflict('plan.txt', 'FileChangedOnClient_DeletedOnServer')
    else round.noConflicts()
    if (server === undefined) docs.server.missing('plan.txt')
    else docs.server.holds('plan.txt', server)
    if (local === undefined) docs.local.missing('plan.txt')
    else docs.local.holds('plan.txt', local)
  },
)

export const deletedHereEditedThere: readonly Scenario[] = scenarioTable(
  {
    title:
      'Deleted here, edited there: open without a policy; KEEPLOCAL deletes, KEEPREMOTE restores, KEEPLATEST lets the later one count',
    covers: ['SYNC-29', 'SYNC-30', 'SYNC-31', 'SYNC-33', 'STATE-36', 'F9', 'F10'],
  },
  {
    'no-policy': { flags: 'in | out', first: 'local', server: true, local: false },
    'keep-local': { flags: 'in | out | keep-local', first: 'local', server: false, local: false },
    'keep-remote': { flags: 'in | out | keep-remote', first: 'server', server: true, local: true },
    'keep-latest-edit': { flags: 'in | out | keep-latest', first: 'local', server: true, local: true },
    'keep-latest-deletion': { flags: 'in | out | keep-latest', first: 'server', server: false, local: false },
  } as const,
  ({ share, sync }, { flags, first, server, local }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    if (first === 'server') docs.server.write('plan.txt', 'edited')
    docs.local.remove('plan.txt')
    if (first === 'local') docs.server.write('plan.txt', 'edited')

    sync(docs, flags).state('plan.txt', 'DeletedOnClient_FileChangedOnServer')
    if (server) docs.server.holds('plan.txt', 'edited')
    else docs.server.missing('plan.txt')
    if (local) docs.local.holds('plan.txt', 'edited')
    else docs.local.missing('plan.txt')
  },
)

export const createdOnBoth: readonly Scenario[] = scenarioTable(
  {
    title: 'Made on both sides under one name: a conflict, even where both hold the same',
    covers: ['SYNC-33', 'STATE-9', 'F13', 'F14', 'P2.22', 'D1.2', 'D1.4'],
  },
  { 'different': 'office', 'identical': 'train' },
  ({ share, sync }, office) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('new.txt', 'train')
    docs.server.write('new.txt', office)

    sync(docs, 'in | out').conflict('new.txt', 'FileCreatedOnClient_FileOnServer')
    docs.local.holds('new.txt', 'train')
    docs.server.holds('new.txt', office)
    sync(docs, 'in | out | keep-local').noConflicts()
    docs.server.holds('new.txt', 'train')
  },
)

export const fileBecameFolder: Scenario = scenario({
  title: 'A file that became a folder on the server is a conflict, though the local copy is clean',
  covers: ['SYNC-33', 'STATE-1', 'F16', 'P15.5'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan': 'first draft' })
  docs.server.remove('plan')
  docs.server.mkdir('plan')
  docs.server.write('plan/page1.txt', 'one')

  const round = sync(docs, 'in | out')
  round.conflict('plan', 'FileOnClient_DirOnServer')
  round.items(['plan'])
  docs.local.holds('plan', 'first draft')
  docs.server.holds('plan/page1.txt', 'one')
})
