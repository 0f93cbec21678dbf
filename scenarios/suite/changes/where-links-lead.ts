/** Where a link leads matters only as far as the flags ask: not at all, to a file, never to a folder. */

import { linkTo, type Scenario, scenario } from '../../language/mod.ts'

export const nobodyLooks: Scenario = scenario({
  title:
    'Without PinLinkTargets nobody looks where a new link leads: its server is away, and the call does not notice',
  covers: ['SYNC-13', 'F72', 'P6.10'],
}, ({ share, sync, unreachable, reachable }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  const far = share('//far/attic', {})
  far.server.write('plan.txt', 'the plan')
  docs.server.write('a.lnk', linkTo('//far/attic/plan.txt'))
  unreachable('//far')
  const round = sync(docs, 'in | pin-new | pin-user')
  round.returns(0)
  round.items(['a.lnk'])
  round.result('a.lnk', 0)
  reachable('//far')
  sync(docs, 'in | pin-new | pin-user').items([])
  sync(docs, 'in | pin-new | pin-targets').items([])
  far.local.missing('plan.txt')
})

export const askedWithBoth: Scenario = scenario({
  title:
    'A target waits because its server was away: PinLinkTargets alone does not ask again, with PinNewFiles it does',
  covers: ['SYNC-12', 'SYNC-14', 'P15.71'],
}, ({ share, sync, unreachable, reachable }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  const far = share('//far/attic', {})
  far.server.write('plan.txt', 'the plan')
  docs.server.write('a.lnk', linkTo('//far/attic/plan.txt'))
  unreachable('//far')
  sync(docs, 'in | pin-new | pin-targets').result(far.at('plan.txt'), 53)
  reachable('//far')
  sync(docs, 'in | pin-targets').items([])
  far.local.missing('plan.txt')
  sync(docs, 'in | pin-new | pin-targets').items([far.at('plan.txt')])
  far.local.holds('plan.txt', 'the plan')
})

export const cachedFolder: Scenario = scenario({
  title:
    'A new link leads to a folder that is cached: the folder gains no pin, and what is new in it stays away',
  covers: ['SYNC-15', 'SYNC-11', 'F71'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  const attic = share('//hq/attic', { 'old/a.txt': 'a' })
  attic.server.write('old/b.txt', 'b')
  docs.server.write('a.lnk', linkTo('//hq/attic/old', { directory: true }))
  sync(docs, 'in | pin-new | pin-user | pin-targets').items(['a.lnk'])
  docs.pinned('a.lnk', ['user'])
  attic.pinned('old', [])
  attic.pinned('old/a.txt', [])
  sync([docs, attic], 'in | pin-new | pin-user | pin-targets').items([])
  attic.local.missing('old/b.txt')
})
