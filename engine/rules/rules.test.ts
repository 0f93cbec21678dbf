/** The rules as tables: flags, matrix, directions, policies, pins, scopes. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type DirEntry,
  type ItemType,
  NOT_PINNED,
  type Pins,
  type PolicySettings,
} from '../../sim/port/mod.ts'
import {
  ATTRIBUTE,
  CONFLICT_POLICY,
  CONFLICT_RESOLVE,
  formatFlags,
  parseFlags,
  SYNC_FLAG,
  SYNC_STATES,
} from '../../sim/windows/mod.ts'
import { type CacheRecord, CLEAN, CREATED, seen } from '../cache/cache-record.ts'
import {
  answerOf,
  changeDetails,
  classify,
  decide,
  localCondition,
  nameOfCopy,
  normaliseFlags,
  pinsForNew,
  progressText,
  resolve,
  scopesOf,
  serverCondition,
  settingFor,
  STATE_ROWS,
  validateFlags,
  validateSettings,
} from './mod.ts'

test('flags take effect as the worked values say', () => {
  const rows: readonly (readonly [passed: number, effective: number])[] = [
    [0x0, 0x0],
    [0x1, 0x1],
    [0x2, 0x3],
    [0x4, 0x4],
    [0x6, 0x7],
    [0xc, 0x4],
    [0x2e, 0x2f],
    [0x3e, 0x3f],
    [0x36, 0x7],
    [0x20002, 0x3],
    [0x20006, 0x20007],
    [0x1006, 0x7],
    [0x12006, 0x12007],
    [0x10000006, 0x10000007],
    [0x30000006, 0x30000007],
    [0x206, 0x7],
    [0x1806, 0x1807],
  ]
  for (const [passed, effective] of rows) {
    assert.is(normaliseFlags(passed, false), effective, formatFlags(passed))
  }
  assert.is(normaliseFlags(0x30000006, true), 0x7, 'a handler replaces the policy')
})

test('undefined bits and policies are refused with 87, everything defined is let through', () => {
  for (let bit = 0; bit < 32; bit++) {
    const flags = 2 ** bit
    const isDefined = bit < 14 || bit === 16 || bit === 17 || bit === 28 || bit === 29
    assert.is(validateFlags(flags), isDefined ? 0 : 87, `0x${flags.toString(16)}`)
  }
  assert.is(validateFlags(CONFLICT_POLICY.KEEPLATEST), 0)
  for (let policy = 4; policy < 16; policy++) assert.is(validateFlags(policy * 0x1000_0000), 87)
})

const TIMES = { creation: 0, lastWrite: 10, change: 20, lastAccess: 30 }

function file(change: Partial<DirEntry['info']> = {}): DirEntry {
  return {
    name: 'a',
    key: 'A',
    info: { type: 'file', attributes: 0x20, size: 5, times: TIMES, id: 1, ...change },
  }
}

const DIRECTORY: DirEntry = file({ type: 'directory', attributes: ATTRIBUTE.DIRECTORY, size: 0 })

function record(change: Partial<CacheRecord> = {}): CacheRecord {
  const original = seen(file())
  return {
    name: 'a',
    type: 'file',
    original,
    marks: CLEAN,
    deletedAt: null,
    sparse: false,
    pins: NOT_PINNED,
    ...change,
  }
}

test('every row of the matrix is told from what the cache remembers', () => {
  const folder = seen(DIRECTORY)
  const deleted = { ...CLEAN, deletedOffline: true }
  const rows: readonly (readonly [string, CacheRecord | undefined, DirEntry | undefined])[] = [
    ['no entry', undefined, undefined],
    ['ghost', record(), undefined],
    ['file, clean', record(), file()],
    ['file, sparse', record({ sparse: true }), undefined],
    ['file, changed', record({ marks: { ...CLEAN, modifiedTime: true } }), file()],
    ['file, created', record({ marks: CREATED, original: null }), file()],
    ['file, created', undefined, file()],
    ['file, created over another kind', record({ marks: CREATED, original: folder }), file()],
    ['file, changed', record({ marks: { ...CLEAN, modifiedData: true, replaced: true } }), file()],
    ['file tombstone', record({ marks: deleted }), undefined],
    ['file tombstone, replaced', record({ marks: { ...deleted, replaced: true } }), undefined],
    ['directory, clean', record({ type: 'directory', original: folder }), DIRECTORY],
    [
      'directory, incompletely listed',
      record({ type: 'directory', original: folder, sparse: true }),
      DIRECTORY,
    ],
    [
      'directory, changed',
      record({ type: 'directory', original: folder, marks: { ...CLEAN, modifiedAttributes: true } }),
      DIRECTORY,
    ],
    ['directory, created', record({ type: 'directory', original: null, marks: CREATED }), DIRECTORY],
    ['directory tombstone', record({ type: 'directory', original: folder, marks: deleted }), undefined],
    ['created, then deleted', record({ original: null, marks: deleted }), undefined],
  ]
  for (const [row, remembered, local] of rows) assert.is(localCondition(remembered, local), row)
})

test('the server’s column comes from comparing with the original, never with the local copy', () => {
  const changed = 'file, changed'
  assert.is(serverCondition(undefined, undefined), 'unknown')
  assert.is(serverCondition(record(), undefined), 'deleted')
  assert.is(serverCondition(undefined, file()), 'file')
  assert.is(serverCondition(record(), file()), 'file')
  assert.is(serverCondition(record(), file({ size: 6 })), changed)
  assert.is(serverCondition(record(), file({ attributes: 0x21 })), changed)
  assert.is(serverCondition(record(), file({ times: { ...TIMES, lastWrite: 11 } })), changed)
  assert.is(serverCondition(record(), file({ times: { ...TIMES, change: 21 } })), changed, 'F47')
  assert.is(
    serverCondition(record(), file({ times: { ...TIMES, lastAccess: 99, creation: 99 } })),
    'file',
    'F46',
  )
  assert.is(serverCondition(record(), file({ attributes: 0x20 | ATTRIBUTE.REPARSE_POINT })), 'file', 'F38')
  const folder = record({ type: 'directory', original: seen(DIRECTORY) })
  assert.is(
    serverCondition(folder, { ...DIRECTORY, info: { ...DIRECTORY.info, times: { ...TIMES, change: 99 } } }),
    'directory',
  )
  assert.is(
    serverCondition(folder, { ...DIRECTORY, info: { ...DIRECTORY.info, attributes: 0x12 } }),
    'directory, changed',
  )
  assert.is(serverCondition(folder, { ...DIRECTORY, name: 'A' }), 'directory, changed', 'P15.13')
  const tombstone = record({ marks: { ...CLEAN, deletedOffline: true } })
  assert.is(serverCondition(tombstone, DIRECTORY), 'directory, changed', 'P15.1')
})

test('the matrix meets every state but the four reserved ones', () => {
  const locals = [
    'no entry',
    'ghost',
    'file, clean',
    'file, sparse',
    'file, changed',
    'file, created',
    'file, created over another kind',
    'file tombstone',
    'file tombstone, replaced',
    'directory, clean',
    'directory, incompletely listed',
    'directory, changed',
    'directory, created',
    'directory tombstone',
    'created, then deleted',
  ] as const
  const servers = ['unknown', 'deleted', 'file', 'file, changed', 'directory', 'directory, changed'] as const
  const met = new Set(locals.flatMap((local) => servers.map((server) => classify(local, server))))
  const missing = SYNC_STATES.map((_, state) => state).filter((state) => !met.has(state))
  assert.equal(missing, [40, 43, 45, 48])
  assert.is(classify('file, changed', 'file, changed'), 12)
  assert.is(classify('directory, clean', 'deleted'), 49)
  assert.is(classify('file tombstone', 'deleted'), 'purge')
})

test('each class is worked on in its directions only', () => {
  const of = (state: number, flags: string): string =>
    decide(state, normaliseFlags(parseFlags(flags), false)).do
  for (const state of [44, 46, 47, 49, 21, 24]) {
    assert.equal(
      [of(state, 'in'), of(state, 'out'), of(state, 'fill')],
      ['work', 'nothing', 'nothing'],
      String(state),
    )
  }
  for (const [state, alone] of [[16, 'work'], [17, 'fail'], [18, 'fail'], [19, 'fail']] as const) {
    const found = [of(state, 'in'), of(state, 'out'), of(state, 'fill'), of(state, 'fill | out')]
    assert.equal(found, ['work', 'nothing', alone, alone], `${state}, P2.13`)
  }
  assert.equal(decide(17, SYNC_FLAG.FILLSPARSE), { do: 'fail', operation: 'SYNC_TO_CLIENT', code: 2 })
  assert.equal(decide(19, SYNC_FLAG.FILLSPARSE), { do: 'fail', operation: 'SYNC_TO_CLIENT', code: 5 })
  for (const state of [2, 5, 6, 20, 25, 34, 35, 39, 42, 50, 52]) {
    assert.equal(
      [of(state, 'in'), of(state, 'out'), of(state, 'fill')],
      ['nothing', 'work', 'nothing'],
      String(state),
    )
  }
  for (const state of [38, 41]) {
    assert.equal([of(state, 'in'), of(state, 'out'), of(state, 'fill')], ['work', 'nothing', 'work'])
  }
  for (const state of [30, 31, 32, 33]) {
    assert.equal([of(state, 'in'), of(state, 'in | pin-new'), of(state, 'out | pin-new')], [
      'nothing',
      'work',
      'nothing',
    ])
  }
  const conflicts = STATE_ROWS.flatMap((row, state) => row.class === 'conflict' ? [state] : [])
  assert.equal(conflicts, [1, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 22, 23, 26, 27, 28, 29, 36, 37, 51, 53])
  for (const state of conflicts) {
    assert.equal([of(state, 'in'), of(state, 'out'), of(state, 'fill')], ['conflict', 'conflict', 'nothing'])
  }
  for (const state of [2, 5, 6, 20, 25]) assert.is(of(state, 'out | no-new-out'), 'nothing', 'P15.8')
  assert.is(of(39, 'out | no-new-out'), 'work')
})

test('policies choose a copy, KEEPLATEST by time, and never a side that was not asked for', () => {
  const times = { local: 5, server: 9 }
  const of = (state: number, flags: string, at = times): string => {
    const resolution = resolve(state, answerOf(parseFlags(flags)), { flags: parseFlags(flags), times: at })
    return resolution.do === 'resolve' ? `${resolution.winner}: ${resolution.operation}` : resolution.do
  }
  assert.is(of(12, 'in | out'), 'record')
  assert.is(of(12, 'in | out | keep-local'), 'local: SYNC_TO_SERVER')
  assert.is(of(12, 'in | out | keep-remote'), 'server: SYNC_TO_CLIENT')
  assert.is(of(12, 'in | out | keep-latest'), 'server: SYNC_TO_CLIENT')
  assert.is(of(12, 'in | out | keep-latest', { local: 10, server: 9 }), 'local: SYNC_TO_SERVER')
  assert.is(of(12, 'in | out | keep-latest', { local: 9, server: 9 }), 'server: SYNC_TO_CLIENT', 'P3.7')
  assert.is(of(15, 'in | out | keep-latest'), 'local: CREATE_COPY_ON_SERVER', 'put back, whatever the times')
  assert.is(of(15, 'in | out | keep-remote'), 'server: DELETE_CLIENT_COPY')
  assert.is(of(36, 'in | out | keep-latest', { local: 10, server: 9 }), 'local: DELETE_SERVER_COPY')
  assert.is(of(36, 'in | out | keep-latest'), 'server: CREATE_COPY_ON_CLIENT')
  assert.is(of(12, 'out | keep-remote'), 'record', 'P1.23')
  assert.is(of(12, 'in | keep-local'), 'record', 'P1.23')
  assert.is(of(15, 'in | out | no-new-out | keep-local'), 'record', 'P15.8')
  assert.is(of(1, 'in | out | keep-local'), 'local: SYNC_TO_SERVER', 'P15.4')
  assert.is(of(1, 'in | out | keep-local | no-new-out'), 'local: SYNC_TO_SERVER', 'no new name')
  assert.is(of(3, 'in | out | keep-local | no-new-out'), 'record', 'P15.44')
  assert.is(of(3, 'in | out | keep-remote | no-new-out'), 'server: SYNC_TO_CLIENT')
})

test('both versions are kept where there are two and both sides may be written; the rest is recorded', () => {
  const { KEEPALLCHANGES } = CONFLICT_RESOLVE
  const of = (state: number, flags: string): string =>
    resolve(state, KEEPALLCHANGES, { flags: parseFlags(flags), times: { local: 1, server: 2 } }).do
  const conflicts = STATE_ROWS.flatMap((row, state) => row.class === 'conflict' ? [state] : [])
  const kept = conflicts.filter((state) => of(state, 'in | out') === 'keep-all')
  assert.equal(kept, [1, 3, 4, 7, 8, 9, 10, 12, 13, 14, 22, 23, 26, 27])
  assert.equal([of(12, 'in'), of(12, 'out'), of(28, 'in | out')], ['record', 'record', 'record'])
})

test('other resolutions touch nothing', () => {
  const context = { flags: parseFlags('in | out'), times: { local: 1, server: 2 } }
  const of = (resolution: number): string => resolve(12, resolution, context).do
  const { NONE, LOG, SKIP, ABORT } = CONFLICT_RESOLVE
  assert.equal([NONE, LOG, SKIP, ABORT, 8].map(of), ['record', 'record', 'skip', 'abort', 'record'])
})

test('a copy is named after the user, before the extension', () => {
  const of = (name: string, type: ItemType = 'file'): string => nameOfCopy({ name, type, user: 'Alice' }, 2)
  assert.equal(['samples.doc', 'a.tar.gz', 'README', '.profile'].map((name) => of(name)), [
    'samples (Alice v2).doc',
    'a.tar (Alice v2).gz',
    'README (Alice v2)',
    '.profile (Alice v2)',
  ])
  assert.is(of('v1.2', 'directory'), 'v1.2 (Alice v2)', 'P15.51')
})

test('the nearest place of the setting counts; a place that is no UNC path refuses every call', () => {
  const settings = (syncConflictHandling: Readonly<Record<string, number>>): PolicySettings => ({
    syncConflictHandling,
    excludedTypes: [],
  })
  const nested = settings({ '\\\\hq\\docs': 2, '\\\\HQ\\docs\\Art': 1 })
  const of = (path: string): number => settingFor(path, nested)
  assert.equal(
    ['\\\\hq\\docs\\a', '\\\\hq\\docs\\art', '\\\\hq\\docs\\art\\b\\c', '\\\\hq\\docs\\arts', '\\\\hq\\doc']
      .map(of),
    [2, 1, 1, 2, 0],
    'P15.50',
  )
  assert.is(validateSettings(nested), 0)
  assert.is(validateSettings(settings({ 'C:\\docs': 1 })), 87, 'P15.53')
  assert.is(validateSettings(settings({ '\\\\': 1 })), 87)
})

test('change details tell size, attributes and time of each copy', () => {
  const info = (size: number, attributes: number, change: number): DirEntry => ({
    name: 'a',
    key: 'A',
    info: {
      type: 'file',
      attributes,
      size,
      times: { creation: 0, lastWrite: 0, change, lastAccess: 0 },
      id: 1,
    },
  })
  const original = info(5, ATTRIBUTE.ARCHIVE, 10)
  const record: CacheRecord = {
    name: 'a',
    type: 'file',
    original: seen(original),
    marks: { ...CLEAN, modifiedData: true },
    deletedAt: null,
    sparse: false,
    pins: NOT_PINNED,
  }
  assert.is(changeDetails(record, info(6, ATTRIBUTE.ARCHIVE, 10), original), 0x1 | 0x4)
  assert.is(
    changeDetails(record, original, info(5, ATTRIBUTE.READONLY | ATTRIBUTE.ARCHIVE, 11)),
    0x4 | 0x10 | 0x20,
  )
  assert.is(changeDetails({ ...record, marks: CLEAN }, original, info(7, ATTRIBUTE.ARCHIVE, 11)), 0x8 | 0x20)
  assert.is(changeDetails({ ...record, original: null }, original, original), 0)
  assert.is(changeDetails(record, undefined, undefined), 0)
})

test('a new item gets the categories named and those handed down', () => {
  const parent = (change: Partial<Pins>): Pins => ({ ...NOT_PINNED, ...change })
  const of = (pins: Pins, type: 'file' | 'directory', flags: string): Pins | undefined =>
    pinsForNew(pins, type, parseFlags(flags))
  assert.is(of(NOT_PINNED, 'file', 'in | pin-new | pin-user'), undefined, 'SYNC-11')
  assert.is(of(parent({ user: 2 }), 'file', 'in'), undefined)
  assert.is(of(parent({ user: 1 }), 'file', 'in | pin-new'), undefined, 'nothing handed down, nothing named')
  assert.equal(of(parent({ user: 2 }), 'file', 'in | pin-new'), parent({ user: 2 }), 'P15.70')
  assert.equal(of(parent({ user: 1 }), 'file', 'in | pin-new | pin-all'), parent({ computer: 1 }))
  assert.equal(
    of(parent({ user: 1 }), 'directory', 'in | pin-new | pin-all'),
    parent({ computer: 2 }),
    'P15.10',
  )
  const both = 'in | pin-new | pin-policy | pin-redirection'
  assert.equal(
    of(parent({ user: 2 }), 'file', both),
    parent({ user: 2, userPolicy: 1, redirection: 1 }),
    'P1.6',
  )
})

test('paths are checked in their order, shape before names', () => {
  const of = (...paths: readonly (string | null)[]): unknown =>
    scopesOf({ paths, flags: 0, user: 'alice', conflictHandler: false })
  assert.equal(scopesOf({ paths: null, flags: 0, user: 'a', conflictHandler: false }), {
    missing: 0x8004102f,
  })
  assert.equal(of(), { refused: 87 })
  assert.equal(of('\\\\hq\\docs', null), { refused: 87 })
  assert.equal(of('\\\\hq\\docs\\a?', 'C:\\x'), { refused: 123 })
  assert.equal(of('C:\\x', '\\\\hq\\docs\\a?'), { refused: 87 })
  assert.equal(of(`\\\\hq\\docs\\${'x'.repeat(256)}`), { refused: 123 }, 'P15.37')
  assert.equal(of(`\\\\hq\\docs${'\\xxxxxxx'.repeat(4096)}`), { refused: 206 }, 'P15.37')
  assert.equal(of('\\\\?\\unc\\hq\\docs\\', '\\\\HQ\\docs', '\\\\hq'), { paths: ['\\\\hq\\docs', '\\\\hq'] })
})

test('a progress text has four fields, the path may be empty', () => {
  assert.is(progressText({ reason: 0, result: 0, path: '' }), '0:0:The operation completed successfully.:')
  assert.is(
    progressText({ reason: 3, result: 0x80070005, path: '\\\\hq\\docs\\a' }),
    '3:2147942405:Access is denied.:\\\\hq\\docs\\a',
  )
})

test('the bits a flag needs are what its own words say', () => {
  assert.is(normaliseFlags(SYNC_FLAG.PINNEWFILES | SYNC_FLAG.PINLINKTARGETS, false), 0)
  assert.is(normaliseFlags(SYNC_FLAG.LOWPRIORITY, false), 0, 'SYNC-21')
})

test.run()
