/** Tests that every step can be told in plain English. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Step } from './steps.ts'
import { VERB_NAMES, VERBS } from './verbs.ts'
import { scenarioTexts, stepText } from './words.ts'

/** The examples of the registry, told. */
const TEXTS: readonly string[] = [
  'server //hq: times in steps of 2 seconds, its clock 3600 seconds behind true time',
  'client tablet, with every share cached and in sync',
  'user bob',
  'share //hq/docs with 2 files and 2 directories, pinned for user',
  'wait 60 seconds',
  'note: The laptop is on a train.',
  'laptop works online with //hq/docs',
  'tablet works offline with //hq/docs',
  'laptop has a slow link to //hq/docs: a request takes 200 milliseconds',
  '//hq cannot be reached',
  '//hq can be reached again',
  'a request to //hq takes 40 milliseconds',
  'the laptop’s clock is now 3600 seconds behind true time',
  'policy of laptop: conflicts are resolved so: //hq/docs keep-all; not cached are *.pst',
  'Offline Files on laptop is not running',
  'the tablet’s disk holds at most 4 KiB',
  'bob may own at most 1 MiB on //hq',
  'server: write plan.txt = "edited at the office"',
  'local: append "one more line\\n" to log.txt',
  'local: overwrite plan.txt from byte 6 with "DRAFT"',
  'server: touch plan.txt',
  'server: make the directory new',
  'local: rename plan.txt to old/plan.txt',
  'local: remove plan.txt',
  'server: set READONLY of plan.txt',
  'server: set last write to 2010-01-04 08:30:00 of plan.txt',
  'local: read plan.txt',
  'local: list art',
  'server: open plan.txt to read-write as editor, others may read',
  'close editor',
  'server: bob may list and read //hq/docs',
  'server: bob may no longer read plan.txt',
  'local: pin art for computer',
  'local: unpin art for user',
  'local: suspend art',
  'local: release art',
  'local: the copy of film.avi is incomplete: it has 4,096 bytes at 0',
  'local: only the name of film.avi is cached',
  'local: film.avi is not cached any more',
  'local: film.avi is cached because it was used',
  'local: the cache has an entry for plan.txt without an original',
  'Synchronize //hq/docs with in | out | keep-latest',
  'fault: commit number 1 of plan.txt on the server side fails with 112 (There is not enough space on the disk.)',
  'no more faults',
  'expect: round 1 returns 0',
  'expect: round 1 records a conflict of plan.txt: FileChangedOnClient_ChangedOnServer [SYNC-33]',
  'expect: round 1 records no conflict',
  'expect: round 1 ends plan.txt with result 32',
  'expect: round 1 reports plan.txt and no other item',
  'expect: round 1 finds plan.txt in state FileChangedOnServer',
  'expect: round 1 sends exactly 2 progress texts',
  'expect: round 1 asks for credentials in just these ways: window',
  'expect: round 1 goes for plan.txt through just ItemBegin, server changed, SYNCFILERESULT, ItemResult',
  'expect: round 1 finds plan.txt with just the changes LOCAL_SIZE, LOCAL_TIME, REMOTE_TIME',
  'expect: the engine is dropped in round 1',
  'expect: local holds plan.txt = "edited on the train"',
  'expect: server has no plan.txt',
  'expect: local has the directory art',
  'expect: local has plan.txt with READONLY ARCHIVE attributes',
  'expect: local spells Plan.TXT exactly so',
  'expect: server has plan.txt with just the streams Zone.Identifier',
  'expect: server has below //hq/docs just 1 file and 1 directory',
  'expect: local: reading film.avi is refused with 4350 (This file is currently not available for use on this computer.)',
  'expect: both sides hold the same below //hq/docs',
  'expect: plan.txt has changes that are not synchronized',
  'expect: plan.txt is pinned for just user',
  'expect: the cache shows film.avi as sparse, not dirty',
  'expect: plan.txt stands as need to sync',
]

for (const [index, verb] of VERB_NAMES.entries()) {
  test(`${verb}, told`, () => {
    assert.is(stepText(VERBS[verb].example), TEXTS[index])
  })
}

test('what may be left out is told when it is there', () => {
  const told: readonly (readonly [step: Step, text: string])[] = [
    [
      { do: 'rename', side: 'local', path: '//hq/docs/a', to: '//hq/docs/b', replace: false },
      'local: rename a to b, replacing nothing',
    ],
    [
      { do: 'read', side: 'server', path: '//hq/docs/a', stream: 'note', user: 'bob' },
      'server: read a:note, as bob',
    ],
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
        user: 'bob',
        cancelAfter: 1,
        progress: [{ to: 'item-begin', path: '//hq/docs/a', nth: 2, answer: 'abort' }],
        crash: { when: 'after', request: 'commit', path: '//hq/docs/a', operation: 'SYNC_TO_SERVER', nth: 2 },
      },
      'Synchronize //hq/docs/a, raw null with none, as bob, the sink answers abort to item-begin of a, only time 2, ' +
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

test('the world, told with all that may be left out', () => {
  const told: readonly (readonly [step: Step, text: string])[] = [
    [{ do: 'server', path: '//hq' }, 'server //hq'],
    [
      {
        do: 'server',
        path: '//hq',
        caseSensitive: true,
        timeGranularity: 1e-7,
        clockAhead: 1,
        names: 'any',
        streams: false,
        oplocks: false,
        storageBits: ['REPARSE_POINT', 'OFFLINE'],
        capacity: 5000,
        credentials: true,
      },
      'server //hq: case-sensitive, times in steps of 0.0000001 seconds, its clock 1 second ahead of true time, any names, ' +
      'without named streams, without oplocks, files stored REPARSE_POINT OFFLINE, a disk of 5,000 bytes, asking for ' +
      'credentials',
    ],
    [
      {
        do: 'server',
        path: '//hq',
        caseSensitive: false,
        clockAhead: 0,
        names: 'windows',
        streams: true,
        oplocks: true,
        storageBits: [],
        credentials: false,
      },
      'server //hq: not case-sensitive, its clock at true time, names as on Windows, with named streams, with oplocks, ' +
      'files stored plainly, asking for no credentials',
    ],
    [{ do: 'slow', share: '//hq/docs', client: 'tablet' }, 'tablet has a slow link to //hq/docs'],
    [{ do: 'unreachable', server: '//hq', client: 'tablet' }, '//hq cannot be reached from tablet'],
    [{ do: 'reachable', server: '//hq', client: 'tablet' }, '//hq can be reached again from tablet'],
    [
      { do: 'latency', server: '//hq', client: 'tablet', milliseconds: 1 },
      'a request to //hq from tablet takes 1 millisecond',
    ],
    [{ do: 'set-clock', server: '//hq', ahead: 0 }, '//hq’s clock is now at true time'],
    [{ do: 'policy' }, 'policy of laptop: as before'],
    [
      { do: 'policy', client: 'tablet', conflicts: {}, excludedTypes: [] },
      'policy of tablet: conflicts are resolved so: nowhere; not cached are no types of files',
    ],
    [{ do: 'service', client: 'tablet' }, 'Offline Files on tablet is as before'],
    [{ do: 'service', enabled: true, active: true }, 'Offline Files on laptop is enabled and running'],
    [{ do: 'service', enabled: false }, 'Offline Files on laptop is disabled'],
    [{ do: 'limit-disk', server: '//hq', bytes: null }, '//hq’s disk holds as much as there is'],
    [
      { do: 'limit-user', server: '//hq', user: 'bob', bytes: null },
      'bob may own as much as there is on //hq',
    ],
  ]
  for (const [step, text] of told) assert.is(stepText(step), text)
})

test('who does what where, told', () => {
  const path = '//hq/docs/a'
  const told: readonly (readonly [step: Step, text: string])[] = [
    [
      { do: 'write', side: 'local', client: 'tablet', user: 'bob', path, stream: 'x', content: 'y' },
      'tablet: write a:x = "y", as bob',
    ],
    [{ do: 'remove', side: 'server', path, stream: 'x' }, 'server: remove a:x'],
    [{ do: 'append', side: 'server', path, stream: 'x', content: 'y' }, 'server: append "y" to a:x'],
    [
      { do: 'edit', side: 'server', path, stream: 'x', offset: 1, content: 'y' },
      'server: overwrite a:x from byte 1 with "y"',
    ],
    [
      { do: 'open', side: 'local', path, access: 'write', share: [], as: 'f', user: 'bob', fails: 32 },
      'local: open a to write as f, others may do nothing, as bob, refused with 32 ' +
      '(The process cannot access the file because it is being used by another process.)',
    ],
    [
      { do: 'open', side: 'local', path, access: 'read', share: ['read', 'write', 'delete'], as: 'f' },
      'local: open a to read as f, others may read, write and delete',
    ],
    [
      { do: 'deny', side: 'server', path, user: 'bob', rights: ['list', 'read', 'write'] },
      'server: bob may no longer list, read or write a',
    ],
    [
      { do: 'pin', path, client: 'tablet', inherit: true },
      'tablet: pin a for user, inherited by what is new in it',
    ],
    [{ do: 'pin', path, inherit: false }, 'local: pin a for user, not inherited by what is new in it'],
    [{ do: 'sparse', path }, 'local: the copy of a is incomplete: it has nothing'],
    [
      {
        do: 'expect-holds',
        side: 'local',
        client: 'tablet',
        path,
        stream: 'x',
        content: { size: 2 ** 40, parts: [] },
      },
      'expect: tablet holds a:x = a file of 1 TiB with nothing written',
    ],
    [{ do: 'expect-missing', side: 'server', path, stream: 'x' }, 'expect: server has no a:x'],
    [
      { do: 'expect-streams', side: 'server', path, streams: [] },
      'expect: server has a with no named streams',
    ],
    [
      { do: 'expect-read', side: 'server', path, user: 'bob', content: 'y' },
      'expect: server, as bob: reading a gives "y"',
    ],
    [{ do: 'expect-same', path, client: 'tablet' }, 'expect: server and tablet hold the same below a'],
    [
      { do: 'expect-dirty', path, client: 'tablet', dirty: true },
      'expect: a on tablet has changes that are not synchronized',
    ],
    [{ do: 'expect-pinned', path, client: 'tablet', pins: [] }, 'expect: a on tablet is not pinned'],
    [
      { do: 'expect-shows', path, client: 'tablet', shows: { ghost: true } },
      'expect: the cache shows a on tablet as ghost',
    ],
    [{ do: 'expect-prompts', round: 1, prompts: [] }, 'expect: round 1 asks for credentials nowhere'],
    [
      { do: 'expect-course', round: 1, marks: ['Begin', 'SYNCBEGIN'] },
      'expect: round 1 goes through just Begin, SYNCBEGIN',
    ],
    [
      { do: 'expect-course', round: 1, path, marks: [] },
      'expect: round 1 goes for a through just nothing',
    ],
    [
      { do: 'expect-changes', round: 1, path, changes: ['LOCAL_SIZE', 'REMOTE_TIME'] },
      'expect: round 1 finds a with just the changes LOCAL_SIZE, REMOTE_TIME',
    ],
    [{ do: 'expect-changes', round: 1, path, changes: [] }, 'expect: round 1 finds a with no changes'],
    [
      { do: 'expect-connection', path, client: 'tablet', is: 'suspended' },
      'expect: a on tablet stands as suspended',
    ],
  ]
  for (const [step, text] of told) assert.is(stepText(step), text)
})

test('what happens during a call, told', () => {
  const path = '//hq/docs/a'
  const call: Step = {
    do: 'sync',
    paths: ['//hq/docs'],
    flags: 'in',
    client: 'tablet',
    user: 'bob',
    handler: [
      { answer: 'keep-all', newName: 'b', path, nth: 2 },
      { answer: 'log' },
    ],
    credentials: 'given',
    faults: [
      { request: 'list', every: true, side: 'server', times: 3, then: { fail: 64 } },
      { address: 'round 1 · x', then: { disconnect: true } },
      { address: 'round 1 · x', request: 'read', nth: 2, then: { delay: 1 } },
      { request: 'commit', then: { crash: 'after' } },
    ],
    during: [{
      request: 'commit',
      path,
      steps: [
        { do: 'write', side: 'server', path, content: 'y', clock: 'still' },
        { do: 'unreachable', server: '//hq' },
        { do: 'close', handle: 'f' },
        { do: 'limit-disk', client: 'tablet', bytes: 1 },
      ],
    }],
  }
  assert.is(
    stepText(call, { round: 1 }),
    'round 1: Synchronize //hq/docs with in, on tablet, as bob, the handler answers keep-all as "b" for a, only time 2, the ' +
      'handler answers log, credentials are given, every list on the server side fails with 64 (The specified network name ' +
      'is no longer available.), 3 times, the request at "round 1 · x" drops the connection to the server, read number 2 at ' +
      '"round 1 · x" takes 1 millisecond, commit number 1 drops its session after it takes effect, right before commit ' +
      'number 1 of a: server: write a = "y", with the clock standing still; //hq cannot be reached; close f; the tablet’s ' +
      'disk holds at most 1 byte',
  )
  assert.is(
    stepText({ do: 'sync', paths: null, flags: 'in', handler: [] }),
    'Synchronize without paths with in, the handler answers none',
  )
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
