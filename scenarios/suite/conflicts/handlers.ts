/** Who settles a conflict: the caller's handler, the policy of the call, the machine's policy setting, in this order; and each answer of a handler. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const answered: readonly Scenario[] = scenarioTable(
  {
    title: 'The handler answers, and the conflict of two edits ends as it says',
    covers: ['SYNC-33', 'STATE-12', 'P3.7'],
  },
  {
    'keep-local': { answer: 'keep-local', server: 'here', local: 'here', isRecorded: false },
    'keep-remote': { answer: 'keep-remote', server: 'there', local: 'there', isRecorded: false },
    'keep-latest': { answer: 'keep-latest', server: 'there', local: 'there', isRecorded: false },
    'log': { answer: 'log', server: 'there', local: 'here', isRecorded: true },
    'none': { answer: 'none', server: 'there', local: 'here', isRecorded: true },
    'skip': { answer: 'skip', server: 'there', local: 'here', isRecorded: false },
  } as const,
  ({ share, sync }, { answer, server, local, isRecorded }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'here')
    docs.server.write('plan.txt', 'there')
    const round = sync(docs, 'in | out', { handler: [{ answer }] })
    round.items(['plan.txt'])
    round.result('plan.txt', 0)
    if (isRecorded) round.conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
    else round.noConflicts()
    docs.server.holds('plan.txt', server)
    docs.local.holds('plan.txt', local)
  },
)

export const cancels: Scenario = scenario({
  title:
    'The handler cancels: the item ends with 1223, nothing after it is done, what came before stays done',
  covers: ['SYNC-43', 'P3.13', 'P15.75', 'P15.48'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first', 'c.txt': 'first' })
  for (const name of ['a.txt', 'b.txt', 'c.txt']) docs.local.write(name, 'here')
  docs.server.write('b.txt', 'there')
  const round = sync(docs, 'in | out', { handler: [{ answer: 'abort' }] })
  round.returns(1223)
  round.noConflicts()
  round.progress([
    '0:0:The operation completed successfully.:',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\a.txt',
    '3:0:The operation completed successfully.:\\\\hq\\docs\\a.txt',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\b.txt',
    '3:2147943623:The operation was canceled by the user.:\\\\hq\\docs\\b.txt',
    '1:2147943623:The operation was canceled by the user.:',
  ])
  docs.server.tree({ 'a.txt': 'here', 'b.txt': 'there', 'c.txt': 'first' })
})

export const beforePolicy: Scenario = scenario({
  title: 'With a handler the policy of the call is ignored, even where the handler has no answer',
  covers: ['SYNC-33', 'P15.21', 'D1.3', 'P3.11'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  for (const name of ['plan.txt', 'list.txt']) {
    docs.local.write(name, 'here')
    docs.server.write(name, 'there')
  }
  const round = sync(docs, 'in | out | keep-local', {
    handler: [{ path: 'plan.txt', answer: 'keep-remote' }],
  })
  round.conflict('list.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.local.holds('plan.txt', 'there')
  docs.local.holds('list.txt', 'here')
})

export const retriedAnswer: Scenario = scenario({
  title: 'Retry repeats the item, and the handler is asked again',
  covers: ['SYNC-38', 'P15.19', 'P15.32'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'here')
  docs.server.write('plan.txt', 'there')
  const round = sync(docs, 'in | out', {
    handler: [{ nth: 1, answer: 'skip' }, { nth: 2, answer: 'keep-local' }],
    progress: [{ to: 'item-result', nth: 1, answer: 'retry' }],
  })
  round.items(['plan.txt', 'plan.txt'])
  round.noConflicts()
  docs.server.holds('plan.txt', 'here')
})

export const skipKeepsRecord: Scenario = scenario({
  title:
    'A recorded conflict that the handler skips stays recorded as it is; resolving it later removes the record',
  covers: ['SYNC-33', 'P15.49', 'P3.15'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'here')
  docs.server.write('plan.txt', 'there')
  sync(docs, 'in | out').conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  sync(docs, 'in | out', { handler: [{ answer: 'skip' }] }).noConflicts()
  docs.dirty('plan.txt')
  docs.connection('plan.txt', 'need to sync')
  sync(docs, 'in | out', { handler: [{ answer: 'keep-local' }] }).noConflicts()
  docs.connection('plan.txt', 'working offline')
  docs.same()
})

export const deletions: readonly Scenario[] = scenarioTable(
  {
    title: 'A file was deleted on one side and edited on the other: the handler says which of the two counts',
    covers: ['SYNC-33', 'STATE-36', 'STATE-15'],
  },
  {
    'deletion-here': { deleted: 'local', answer: 'keep-local', left: undefined },
    'edit-there': { deleted: 'local', answer: 'keep-remote', left: 'there' },
    'edit-here': { deleted: 'server', answer: 'keep-local', left: 'here' },
    'deletion-there': { deleted: 'server', answer: 'keep-remote', left: undefined },
  } as const,
  ({ share, sync }, { deleted, answer, left }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs[deleted].remove('plan.txt')
    if (deleted === 'local') docs.server.write('plan.txt', 'there')
    else docs.local.write('plan.txt', 'here')
    const round = sync(docs, 'in | out', { handler: [{ answer }] })
    round.items(['plan.txt'])
    if (left === undefined) docs.server.missing('plan.txt')
    else docs.server.holds('plan.txt', left)
    docs.same()
  },
)

export const chosenDeletionLast: readonly Scenario[] = scenarioTable(
  {
    title: 'The handler chooses a deletion: it is carried out after everything else, like any deletion',
    covers: ['SYNC-33', 'STATE-36', 'STATE-15', 'P15.20'],
  },
  {
    'here': { deleted: 'local', answer: 'keep-local' },
    'there': { deleted: 'server', answer: 'keep-remote' },
  } as const,
  ({ share, sync }, { deleted, answer }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'a', 'b.txt': 'b' })
    docs[deleted].remove('a.txt')
    docs[deleted === 'local' ? 'server' : 'local'].write('a.txt', 'edited')
    docs.local.write('b.txt', 'edited here')
    sync(docs, 'in | out', { handler: [{ answer }] }).items(['b.txt', 'a.txt'])
    docs.server.tree({ 'b.txt': 'edited here' })
    docs.same()
  },
)

export const insideDeleted: readonly Scenario[] = scenarioTable(
  {
    title:
      'A folder was deleted here, a file in it edited there: what the handler says of the file decides about the folder',
    covers: ['SYNC-33', 'STATE-36', 'P2.9', 'P15.41'],
  },
  {
    'keep-local': { answer: 'keep-local', there: false },
    'keep-remote': { answer: 'keep-remote', there: true },
    'log': { answer: 'log', there: true },
  } as const,
  ({ share, sync }, { answer, there }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/old/a.txt': 'a', 'art/b.txt': 'b' })
    docs.local.remove('art')
    docs.server.write('art/old/a.txt', 'edited there')
    sync(docs, 'in | out', { handler: [{ path: 'art/old/a.txt', answer }] }).returns(0)
    if (there) docs.server.holds('art/old/a.txt', 'edited there')
    else docs.server.missing('art')
    if (answer === 'keep-remote') docs.local.holds('art/old/a.txt', 'edited there')
    else docs.local.missing('art')
    if (answer === 'keep-remote') docs.server.missing('art/b.txt')
  },
)

export const insideGone: readonly Scenario[] = scenarioTable(
  {
    title:
      'A folder was deleted there, a file in it edited here: what the handler says of the file decides about the folder',
    covers: ['SYNC-33', 'STATE-15', 'P2.10'],
  },
  { 'keep-local': 'keep-local', 'keep-remote': 'keep-remote' } as const,
  ({ share, sync }, answer) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/old/a.txt': 'a', 'art/b.txt': 'b' })
    docs.local.write('art/old/a.txt', 'edited here')
    docs.server.remove('art')
    sync(docs, 'in | out', { handler: [{ answer }] }).noConflicts()
    if (answer === 'keep-local') docs.server.tree({ art: { old: { 'a.txt': 'edited here' } } })
    else docs.server.missing('art')
    docs.same()
  },
)

export const settings: readonly Scenario[] = scenarioTable(
  {
    title: 'The machine has a policy for some places: the nearest one counts, after handler and call',
    covers: ['SYNC-33', 'SYNC-29', 'F29', 'P15.50', 'P15.21'],
  },
  {
    'nearest': { flags: 'in | out', handler: false, art: 'here', plan: 'there' },
    'call-first': { flags: 'in | out | keep-remote', handler: false, art: 'there', plan: 'there' },
    'handler-declines': { flags: 'in | out', handler: true, art: 'here', plan: 'there' },
  } as const,
  ({ share, sync, policy }, { flags, handler, art, plan }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first', 'art/logo.txt': 'first' })
    policy({ conflicts: { '//hq/docs': 'keep-remote', '//hq/docs/art': 'keep-local' } })
    for (const name of ['plan.txt', 'art/logo.txt']) {
      docs.server.write(name, 'there')
      docs.local.write(name, 'here')
    }
    const round = sync(docs, flags, handler ? { handler: [{ answer: 'none' }] } : {})
    round.noConflicts()
    docs.server.holds('art/logo.txt', art)
    docs.server.holds('plan.txt', plan)
    docs.same()
  },
)

export const settingIsNoPath: Scenario = scenario({
  title: 'A place in the policy of the machine is no UNC path: every call returns 87 and reports nothing',
  covers: ['SYNC-34', 'F91', 'P15.53', 'P15.75'],
}, ({ share, sync, policy }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'second draft')
  policy({ conflicts: { 'D:\\data': 'keep-local' } })
  const round = sync(docs, 'in | out')
  round.returns(87)
  round.progress([])
  docs.dirty('plan.txt')
  policy({ conflicts: {} })
  sync(docs, 'in | out').returns(0)
  docs.server.holds('plan.txt', 'second draft')
})
