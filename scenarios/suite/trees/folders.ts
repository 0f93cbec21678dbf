/** Folders of two plain trees: made, filled, renamed, moved and deleted with all they hold. Every sync tool can be asked. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

const BOTH_WAYS = 'in | out | pin-new'

/** Somebody works here, or there. */
const SIDES = { here: 'local', there: 'server' } as const

export const emptyFolder: readonly Scenario[] = scenarioTable(
  { title: 'An empty folder that was made on one side is on both', covers: ['SYNC-02'] },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'plan' })
    docs[side].mkdir('art')
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.directory('art')
    docs.local.directory('art')
    docs.same()
  },
)

export const wholeBranch: readonly Scenario[] = scenarioTable(
  {
    title: 'Folders in folders with files at every depth, made on one side, are on both',
    covers: ['SYNC-02', 'F12'],
  },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, {})
    let at = ''
    for (const name of ['2010', 'january', 'week 1', 'monday']) {
      at = `${at}${name}`
      docs[side].mkdir(at)
      docs[side].write(`${at}/${name}.txt`, `notes of ${name}`)
      at = `${at}/`
    }
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.holds('2010/january/week 1/monday/monday.txt', 'notes of monday')
    docs.local.holds('2010/january/week 1/week 1.txt', 'notes of week 1')
    docs.same()
  },
)

export const renamedFolder: readonly Scenario[] = scenarioTable(
  {
    title: 'A folder that was renamed on one side keeps all it holds, under its new name on both',
    covers: ['SYNC-02', 'F9'],
  },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'art/old/a.txt': 'a' })
    docs[side].rename('art', 'pictures')
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.tree({ pictures: { 'logo.txt': 'csclab', 'old': { 'a.txt': 'a' } } })
    docs.same()
  },
)

export const movedFolder: readonly Scenario[] = scenarioTable(
  { title: 'A folder that was moved into another on one side is there on both', covers: ['SYNC-02'] },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'archive': {} })
    docs[side].rename('art', 'archive/art')
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.tree({ archive: { art: { 'logo.txt': 'csclab' } } })
    docs.same()
  },
)

export const deletedFolder: readonly Scenario[] = scenarioTable(
  {
    title: 'A folder that was deleted on one side is gone on both, with all it held',
    covers: ['SYNC-02', 'F21'],
  },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, {
      'art/old/a.txt': 'a',
      'art/b.txt': 'b',
      'plan.txt': 'plan',
    })
    docs[side].remove('art')
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.tree({ 'plan.txt': 'plan' })
    docs.same()
  },
)

export const emptiedFolder: readonly Scenario[] = scenarioTable(
  { title: 'A folder that lost all its files on one side is an empty folder on both', covers: ['SYNC-02'] },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/a.txt': 'a', 'art/b.txt': 'b' })
    docs[side].remove('art/a.txt')
    docs[side].remove('art/b.txt')
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.tree({ art: {} })
    docs.same()
  },
)

export const sharedFolder: Scenario = scenario({
  title: 'Two people work in one folder: what either made, edited and deleted in it is so on both sides',
  covers: ['SYNC-02', 'SYNC-05', 'SYNC-07'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'team/agenda.txt': 'agenda',
    'team/budget.txt': 'budget',
    'team/minutes.txt': 'minutes',
    'team/old.txt': 'old',
  })
  docs.local.write('team/agenda.txt', 'agenda, edited here')
  docs.server.write('team/budget.txt', 'budget, edited there')
  docs.local.remove('team/old.txt')
  docs.server.remove('team/minutes.txt')
  docs.local.write('team/ideas.txt', 'made here')
  docs.server.write('team/rules.txt', 'made there')
  sync(docs, BOTH_WAYS).returns(0)
  docs.server.tree({
    team: {
      'agenda.txt': 'agenda, edited here',
      'budget.txt': 'budget, edited there',
      'ideas.txt': 'made here',
      'rules.txt': 'made there',
    },
  })
  docs.same()
})

export const manyFiles: Scenario = scenario({
  title:
    'Two hundred files, every third edited here, every fifth there, none twice: all edits are on both sides',
  covers: ['SYNC-02', 'SYNC-05', 'SYNC-07'],
}, ({ share, sync }) => {
  const name = (i: number): string => `f${String(i).padStart(3, '0')}.txt`
  const all = Array.from({ length: 200 }, (_, i) => i)
  const docs = share('//hq/docs', { pin: 'user' }, {
    many: Object.fromEntries(all.map((i) => [name(i), 'first'])),
  })
  const editedHere = (i: number): boolean => i % 3 === 0
  const editedThere = (i: number): boolean => i % 5 === 0 && i % 3 !== 0
  for (const i of all.filter(editedHere)) docs.local.write(`many/${name(i)}`, `${i} here`)
  for (const i of all.filter(editedThere)) docs.server.write(`many/${name(i)}`, `${i} there`)
  sync(docs, BOTH_WAYS).returns(0)
  const content = (i: number): string => editedHere(i) ? `${i} here` : editedThere(i) ? `${i} there` : 'first'
  docs.server.tree({ many: Object.fromEntries(all.map((i) => [name(i), content(i)])) })
  docs.same()
})
