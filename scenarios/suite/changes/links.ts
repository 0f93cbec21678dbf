/** Links that are new in pinned folders, and the files they lead to. */

import { linkTo, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

const PIN_ALL = 'in | pin-new | pin-user | pin-targets'

export const targetPinned: Scenario = scenario({
  title:
    'A new link is pinned with its target, a file of another share: the target is fetched right after the link',
  covers: ['SYNC-14', 'SYNC-12', 'F71', 'F73', 'P6.5', 'P15.25', 'P15.74', 'D6.14'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  const attic = share('//hq/attic', {})
  attic.server.mkdir('old')
  attic.server.write('old/plan.txt', 'the plan')
  attic.server.write('old/other.txt', 'nobody asked')
  docs.server.write('a.lnk', linkTo('//hq/attic/old/plan.txt'))
  docs.server.write('b.txt', 'b')
  const round = sync(docs, PIN_ALL)
  round.items(['a.lnk', attic.at('old/plan.txt'), 'b.txt'])
  attic.local.holds('old/plan.txt', 'the plan')
  attic.pinned('old/plan.txt', ['user'])
  attic.pinned('old', [])
  attic.local.missing('old/other.txt')
  sync(docs, PIN_ALL).items([])
})

export const targetNotAskedFor: readonly Scenario[] = scenarioTable(
  {
    title: 'Without both flags, or when the link was pinned before, the link comes alone',
    covers: ['SYNC-12', 'SYNC-13', 'F72', 'P6.10', 'D1.6', 'D6.10'],
  },
  {
    'no-target-flag': { flags: 'in | pin-new', link: true },
    'no-pin-new': { flags: 'in | pin-targets', link: false },
    'out-only': { flags: 'out | pin-new | pin-targets', link: false },
  } as const,
  ({ share, sync }, { flags, link }) => {
    const docs = share('//hq/docs', { pin: 'user' }, {})
    const attic = share('//hq/attic', {})
    attic.server.write('plan.txt', 'the plan')
    docs.server.write('a.lnk', linkTo('//hq/attic/plan.txt'))
    sync(docs, flags).items(link ? ['a.lnk'] : [])
    attic.local.missing('plan.txt')
    if (link) sync(docs, PIN_ALL).items([])
    attic.local.missing('plan.txt')
  },
)

export const noTarget: readonly Scenario[] = scenarioTable(
  {
    title: 'The link leads to nothing that can be pinned: the link is fetched, and that is all',
    covers: ['SYNC-15', 'SYNC-14', 'F74', 'P6.8', 'P6.11', 'D6.10'],
  },
  {
    'folder': { name: 'a.lnk', to: '//hq/attic/folder' },
    'share': { name: 'a.lnk', to: '//hq/attic' },
    'missing': { name: 'a.lnk', to: '//hq/attic/none.txt' },
    'missing-share': { name: 'a.lnk', to: '//hq/none/plan.txt' },
    'itself': { name: 'a.lnk', to: '//hq/docs/A.LNK' },
    'excluded': { name: 'a.lnk', to: '//hq/attic/mail.pst' },
    'deleted-here': { name: 'a.lnk', to: '//hq/attic/gone.txt' },
    'uncacheable': { name: 'a.lnk', to: '//hq/public/plan.txt' },
    'no-extension': { name: 'a.lnk.txt', to: '//hq/attic/plan.txt' },
  } as const,
  ({ share, sync, policy }, { name, to }) => {
    const docs = share('//hq/docs', { pin: 'user' }, {})
    const attic = share('//hq/attic', { 'gone.txt': 'old' })
    const open = share('//hq/public', { caching: 'none' }, {})
    open.server.write('plan.txt', 'the plan')
    policy({ excludedTypes: ['*.pst'] })
    attic.local.remove('gone.txt')
    attic.server.mkdir('folder')
    for (const file of ['plan.txt', 'mail.pst']) attic.server.write(file, 'there')
    docs.server.write(name, linkTo(to))
    const round = sync(docs, PIN_ALL)
    round.items([name])
    round.result(name, 0)
    for (const file of ['plan.txt', 'mail.pst', 'gone.txt', 'folder']) attic.local.missing(file)
    open.local.missing('plan.txt')
    sync(docs, PIN_ALL).items([])
  },
)

export const targetDeletedHere: readonly Scenario[] = scenarioTable(
  {
    title:
      'The target was deleted here: it is neither pinned nor fetched, and its deletion goes out as any other',
    covers: ['SYNC-14', 'SYNC-07', 'P15.56', 'P15.71'],
  },
  { 'elsewhere': '//hq/attic', 'beside-the-link': '//hq/docs' },
  ({ share, sync }, where) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'gone.txt': 'old' })
    const attic = share('//hq/attic', { 'gone.txt': 'old' })
    const home = where === docs.path ? docs : attic
    home.local.remove('gone.txt')
    docs.server.write('a.lnk', linkTo(`${where}/gone.txt`))
    sync(docs, PIN_ALL).items(['a.lnk'])
    home.local.missing('gone.txt')
    home.shows('gone.txt', { deletedOffline: true })
    sync(home, 'out').items(['gone.txt'])
    home.server.missing('gone.txt')
  },
)

export const malformed: Scenario = scenario({
  title: 'A file named like a link holds something else: it is fetched like any file',
  covers: ['SYNC-14', 'F74', 'P6.8', 'P6.11'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  docs.server.write('a.lnk', 'no link at all')
  docs.server.write('b.lnk', '')
  docs.server.mkdir('c.lnk')
  docs.server.write('c.lnk/d.txt', 'in a folder of that name')
  const round = sync(docs, PIN_ALL)
  round.items(['a.lnk', 'b.lnk', 'c.lnk', 'c.lnk/d.txt'])
  docs.same()
})

export const upperCaseLink: Scenario = scenario({
  title:
    'The extension counts in any case, and what the link says of its target counts less than what the server has',
  covers: ['SYNC-14', 'P6.9', 'P6.11'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  const attic = share('//hq/attic', {})
  attic.server.write('plan.txt', 'the plan')
  docs.server.write('A.LNK', linkTo('//hq/attic/plan.txt', { directory: true }))
  sync(docs, PIN_ALL).items(['A.LNK', attic.at('plan.txt')])
  attic.local.holds('plan.txt', 'the plan')
})

export const linkToLink: Scenario = scenario({
  title:
    'A link leads to a link: that one is pinned and not followed; two new ones that lead to each other end',
  covers: ['SYNC-14', 'F74', 'P6.7', 'P15.57'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  const attic = share('//hq/attic', {})
  attic.server.write('plan.txt', 'the plan')
  attic.server.write('far.lnk', linkTo('//hq/attic/plan.txt'))
  docs.server.write('a.lnk', linkTo('//hq/attic/far.lnk'))
  docs.server.write('b.lnk', linkTo('//hq/docs/c.lnk'))
  docs.server.write('c.lnk', linkTo('//hq/docs/b.lnk'))
  sync(docs, PIN_ALL).items(['a.lnk', attic.at('far.lnk'), 'b.lnk', 'c.lnk'])
  attic.pinned('far.lnk', ['user'])
  attic.local.missing('plan.txt')
})

export const targetCached: Scenario = scenario({
  title: 'The target is cached already: it gains the pin, and an edit of it waits for a call that names it',
  covers: ['SYNC-14', 'P6.6', 'P15.31', 'P15.61'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  const attic = share('//hq/attic', { 'plan.txt': 'first draft', 'list.txt': 'one' })
  attic.local.write('plan.txt', 'edited here')
  attic.server.write('list.txt', 'one, two')
  docs.server.write('a.lnk', linkTo('//hq/attic/plan.txt'))
  docs.server.write('b.lnk', linkTo('//hq/attic/list.txt'))
  sync(docs, `${PIN_ALL} | out`).items(['a.lnk', attic.at('plan.txt'), 'b.lnk', attic.at('list.txt')])
  attic.pinned('plan.txt', ['user'])
  attic.dirty('plan.txt')
  attic.server.holds('plan.txt', 'first draft')
  attic.local.holds('list.txt', 'one, two')
})

export const targetUnreachable: Scenario = scenario({
  title:
    "The target's server does not answer: its item fails with 53, and the next call with the flag asks again",
  covers: ['SYNC-14', 'P15.55', 'P15.71'],
}, ({ share, sync, unreachable, reachable }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  const far = share('//far/attic', {})
  far.server.write('plan.txt', 'the plan')
  docs.server.write('a.lnk', linkTo('//far/attic/plan.txt'))
  unreachable('//far')
  const round = sync(docs, PIN_ALL)
  round.returns(0)
  round.items(['a.lnk', far.at('plan.txt')])
  round.result(far.at('plan.txt'), 53)
  reachable('//far')
  sync(docs, 'in').items([])
  sync(docs, PIN_ALL).items([far.at('plan.txt')])
  far.local.holds('plan.txt', 'the plan')
  sync(docs, PIN_ALL).items([])
})

export const folderUnreachable: Scenario = scenario({
  title: 'The link was made to a folder, whose server does not answer: nothing is asked for, now or later',
  covers: ['SYNC-15', 'P6.9'],
}, ({ share, sync, unreachable, reachable }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  const far = share('//far/attic', { 'plans': { 'plan.txt': 'the plan' } })
  docs.server.write('a.lnk', linkTo('//far/attic/plans', { directory: true }))
  unreachable('//far')
  const round = sync(docs, PIN_ALL)
  round.returns(0)
  round.items(['a.lnk'])
  reachable('//far')
  sync(docs, PIN_ALL).items([])
  far.pinned('plans', [])
})

export const cancelledBeforeTarget: Scenario = scenario({
  title: 'The call is aborted after the link: the target is not forgotten',
  covers: ['SYNC-14', 'SYNC-43', 'P15.25'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  const attic = share('//hq/attic', {})
  attic.server.write('plan.txt', 'the plan')
  docs.server.write('a.lnk', linkTo('//hq/attic/plan.txt'))
  sync(docs, PIN_ALL, { progress: [{ to: 'item-result', path: 'a.lnk', answer: 'abort' }] }).returns(1223)
  attic.local.missing('plan.txt')
  sync(docs, PIN_ALL).items([attic.at('plan.txt')])
  attic.local.holds('plan.txt', 'the plan')
})

export const targetLaterInOrder: Scenario = scenario({
  title: 'The target lies in a new folder that comes later: handled right after its link, and once',
  covers: ['SYNC-14', 'SYNC-09', 'P15.74', 'P1.16'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  docs.server.write('a.lnk', linkTo('//hq/docs/z/plan.txt'))
  docs.server.mkdir('z')
  docs.server.write('z/other.txt', 'other')
  docs.server.write('z/plan.txt', 'the plan')
  sync(docs, PIN_ALL).items(['a.lnk', 'z/plan.txt', 'z', 'z/other.txt'])
  docs.pinned('z', ['user'])
  docs.pinned('z/plan.txt', ['user'])
  docs.same()
})

export const madeHere: Scenario = scenario({
  title: 'A link made here is not new on the server: it is sent, and its target is not looked at',
  covers: ['SYNC-13', 'P15.58'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  const attic = share('//hq/attic', {})
  attic.server.write('plan.txt', 'the plan')
  docs.local.write('a.lnk', linkTo('//hq/attic/plan.txt'))
  sync(docs, `${PIN_ALL} | out`).items(['a.lnk'])
  attic.local.missing('plan.txt')
})

export const excludedType: Scenario = scenario({
  title: 'A new file of an excluded type is not cached: its item fails with 50, the others are fetched',
  covers: ['SYNC-09', 'F31', 'P15.15', 'D6.15'],
}, ({ share, sync, policy }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  policy({ excludedTypes: ['*.pst', '*.db?'] })
  docs.server.write('mail.PST', 'mail')
  docs.server.write('stock.dbf', 'stock')
  docs.server.write('plan.txt', 'the plan')
  const round = sync(docs, 'in | pin-new')
  round.returns(0)
  round.result('mail.PST', 50)
  round.result('stock.dbf', 50)
  round.result('plan.txt', 0)
  docs.local.tree({ 'plan.txt': 'the plan' })
})
