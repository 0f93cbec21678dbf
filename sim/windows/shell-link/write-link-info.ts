/** Writes LinkInfo: the short form while its texts are ASCII, else the long form with Unicode texts. */

import { CsclabError } from '../../errors.ts'
import { partsOf, uncOf } from '../unc.ts'
import { isAscii, toAscii } from './ansi.ts'
import { ByteWriter } from './byte-writer.ts'
import type { ShellLinkInfo, ShellLinkLocal, ShellLinkNetwork } from './shell-link.ts'
import type { ShellLinkSpec } from './shell-link-spec.ts'

/** NetworkProviderType of SMB shares. */
const SMB = 0x2_0000

/**
 * The link info of a spec, or `undefined` for one that names neither a share nor a local path.
 *
 * @throws {CsclabError} `shell-link` if a local path does not end like the target.
 */
export function linkInfoOf(
  { target, local, device, provider = SMB }: ShellLinkSpec,
): ShellLinkInfo | undefined {
  if (target === undefined && local === undefined) return undefined
  const parts = target === undefined ? [] : partsOf(target)
  const suffix = parts.slice(2).join('\\')
  return {
    local: local === undefined ? undefined : {
      basePath: withoutSuffix(local.path, suffix),
      driveType: local.driveType ?? 3,
      serial: local.serial ?? 0,
      label: local.label ?? '',
    },
    network: target === undefined ? undefined : { netName: uncOf(parts.slice(0, 2)), device, provider },
    suffix,
  }
}

function withoutSuffix(path: string, suffix: string): string {
  if (suffix === '') return path
  if (path.endsWith(`\\${suffix}`)) return path.slice(0, -suffix.length)
  throw new CsclabError('shell-link', `"${path}" does not end like its target, with "\\${suffix}"`, {
    hint: 'A link with a local path and a share names one item that is seen both ways',
  })
}

/**
 * LinkInfo as bytes.
 *
 * @param info What it says.
 * @param isUnicode Whether it may have Unicode texts. They are written if any text needs them; the ANSI texts beside them have `?`
 * for what is not ASCII, as code pages differ in the rest. Without them ANSI texts are Windows-1252.
 */
export function writeLinkInfo(info: ShellLinkInfo, isUnicode: boolean): Uint8Array {
  const { local, network, suffix } = info
  const texts = [local?.basePath, network?.netName, network?.device, suffix]
  const isLong = isUnicode && !texts.every((text) => text === undefined || isAscii(text))
  const header = isLong ? 0x24 : 0x1c
  const body = new ByteWriter()
  const put = (bytes: Uint8Array | undefined): number => {
    if (bytes === undefined) return 0
    const offset = header + body.length
    body.bytes(bytes)
    return offset
  }
  const ansi = (text: string): Uint8Array => ansiForm(text, isLong)
  const volume = put(local === undefined ? undefined : volumeId(local, isUnicode))
  const basePath = put(local === undefined ? undefined : ansi(local.basePath))
  const share = put(network === undefined ? undefined : networkLink(network, isLong))
  const suffixAnsi = put(ansi(suffix))
  const basePathUnicode = put(isLong && local !== undefined ? utf16(local.basePath) : undefined)
  const suffixUnicode = put(isLong ? utf16(suffix) : undefined)
  const flags = (local === undefined ? 0 : 1) | (network === undefined ? 0 : 2)
  const all = new ByteWriter().u32(header + body.length).u32(header).u32(flags)
  all.u32(volume).u32(basePath).u32(share).u32(suffixAnsi)
  if (isLong) all.u32(basePathUnicode).u32(suffixUnicode)
  return all.bytes(body.toBytes()).toBytes()
}

function ansiForm(text: string, hasUnicode: boolean): Uint8Array {
  return new ByteWriter().ansiZ(hasUnicode ? toAscii(text) : text).toBytes()
}

function utf16(text: string): Uint8Array {
  return new ByteWriter().utf16Z(text).toBytes()
}

function volumeId({ driveType, serial, label }: ShellLinkLocal, isUnicode: boolean): Uint8Array {
  const isLong = isUnicode && !isAscii(label)
  const text = isLong ? utf16(label) : ansiForm(label, false)
  const header = isLong ? 0x14 : 0x10
  const volume = new ByteWriter().u32(header + text.length).u32(driveType).u32(serial).u32(header)
  if (isLong) volume.u32(header)
  return volume.bytes(text).toBytes()
}

function networkLink({ netName, device, provider }: ShellLinkNetwork, isLong: boolean): Uint8Array {
  const header = isLong ? 0x1c : 0x14
  const body = new ByteWriter()
  const put = (bytes: Uint8Array | undefined): number => {
    if (bytes === undefined) return 0
    const offset = header + body.length
    body.bytes(bytes)
    return offset
  }
  const name = put(ansiForm(netName, isLong))
  const drive = put(device === undefined ? undefined : ansiForm(device, isLong))
  const nameUnicode = put(isLong ? utf16(netName) : undefined)
  const driveUnicode = put(isLong && device !== undefined ? utf16(device) : undefined)
  const flags = (device === undefined ? 0 : 1) | (provider === undefined ? 0 : 2)
  const all = new ByteWriter().u32(header + body.length).u32(flags).u32(name).u32(drive).u32(provider ?? 0)
  if (isLong) all.u32(nameUnicode).u32(driveUnicode)
  return all.bytes(body.toBytes()).toBytes()
}
