/** The vocabulary of Windows: names, paths, times, codes, flags. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  ALL_SYNC_FLAGS,
  attributeBits,
  attributeNames,
  checkName,
  checkShareName,
  CONFLICT_POLICY,
  EPOCH_FILETIME,
  findCode,
  formatFlags,
  formatTime,
  fromFiletime,
  fromSlashes,
  fromUnixNanoseconds,
  hresultOf,
  isWithin,
  messageOf,
  nameOf,
  parentOf,
  parseFlags,
  partsOf,
  SECOND,
  shareOf,
  stateName,
  stateNumber,
  SYNC_FLAG,
  SYNC_STATES,
  toFiletime,
  uncOf,
  upcase,
  WIN32_CODES,
  win32Of,
} from './mod.ts'
import { generateRanges } from './upcase.generate.ts'
import { UPCASE_RANGES } from './upcase-ranges.ts'

test('names that Windows refuses are refused with its codes', () => {
  for (const name of ['plan.txt', '.profile', 'CONTEXT', 'com10', 'a b', 'é', 'x'.repeat(255)]) {
    assert.is(checkName(name), 0, name)
  }
  const refused = [
    '',
    '.',
    '..',
    'a.',
    'a ',
    'a:b',
    'a?b',
    'a*',
    'a|b',
    'a/b',
    'a\\b',
    'a<b',
    'a>b',
    'a"b',
    'a\u0001b',
  ]
  const devices = ['CON', 'nul', 'NUL.txt', 'com1', 'LPT9.tar.gz', 'com²', 'aux.']
  for (const name of [...refused, ...devices]) assert.is(checkName(name), 123, name)
  assert.is(checkName('x'.repeat(256)), 206)
  assert.is(checkShareName('docs$'), 0)
  assert.is(checkShareName('x'.repeat(81)), 123)
})

test('names are folded unit by unit, never by language (P14.1, P15.26)', () => {
  assert.is(upcase('straße ıſµ'), 'STRAßE ıſµ')
  assert.is(upcase('ÿéДλ'), 'ŸÉДΛ')
  assert.is.not(upcase('e\u0301'), upcase('\u00e9'))
  assert.is(upcase('\ud801\udc28'), '\ud801\udc28', 'units of a pair stay as they are')
  assert.is(upcase('a\ud800b'), 'A\ud800B')
})

test('the uppercase table is what its generator makes', () => {
  if (Reflect.get(globalThis, 'Deno') !== undefined) return
  assert.equal(UPCASE_RANGES, generateRanges())
})

test('folding twice changes nothing more', () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const once = upcase(String.fromCharCode(unit))
    assert.is(upcase(once), once)
  }
})

test('UNC paths are taken apart and put together', () => {
  const path = '\\\\hq\\docs\\art\\logo.png'
  assert.equal(partsOf(path), ['hq', 'docs', 'art', 'logo.png'])
  assert.is(uncOf(partsOf(path)), path)
  assert.is(parentOf(path), '\\\\hq\\docs\\art')
  assert.is(parentOf('\\\\hq'), undefined)
  assert.is(nameOf(path), 'logo.png')
  assert.is(shareOf(path), '\\\\hq\\docs')
  assert.is(fromSlashes('//hq/docs'), '\\\\hq\\docs')
  assert.ok(isWithin(path, '\\\\HQ\\Docs'))
  assert.ok(isWithin('\\\\hq\\docs', '\\\\hq\\docs'))
  assert.not(isWithin('\\\\hq\\docs2\\a', '\\\\hq\\docs'))
})

test('time counts in ticks of 100 ns from Monday 2010-01-04 09:00 UTC', () => {
  assert.is(formatTime(0), '2010-01-04 09:00:00')
  assert.is(formatTime(SECOND * 61 + 5_000_000), '2010-01-04 09:01:01.5')
  assert.is(formatTime(-1), '2010-01-04 08:59:59.9999999')
  assert.is(toFiletime(7), EPOCH_FILETIME + 7n)
  assert.is(fromFiletime(toFiletime(-123_456_789)), -123_456_789)
  assert.is(formatTime(fromUnixNanoseconds(499_162_500_000_000_000n)), '1985-10-26 08:15:00')
  assert.is(EPOCH_FILETIME, 116_444_736_000_000_000n + BigInt(Date.UTC(2010, 0, 4, 9)) * 10_000n)
})

test('codes have names, texts and HRESULTs (SYNC-40, SYNC-41)', () => {
  assert.is(hresultOf(0), 0)
  assert.is(hresultOf(32), 0x80070020)
  assert.is(win32Of(0x800704c7), 1223)
  assert.is(win32Of(0x8004102f), 0x8004102f)
  assert.is(hresultOf(0x8004102f), 0x8004102f)
  assert.is(messageOf(0x80070057), 'The parameter is incorrect.')
  assert.is(findCode(6)?.name, 'ERROR_INVALID_HANDLE')
  assert.is(findCode(999_999), undefined)
  assert.match(messageOf(0x1234), /1234/)
  const codes = WIN32_CODES.map(({ code }) => code)
  assert.equal(codes, [...new Set(codes)].sort((a, b) => a - b))
})

test('attributes go by name and back', () => {
  assert.equal(attributeNames(0x2007), ['READONLY', 'HIDDEN', 'SYSTEM', 'NOT_CONTENT_INDEXED'])
  assert.is(attributeBits(['READONLY', 'ARCHIVE']), 0x21)
})

test('flags are read as words, header names and numbers, and written as words', () => {
  assert.is(parseFlags('in | out | keep-latest'), 0x30000006)
  assert.is(parseFlags('SYNCIN|0x4'), 6)
  assert.is(parseFlags(''), 0)
  assert.is(parseFlags('keep-local | keep-remote'), CONFLICT_POLICY.KEEPLATEST, 'values, not flags (SYNC-32)')
  assert.is(formatFlags(0), 'none')
  assert.is(formatFlags(0x40000002), 'in | 0x40000000')
  assert.throws(() => parseFlags('in | sideways'), /Unknown sync flag "sideways"/)
  const all = Object.values(SYNC_FLAG).reduce((bits, bit) => bits | bit, 0)
  assert.is((all | CONFLICT_POLICY.KEEPLATEST) >>> 0, ALL_SYNC_FLAGS)
  for (const flags of [0, 0x6, 0x3f, 0x20002, 0x30033fff]) assert.is(parseFlags(formatFlags(flags)), flags)
})

test('there are 54 sync states, by number and name', () => {
  assert.is(SYNC_STATES.length, 54)
  assert.is(stateName(12), 'FileChangedOnClient_ChangedOnServer')
  assert.is(stateNumber('FileDeletedOnServer'), 46)
  assert.is(stateName(54), undefined)
})

test.run()
