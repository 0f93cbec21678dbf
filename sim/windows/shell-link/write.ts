/** Writes a shell link. */

import { checkFields, type Checks, objectOf, optional, TEXT } from '../../check-fields.ts'
import { CsclabError } from '../../errors.ts'
import { ATTRIBUTE } from '../attributes.ts'
import { type Ticks, toFiletime } from '../filetime.ts'
import { encodeAnsi, toAscii } from './ansi.ts'
import { ENVIRONMENT_BLOCK, flagsOfBlocks, PATH_BLOCK } from './blocks.ts'
import { ByteWriter } from './byte-writer.ts'
import { LINK_FLAG } from './link-flags.ts'
import type { ShellLinkBlock } from './shell-link.ts'
import type { ShellLinkSpec } from './shell-link-spec.ts'
import { uncFlaw } from './unc-flaw.ts'
import { itemsTo, writeItems } from './write-items.ts'
import { linkInfoOf, writeLinkInfo } from './write-link-info.ts'

/** Longest counted string, in characters. */
const MAX_STRING = 0xffff
const FILETIME_LIMIT = 1n << 64n

/** The flags that announce StringData, in the order of the strings. */
const STRINGS = [
  ['description', LINK_FLAG.HasName],
  ['relativePath', LINK_FLAG.HasRelativePath],
  ['workingDirectory', LINK_FLAG.HasWorkingDir],
  ['arguments', LINK_FLAG.HasArguments],
  ['iconLocation', LINK_FLAG.HasIconLocation],
] as const

/**
 * Writes a shell link (MS-SHLLINK): header, items, link info, strings, blocks. The same spec gives the same bytes everywhere.
 *
 * @throws {CsclabError} `shell-link` if the target is no path on a share, a text does not fit where it must stand, or a moment has
 * no FILETIME.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { writeShellLink } from 'csclab/sim'
 *
 * assert.equal(writeShellLink({ target: '\\\\srv\\share\\docs\\a.txt' }).length, 151)
 * ```
 */
export function writeShellLink(spec: ShellLinkSpec): Uint8Array {
  check(spec)
  const isUnicode = spec.unicode !== false
  const items = spec.items === true ? itemsTo(spec.target ?? '', spec) : spec.items
  const info = linkInfoOf(spec)
  const blocks = [
    ...spec.environment === undefined ? [] : [environmentBlock(spec.environment, isUnicode)],
    ...spec.blocks ?? [],
  ]
  const file = writeHeader(spec, flagsOf(spec, blocks))
  if (items !== undefined && items !== false) file.bytes(writeItems(items))
  if (info !== undefined) file.bytes(writeLinkInfo(info, isUnicode))
  for (const [name] of STRINGS) {
    const text = spec.strings?.[name]
    if (text === undefined) continue
    file.u16(text.length)
    if (isUnicode) file.utf16(text)
    else file.ansi(text)
  }
  for (const { signature, data } of blocks) file.u32(data.length + 8).u32(signature).bytes(data)
  return file.u32(0).toBytes()
}

function flagsOf(spec: ShellLinkSpec, blocks: readonly Pick<ShellLinkBlock, 'signature'>[]): number {
  const { target, local, strings = {}, items = false, unicode = true, forceNoLinkInfo = false, flags = 0 } =
    spec
  const bits = [
    [items !== false, LINK_FLAG.HasLinkTargetIDList],
    [target !== undefined || local !== undefined, LINK_FLAG.HasLinkInfo],
    ...STRINGS.map(([name, flag]) => [strings[name] !== undefined, flag] as const),
    [unicode, LINK_FLAG.IsUnicode],
    [forceNoLinkInfo, LINK_FLAG.ForceNoLinkInfo],
  ] as const
  const announced = flagsOfBlocks(blocks.map(({ signature }) => signature))
  return bits.reduce((all, [isSet, flag]) => isSet ? all | flag : all, flags | announced) >>> 0
}

function writeHeader(spec: ShellLinkSpec, flags: number): ByteWriter {
  const { kind = 'file', creation, lastAccess, lastWrite } = spec
  const attributes = spec.attributes ?? (kind === 'file' ? ATTRIBUTE.ARCHIVE : ATTRIBUTE.DIRECTORY)
  const file = new ByteWriter().u32(0x4c).u32(0x0002_1401).u32(0).u32(0xc0).u32(0x4600_0000)
  file.u32(flags).u32(attributes)
  for (const time of [creation, lastAccess, lastWrite]) file.u64(filetimeOf(time))
  file.u32(spec.size ?? 0).u32(spec.iconIndex ?? 0).u32(spec.showCommand ?? 1)
  return file.u16(spec.hotKey ?? 0).fill(0x4c)
}

function filetimeOf(time: Ticks | undefined): bigint {
  if (time === undefined) return 0n
  const filetime = Number.isInteger(time) ? toFiletime(time) : 0n
  if (filetime > 0n && filetime < FILETIME_LIMIT) return filetime
  throw new CsclabError('shell-link', `${time} is no moment a shell link can hold`, {
    hint: 'Give whole ticks of 100 ns, not before 1601',
  })
}

function environmentBlock(path: string, isUnicode: boolean): Pick<ShellLinkBlock, 'signature' | 'data'> {
  if (path.length >= PATH_BLOCK.ansi) {
    throw tooLong('The path of an environment block', `${PATH_BLOCK.ansi - 1} characters`)
  }
  const data = new ByteWriter().ansi(isUnicode ? toAscii(path) : path).fill(PATH_BLOCK.ansi)
  if (isUnicode) data.utf16(path)
  return { signature: ENVIRONMENT_BLOCK, data: data.fill(PATH_BLOCK.ansi + PATH_BLOCK.unicode).toBytes() }
}

const TEXTS: Checks = Object.fromEntries(STRINGS.map(([name]) => [name, optional(TEXT)]))

const SPEC: Checks = { spec: objectOf({ target: optional(TEXT), strings: optional(objectOf(TEXTS)) }) }

function check(spec: ShellLinkSpec): void {
  checkFields({ spec }, SPEC, { code: 'shell-link', what: 'A shell link cannot be written' })
  const { target, local, environment, strings = {}, device, items } = spec
  const flaw = target === undefined ? undefined : uncFlaw(target)
  if (flaw !== undefined) {
    throw new CsclabError('shell-link', `A shell link cannot lead to "${target}": it ${flaw}`, {
      hint: 'Write the target as \\\\server\\share\\name, without a backslash at its end',
    })
  }
  if (items === true && target === undefined) {
    throw new CsclabError('shell-link', 'There are no items to a target that is left out', {
      hint: 'Give "target", or the items themselves',
    })
  }
  const counted = STRINGS.flatMap(([name]) => strings[name] ?? [])
  if (counted.some((text) => text.length > MAX_STRING)) {
    throw tooLong('A string of a shell link', '65,535 characters')
  }
  const ended = [local?.path, local?.label, device, environment].flatMap((text) => text ?? [])
  const cut = ended.find((text) => text.includes('\0'))
  if (cut !== undefined) throw new CsclabError('shell-link', `"${cut}" has a NUL, where its field would end`)
  if (spec.unicode !== false) return
  const lacking = [...counted, ...ended, target ?? ''].find((text) => encodeAnsi(text) === undefined)
  if (lacking === undefined) return
  throw new CsclabError(
    'shell-link',
    `"${lacking}" cannot be written without Unicode: it is not Windows-1252`,
    {
      hint: 'Leave "unicode" out',
    },
  )
}

function tooLong(what: string, limit: string): CsclabError {
  return new CsclabError('shell-link', `${what} is longer than ${limit}`, { hint: 'Give a shorter one' })
}
