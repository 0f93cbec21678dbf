/** The list of shell items: what each kind holds, and that one that is not understood is taken as it is. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SECOND } from '../filetime.ts'
import { readShellLink } from './read.ts'
import type { ShellItem } from './shell-link.ts'
import { shellLinkTarget } from './target.ts'
import { fileEntry } from './testing/file-entry.ts'
import { hex, joined, MOMENT } from './testing/samples.ts'
import { writeShellLink } from './write.ts'

/** What is read of items given as data behind their size. */
function readData(...data: readonly Uint8Array[]): readonly ShellItem[] {
  return readShellLink(writeShellLink({ items: data.map((one) => ({ kind: 'other', data: one })) })).items ??
    []
}

test('a link has no list, an empty one, or one with items', () => {
  assert.is(readShellLink(writeShellLink({})).items, undefined)
  assert.equal(readData(), [])
  assert.equal(readData(hex('99'), hex('')), [{ kind: 'other', data: hex('99') }, {
    kind: 'other',
    data: hex(''),
  }])
})

test('items to a file on a share: network, server, share, directory, file', () => {
  const target = '\\\\hq\\docs\\art\\plan.txt'
  const moments = { creation: MOMENT, lastAccess: MOMENT, lastWrite: MOMENT }
  const link = readShellLink(writeShellLink({ target, items: true, size: 5, ...moments }))
  const network = { kind: 'network', description: 'Microsoft Network', comments: undefined } as const
  const even = MOMENT - SECOND
  assert.equal(link.items, [
    { kind: 'root', folder: '{F02C1A0D-BE21-4350-88B0-7367FC96EF3C}', sortIndex: 0x58 },
    { ...network, level: 'server', location: '\\\\hq' },
    { ...network, level: 'share', location: '\\\\hq\\docs' },
    {
      kind: 'entry',
      type: 'directory',
      name: 'art',
      longName: 'art',
      size: 0,
      attributes: 0x10,
      lastWrite: undefined,
      creation: undefined,
      lastAccess: undefined,
    },
    {
      kind: 'entry',
      type: 'file',
      name: 'plan.txt',
      longName: 'plan.txt',
      size: 5,
      attributes: 0x20,
      lastWrite: even,
      creation: even,
      lastAccess: even,
    },
  ])
})

for (const version of [3, 7, 8, 9]) {
  test(`the long name is found in version ${version} of its block`, () => {
    const [entry] = readData(fileEntry(version, 'long name 日.txt'))
    assert.ok(entry?.kind === 'entry')
    assert.is(entry.name, 'LONGNA~1.TXT')
    assert.is(entry.longName, 'long name 日.txt')
    assert.is(entry.size, 5)
    assert.is(entry.lastWrite, MOMENT - SECOND)
    assert.is(entry.lastAccess, MOMENT - SECOND + 86_400 * SECOND)
  })
}

test('the long name is the one a target has', () => {
  const share: ShellItem = {
    kind: 'network',
    level: 'share',
    location: '\\\\hq\\docs',
    description: undefined,
    comments: undefined,
  }
  const link = writeShellLink({
    items: [share, { kind: 'other', data: fileEntry(9, 'long name.txt') }],
    attributes: 0,
  })
  assert.equal(shellLinkTarget(readShellLink(link)), {
    path: '\\\\hq\\docs\\long name.txt',
    kind: 'file',
    place: 'items',
  })
})

test('an extension block before the one with the long name is passed over', () => {
  const data = fileEntry(3, 'a.txt')
  const other = hex('0a 00 00 00 05 00 ef be 01 02')
  const [entry] = readData(joined(data.slice(0, 26), other, data.slice(26)))
  assert.is(entry?.kind === 'entry' ? entry.longName : '', 'a.txt')
})

test('an entry without a block, or with a damaged one, keeps its primary name', () => {
  const damage = (at: number, text: string): Uint8Array => {
    const data = fileEntry(3, 'a.txt')
    data.set(hex(text), at)
    return data
  }
  const length = fileEntry(3, 'a.txt').length
  const damaged = [
    hex('32 00 05 00 00 00 22 50 82 18 20 00 4c 4f 4e 47 4e 41 7e 31 2e 54 58 54 00 00'),
    damage(26, 'ff'), // the block is too long
    damage(26, '07'), // or too short
    damage(28, '04'), // a version nobody knows
    damage(30, '05'), // another signature
    damage(length - 2, '00'), // an offset into the fields
    damage(length - 2, 'ff ff'), // or behind the item
    damage(length - 4, '41 41'), // a name without an end
  ]
  for (const [index, data] of damaged.entries()) {
    const [entry] = readData(data)
    assert.ok(entry?.kind === 'entry', `${index}`)
    assert.is(entry.name, 'LONGNA~1.TXT', `${index}`)
    assert.is(entry.longName, undefined, `${index}`)
  }
})

test('an entry may have its primary name in Unicode, and be of no type', () => {
  const [file, directory, unknown] = readData(
    hex('36 00 00 00 00 00 00 00 00 00 20 00 e5 65 00 00'),
    hex('b1 00 00 00 00 00 00 00 00 00 10 00 61 00'),
    hex('30 00 00 00 00 00 00 00 00 00 00 00 61 00'),
  )
  assert.equal([file?.kind === 'entry' && file.name, file?.kind === 'entry' && file.type], ['日', 'file'])
  assert.is(directory?.kind === 'entry' && directory.type, 'directory')
  assert.is(unknown?.kind === 'entry' && unknown.type, 'unknown')
})

test('a last number that leads into the fields of an entry leads to no block', () => {
  const fields = hex('32 00 2c 00 03 00 04 00 ef be 20 00 61 00 00 00 00 00 00 00 00 00 62 00 00 00')
  const [entry] = readData(joined(fields, new Uint8Array(20), hex('04 00')))
  assert.ok(entry?.kind === 'entry')
  assert.equal([entry.name, entry.longName], ['a', undefined])
})

test('the block with the long name starts at an even offset', () => {
  for (const name of ['a', 'ab', '日']) {
    const entry = {
      kind: 'entry',
      type: 'file',
      name,
      longName: name,
      size: 0,
      attributes: 0,
      lastWrite: undefined,
      creation: undefined,
      lastAccess: undefined,
    } as const
    const list = writeShellLink({ items: [entry] }).slice(78)
    const at = (list[0] ?? 0) - 2
    assert.is((list[at] ?? 1) % 2, 0, name)
    assert.is(list[(list[at] ?? 0) + 6], 0xef, 'the last number is where the block starts')
  }
})

test('drives, root folders and places in the network have names', () => {
  const root: ShellItem = { kind: 'root', folder: '{20D04FE0-3AEA-1069-A2D8-08002B30309D}', sortIndex: 0x50 }
  const place = { kind: 'network', description: 'd', comments: 'é' } as const
  const items: readonly ShellItem[] = [
    root,
    { kind: 'volume', name: 'C:\\' },
    { ...place, level: 'domain', location: 'OFFICE' },
    { ...place, level: 'network', location: 'Microsoft', description: undefined },
    { ...place, level: 'entire-network', location: 'All', comments: undefined },
  ]
  assert.equal(readShellLink(writeShellLink({ items })).items, items)
})

test('an item that is cut short or of an unknown type is taken as it is', () => {
  const unknown = [
    '1f 50 e0 4f d0 20', // a root folder without its class
    '2e 80 3a cc bf 00', // a drive without a name
    '2f 43 3a 5c 41 42', // a drive whose name has no end
    '32 00 05 00 00 00', // an entry without a name
    '32 00 00 00 00 00 00 00 00 00 20 00 61', // or without its end
    '42 00 00 5c 5c 68 71', // a server whose name has no end
    '4d 00 00 61 00 00', // a place nobody knows
    '61 80 00 00 00 00',
    '00',
  ].map(hex)
  assert.equal(readData(...unknown), unknown.map((data) => ({ kind: 'other', data })))
})

test.run()
