/** UNC paths: `\\server\share\directory\file`, taken apart and put together. */

import { upcase } from './upcase.ts'

/** A path of the form `\\server\share[\name]*`, spelled with backslashes and without a trailing one. */
export type UncPath = string

/** The parts of a UNC path: server, share, then the names below it. `\\server` has one part. */
export function partsOf(path: UncPath): readonly string[] {
  if (path !== lastPath) {
    lastParts = Object.freeze(path.slice(2).split('\\'))
    lastPath = path
  }
  return lastParts
}

/** The path that was last taken apart: whoever looks at one does so several times. */
let lastPath: UncPath = '\\\\'
let lastParts: readonly string[] = Object.freeze([''])

/** The server of a path: its first part. */
export function serverOf(path: UncPath): string {
  const end = path.indexOf('\\', 2)
  return end < 0 ? path.slice(2) : path.slice(2, end)
}

/** Puts parts together: `['hq', 'docs', 'a.txt']` becomes `\\hq\docs\a.txt`. */
export function uncOf(parts: readonly string[]): UncPath {
  return `\\\\${parts.join('\\')}`
}

/** The path of a name inside a directory, a share or a server. */
export function childOf(parent: UncPath, name: string): UncPath {
  return `${parent}\\${name}`
}

/** The parent path; `\\server` has none. */
export function parentOf(path: UncPath): UncPath | undefined {
  const end = path.lastIndexOf('\\')
  return end <= 1 ? undefined : path.slice(0, end)
}

/** The last name of a path. */
export function nameOf(path: UncPath): string {
  return path.slice(path.lastIndexOf('\\') + 1)
}

/** The share a path lies on, `\\server\share`; a bare server gives itself. */
export function shareOf(path: UncPath): UncPath {
  const server = path.indexOf('\\', 2)
  const end = server < 0 ? -1 : path.indexOf('\\', server + 1)
  return end < 0 ? path : path.slice(0, end)
}

/** The form under which paths are compared: folded unit by unit (P14.2). */
export function foldPath(path: UncPath): string {
  return upcase(path)
}

/** True when `path` is `ancestor` or lies below it; case does not matter. */
export function isWithin(path: UncPath, ancestor: UncPath): boolean {
  const inner = foldPath(path)
  const outer = foldPath(ancestor)
  return inner === outer || (inner.startsWith(outer) && inner[outer.length] === '\\')
}

/**
 * Turns the slashes of `//server/share/a` into backslashes, the way scenarios spell paths.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { fromSlashes } from 'csclab/sim'
 *
 * assert.equal(fromSlashes('//hq/docs/plan.txt'), '\\\\hq\\docs\\plan.txt')
 * ```
 */
export function fromSlashes(path: string): string {
  return path.replaceAll('/', '\\')
}

/** The opposite of {@linkcode fromSlashes}. */
export function toSlashes(path: UncPath): string {
  return path.replaceAll('\\', '/')
}
