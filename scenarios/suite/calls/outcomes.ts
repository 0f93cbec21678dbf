/** The course of a call from its first report to the number it returns. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

const FINE = 'The operation completed successfully.'

export const course: Scenario = scenario({
  title:
    'A call from beginning to end: Begin, one path after the other as they were given, End, and the number',
  covers: ['SYNC-01', 'SYNC-34', 'SYNC-36', 'SYNC-37', 'P2.25', 'P1.16'],
}, ({ share, sync }) => {
  const home = share('//hq/home', { pin: 'user' }, { 'list.txt': 'one' })
  const attic = share('//hq/attic', { pin: 'user' }, { 'plan.txt': 'first draft' })
  home.local.write('list.txt', 'one, two')
  attic.server.write('plan.txt', 'second draft')

  const round = sync([home, attic], 'in | out')
  round.progress([
    `0:0:${FINE}:`,
    `2:0:${FINE}:\\\\hq\\home\\list.txt`,
    `3:0:${FINE}:\\\\hq\\home\\list.txt`,
    `2:0:${FINE}:\\\\hq\\attic\\plan.txt`,
    `3:0:${FINE}:\\\\hq\\attic\\plan.txt`,
    `1:0:${FINE}:`,
  ])
  round.returns(0)
})

export const twoOfThreeFail: Scenario = scenario({
  title: 'Two of three files fail: the call returns 0 all the same, only the results of the items tell',
  covers: ['SYNC-34', 'SYNC-39', 'P1.18', 'P4.9', 'D1.10'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first', 'c.txt': 'first' })
  for (const name of ['a.txt', 'b.txt', 'c.txt']) docs.local.write(name, 'second')
  const open = docs.server.open('c.txt', { access: 'read', share: ['read'] })

  const round = sync(docs, 'out', {
    faults: [{ request: 'stage', side: 'server', path: 'a.txt', then: { fail: 5 } }],
  })
  round.returns(0)
  round.result('a.txt', 5)
  round.result('b.txt', 0)
  round.result('c.txt', 32)
  docs.server.tree({ 'a.txt': 'first', 'b.txt': 'second', 'c.txt': 'first' })
  open.close()
})

export const theNumber: readonly Scenario[] = scenarioTable(
  {
    title:
      'Progress carries HRESULTs; the call returns the Win32 code in them, and what is no such HRESULT as it is',
    covers: ['SYNC-34', 'SYNC-40', 'P1.20', 'D1.9', 'D1.13'],
  },
  {
    'cancelled': { paths: ['//hq/docs'], cancelAfter: 0, code: 1223, hresult: 2147943623 },
    'no-server': { paths: ['//far/docs'], cancelAfter: undefined, code: 53, hresult: 2147942453 },
    'no-paths': { paths: null, cancelAfter: undefined, code: 0x8004102f, hresult: undefined },
  },
  ({ share, sync, unreachable }, { paths, cancelAfter, code, hresult }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    share('//far/docs', { pin: 'user' }, { 'list.txt': 'one' })
    docs.local.write('plan.txt', 'second draft')
    unreachable('//far')

    const round = sync(paths, 'in | out', cancelAfter === undefined ? {} : { cancelAfter })
    round.returns(code)
    if (hresult === undefined) round.progress([])
    if (code === 1223) {
      round.progress([`0:0:${FINE}:`, `1:${hresult}:The operation was canceled by the user.:`])
    }
    if (code === 53) {
      round.progress([
        `0:0:${FINE}:`,
        `2:0:${FINE}:\\\\far\\docs`,
        `3:${hresult}:The network path was not found.:\\\\far\\docs`,
        `1:${hresult}:The network path was not found.:`,
      ])
    }
  },
)

export const flagsOfTheOtherPages: Scenario = scenario({
  title:
    'Two flags stand on the COM pages alone, and are taken from a script too: 0x100 pins, 0x20000 holds back',
  covers: ['SYNC-16', 'SYNC-34', 'P1.3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('news.txt', 'new there')
  docs.local.write('mine.txt', 'new here')

  const round = sync(docs, 'in | out | pin-new | 0x100 | 0x20000')
  round.returns(0)
  round.items(['news.txt'])
  docs.pinned('news.txt', ['user', 'redirection'])
  docs.server.missing('mine.txt')
  docs.dirty('mine.txt')
})
