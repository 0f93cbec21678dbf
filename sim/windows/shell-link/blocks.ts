/** The blocks of ExtraData: their names, and the flags that announce them. */

import { LINK_FLAG } from './link-flags.ts'

/** The signature of an EnvironmentVariableDataBlock. */
export const ENVIRONMENT_BLOCK = 0xa000_0001

/** Bytes of the two fields of a block that holds a path. */
export const PATH_BLOCK = { ansi: 260, unicode: 520 } as const

interface BlockKind {
  readonly signature: number
  readonly name: string
  /** The flag that says it is there; most blocks have none. */
  readonly flag: number
}

const KINDS: readonly BlockKind[] = [
  { signature: ENVIRONMENT_BLOCK, name: 'EnvironmentVariableDataBlock', flag: LINK_FLAG.HasExpString },
  { signature: 0xa000_0002, name: 'ConsoleDataBlock', flag: 0 },
  { signature: 0xa000_0003, name: 'TrackerDataBlock', flag: 0 },
  { signature: 0xa000_0004, name: 'ConsoleFEDataBlock', flag: 0 },
  { signature: 0xa000_0005, name: 'SpecialFolderDataBlock', flag: 0 },
  { signature: 0xa000_0006, name: 'DarwinDataBlock', flag: LINK_FLAG.HasDarwinID },
  { signature: 0xa000_0007, name: 'IconEnvironmentDataBlock', flag: LINK_FLAG.HasExpIcon },
  { signature: 0xa000_0008, name: 'ShimDataBlock', flag: LINK_FLAG.RunWithShimLayer },
  { signature: 0xa000_0009, name: 'PropertyStoreDataBlock', flag: 0 },
  { signature: 0xa000_000b, name: 'KnownFolderDataBlock', flag: 0 },
  { signature: 0xa000_000c, name: 'VistaAndAboveIDListDataBlock', flag: 0 },
]

/** The name of a block in MS-SHLLINK, or `undefined` for a signature it does not define. */
export function blockName(signature: number): string | undefined {
  return KINDS.find((kind) => kind.signature === signature)?.name
}

/** The flags that announce the blocks with these signatures. */
export function flagsOfBlocks(signatures: readonly number[]): number {
  return KINDS.reduce((flags, kind) => signatures.includes(kind.signature) ? flags | kind.flag : flags, 0)
}

/** Blocks that are announced and not there, or there and not announced, in words. */
export function describeMismatch(flags: number, signatures: readonly number[]): readonly string[] {
  const there = flagsOfBlocks(signatures)
  return KINDS.filter(({ flag }) => ((flags ^ there) & flag) !== 0).map(({ name, flag }) =>
    (there & flag) === 0 ? `the flags announce a missing ${name}` : `the flags do not announce the ${name}`
  )
}
