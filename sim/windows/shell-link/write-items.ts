/** Writes the LinkTargetIDList, and knows the items that lead to a share. */

import { CsclabError } from '../../errors.ts'
import { partsOf, uncOf } from '../unc.ts'
import { encodeAnsi, isAscii } from './ansi.ts'
import { ByteWriter } from './byte-writer.ts'
import { toFatTime } from './fat-time.ts'
import { guidBytes } from './guid.ts'
import type {
  ShellEntryItem,
  ShellItem,
  ShellNetworkItem,
  ShellNetworkLevel,
  ShellRootItem,
  ShellVolumeItem,
} from './shell-link.ts'
import type { ShellLinkSpec } from './shell-link-spec.ts'

/** The class and sort index of the network folder since Windows Vista. */
const NETWORK: ShellRootItem = {
  kind: 'root',
  folder: '{F02C1A0D-BE21-4350-88B0-7367FC96EF3C}',
  sortIndex: 0x58,
}

/** Type bytes; shares are seen as 0xC3 only. */
const LEVEL_TYPES: Readonly<Record<ShellNetworkLevel, number>> = {
  'domain': 0x41,
  'server': 0x42,
  'share': 0xc3,
  'network': 0x46,
  'entire-network': 0x47,
}

const LIMIT = 0xffff

/** Windows XP: the oldest version of the block with the long name, and the one without further fields. */
const EXTENSION_VERSION = 3

/** Items that lead to a path on a share: the network, the server, the share, then each name. */
export function itemsTo(target: string, last: ShellLinkSpec): readonly ShellItem[] {
  const [server = '', share = '', ...names] = partsOf(target)
  const place = (level: ShellNetworkLevel, parts: readonly string[]): ShellNetworkItem => ({
    kind: 'network',
    level,
    location: uncOf(parts),
    description: 'Microsoft Network',
    comments: undefined,
  })
  const entries = names.map((name, index) =>
    entryOf(name, index === names.length - 1 ? last : { kind: 'directory' })
  )
  return [NETWORK, place('server', [server]), place('share', [server, share]), ...entries]
}

function entryOf(name: string, spec: ShellLinkSpec): ShellEntryItem {
  const type = spec.kind ?? 'file'
  return {
    kind: 'entry',
    type,
    name,
    longName: name,
    size: spec.size ?? 0,
    attributes: spec.attributes ?? (type === 'file' ? 0x20 : 0x10),
    lastWrite: spec.lastWrite,
    creation: spec.creation,
    lastAccess: spec.lastAccess,
  }
}

/**
 * The LinkTargetIDList with its size.
 *
 * @throws {CsclabError} `shell-link` for a name in the network that Windows-1252 lacks, and for a list of more than 65,535 bytes.
 */
export function writeItems(items: readonly ShellItem[]): Uint8Array {
  const list = new ByteWriter()
  for (const item of items) {
    const data = dataOf(item)
    list.u16(data.length + 2).bytes(data)
  }
  list.u16(0)
  if (list.length > LIMIT) throw tooLong()
  return new ByteWriter().u16(list.length).bytes(list.toBytes()).toBytes()
}

function tooLong(): CsclabError {
  return new CsclabError('shell-link', 'The items of a shell link take more than 65,535 bytes', {
    hint: 'Leave "items" out: the link info leads to the target, too',
  })
}

function dataOf(item: ShellItem): Uint8Array {
  switch (item.kind) {
    case 'root':
      return rootData(item)
    case 'volume':
      return volumeData(item)
    case 'network':
      return networkData(item)
    case 'entry':
      return entryData(item)
    case 'other':
      return item.data
  }
}

function rootData({ folder, sortIndex }: ShellRootItem): Uint8Array {
  const guid = guidBytes(folder)
  if (guid === undefined) {
    throw new CsclabError('shell-link', `"${folder}" is no class of a folder`, {
      hint: 'Write it like {F02C1A0D-BE21-4350-88B0-7367FC96EF3C}',
    })
  }
  return new ByteWriter().u8(0x1f).u8(sortIndex).bytes(guid).toBytes()
}

function volumeData({ name }: ShellVolumeItem): Uint8Array {
  return new ByteWriter().u8(0x2f).ansiZ(name.slice(0, 19)).fill(23).toBytes()
}

function networkData({ level, location, description, comments }: ShellNetworkItem): Uint8Array {
  const texts = [location, description, comments].flatMap((text) => text ?? [])
  const refused = texts.find((text) => encodeAnsi(text) === undefined)
  if (refused !== undefined) {
    throw new CsclabError(
      'shell-link',
      `"${refused}" cannot stand in an item of the network: it is not Windows-1252`,
      {
        hint: 'Leave "items" out: the link info leads to the target, too',
      },
    )
  }
  const flags = (description === undefined ? 0 : 0x80) | (comments === undefined ? 0 : 0x40)
  const item = new ByteWriter().u8(LEVEL_TYPES[level]).u8(1).u8(flags | 1)
  for (const text of texts) item.ansiZ(text)
  return item.u16(0).toBytes()
}

/** A name that is not ASCII is written in Unicode as primary name, too: then it is right whatever the code page. */
function entryData(item: ShellEntryItem): Uint8Array {
  const { name, longName } = item
  const isUnicode = !isAscii(name)
  const type = { unknown: 0, directory: 1, file: 2 }[item.type]
  const entry = new ByteWriter().u8(0x30 | type | (isUnicode ? 0x04 : 0)).u8(0)
  entry.u32(item.size).u32(toFatTime(item.lastWrite)).u16(item.attributes)
  if (isUnicode) entry.utf16Z(name)
  else entry.ansiZ(name)
  entry.fill(entry.length + (entry.length % 2))
  if (longName === undefined) return entry.toBytes()
  const start = entry.length + 2
  const texts = new ByteWriter().utf16Z(longName).u16(start).toBytes()
  entry.u16(20 + texts.length).u16(EXTENSION_VERSION).u32(0xbeef_0004)
  entry.u32(toFatTime(item.creation)).u32(toFatTime(item.lastAccess)).u16(0x14).u16(0)
  return entry.bytes(texts).toBytes()
}
