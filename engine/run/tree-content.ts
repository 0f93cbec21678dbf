/** All that is in a directory of one side, and how it is made to count as created here. */

import { ask, type DirEntry, type Session, type Side } from '../../sim/port/mod.ts'
import { childOf, ERROR, type UncPath } from '../../sim/windows/mod.ts'
import { CREATED, isDirty, readItem, replaceItem } from '../cache/mod.ts'

/** One thing in a directory, at any depth. */
export interface Found {
  readonly at: UncPath
  readonly entry: DirEntry
}

/** All that is in a directory, what is deepest first; or the code with which a listing failed. */
export function* contentOf(on: Side, path: UncPath): Session<readonly Found[] | number> {
  const listing = yield* ask({ kind: 'list', on, path })
  if (listing.kind === 'failed') return listing.code
  const found: Found[] = []
  for (const entry of listing.entries) {
    const at = childOf(path, entry.name)
    if (entry.info.type === 'directory') {
      const below = yield* contentOf(on, at)
      if (typeof below === 'number') return below
      found.push(...below)
    }
    found.push({ at, entry })
  }
  return found
}

/**
 * What is in a local directory counts as created offline from here on, so that it never looks like a leftover if the run ends
 * before all of it is on the server (P15.43, P15.66, P15.68): what is unchanged here, or changed as well.
 *
 * @returns 0, or the code with which a listing failed: nothing is done then.
 */
export function* disownTree(path: UncPath, which: 'unchanged' | 'all'): Session<number> {
  const found = yield* contentOf('cache', path)
  if (typeof found === 'number') return found
  for (const { at, entry } of found) {
    const record = yield* readItem(at)
    if (record === undefined || record.sparse || record.ghost === true) continue
    if (which === 'unchanged' && isDirty(record.marks)) continue
    const { type } = entry.info
    yield* replaceItem(at, record, { ...record, type, original: null, marks: CREATED, deletedAt: null })
  }
  return ERROR.SUCCESS
}
