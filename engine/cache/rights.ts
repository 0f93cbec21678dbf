/**
 * What users may do with cached items: seen while they are online, binding when they are not (SYNC-18, P15.62). Who was
 * never online with an item is refused it offline, whatever the server would say (F85).
 */

import { ask, type Right, RIGHTS, type Session } from '../../sim/port/mod.ts'
import { parentOf, type UncPath } from '../../sim/windows/mod.ts'
import type { CacheRecord, SeenRights } from './cache-record.ts'
import { readItem, readShare, replaceItem } from './records.ts'

/** What a user has just seen of their rights on an item. */
export interface Sight {
  readonly user: string
  /** The user for whom the share was taken up: nothing is said where they may do everything. */
  readonly owner: string | undefined
  readonly denied: readonly Right[] | undefined
}

/** What is known of an item's rights after a sight of it; the same object when there is nothing new. */
export function afterSight(known: SeenRights | undefined, sight: Sight): SeenRights | undefined {
  const { user, owner, denied } = sight
  const before = known?.[user]
  if (denied === undefined || denied.length === 0) {
    if (before === undefined && user === owner) return known
    if (before !== undefined && before.length === RIGHTS.length) return known
  }
  const now = RIGHTS.filter((right) => denied?.includes(right) !== true)
  return before?.join() === now.join() ? known : { ...known, [user]: now }
}

/** Records what a user sees of the rights on a cached item and, once seen, is held to offline. */
export function* recordSight(path: UncPath, sight: Sight): Session<void> {
  const record = yield* readItem(path)
  if (record !== undefined) yield* recordRights(path, record, afterSight(record.rights, sight))
}

/** Records an item's rights. Where somebody else has just written the record, the next sight of the item does it. */
export function* recordRights(
  path: UncPath,
  record: CacheRecord,
  rights: SeenRights | undefined,
): Session<CacheRecord> {
  if (rights === undefined || rights === record.rights) return record
  const after = { ...record, rights }
  return (yield* replaceItem(path, record, after)) ? after : record
}

/** Looks at an item on the server and records what its user may do with it. */
export function* lookAtRights(path: UncPath, user: string): Session<void> {
  const found = yield* ask({ kind: 'stat', on: 'server', path })
  if (found.kind === 'failed') return
  const owner = (yield* readShare(path))?.user
  yield* recordSight(path, { user, owner, denied: found.denied })
}

/** True when a user may do something with an item offline. What is not cached goes by the directory it is in. */
export function* mayOffline(
  path: UncPath,
  { user, right }: { user: string; right: Right },
): Session<boolean> {
  let at: UncPath | undefined = path
  let record = yield* readItem(path)
  while (record === undefined) {
    at = parentOf(at)
    if (at === undefined) return true
    record = yield* readItem(at)
  }
  const known = record.rights?.[user]
  if (known !== undefined) return known.includes(right)
  const share = yield* readShare(path)
  return share === undefined || share.user === user
}
