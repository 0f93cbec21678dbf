/** Servers that are not like a Windows server with an NTFS volume, one property each. */

import { holes, type Scenario, scenario } from '../../language/mod.ts'

export const tellsCaseApart: Scenario = scenario({
  title: 'A server that tells case apart: of two names the first is used, the other fails with 183',
  covers: ['SYNC-09', 'F58'],
}, ({ server, share, sync }) => {
  server('//nas', { caseSensitive: true })
  const docs = share('//nas/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('Report.txt', 'upper')
  docs.server.write('report.txt', 'lower')
  const round = sync(docs, 'in | pin-new | pin-user')
  round.returns(0)
  round.result('report.txt', 183)
  docs.server.holds('Report.txt', 'upper')
  docs.server.holds('report.txt', 'lower')
  docs.local.holds('report.txt', 'upper')
  docs.local.spelling('Report.txt')
})

export const keepsTwoSeconds: Scenario = scenario({
  title: 'A server that keeps times in steps of two seconds: what was uploaded is not taken for changed',
  covers: ['SYNC-07', 'F50', 'P2.14'],
}, ({ server, share, sync, wait }) => {
  server('//fat', { timeGranularity: 2 })
  const docs = share('//fat/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  wait(0.5)
  docs.local.write('plan.txt', 'edited on the train')
  sync(docs, 'in | out').items(['plan.txt'])
  sync(docs, 'in | out').items([])
  docs.same()
})

export const crashOnTwoSeconds: Scenario = scenario({
  title:
    'An upload to such a server is not recorded before a crash: the next call knows it for its own, times cut off',
  covers: ['SYNC-07', 'F50', 'P2.14'],
}, ({ server, share, sync, wait }) => {
  server('//fat', { timeGranularity: 2 })
  const docs = share('//fat/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  wait(0.5)
  docs.local.write('plan.txt', 'edited on the train')
  sync(docs, 'in | out', { crash: { when: 'after', side: 'server', request: 'commit' } }).crashed()
  sync(docs, 'in | out').noConflicts()
  docs.clean('plan.txt')
  docs.same()
})

export const wrongClock: Scenario = scenario({
  title: 'A server whose clock is an hour ahead: the latest copy is the one whose time says so',
  covers: ['SYNC-31', 'F51'],
}, ({ server, share, sync }) => {
  server('//fast', { clockAhead: 3600 })
  const docs = share('//fast/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', 'edited first')
  docs.local.write('plan.txt', 'edited last')
  sync(docs, 'in | out | keep-latest').noConflicts()
  docs.server.holds('plan.txt', 'edited first')
  docs.same()
})

export const illegalNames: Scenario = scenario({
  title: 'A server with names that Windows cannot have: each fails with 123, the rest is fetched',
  covers: ['SYNC-09', 'F60'],
}, ({ server, share, sync }) => {
  server('//unix', { names: 'any' })
  const docs = share('//unix/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('con', 'a device')
  docs.server.write('dot.', 'a dot at the end')
  docs.server.write('what?', 'a question mark')
  docs.server.write('zebra.txt', 'the last of all')
  const round = sync(docs, 'in | pin-new | pin-user')
  round.returns(0)
  for (const name of ['con', 'dot.', 'what?']) round.result(name, 123)
  round.result('zebra.txt', 0)
  docs.local.tree({ 'plan.txt': 'first draft', 'zebra.txt': 'the last of all' })
})

export const withoutOplocks: Scenario = scenario({
  title: 'A server without oplocks: every transfer fails with 32, and nothing is damaged',
  covers: ['SYNC-07', 'F34', 'P2.20'],
}, ({ server, share, sync }) => {
  server('//old', { oplocks: false })
  const docs = share('//old/docs', { pin: 'user' }, { 'here.txt': 'draft', 'there.txt': 'draft' })
  docs.local.write('here.txt', 'edited here')
  docs.server.write('there.txt', 'edited there')
  const round = sync(docs, 'in | out')
  round.result('here.txt', 32)
  round.result('there.txt', 32)
  docs.server.tree({ 'here.txt': 'draft', 'there.txt': 'edited there' })
  docs.local.tree({ 'here.txt': 'edited here', 'there.txt': 'draft' })
  docs.dirty('here.txt')
})

export const deduplicates: Scenario = scenario({
  title: 'A server that deduplicates: the bits of its storage are no change, and no copy takes them over',
  covers: ['SYNC-05', 'F38', 'P2.15'],
}, ({ server, share, sync }) => {
  server('//dedup', { storageBits: ['REPARSE_POINT', 'SPARSE_FILE'] })
  const docs = share('//dedup/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.server.write('plan.txt', 'edited there')
  sync(docs, 'in | out').items(['plan.txt'])
  docs.local.attributes('plan.txt', ['ARCHIVE'])
  docs.local.write('plan.txt', 'saved here')
  sync(docs, 'in | out').items(['plan.txt'])
  docs.same()
})

export const namedStreams: Scenario = scenario({
  title: 'Named streams stay on the server: the cache has none, and an upload leaves them alone',
  covers: ['SYNC-07', 'F41'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', '[ZoneTransfer]', { stream: 'Zone.Identifier' })
  sync(docs, 'in | out')
  docs.local.streams('plan.txt', [])
  docs.local.write('plan.txt', 'edited here')
  sync(docs, 'in | out').returns(0)
  docs.server.holds('plan.txt', 'edited here')
  docs.server.holds('plan.txt', '[ZoneTransfer]', { stream: 'zone.identifier' })
  docs.server.streams('plan.txt', ['Zone.Identifier'])
})

export const largeAndSparse: Scenario = scenario({
  title: 'A file of a tebibyte with two short parts is one file like any other',
  covers: ['SYNC-07', 'F55', 'D8.5'],
}, ({ share, sync }) => {
  const disk = holes({
    size: 1_099_511_627_776,
    parts: [{ at: 0, content: 'boot' }, { at: 1_000_000_000_000, content: 'far out' }],
  })
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('disk.img', disk)
  sync(docs, 'in | pin-new | pin-user').returns(0)
  docs.local.holds('disk.img', disk)
})
