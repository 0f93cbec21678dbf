/** Volumes that differ from NTFS differ as their profile says, and in nothing else. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ATTRIBUTE, SETTABLE } from '../windows/mod.ts'
import { NTFS } from './profile.ts'
import {
  at,
  bytes,
  code,
  good,
  info,
  open,
  options,
  PLAN,
  read,
  refusal,
  time,
  volume,
  write,
} from './testing/support.ts'
import { itemAt } from './tree.ts'

test('a volume is NTFS unless told otherwise', () => {
  assert.equal(volume().profile, NTFS)
  const other = volume({ profile: { oplocks: false, storageBits: ATTRIBUTE.COMPRESSED } })
  assert.equal(other.fork(options).profile, { ...NTFS, oplocks: false, storageBits: ATTRIBUTE.COMPRESSED })
})

test('a profile that no volume can have is refused, with the field and what it must be', () => {
  const wrong: readonly (readonly [object, string, string])[] = [
    [{ timeGranularity: 0 }, 'timeGranularity is 0', 'a whole number, 1 or more'],
    [{ timeGranularity: 0.5 }, 'timeGranularity is 0.5', 'a whole number, 1 or more'],
    [{ clockOffset: NaN }, 'clockOffset is NaN', 'a whole number'],
    [{ names: 'posix' }, 'names is "posix"', '"windows" or "any"'],
    [{ caseSensitive: 1 }, 'caseSensitive is 1', 'true or false'],
    [{ storageBits: -1 }, 'storageBits is -1', 'a whole number from 0 to 4294967295'],
  ]
  for (const [profile, is, must] of wrong) {
    assert.equal(refusal(() => volume({ profile })), [`The profile of a volume: ${is}`, `It must be ${must}`])
  }
})

test('where case matters, names that fold alike stand side by side', () => {
  const on = volume({ profile: { caseSensitive: true } })
  write(on, at('b'), 'b')
  write(on, at('a.txt'), 'small')
  write(on, at('A.txt'), 'large')
  on.mkdir(at('a.TXT'))
  write(on, at('a.TXT', 'inside'), 'inside')
  assert.equal([read(on, at('A.txt')), read(on, ['HQ', 'DOCS', 'a.txt'])], ['large', 'small'])
  assert.is(code(on.stat(at('A.TXT'))), 2)
  const entries = good(on.list(at()))
  assert.equal(entries.map(({ name, key }) => [name, key]), [
    ['A.txt', 'A.TXT'],
    ['a.TXT', 'A.TXT'],
    ['a.txt', 'A.TXT'],
    ['b', 'B'],
  ])
  assert.equal([...on.tree().keys()].slice(2), [
    '\\\\HQ\\DOCS\\A.TXT',
    '\\\\HQ\\DOCS\\A.TXT\0a.TXT',
    '\\\\HQ\\DOCS\\A.TXT\0a.TXT\\INSIDE',
    '\\\\HQ\\DOCS\\A.TXT\0a.txt',
    '\\\\HQ\\DOCS\\B',
  ])
  const found = (path: string): string | undefined => itemAt(on.tree(), `\\\\hq\\docs\\${path}`)?.path
  assert.equal(['A.TXT', 'a.txt', 'a.TXT', 'a.TXT\\INSIDE', 'A.TXT\\inside', 'B'].map(found), [
    '\\\\hq\\docs\\A.txt',
    '\\\\hq\\docs\\a.txt',
    '\\\\hq\\docs\\a.TXT',
    '\\\\hq\\docs\\a.TXT\\inside',
    undefined,
    '\\\\hq\\docs\\b',
  ])
  good(on.remove(at('A.txt')))
  assert.is(found('A.txt'), '\\\\hq\\docs\\a.TXT')
  assert.is(code(on.rename(at('a.txt'), at('A.txt'), { replace: false })), 0)
  assert.is(code(on.rename(at('b'), at('A.txt'), { replace: false })), 183)
})

test('times are stored as coarsely and as wrongly as the volume keeps them', () => {
  const on = volume({ profile: { timeGranularity: 20, clockOffset: -15 } })
  time.now = 50
  write(on, PLAN, 'x')
  assert.equal(info(on, PLAN).times, { creation: 20, lastWrite: 20, change: 20, lastAccess: 20 })
  const after = good(on.setInfo(PLAN, { info: { lastWrite: 59, creation: -1 } }))
  assert.equal([after.times.lastWrite, after.times.creation], [40, -20])
  const times = { creation: 21, lastWrite: 22, change: 23, lastAccess: 24 }
  on.lay(at('laid'), { type: 'file', attributes: 0, size: 0, times }, bytes(''))
  assert.equal(info(on, at('laid')).times, { creation: 20, lastWrite: 20, change: 20, lastAccess: 20 })
})

test('a volume that accepts any name still refuses separators and what is too long', () => {
  const on = volume({ profile: { names: 'any' } })
  for (const name of ['con', 'nul.txt', 'dot.', 'space ', 'a:b', 'a*b?', 'a<b>"|', 'a\u0001']) {
    assert.is(code(on.mkdir(at(name))), 0, name)
  }
  for (const name of ['', '.', '..', 'a/b', 'a\\b', 'a\0b']) assert.is(code(on.mkdir(at(name))), 123, name)
  assert.is(code(on.mkdir(at('x'.repeat(256)))), 206)
})

test('storage bits are on every file, on no directory, and cannot be set or cleared', () => {
  const on = volume({ profile: { storageBits: ATTRIBUTE.REPARSE_POINT } })
  write(on, PLAN, 'x')
  on.setInfo(PLAN, { info: { attributes: 0 } })
  assert.is(info(on, PLAN).attributes, ATTRIBUTE.REPARSE_POINT)
  const times = { creation: 0, lastWrite: 0, change: 0, lastAccess: 0 }
  on.lay(at('laid'), { type: 'file', attributes: 0, size: 0, times }, bytes(''))
  assert.is(info(on, at('laid')).attributes, ATTRIBUTE.REPARSE_POINT)
  assert.is(info(on, at()).attributes, ATTRIBUTE.DIRECTORY)
  const plain = volume()
  write(plain, PLAN, 'x')
  plain.setInfo(PLAN, { info: { attributes: 0xffff } })
  assert.is(info(plain, PLAN).attributes, SETTABLE)
})

test('a volume tells whether it grants oplocks', () => {
  assert.is(volume({ profile: { oplocks: false } }).profile.oplocks, false)
  assert.ok(open(volume({ profile: { oplocks: false } }), PLAN).number > 0)
})

test.run()
