/** Shell links: .lnk files read, written, and where they lead. */

export { LINK_FLAG, type LinkFlagName, linkFlagNames } from './link-flags.ts'
export { readShellLink } from './read.ts'
export type * from './shell-link.ts'
export { ShellLinkError, type ShellLinkRule } from './shell-link-error.ts'
export type { ShellLinkLocalSpec, ShellLinkSpec } from './shell-link-spec.ts'
export {
  shellLinkLocalPath,
  shellLinkNetworkPath,
  shellLinkRefusal,
  type ShellLinkTarget,
  shellLinkTarget,
} from './target.ts'
export { writeShellLink } from './write.ts'
