/** Keeping all changes: where the local copy goes, what it is called, and what stands in the way of it. */

import { checkName, childOf, ERROR, nameOf, parentOf, upcase } from '../../../sim/mod.ts'
import type { RoundFacts } from './facts.ts'

/** Units a name may have. */
const MAX_NAME = 255

/** Where the local copy goes, or the code with which keeping all fails. */
export type Destination = { readonly path: string } | {
  readonly code: number
  readonly ids: readonly string[]
}

/** Decides the new name of a conflict's local copy; `newName` is what a handler asked for. */
export function destinationOf(
  path: string,
  how: {
    readonly facts: RoundFacts
    readonly isFile: boolean
    readonly by: 'handler' | 'machine'
    readonly newName: string | undefined
    /** Folded paths that other copies of this round take. */
    readonly claimed: ReadonlySet<string>
  },
): Destination {
  const { facts, newName } = how
  const isFree = (path: string): boolean => !isTaken(path, facts) && !how.claimed.has(upcase(path))
  const folder = parentOf(path) ?? ''
  const original = nameOf(path)
  if (how.by === 'machine') {
    for (let n = 1;; n++) {
      const name = ownName(original, { user: facts.user ?? 'alice', n, isFile: how.isFile })
      if (name.length > MAX_NAME) return { code: ERROR.FILENAME_EXCED_RANGE, ids: ['P3.4', 'F66'] }
      const to = childOf(folder, name)
      if (isFree(to) && !isTakenMeanwhile(to, path, facts)) return { path: to }
    }
  }
  if (newName === undefined || newName === '') return { code: ERROR.INVALID_PARAMETER, ids: ['P3.4'] }
  if (newName.length > MAX_NAME) return { code: ERROR.FILENAME_EXCED_RANGE, ids: ['P3.4'] }
  if (checkName(newName) !== 0) return { code: ERROR.INVALID_NAME, ids: ['P3.4'] }
  const to = childOf(folder, newName)
  return isFree(to) ? { path: to } : { code: ERROR.ALREADY_EXISTS, ids: ['P15.51'] }
}

/** `<name> (<user> v<N>).<ext>`; a folder's name, and one with only a leading dot, has no extension (P3.3, P15.51). */
function ownName(
  name: string,
  { user, n, isFile }: { readonly user: string; readonly n: number; readonly isFile: boolean },
): string {
  const dot = isFile ? name.lastIndexOf('.') : -1
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  return `${stem} (${user} v${n})${extension}`
}

/** A name is taken on either side, by a tombstone as well (P3.2, P15.51). */
function isTaken(path: string, { before, originals, marks }: RoundFacts): boolean {
  const key = upcase(path)
  return before.server.has(key) || before.local.has(key) || originals.has(key) || marks?.has(key) === true
}

/** Somebody was faster and took the name while the call ran; unless the copy is there as well. */
function isTakenMeanwhile(to: string, path: string, { before, after, disturbed }: RoundFacts): boolean {
  if (disturbed?.has(upcase(to)) !== true) return false
  const [copy, source] = [after.local.get(upcase(to)), before.local.get(upcase(path))]
  return copy?.content === undefined || copy.content.digest() !== source?.content?.digest()
}
