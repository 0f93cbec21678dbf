/** Links whose target has to wait, leads to another link, or has changes of its own. */

import { linkTo, type Scenario, scenarioTable } from '../../language/mod.ts'

const PIN_ALL = 'in | pin-new | pin-user | pin-targets'

export const stillUnreachable: readonly Scenario[] = scenarioTable(
  {
    title:
      'The target’s server does not answer, call after call: its item fails with 53 each time, and is not forgotten',
    covers: ['SYNC-14', 'SYNC-39', 'P15.55', 'P15.71'],
  },
  { 'once': 1, 'twice': 2 },
  ({ share, sync, unreachable, reachable }, times) => {
    const docs = share('//hq/docs', { pin: 'user' }, {})
    const far = share('//far/attic', {})
    far.server.write('plan.txt', 'the plan')
    docs.server.write('a.lnk', linkTo('//far/attic/plan.txt'))
    unreachable('//far')
    sync(docs, PIN_ALL).result('a.lnk', 0)
    for (let i = 0; i < times; i++) sync(docs, PIN_ALL).result(far.at('plan.txt'), 53)
    reachable('//far')
    sync(docs, PIN_ALL).items([far.at('plan.txt')])
    far.local.holds('plan.txt', 'the plan')
  },
)

export const twoNewLinks: readonly Scenario[] = scenarioTable(
  {
    title:
      'A new link leads to another new link in a pinned folder: each is new in its own right, and so its target is pinned',
    covers: ['SYNC-14', 'P15.57'],
  },
  { 'first-in-order': ['a.lnk', 'b.lnk'], 'last-in-order': ['b.lnk', 'a.lnk'] } as const,
  ({ share, sync }, [outer, inner]) => {
    const docs = share('//hq/docs', { pin: 'user' }, {})
    const attic = share('//hq/attic', {})
    attic.server.write('plan.txt', 'the plan')
    docs.server.write(outer, linkTo(`//hq/docs/${inner}`))
    docs.server.write(inner, linkTo('//hq/attic/plan.txt'))
    sync(docs, PIN_ALL).returns(0)
    docs.same()
    attic.local.holds('plan.txt', 'the plan')
    attic.pinned('plan.txt', ['user'])
  },
)

export const sentBefore: readonly Scenario[] = scenarioTable(
  {
    title:
      'A link that was made here is never new, neither while it waits nor once it was sent: its target stays away',
    covers: ['SYNC-13', 'P15.58'],
  },
  { 'waiting': false, 'sent': true },
  ({ share, sync }, sent) => {
    const docs = share('//hq/docs', { pin: 'user' }, {})
    const attic = share('//hq/attic', {})
    attic.server.write('plan.txt', 'the plan')
    docs.local.write('a.lnk', linkTo('//hq/attic/plan.txt'))
    if (sent) sync(docs, 'out').items(['a.lnk'])
    sync(docs, PIN_ALL).items([])
    attic.local.missing('plan.txt')
  },
)

export const outsideTheCall: readonly Scenario[] = scenarioTable(
  {
    title: 'The target lies outside the call’s paths: it is pinned, but what waits there is not sent',
    covers: ['SYNC-14', 'SYNC-01', 'P15.61'],
  },
  { 'another-share': '//hq/attic', 'another-folder': '//hq/docs/old' },
  ({ share, sync }, where) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art': null, 'old/plan.txt': 'first draft' })
    const attic = share('//hq/attic', { 'plan.txt': 'first draft' })
    const [home, name] = where === attic.path ? [attic, 'plan.txt'] as const : [docs, 'old/plan.txt'] as const
    home.local.write(name, 'edited here')
    docs.server.write('art/a.lnk', linkTo(`${where}/plan.txt`))
    sync(docs.at('art'), 'in | out | pin-new | pin-all | pin-targets').returns(0)
    home.pinned(name, ['user', 'computer'])
    home.dirty(name)
    home.server.holds(name, 'first draft')
  },
)
