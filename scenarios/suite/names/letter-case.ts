/** Letter case: which spellings are one name, and which are two names that only look alike. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const anyAlphabet: readonly Scenario[] = scenarioTable(
  {
    title:
      'The case of a letter does not matter, in any alphabet: made here and there in two cases is one item',
    covers: ['SYNC-33', 'P14.1', 'P15.26'],
  },
  {
    'accents': { here: 'été.txt', there: 'ÉTÉ.TXT' },
    'greek': { here: 'σχέδιο.txt', there: 'ΣΧΈΔΙΟ.TXT' },
    'final-sigma': { here: 'λόγος.txt', there: 'ΛΌΓΟΣ.TXT' },
    'cyrillic': { here: 'план.txt', there: 'ПЛАН.TXT' },
  },
  ({ share, sync }, { here, there }) => {
    const docs = share('//hq/docs', { pin: 'user' }, {})
    docs.local.write(here, 'made here')
    docs.server.write(there, 'made there')
    const round = sync(docs, 'in | out')
    round.items([here])
    round.conflict(here, 'FileCreatedOnClient_FileOnServer')
  },
)

export const letterByLetter: readonly Scenario[] = scenarioTable(
  {
    title: 'One letter is compared with one letter: names of which a dictionary makes one are two',
    covers: ['SYNC-09', 'P14.1'],
  },
  {
    'sharp-s': { here: 'straße.txt', there: 'STRASSE.TXT' },
    'ligature': { here: 'ﬁles.txt', there: 'FILES.TXT' },
    'iota-below': { here: 'ᾳ.txt', there: 'ΑΙ.TXT' },
  },
  ({ share, sync }, { here, there }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { [here]: 'known' })
    docs.server.write(there, 'another')
    const round = sync(docs, 'in | pin-new')
    round.items([there])
    docs.local.tree({ [here]: 'known', [there]: 'another' })
    docs.same()
  },
)

export const withoutCapital: readonly Scenario[] = scenarioTable(
  {
    title: 'Three small letters have no capital here: the micro sign, the dotless i and the long s',
    covers: ['SYNC-09', 'P15.26'],
  },
  {
    'micro-sign': { here: '5{u+00b5}m.txt', there: '5{u+039c}m.txt' },
    'dotless-i': { here: '{u+0131}rmak.txt', there: 'Irmak.txt' },
    'long-s': { here: 'Wach{u+017f}tube.txt', there: 'Wachstube.txt' },
  },
  ({ share, sync }, { here, there }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { [here]: 'known' })
    docs.server.write(there, 'another')
    sync(docs, 'in | pin-new').items([there])
    docs.local.holds(here, 'known')
    docs.local.holds(there, 'another')
    docs.local.write(here, 'edited here')
    sync(docs, 'in | out').items([here])
    docs.server.holds(there, 'another')
  },
)

export const asStored: readonly Scenario[] = scenarioTable(
  {
    title: 'However the caller types a path, progress and records spell it as the cache does',
    covers: ['SYNC-42', 'P15.35'],
  },
  {
    'file': { typed: '\\\\HQ\\DOCS\\art\\PLAN.TXT', conflict: false },
    'folder': { typed: '\\\\hq\\Docs\\ART', conflict: false },
    'conflict': { typed: '\\\\Hq\\docs\\ArT\\plan.txt', conflict: true },
  },
  ({ share, sync, raw }, { typed, conflict }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'Art/Plan.txt': 'first draft' })
    docs.local.write('Art/Plan.txt', 'second draft')
    if (conflict) docs.server.write('Art/Plan.txt', 'another draft')
    const round = sync(raw(typed), 'in | out')
    round.progress([
      '0:0:The operation completed successfully.:',
      '2:0:The operation completed successfully.:\\\\hq\\docs\\Art\\Plan.txt',
      '3:0:The operation completed successfully.:\\\\hq\\docs\\Art\\Plan.txt',
      '1:0:The operation completed successfully.:',
    ])
    if (conflict) round.conflict('//hq/docs/Art/Plan.txt', 'FileChangedOnClient_ChangedOnServer')
  },
)

export const respelledOneWay: readonly Scenario[] = scenarioTable(
  {
    title: 'A name respelled on one side takes the other along only in a call of that direction',
    covers: ['SYNC-08', 'P15.46', 'P15.13'],
  },
  {
    'there-in': { side: 'server', flags: 'in', taken: true },
    'there-out': { side: 'server', flags: 'out', taken: false },
    'here-out': { side: 'local', flags: 'out', taken: true },
    'here-in': { side: 'local', flags: 'in', taken: false },
  } as const,
  ({ share, sync }, { side, flags, taken }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'art': null })
    docs[side].rename('plan.txt', 'Plan.txt')
    docs[side].rename('art', 'Art')
    const known = side === 'server' ? ['art', 'plan.txt'] : ['Art', 'Plan.txt']
    sync(docs, flags).items(taken ? known : [])
    const other = side === 'server' ? docs.local : docs.server
    other.spelling(taken ? 'Plan.txt' : 'plan.txt')
    other.spelling(taken ? 'Art' : 'art')
  },
)

export const serverAndShare: Scenario = scenario({
  title:
    'Of servers and shares the case does not matter either: three spellings are one path, worked on once',
  covers: ['SYNC-01', 'P14.2', 'P1.16'],
}, ({ share, sync, raw }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'second draft')
  const round = sync([raw('\\\\HQ\\Docs'), docs, raw('\\\\Hq\\DOCS\\plan.txt')], 'in | out')
  round.returns(0)
  round.items(['//hq/docs/plan.txt'])
  docs.server.holds('plan.txt', 'second draft')
})

export const longServerName: Scenario = scenario({
  title:
    'A server’s short name and its name with a domain are two servers: two trees in the cache, each on its own',
  covers: ['SYNC-01', 'F62', 'P14.2'],
}, ({ share, sync }) => {
  const short = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  const long = share('//hq.example.org/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  short.local.write('plan.txt', 'edited under the short name')
  long.local.write('plan.txt', 'edited under the long name')
  sync(long, 'in | out').items(['plan.txt'])
  long.server.holds('plan.txt', 'edited under the long name')
  short.server.holds('plan.txt', 'first draft')
  short.dirty('plan.txt')
})

export const unknownServerName: Scenario = scenario({
  title: 'Nothing is cached under the server’s name with a domain: 2, whatever is cached under the short one',
  covers: ['SYNC-34', 'P14.2', 'P1.15'],
}, ({ share, sync, raw }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'second draft')
  sync(raw('\\\\hq.example.org\\docs\\plan.txt'), 'in | out').returns(2)
  docs.server.holds('plan.txt', 'first draft')
})
