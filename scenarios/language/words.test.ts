/** Tests that every step can be told in plain English. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Step } from './steps.ts'
import { VERB_NAMES, VERBS } from './verbs.ts'
import { scenarioTexts, stepText } from './words.ts'

/** The examples of the registry, told. */
const TEXTS: readonly string[] = [
  'share //hq/docs with 2 files and 2 directories, pinned for user',
  'wait 60 seconds',
  '//hq cannot be reached',
  '//hq can be reached again',
  'note: The laptop is on a train.',
  'server: write plan.txt = "edited at the office"',
  'local: append "one more line\\n" to log.txt',
  'local: overwrite plan.txt from byte 6 with "DRAFT"',
  'server: touch plan.txt',
  'server: make the directory new',
  'local: rename plan.txt to old/plan.txt',
  'local: remove plan.txt',
  'server: set READONLY of plan.txt',
  'server: set last write to 2010-01-04 08:30:00 of plan.txt',
  'Synchronize //hq/docs with in | out | keep-latest',
  'expect: round 1 returns 0',
  'expect: round 1 records a conflict of plan.txt: FileChangedOnClient_ChangedOnServer [SYNC-33]',
  'expect: round 1 records no conflict',
  'expect: round 1 ends plan.txt with result 32',
  'expect: round 1 reports plan.txt and no other item',
  'expect: round 1 finds plan.txt in state FileChangedOnServer',
  'expect: round 1 sends exactly 2 progress texts',
  'expect: the engine is dropped in round 1',
  'expect: local holds plan.txt = "edited on the train"',
  'expect: server has no plan.txt',
  'expect: local has the directory art',
  'expect: local has plan.txt with READONLY ARCHIVE attributes',
  'expect: local spells Plan.TXT exactly so',
  'expect: server has below //hq/docs just 1 file and 1 directory',
  'expect: both sides hold the same below //hq/docs',
  'expect: plan.txt has changes that are not synchronized',
  'expect: plan.txt is pinned for just user',
]

for (const [index, verb] of VERB_NAMES.entries()) {
  test(`${verb}, told`, () => {
    assert.is(stepText(VERBS[verb].example), TEXTS[index])
  })
}

test('what may be left out is told when it is there', () => {
  const told: readonly (readonly [step: Step, text: string])[] = [
    [
      { do: 'share', path: '//hq/docs', tree: { folder: './x' }, caching: 'programs' },
      'share //hq/docs from the folder ./x, caching programs',
    ],
    [{ do: 'share', path: '//hq/docs', tree: {} }, 'share //hq/docs with nothing'],
    [
      { do: 'share', path: '//hq/docs', tree: { 'a/1': '', 'a/2': '' } },
      'share //hq/docs with 2 files and 1 directory',
    ],
    [
      { do: 'remove', side: 'local', path: '//hq/docs/a', fails: 5, clock: 'still' },
      'local: remove a, refused with 5 (Access is denied.), with the clock standing still',
    ],
    [
      {
        do: 'set-attributes',
        side: 'local',
        path: '//hq/docs/a',
        set: ['HIDDEN'],
        clear: ['READONLY', 'SYSTEM'],
      },
      'local: set HIDDEN and clear READONLY SYSTEM of a',
    ],
    [{ do: 'set-times', side: 'local', path: '//hq/docs/a' }, 'local: change nothing of a'],
    [
      {
        do: 'sync',
        paths: ['//hq/docs/a', { raw: null }],
        flags: 0,
        user: 'ann',
        cancelAfter: 1,
        progress: [{ to: 'item-begin', path: '//hq/docs/a', nth: 2, answer: 'abort' }],
        crash: { when: 'after', request: 'commit', path: '//hq/docs/a', operation: 'SYNC_TO_SERVER', nth: 2 },
      },
      'Synchronize //hq/docs/a, raw null with none, as ann, the sink answers abort to item-begin of a, only time 2, ' +
      'cancelled after 1 item, the engine is dropped after commit number 2 of a during SYNC_TO_SERVER',
    ],
    [{ do: 'sync', paths: null, flags: 'nonsense' }, 'Synchronize without paths with nonsense'],
    [{ do: 'sync', paths: [], flags: 6 }, 'Synchronize an empty list with in | out'],
    [{ do: 'expect-items', round: 1, paths: [] }, 'expect: round 1 reports no item'],
    [
      { do: 'expect-dirty', path: '//hq/docs/a', dirty: false },
      'expect: a has no changes that are not synchronized',
    ],
    [{ do: 'expect-pinned', path: '//hq/docs/a', pins: [] }, 'expect: a is not pinned'],
    [
      { do: 'expect-attributes', side: 'local', path: '//hq/docs/a', attributes: [] },
      'expect: local has a with no attributes',
    ],
  ]
  for (const [step, text] of told) assert.is(stepText(step), text)
})

test('a scenario tells the numbers of its calls, and whole paths when it has several shares', () => {
  const docs: Step = { do: 'share', path: '//hq/docs', tree: {} }
  const films: Step = { do: 'share', path: '//hq/films', tree: {} }
  const touch: Step = { do: 'touch', side: 'server', path: '//hq/docs/a' }
  const sync: Step = { do: 'sync', paths: ['//hq/docs'], flags: 'in' }
  assert.equal(scenarioTexts({ steps: [docs, touch, sync, sync] }).slice(1), [
    'server: touch a',
    'round 1: Synchronize //hq/docs with in',
    'round 2: Synchronize //hq/docs with in',
  ])
  assert.is(scenarioTexts({ steps: [docs, films, touch] })[2], 'server: touch //hq/docs/a')
})

test.run()
