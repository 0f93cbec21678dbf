/** One call, several shares and servers: in what order they come, and what each of them has from the others. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const inTheOrderOfTheCall: Scenario = scenario({
  title: 'Three shares on two servers: they come as the call names them, what is in each of them by name',
  covers: ['SYNC-01', 'SYNC-02', 'P2.18'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'b.txt': 'first', 'a/a.txt': 'first' })
  const art = share('//hq/art', { pin: 'user' }, { 'logo.txt': 'first', 'old.txt': 'first' })
  const home = share('//branch/home', { pin: 'user' }, { 'notes.txt': 'first' })
  docs.local.write('b.txt', 'edited here')
  docs.server.write('a/a.txt', 'edited there')
  art.local.remove('old.txt')
  art.local.write('zebra.txt', 'made here')
  art.server.write('logo.txt', 'edited there')
  home.local.write('notes.txt', 'edited here')
  const round = sync([home, docs, art], 'in | out')
  round.returns(0)
  round.items([
    home.at('notes.txt'),
    docs.at('a/a.txt'),
    docs.at('b.txt'),
    art.at('logo.txt'),
    art.at('zebra.txt'),
    art.at('old.txt'),
  ])
  for (const one of [docs, art, home]) one.same()
})

export const everyPathTheSameFlags: Scenario = scenario({
  title: 'New files of three shares: they are pinned where the share is pinned, and nowhere else',
  covers: ['SYNC-09', 'SYNC-11', 'SYNC-44'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  const art = share('//hq/art', { 'logo.txt': 'csclab' })
  const tools = share('//hq/tools', { pin: 'computer' }, { 'saw.txt': 'saw' })
  for (const one of [docs, art, tools]) one.server.write('new.txt', 'made there')
  const round = sync([art, docs, tools], 'in | pin-new')
  round.returns(0)
  round.items([docs.at('new.txt'), tools.at('new.txt')])
  docs.pinned('new.txt', ['user'])
  tools.pinned('new.txt', ['computer'])
  art.local.missing('new.txt')
})

export const oneFileFails: Scenario = scenario({
  title: 'One file of one share is held open at the office: 32 for it, 0 for every other, and 0 for the call',
  covers: ['SYNC-34', 'SYNC-39', 'F33', 'P1.18', 'P4.9'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first' })
  const home = share('//branch/home', { pin: 'user' }, { 'notes.txt': 'first' })
  for (const name of ['a.txt', 'b.txt']) docs.local.write(name, 'edited here')
  home.local.write('notes.txt', 'edited here')
  const held = docs.server.open('a.txt', { access: 'read', share: ['read'] })
  const round = sync([docs, home], 'in | out')
  round.returns(0)
  round.result(docs.at('a.txt'), 32)
  round.result(docs.at('b.txt'), 0)
  round.result(home.at('notes.txt'), 0)
  docs.dirty('a.txt')
  docs.clean('b.txt')
  held.close()
  sync([docs, home], 'in | out').items([docs.at('a.txt')])
  docs.same()
})

export const oneReadOnly: Scenario = scenario({
  title: 'One of two shares may only be read: edits there fail with 5 and wait, news from there arrive',
  covers: ['SYNC-05', 'SYNC-07', 'SYNC-44', 'P1.18', 'P2.20'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'mine.txt': 'first', 'theirs.txt': 'first' })
  const archive = share('//hq/archive', { pin: 'user' }, { 'mine.txt': 'first', 'theirs.txt': 'first' })
  for (const one of [docs, archive]) {
    one.local.write('mine.txt', 'edited here')
    one.local.write('new.txt', 'made here')
    one.server.write('theirs.txt', 'edited there')
  }
  archive.server.deny('alice', '', ['write'])
  const round = sync([archive, docs], 'in | out')
  round.returns(0)
  round.result(archive.at('mine.txt'), 5)
  round.result(archive.at('new.txt'), 5)
  round.result(archive.at('theirs.txt'), 0)
  docs.same()
  archive.server.tree({ 'mine.txt': 'first', 'theirs.txt': 'edited there' })
  archive.local.holds('theirs.txt', 'edited there')
  archive.dirty('mine.txt')
  archive.dirty('new.txt')
})

export const middleUnreachable: Scenario = scenario({
  title:
    'The second of three servers is cut off: one failed item for its share, the third has its turn all the same',
  covers: ['SYNC-34', 'SYNC-40', 'P15.17', 'P15.23', 'P2.23'],
}, ({ share, sync, unreachable, reachable }) => {
  const shares = ['//hq/docs', '//branch/docs', '//plant/docs'].map((path) =>
    share(path, { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  )
  for (const one of shares) {
    one.local.write('plan.txt', 'edited here')
    one.server.write('list.txt', 'one, two')
  }
  unreachable('//branch')
  const round = sync(shares, 'in | out')
  round.returns(0)
  round.items([
    '//hq/docs/list.txt',
    '//hq/docs/plan.txt',
    '//branch/docs',
    '//plant/docs/list.txt',
    '//plant/docs/plan.txt',
  ])
  round.result('//branch/docs', 53)
  reachable('//branch')
  sync(shares, 'in | out').items(['//branch/docs/list.txt', '//branch/docs/plan.txt'])
  for (const one of shares) one.same()
})

export const nonePrepared: readonly Scenario[] = scenarioTable(
  {
    title: 'Neither of two servers can be used: the call returns what it met first, and End carries the same',
    covers: ['SYNC-34', 'SYNC-37', 'P1.19', 'P15.17', 'P15.75'],
  },
  {
    'cut-off-first': { order: ['//hq/docs', '//safe/vault'], code: 53, hresult: 2_147_942_453 },
    'locked-first': { order: ['//safe/vault', '//hq/docs'], code: 1326, hresult: 2_147_943_726 },
  },
  ({ server, share, sync, unreachable }, { order, code, hresult }) => {
    server('//safe', { credentials: true })
    share('//safe/vault', { 'key.txt': 'secret' })
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'edited here')
    unreachable('//hq')
    const round = sync(order, 'in | out')
    const texts = { 53: 'The network path was not found.', 1326: 'The user name or password is incorrect.' }
    const unc = (path: string): string => path.replaceAll('/', '\\')
    const resultOf = (path: string): string =>
      path === '//hq/docs' ? `2147942453:${texts[53]}` : `2147943726:${texts[1326]}`
    round.returns(code)
    round.progress([
      '0:0:The operation completed successfully.:',
      ...order.flatMap((path) => [
        `2:0:The operation completed successfully.:${unc(path)}`,
        `3:${resultOf(path)}:${unc(path)}`,
      ]),
      `1:${hresult}:${code === 53 ? texts[53] : texts[1326]}:`,
    ])
    docs.dirty('plan.txt')
  },
)

export const wholeServer: Scenario = scenario({
  title: 'A server is named: its shares come in the order of their names, those of other servers not at all',
  covers: ['SYNC-01', 'P1.14'],
}, ({ share, sync, raw }) => {
  const zoo = share('//hq/zoo', { pin: 'user' }, { 'plan.txt': 'first' })
  const art = share('//hq/Art', { pin: 'user' }, { 'plan.txt': 'first' })
  const map = share('//hq/map', { pin: 'user' }, { 'plan.txt': 'first' })
  const home = share('//hq2/home', { pin: 'user' }, { 'plan.txt': 'first' })
  for (const one of [zoo, art, map, home]) one.local.write('plan.txt', 'edited here')
  const round = sync(raw('\\\\HQ'), 'in | out')
  round.returns(0)
  round.items([art.at('plan.txt'), map.at('plan.txt'), zoo.at('plan.txt')])
  home.dirty('plan.txt')
  home.server.holds('plan.txt', 'first')
})

export const wholeServerUnreachable: readonly Scenario[] = scenarioTable(
  {
    title:
      'The server that is named is cut off: one failed item for each of its shares; another server has its turn',
    covers: ['SYNC-34', 'SYNC-42', 'P1.14', 'P15.40', 'P15.17'],
  },
  {
    'alone': { more: [], code: 53, items: ['//hq/art', '//hq/docs'] },
    'beside-another': {
      more: ['\\\\branch'],
      code: 0,
      items: ['//hq/art', '//hq/docs', '//branch/home/plan.txt'],
    },
  },
  ({ share, sync, raw, unreachable }, { more, code, items }) => {
    const shares = ['//hq/docs', '//hq/art', '//branch/home'].map((path) =>
      share(path, { pin: 'user' }, { 'plan.txt': 'first' })
    )
    for (const one of shares) one.local.write('plan.txt', 'edited here')
    unreachable('//hq')
    const round = sync(['\\\\hq', ...more].map(raw), 'in | out')
    round.returns(code)
    round.items(items)
    for (const path of ['//hq/art', '//hq/docs']) round.result(path, 53)
    for (const one of shares.slice(0, 2)) one.dirty('plan.txt')
  },
)

export const sameServerTwoNames: readonly Scenario[] = scenarioTable(
  {
    title:
      'One name of a server is nothing to its other names: what was edited under another stays dirty there',
    covers: ['SYNC-07', 'F62', 'P14.2'],
  },
  { 'whole-name': 'srv.dom', 'address': '10.0.0.5' },
  ({ share, sync, raw }, name) => {
    const short = share('//srv/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    const other = share(`//${name}/docs`, { pin: 'user' }, { 'plan.txt': 'first draft' })
    for (const one of [short, other]) one.local.write('plan.txt', 'edited here')
    for (const path of ['\\\\SRV\\docs', '\\\\Srv']) sync(raw(path), 'in | out').returns(0)
    short.same()
    other.dirty('plan.txt')
    sync(raw(`\\\\${name.toUpperCase()}\\Docs`), 'in | out').items([other.at('plan.txt')])
    other.same()
  },
)

export const cancelledBetween: Scenario = scenario({
  title: 'Cancelled when the first of two shares is done: it stays done, the second is as it was',
  covers: ['SYNC-43', 'P4.10', 'F86'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first' })
  const home = share('//branch/home', { pin: 'user' }, { 'notes.txt': 'first' })
  for (const name of ['a.txt', 'b.txt']) docs.local.write(name, 'edited here')
  home.server.write('notes.txt', 'edited there')
  const round = sync([docs, home], 'in | out', { cancelAfter: 2 })
  round.returns(1223)
  round.items([docs.at('a.txt'), docs.at('b.txt')])
  docs.same()
  home.local.holds('notes.txt', 'first')
  sync([docs, home], 'in | out').items([home.at('notes.txt')])
  home.same()
})

export const lostOnTheWay: readonly Scenario[] = scenarioTable(
  {
    title:
      'The connection drops in the first path on a share: its second path fails with the same code, another server does not',
    covers: ['SYNC-34', 'SYNC-39', 'F87', 'P9.8', 'P15.63'],
  },
  { 'folder': 'map', 'file': 'map/b.txt' },
  ({ share, sync, reachable }, later) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/a.txt': 'first', 'map/b.txt': 'first' })
    const home = share('//branch/home', { pin: 'user' }, { 'notes.txt': 'first' })
    docs.local.write('art/a.txt', 'edited here')
    docs.local.write('map/b.txt', 'edited here')
    home.local.write('notes.txt', 'edited here')
    const round = sync([docs.at('art'), home, docs.at(later)], 'in | out', {
      faults: [{ request: 'write', path: docs.at('art/a.txt'), side: 'server', then: { disconnect: true } }],
    })
    round.returns(0)
    round.items([docs.at('art/a.txt'), home.at('notes.txt'), docs.at(later)])
    round.result(docs.at('art/a.txt'), 64)
    round.result(docs.at(later), 64)
    round.result(home.at('notes.txt'), 0)
    docs.dirty('art/a.txt')
    docs.dirty('map/b.txt')
    home.same()
    reachable('//hq')
    sync(docs, 'in | out').items(['art/a.txt', 'map/b.txt'])
    docs.same()
  },
)

export const onlineBesideOffline: Scenario = scenario({
  title:
    'One share works online, one offline by force, one over a slow link: the call serves all three, and each stays what it was',
  covers: ['SYNC-44', 'SYNC-07', 'P9.6'],
}, ({ share, sync }) => {
  const [docs, art, home] = [
    share('//hq/docs', { 'plan.txt': 'first' }),
    share('//hq/art', {
      'plan.txt': 'first',
    }),
    share('//branch/home', { 'plan.txt': 'first' }),
  ]
  docs.local.write('plan.txt', 'edited on the train')
  docs.goOnline()
  home.slow({ latency: 200 })
  art.local.write('plan.txt', 'edited offline')
  home.local.write('plan.txt', 'edited over the slow link')
  home.server.holds('plan.txt', 'first')
  const round = sync([docs, art, home], 'in | out')
  round.items([docs.at('plan.txt'), art.at('plan.txt'), home.at('plan.txt')])
  for (const one of [docs, art, home]) {
    one.same()
    one.local.append('plan.txt', ', and again')
  }
  docs.server.holds('plan.txt', 'edited on the train, and again')
  art.server.holds('plan.txt', 'edited offline')
  home.server.holds('plan.txt', 'edited over the slow link')
})
