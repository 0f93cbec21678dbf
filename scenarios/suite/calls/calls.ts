/** What a call may say, and what it returns. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const refusedFlags: readonly Scenario[] = scenarioTable(
  {
    title: 'A flag value with undefined bits is refused before anything happens',
    covers: ['SYNC-01', 'SYNC-34', 'P1.1', 'P1.2'],
  },
  { 'bit-14': 0x4006, 'bit-18': 0x40006, 'policy-4': 0x40000006, 'policy-15': 0xf0000006 },
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'edited here')
    const round = sync(docs, flags)
    round.returns(87)
    round.progress([])
    docs.server.holds('plan.txt', 'first draft')
  },
)

const INVALID_METHOD_PARAMETERS = 0x8004102f

export const refusedPaths: readonly Scenario[] = scenarioTable(
  {
    title: 'Paths that are no fully qualified UNC paths are refused before anything happens',
    covers: [
      'SYNC-01',
      'SYNC-34',
      'P1.7',
      'P1.8',
      'P1.9',
      'P1.10',
      'P1.12',
      'P14.7',
      'P14.8',
      'P15.36',
      'D1.14',
    ],
  },
  {
    'drive-letter': { path: 'C:\\docs\\plan.txt', code: 87 },
    'relative': { path: 'docs\\plan.txt', code: 87 },
    'slashes': { path: '//hq/docs/plan.txt', code: 87 },
    'device': { path: '\\\\.\\C:\\docs', code: 87 },
    'empty': { path: '', code: 87 },
    'null-path': { path: null, code: 87 },
    'illegal-character': { path: '\\\\hq\\docs\\a?b', code: 123 },
    'reserved-name': { path: '\\\\hq\\docs\\nul.txt', code: 123 },
    'trailing-dot': { path: '\\\\hq\\docs\\plan.txt.', code: 123 },
    'doubled-separator': { path: '\\\\hq\\docs\\\\plan.txt', code: 123 },
    'dot-segment': { path: '\\\\hq\\docs\\..\\docs', code: 123 },
  },
  ({ share, sync, raw }, { path, code }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'edited here')
    const round = sync([docs, raw(path)], 'in | out')
    round.returns(code)
    round.progress([])
    docs.server.holds('plan.txt', 'first draft')
  },
)

export const noArray: Scenario = scenario({
  title: 'A call without an array of paths fails at the method itself',
  covers: ['SYNC-01', 'P1.7', 'P1.20', 'D1.13'],
}, ({ share, sync }) => {
  share('//hq/docs', { 'plan.txt': 'first draft' })
  const round = sync(null, 'in | out')
  round.returns(INVALID_METHOD_PARAMETERS)
  round.progress([])
})

export const acceptedPaths: readonly Scenario[] = scenarioTable(
  {
    title: 'A share, a folder, a file, a server, the long form and a trailing backslash are all paths',
    covers: ['SYNC-01', 'SYNC-02', 'P1.11', 'P1.12', 'P1.13', 'P1.14', 'P1.17', 'D1.14'],
  },
  {
    'share': '\\\\hq\\docs',
    'folder': '\\\\hq\\docs\\art',
    'file': '\\\\HQ\\DOCS\\Art\\Logo.TXT',
    'server': '\\\\hq',
    'long-form': '\\\\?\\UNC\\hq\\docs\\art',
    'trailing-backslash': '\\\\hq\\docs\\',
  },
  ({ share, sync, raw }, path) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
    docs.local.write('art/logo.txt', 'a new logo')
    const round = sync(raw(path), 'in | out')
    round.returns(0)
    round.items(['//hq/docs/art/logo.txt'])
    docs.server.holds('art/logo.txt', 'a new logo')
  },
)

export const overlapping: Scenario = scenario({
  title: 'A path given twice, and its folder too: every item once, the first mention sets the order',
  covers: ['SYNC-01', 'F100', 'P1.16', 'P2.25'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'z/z.txt': 'first' })
  docs.local.write('a.txt', 'second')
  docs.local.write('z/z.txt', 'second')

  const round = sync(['//hq/docs/z', docs, '//HQ/docs/Z', '//hq/docs/a.txt'], 'in | out')
  round.returns(0)
  round.items(['//hq/docs/z/z.txt', '//hq/docs/a.txt'])
})

export const onlyWhatIsAsked: Scenario = scenario({
  title: 'What lies outside the paths of the call is left alone',
  covers: ['SYNC-01', 'P1.17'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'edited here')
  docs.server.write('art/logo.txt', 'a new logo')

  sync('//hq/docs/art', 'in | out').items(['//hq/docs/art/logo.txt'])
  docs.server.holds('plan.txt', 'first draft')
  docs.dirty('plan.txt')
})

export const unreachableServer: Scenario = scenario({
  title: 'A server that cannot be reached fails the call with 53 and loses nothing',
  covers: ['SYNC-34', 'SYNC-40', 'P1.19', 'P2.23', 'P9.7'],
}, ({ share, sync, unreachable, reachable }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'edited here')
  unreachable('//hq')
  const failing = sync(docs, 'in | out')
  failing.returns(53)
  failing.result('', 53)
  docs.dirty('plan.txt')
  reachable('//hq')
  sync(docs, 'in | out').returns(0)
  docs.server.holds('plan.txt', 'edited here')
})

export const oneServerOfTwo: Scenario = scenario({
  title:
    'One of two servers cannot be reached: its path fails, the other is synchronized, the call returns 0',
  covers: ['SYNC-34', 'SYNC-44', 'P15.17', 'P15.23'],
}, ({ share, sync, unreachable }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  const home = share('//branch/home', { pin: 'user' }, { 'notes.txt': 'first' })
  docs.local.write('plan.txt', 'edited here')
  home.local.write('notes.txt', 'edited here')
  unreachable('//hq')

  const round = sync([docs, home], 'in | out')
  round.returns(0)
  round.result('//hq/docs', 53)
  home.server.holds('notes.txt', 'edited here')
  docs.dirty('plan.txt')
})

export const singleFile: readonly Scenario[] = scenarioTable(
  {
    title: 'For exactly one file the call returns that file’s own result, work or no work',
    covers: ['SYNC-34', 'SYNC-39', 'F90', 'P1.15', 'P2.19', 'P15.18', 'D1.10'],
  },
  {
    'changed': { path: '//hq/docs/changed.txt', code: 0 },
    'in-sync': { path: '//hq/docs/stable.txt', code: 0 },
    'unknown': { path: '//hq/docs/unknown.txt', code: 2 },
  },
  ({ share, sync }, { path, code }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'changed.txt': 'first', 'stable.txt': 'first' })
    docs.local.write('changed.txt', 'second')
    const round = sync(path, 'in | out')
    round.returns(code)
    round.items([path])
    round.result(path, code)
  },
)

export const deadServer: readonly Scenario[] = scenarioTable(
  {
    title: 'On a server that cannot be reached the cache decides first, and nested paths count once',
    covers: ['SYNC-34', 'SYNC-43', 'P1.15', 'P15.17', 'P15.39', 'P4.10'],
  },
  {
    'nested': { paths: ['//hq/docs', '//hq/docs/plan.txt'], code: 53, cancelAfter: undefined },
    'unknown-path': { paths: ['//hq/docs/none.txt'], code: 2, cancelAfter: undefined },
    'unknown-server': { paths: ['//other'], code: 2, cancelAfter: undefined },
    'cancelled': { paths: ['//hq/docs'], code: 1223, cancelAfter: 0 },
  },
  ({ share, sync, unreachable, raw }, { paths, code, cancelAfter }) => {
    share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    unreachable('//hq')
    const given = paths.map((path) => raw(path.replaceAll('/', '\\')))
    const round = sync(given, 'in | out', cancelAfter === undefined ? {} : { cancelAfter })
    round.returns(code)
  },
)
