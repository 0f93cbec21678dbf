/** Several things are wrong with a call, or nothing is to be done: which answer comes first, and that one always comes. */

import { type Scenario, scenarioTable } from '../../language/mod.ts'

const BAD_FLAGS = 0x4006
const BAD_NAME = '\\\\hq\\docs\\a?b'
const NO_UNC = 'C:\\docs'

export const firstOfSeveral: readonly Scenario[] = scenarioTable(
  {
    title:
      'Several things are wrong with the call: no paths, not running, flags, then the paths one after the other',
    covers: ['SYNC-34', 'SYNC-01', 'P15.36'],
  },
  {
    'no-paths-not-running': { paths: null, flags: BAD_FLAGS, active: false, code: 0x8004102f },
    'not-running-bad-flags': { paths: [BAD_NAME], flags: BAD_FLAGS, active: false, code: 1062 },
    'bad-flags-bad-name': { paths: [BAD_NAME], flags: BAD_FLAGS, active: true, code: 87 },
    'bad-name-then-no-unc': { paths: [BAD_NAME, NO_UNC], flags: 6, active: true, code: 123 },
    'no-unc-then-bad-name': { paths: [NO_UNC, BAD_NAME], flags: 6, active: true, code: 87 },
    'no-unc-with-bad-name': { paths: ['C:\\a?b'], flags: 6, active: true, code: 87 },
  } as const,
  ({ share, sync, raw, service }, { paths, flags, active, code }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'edited here')
    service({ active })
    const round = sync(paths === null ? null : paths.map((path) => raw(path)), flags)
    round.returns(code)
    round.progress([])
    docs.server.holds('plan.txt', 'first draft')
  },
)

export const idleFile: readonly Scenario[] = scenarioTable(
  {
    title:
      'The call is about one file that has no work in its direction: one pair of messages says that all is well',
    covers: ['SYNC-38', 'SYNC-39', 'P15.18'],
  },
  { 'in-sync': 'in | out', 'edited-here': 'in', 'edited-there': 'out' } as const,
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    if (flags === 'in') docs.local.write('plan.txt', 'edited here')
    if (flags === 'out') docs.server.write('plan.txt', 'edited there')
    const round = sync(docs.at('plan.txt'), flags)
    round.returns(0)
    round.progress([
      '0:0:The operation completed successfully.:',
      '2:0:The operation completed successfully.:\\\\hq\\docs\\plan.txt',
      '3:0:The operation completed successfully.:\\\\hq\\docs\\plan.txt',
      '1:0:The operation completed successfully.:',
    ])
    docs.server.holds('plan.txt', flags === 'out' ? 'edited there' : 'first draft')
  },
)

export const deadServerFirst: readonly Scenario[] = scenarioTable(
  {
    title:
      'A server that does not answer, named first or last: each path on it is one failed item, the others run',
    covers: ['SYNC-34', 'SYNC-44', 'P15.23', 'P15.17'],
  },
  { 'first': true, 'last': false },
  ({ share, sync, unreachable }, first) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'a/1.txt': '1', 'b/2.txt': '2' })
    const home = share('//branch/home', { pin: 'user' }, { 'notes.txt': 'first' })
    for (const name of ['a/1.txt', 'b/2.txt']) docs.local.write(name, 'edited here')
    home.local.write('notes.txt', 'edited here')
    unreachable('//hq')
    const dead = [docs.at('a'), docs.at('b')]
    const round = sync(first ? [...dead, home] : [home, ...dead], 'in | out')
    round.returns(0)
    const notes = home.at('notes.txt')
    round.items(first ? [...dead, notes] : [notes, ...dead])
    for (const path of dead) round.result(path, 53)
    round.result(notes, 0)
    home.server.holds('notes.txt', 'edited here')
  },
)

export const settingInTheWay: readonly Scenario[] = scenarioTable(
  {
    title:
      'A setting of the machine names something that is no UNC path: every call is refused with 87, wherever it goes',
    covers: ['SYNC-34', 'P15.53', 'P15.75'],
  },
  { 'drive': 'C:\\docs', 'word': 'documents' },
  ({ share, sync, policy }, name) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    const home = share('//branch/home', { pin: 'user' }, { 'notes.txt': 'first' })
    docs.local.write('plan.txt', 'edited here')
    policy({ conflicts: { '//hq/docs': 'keep-local', [name]: 'keep-remote' } })
    for (const about of [docs, home]) {
      const round = sync(about, 'in | out')
      round.returns(87)
      round.progress([])
    }
    docs.server.holds('plan.txt', 'first draft')
    policy({ conflicts: {} })
    sync(docs, 'in | out').items(['plan.txt'])
  },
)
