/** Files of two plain trees: whatever is done to them on one side is done on the other. Every sync tool can be asked. */

import { bytes, type Scenario, scenarioTable } from '../../language/mod.ts'

const BOTH_WAYS = 'in | out | pin-new'

/** Somebody works here, or there. */
const SIDES = { here: 'local', there: 'server' } as const

export const made: readonly Scenario[] = scenarioTable(
  { title: 'A file that was made on one side is on both', covers: ['SYNC-02', 'F12', 'F13'] },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'plan' })
    docs[side].write('new.txt', 'new')
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.tree({ 'new.txt': 'new', 'plan.txt': 'plan' })
    docs.same()
  },
)

export const madeEmpty: readonly Scenario[] = scenarioTable(
  { title: 'An empty file that was made on one side is on both', covers: ['SYNC-02'] },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'plan' })
    docs[side].write('empty.txt', '')
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.holds('empty.txt', '')
    docs.local.holds('empty.txt', '')
    docs.same()
  },
)

export const emptied: readonly Scenario[] = scenarioTable(
  { title: 'A file whose content was taken away on one side is empty on both', covers: ['SYNC-02'] },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'a long plan that comes to nothing' })
    docs[side].write('plan.txt', '')
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.holds('plan.txt', '')
    docs.local.holds('plan.txt', '')
    docs.same()
  },
)

export const grown: readonly Scenario[] = scenarioTable(
  { title: 'A log that grew line by line on one side is whole on both', covers: ['SYNC-02'] },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'day.log': 'start\n' })
    for (const line of ['one\n', 'two\n', 'three\n']) docs[side].append('day.log', line)
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.holds('day.log', 'start\none\ntwo\nthree\n')
    docs.same()
  },
)

export const changedInside: readonly Scenario[] = scenarioTable(
  {
    title: 'Three bytes in the middle of a megabyte changed on one side, its size did not: both have them',
    covers: ['SYNC-02', 'F47'],
  },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'disk.img': bytes(1_048_576) })
    docs[side].edit('disk.img', 'NEW', { offset: 524_288 })
    sync(docs, BOTH_WAYS).returns(0)
    docs.same()
  },
)

export const lastOfMany: readonly Scenario[] = scenarioTable(
  { title: 'A file that was saved five times between two syncs has the last content', covers: ['SYNC-02'] },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'draft 0' })
    for (const draft of [1, 2, 3, 4, 5]) docs[side].write('plan.txt', `draft ${draft}`)
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.holds('plan.txt', 'draft 5')
    docs.local.holds('plan.txt', 'draft 5')
  },
)

export const renamed: readonly Scenario[] = scenarioTable(
  {
    title: 'A file that was renamed on one side has its new name on both, and no other',
    covers: ['SYNC-02', 'F6'],
  },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'draft.txt': 'the plan' })
    docs[side].rename('draft.txt', 'plan.txt')
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.tree({ 'plan.txt': 'the plan' })
    docs.same()
  },
)

export const swapped: readonly Scenario[] = scenarioTable(
  {
    title: 'Two files changed their names with each other on one side: so they have on both',
    covers: ['SYNC-02'],
  },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'was a', 'b.txt': 'was b' })
    docs[side].rename('a.txt', 'c.txt')
    docs[side].rename('b.txt', 'a.txt')
    docs[side].rename('c.txt', 'b.txt')
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.tree({ 'a.txt': 'was b', 'b.txt': 'was a' })
    docs.same()
  },
)

export const movedIntoFolder: readonly Scenario[] = scenarioTable(
  { title: 'A file that was moved into a new folder on one side is there on both', covers: ['SYNC-02'] },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'plan', 'z.txt': 'z' })
    docs[side].mkdir('done')
    docs[side].rename('plan.txt', 'done/plan.txt')
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.tree({ 'done': { 'plan.txt': 'plan' }, 'z.txt': 'z' })
    docs.same()
  },
)

export const madeAnew: readonly Scenario[] = scenarioTable(
  {
    title: 'A file that was deleted and made again under its name on one side has the new content on both',
    covers: ['SYNC-02'],
  },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'the old plan' })
    docs[side].remove('plan.txt')
    docs[side].write('plan.txt', 'another plan')
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.tree({ 'plan.txt': 'another plan' })
    docs.same()
  },
)

const NAMES = [
  '.hidden',
  'a.b.c',
  'no extension',
  'Übung.txt',
  'план.txt',
  '計画.txt',
  '📎.txt',
  `${'x'.repeat(200)}.txt`,
]

export const awkwardNames: readonly Scenario[] = scenarioTable(
  {
    title: 'Names of many alphabets, with spaces and dots, are the same names on both sides',
    covers: ['SYNC-02', 'F59'],
  },
  SIDES,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, {})
    for (const name of NAMES) docs[side].write(name, `this is ${name}`)
    sync(docs, BOTH_WAYS).returns(0)
    docs.server.tree(Object.fromEntries(NAMES.map((name) => [name, `this is ${name}`])))
    docs.same()
  },
)
