/** What liblnk's `lnkinfo` must print of a link, line by line. */

import { attributeBits, type AttributeName } from '../../attributes.ts'
import { formatTime, type Ticks } from '../../filetime.ts'
import { LINK_FLAG } from '../link-flags.ts'
import type { ShellEntryItem, ShellItem, ShellLink, ShellLinkBlock, ShellNetworkItem } from '../shell-link.ts'
import { shellLinkLocalPath, shellLinkNetworkPath } from '../target.ts'

const ANNOUNCED: readonly (readonly [number, string])[] = [
  [LINK_FLAG.HasLinkTargetIDList, 'Contains a link target identifier'],
  [LINK_FLAG.HasName, 'Contains a description string'],
  [LINK_FLAG.HasRelativePath, 'Contains a relative path string'],
  [LINK_FLAG.HasWorkingDir, 'Contains a working directory string'],
  [LINK_FLAG.HasArguments, 'Contains a command line arguments string'],
  [LINK_FLAG.HasIconLocation, 'Contains an icon location string'],
  [LINK_FLAG.HasExpString, 'Contains an environment variables block'],
  [LINK_FLAG.HasExpIcon, 'Contains an icon location block'],
  [LINK_FLAG.ForceNoLinkTrack, 'Contains no distributed link tracking data block'],
]

const ATTRIBUTE_LINES: readonly (readonly [AttributeName, string])[] = [
  ['READONLY', 'Is read-only (FILE_ATTRIBUTE_READ_ONLY)'],
  ['HIDDEN', 'Is hidden (FILE_ATTRIBUTE_HIDDEN)'],
  ['SYSTEM', 'Is system (FILE_ATTRIBUTE_SYSTEM)'],
  ['DIRECTORY', 'Is directory (FILE_ATTRIBUTE_DIRECTORY)'],
  ['ARCHIVE', 'Should be archived (FILE_ATTRIBUTE_ARCHIVE)'],
  ['NORMAL', 'Is normal (FILE_ATTRIBUTE_NORMAL)'],
  ['TEMPORARY', 'Is temporary (FILE_ATTRIBUTE_TEMPORARY)'],
  ['SPARSE_FILE', 'Is a sparse file (FILE_ATTRIBUTE_SPARSE_FILE)'],
  ['REPARSE_POINT', 'Is a reparse point or symbolic link (FILE_ATTRIBUTE_FLAG_REPARSE_POINT)'],
  ['COMPRESSED', 'Is compressed (FILE_ATTRIBUTE_COMPRESSED)'],
  ['OFFLINE', 'Is offline (FILE_ATTRIBUTE_OFFLINE)'],
  ['NOT_CONTENT_INDEXED', 'Content should not be indexed (FILE_ATTRIBUTE_NOT_CONTENT_INDEXED)'],
  ['ENCRYPTED', 'Is encrypted (FILE_ATTRIBUTE_ENCRYPTED)'],
]

const DRIVES = ['Not set', 'No root directory', 'Removable', 'Fixed', 'Remote', 'CDROM', 'RAM disk']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Names that liblnk knows of the classes the tests use. */
const FOLDERS: Readonly<Record<string, string>> = {
  '{F02C1A0D-BE21-4350-88B0-7367FC96EF3C}': 'Computer and Devices',
  '{20D04FE0-3AEA-1069-A2D8-08002B30309D}': 'My Computer',
}

const TRACKER = 0xa000_0003
const ICON = 0xa000_0007

/** All lines but the empty ones, without indentation and with one space around the colon. */
export function lnkinfoLines(link: ShellLink): readonly string[] {
  return [
    'Windows Shortcut information:',
    ...ANNOUNCED.filter(([flag]) => (link.flags & flag) !== 0).map(([, line]) => line),
    'Link information:',
    `Creation time : ${filetimeText(link.creation)}`,
    `Modification time : ${filetimeText(link.lastWrite)}`,
    `Access time : ${filetimeText(link.lastAccess)}`,
    `File size : ${link.size} bytes`,
    `Icon index : ${link.iconIndex}`,
    `Show Window value : 0x${hex(link.showCommand)}`,
    `Hot Key value : ${link.hotKey}`,
    ...attributeLines(link.attributes),
    ...locationLines(link),
    ...stringLines(link),
    ...link.items === undefined ? [] : [
      'Link target identifier:',
      'Shell item list',
      `Number of items : ${link.items.length}`,
      ...link.items.flatMap((item, index) => [`Shell item: ${index + 1}`, ...itemLines(item)]),
    ],
    ...trackerLines(link.blocks.find(({ signature }) => signature === TRACKER)),
  ]
}

function attributeLines(bits: number): readonly string[] {
  const set = ATTRIBUTE_LINES.filter(([name]) => (bits & attributeBits([name])) !== 0)
  return [`File attribute flags : 0x${hex(bits)}`, ...set.map(([, line]) => line)]
}

function locationLines({ linkInfo }: ShellLink): readonly string[] {
  if (linkInfo === undefined) return []
  const { local } = linkInfo
  const drive = local?.driveType ?? 0
  const localPath = shellLinkLocalPath(linkInfo)
  const networkPath = shellLinkNetworkPath(linkInfo)
  return [
    `Drive type : ${DRIVES[drive] ?? 'Unknown'} (${drive})`,
    `Drive serial number : 0x${hex(local?.serial ?? 0)}`,
    ...local === undefined ? [] : [`Volume label : ${local.label}`, `Local path : ${localPath ?? ''}`],
    ...networkPath === undefined ? [] : [`Network path : ${networkPath}`],
  ]
}

/** Of blocks that hold a path, lnkinfo shows the Unicode field. */
function stringLines({ strings, environment, blocks }: ShellLink): readonly string[] {
  const icon = blocks.find(({ signature }) => signature === ICON)
  const iconPath = icon === undefined ? undefined : new TextDecoder('utf-16le').decode(icon.data.slice(260))
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Description', strings.description],
    ['Relative path', strings.relativePath],
    ['Working directory', strings.workingDirectory],
    ['Command line arguments', strings.arguments],
    ['Icon location', strings.iconLocation ?? iconPath?.replace(/\0.*/s, '')],
    ['Environment variables location', environment?.unicode],
  ]
  return lines.flatMap(([label, text]) => text === undefined ? [] : [`${label} : ${text}`])
}

function itemLines(item: ShellItem): readonly string[] {
  switch (item.kind) {
    case 'root':
      return [
        'Item type : Root folder',
        'Class type indicator : 0x1f (Root folder)',
        `Shell folder identifier : ${item.folder.slice(1, -1).toLowerCase()}`,
        `Shell folder name : ${FOLDERS[item.folder] ?? 'Unknown'}`,
      ]
    case 'volume':
      return ['Item type : Volume', 'Class type indicator : 0x2f (Volume)', `Volume name : ${item.name}`]
    case 'network':
      return networkLines(item)
    case 'entry':
      return entryLines(item)
    case 'other':
      return ['Item type : Unknown']
  }
}

function networkLines({ level, location, description, comments }: ShellNetworkItem): readonly string[] {
  const types = { 'domain': 0x41, 'server': 0x42, 'share': 0xc3, 'network': 0x46, 'entire-network': 0x47 }
  return [
    'Item type : Network location',
    `Class type indicator : 0x${types[level].toString(16)} (Network location)`,
    `Location : ${location}`,
    ...description === undefined ? [] : [`Description : ${description}`],
    ...comments === undefined ? [] : [`Comments : ${comments}`],
  ]
}

function entryLines(item: ShellEntryItem): readonly string[] {
  const types = {
    unknown: '0 (File entry)',
    directory: '1 (File entry: Directory)',
    file: '2 (File entry: File)',
  }
  // Written with the flag "has Unicode strings" when the name is not ASCII: 0x35 and 0x36.
  const isAscii = /^[\0-\x7f]*$/.test(item.name)
  const type = types[item.type].replace(/^\d/, (digit) => String(Number(digit) + (isAscii ? 0 : 4)))
  return [
    'Item type : File entry',
    `Class type indicator : 0x3${type}`,
    `Name : ${item.name}`,
    `Modification time : ${fatText(item.lastWrite)}`,
    ...attributeLines(item.attributes),
    ...item.longName === undefined ? [] : [
      'Extension block: 1',
      'Signature : 0xbeef0004 (File entry extension)',
      `Long name : ${item.longName}`,
      `Creation time : ${fatText(item.creation)}`,
      `Access time : ${fatText(item.lastAccess)}`,
    ],
  ]
}

/** Machine and identifiers, taken from the bytes of the block. */
function trackerLines(block: ShellLinkBlock | undefined): readonly string[] {
  if (block === undefined) return []
  const machine = new TextDecoder().decode(block.data.slice(8, 24)).replace(/\0.*/s, '')
  const names = ['Droid volume', 'Droid file', 'Birth droid volume', 'Birth droid file']
  return [
    'Distributed link tracking data:',
    `Machine identifier : ${machine}`,
    ...names.map((name, index) => `${name} identifier : ${uuid(block.data.slice(24 + index * 16))}`),
  ]
}

function uuid(bytes: Uint8Array): string {
  const order = [3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15]
  return order.map((index) => index < 0 ? '-' : (bytes[index] ?? 0).toString(16).padStart(2, '0')).join('')
}

function filetimeText(ticks: Ticks | undefined): string {
  return ticks === undefined ? 'Not set (0)' : `${dateText(ticks, 9)} UTC`
}

function fatText(ticks: Ticks | undefined): string {
  return ticks === undefined ? 'Not set (0)' : dateText(ticks, 0)
}

/** Like `Jan 02, 2020 03:04:05.000000000`. */
function dateText(ticks: Ticks, decimals: number): string {
  const [date = '', time = ''] = formatTime(ticks).split(' ')
  const [year = '', month = '', day = ''] = date.split('-')
  const [seconds = '', fraction = ''] = time.split('.')
  const text = `${MONTHS[Number(month) - 1] ?? ''} ${day}, ${year} ${seconds}`
  return decimals === 0 ? text : `${text}.${fraction.padEnd(decimals, '0')}`
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}
