/** A conflict that nobody settles: recorded or left alone, it is no error, and what becomes of the item. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const handlerDeclines: Scenario = scenario({
  title:
    'The handler has no answer, and there is no other: the conflict is recorded, as if there were no handler',
  covers: ['SYNC-33', 'P3.11'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'old.txt': 'old' })
  docs.local.write('plan.txt', 'here')
  docs.server.write('plan.txt', 'there')
  docs.local.write('old.txt', 'here')
  docs.server.remove('old.txt')

  const round = sync(docs, 'in | out', { handler: [{ answer: 'none' }] })
  round.conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  round.conflict('old.txt', 'FileChangedOnClient_DeletedOnServer')
  docs.local.tree({ 'plan.txt': 'here', 'old.txt': 'here' })
  docs.server.tree({ 'plan.txt': 'there' })
})

export const noError: readonly Scenario[] = scenarioTable(
  {
    title: 'An open conflict is no error, recorded or skipped: its item ends with 0, and its edit waits on',
    covers: ['SYNC-33', 'SYNC-39', 'P3.12'],
  },
  { 'recorded': 'log', 'skipped': 'skip' } as const,
  ({ share, sync }, answer) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'here')
    docs.server.write('plan.txt', 'there')

    const round = sync(docs.at('plan.txt'), 'in | out', { handler: [{ answer }] })
    round.returns(0)
    round.result(docs.at('plan.txt'), 0)
    docs.shows('plan.txt', { dirty: true, modifiedData: true })
    docs.local.holds('plan.txt', 'here')
    sync(docs.at('plan.txt'), 'in | out | keep-local').result(docs.at('plan.txt'), 0)
    docs.server.holds('plan.txt', 'here')
  },
)

export const skippedIsUsable: readonly Scenario[] = scenarioTable(
  {
    title:
      'A clean folder became a file there: recorded, the conflict keeps the folder in use; skipped, the server’s file is used online and the folder offline',
    covers: ['SYNC-33', 'STATE-3', 'P3.16'],
  },
  { 'recorded': 'log', 'skipped': 'skip' } as const,
  ({ share, sync }, answer) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
    docs.server.remove('art')
    docs.server.write('art', 'a file now')
    sync(docs, 'in | out', { handler: [{ answer }] }).items(['art'])

    docs.goOnline()
    docs.connection('art', answer === 'log' ? 'need to sync' : 'online')
    if (answer === 'log') docs.local.reads('art/logo.txt', 'csclab')
    else docs.local.reads('art', 'a file now')
    docs.goOffline()
    docs.local.reads('art/logo.txt', 'csclab')
  },
)
