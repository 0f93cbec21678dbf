/** Names that come and go offline: tombstones, what is made over them, save-by-rename, and what a later sync will be told. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type ItemType, NOT_PINNED } from '../../sim/port/mod.ts'
import { type CacheRecord, CLEAN, CREATED } from './cache-record.ts'
import { at, Desk, refuse, text, USER_PINS } from './testing/desk.ts'

interface Told {
  readonly marks: readonly string[]
  readonly type: ItemType | undefined
  readonly original: ItemType | undefined
}

/** What a record tells the next sync. */
function told(record: CacheRecord | undefined): Told | 'nothing' {
  if (record === undefined) return 'nothing'
  const marks = Object.entries(record.marks).filter(([, set]) => set).map(([name]) => name)
  return { marks, type: record.type, original: record.original?.type }
}

const TREE = { 'plan.txt': 'first', 'art': null, 'art\\logo.txt': 'csclab' }

test('a known item leaves a tombstone with the moment of its deletion, one made offline leaves nothing', () => {
  const desk = new Desk(TREE)
  desk.act({ do: 'remove', path: at('art') })
  assert.equal(told(desk.record('art')), {
    marks: ['deletedOffline'],
    type: 'directory',
    original: 'directory',
  })
  assert.equal(told(desk.record('art\\logo.txt')), {
    marks: ['deletedOffline'],
    type: 'file',
    original: 'file',
  })
  const { deletedAt } = desk.record('art\\logo.txt') ?? {}
  assert.ok((deletedAt ?? 0) > 0)
  desk.write('new.txt', 'x')
  assert.equal(told(desk.record('new.txt')), { marks: ['createdOffline'], type: 'file', original: undefined })
  desk.act({ do: 'remove', path: at('new.txt') })
  assert.is(told(desk.record('new.txt')), 'nothing')
  assert.is(desk.act({ do: 'remove', path: at('new.txt') }).code, 2)
  desk.arrange({ do: 'sparse', path: at('plan.txt'), present: [] })
  desk.act({ do: 'remove', path: at('plan.txt') })
  assert.is(desk.record('plan.txt')?.sparse, false)
  assert.equal(desk.record('plan.txt')?.marks, { ...CLEAN, deletedOffline: true })
})

test('the record of what is made offline says all there is to say', () => {
  const desk = new Desk({})
  desk.write('New.txt', 'x')
  desk.act({ do: 'mkdir', path: at('Art') })
  for (const [name, type] of [['New.txt', 'file'], ['Art', 'directory']] as const) {
    const { edits, ...record } = desk.record(name) ?? {}
    assert.ok((edits ?? 0) > 0)
    assert.equal(record, {
      name,
      type,
      original: null,
      marks: CREATED,
      deletedAt: null,
      sparse: false,
      pins: NOT_PINNED,
    })
  }
  assert.is(desk.view('art')?.path, at('Art'))
})

test('an edited item is a plain tombstone once it is deleted', () => {
  const desk = new Desk(TREE)
  desk.write('plan.txt', 'second')
  desk.act({ do: 'remove', path: at('plan.txt') })
  assert.equal(told(desk.record('plan.txt')), { marks: ['deletedOffline'], type: 'file', original: 'file' })
})

test('a file made over a file’s tombstone counts as changed; deleted again it is a replaced one', () => {
  const desk = new Desk(TREE)
  const { original } = desk.record('plan.txt') ?? {}
  desk.act({ do: 'remove', path: at('plan.txt') })
  const first = desk.record('plan.txt')?.deletedAt ?? 0
  desk.write('plan.txt', 'made anew')
  const record = desk.record('plan.txt')
  assert.equal(told(record), { marks: ['replaced', 'modifiedData'], type: 'file', original: 'file' })
  assert.equal([record?.original, record?.deletedAt], [original, null])
  desk.act({ do: 'remove', path: at('plan.txt') })
  assert.equal(told(desk.record('plan.txt')), {
    marks: ['deletedOffline', 'replaced'],
    type: 'file',
    original: 'file',
  })
  assert.ok((desk.record('plan.txt')?.deletedAt ?? 0) > first)
})

test('a file made over a folder’s tombstone counts as created; deleted again it is a replaced one', () => {
  const desk = new Desk({ 'art': null })
  desk.act({ do: 'remove', path: at('art') })
  const first = desk.record('art')?.deletedAt ?? 0
  desk.write('art', 'no folder any more')
  assert.equal(told(desk.record('art')), {
    marks: ['createdOffline', 'replaced'],
    type: 'file',
    original: 'directory',
  })
  desk.act({ do: 'remove', path: at('art') })
  assert.equal(told(desk.record('art')), {
    marks: ['deletedOffline', 'replaced'],
    type: 'file',
    original: 'directory',
  })
  assert.ok((desk.record('art')?.deletedAt ?? 0) > first)
})

test('a folder made over a tombstone and deleted again lets the older one stand, as it was', () => {
  for (const name of ['plan.txt', 'art']) {
    const desk = new Desk(TREE)
    desk.act({ do: 'remove', path: at(name) })
    const before = desk.record(name)
    assert.is(desk.act({ do: 'mkdir', path: at(name) }).code, 0)
    assert.equal(told(desk.record(name)), {
      marks: ['createdOffline'],
      type: 'directory',
      original: before?.original?.type,
    })
    desk.act({ do: 'remove', path: at(name) })
    const after = desk.record(name)
    assert.equal(told(after), told(before))
    assert.is(after?.deletedAt, before?.deletedAt)
  }
  const replaced = new Desk(TREE)
  const act = (operation: 'remove' | 'mkdir'): void => {
    replaced.act({ do: operation, path: at('plan.txt') })
  }
  act('remove')
  replaced.write('plan.txt', 'x')
  act('remove')
  act('mkdir')
  act('remove')
  assert.equal(told(replaced.record('plan.txt')), {
    marks: ['deletedOffline', 'replaced'],
    type: 'file',
    original: 'file',
  })
})

test('pins stay with a name that was deleted, and are handed down to a new one', () => {
  const desk = new Desk({ 'art': null, 'art\\a.txt': 'a' })
  desk.arrange({ do: 'pin', path: at('art'), category: 'computer' })
  desk.arrange({ do: 'pin', path: at('art'), category: 'user', inherit: false })
  desk.arrange({ do: 'pin', path: at('art\\a.txt'), category: 'redirection' })
  desk.act({ do: 'remove', path: at('art\\a.txt') })
  desk.write('art\\a.txt', 'anew')
  desk.write('art\\b.txt', 'b')
  assert.equal(desk.record('art\\a.txt')?.pins, { ...NOT_PINNED, redirection: 1 })
  assert.equal(desk.record('art\\b.txt')?.pins, { ...NOT_PINNED, computer: 2 })
})

test('no two records of a name that is made, removed and made again are alike', () => {
  const desk = new Desk({})
  const edits = new Set<number | undefined>()
  for (let i = 0; i < 3; i++) {
    desk.write('a.txt', 'x')
    edits.add(desk.record('a.txt')?.edits)
    desk.act({ do: 'remove', path: at('a.txt') })
  }
  assert.is(edits.size, 3)
})

test('a renamed item is deleted under its old name and created under the new one, with all that is in it', () => {
  const desk = new Desk(TREE, { pins: USER_PINS })
  desk.write('art\\new.txt', 'x')
  desk.act({ do: 'rename', path: at('art'), to: at('pictures'), replace: false })
  assert.equal(
    ['art', 'art\\logo.txt', 'art\\new.txt', 'pictures', 'pictures\\logo.txt', 'pictures\\new.txt'].map(
      (name) => {
        const record = told(desk.record(name))
        return record === 'nothing' ? record : record.marks.join()
      },
    ),
    ['deletedOffline', 'deletedOffline', 'nothing', 'createdOffline', 'createdOffline', 'createdOffline'],
  )
  assert.equal(desk.record('pictures\\logo.txt')?.original, null)
  assert.equal(desk.record('pictures\\logo.txt')?.pins, USER_PINS)
  assert.equal(desk.record('pictures')?.type, 'directory')
  assert.ok((desk.record('art')?.deletedAt ?? 0) > 0)
})

test('saving the Office way ends as one changed file', () => {
  const desk = new Desk({ 'plan.doc': 'first' })
  const { original } = desk.record('plan.doc') ?? {}
  desk.write('~tmp', 'second')
  desk.act({ do: 'rename', path: at('plan.doc'), to: at('aside.tmp'), replace: false })
  desk.act({ do: 'rename', path: at('~tmp'), to: at('plan.doc'), replace: false })
  desk.act({ do: 'remove', path: at('aside.tmp') })
  assert.equal(told(desk.record('plan.doc')), {
    marks: ['replaced', 'modifiedData'],
    type: 'file',
    original: 'file',
  })
  assert.equal(desk.record('plan.doc')?.original, original)
  assert.equal([told(desk.record('~tmp')), told(desk.record('aside.tmp'))], ['nothing', 'nothing'])
})

test('a file moved over another is that other one, changed', () => {
  const desk = new Desk({ 'plan.txt': 'first', 'list.txt': 'one' })
  desk.act({ do: 'rename', path: at('plan.txt'), to: at('list.txt'), replace: true })
  assert.equal(told(desk.record('list.txt')), {
    marks: ['replaced', 'modifiedData'],
    type: 'file',
    original: 'file',
  })
  assert.is(desk.record('list.txt')?.original?.name, 'list.txt')
})

test('case alone is no rename: the entry stays, with one more edit', () => {
  const desk = new Desk(TREE)
  const before = desk.record('plan.txt')
  desk.write('plan.txt', 'second')
  desk.act({ do: 'rename', path: at('plan.txt'), to: at('Plan.TXT'), replace: false })
  const after = desk.record('plan.txt')
  assert.equal([after?.name, after?.original, after?.edits], ['Plan.TXT', before?.original, 2])
  assert.equal(told(after), { marks: ['modifiedData', 'modifiedTime'], type: 'file', original: 'file' })
  assert.is(desk.item('cache', 'plan.txt')?.path, at('Plan.TXT'))
})

test('a folder is removed up to the first item that is refused', () => {
  const desk = new Desk({ 'art': null, 'art\\a.txt': 'a', 'art\\b.txt': 'b' })
  desk.act({ do: 'open', path: at('art\\b.txt'), access: 'read', share: ['read'] })
  assert.is(desk.act({ do: 'remove', path: at('art') }).code, 32)
  assert.equal(told(desk.record('art\\a.txt')), { marks: ['deletedOffline'], type: 'file', original: 'file' })
  assert.equal([told(desk.record('art\\b.txt')), told(desk.record('art'))], [
    { marks: [], type: 'file', original: 'file' },
    { marks: [], type: 'directory', original: 'directory' },
  ])
  assert.is(
    desk.act({ do: 'remove', path: at('art') }, { interrupt: refuse('list', 1117, 'cache') }).code,
    1117,
  )
})

test('what the cache never recorded is moved and removed without a record', () => {
  const desk = new Desk({ 'plan.txt': 'first' })
  const stray = { do: 'write', path: at('stray.txt'), bytes: text('x') } as const
  desk.host.act('cache', stray, { actor: 'engine', scope: 'stray' })
  assert.is(desk.act({ do: 'rename', path: stray.path, to: at('STRAY.txt'), replace: false }).code, 0)
  assert.is(told(desk.record('stray.txt')), 'nothing')
  assert.is(desk.act({ do: 'append', path: stray.path, bytes: text('y') }).code, 0)
  assert.is(told(desk.record('stray.txt')), 'nothing')
  assert.is(desk.act({ do: 'remove', path: stray.path }).code, 0)
  assert.is(told(desk.record('stray.txt')), 'nothing')
})

test.run()
