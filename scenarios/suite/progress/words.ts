/** The words of progress, field by field, where they are less plain: codes, texts, paths, and when they are said. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const everyCodeItsText: Scenario = scenario({
  title: 'Three items fail for three reasons: each result has the text that Windows has for that reason',
  covers: ['SYNC-35', 'SYNC-39', 'SYNC-40', 'SYNC-41', 'P4.9'],
}, ({ share, sync, policy }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a/secret.txt': 'first', 'b.txt': 'first' })
  policy({ excludedTypes: ['*.pst'] })
  docs.server.deny('alice', 'a', ['list'])
  docs.server.open('b.txt', { access: 'read-write', share: [] })
  docs.local.write('b.txt', 'second')
  docs.server.write('c.pst', 'letters')
  sync(docs, 'in | out | pin-new').progress([
    '0:0:The operation completed successfully.:',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\a',
    '3:2147942405:Access is denied.:\\\\hq\\docs\\a',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\b.txt',
    '3:2147942432:The process cannot access the file because it is being used by another process.:\\\\hq\\docs\\b.txt',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\c.pst',
    '3:2147942450:The request is not supported.:\\\\hq\\docs\\c.pst',
    '1:0:The operation completed successfully.:',
  ])
})

export const endSaysWhy: Scenario = scenario({
  title: 'The server is away: the share is the one item, and End says what the call returns, as an HRESULT',
  covers: ['SYNC-34', 'SYNC-37', 'SYNC-40', 'SYNC-42', 'P4.8', 'P1.20'],
}, ({ share, sync, unreachable }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first' })
  docs.local.write('a.txt', 'second')
  unreachable('//hq')
  const round = sync(docs, 'in | out')
  round.returns(53)
  round.progress([
    '0:0:The operation completed successfully.:',
    '2:0:The operation completed successfully.:\\\\hq\\docs',
    '3:2147942453:The network path was not found.:\\\\hq\\docs',
    '1:2147942453:The network path was not found.:',
  ])
})

export const pathsAsStored: Scenario = scenario({
  title:
    'Paths come last and whole, as the cache spells them: brackets, blanks and signs in a name are its own, and stand as they are',
  covers: ['SYNC-35', 'SYNC-38', 'SYNC-42', 'P4.1', 'P15.35'],
}, ({ share, sync, raw }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { '[draft].txt': 'first', 'Q&A = 1; 2.txt': 'first' })
  for (const name of ['[draft].txt', 'Q&A = 1; 2.txt']) docs.local.write(name, 'second')
  sync([raw('\\\\HQ\\DOCS\\q&a = 1; 2.TXT'), raw('\\\\?\\UNC\\hq\\docs\\')], 'in | out').progress([
    '0:0:The operation completed successfully.:',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\Q&A = 1; 2.txt',
    '3:0:The operation completed successfully.:\\\\hq\\docs\\Q&A = 1; 2.txt',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\[draft].txt',
    '3:0:The operation completed successfully.:\\\\hq\\docs\\[draft].txt',
    '1:0:The operation completed successfully.:',
  ])
})

export const onceForAll: Scenario = scenario({
  title: 'However many paths and servers a call has: one Begin before all of them, one End after all of them',
  covers: ['SYNC-36', 'SYNC-37', 'SYNC-42', 'SYNC-44'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first' })
  const home = share('//branch/home', { pin: 'user' }, { 'b.txt': 'first' })
  const idle = share('//branch/idle', { pin: 'user' }, { 'c.txt': 'first' })
  docs.local.write('a.txt', 'second')
  home.local.write('b.txt', 'second')
  sync([idle, home, docs], 'in | out').progress([
    '0:0:The operation completed successfully.:',
    '2:0:The operation completed successfully.:\\\\branch\\home\\b.txt',
    '3:0:The operation completed successfully.:\\\\branch\\home\\b.txt',
    '2:0:The operation completed successfully.:\\\\hq\\docs\\a.txt',
    '3:0:The operation completed successfully.:\\\\hq\\docs\\a.txt',
    '1:0:The operation completed successfully.:',
  ])
})

export const abortAtItemBegin: readonly Scenario[] = scenarioTable(
  {
    title:
      'Abort at the first ItemBegin: in step that item is not touched; late, it was done before the word came, and the next too',
    covers: ['SYNC-22', 'SYNC-23', 'SYNC-43', 'P4.13', 'P15.34'],
  },
  {
    'in-step': { flags: 'in | out', sent: [] },
    'late': { flags: 'in | out | async', sent: ['a.txt', 'b.txt'] },
  } as const,
  ({ share, sync }, { flags, sent }) => {
    const names = ['a.txt', 'b.txt', 'c.txt'] as const
    const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first', 'c.txt': 'first' })
    for (const name of names) docs.local.write(name, 'second')
    const round = sync(docs, flags, { progress: [{ to: 'item-begin', path: 'a.txt', answer: 'abort' }] })
    round.returns(1223)
    round.items(sent)
    for (const name of names) {
      const isSent = sent.some((one) => one === name)
      docs.server.holds(name, isSent ? 'second' : 'first')
      if (isSent) docs.clean(name)
      else docs.dirty(name)
    }
  },
)
