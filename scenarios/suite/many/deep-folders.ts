/** Folders within folders, sixty-four levels of them. */

import { type Scenario, scenario } from '../../language/mod.ts'

/** The path of a folder so many levels down, each named by the last digit of its level: `1/2/3`. */
function down(level: number): string {
  return Array.from({ length: level }, (_, i) => String((i + 1) % 10)).join('/')
}

const BOTTOM = down(64)

/** The folders from one level down to another. */
function folders(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => down(from + i))
}

export const editedAtTheBottom: Scenario = scenario({
  title: 'Sixty-four folders down a file is edited here, another there: two items, and no folder on the way',
  covers: ['SYNC-05', 'SYNC-07', 'P1.17', 'P2.16'],
  tags: ['core'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    [`${BOTTOM}/mine.txt`]: 'first',
    [`${BOTTOM}/theirs.txt`]: 'first',
  })
  docs.local.write(`${BOTTOM}/mine.txt`, 'edited here')
  docs.server.write(`${BOTTOM}/theirs.txt`, 'edited there')
  sync(docs, 'in | out').returns(0)
  docs.server.holds(`${BOTTOM}/mine.txt`, 'edited here')
  docs.local.holds(`${BOTTOM}/theirs.txt`, 'edited there')
  docs.same()
})

export const namedAtTheBottom: Scenario = scenario({
  title: 'The call names the sixty-fourth folder: what lies above it is left alone',
  covers: ['SYNC-01', 'P1.17'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    [`${down(63)}/above.txt`]: 'first',
    [`${BOTTOM}/plan.txt`]: 'first',
  })
  docs.local.write(`${down(63)}/above.txt`, 'edited here')
  docs.local.write(`${BOTTOM}/plan.txt`, 'edited here')
  sync(docs.at(BOTTOM), 'in | out').items([docs.at(`${BOTTOM}/plan.txt`)])
  docs.dirty(`${down(63)}/above.txt`)
  sync(docs, 'in | out').items([`${down(63)}/above.txt`])
  docs.same()
})

export const madeHereAllTheWay: Scenario = scenario({
  title: 'A chain of sixty-four new folders goes out from the top down, the file at its end last of all',
  covers: ['SYNC-02', 'SYNC-07', 'STATE-20', 'P2.18'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  for (const folder of folders(1, 64)) docs.local.mkdir(folder)
  docs.local.write(`${BOTTOM}/new.txt`, 'made here')
  const round = sync(docs, 'in | out')
  round.returns(0)
  round.items([...folders(1, 64), `${BOTTOM}/new.txt`])
  docs.server.holds(`${BOTTOM}/new.txt`, 'made here')
  docs.same()
})

export const madeThereAllTheWay: Scenario = scenario({
  title: 'A chain of sixty-four new folders on the server is pinned level by level and fetched in one call',
  covers: ['SYNC-05', 'SYNC-09', 'STATE-31', 'P6.4', 'P15.10'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  for (const folder of folders(1, 64)) docs.server.mkdir(folder)
  docs.server.write(`${BOTTOM}/new.txt`, 'made there')
  sync(docs, 'in | out').items([])
  const round = sync(docs, 'in | out | pin-new')
  round.items([...folders(1, 64), `${BOTTOM}/new.txt`])
  docs.pinned(BOTTOM, ['user'])
  docs.local.holds(`${BOTTOM}/new.txt`, 'made there')
  docs.same()
})

export const madeOnBothAllTheWay: Scenario = scenario({
  title:
    'The same chain is made on both sides: sixty-four merges, no conflict, and both files at the end are on both',
  covers: ['SYNC-02', 'STATE-21', 'P2.4', 'P15.31'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  for (const folder of folders(1, 64)) {
    docs.local.mkdir(folder)
    docs.server.mkdir(folder)
  }
  docs.local.write(`${BOTTOM}/mine.txt`, 'made here')
  docs.server.write(`${BOTTOM}/theirs.txt`, 'made there')
  const round = sync(docs, 'in | out | pin-new | pin-user')
  round.noConflicts()
  round.state(BOTTOM, 'DirCreatedOnClient_DirOnServer')
  docs.server.holds(`${BOTTOM}/mine.txt`, 'made here')
  sync(docs, 'in | out | pin-new | pin-user')
  docs.local.directory(BOTTOM)
})

export const deletedThereEditedBelow: Scenario = scenario({
  title:
    'The chain is deleted there, edited halfway down here: the way down to the edit stays, all below it goes',
  covers: ['SYNC-05', 'SYNC-33', 'STATE-15', 'STATE-49', 'P2.10'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    [`${down(32)}/plan.txt`]: 'first draft',
    [`${BOTTOM}/old.txt`]: 'old',
  })
  docs.local.write(`${down(32)}/plan.txt`, 'second draft')
  docs.server.remove('1')
  const round = sync(docs, 'in | out')
  round.conflict(`${down(32)}/plan.txt`, 'FileChangedOnClient_DeletedOnServer')
  docs.local.directory(down(32))
  docs.local.missing(down(33))
  docs.server.tree({})
  const settled = sync(docs, 'in | out | keep-local')
  settled.noConflicts()
  docs.server.holds(`${down(32)}/plan.txt`, 'second draft')
  docs.same()
})

export const deletedHereNewBelow: Scenario = scenario({
  title: 'The chain is deleted here, something new lies at its end there: every folder down to it comes back',
  covers: ['SYNC-02', 'SYNC-07', 'STATE-35', 'F22', 'P2.9'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    [`${down(32)}/plan.txt`]: 'first draft',
    [`${BOTTOM}/old.txt`]: 'old',
  })
  docs.local.remove('1')
  docs.server.write(`${BOTTOM}/new.txt`, 'made there')
  const round = sync(docs, 'in | out')
  round.returns(0)
  round.noConflicts()
  docs.server.missing(`${down(32)}/plan.txt`)
  docs.server.missing(`${BOTTOM}/old.txt`)
  docs.server.holds(`${BOTTOM}/new.txt`, 'made there')
  docs.local.directory(BOTTOM)
  sync(docs, 'in | out | pin-new | pin-user').items([`${BOTTOM}/new.txt`])
  docs.same()
})
