/** Reads a shell link. */

import { shown } from '../../check-fields.ts'
import { fromFiletime, type Ticks } from '../filetime.ts'
import { blockName, describeMismatch, ENVIRONMENT_BLOCK, PATH_BLOCK } from './blocks.ts'
import { ByteReader, type Work } from './byte-reader.ts'
import { ALL_LINK_FLAGS, LINK_FLAG } from './link-flags.ts'
import { readItems } from './read-items.ts'
import { readLinkInfo } from './read-link-info.ts'
import type {
  ShellItem,
  ShellLink,
  ShellLinkBlock,
  ShellLinkEnvironment,
  ShellLinkInfo,
  ShellLinkOddity,
  ShellLinkStrings,
} from './shell-link.ts'
import { ShellLinkError } from './shell-link-error.ts'

const HEADER_SIZE = 0x4c
const CLASS = [0x01, 0x14, 0x02, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46]

/** Attribute bits that Windows defines for files; 0x8 and 0x40 are reserved. */
const ATTRIBUTES = 0x7fb7

/** Bytes of a LinkInfo header, which some programs leave all zero. */
const LINK_INFO_HEADER = 0x1c

/**
 * Reads a shell link (MS-SHLLINK). What Windows tolerates is read, too, and listed as `oddities`. The time is linear in the
 * number of bytes, whatever they say.
 *
 * @throws {ShellLinkError} if the bytes are no shell link; nothing else is ever thrown.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { readShellLink, writeShellLink } from 'csclab/sim'
 *
 * const link = readShellLink(writeShellLink({ target: '\\\\hq\\shared\\plan.txt', size: 11 }))
 * assert.equal(link.linkInfo?.network?.netName, '\\\\hq\\shared')
 * assert.equal(link.linkInfo?.suffix, 'plan.txt')
 * assert.equal(link.size, 11)
 * ```
 */
export function readShellLink(bytes: Uint8Array): ShellLink {
  const given: unknown = bytes
  if (!(given instanceof Uint8Array)) {
    throw new ShellLinkError('header', 0, `what is to be read is ${shown(given)}, not a Uint8Array`)
  }
  return readCounted(bytes, { bytes: 0 })
}

/** The same, counting the bytes it looks at. */
export function readCounted(bytes: Uint8Array, work: Work): ShellLink {
  const file = ByteReader.over(bytes, work)
  const oddities: ShellLinkOddity[] = []
  const run: Run = { file, at: HEADER_SIZE, oddities, isOver: false }
  const header = readHeader(file, oddities)
  const { flags } = header
  const items = (flags & LINK_FLAG.HasLinkTargetIDList) === 0 ? undefined : readList(run)
  const linkInfo = (flags & LINK_FLAG.HasLinkInfo) === 0 ? undefined : readInfo(run)
  const strings = readStrings(run, flags)
  const blocks = run.isOver ? [] : readBlocks(run)
  const mismatches = describeMismatch(flags, blocks.map(({ signature }) => signature))
  for (const text of mismatches) oddities.push({ offset: 20, text })
  return { ...header, items, linkInfo, strings, environment: environmentOf(blocks), blocks, oddities }
}

/** The state of reading: where the next structure starts, and whether nothing more can be found. */
interface Run {
  readonly file: ByteReader
  at: number
  readonly oddities: ShellLinkOddity[]
  isOver: boolean
}

type Header = Omit<ShellLink, 'items' | 'linkInfo' | 'strings' | 'environment' | 'blocks' | 'oddities'>

function readHeader(file: ByteReader, oddities: ShellLinkOddity[]): Header {
  if (file.length < HEADER_SIZE) {
    throw file.error(file.length, `a shell link has at least 76 bytes, these are ${file.length}`)
  }
  const size = file.u32(0, 'HeaderSize')
  if (size !== HEADER_SIZE) throw file.error(0, `HeaderSize is ${size}, not 76`)
  const wrong = file.bytes(4, 16, 'LinkCLSID').findIndex((byte, index) => byte !== CLASS[index])
  if (wrong >= 0) throw file.error(4 + wrong, 'LinkCLSID is not that of a shell link')
  const odd = (offset: number, isOdd: boolean, text: string): void => {
    if (isOdd) oddities.push({ offset, text })
  }
  const flags = file.u32(20, 'LinkFlags')
  const unnamed = LINK_FLAG.Unused1 | LINK_FLAG.Unused2
  odd(20, (flags & (~ALL_LINK_FLAGS | unnamed)) !== 0, 'LinkFlags has bits without a meaning')
  const attributes = file.u32(24, 'FileAttributes')
  odd(24, (attributes & ~ATTRIBUTES) !== 0, 'FileAttributes has bits without a meaning')
  const showCommand = file.u32(60, 'ShowCommand')
  odd(60, ![1, 3, 7].includes(showCommand), `ShowCommand is ${showCommand}, which is read as 1`)
  const reserved = file.u16(66, 'Reserved1') | file.u32(68, 'Reserved2') | file.u32(72, 'Reserved3')
  odd(66, reserved !== 0, 'reserved fields of the header are not zero')
  return {
    flags,
    attributes,
    creation: moment(file.u64(28, 'CreationTime')),
    lastAccess: moment(file.u64(36, 'AccessTime')),
    lastWrite: moment(file.u64(44, 'WriteTime')),
    size: file.u32(52, 'FileSize'),
    iconIndex: file.i32(56, 'IconIndex'),
    showCommand,
    hotKey: file.u16(64, 'HotKey'),
  }
}

function moment(filetime: bigint): Ticks | undefined {
  return filetime === 0n ? undefined : fromFiletime(filetime)
}

function readList(run: Run): readonly ShellItem[] {
  const name = { name: 'LinkTargetIDList', rule: 'items' } as const
  const size = run.file.part(run.at, Math.min(2, run.file.length - run.at), name).u16(0, 'IDListSize')
  const list = run.file.part(run.at + 2, size, name)
  run.at += 2 + size
  return readItems(list)
}

/** A LinkInfo of zeros has no size to go on by: nothing behind it can be found. */
function readInfo(run: Run): ShellLinkInfo | undefined {
  const { file } = run
  const name = { name: 'LinkInfo', rule: 'link-info' } as const
  const rest = file.length - run.at
  const head = file.part(run.at, Math.min(LINK_INFO_HEADER, rest), name)
  const size = head.u32(0, 'LinkInfoSize')
  if (size === 0 && head.bytes(0, head.length, 'its header').every((byte) => byte === 0)) {
    run.oddities.push({
      offset: run.at,
      text: 'LinkInfo is all zero: it says nothing, nor where the rest is',
    })
    run.isOver = true
    return undefined
  }
  if (size < LINK_INFO_HEADER) throw head.error(0, `LinkInfoSize is ${size}, less than its header`)
  const { info, staleOffset } = readLinkInfo(file.part(run.at, size, name))
  if (staleOffset !== undefined) {
    run.oddities.push({ offset: staleOffset, text: 'an offset of a share is left over from another target' })
  }
  run.at += size
  return info
}

function readStrings(run: Run, flags: number): ShellLinkStrings {
  const next = (flag: number, field: string): string | undefined =>
    run.isOver || (flags & flag) === 0
      ? undefined
      : readString(run, { isUnicode: (flags & LINK_FLAG.IsUnicode) !== 0, field })
  return {
    description: next(LINK_FLAG.HasName, 'NAME_STRING'),
    relativePath: next(LINK_FLAG.HasRelativePath, 'RELATIVE_PATH'),
    workingDirectory: next(LINK_FLAG.HasWorkingDir, 'WORKING_DIR'),
    arguments: next(LINK_FLAG.HasArguments, 'COMMAND_LINE_ARGUMENTS'),
    iconLocation: next(LINK_FLAG.HasIconLocation, 'ICON_LOCATION'),
  }
}

interface StringForm {
  readonly isUnicode: boolean
  readonly field: string
}

function readString(run: Run, { isUnicode, field }: StringForm): string {
  const name = { name: field, rule: 'string' } as const
  const { file, at } = run
  const count = file.part(at, Math.min(2, file.length - at), name).u16(0, 'its count')
  const part = file.part(at + 2, isUnicode ? count * 2 : count, name)
  run.at += 2 + part.length
  return isUnicode ? part.utf16(0, count, 'its end') : part.ansi(0, count, 'its end')
}

function readBlocks(run: Run): readonly ShellLinkBlock[] {
  const { file, oddities } = run
  const blocks: ShellLinkBlock[] = []
  for (;;) {
    const rest = file.length - run.at
    if (rest < 4) {
      oddities.push({ offset: run.at, text: 'the TerminalBlock is missing' })
      return blocks
    }
    const size = file.u32(run.at, 'a block')
    if (size < 4) break
    const name = { name: 'a block of ExtraData', rule: 'block' } as const
    if (size < 8) {
      throw file.error(run.at, `a block of ExtraData has a size of ${size}, less than 8`, name.rule)
    }
    const block = file.part(run.at, size, name)
    const signature = block.u32(4, 'its signature')
    blocks.push({ name: blockName(signature), signature, data: block.bytes(8, size - 8, 'its data') })
    run.at += size
  }
  const trailing = file.length - run.at - 4
  if (trailing > 0) oddities.push({ offset: run.at + 4, text: `${trailing} bytes follow the TerminalBlock` })
  return blocks
}

/** The paths of the first environment block. A field without NUL is full; a block may be one byte too small. */
function environmentOf(blocks: readonly ShellLinkBlock[]): ShellLinkEnvironment | undefined {
  const block = blocks.find(({ signature }) => signature === ENVIRONMENT_BLOCK)
  if (block === undefined) return undefined
  const field = (start: number, length: number): ByteReader =>
    ByteReader.over(block.data.subarray(start, start + length), { bytes: 0 })
  const ansi = field(0, PATH_BLOCK.ansi)
  const unicode = field(PATH_BLOCK.ansi, PATH_BLOCK.unicode)
  return {
    ansi: ansi.ansiZ(0) ?? ansi.ansi(0, ansi.length, 'its end'),
    unicode: unicode.utf16Z(0) ?? unicode.utf16(0, unicode.length >> 1, 'its end'),
  }
}
