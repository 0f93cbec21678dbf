/** Both copies of a file were changed. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const bothEdited: Scenario = scenario({
  title: 'Edited on both sides without a policy: the conflict stays open, neither copy is touched',
  covers: ['SYNC-33', 'STATE-12', 'F3', 'D1.2', 'D1.4'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', 'edited at the office')
  docs.local.write('plan.txt', 'edited on the train')

  const round = sync(docs, 'in | out')
  round.returns(0)
  round.conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.server.holds('plan.txt', 'edited at the office')
  docs.local.holds('plan.txt', 'edited on the train')
})

export const policies: readonly Scenario[] = scenarioTable(
  {
    title:
      'A policy settles the conflict: KEEPLOCAL for the local copy, KEEPREMOTE for the server’s, KEEPLATEST for the one changed last',
    covers: ['SYNC-29', 'SYNC-30', 'SYNC-31', 'STATE-12'],
  },
  {
    'keep-local': { flags: 'in | out | keep-local', first: 'local', winner: 'train' },
    'keep-remote': { flags: 'in | out | keep-remote', first: 'server', winner: 'office' },
    'keep-latest-local': { flags: 'in | out | keep-latest', first: 'server', winner: 'train' },
    'keep-latest-server': { flags: 'in | out | keep-latest', first: 'local', winner: 'office' },
  } as const,
  ({ share, sync }, { flags, first, winner }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    if (first === 'server') docs.server.write('plan.txt', 'office')
    docs.local.write('plan.txt', 'train')
    if (first === 'local') docs.server.write('plan.txt', 'office')

    const round = sync(docs, flags)
    round.returns(0)
    round.noConflicts()
    docs.server.holds('plan.txt', winner)
    docs.local.holds('plan.txt', winner)
    docs.clean('plan.txt')
  },
)

export const localAndRemoteIsLatest: Scenario = scenario({
  title: 'The policies are values: KEEPLOCAL and KEEPREMOTE together read as KEEPLATEST',
  covers: ['SYNC-32', 'D1.1'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'older-here.txt': 'first', 'older-there.txt': 'first' })
  docs.local.write('older-here.txt', 'here')
  docs.server.write('older-here.txt', 'there')
  docs.server.write('older-there.txt', 'there')
  docs.local.write('older-there.txt', 'here')

  sync(docs, 'in | out | keep-local | keep-remote')
  docs.server.tree({ 'older-here.txt': 'there', 'older-there.txt': 'here' })
  docs.same()
})

export const sameMoment: Scenario = scenario({
  title: 'KEEPLATEST between two edits of the same moment: the server wins',
  covers: ['SYNC-31', 'P3.7'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'here', { clock: 'still' })
  docs.server.write('plan.txt', 'there', { clock: 'still' })

  sync(docs, 'in | out | keep-latest')
  docs.local.holds('plan.txt', 'there')
  docs.server.holds('plan.txt', 'there')
})

export const settledLater: Scenario = scenario({
  title: 'A recorded conflict is updated by later runs, never doubled, and removed once a policy settles it',
  covers: ['SYNC-33', 'F4', 'F99', 'P3.14', 'P3.15'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', 'office')
  docs.local.write('plan.txt', 'train')
  sync(docs, 'in | out').conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  sync(docs, 'in | out').conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.dirty('plan.txt')

  const settling = sync(docs, 'in | out | keep-local')
  settling.returns(0)
  settling.noConflicts()
  docs.server.holds('plan.txt', 'train')
  sync(docs, 'in | out').items([])
})

export const oneWay: readonly Scenario[] = scenarioTable(
  {
    title:
      'In one direction only the policy that writes that side settles the conflict; otherwise it is recorded',
    covers: ['SYNC-08', 'P1.23', 'P1.24'],
  },
  {
    'out-keep-remote': { flags: 'out | keep-remote', local: 'train', server: 'office' },
    'in-keep-local': { flags: 'in | keep-local', local: 'train', server: 'office' },
    'in-no-policy': { flags: 'in', local: 'train', server: 'office' },
    'out-keep-local': { flags: 'out | keep-local', local: 'train', server: 'train' },
    'in-keep-remote': { flags: 'in | keep-remote', local: 'office', server: 'office' },
  },
  ({ share, sync }, { flags, local, server }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.server.write('plan.txt', 'office')
    docs.local.write('plan.txt', 'train')
    const round = sync(docs, flags)
    if (local === server) round.noConflicts()
    else round.conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
    docs.local.holds('plan.txt', local)
    docs.server.holds('plan.txt', server)
  },
)
