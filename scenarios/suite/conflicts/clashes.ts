/** A file on one side, a folder of the same name on the other, and a call that settles it. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const fileAgainstFolder: readonly Scenario[] = scenarioTable(
  {
    title: 'A file became a folder on the server: the copy that wins takes the name on both sides',
    covers: ['SYNC-29', 'SYNC-30', 'SYNC-31', 'F16', 'STATE-1', 'P15.4'],
  },
  {
    'keep-remote': { policy: 'keep-remote', empty: false, wins: 'folder' },
    'keep-local': { policy: 'keep-local', empty: true, wins: 'file' },
    'keep-latest': { policy: 'keep-latest', empty: false, wins: 'folder' },
  } as const,
  ({ share, sync }, { policy, empty, wins }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan': 'first draft' })
    docs.server.remove('plan')
    docs.server.mkdir('plan')
    if (!empty) docs.server.write('plan/part.txt', 'one')
    const round = sync(docs, `in | out | pin-new | ${policy}`)
    round.result('plan', 0)
    round.noConflicts()
    if (wins === 'file') docs.server.holds('plan', 'first draft')
    else docs.local.holds('plan/part.txt', 'one')
    docs.same()
  },
)

export const unseenInFolder: Scenario = scenario({
  title:
    'KEEPLOCAL wants a file where the server has a folder with something unseen in it: 145, and all stays',
  covers: ['SYNC-29', 'STATE-13', 'P3.9', 'P15.47'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan': 'first draft' })
  docs.local.write('plan', 'second draft')
  docs.server.remove('plan')
  docs.server.mkdir('plan')
  docs.server.write('plan/part.txt', 'unseen')
  const round = sync(docs, 'in | out | keep-local')
  round.result('plan', 145)
  round.conflict('plan', 'FileChangedOnClient_DirOnServer')
  docs.server.holds('plan/part.txt', 'unseen')
  docs.local.holds('plan', 'second draft')
})

export const knownInFolder: Scenario = scenario({
  title:
    'A folder was deleted here and a file made in its place: KEEPLOCAL puts the file on the server, the known files go',
  covers: ['SYNC-29', 'STATE-10', 'P3.9', 'P15.66'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one', 'plan/old/a.txt': 'a' })
  docs.local.remove('plan')
  docs.local.write('plan', 'all in one')
  sync(docs, 'in | out').conflict('plan', 'FileCreatedOnClient_DirOnServer')
  const round = sync(docs, 'in | out | keep-local')
  round.result('plan', 0)
  docs.server.holds('plan', 'all in one')
  docs.same()
  docs.clean('plan')
})

export const folderAgainstFile: readonly Scenario[] = scenarioTable(
  {
    title: 'A folder became a file on the server: the copy that wins takes the name on both sides',
    covers: ['SYNC-29', 'SYNC-30', 'SYNC-31', 'STATE-3', 'P15.43'],
  },
  {
    'keep-remote': { policy: 'keep-remote', wins: 'file' },
    'keep-local': { policy: 'keep-local', wins: 'folder' },
    'keep-latest': { policy: 'keep-latest', wins: 'file' },
  } as const,
  ({ share, sync }, { policy, wins }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one', 'plan/old/a.txt': 'a' })
    docs.server.remove('plan')
    docs.server.write('plan', 'all in one')
    const round = sync(docs, `in | out | ${policy}`)
    round.result('plan', 0)
    round.noConflicts()
    if (wins === 'file') docs.local.holds('plan', 'all in one')
    else docs.server.tree('plan', { 'part.txt': 'one', old: { 'a.txt': 'a' } })
    docs.same()
  },
)

export const newWorkInFolder: Scenario = scenario({
  title:
    'KEEPREMOTE wants a file where a folder with new work is: 145, the work stays and the conflict is recorded',
  covers: ['SYNC-30', 'STATE-3', 'P15.43', 'P15.47'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one' })
  docs.local.write('plan/new.txt', 'made here')
  docs.server.remove('plan')
  docs.server.write('plan', 'all in one')
  const round = sync(docs, 'in | out | keep-remote')
  round.result('plan', 145)
  round.conflict('plan', 'DirOnClient_FileOnServer')
  docs.local.holds('plan/new.txt', 'made here')
  docs.local.holds('plan/part.txt', 'one')
  docs.server.holds('plan', 'all in one')
})

export const editsInFolder: Scenario = scenario({
  title:
    'KEEPREMOTE puts a file in a folder’s place: edits in the folder are conflicts too, and are discarded by the same policy',
  covers: ['SYNC-30', 'P3.10'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one' })
  docs.local.write('plan/part.txt', 'edited here')
  docs.server.remove('plan')
  docs.server.write('plan', 'all in one')
  sync(docs, 'in | out | keep-remote').result('plan', 0)
  docs.local.holds('plan', 'all in one')
  docs.same()
})

export const noNewNames: Scenario = scenario({
  title:
    'NONEWFILESOUT: a folder does not take the place of a file on the server, the conflict stays recorded',
  covers: ['SYNC-29', 'STATE-3', 'P15.44'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one' })
  docs.server.remove('plan')
  docs.server.write('plan', 'all in one')
  const round = sync(docs, 'in | out | keep-local | no-new-out')
  round.conflict('plan', 'DirOnClient_FileOnServer')
  docs.server.holds('plan', 'all in one')
  docs.local.holds('plan/part.txt', 'one')
})

export const droppedHalfway: readonly Scenario[] = scenarioTable(
  {
    title:
      'The engine is dropped right after the losing copy is gone: the other one survives and takes the place next time',
    covers: ['SYNC-29', 'SYNC-30', 'P15.66'],
  },
  {
    'folder-on-server': { flags: 'in | out | keep-local', side: 'server', nth: 1 },
    'file-here': { flags: 'in | out | keep-remote', side: 'local', nth: 2 },
  } as const,
  ({ share, sync }, { flags, side, nth }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one' })
    docs.server.remove('plan')
    docs.server.write('plan', 'all in one')
    sync(docs, flags, { crash: { when: 'after', request: 'remove', side, path: 'plan', nth } }).crashed()
    sync(docs, 'in | out').noConflicts()
    if (side === 'local') docs.local.holds('plan', 'all in one')
    else docs.server.holds('plan/part.txt', 'one')
    docs.same()
  },
)
