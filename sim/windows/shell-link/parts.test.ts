/** The small parts: code page, GUIDs, FAT times, flags. */

import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { formatTime, SECOND } from '../filetime.ts'
import { decodeAnsi, encodeAnsi, isAscii, toAscii } from './ansi.ts'
import { fromFatTime, toFatTime } from './fat-time.ts'
import { guidBytes, guidText } from './guid.ts'
import { ALL_LINK_FLAGS, LINK_FLAG, linkFlagNames } from './link-flags.ts'
import { hex, MOMENT } from './testing/samples.ts'

const SEED = 20100104

test('every byte has one character in Windows-1252, and comes back from it', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const text = decodeAnsi(all)
  assert.is(new Set(text).size, 256)
  assert.equal(encodeAnsi(text), all)
  assert.is(decodeAnsi(hex('80 8a 9f e9 ff 41')), '€ŠŸéÿA')
  assert.is(decodeAnsi(hex('81 9d')), '\u0081\u009d', 'bytes without a character')
  assert.is(encodeAnsi('a日'), undefined)
  assert.is(encodeAnsi('\u0080'), undefined, 'the byte 0x80 is the euro sign')
})

test('what is not ASCII becomes a question mark, unit by unit', () => {
  assert.is(toAscii('aé日😀~\u007f\u0080'), 'a????~\u007f?')
  assert.ok(isAscii('plan.txt'))
  assert.not(isAscii('é'))
})

test('a GUID is text and bytes', () => {
  const bytes = hex('0d 1a 2c f0 21 be 50 43 88 b0 73 67 fc 96 ef 3c')
  assert.is(guidText(bytes), '{F02C1A0D-BE21-4350-88B0-7367FC96EF3C}')
  assert.equal(guidBytes('{f02c1a0d-be21-4350-88b0-7367fc96ef3c}'), bytes)
  assert.is(guidBytes('F02C1A0D-BE21-4350-88B0-7367FC96EF3C'), undefined)
})

test('FAT times are even seconds from 1980 to 2107', () => {
  assert.is(toFatTime(MOMENT), 0x18825022)
  assert.is(fromFatTime(0x18825022), MOMENT - SECOND)
  const first = fromFatTime(0x21)
  assert.is(first === undefined ? '' : formatTime(first), '1980-01-01 00:00:00')
  const last = fromFatTime(0xbf7dff9f)
  assert.is(last === undefined ? '' : formatTime(last), '2107-12-31 23:59:58')
  assert.is(toFatTime(undefined), 0)
  assert.is(toFatTime((first ?? 0) - SECOND), 0)
  assert.is(toFatTime((last ?? 0) + 2 * SECOND), 0)
})

test('a FAT time that names no moment is not set', () => {
  // Month 0, month 13, day 0, 30 February; 24 hours, 60 minutes, 60 seconds.
  for (const value of [0, 0x01a1, 0x0020, 0x005e, 0xc0000021, 0x07800021, 0x001e0021]) {
    assert.is(fromFatTime(value), undefined, value.toString(16))
  }
})

test('any FAT time that is one comes back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => {
      const ticks = fromFatTime(value)
      if (ticks !== undefined) assert.is(toFatTime(ticks), value)
    }),
    { seed: SEED },
  )
})

test('flags have the names of the format, one for each bit', () => {
  assert.equal(linkFlagNames(0x82), ['HasLinkInfo', 'IsUnicode'])
  assert.is(linkFlagNames(0xffffffff).length, 27)
  assert.is(Object.values(LINK_FLAG).reduce((all, bit) => all + bit, 0), ALL_LINK_FLAGS)
})

test.run()
