/** Paths below a share, as scenarios shorten them. */

/** A path that begins with `//` as it is, any other below `share`; the empty one is the share itself. */
export function resolvePath(path: string, share: string): string {
  if (path.startsWith('//')) return path
  return path === '' ? share : `${share}/${path}`
}

/** The opposite: what is left of a path behind `share`, or the whole path when it does not begin with it. */
export function shortenPath(path: string, share: string | undefined): string {
  if (share === undefined) return path
  if (path === share) return ''
  return path.startsWith(`${share}/`) ? path.slice(share.length + 1) : path
}
