import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findRequirement, type ScenarioResult } from '../scenarios/mod.ts'
import { type Story, storyOf } from './story.ts'
import { SCENARIOS } from './testing/fixture.ts'
import { item, round, scenario, trees } from './testing/build.ts'

function result(id: string): ScenarioResult {
  const found = SCENARIOS.find((one) => one.id === id)
  if (found === undefined) throw new Error(`No scenario "${id}" in the fixture`)
  return found
}

function told(id: string): Story {
  return storyOf(result(id))
}

test('the head names the scenario, its place and how to run it again', () => {
  const story = storyOf(result('conflicts/keep-latest'), { command: 'npx csclab run' })
  assert.is(story.chapter, 'conflicts')
  assert.is(story.place, 'scenarios/suite/conflicts/scenarios.ts:30:14')
  assert.is(story.rerun, 'npx csclab run "conflicts/keep-latest"')
  assert.is(story.verdict, 'fail')
})

test('every id comes with its promise; words stay words', () => {
  const [, item] = [0, told('conflicts/keep-latest').rounds[0]?.items[0]]
  assert.equal(item?.because.map(({ id, promise }) => [id, promise]), [
    ['SYNC-31', findRequirement('SYNC-31')?.promise],
    ['P3.7', findRequirement('P3.7')?.promise],
    ['server copy is later', undefined],
  ])
})

test('an item is told with its state, its result and the oracle’s opinion', () => {
  const [item] = told('errors/open-elsewhere').rounds[0]?.items ?? []
  assert.is(item?.state, '39 FileChangedOnClient')
  assert.is(item?.result, 32)
  assert.is(
    item?.resultText,
    'The process cannot access the file because it is being used by another process.',
  )
})

test('a round says how it was called and how it ended', () => {
  const [round] = told('conflicts/keep-latest').rounds
  assert.is(round?.flags, 'in | out | keep-latest')
  assert.is(round?.flagsNumber, '0x30000006')
  assert.is(round?.ending, 'returned 0: The operation completed successfully.')
  assert.is(told('transfer/edited-offline').rounds[0]?.flagsNumber, '0x00000006')
  assert.is(told('call/unknown-flag').rounds[0]?.ending, 'returned 87: The parameter is incorrect.')
  const address = 'round 1 · \\\\hq\\docs\\plan.txt · SYNC_TO_CLIENT · commit · 1'
  assert.is(told('errors/crash-before-commit').rounds[0]?.ending, `dropped at ${address}`)
})

test('progress texts carry an answer that is not to continue', () => {
  const base = result('errors/open-elsewhere')
  const rounds = base.rounds.map((one) => ({
    ...one,
    progress: one.progress.map((report) => ({
      ...report,
      answer: report.reason === 3 ? 'retry' as const : report.answer,
    })),
  }))
  const texts = storyOf({ ...base, rounds }).rounds[0]?.progress ?? []
  assert.is(texts[1], '2:0:The operation completed successfully.:\\\\hq\\docs\\plan.txt')
  assert.match(texts[2] ?? '', /^3:2147942432:.*plan\.txt {2}→ retry$/)
})

test('expected and actual are compared by words, several lines by lines', () => {
  const [lines, words] = told('conflicts/keep-latest').failures
  assert.ok(lines?.difference !== undefined && 'parts' in lines.difference)
  assert.ok(words?.difference !== undefined && 'segments' in words.difference)
})

test('trees are joined on their paths, both sides in one row, changes marked', () => {
  const [round] = told('transfer/edited-offline').rounds
  const rows = round?.trees.rows.map(({ name, depth, server, local, agree }) =>
    [name, depth, server.mark, local.mark, agree] as const
  )
  assert.equal(rows, [
    ['\\\\hq\\docs', 0, 'same', 'same', true],
    ['art', 1, 'same', 'same', true],
    ['logo.png', 2, 'same', 'same', true],
    ['plan.txt', 1, 'changed', 'same', true],
  ])
  const plan = round?.trees.rows.at(-1)?.server
  assert.equal(plan?.fields.map(({ field }) => field), ['size', 'last write', 'change'])
  assert.is(plan?.contentChanged, true)
  assert.is(round?.trees.changed, 1)
})

test('a row says when the sides differ afterwards', () => {
  const row = told('conflicts/both-edited').rounds[0]?.trees.rows.find(({ name }) => name === 'plan.txt')
  assert.is(row?.agree, false)
  const missing = told('transfer/deleted-offline').rounds[0]?.trees.rows.find(({ name }) =>
    name === 'old.txt'
  )
  assert.equal([missing?.server.mark, missing?.local.mark, missing?.agree], ['removed', 'same', true])
})

test('of too many rows, items and lines the telling ones stay, and the totals are kept', () => {
  const [round] = told('transfer/many-files').rounds
  assert.equal([round?.items.length, round?.totalItems], [0, 2500])
  assert.equal([round?.progress.length, round?.totalProgress], [200, 5002])
  assert.equal([round?.trees.rows.map(({ name }) => name), round?.trees.total], [['file-0007.txt'], 2501])
})

test('a failed item among many is told', () => {
  const items = Array.from({ length: 300 }, (_, i) => item(`${i}.txt`, i === 250 ? { result: 5 } : {}))
  const one = scenario({
    id: 'x/many',
    title: 'Many',
    covers: [],
    rounds: [round('in', { before: trees({}), items })],
  })
  assert.equal(storyOf(one).rounds[0]?.items.map(({ path }) => path), ['\\\\hq\\docs\\250.txt'])
})

test.run()
