/** Cases about applications and special kinds of files, in the words of those who met them. */

import { type Scenario, scenario } from '../../language/mod.ts'

export const officeOnDeduplicated: Scenario = scenario({
  title:
    'Our file server deduplicates: a document from it can be saved offline the Office way, and goes back in one piece',
  covers: ['SYNC-05', 'SYNC-07', 'F38', 'F28', 'P2.15'],
}, ({ server, share, sync }) => {
  server('//dedup', { storageBits: ['REPARSE_POINT', 'SPARSE_FILE'] })
  const docs = share('//dedup/docs', { pin: 'user' }, { 'report.doc': 'first draft' })
  docs.server.write('report.doc', 'second draft')
  sync(docs, 'in').items(['report.doc'])
  docs.local.attributes('report.doc', ['ARCHIVE'])
  docs.local.write('~wrd0001.tmp', 'third draft')
  docs.local.rename('report.doc', '~wrl0001.tmp')
  docs.local.rename('~wrd0001.tmp', 'report.doc')
  docs.local.remove('~wrl0001.tmp')
  const round = sync(docs, 'in | out')
  round.items(['report.doc'])
  round.state('report.doc', 'FileChangedOnClient')
  docs.server.tree({ 'report.doc': 'third draft' })
})

export const temporaryFiles: Scenario = scenario({
  title:
    'An application makes its temporary file anew on both sides: a conflict at every sync, until a policy for its folder',
  covers: ['SYNC-33', 'STATE-12', 'F29', 'P15.50'],
}, ({ policy, share, sync }) => {
  const docs = share('//hq/profile', { pin: 'user' }, {
    'App/state.tmp': 'as installed',
    'plan.txt': 'first',
  })
  for (const day of ['Monday', 'Tuesday']) {
    docs.server.write('App/state.tmp', `${day} at the office`)
    docs.local.write('App/state.tmp', `${day} at home`)
    sync(docs, 'in | out').conflict('App/state.tmp', 'FileChangedOnClient_ChangedOnServer')
  }
  policy({ conflicts: { '//hq/profile/App': 'keep-remote' } })
  for (const day of ['Wednesday', 'Thursday']) {
    docs.server.write('App/state.tmp', `${day} at the office`)
    docs.local.write('App/state.tmp', `${day} at home`)
    sync(docs, 'in | out').noConflicts()
    docs.local.holds('App/state.tmp', `${day} at the office`)
  }
  docs.same()
})

export const ownerFileLeft: Scenario = scenario({
  title:
    'Word left its owner file behind on my laptop: it is sent like any file, and deleted there once it is deleted here',
  covers: ['SYNC-07', 'STATE-6', 'STATE-34', 'F30'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.doc': 'first draft' })
  docs.local.write('~$plan.doc', 'alice')
  docs.local.setAttributes('~$plan.doc', { set: ['HIDDEN'] })
  sync(docs, 'out').items(['~$plan.doc'])
  docs.server.holds('~$plan.doc', 'alice')
  docs.server.attributes('~$plan.doc', ['HIDDEN', 'ARCHIVE'])
  docs.local.remove('~$plan.doc')
  sync(docs, 'out').items(['~$plan.doc'])
  docs.server.tree({ 'plan.doc': 'first draft' })
})

export const excludedRename: Scenario = scenario({
  title:
    'Mailboxes are excluded by policy: offline no file can be renamed to one, and the file stays as it was',
  covers: ['SYNC-07', 'F32'],
}, ({ policy, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'letters' })
  policy({ excludedTypes: ['*.pst'] })
  docs.local.rename('a.txt', 'a.pst', { fails: 50 })
  docs.local.holds('a.txt', 'letters')
  docs.clean('a.txt')
  docs.local.rename('a.txt', 'letters.txt')
  sync(docs, 'in | out').returns(0)
  docs.server.tree({ 'letters.txt': 'letters' })
})

export const snapshotFolder: Scenario = scenario({
  title:
    'The filer shows its snapshots inside the share, more than a thousand names: a call goes through them all and does what is to do',
  covers: ['SYNC-02', 'SYNC-05', 'F39'],
}, ({ note, share, sync }) => {
  const files = Array.from({ length: 10 }, (_, n) => `file ${n}.txt`)
  const tree = Object.fromEntries(files.map((name) => [name, `text of ${name}`]))
  const snapshots = Array.from({ length: 110 }, (_, n) => [`hourly.${n}`, tree])
  const docs = share('//filer/docs', { pin: 'user' }, {
    ...tree,
    '~snapshot': Object.fromEntries(snapshots),
  })
  docs.server.write('file 7.txt', 'edited there')
  docs.local.write('file 8.txt', 'edited here')
  const round = sync(docs, 'in | out')
  round.returns(0)
  round.items(['file 7.txt', 'file 8.txt'])
  docs.same()
  note('The snapshots leave the cache, and the filer hides them.')
  docs.evict('~snapshot')
  docs.server.remove('~snapshot')
  sync(docs, 'in | out').items([])
})

export const encryptedByAnother: Scenario = scenario({
  title:
    'A colleague has encrypted one file on the server: it cannot be fetched, 6002 at every call, and all others can',
  covers: ['SYNC-05', 'SYNC-39', 'F40'],
}, ({ clearFaults, fault, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'a', 'pay.txt': 'first', 'z.txt': 'z' })
  for (const name of ['a.txt', 'pay.txt', 'z.txt']) docs.server.write(name, 'edited there')
  const path = docs.at('pay.txt')
  fault({ request: 'open', side: 'server', path, every: true, then: { fail: 6002 } })
  const round = sync(docs, 'in | out')
  round.returns(0)
  round.result('a.txt', 0)
  round.result('pay.txt', 6002)
  round.result('z.txt', 0)
  docs.local.tree({ 'a.txt': 'edited there', 'pay.txt': 'first', 'z.txt': 'edited there' })
  sync(docs, 'in | out').result('pay.txt', 6002)
  clearFaults()
  sync(docs, 'in | out').result('pay.txt', 0)
  docs.same()
})
