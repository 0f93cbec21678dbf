/** What a shell link (.lnk file, MS-SHLLINK) holds, as plain values. */

import type { Ticks } from '../filetime.ts'

/**
 * A shell link as it stands in its file. A moment that is not set is `undefined`; one beyond 28 years from
 * 2010 is rounded (see `fromFiletime`).
 */
export interface ShellLink {
  /** LinkFlags, see `LINK_FLAG`. */
  readonly flags: number
  /** Attribute bits of the target when the link was made, see `ATTRIBUTE`; 0 when nothing was known of it. */
  readonly attributes: number
  readonly creation: Ticks | undefined
  readonly lastAccess: Ticks | undefined
  readonly lastWrite: Ticks | undefined
  /** The low 32 bits of the target's size in bytes. */
  readonly size: number
  readonly iconIndex: number
  /** 1 normal, 3 maximized, 7 minimized; any other number means 1. */
  readonly showCommand: number
  /** Low byte the virtual key, high byte 1 Shift, 2 Ctrl, 4 Alt; 0 for none. */
  readonly hotKey: number
  /** The LinkTargetIDList; `undefined` when the link has none. */
  readonly items: readonly ShellItem[] | undefined
  /** Also there when the flag ForceNoLinkInfo says it must be ignored. */
  readonly linkInfo: ShellLinkInfo | undefined
  readonly strings: ShellLinkStrings
  /** The path of the first EnvironmentVariableDataBlock. */
  readonly environment: ShellLinkEnvironment | undefined
  /** All blocks of ExtraData in their order. */
  readonly blocks: readonly ShellLinkBlock[]
  /** What was odd, but could be read. */
  readonly oddities: readonly ShellLinkOddity[]
}

/** Where the target was found when the link was made. */
export interface ShellLinkInfo {
  /** The volume and path of a target on a local disk. */
  readonly local: ShellLinkLocal | undefined
  /** The share of a target on a server. */
  readonly network: ShellLinkNetwork | undefined
  /** What follows both the local base path and the share; may be empty. */
  readonly suffix: string
}

/** VolumeID and LocalBasePath. */
export interface ShellLinkLocal {
  readonly basePath: string
  /** 0 unknown, 1 no root, 2 removable, 3 fixed, 4 remote, 5 CD-ROM, 6 RAM disk. */
  readonly driveType: number
  readonly serial: number
  readonly label: string
}

/** CommonNetworkRelativeLink. */
export interface ShellLinkNetwork {
  /** The share, `\\server\share`; a trailing backslash is kept. */
  readonly netName: string
  /** The drive letter the share was mapped to, such as `Z:`. */
  readonly device: string | undefined
  /** NetworkProviderType, such as 0x20000 for SMB. */
  readonly provider: number | undefined
}

/** StringData: texts beside the target. */
export interface ShellLinkStrings {
  /** NAME_STRING. */
  readonly description: string | undefined
  readonly relativePath: string | undefined
  readonly workingDirectory: string | undefined
  readonly arguments: string | undefined
  readonly iconLocation: string | undefined
}

/** The two forms of a path that may hold `%VARIABLES%`; the Unicode form counts unless it is empty. */
export interface ShellLinkEnvironment {
  readonly ansi: string
  readonly unicode: string
}

/** A block of ExtraData. */
export interface ShellLinkBlock {
  /** Its name in MS-SHLLINK, or `undefined` for a signature it does not define. */
  readonly name: string | undefined
  readonly signature: number
  /** What follows size and signature. */
  readonly data: Uint8Array
}

/** An item of the LinkTargetIDList. Its contents are the shell's own; what is not understood is `other`. */
export type ShellItem = ShellRootItem | ShellVolumeItem | ShellNetworkItem | ShellEntryItem | ShellOtherItem

/** A folder at the root of the shell's namespace. */
export interface ShellRootItem {
  readonly kind: 'root'
  /** Its class, such as `{F02C1A0D-BE21-4350-88B0-7367FC96EF3C}` for the network. */
  readonly folder: string
  readonly sortIndex: number
}

/** A drive. */
export interface ShellVolumeItem {
  readonly kind: 'volume'
  /** At most 19 characters, such as `C:\`. */
  readonly name: string
}

/** A place in the network. */
export interface ShellNetworkItem {
  readonly kind: 'network'
  readonly level: ShellNetworkLevel
  /** A name, or for servers and shares a UNC path. */
  readonly location: string
  readonly description: string | undefined
  readonly comments: string | undefined
}

/** What a {@linkcode ShellNetworkItem} stands for. */
export type ShellNetworkLevel = 'domain' | 'server' | 'share' | 'network' | 'entire-network'

/** A file or directory. Moments are of the FAT kind: even seconds from 1980 to 2107. */
export interface ShellEntryItem {
  readonly kind: 'entry'
  readonly type: 'file' | 'directory' | 'unknown'
  /** The primary name; often the short one. */
  readonly name: string
  /** The name of the extension block 0xBEEF0004. */
  readonly longName: string | undefined
  readonly size: number
  /** The low 16 attribute bits. */
  readonly attributes: number
  readonly lastWrite: Ticks | undefined
  readonly creation: Ticks | undefined
  readonly lastAccess: Ticks | undefined
}

/** Any other item. */
export interface ShellOtherItem {
  readonly kind: 'other'
  /** All but the two bytes of its size. */
  readonly data: Uint8Array
}

/** Something in a link that is not as it should be and is read all the same. */
export interface ShellLinkOddity {
  /** Counted from the start of the file. */
  readonly offset: number
  readonly text: string
}
