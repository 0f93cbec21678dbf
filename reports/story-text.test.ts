import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { storyText } from './story-text.ts'
import { storyOf } from './story.ts'
import { fate } from './testing/build.ts'
import { SCENARIOS } from './testing/fixture.ts'
import { EVIL_ID } from './testing/fixture-hostile.ts'

function textOf(id: string, color: boolean = false): string {
  const found = SCENARIOS.find((scenario) => scenario.id === id)
  if (found === undefined) throw new Error(`No scenario "${id}" in the fixture`)
  return storyText(storyOf(found), { color })
}

test('steps are told in order, each round behind the step that made it', () => {
  const text = textOf('transfer/edited-offline')
  const places = [
    '1 ✓ share',
    '3 ✓ sync',
    'round 1 · in | out',
    '4 ✓ expect',
    '6 ✓ sync',
    'round 2',
    '7 ✓ expect',
  ]
    .map((word) => text.indexOf(word))
  assert.ok(places.every((place, i) => place > (places[i - 1] ?? 0)), places.join(' '))
})

test('a changed file is shown line by line under its side', () => {
  const text = textOf('transfer/edited-offline')
  assert.match(text, /server\n +~ \\\\hq\\docs\\plan\.txt {2}content, size 12 → 13/)
  assert.match(text, '- [-first-] draft\n            + {+second+} draft\n')
})

test('failures stand before the steps, with their promises', () => {
  const text = textOf('conflicts/keep-latest')
  assert.ok(text.indexOf('Not as the oracle allows') < text.indexOf('1 ✓ share'))
  assert.match(
    text,
    /expected the \[-local-\] copy wins: \[-SYNC_TO_SERVER-\]\n +actual {3}the \{\+server\+\}/,
  )
  assert.match(text, /P3\.7 When KeepLatest finds equal change times/)
})

test('what became of each write is told, the lost first, and how many are as before', () => {
  assert.match(
    textOf('conflicts/keep-latest'),
    [
      '      what was written',
      '        step 3 · laptop · alice · \\\\hq\\docs\\plan.txt · LOST: the cache of laptop had them last',
      '        step 2 · server · \\\\hq\\docs\\plan.txt:Zone · on one side: on the server',
      '        step 2 · laptop · alice · \\\\hq\\docs\\todo.txt · on both sides',
      '        3 more writes unchanged',
    ].join('\n'),
  )
  assert.not.match(textOf('transfer/edited-offline'), 'what was written')
})

test('what was written since the last round is told at the end', () => {
  const found = SCENARIOS.find(({ id }) => id === 'transfer/edited-offline')
  if (found === undefined) throw new Error('No such scenario')
  const fates = [fate('new.txt', { fate: 'waiting', words: 'in the cache of laptop' })]
  assert.match(
    storyText(storyOf({ ...found, fates })),
    /\n {2}what was written, at the end\n {4}step 2 · laptop · alice · .*new\.txt · waiting: in the cache of laptop\n/,
  )
})

test('what is left out is stated', () => {
  const text = textOf('transfer/many-files')
  assert.match(text, /showing 0 of 2,500 items/)
  assert.match(text, /showing 200 of 5,002 lines/)
  assert.match(text, /2,500 items unchanged on both sides/)
})

test('nothing in a scenario reaches the terminal as a command', () => {
  const text = textOf(EVIL_ID)
  assert.match(text, '\\x1b[31m\\u202e\\ud800')
  assert.not.match(text, /(?!\n)\p{Control}|\u202e|\p{Surrogate}/u)
})

test('colour is there when asked for and nowhere else', () => {
  assert.match(textOf('conflicts/keep-latest', true), '\u001b[31m')
  assert.not.match(textOf('conflicts/keep-latest'), '\u001b')
})

test.run()
