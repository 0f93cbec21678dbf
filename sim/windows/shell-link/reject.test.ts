/** What is no shell link: each rule of the format that can be broken, with the place where it is. */

import { test } from 'uvu'
import { LINK_FLAG } from './link-flags.ts'
import { assertRejected } from './testing/assert-rejected.ts'
import { FILE, hex, joined, patched, UNICODE } from './testing/samples.ts'
import { writeShellLink } from './write.ts'

/** Where the structures of the sample "a file" start. */
const INFO = 76
const NETWORK = 104

const LOCAL = writeShellLink({ local: { path: 'C:\\a.txt', label: 'DATA' } })
/** VolumeID follows the 28 bytes of the header, and its label its 16. */
const VOLUME = INFO + 28

const ITEMS = writeShellLink({ items: [{ kind: 'other', data: hex('00 01 02 03') }] })

const HEADER = FILE.bytes.slice(0, 76)

function withFlags(flags: number, ...rest: readonly Uint8Array[]): Uint8Array {
  const bytes = joined(HEADER, ...rest)
  new DataView(bytes.buffer).setUint32(20, flags, true)
  return bytes
}

test('1: a file of less than 76 bytes', () => {
  assertRejected(new Uint8Array(0), { rule: 'header', offset: 0, text: /at least 76 bytes, these are 0/ })
  assertRejected(FILE.bytes.slice(0, 75), { rule: 'header', offset: 75, text: /these are 75/ })
})

test('1: no bytes at all, as a program without types may pass', () => {
  const found = {
    null: 'null',
    '"L"': '"L"',
    '[76, 0]': 'a list',
    '{}': 'a value of type object',
    '76': '76',
  }
  for (const [json, shown] of Object.entries(found)) {
    const given: Uint8Array = JSON.parse(json)
    const text = new RegExp(`No shell link: what is to be read is ${shown}, not a Uint8Array`)
    assertRejected(given, { rule: 'header', offset: 0, text })
  }
  const missing: Uint8Array = JSON.parse('{}').bytes
  assertRejected(missing, { rule: 'header', offset: 0, text: /what is to be read is missing/ })
})

test('1: another HeaderSize', () => {
  assertRejected(patched(FILE.bytes, { 0: '4d' }), { rule: 'header', offset: 0, text: /HeaderSize is 77/ })
})

test('1: another class', () => {
  for (let at = 4; at < 20; at++) {
    assertRejected(patched(FILE.bytes, { [at]: '99' }), { rule: 'header', offset: at, text: /LinkCLSID/ })
  }
})

test('2: a list of items past the end of the file', () => {
  assertRejected(patched(ITEMS, { 76: 'ff ff' }), { rule: 'items', offset: 78, text: /does not fit/ })
  assertRejected(ITEMS.slice(0, 77), { rule: 'items', offset: 77, text: /before IDListSize/ })
})

test('2: an item with a size of 1', () => {
  assertRejected(patched(ITEMS, { 78: '01 00' }), { rule: 'items', offset: 78, text: /size of 1/ })
})

test('2: an item past the end of the list', () => {
  assertRejected(patched(ITEMS, { 78: '09 00' }), { rule: 'items', offset: 78, text: /does not fit/ })
})

test('2: a list that ends before its end, or not at all', () => {
  assertRejected(patched(ITEMS, { 78: '00 00' }), { rule: 'items', offset: 78, text: /ends before its size/ })
  assertRejected(patched(ITEMS, { 78: '08 00' }), { rule: 'items', offset: 86, text: /before its terminal/ })
  assertRejected(patched(ITEMS, { 76: '00 00' }), { rule: 'items', offset: 78, text: /before its terminal/ })
})

test('3: a LinkInfoSize smaller than its header', () => {
  assertRejected(patched(FILE.bytes, { [INFO]: '1b' }), { rule: 'link-info', offset: INFO, text: /is 27/ })
  assertRejected(patched(FILE.bytes, { [INFO + 4]: '48' }), {
    rule: 'link-info',
    offset: INFO + 4,
    text: /72 is more/,
  })
  assertRejected(patched(FILE.bytes, { [INFO]: '00' }), { rule: 'link-info', offset: INFO, text: /is 0/ })
})

test('3: a LinkInfo past the end of the file', () => {
  assertRejected(patched(FILE.bytes, { [INFO]: '4c' }), {
    rule: 'link-info',
    offset: INFO,
    text: /76 bytes does not/,
  })
  assertRejected(FILE.bytes.slice(0, 79), { rule: 'link-info', offset: 79, text: /before LinkInfoSize/ })
})

test('3: a LinkInfoHeaderSize between those of the two forms, or below both', () => {
  for (const size of ['1b', '1d', '23']) {
    assertRejected(patched(FILE.bytes, { [INFO + 4]: size }), {
      rule: 'link-info',
      offset: INFO + 4,
      text: /neither 28 nor at least 36/,
    })
  }
})

test('4: an offset outside its structure', () => {
  const outside = { rule: 'offset', text: /leads outside LinkInfo, which has \d+ bytes/ } as const
  assertRejected(patched(FILE.bytes, { [INFO + 24]: '47' }), { ...outside, offset: INFO + 24 })
  assertRejected(patched(FILE.bytes, { [INFO + 20]: 'ff ff ff ff' }), { ...outside, offset: INFO + 20 })
  assertRejected(patched(LOCAL, { [INFO + 12]: 'ff' }), { ...outside, offset: INFO + 12 })
  assertRejected(patched(LOCAL, { [INFO + 16]: 'ff' }), { ...outside, offset: INFO + 16 })
  assertRejected(patched(UNICODE.bytes, { [INFO + 32]: '85' }), { ...outside, offset: INFO + 32 })
  assertRejected(patched(FILE.bytes, { [NETWORK + 8]: '20', [NETWORK + 20]: '00 00 00 00' }), {
    rule: 'offset',
    offset: NETWORK + 8,
    text: /NetName is 32 and leads outside CommonNetworkRelativeLink/,
  })
  assertRejected(patched(LOCAL, { [VOLUME + 12]: '15' }), {
    rule: 'offset',
    offset: VOLUME + 12,
    text: /VolumeLabel is 21 and leads outside VolumeID/,
  })
})

test('4: an offset into the header of its structure', () => {
  const inside = { rule: 'offset', text: /leads into the header of LinkInfo/ } as const
  assertRejected(patched(FILE.bytes, { [INFO + 24]: '1b' }), { ...inside, offset: INFO + 24 })
  assertRejected(patched(FILE.bytes, { [INFO + 20]: '00' }), { ...inside, offset: INFO + 20 })
  assertRejected(patched(UNICODE.bytes, { [INFO + 32]: '23' }), { ...inside, offset: INFO + 32 })
  assertRejected(patched(LOCAL, { [INFO + 12]: '00' }), { ...inside, offset: INFO + 12 })
  assertRejected(patched(LOCAL, { [VOLUME + 12]: '0f' }), {
    rule: 'offset',
    offset: VOLUME + 12,
    text: /of VolumeID/,
  })
  const label = writeShellLink({ local: { path: 'C:\\a', label: '日' } })
  assertRejected(patched(label, { [VOLUME + 16]: '13' }), {
    rule: 'offset',
    offset: VOLUME + 16,
    text: /of VolumeID/,
  })
  const device = {
    rule: 'offset',
    offset: NETWORK + 12,
    text: /DeviceName is 0 and leads into the header/,
  } as const
  assertRejected(patched(FILE.bytes, { [NETWORK + 4]: '03' }), device)
  assertRejected(patched(FILE.bytes, { [NETWORK + 8]: '18', [NETWORK + 20]: '00 00 00 00' }), {
    rule: 'offset',
    offset: NETWORK + 8,
    text: /NetName is 24 and leads into the header/,
  })
})

test('4: a string without an end', () => {
  assertRejected(patched(FILE.bytes, { 146: '21' }), {
    rule: 'offset',
    offset: 136,
    text: /CommonPathSuffix has no end/,
  })
  assertRejected(patched(FILE.bytes, { 135: '21' }), {
    rule: 'offset',
    offset: 124,
    text: /NetName has no end/,
  })
  assertRejected(patched(UNICODE.bytes, { 207: '21' }), {
    rule: 'offset',
    offset: 187,
    text: /CommonPathSuffix/,
  })
  assertRejected(patched(LOCAL, { [VOLUME + 20]: '21' }), {
    rule: 'offset',
    offset: VOLUME + 16,
    text: /VolumeLabel/,
  })
})

test('4: a VolumeID without room for its fields, or past the end of LinkInfo', () => {
  assertRejected(patched(LOCAL, { [VOLUME]: '10' }), {
    rule: 'offset',
    offset: VOLUME,
    text: /not more than 16/,
  })
  assertRejected(patched(LOCAL, { [VOLUME]: 'ff' }), {
    rule: 'offset',
    offset: VOLUME,
    text: /does not fit in LinkInfo/,
  })
})

test('5: a CommonNetworkRelativeLink of less than 20 bytes, or past the end of LinkInfo', () => {
  assertRejected(patched(FILE.bytes, { [NETWORK]: '13' }), {
    rule: 'network',
    offset: NETWORK,
    text: /size of 19/,
  })
  assertRejected(patched(FILE.bytes, { [NETWORK]: '2c' }), {
    rule: 'network',
    offset: NETWORK,
    text: /does not fit/,
  })
  assertRejected(patched(FILE.bytes, { [INFO + 20]: '45' }), {
    rule: 'network',
    offset: 147,
    text: /before its size/,
  })
})

test('5: a NetNameOffset of less than 20', () => {
  assertRejected(patched(FILE.bytes, { [NETWORK + 8]: '13' }), {
    rule: 'network',
    offset: NETWORK + 8,
    text: /is 19/,
  })
})

test('6: a string that is counted past the end of the file', () => {
  const flags = LINK_FLAG.HasName
  assertRejected(withFlags(flags, hex('03 00 61 62')), {
    rule: 'string',
    offset: 78,
    text: /NAME_STRING of 3 bytes/,
  })
  assertRejected(withFlags(flags | LINK_FLAG.IsUnicode, hex('02 00 61 62 63')), {
    rule: 'string',
    offset: 78,
    text: /NAME_STRING of 4 bytes/,
  })
  const second = withFlags(flags | LINK_FLAG.HasIconLocation, hex('01 00 61 05'))
  assertRejected(second, { rule: 'string', offset: 80, text: /ICON_LOCATION ends before its count/ })
})

test('7: a block of 4 to 7 bytes', () => {
  for (const size of ['04', '07']) {
    const bytes = withFlags(0, hex(`${size} 00 00 00 01 00 00 a0`))
    assertRejected(bytes, { rule: 'block', offset: 76, text: /less than 8/ })
  }
})

test('7: a block past the end of the file', () => {
  const bytes = withFlags(0, hex('08 00 00 00 01 00 00 a0  0d 00 00 00 01 00 00 a0 00 00 00 00'))
  assertRejected(bytes, { rule: 'block', offset: 84, text: /13 bytes does not fit/ })
})

test.run()
