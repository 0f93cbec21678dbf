/** Which files are shell links, and where they lead. */

import {
  foldPath,
  readShellLink,
  ShellLinkError,
  type ShellLinkTarget,
  shellLinkTarget,
  type UncPath,
  upcase,
} from '../../sim/windows/mod.ts'

const EXTENSION = '.LNK'

/** True for the name of a link, in any case (P6.11). */
export function isLinkName(name: string): boolean {
  return upcase(name).endsWith(EXTENSION)
}

/** The item on a share a link leads to; `undefined` for what is no link, or leads elsewhere or to itself (P6.8). */
export function linkTarget(bytes: Uint8Array, own: UncPath): ShellLinkTarget | undefined {
  try {
    const target = shellLinkTarget(readShellLink(bytes))
    return target === undefined || foldPath(target.path) === foldPath(own) ? undefined : target
  } catch (error) {
    if (error instanceof ShellLinkError) return undefined
    throw error
  }
}
