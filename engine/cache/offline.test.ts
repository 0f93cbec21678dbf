/** Offline: operations on cached files succeed or fail as on any disk, and each that changes something leaves its mark. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type FileOperation, NOT_PINNED } from '../../sim/port/mod.ts'
import { type Interruption, isRequestEvent, type Pending } from '../testing/world.ts'
import { type CacheRecord, CLEAN, MODIFIED } from './cache-record.ts'
import { intend } from './intents.ts'
import { BUCKET } from './records.ts'
import { at, Desk, DOCS, refuse, text } from './testing/desk.ts'

/** The marks that are set, by name. */
function marks(record: CacheRecord | undefined): readonly string[] {
  return Object.entries(record?.marks ?? { none: true }).filter(([, set]) => set).map(([name]) => name)
}

test('every change of a file leaves its own mark, and its original alone', () => {
  const path = at('plan.txt')
  const expected: readonly (readonly [FileOperation, string])[] = [
    [{ do: 'write', path, bytes: text('second') }, 'modifiedData'],
    [{ do: 'write-sparse', path, size: 100_000, parts: [] }, 'modifiedData'],
    [{ do: 'append', path, bytes: text('!') }, 'modifiedData'],
    [{ do: 'edit', path, offset: 0, bytes: text('F') }, 'modifiedData'],
    [{ do: 'touch', path }, 'modifiedTime'],
    [{ do: 'set-info', path, info: { lastWrite: 5 } }, 'modifiedTime'],
    [{ do: 'set-info', path, info: { attributes: 2 } }, 'modifiedAttributes'],
    [{ do: 'rename', path, to: at('PLAN.txt'), replace: false }, 'modifiedTime'],
  ]
  for (const [operation, mark] of expected) {
    const desk = new Desk({ 'plan.txt': 'first' })
    const { original } = desk.record('plan.txt') ?? {}
    assert.is(desk.act(operation).code, 0)
    const record = desk.record('plan.txt')
    assert.equal([marks(record), desk.view('plan.txt')?.dirty], [[mark], true], operation.do)
    assert.equal([record?.original, record?.edits], [original, 1])
    assert.is(desk.at('server', 'plan.txt'), 'first')
    desk.act({ do: 'touch', path })
    assert.is(desk.record('plan.txt')?.edits, 2)
    assert.ok(marks(desk.record('plan.txt')).includes(mark))
  }
})

test('two writes within one tick are two changes', () => {
  const desk = new Desk({ 'plan.txt': 'first' })
  desk.write('plan.txt', 'aaa', { still: true })
  desk.alter('plan.txt', { marks: CLEAN })
  const before = desk.item('cache', 'plan.txt')?.info.times.change
  desk.write('plan.txt', 'bbb', { still: true })
  assert.is(desk.item('cache', 'plan.txt')?.info.times.change, before)
  assert.equal(marks(desk.record('plan.txt')), ['modifiedData'])
})

test('reading, opening and listing leave none', () => {
  const desk = new Desk({ 'plan.txt': 'first' })
  const before = desk.record('plan.txt')
  assert.equal([desk.read('plan.txt'), desk.open('plan.txt', 'read-write'), desk.list()], ['first', 0, [
    'plan.txt',
  ]])
  assert.equal(desk.record('plan.txt'), before)
})

test('a folder is changed while its attributes or its spelling differ from the original', () => {
  const desk = new Desk({ 'art': null })
  const path = at('art')
  desk.act({ do: 'set-info', path, info: { attributes: 2 } })
  assert.equal(marks(desk.record('art')), ['modifiedAttributes'])
  desk.act({ do: 'set-info', path, info: { attributes: 0 } })
  assert.equal(marks(desk.record('art')), [])
  desk.act({ do: 'touch', path })
  assert.equal(marks(desk.record('art')), [])
  desk.act({ do: 'rename', path, to: at('ART'), replace: false })
  assert.equal(marks(desk.record('art')), ['modifiedAttributes'])
  assert.is(desk.view('art')?.path, at('ART'))
  desk.act({ do: 'rename', path, to: path, replace: false })
  assert.equal(marks(desk.record('art')), [])
  desk.alter('art', { original: null })
  desk.act({ do: 'set-info', path, info: { attributes: 2 } })
  assert.equal(marks(desk.record('art')), [])
})

test('what fails leaves everything as it was', () => {
  const desk = new Desk({ 'plan.txt': 'first', 'list.txt': 'one' })
  const before = desk.record('plan.txt')
  const path = at('plan.txt')
  desk.act({ do: 'open', path, access: 'read', share: ['read'] })
  const failing: readonly FileOperation[] = [
    { do: 'write', path, bytes: text('x') },
    { do: 'append', path, bytes: text('x') },
    { do: 'remove', path },
    { do: 'rename', path, to: at('new.txt'), replace: false },
    { do: 'rename', path: at('list.txt'), to: path, replace: true },
    { do: 'rename', path, to: at('PLAN.txt'), replace: false },
  ]
  for (const operation of failing) {
    assert.ok(desk.act(operation).code !== 0, operation.do)
    assert.equal(desk.record('plan.txt'), before, operation.do)
  }
  assert.equal(marks(desk.record('list.txt')), [])
  assert.is(desk.act({ do: 'mkdir', path }).code, 183)
  assert.is(desk.write('con', 'x'), 123)
  assert.is(desk.record('con'), undefined)
  assert.equal(desk.record('plan.txt'), before)
  for (
    const operation of [{ do: 'append', path: at('no.txt'), bytes: text('x') }, {
      do: 'touch',
      path: at('no.txt'),
    }] as const
  ) {
    assert.is(desk.act(operation).code, 2)
    assert.is(desk.record('no.txt'), undefined)
  }
})

test('a write that fails halfway has changed its file, and one that made it has made it', () => {
  const desk = new Desk({ 'plan.txt': 'first', 'log.txt': 'one', 'old.txt': '' })
  desk.change({ kind: 'set-capacity', machine: { client: 'laptop' }, bytes: 20 })
  assert.is(desk.write('plan.txt', 'a draft that is far too long'), 112)
  assert.equal([desk.here('plan.txt'), marks(desk.record('plan.txt'))], ['', ['modifiedData']])
  assert.is(desk.write('new.txt', 'a draft that is far too long'), 112)
  assert.equal([desk.here('new.txt'), marks(desk.record('new.txt'))], ['', ['createdOffline']])
  assert.is(
    desk.act({ do: 'append', path: at('log.txt'), bytes: text('a line that is far too long') }).code,
    112,
  )
  assert.equal([desk.here('log.txt'), marks(desk.record('log.txt'))], ['one', []])
})

test('a change that breaks off is one even where it shows in the time alone, or in the size alone', () => {
  const desk = new Desk({ 'disk.img': 'x'.repeat(1_500_000), 'plan.txt': 'first' })
  let writes = 0
  const breakOff = ({ request }: Pending): Interruption | undefined =>
    request.kind === 'write' && ++writes === 2 ? { refuse: 1117 } : undefined
  const edit = { do: 'edit', path: at('disk.img'), offset: 0, bytes: new Uint8Array(1_200_000) } as const
  assert.is(desk.act(edit, { interrupt: breakOff }).code, 1117)
  assert.equal(marks(desk.record('disk.img')), ['modifiedData'])
  desk.write('plan.txt', 'aaa', { still: true })
  desk.alter('plan.txt', { marks: CLEAN })
  assert.is(desk.write('plan.txt', 'bbb', { still: true, interrupt: refuse('write', 1117) }), 1117)
  assert.equal([desk.here('plan.txt'), marks(desk.record('plan.txt'))], ['', ['modifiedData']])
})

test('an append that had to make room halfway is one append', () => {
  const desk = new Desk({ 'log.txt': 'one' })
  desk.writeThere('free.txt', 'x'.repeat(1000))
  desk.arrange({ do: 'auto-cache', path: at('free.txt') })
  desk.change({ kind: 'set-capacity', machine: { client: 'laptop' }, bytes: 1_048_576 + 1100 })
  const bytes = new Uint8Array(1_048_576 + 500).fill(46)
  assert.is(desk.act({ do: 'append', path: at('log.txt'), bytes }).code, 0)
  assert.is(desk.here('log.txt')?.length, bytes.length + 3)
  assert.is(desk.here('log.txt')?.slice(0, 4), 'one.')
  assert.is(desk.here('free.txt'), undefined)
})

test('a file that is not all here can be replaced as a whole and nothing else, 4350', () => {
  const path = at('plan.txt')
  for (const state of ['sparse', 'ghost'] as const) {
    const desk = new Desk({ 'plan.txt': 'first', 'art': null })
    const { original } = desk.record('plan.txt') ?? {}
    desk.arrange(state === 'sparse' ? { do: state, path, present: [] } : { do: state, path })
    const refused: readonly FileOperation[] = [
      { do: 'read', path },
      { do: 'open', path, access: 'write', share: [] },
      { do: 'append', path, bytes: text('x') },
      { do: 'edit', path, offset: 0, bytes: text('x') },
      { do: 'touch', path },
      { do: 'set-info', path, info: { attributes: 2 } },
      { do: 'rename', path, to: at('b.txt'), replace: false },
    ]
    for (const operation of refused) assert.is(desk.act(operation).code, 4350, `${state} ${operation.do}`)
    assert.equal(marks(desk.record('plan.txt')), [])
    const before = desk.record('plan.txt')
    assert.is(desk.write('plan.txt', 'x', { interrupt: refuse('open', 32) }), 32)
    assert.equal(desk.record('plan.txt'), before)
    assert.is(desk.write('plan.txt', 'second'), 0)
    const record = desk.record('plan.txt')
    assert.equal([record?.sparse, record?.ghost, marks(record), record?.edits], [false, undefined, [
      'modifiedData',
    ], 1])
    assert.equal([record?.original, record?.marks, desk.read('plan.txt')], [original, MODIFIED, 'second'])
  }
})

test('a folder is not moved while anything in it is incomplete, wherever that stands', () => {
  const desk = new Desk({
    'art': null,
    'art\\a.txt': 'a',
    'art\\b.txt': 'b',
    'art\\old': null,
    'art\\old\\c.txt': 'c',
  })
  const rename = { do: 'rename', path: at('art'), to: at('pictures'), replace: false } as const
  for (const name of ['art\\a.txt', 'art\\b.txt', 'art\\old\\c.txt']) {
    desk.arrange({ do: 'sparse', path: at(name), present: [] })
    assert.is(desk.act(rename).code, 4350, name)
    desk.write(name, 'whole')
  }
  assert.is(desk.act(rename).code, 0)
})

test('offline a file has no named streams, 123', () => {
  const desk = new Desk({ 'plan.txt': 'first' })
  const stream = { path: at('plan.txt'), stream: 'note' }
  const bytes = text('x')
  const operations: readonly FileOperation[] = [
    { do: 'read', ...stream },
    { do: 'write', ...stream, bytes },
    { do: 'append', ...stream, bytes },
    { do: 'edit', ...stream, bytes, offset: 0 },
    { do: 'remove', ...stream },
  ]
  for (const operation of operations) assert.is(desk.act(operation).code, 123)
  assert.equal([desk.here('plan.txt'), marks(desk.record('plan.txt'))], ['first', []])
})

test('files of excluded types are not made and no file is named so; what is there can be changed', () => {
  const desk = new Desk({ 'a.txt': 'a', 'mail.pst': 'letters', 'art': null, 'art\\deep.pst': 'd' })
  const settings = { syncConflictHandling: {}, excludedTypes: ['*.PST'] }
  desk.change({ kind: 'set-policy', client: 'laptop', settings })
  const logged = (): readonly unknown[] => desk.asked('log').map(({ entry }) => [entry.path, entry.because])
  assert.is(desk.write('new.pst', 'x'), 50)
  assert.equal(logged(), [[at('new.pst'), ['event 2010']]])
  assert.is(desk.act({ do: 'rename', path: at('a.txt'), to: at('a.pst'), replace: false }).code, 50)
  assert.equal(logged(), [[at('a.pst'), ['event 2011']]])
  assert.equal([desk.here('new.pst'), desk.here('a.pst'), desk.here('a.txt')], [undefined, undefined, 'a'])
  assert.is(desk.write('mail.pst', 'more letters'), 0)
  assert.is(desk.act({ do: 'rename', path: at('mail.pst'), to: at('mail.txt'), replace: false }).code, 0)
  assert.is(desk.act({ do: 'mkdir', path: at('dir.pst') }).code, 0)
  assert.is(desk.act({ do: 'rename', path: at('art'), to: at('art.pst'), replace: false }).code, 0)
  assert.equal([desk.here('art.pst\\deep.pst'), logged()], ['d', []])
  assert.is(desk.write('unasked.pst', 'b', { interrupt: refuse('settings', 5) }), 0)
})

test('what a run left half done is settled before a name is touched, at both names of a rename', () => {
  const operations: readonly FileOperation[] = [
    { do: 'write', path: at('gone.txt'), bytes: text('x') },
    { do: 'rename', path: at('plan.txt'), to: at('gone.txt'), replace: false },
  ]
  for (const operation of operations) {
    const desk = new Desk({ 'plan.txt': 'first', 'gone.txt': 'x', 'other.txt': 'y' })
    for (const name of ['gone.txt', 'other.txt']) leaveRemoved(desk, name)
    assert.is(desk.act(operation).code, 0)
    const record = desk.record('gone.txt')
    assert.equal([record?.original, marks(record)], [null, ['createdOffline']])
    assert.is(desk.host.world.client().records.list(BUCKET.intents).size, 1)
  }
  const reading = new Desk({ 'gone.txt': 'x' })
  leaveRemoved(reading, 'gone.txt')
  assert.is(reading.read('gone.txt'), 2)
  assert.ok(reading.record('gone.txt'))
})

/** Leaves a removal as a run does that was dropped right after it. */
function leaveRemoved(desk: Desk, name: string): void {
  const path = at(name)
  const record = desk.record(name)
  const info = desk.item('cache', name)?.info
  assert.ok(record && info)
  if (record === undefined || info === undefined) return
  const before = { id: info.id, change: info.times.change }
  const intent = {
    path,
    operation: 'DELETE_CLIENT_COPY',
    side: 'cache',
    before,
    expect: null,
    localChange: null,
    record,
  } as const
  desk.run(intend(intent), { actor: 'engine' })
  desk.host.act('cache', { do: 'remove', path }, { actor: 'engine', scope: `dropped ${name}` })
}

test('nothing that is done offline asks the server', () => {
  const desk = new Desk({ 'plan.txt': 'first', 'art': null, 'art\\a.txt': 'a' })
  desk.write('plan.txt', 'second')
  desk.write('new.txt', 'x')
  desk.act({ do: 'rename', path: at('art'), to: at('ART'), replace: false })
  desk.act({ do: 'rename', path: at('art'), to: at('b'), replace: false })
  desk.act({ do: 'remove', path: at('b') })
  desk.list()
  const asked = desk.host.trace.filter(isRequestEvent).filter(({ actor, request }) =>
    actor === 'application' && 'on' in request && request.on === 'server'
  )
  assert.equal(asked, [])
  assert.equal(desk.record('')?.marks, CLEAN)
  assert.equal(desk.record('new.txt')?.pins, NOT_PINNED)
  assert.is(desk.act({ do: 'list', path: DOCS }).code, 0)
})

test.run()
