/** Both versions of a conflict are kept, one of them under a new name. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const bothKept: Scenario = scenario({
  title:
    "A handler keeps both: the local version moves to the new name on both sides, the old name is the server's",
  covers: ['SYNC-33', 'STATE-12', 'P3.1', 'P15.31', 'P6.13'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'on the train')
  docs.server.write('plan.txt', 'at the office')
  const round = sync(docs, 'in | out', {
    handler: [{ path: 'plan.txt', answer: 'keep-all', newName: 'plan of the train.txt' }],
  })
  round.items(['plan.txt'])
  round.result('plan.txt', 0)
  round.noConflicts()
  docs.server.tree({ 'plan.txt': 'at the office', 'plan of the train.txt': 'on the train' })
  docs.same()
  docs.clean('plan of the train.txt')
  docs.pinned('plan of the train.txt', ['user'])
})

export const badNames: readonly Scenario[] = scenarioTable(
  {
    title: 'The handler names the copy badly: the item fails, both versions stay, the conflict is recorded',
    covers: ['SYNC-33', 'SYNC-39', 'P3.4', 'P15.51'],
  },
  {
    'missing': { newName: undefined, code: 87 },
    'illegal': { newName: 'plan?.txt', code: 123 },
    'separator': { newName: 'old\\plan.txt', code: 123 },
    'too-long': { newName: `${'a'.repeat(252)}.txt`, code: 206 },
    'taken-here': { newName: 'mine.txt', code: 183 },
    'taken-there': { newName: 'theirs.txt', code: 183 },
    'deleted-here': { newName: 'gone.txt', code: 183 },
  } as const,
  ({ share, sync }, { newName, code }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'gone.txt': 'old' })
    docs.local.write('mine.txt', 'mine')
    docs.server.write('theirs.txt', 'theirs')
    docs.local.remove('gone.txt')
    docs.local.write('plan.txt', 'on the train')
    docs.server.write('plan.txt', 'at the office')
    const named = newName === undefined ? {} : { newName }
    const round = sync(docs.at('plan.txt'), 'in | out', { handler: [{ answer: 'keep-all', ...named }] })
    round.returns(code)
    round.conflict(docs.at('plan.txt'), 'FileChangedOnClient_ChangedOnServer')
    docs.local.holds('plan.txt', 'on the train')
    docs.server.holds('plan.txt', 'at the office')
  },
)

export const ownNames: readonly Scenario[] = scenarioTable(
  {
    title:
      'The policy of the machine keeps both: the copy is named after the user and numbered, before the extension; a taken number is skipped',
    covers: ['SYNC-33', 'F65', 'F64', 'F92', 'P3.2', 'P3.3', 'P15.51'],
  },
  {
    'extension': { name: 'plan.txt', copy: 'plan (alice v1).txt', taken: undefined },
    'two-dots': { name: 'a.tar.gz', copy: 'a.tar (alice v1).gz', taken: undefined },
    'no-extension': { name: 'README', copy: 'README (alice v1)', taken: undefined },
    'only-a-dot': { name: '.profile', copy: '.profile (alice v1)', taken: undefined },
    'taken-there': { name: 'plan.txt', copy: 'plan (alice v2).txt', taken: 'plan (Alice v1).txt' },
  } as const,
  ({ share, sync, policy }, row) => {
    const docs = share('//hq/docs', { pin: 'user' }, { [row.name]: 'first draft' })
    if (row.taken !== undefined) docs.server.write(row.taken, 'somebody else')
    policy({ conflicts: { '//hq/docs': 'keep-all' } })
    docs.local.write(row.name, 'on the train')
    docs.server.write(row.name, 'at the office')
    sync(docs, 'in | out').result(row.name, 0)
    docs.server.holds(row.copy, 'on the train')
    docs.local.holds(row.copy, 'on the train')
    docs.local.holds(row.name, 'at the office')
  },
)

export const tooLongToKeep: Scenario = scenario({
  title: 'The name of the copy would be too long: 206, and the conflict stays',
  covers: ['SYNC-33', 'F66', 'P3.4'],
}, ({ share, sync, policy }) => {
  const name = `${'a'.repeat(248)}.txt`
  const docs = share('//hq/docs', { pin: 'user' }, { [name]: 'first draft' })
  policy({ conflicts: { '//hq/docs': 'keep-all' } })
  docs.local.write(name, 'here')
  docs.server.write(name, 'there')
  const round = sync(docs, 'in | out')
  round.result(name, 206)
  round.conflict(name, 'FileChangedOnClient_ChangedOnServer')
})

export const folderKept: Scenario = scenario({
  title: 'A folder here, a file of the same name there: the whole folder moves to the new name',
  covers: ['SYNC-33', 'STATE-3', 'P3.6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one', 'plan/old/a.txt': 'a' })
  docs.local.write('plan/new.txt', 'made here')
  docs.server.remove('plan')
  docs.server.write('plan', 'all in one')
  const round = sync(docs, 'in | out', { handler: [{ answer: 'keep-all', newName: 'plan (folder)' }] })
  round.items(['plan'])
  docs.server.tree('plan (folder)', { 'part.txt': 'one', 'new.txt': 'made here', old: { 'a.txt': 'a' } })
  docs.local.holds('plan', 'all in one')
  docs.same()
})

export const fileKept: Scenario = scenario({
  title:
    'A file here, a folder of the same name there: the file moves to the new name, the folder takes the old one',
  covers: ['SYNC-33', 'STATE-1', 'P3.6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan': 'first draft' })
  docs.server.remove('plan')
  docs.server.mkdir('plan')
  docs.server.write('plan/part.txt', 'one')
  sync(docs, 'in | out | pin-new', { handler: [{ answer: 'keep-all', newName: 'plan (file)' }] }).result(
    'plan',
    0,
  )
  docs.server.holds('plan (file)', 'first draft')
  docs.local.holds('plan/part.txt', 'one')
  docs.same()
})

export const notTwoToKeep: readonly Scenario[] = scenarioTable(
  {
    title:
      'The handler keeps both where there are not two versions, or the call writes one side only: the conflict is recorded',
    covers: ['SYNC-33', 'P3.5', 'P1.23'],
  },
  {
    'deleted-there': { flags: 'in | out', deletes: true, state: 'FileChangedOnClient_DeletedOnServer' },
    'out-only': { flags: 'out', deletes: false, state: 'FileChangedOnClient_ChangedOnServer' },
  } as const,
  ({ share, sync }, { flags, deletes, state }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'here')
    if (deletes) docs.server.remove('plan.txt')
    else docs.server.write('plan.txt', 'there')
    const round = sync(docs, flags, { handler: [{ answer: 'keep-all', newName: 'copy.txt' }] })
    round.conflict('plan.txt', state)
    docs.local.holds('plan.txt', 'here')
    docs.local.missing('copy.txt')
  },
)

export const copyHeldBack: Scenario = scenario({
  title: 'NONEWFILESOUT: the copy stays here as a file made offline, and goes out when new names may',
  covers: ['SYNC-33', 'P15.8'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'here')
  docs.server.write('plan.txt', 'there')
  sync(docs, 'in | out | no-new-out', { handler: [{ answer: 'keep-all', newName: 'copy.txt' }] })
    .result('plan.txt', 0)
  docs.local.tree({ 'plan.txt': 'there', 'copy.txt': 'here' })
  docs.server.missing('copy.txt')
  docs.dirty('copy.txt')
  sync(docs, 'in | out').items(['copy.txt'])
  docs.same()
})

export const keptAcrossCrash: readonly Scenario[] = scenarioTable(
  {
    title:
      'The engine is dropped while it keeps both: neither version is lost, and the next call completes it',
    covers: ['SYNC-33', 'P3.1', 'P15.66'],
  },
  { 'moved': 'rename', 'fetched': 'commit' } as const,
  ({ share, sync }, request) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'here')
    docs.server.write('plan.txt', 'there')
    sync(docs, 'in | out', {
      handler: [{ answer: 'keep-all', newName: 'copy.txt' }],
      crash: { when: 'after', request, side: 'local' },
    }).crashed()
    docs.local.holds('copy.txt', 'here')
    sync(docs, 'in | out').noConflicts()
    docs.server.tree({ 'plan.txt': 'there', 'copy.txt': 'here' })
    docs.same()
  },
)
