/** Reads LinkInfo: the volume or the share a target lies on, and its path there. */

import type { ByteReader, PartName } from './byte-reader.ts'
import type { ShellLinkInfo, ShellLinkLocal, ShellLinkNetwork } from './shell-link.ts'

/** Length of the header without Unicode offsets, and the least with them. */
const SHORT_HEADER = 0x1c
const LONG_HEADER = 0x24

const HAS_LOCAL = 0x1
const HAS_NETWORK = 0x2

/** The values of NetNameOffset and VolumeLabelOffset that tell the two forms of their structures apart. */
const SHORT_NETWORK = 0x14
const LONG_NETWORK = 0x1c
const UNICODE_LABEL = 0x14

const VALID_DEVICE = 0x1
const VALID_PROVIDER = 0x2

/** LinkInfo, and where an offset lies that nothing leads to but that is not 0. */
export interface LinkInfoRead {
  readonly info: ShellLinkInfo
  readonly staleOffset: number | undefined
}

/**
 * Reads a LinkInfo that fills its part.
 *
 * @throws {ShellLinkError} `link-info` for sizes that contradict each other, `offset` for an offset outside its structure, into
 * its header, or to a string without end, `network` for a malformed CommonNetworkRelativeLink.
 */
export function readLinkInfo(part: ByteReader): LinkInfoRead {
  const header = part.u32(4, 'LinkInfoHeaderSize')
  if (header > part.length) {
    throw part.error(4, `LinkInfoHeaderSize ${header} is more than LinkInfoSize ${part.length}`)
  }
  if (header !== SHORT_HEADER && header < LONG_HEADER) {
    throw part.error(4, `LinkInfoHeaderSize is ${header}, neither 28 nor at least 36`)
  }
  const flags = part.u32(8, 'LinkInfoFlags')
  const frame = { part, header, name: 'LinkInfo' }
  const unicode = (at: number): { readonly unicode?: number } => header < LONG_HEADER ? {} : { unicode: at }
  const hasNetwork = (flags & HAS_NETWORK) !== 0
  const isStale = !hasNetwork && part.u32(20, 'an offset') !== 0
  return {
    info: {
      local: (flags & HAS_LOCAL) === 0 ? undefined : {
        basePath: readText(frame, { name: 'LocalBasePath', ansi: 16, ...unicode(28) }),
        ...readVolume(frame),
      },
      network: hasNetwork ? readNetwork(frame) : undefined,
      suffix: readText(frame, { name: 'CommonPathSuffix', ansi: 24, ...unicode(32) }),
    },
    staleOffset: isStale ? part.offsetOf(20) : undefined,
  }
}

/** A structure whose offsets must lead behind its header. */
interface Frame {
  readonly part: ByteReader
  readonly header: number
  readonly name: string
}

/** A text, and where the offsets of its two forms lie. */
interface TextPlace {
  readonly name: string
  readonly ansi: number
  readonly unicode?: number
}

/** Takes the Unicode form when there is one: an offset of 0 says there is none. */
function readText(frame: Frame, { name, ansi, unicode }: TextPlace): string {
  const { part } = frame
  const isUnicode = unicode !== undefined && part.u32(unicode, 'a Unicode offset') !== 0
  const at = follow(frame, isUnicode ? unicode : ansi, name)
  const text = isUnicode ? part.utf16Z(at) : part.ansiZ(at)
  if (text === undefined) throw part.error(at, `${name} has no end within ${frame.name}`, 'offset')
  return text
}

/** The offset that stands at a place, which must lead into the structure and behind its header. */
function follow({ part, header, name }: Frame, at: number, target: string): number {
  const offset = part.u32(at, `the offset of ${target}`)
  if (offset >= header && offset < part.length) return offset
  const where = offset < header
    ? `into the header of ${name}`
    : `outside ${name}, which has ${part.length} bytes`
  throw part.error(at, `the offset of ${target} is ${offset} and leads ${where}`, 'offset')
}

/** A structure inside another, which starts with its own size. */
function sized(frame: Frame, at: number, inner: PartName): ByteReader {
  const start = follow(frame, at, inner.name)
  const size = frame.part.part(start, Math.min(4, frame.part.length - start), inner).u32(0, 'its size')
  return frame.part.part(start, size, inner)
}

function readVolume(frame: Frame): Omit<ShellLinkLocal, 'basePath'> {
  const part = sized(frame, 12, { name: 'VolumeID', rule: 'offset' })
  if (part.length <= 0x10) throw part.error(0, `VolumeIDSize is ${part.length}, not more than 16`)
  const isUnicode = part.u32(12, 'VolumeLabelOffset') === UNICODE_LABEL
  const inner = { part, header: isUnicode ? 0x14 : 0x10, name: 'VolumeID' }
  const at = follow(inner, isUnicode ? 16 : 12, 'VolumeLabel')
  const label = isUnicode ? part.utf16Z(at) : part.ansiZ(at)
  if (label === undefined) throw part.error(at, 'VolumeLabel has no end within VolumeID')
  return { driveType: part.u32(4, 'DriveType'), serial: part.u32(8, 'DriveSerialNumber'), label }
}

function readNetwork(frame: Frame): ShellLinkNetwork {
  const name = 'CommonNetworkRelativeLink'
  const part = sized(frame, 20, { name, rule: 'network' })
  if (part.length < SHORT_NETWORK) throw part.error(0, `${name} has a size of ${part.length}, less than 20`)
  const flags = part.u32(4, 'its flags')
  const netName = part.u32(8, 'NetNameOffset')
  if (netName < SHORT_NETWORK) throw part.error(8, `NetNameOffset is ${netName}, less than 20`)
  const isLong = netName > SHORT_NETWORK
  const inner = { part, header: isLong ? LONG_NETWORK : SHORT_NETWORK, name }
  const unicode = (at: number): { readonly unicode?: number } => isLong ? { unicode: at } : {}
  return {
    netName: readText(inner, { name: 'NetName', ansi: 8, ...unicode(20) }),
    device: (flags & VALID_DEVICE) === 0
      ? undefined
      : readText(inner, { name: 'DeviceName', ansi: 12, ...unicode(24) }),
    provider: (flags & VALID_PROVIDER) === 0 ? undefined : part.u32(16, 'NetworkProviderType'),
  }
}
