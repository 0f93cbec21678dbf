/** Reads the LinkTargetIDList. Its frame must be right; an item that is not understood is taken as it is. */

import type { ByteReader } from './byte-reader.ts'
import { fromFatTime } from './fat-time.ts'
import { guidText } from './guid.ts'
import type { ShellEntryItem, ShellItem, ShellNetworkItem, ShellNetworkLevel } from './shell-link.ts'

const ITEM = { name: 'an item of the LinkTargetIDList', rule: 'items' } as const

/** First bytes of the fields of a file entry. */
const ENTRY_NAME = 14
const LONG_NAME_BLOCK = 0xbeef_0004

const LEVELS: ReadonlyMap<number, ShellNetworkLevel> = new Map([
  [1, 'domain'],
  [2, 'server'],
  [3, 'share'],
  [6, 'network'],
  [7, 'entire-network'],
])

/**
 * Reads the items of a list that fills its part exactly, the terminal zero included.
 *
 * @throws {ShellLinkError} `items` for a size of 1, one beyond the list, or a list that does not end at its end.
 */
export function readItems(list: ByteReader): readonly ShellItem[] {
  const items: ShellItem[] = []
  let at = 0
  for (;;) {
    const size = list.u16(at, 'its terminal zero')
    if (size === 0) break
    if (size === 1) throw list.error(at, 'an item of the LinkTargetIDList has a size of 1')
    items.push(readItem(list.part(at, size, ITEM)))
    at += size
  }
  if (at + 2 !== list.length) throw list.error(at, 'the LinkTargetIDList ends before its size says')
  return items
}

function readItem(item: ByteReader): ShellItem {
  return readKnown(item) ?? { kind: 'other', data: item.bytes(2, item.length - 2, 'its data') }
}

function readKnown(item: ByteReader): ShellItem | undefined {
  if (item.length < 6) return undefined
  const type = item.u8(2, 'its type')
  if (type === 0x1f) return readRoot(item)
  const family = type & 0x70
  if (family === 0x20) return readVolume(item, type)
  if (family === 0x30) return readEntry(item, type)
  return family === 0x40 ? readNetwork(item, type) : undefined
}

function readRoot(item: ByteReader): ShellItem | undefined {
  if (item.length < 20) return undefined
  const sortIndex = item.u8(3, 'its sort index')
  return { kind: 'root', folder: guidText(item.bytes(4, 16, 'its class')), sortIndex }
}

function readVolume(item: ByteReader, type: number): ShellItem | undefined {
  const name = (type & 0x01) === 0 ? undefined : item.ansiZ(3)
  return name === undefined ? undefined : { kind: 'volume', name }
}

function readNetwork(item: ByteReader, type: number): ShellNetworkItem | undefined {
  const level = LEVELS.get(type & 0x0f)
  const flags = item.u8(4, 'its flags')
  let at = 5
  const next = (): string | undefined => {
    const text = item.ansiZ(at)
    at += (text?.length ?? 0) + 1
    return text
  }
  const location = next()
  if (level === undefined || location === undefined) return undefined
  const description = (flags & 0x80) === 0 ? undefined : next()
  const comments = (flags & 0x40) === 0 ? undefined : next()
  return { kind: 'network', level, location, description, comments }
}

function readEntry(item: ByteReader, type: number): ShellEntryItem | undefined {
  const name = (type & 0x04) === 0 ? item.ansiZ(ENTRY_NAME) : item.utf16Z(ENTRY_NAME)
  if (name === undefined) return undefined
  const extension = findLongName(item)
  return {
    kind: 'entry',
    type: entryType(type),
    name,
    longName: extension?.longName,
    size: item.u32(4, 'its size'),
    attributes: item.u16(12, 'its attributes'),
    lastWrite: fromFatTime(item.u32(8, 'its time')),
    creation: extension?.creation,
    lastAccess: extension?.lastAccess,
  }
}

function entryType(type: number): 'file' | 'directory' | 'unknown' {
  return (type & 0x03) === 1 ? 'directory' : (type & 0x03) === 2 ? 'file' : 'unknown'
}

type Extension = Pick<ShellEntryItem, 'longName' | 'creation' | 'lastAccess'>

/** Walks the extension blocks from the first, whose offset is the item's last number, to the one with the long name. */
function findLongName(item: ByteReader): Extension | undefined {
  let at = item.u16(item.length - 2, 'its last number')
  if (at <= ENTRY_NAME) return undefined
  while (at + 18 <= item.length) {
    const size = item.u16(at, 'a block size')
    if (size < 8 || at + size > item.length) return undefined
    if (item.u32(at + 4, 'a signature') === LONG_NAME_BLOCK) return readExtension(item, at)
    at += size
  }
  return undefined
}

/** Reads the block 0xBEEF0004; its fields before the long name differ between the versions of Windows. */
function readExtension(item: ByteReader, at: number): Extension | undefined {
  const version = item.u16(at + 2, 'a version')
  const nameAt = new Map([[3, 20], [7, 38], [8, 42], [9, 46]]).get(version)
  const longName = nameAt === undefined ? undefined : item.utf16Z(at + nameAt)
  if (longName === undefined) return undefined
  return {
    longName,
    creation: fromFatTime(item.u32(at + 8, 'a creation time')),
    lastAccess: fromFatTime(item.u32(at + 12, 'an access time')),
  }
}
