/** Entries the cache has never seen equal to the server's copy: where the reference leaves open what they count as. */

import { nameOf } from '../../../sim/mod.ts'
import { hasChanged } from './compare.ts'
import type { Original } from './facts.ts'
import type { Version } from './meanwhile.ts'

/** Other ways to read an item than as one without an original. */
export function otherReadings({ item, left }: Version): readonly Version[] {
  const { original, local, server, marks } = item
  if (original !== undefined || marks.adopted === undefined) return []
  const found: Version[] = []
  if (marks.seen !== undefined) {
    found.push({
      item: { ...item, original: marks.seen },
      left,
      note: 'both copies were once found the same, which may count as a sync of the item or not',
    })
  }
  if (local === undefined || server === undefined || server.info.type !== local.info.type) return found
  const unseen: Original = { server: server.info, local: marks.adopted, spelling: nameOf(local.path) }
  if (hasChanged(local, unseen, 'local')) {
    found.push({
      item: { ...item, original: unseen },
      left,
      note:
        'the matrix has no row for an entry changed here that has no original: it is like a created one, or a changed one',
    })
  }
  return found
}
