/** Cases about errors, cancelling and the cache itself, in the words of those who met them. */

import { bytes, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const stuckError: Scenario = scenario({
  title:
    'One folder shows the same error at every call, for I may not list it: 5, until somebody gives me the right; its siblings are fine',
  covers: ['SYNC-05', 'SYNC-39', 'F82', 'P2.24'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'pay/january.txt': 'a lot', 'plan.txt': 'monday' })
  docs.server.deny('alice', 'pay', ['list'])
  for (const day of ['tuesday', 'wednesday', 'thursday']) {
    docs.server.write('plan.txt', day)
    const round = sync(docs, 'in | out')
    round.result('pay', 5)
    round.result('plan.txt', 0)
    docs.local.holds('pay/january.txt', 'a lot')
  }
  docs.server.allow('alice', 'pay', ['list'])
  sync(docs, 'in | out').items([])
})

export const noRightsAtTheTop: readonly Scenario[] = scenarioTable(
  {
    title:
      'I have no rights at the top, on the share, on a folder above mine, or at the server itself: the whole path fails',
    covers: ['SYNC-34', 'SYNC-39', 'F83'],
  },
  {
    'share': { denied: '', path: '', code: 5 },
    'parent': { denied: 'team', path: 'team/art', code: 5 },
    'server': { denied: undefined, path: '', code: 1326 },
  } as const,
  ({ server, share, sync }, { denied, path, code }) => {
    if (denied === undefined) server('//hq', { credentials: true })
    const docs = share('//hq/docs', { pin: 'user' }, {
      'team/art/logo.txt': 'csclab',
      'team/list.txt': 'one',
    })
    docs.local.write('team/art/logo.txt', 'drawn on the train')
    docs.server.write('team/list.txt', 'one, two')
    if (denied !== undefined) docs.server.deny('alice', denied, ['list', 'read', 'write'])
    const round = sync(docs.at(path), 'in | out')
    round.returns(code)
    docs.dirty('team/art/logo.txt')
    docs.local.holds('team/list.txt', 'one')
    docs.server.holds('team/art/logo.txt', 'csclab')
  },
)

export const lostForOneShare: Scenario = scenario({
  title:
    'The line to one server breaks in the middle of a file: the rest of its share fails at once, the other server is done',
  covers: ['SYNC-40', 'SYNC-44', 'F87', 'P9.8', 'P15.63'],
}, ({ reachable, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'big.bin': bytes(200_000),
    'z1.txt': '1',
    'z2.txt': '2',
  })
  const home = share('//branch/home', { pin: 'user' }, { 'notes.txt': 'first' })
  docs.local.write('big.bin', bytes(200_000, 2))
  for (const name of ['z1.txt', 'z2.txt']) docs.local.write(name, 'edited here')
  home.local.write('notes.txt', 'edited here')
  const round = sync([docs, home], 'in | out', {
    faults: [{
      request: 'write',
      path: docs.at('big.bin'),
      side: 'server',
      nth: 2,
      then: { disconnect: true },
    }],
  })
  round.returns(0)
  for (const name of ['big.bin', 'z1.txt', 'z2.txt']) round.result(docs.at(name), 64)
  round.result(home.at('notes.txt'), 0)
  docs.server.tree({ 'big.bin': bytes(200_000), 'z1.txt': '1', 'z2.txt': '2' })
  home.server.holds('notes.txt', 'edited here')
  for (const name of ['big.bin', 'z1.txt', 'z2.txt']) docs.dirty(name)
  reachable('//hq')
  sync(docs, 'in | out').returns(0)
  docs.same()
})

export const onePathOrTwo: readonly Scenario[] = scenarioTable(
  {
    title:
      'A file cannot be sent: a call for it alone returns its code, a call for it and another returns 0 and tells by the item',
    covers: ['SYNC-34', 'SYNC-39', 'F90', 'P1.18'],
  },
  { 'one-path': ['plan.txt'], 'two-paths': ['plan.txt', 'list.txt'] } as const,
  ({ share, sync }, names) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
    docs.local.write('plan.txt', 'second draft')
    const file = docs.server.open('plan.txt', { access: 'read', share: ['read'] })
    const round = sync(names.map((name) => docs.at(name)), 'in | out')
    round.returns(names.length === 1 ? 32 : 0)
    round.result(docs.at('plan.txt'), 32)
    file.close()
    sync(docs.at('plan.txt'), 'in | out').returns(0)
  },
)

export const damagedCache: Scenario = scenario({
  title:
    'What the cache remembers cannot be read any more: merging fails, the parameter is incorrect, and no side is touched',
  covers: ['SYNC-34', 'SYNC-33', 'F93'],
}, ({ clearFaults, fault, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.local.write('plan.txt', 'second draft')
  docs.server.write('list.txt', 'one, two')
  fault({ request: 'get-record', every: true, then: { fail: 87 } })
  for (const flags of ['in | out', 'in | out | keep-remote']) {
    sync(docs, flags).returns(87)
    docs.local.tree({ 'plan.txt': 'second draft', 'list.txt': 'one' })
    docs.server.tree({ 'plan.txt': 'first draft', 'list.txt': 'one, two' })
  }
  clearFaults()
  sync(docs, 'in | out').noConflicts()
  docs.same()
})

export const emptiedCache: Scenario = scenario({
  title:
    'To mend a damaged cache I emptied it, edits and all: what I had not synchronized is lost, all else comes anew',
  covers: ['SYNC-05', 'F93', 'F95'],
}, ({ share, sync, user }) => {
  const admin = user('admin')
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'never sent')
  docs.local.write('new.txt', 'never sent either')
  docs.deleteItems('', { flags: 0x8000_0004, user: admin, administrator: true })
  docs.local.missing('plan.txt')
  docs.local.missing('new.txt')
  sync(docs, 'in | out').returns(2)
  docs.pin('')
  sync(docs, 'in').returns(0)
  docs.local.tree({ 'art': { 'logo.txt': 'csclab' }, 'plan.txt': 'first draft' })
  docs.server.tree({ 'art': { 'logo.txt': 'csclab' }, 'plan.txt': 'first draft' })
})

export const nothingLeftDirty: Scenario = scenario({
  title:
    'A program that asks every item whether it is dirty finds none after a clean run both ways, whatever was done before',
  covers: ['SYNC-02', 'SYNC-07', 'F94'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'art/logo.txt': 'csclab',
    'hidden.txt': 'seen',
    'moved.txt': 'here',
    'plan.txt': 'first draft',
    'stamped.txt': 'time',
    'old.txt': 'old',
  })
  docs.local.write('plan.txt', 'second draft')
  docs.local.setAttributes('hidden.txt', { set: ['HIDDEN'] })
  docs.local.setAttributes('art', { set: ['NOT_CONTENT_INDEXED'] })
  docs.local.touch('stamped.txt')
  docs.local.mkdir('new')
  docs.local.write('new/a.txt', 'a')
  docs.local.rename('moved.txt', 'new/moved.txt')
  docs.local.remove('old.txt')
  const items = ['art', 'hidden.txt', 'new', 'new/a.txt', 'new/moved.txt', 'plan.txt', 'stamped.txt']
  for (const name of items) docs.dirty(name)
  sync(docs, 'in | out').returns(0)
  for (const name of items) docs.clean(name)
  docs.shows('stamped.txt', {
    dirty: false,
    modifiedData: false,
    modifiedAttributes: false,
    modifiedTime: false,
  })
  docs.shows('new/a.txt', { dirty: false, createdOffline: false })
  docs.same()
  sync(docs, 'in | out').items([])
})

export const tenRunsLater: Scenario = scenario({
  title:
    'A conflict that nobody settles is met by ten more calls: it is one conflict still, and no copy is touched',
  covers: ['SYNC-33', 'STATE-12', 'F99', 'P3.14'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'on the train')
  docs.server.write('plan.txt', 'at the office')
  for (let call = 0; call <= 10; call++) {
    const round = sync(docs, 'in | out')
    round.items(['plan.txt'])
    round.conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  }
  docs.local.tree({ 'plan.txt': 'on the train' })
  docs.server.tree({ 'plan.txt': 'at the office' })
  sync(docs, 'in | out | keep-remote').noConflicts()
  docs.local.holds('plan.txt', 'at the office')
  docs.same()
})
