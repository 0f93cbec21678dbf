/** What a shell link is to say, for writing one. */

import type { Ticks } from '../filetime.ts'
import type { UncPath } from '../unc.ts'
import type { ShellItem, ShellLinkBlock, ShellLinkStrings } from './shell-link.ts'

/** A shell link to write; what is left out is written as "not set". */
export interface ShellLinkSpec {
  /** Where it leads, `\\server\share` or below it. Left out, there is no share in the link info. */
  readonly target?: UncPath
  /** What the target is; `file` if left out. */
  readonly kind?: 'file' | 'directory'
  /** Attribute bits; if left out, ARCHIVE for a file, DIRECTORY for a directory. */
  readonly attributes?: number
  /** Bytes of the target; the low 32 bits are written. */
  readonly size?: number
  readonly creation?: Ticks
  readonly lastAccess?: Ticks
  readonly lastWrite?: Ticks
  readonly iconIndex?: number
  /** 1 normal (if left out), 3 maximized, 7 minimized. */
  readonly showCommand?: number
  /** Low byte the virtual key, high byte 1 Shift, 2 Ctrl, 4 Alt. */
  readonly hotKey?: number
  /** The target on a local disk; with `target`, the same item seen locally, so both paths must end alike. */
  readonly local?: ShellLinkLocalSpec
  /** The drive letter the share is mapped to, such as `Z:`. */
  readonly device?: string
  /** NetworkProviderType; 0x20000 (SMB) if left out. */
  readonly provider?: number
  /** The path of an EnvironmentVariableDataBlock, at most 259 characters. */
  readonly environment?: string
  readonly strings?: Partial<ShellLinkStrings>
  /** The items of a LinkTargetIDList, or `true` for those that lead to `target`. */
  readonly items?: boolean | readonly ShellItem[]
  /** More blocks of ExtraData, behind the environment block. */
  readonly blocks?: readonly Pick<ShellLinkBlock, 'signature' | 'data'>[]
  /** `false` for a link without any Unicode text: all texts must then be Windows-1252. */
  readonly unicode?: boolean
  /** Sets the flag that makes readers ignore the link info. */
  readonly forceNoLinkInfo?: boolean
  /** More bits of LinkFlags, see `LINK_FLAG`. Those that announce a part are set by the part itself. */
  readonly flags?: number
}

/** A target on a local disk. */
export interface ShellLinkLocalSpec {
  readonly path: string
  /** 3, fixed, if left out. */
  readonly driveType?: number
  readonly serial?: number
  readonly label?: string
}
