/** All that is in a directory of one side, and how it is made to count as created here. */

import { ask, type DirEntry, type Session, type Side } from '../../sim/port/mod.ts'
import { childOf, type UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, CREATED, isDirty, readItem, replaceItem } from '../cache/mod.ts'

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
 * @returns What was changed; or the code with which a listing failed: nothing is done then.
 */
export function* disownTree(
  path: UncPath,
  which: 'unchanged' | 'all',
): Session<readonly Disowned[] | number> {
  const found = yield* contentOf('cache', path)
  if (typeof found === 'number') return found
  const disowned: Disowned[] = []
  for (const { at, entry } of found) {
    const before = yield* readItem(at)
    if (before === undefined || before.sparse || before.ghost === true) continue
    if (which === 'unchanged' && isDirty(before.marks)) continue
    const { type } = entry.info
    const after: CacheRecord = { ...before, type, original: null, marks: CREATED, deletedAt: null }
    if (yield* replaceItem(at, before, after)) disowned.push({ at, before, after })
  }
  return disowned
}

/** An item that counts as created now, and what it was. */
export interface Disowned {
  readonly at: UncPath
  readonly before: CacheRecord
  readonly after: CacheRecord
}
