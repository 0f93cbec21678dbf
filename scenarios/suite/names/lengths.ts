/** How long names and paths may be, and what comes of those that are longer. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

const DEEP = `${'a'.repeat(120)}/${'b'.repeat(120)}/${'c'.repeat(120)}`

export const deepPath: Scenario = scenario({
  title: 'A path of more than 260 letters is a path like any other, here and there',
  covers: ['SYNC-09', 'SYNC-07', 'P14.3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { [`${DEEP}/plan.txt`]: 'first draft' })
  docs.local.write(`${DEEP}/plan.txt`, 'edited here')
  docs.server.write(`${DEEP}/new.txt`, 'new there')
  const round = sync(docs, 'in | out | pin-new')
  round.result(`${DEEP}/plan.txt`, 0)
  round.result(`${DEEP}/new.txt`, 0)
  docs.server.holds(`${DEEP}/plan.txt`, 'edited here')
  docs.same()
})

export const longestName: readonly Scenario[] = scenarioTable(
  {
    title: 'A name may have 255 letters, whatever they take as bytes; one more cannot be made: 206',
    covers: ['SYNC-07', 'P14.3'],
  },
  { 'plain': 'x', 'accents': 'é', 'kanji': '字' },
  ({ share, sync }, letter) => {
    const name = `${letter.repeat(251)}.txt`
    const docs = share('//hq/docs', { pin: 'user' }, {})
    docs.local.write(name, 'made here')
    docs.local.write(`${letter}${name}`, 'too long', { fails: 206 })
    sync(docs, 'in | out').items([name])
    docs.server.tree({ [name]: 'made here' })
  },
)

export const tooLong: readonly Scenario[] = scenarioTable(
  {
    title: 'Too long for a name in the call: 123; too long as a whole: 206; both before anything happens',
    covers: ['SYNC-34', 'P15.37', 'P14.3'],
  },
  {
    'name-of-256': { path: `\\\\hq\\docs\\${'x'.repeat(256)}`, code: 123 },
    'folder-of-256': { path: `\\\\hq\\docs\\${'x'.repeat(256)}\\plan.txt`, code: 123 },
    'path-of-32768': { path: `\\\\hq\\docs\\${'a\\'.repeat(16_378)}bc`, code: 206 },
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

export const longEnough: readonly Scenario[] = scenarioTable(
  {
    title:
      'Just as long as may be, the path is taken: nothing of that name is cached, so the item fails with 2',
    covers: ['SYNC-34', 'P15.37', 'P14.3', 'P14.4'],
  },
  {
    'name-of-255': `\\\\hq\\docs\\${'x'.repeat(255)}`,
    'path-of-32767': `\\\\hq\\docs\\${'a\\'.repeat(16_378)}b`,
    'share-of-80': `\\\\hq\\${'s'.repeat(80)}\\plan.txt`,
  },
  ({ share, sync, raw }, path) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'edited here')
    const round = sync([docs, raw(path)], 'in | out')
    round.returns(0)
    docs.server.holds('plan.txt', 'edited here')
  },
)

export const shareNames: readonly Scenario[] = scenarioTable(
  {
    title: 'A share’s name has at most 80 letters, and not those a file’s name cannot have: 123',
    covers: ['SYNC-34', 'P14.4', 'P1.10'],
  },
  {
    '81-letters': `\\\\hq\\${'s'.repeat(81)}\\plan.txt`,
    'dot': '\\\\hq\\.\\plan.txt',
    'dots': '\\\\hq\\..\\plan.txt',
    'question-mark': '\\\\hq\\do?s\\plan.txt',
  },
  ({ share, sync, raw }, path) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'edited here')
    const round = sync([docs, raw(path)], 'in | out')
    round.returns(123)
    round.progress([])
    docs.server.holds('plan.txt', 'first draft')
  },
)

export const hiddenShare: Scenario = scenario({
  title: 'A share whose name ends in a dollar sign is hidden from lists, and synchronized like any other',
  covers: ['SYNC-01', 'P14.4'],
}, ({ share, sync, raw }) => {
  const docs = share('//hq/docs$', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'second draft')
  const round = sync(raw('\\\\hq\\docs$'), 'in | out')
  round.returns(0)
  round.items([docs.at('plan.txt')])
  docs.server.holds('plan.txt', 'second draft')
})
