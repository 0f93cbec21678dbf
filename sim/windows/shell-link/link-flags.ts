/** LinkFlags: which parts a shell link has, and how it is to be used. */

/** Bits of LinkFlags under the names of MS-SHLLINK 2.1.1. */
export const LINK_FLAG = {
  HasLinkTargetIDList: 0x1,
  HasLinkInfo: 0x2,
  HasName: 0x4,
  HasRelativePath: 0x8,
  HasWorkingDir: 0x10,
  HasArguments: 0x20,
  HasIconLocation: 0x40,
  IsUnicode: 0x80,
  ForceNoLinkInfo: 0x100,
  HasExpString: 0x200,
  RunInSeparateProcess: 0x400,
  Unused1: 0x800,
  HasDarwinID: 0x1000,
  RunAsUser: 0x2000,
  HasExpIcon: 0x4000,
  NoPidlAlias: 0x8000,
  Unused2: 0x1_0000,
  RunWithShimLayer: 0x2_0000,
  ForceNoLinkTrack: 0x4_0000,
  EnableTargetMetadata: 0x8_0000,
  DisableLinkPathTracking: 0x10_0000,
  DisableKnownFolderTracking: 0x20_0000,
  DisableKnownFolderAlias: 0x40_0000,
  AllowLinkToLink: 0x80_0000,
  UnaliasOnSave: 0x100_0000,
  PreferEnvironmentPath: 0x200_0000,
  KeepLocalIDListForUNCTarget: 0x400_0000,
} as const

/** The name of one bit of LinkFlags. */
export type LinkFlagName = keyof typeof LINK_FLAG

/** All bits that have a name. */
export const ALL_LINK_FLAGS = 0x7ff_ffff

/**
 * The names of the bits that are set, in bit order.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { linkFlagNames } from 'csclab/sim'
 *
 * assert.deepEqual(linkFlagNames(0x82), ['HasLinkInfo', 'IsUnicode'])
 * ```
 */
export function linkFlagNames(flags: number): readonly LinkFlagName[] {
  return NAMES.filter((name) => (flags & LINK_FLAG[name]) !== 0)
}

const NAMES: readonly LinkFlagName[] = Object.keys(LINK_FLAG).filter(isLinkFlagName)

function isLinkFlagName(name: string): name is LinkFlagName {
  return name in LINK_FLAG
}
