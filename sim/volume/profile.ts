/** What kind of volume it is: NTFS, or one of the file servers that differ from it. */

import { BOOLEAN, type Check, checkFields, MOMENT, oneOf, wholeNumber } from '../check-fields.ts'
import type { Ticks } from '../windows/mod.ts'

/** How a volume differs from NTFS; see {@linkcode NTFS} for what it is otherwise. */
export interface VolumeProfile {
  /**
   * Names below server and share are compared exactly, so `A.txt` and `a.txt` can stand side by side (F58). Server and
   * share names fold all the same.
   */
  readonly caseSensitive: boolean
  /** Stored times are multiples of this many ticks, at least 1; others are rounded down (F50). */
  readonly timeGranularity: Ticks
  /** The volume's clock is ahead of the true time by this many ticks, or behind by a negative number (F51). */
  readonly clockOffset: Ticks
  /**
   * `windows`: the names Win32 accepts. `any`: also reserved names, trailing dots and spaces, and every character but
   * `\`, `/` and NUL (F60); still at most 255 units.
   */
  readonly names: 'windows' | 'any'
  /** Files have named streams (F41); without them, asking for one is refused with 123. */
  readonly streams: boolean
  /** The server grants oplocks (F34). The volume only tells; whoever runs a server acts on it. */
  readonly oplocks: boolean
  /** Attribute bits that every file has because of how it is stored, such as REPARSE_POINT (F38); nobody can set them. */
  readonly storageBits: number
}

/** An NTFS volume on a Windows server or client. */
export const NTFS: VolumeProfile = Object.freeze({
  caseSensitive: false,
  timeGranularity: 1,
  clockOffset: 0,
  names: 'windows',
  streams: true,
  oplocks: true,
  storageBits: 0,
})

const FIELDS: Readonly<Record<keyof VolumeProfile, Check>> = {
  caseSensitive: BOOLEAN,
  timeGranularity: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  clockOffset: MOMENT,
  names: oneOf('windows', 'any'),
  streams: BOOLEAN,
  oplocks: BOOLEAN,
  storageBits: wholeNumber(0, 0xffff_ffff),
}

/**
 * The profile of a volume that differs from NTFS.
 *
 * @throws {CsclabError} `scenario` if a field is not as it must be.
 */
export function profileOf(differences: Partial<VolumeProfile> = {}): VolumeProfile {
  const profile = Object.freeze({ ...NTFS, ...differences })
  checkFields(profile, FIELDS, { code: 'scenario', what: 'The profile of a volume' })
  return profile
}
