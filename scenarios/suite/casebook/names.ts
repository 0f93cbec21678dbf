/** Cases about names and paths, in the words of those who met them. */

import { type Scenario, scenario } from '../../language/mod.ts'

export const respelledThere: Scenario = scenario({
  title:
    'At the office only the case of a name was changed: my file takes the new spelling and is the same file, pin and all',
  covers: ['SYNC-05', 'STATE-44', 'F56', 'P2.17', 'P15.13', 'P15.35'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.pin('plan.txt', { for: 'computer' })
  docs.server.rename('plan.txt', 'Plan.TXT')
  const round = sync(docs, 'in')
  round.items(['plan.txt'])
  round.state('plan.txt', 'FileChangedOnServer')
  round.noConflicts()
  docs.local.spelling('Plan.TXT')
  docs.pinned('Plan.TXT', ['computer'])
  sync(docs, 'in | out').items([])
  docs.server.tree({ 'Plan.TXT': 'first draft', 'list.txt': 'one' })
})

export const composedAndDecomposed: Scenario = scenario({
  title:
    'Two files look the same, one written on a Mac: composed and decomposed letters make two names, and neither stands in for the other',
  covers: ['SYNC-05', 'SYNC-07', 'F59'],
}, ({ share, sync }) => {
  const composed = 'caf{nfc:é}.txt'
  const decomposed = 'caf{nfd:é}.txt'
  const docs = share('//hq/docs', { pin: 'user' }, { [composed]: 'from Windows', 'plan.txt': 'first draft' })
  docs.server.write(decomposed, 'from the Mac')
  const round = sync(docs, 'in | out | pin-new')
  round.items([decomposed])
  round.noConflicts()
  docs.local.write(composed, 'edited here')
  docs.server.remove(decomposed)
  sync(docs, 'in | out').items([composed, decomposed])
  docs.server.tree({ [composed]: 'edited here', 'plan.txt': 'first draft' })
  docs.same()
})

export const tooLongHere: Scenario = scenario({
  title:
    'A folder deep on the server makes a path that my laptop cannot hold: 206 for that item, and the call goes on to the end',
  covers: ['SYNC-09', 'SYNC-39', 'F61'],
}, ({ fault, share, sync }) => {
  const folder = `archive/${
    Array.from({ length: 8 }, () => 'minutes of the meetings of the board').join('/')
  }`
  const docs = share('//hq/docs', { pin: 'user' }, { [folder]: null, 'zebra.txt': 'stripes' })
  docs.server.write(`${folder}/january.txt`, 'present: all')
  docs.server.write('zebra.txt', 'more stripes')
  const path = docs.at(`${folder}/january.txt`)
  fault({ request: 'stage', side: 'local', path, every: true, then: { fail: 206 } })
  const round = sync(docs, 'in | out | pin-new')
  round.returns(0)
  round.items([path, 'zebra.txt'])
  round.result(path, 206)
  round.result('zebra.txt', 0)
  docs.local.holds('zebra.txt', 'more stripes')
  docs.local.missing(path)
})

export const twoNamesOfOneServer: Scenario = scenario({
  title:
    'We reach one server under a short and a long name: two trees in the cache, and synchronizing one leaves the other dirty',
  covers: ['SYNC-01', 'SYNC-07', 'F62', 'P14.2'],
}, ({ note, share, sync }) => {
  const short = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  const long = share('//hq.example.org/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  short.local.write('plan.txt', 'under the short name')
  long.local.write('plan.txt', 'under the long name')
  note('The cache knows nothing of their being one: to it they are two servers, and so they are here.')
  sync(long, 'in | out').items(['plan.txt'])
  long.clean('plan.txt')
  short.dirty('plan.txt')
  short.local.holds('plan.txt', 'under the short name')
  short.server.holds('plan.txt', 'first draft')
  sync(short, 'in | out').items(['plan.txt'])
  short.clean('plan.txt')
})

export const movedToAnotherServer: Scenario = scenario({
  title:
    'My redirected folder moved to another server: edits under its old path stay dirty at every call, whatever the new one gets',
  covers: ['SYNC-34', 'SYNC-40', 'F63'],
}, ({ share, sync, unreachable }) => {
  const old = share('//old/alice', { pin: 'redirection' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  const moved = share('//new/alice', { pin: 'redirection' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  old.local.write('plan.txt', 'edited before the move')
  unreachable('//old')
  for (const day of ['Monday', 'Tuesday']) {
    moved.local.write('plan.txt', `written on ${day}`)
    const round = sync([old, moved], 'in | out')
    round.returns(0)
    round.result(old.path, 53)
    round.result(moved.at('plan.txt'), 0)
    old.dirty('plan.txt')
    old.local.holds('plan.txt', 'edited before the move')
    moved.server.holds('plan.txt', `written on ${day}`)
  }
  sync(old, 'in | out').returns(53)
})

export const copyTakenHere: Scenario = scenario({
  title:
    'The name for my version is taken on my laptop alone, in other letters: the next number is used on both sides',
  covers: ['SYNC-33', 'F64', 'F65', 'P3.2'],
}, ({ policy, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  policy({ conflicts: { '//hq/docs': 'keep-all' } })
  docs.local.write('Plan (ALICE v1).txt', 'something else')
  docs.local.write('plan.txt', 'on the train')
  docs.server.write('plan.txt', 'at the office')
  sync(docs, 'in | out').noConflicts()
  docs.server.tree({
    'plan.txt': 'at the office',
    'plan (alice v2).txt': 'on the train',
    'Plan (ALICE v1).txt': 'something else',
  })
  docs.same()
})
