/** How items of the server get an entry in the cache, and what keeps them out of it. */

import {
  type AnswerTo,
  ask,
  type Failed,
  isFailure,
  type ItemType,
  NOT_PINNED,
  type Session,
} from '../../sim/port/mod.ts'
import { ERROR, parentOf, partsOf, shareOf, type UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, syncedRecord } from './cache-record.ts'
import { copiedInfo, copyDown } from './copy-down.ts'
import { isExcluded } from './excluded.ts'
import { readItem, writeItem } from './records.ts'
import { withRoom } from './room.ts'

/** How a share says that nothing of it may be cached. */
const NO_CACHING = 'none'

const NOT_CACHED: Failed = { kind: 'failed', code: ERROR.NOT_SUPPORTED }

/**
 * The server's item if it may come into the cache. It fails with 50 where the share may not be cached (D6.11)
 * and for a file of an excluded type (P15.15), or as looking for it does.
 */
function* admit(path: UncPath): Session<AnswerTo<'stat'> | Failed> {
  const share = yield* ask({ kind: 'connect', share: shareOf(path) })
  if (share.kind === 'failed') return share
  if (share.caching === NO_CACHING) return NOT_CACHED
  const found = yield* ask({ kind: 'stat', on: 'server', path })
  if (found.kind === 'failed') return found
  return found.info.type === 'file' && (yield* isExcluded(path)) ? NOT_CACHED : found
}

/** True when an item that is cached must not be pinned. Without its server nobody can tell, and policy alone decides. */
export function* mustNotBePinned(path: UncPath, type: ItemType): Session<boolean> {
  const share = yield* ask({ kind: 'connect', share: shareOf(path) })
  if (share.kind !== 'failed' && share.caching === NO_CACHING) return true
  return type === 'file' && (yield* isExcluded(path))
}

/**
 * An entry for a name of the server, sparse unless there is nothing to fetch; the directories above it get theirs. It is not
 * written yet.
 */
export function* addEntry(path: UncPath): Session<CacheRecord | Failed> {
  const found = yield* admit(path)
  if (isFailure(found)) return found
  const above = yield* addParents(path)
  if (isFailure(above)) return above
  const { name, info } = found
  const record = syncedRecord({ name, key: '', info }, NOT_PINNED)
  if (info.type === 'file') {
    if (info.size > 0) return { ...record, sparse: true }
    const empty = yield* withRoom(path, () => copyDown(path))
    return isFailure(empty) ? empty : record
  }
  // The place of a share is always there, and not made like a directory.
  if (partsOf(path).length < 3) return record
  const made = yield* ask({ kind: 'mkdir', on: 'cache', path, info: copiedInfo(info) })
  return made.kind === 'failed' && made.code !== ERROR.ALREADY_EXISTS ? made : record
}

/** Entries for the directories above an item that have none. */
function* addParents(path: UncPath): Session<Failed | undefined> {
  const parent = parentOf(path)
  if (parent === undefined || partsOf(parent).length < 3) return undefined
  if ((yield* readItem(parent)) !== undefined) return undefined
  const entry = yield* addEntry(parent)
  if (isFailure(entry)) return entry
  yield* writeItem(parent, entry)
  return undefined
}
