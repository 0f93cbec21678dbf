/** What is odd and read all the same, since Windows does so. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ATTRIBUTE } from '../attributes.ts'
import { LINK_FLAG } from './link-flags.ts'
import { readShellLink } from './read.ts'
import { shellLinkTarget } from './target.ts'
import { ENVIRONMENT, FILE, hex, joined, patched, UNICODE } from './testing/samples.ts'
import { writeShellLink } from './write.ts'

const TARGET = '\\\\srv\\share\\docs\\a.txt'

function odditiesOf(bytes: Uint8Array): readonly string[] {
  return readShellLink(bytes).oddities.map(({ offset, text }) => `${offset}: ${text}`)
}

function pathOf(bytes: Uint8Array): string | undefined {
  return shellLinkTarget(readShellLink(bytes))?.path
}

test('1: a LinkInfo of zeros says nothing, and nothing behind it is looked for', () => {
  const flags = LINK_FLAG.HasLinkInfo | LINK_FLAG.HasName
  const header = patched(FILE.bytes.slice(0, 76), { 20: flags.toString(16).padStart(2, '0') })
  const zeros = [new Uint8Array(4), new Uint8Array(28), joined(new Uint8Array(40), hex('99'))]
  for (const bytes of zeros) {
    const link = readShellLink(joined(header, bytes))
    assert.is(link.linkInfo, undefined)
    assert.is(link.strings.description, undefined)
    assert.equal(link.blocks, [])
    assert.match(link.oddities[0]?.text ?? '', /all zero/)
  }
})

test('2: a missing TerminalBlock', () => {
  for (const length of [147, 148, 150]) {
    const cut = FILE.bytes.slice(0, length)
    assert.equal(odditiesOf(cut), ['147: the TerminalBlock is missing'])
    assert.is(pathOf(cut), TARGET)
  }
})

test('2: any number below 4 ends the blocks', () => {
  assert.equal(odditiesOf(patched(FILE.bytes, { 147: '03' })), [])
})

test('3: reserved fields, bits without a name and other show commands', () => {
  const odd = patched(FILE.bytes, {
    20: '82 08 01 f8',
    24: '68',
    60: '05',
    66: '01 00',
    72: '01 00 00 00',
  })
  assert.equal(odditiesOf(odd), [
    '20: LinkFlags has bits without a meaning',
    '24: FileAttributes has bits without a meaning',
    '60: ShowCommand is 5, which is read as 1',
    '66: reserved fields of the header are not zero',
  ])
  assert.is(pathOf(odd), TARGET)
  assert.is(readShellLink(odd).showCommand, 5)
  for (
    const [at, bits] of [[21, '08'], [22, '01'], [23, '08'], [66, '01'], [68, '01'], [75, '80']] as const
  ) {
    assert.is(odditiesOf(patched(FILE.bytes, { [at]: bits })).length, 1, `${at}`)
  }
})

test('4: a block that is announced and missing, and one that is there and not announced', () => {
  const announced = patched(FILE.bytes, { 21: '52' })
  assert.equal(odditiesOf(announced), [
    '20: the flags announce a missing EnvironmentVariableDataBlock',
    '20: the flags announce a missing DarwinDataBlock',
    '20: the flags announce a missing IconEnvironmentDataBlock',
  ])
  const silent = patched(ENVIRONMENT.bytes, { 21: '00' })
  assert.equal(odditiesOf(silent), ['20: the flags do not announce the EnvironmentVariableDataBlock'])
  assert.is(readShellLink(silent).environment?.unicode, TARGET)
})

test('5: an offset of a share that Windows 95 left behind', () => {
  const local = writeShellLink({ local: { path: 'C:\\a.txt' } })
  const stale = patched(local, { 96: '34 12 00 00' })
  assert.equal(odditiesOf(stale), ['96: an offset of a share is left over from another target'])
  assert.is(readShellLink(stale).linkInfo?.network, undefined)
})

test('6: bytes behind the TerminalBlock', () => {
  assert.equal(odditiesOf(joined(FILE.bytes, hex('01 02'))), ['151: 2 bytes follow the TerminalBlock'])
})

test('7: halves of surrogate pairs in names', () => {
  const target = '\\\\hq\\docs\\\ud800a\udc00.txt'
  const bytes = writeShellLink({ target, strings: { workingDirectory: '\udfff', arguments: '\ud800' } })
  assert.is(pathOf(bytes), target)
  assert.is(readShellLink(bytes).strings.workingDirectory, '\udfff')
})

test('8: an ANSI form with question marks beside a Unicode form', () => {
  assert.is(pathOf(UNICODE.bytes), '\\\\srv\\share\\dôcs\\日.txt')
  assert.equal(odditiesOf(UNICODE.bytes), [])
})

test('8: a Unicode offset of 0 means there is the ANSI form only', () => {
  const bytes = patched(UNICODE.bytes, { 108: '00 00 00 00', 132: '00 00 00 00', 177: '61', 181: '61' })
  assert.is(readShellLink(bytes).linkInfo?.suffix, 'dacs\\a.txt')
})

test('9: a link that leads to itself is read like any other', () => {
  const itself = '\\\\hq\\docs\\plan.lnk'
  assert.is(pathOf(writeShellLink({ target: itself, flags: LINK_FLAG.AllowLinkToLink })), itself)
})

test('texts take their whole field when there is no NUL in it', () => {
  const full = ENVIRONMENT.bytes.slice()
  full.fill(0x41, 84, 84 + 780)
  assert.is(readShellLink(full).environment?.ansi, 'A'.repeat(260))
  assert.is(readShellLink(full).environment?.unicode, '\u4141'.repeat(260))
})

test('leftovers behind the NUL of a field are passed over', () => {
  const bytes = patched(ENVIRONMENT.bytes, { 200: '41 42', 500: '41 42' })
  assert.equal(readShellLink(bytes).environment, { ansi: TARGET, unicode: TARGET })
})

test('an environment block that is one byte too small is read', () => {
  const bytes = patched(ENVIRONMENT.bytes, { 76: '13 03 00 00' })
  assert.is(pathOf(bytes), TARGET)
  assert.equal(odditiesOf(bytes), ['867: 1 bytes follow the TerminalBlock'])
})

test('blocks are named, unknown ones passed over by their size, in any order', () => {
  const data = hex('01 02')
  const signatures = [0xa000000c, 0xa000000a, 0x12345678, 0xa0000003]
  const link = readShellLink(writeShellLink({ blocks: signatures.map((signature) => ({ signature, data })) }))
  const names = ['VistaAndAboveIDListDataBlock', undefined, undefined, 'TrackerDataBlock']
  assert.equal(link.blocks, signatures.map((signature, i) => ({ name: names[i], signature, data })))
})

test('times that are not set, attributes of an unknown target', () => {
  const link = readShellLink(writeShellLink({ target: TARGET, attributes: 0 }))
  assert.equal([link.attributes, link.creation, link.lastAccess, link.lastWrite], [
    0,
    undefined,
    undefined,
    undefined,
  ])
  assert.is(readShellLink(writeShellLink({ attributes: ATTRIBUTE.OFFLINE })).attributes, ATTRIBUTE.OFFLINE)
})

test('the short form of the share is read as such when its NetNameOffset is 20 exactly, however long it is', () => {
  const target = `\\\\${'server'.repeat(9)}\\${'share'.repeat(9)}\\a.txt`
  const bytes = writeShellLink({ target, device: 'Z:' })
  assert.equal(bytes.slice(104 + 8, 104 + 12), hex('14 00 00 00'))
  assert.is(pathOf(bytes), target)
  assert.is(readShellLink(bytes).linkInfo?.network?.device, 'Z:')
})

test.run()
