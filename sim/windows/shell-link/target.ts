/** Which item on a share a link leads to. MS-SHLLINK leaves the order of the places open; this is the order of csclab. */

import { ATTRIBUTE } from '../attributes.ts'
import { childOf, partsOf, type UncPath } from '../unc.ts'
import { LINK_FLAG } from './link-flags.ts'
import type { ShellEntryItem, ShellItem, ShellLink, ShellLinkInfo } from './shell-link.ts'
import { uncFlaw } from './unc-flaw.ts'

/** Where a link leads. */
export interface ShellLinkTarget {
  readonly path: UncPath
  /**
   * What the link itself says of it: by its attributes, or without any by the last item of its list. It was true when the link
   * was made; only the server knows what is there now (P6.9). A share is a directory.
   */
  readonly kind: 'file' | 'directory' | 'unknown'
  /** The part of the link that names it. */
  readonly place: 'link-info' | 'environment' | 'items'
}

/**
 * The item on a share that a link leads to, or `undefined` for one that leads nowhere, to a local disk or to a path that is none
 * (P6.8). The first place that names a path decides: the share of the link info, then the environment block (first, if
 * the flag PreferEnvironmentPath says so), then, when neither names any path at all, the list of items.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { readShellLink, shellLinkTarget, writeShellLink } from 'csclab/sim'
 *
 * const link = readShellLink(writeShellLink({ target: '\\\\hq\\shared\\plan.txt' }))
 * assert.deepEqual(shellLinkTarget(link), {
 *   path: '\\\\hq\\shared\\plan.txt',
 *   kind: 'file',
 *   place: 'link-info',
 * })
 * ```
 */
export function shellLinkTarget(link: ShellLink): ShellLinkTarget | undefined {
  const choice = choose(link)
  return typeof choice === 'string' ? undefined : choice
}

/**
 * Why a link has no target on a share, as a sentence; `undefined` when it has one.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { readShellLink, shellLinkRefusal, writeShellLink } from 'csclab/sim'
 *
 * const link = readShellLink(writeShellLink({ local: { path: 'C:\\plan.txt' } }))
 * assert.equal(shellLinkRefusal(link), '"C:\\plan.txt" is not on a share')
 * ```
 */
export function shellLinkRefusal(link: ShellLink): string | undefined {
  const choice = choose(link)
  return typeof choice === 'string' ? choice : undefined
}

/** The path on a share that a link info names, or `undefined`. */
export function shellLinkNetworkPath({ network, suffix }: ShellLinkInfo): string | undefined {
  return network === undefined ? undefined : join(network.netName, suffix)
}

/** The path on a local disk that a link info names, or `undefined`. */
export function shellLinkLocalPath({ local, suffix }: ShellLinkInfo): string | undefined {
  return local === undefined ? undefined : join(local.basePath, suffix)
}

/** A path some part of the link names. */
interface Candidate {
  readonly place: ShellLinkTarget['place']
  readonly path: string
}

/** The target, or why there is none. */
function choose(link: ShellLink): ShellLinkTarget | string {
  const info = (link.flags & LINK_FLAG.ForceNoLinkInfo) === 0 ? link.linkInfo : undefined
  const network = candidate('link-info', info === undefined ? undefined : shellLinkNetworkPath(info))
  const environment = candidate('environment', environmentPathOf(link))
  const isPreferred = (link.flags & LINK_FLAG.PreferEnvironmentPath) !== 0
  const named = (isPreferred ? [environment, network] : [network, environment]).flatMap((one) => one ?? [])
  const chosen = named.find(({ place, path }) =>
    place === 'link-info' || path.startsWith('\\\\') || hasVariable(path)
  )
  if (chosen !== undefined) return judge(link, chosen)
  const local = (info === undefined ? undefined : shellLinkLocalPath(info)) ?? named[0]?.path
  if (local !== undefined) return `"${local}" is not on a share`
  const items = candidate('items', itemPathOf(link.items ?? []))
  return items === undefined ? 'it names no path' : judge(link, items)
}

function candidate(place: Candidate['place'], path: string | undefined): Candidate | undefined {
  return path === undefined || path === '' ? undefined : { place, path }
}

function judge(link: ShellLink, { place, path }: Candidate): ShellLinkTarget | string {
  if (place === 'environment' && hasVariable(path)) return `"${path}" has a variable, and csclab has none`
  const whole = path.endsWith('\\') ? path.slice(0, -1) : path
  const flaw = uncFlaw(whole)
  return flaw === undefined ? { path: whole, kind: kindOf(link, whole), place } : `"${path}" ${flaw}`
}

/** A variable between percent signs; a name may hold a single one. */
function hasVariable(path: string): boolean {
  return /%[^%\\]+%/.test(path)
}

function environmentPathOf({ flags, environment }: ShellLink): string | undefined {
  if ((flags & LINK_FLAG.HasExpString) === 0 || environment === undefined) return undefined
  return environment.unicode === '' ? environment.ansi : environment.unicode
}

/** The last share of the list and the names of the entries behind it; nothing if there are other items among them. */
function itemPathOf(items: readonly ShellItem[]): string | undefined {
  const at = items.findLastIndex((item) => item.kind === 'network' && item.level === 'share')
  const [share, ...below] = at < 0 ? [] : items.slice(at)
  const entries = below.filter((item) => item.kind === 'entry')
  if (share?.kind !== 'network' || entries.length < below.length) return undefined
  return entries.reduce((path, entry) => childOf(path, longNameOf(entry)), share.location)
}

function longNameOf({ longName, name }: ShellEntryItem): string {
  return longName ?? name
}

function kindOf(link: ShellLink, path: UncPath): ShellLinkTarget['kind'] {
  if (partsOf(path).length === 2 || (link.attributes & ATTRIBUTE.DIRECTORY) !== 0) return 'directory'
  if (link.attributes !== 0) return 'file'
  return link.items?.findLast((item) => item.kind === 'entry')?.type ?? 'unknown'
}

/** Puts a base and a suffix together with exactly one separator; a base may end with one or not. */
function join(base: string, suffix: string): string {
  return suffix === '' || base.endsWith('\\') ? base + suffix : `${base}\\${suffix}`
}
