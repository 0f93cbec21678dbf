/** Names as short, as long and as odd as they may be. */

import { type Kit, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

/** A name is edited on either side, then deleted on both and made again as a folder. */
function playWith({ share, sync }: Kit, name: string): void {
  const docs = share('//hq/docs', { pin: 'user' }, {
    [`here/${name}`]: 'first',
    [`there/${name}`]: 'first',
  })
  docs.local.write(`here/${name}`, 'edited here')
  docs.server.write(`there/${name}`, 'edited there')
  sync(docs, 'in | out').returns(0)
  docs.server.tree({ 'here': { [name]: 'edited here' }, 'there': { [name]: 'edited there' } })
  docs.same()
  docs.local.remove(`here/${name}`)
  docs.local.mkdir(name)
  docs.local.write(`${name}/${name}`, 'one in the other')
  docs.server.remove(`there/${name}`)
  sync(docs, 'in | out').returns(0)
  docs.server.tree({ 'here': null, 'there': null, [name]: { [name]: 'one in the other' } })
  docs.same()
}

export const oddNames: readonly Scenario[] = scenarioTable(
  {
    title:
      'A name as short or as odd as it may be: edited here, edited there, deleted, made again, like any other',
    covers: ['SYNC-02', 'SYNC-05', 'SYNC-07'],
    tags: ['core'],
  },
  {
    'one-unit': 'x',
    'extension-only': '.profile',
    'two-leading-dots': '..plan',
    'leading-space': ' plan.txt',
    'inner-dots-and-spaces': 'plan . . of  2010.tar.gz',
    'signs': "!#$%&'()+,-;=@[]^_`{}~.txt",
    'almost-a-device': 'CONSOLE.txt',
    'short-alias': 'PROGRA~1',
    'surrogate-pair': '😀',
  },
  playWith,
)

export const longestNames: readonly Scenario[] = scenarioTable(
  {
    title:
      'A name of 255 units, pairs of surrogates counted as two, is edited, deleted and made again like any other',
    covers: ['SYNC-02', 'SYNC-05', 'SYNC-07', 'P14.3'],
    tags: ['core'],
  },
  { 'letters': `${'n'.repeat(251)}.txt`, 'pairs': `${'😀'.repeat(127)}x` },
  playWith,
)

export const noAlias: readonly Scenario[] = scenarioTable(
  {
    title: 'PROGRA~1 in a path of the call is a name of its own, not the short form of a longer one',
    covers: ['SYNC-01', 'P14.5', 'P1.15'],
  },
  {
    'folder': { long: 'Program Files', short: 'PROGRA~1' },
    'file': { long: 'Annual Report 2009.txt', short: 'ANNUAL~1.TXT' },
  },
  ({ share, sync }, { long, short }, row) => {
    const path = row === 'folder' ? `${long}/setup.txt` : long
    const docs = share('//hq/docs', { pin: 'user' }, { [path]: 'first' })
    docs.local.write(path, 'edited here')
    sync(docs.at(short), 'in | out').returns(2)
    docs.dirty(path)
    docs.local.write(short, 'a name of its own')
    sync(docs.at(short), 'in | out').items([docs.at(short)])
    docs.server.holds(short, 'a name of its own')
    docs.server.holds(path, 'first')
  },
)

/** A path of so many units: names of 249 units below the share, and a last one of what is left. */
function pathOf(units: number): string {
  const start = '\\\\hq\\docs'
  const full = `\\${'p'.repeat(249)}`
  const count = Math.floor((units - start.length - 2) / full.length)
  const rest = units - start.length - count * full.length - 1
  return `${start}${full.repeat(count)}\\${'r'.repeat(rest)}`
}

const INVALID_NAME = 123

export const lengthsInTheCall: readonly Scenario[] = scenarioTable(
  {
    title:
      'How long the names in a path of the call may be: at the limit it is looked for, beyond it the call is refused',
    covers: ['SYNC-01', 'SYNC-34', 'P1.10', 'P14.4', 'P15.37'],
  },
  {
    'name-of-255': { path: `\\\\hq\\docs\\${'n'.repeat(255)}`, code: 2, isRefused: false },
    'name-of-256': { path: `\\\\hq\\docs\\${'n'.repeat(256)}`, code: INVALID_NAME, isRefused: true },
    'pairs-of-256': { path: `\\\\hq\\docs\\${'😀'.repeat(128)}`, code: INVALID_NAME, isRefused: true },
    'share-of-80': { path: `\\\\hq\\${'s'.repeat(80)}`, code: 2, isRefused: false },
    'share-of-81': { path: `\\\\hq\\${'s'.repeat(81)}`, code: INVALID_NAME, isRefused: true },
    'server-of-256': { path: `\\\\${'h'.repeat(256)}\\docs`, code: INVALID_NAME, isRefused: true },
    'name-of-one': { path: '\\\\hq\\docs\\x', code: 2, isRefused: false },
  },
  ({ share, sync, raw }, { path, code, isRefused }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'edited here')
    const round = sync(raw(path), 'in | out')
    round.returns(code)
    if (isRefused) round.progress([])
    docs.dirty('plan.txt')
  },
)

export const longestPath: readonly Scenario[] = scenarioTable(
  {
    title:
      'A path of 32,767 units is taken, so the call is refused for the next one, 87; with one more unit for itself, 206',
    covers: ['SYNC-01', 'SYNC-34', 'P14.3', 'P15.36', 'P15.37'],
  },
  {
    'at-the-limit': { units: 32_767, code: 87 },
    'beyond': { units: 32_768, code: 206 },
  },
  ({ share, sync, raw }, { units, code }) => {
    share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    const round = sync([raw(pathOf(units)), raw('C:\\docs')], 'in | out')
    round.returns(code)
    round.progress([])
  },
)

export const shareOfEighty: Scenario = scenario({
  title: 'A hidden share with a name of eighty units is a share like any other',
  covers: ['SYNC-01', 'SYNC-02', 'P14.4'],
}, ({ share, sync, raw }) => {
  const name = `${'s'.repeat(79)}$`
  const docs = share(`//hq/${name}`, { pin: 'user' }, { 'mine.txt': 'first', 'theirs.txt': 'first' })
  docs.local.write('mine.txt', 'edited here')
  docs.server.write('theirs.txt', 'edited there')
  sync(raw(`\\\\HQ\\${name.toUpperCase()}`), 'in | out').items([docs.at('mine.txt'), docs.at('theirs.txt')])
  docs.same()
})

export const caseAlone: Scenario = scenario({
  title:
    'Three names that differ in case on a server that tells them apart: the first counts, the others fail until they go',
  covers: ['SYNC-05', 'SYNC-39', 'F58'],
}, ({ server, share, sync }) => {
  server('//nas', { caseSensitive: true })
  const docs = share('//nas/docs', { pin: 'user' }, { 'PLAN.txt': 'upper' })
  docs.server.write('Plan.txt', 'mixed')
  docs.server.write('plan.txt', 'lower')
  const three = sync(docs, 'in')
  three.returns(0)
  three.items(['Plan.txt', 'plan.txt'])
  for (const name of ['Plan.txt', 'plan.txt']) three.result(name, 183)
  docs.local.tree({ 'PLAN.txt': 'upper' })
  docs.server.write('PLAN.txt', 'edited there')
  docs.server.remove('Plan.txt')
  const two = sync(docs, 'in')
  two.items(['PLAN.txt', 'plan.txt'])
  two.result('plan.txt', 183)
  docs.local.tree({ 'PLAN.txt': 'edited there' })
  docs.server.remove('plan.txt')
  sync(docs, 'in').items([])
  docs.same()
})
