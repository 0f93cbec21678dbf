/** Automatic caching: on shares that say so, what an application opens on the server is kept in the cache (9.4). */

import {
  ask,
  type CachingMode,
  type FileOperation,
  isFailure,
  NOT_PINNED,
  type Session,
} from '../../sim/port/mod.ts'
import { ERROR, shareOf, type Ticks, type UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, cleanRecord, isDirty, isIncomplete, seen } from './cache-record.ts'
import { copyDown } from './copy-down.ts'
import { addEntry } from './entries.ts'
import { readItem, replaceItem, writeItem } from './records.ts'
import { withRoom } from './room.ts'

const AUTOMATIC: readonly CachingMode[] = ['documents', 'programs']

const OPENING: readonly FileOperation['do'][] = ['read', 'open', 'write', 'write-sparse', 'append', 'edit']

/** True for an operation that opens a file for its content, the only one of its streams that is cached. */
export function opensFile(operation: FileOperation): operation is FileOperation & { readonly path: UncPath } {
  return OPENING.includes(operation.do) && !('stream' in operation && operation.stream !== undefined)
}

/** True when what is opened on the share of a path is cached without being asked for. */
export function* isAutomatic(path: UncPath): Session<boolean> {
  const share = yield* ask({ kind: 'connect', share: shareOf(path) })
  return share.kind !== 'failed' && AUTOMATIC.includes(share.caching)
}

/**
 * Caches a server's file as opening it there does: whole, unpinned, as it is now.
 *
 * @returns 0, or why it is not cached.
 */
export function* cacheOpened(path: UncPath, now: Ticks): Session<number> {
  const known = yield* readItem(path)
  if (known?.marks.deletedOffline) return ERROR.FILE_NOT_FOUND
  const used = { autoCached: true, used: now } as const
  if (known !== undefined && (yield* isCurrent(path, known))) {
    yield* writeItem(path, { ...known, ...used })
    return ERROR.SUCCESS
  }
  const entry = yield* addEntry(path)
  if (isFailure(entry)) return entry.code
  if (entry.type === 'directory') return ERROR.DIRECTORY
  const original = yield* withRoom(path, () => copyDown(path))
  if (isFailure(original)) return original.code
  yield* writeItem(path, { ...cleanRecord({ ...entry, pins: NOT_PINNED, ...known }, original), ...used })
  return ERROR.SUCCESS
}

/** Remembers that an application has used a file which came by being opened. */
export function* noteUse(path: UncPath, now: Ticks): Session<void> {
  const record = yield* readItem(path)
  if (record?.autoCached !== true) return
  yield* replaceItem(path, record, { ...record, used: now })
}

/** True for a whole copy that is the server's, or that is to become it by the next sync. */
function* isCurrent(path: UncPath, known: CacheRecord): Session<boolean> {
  if (isIncomplete(known)) return false
  if (isDirty(known.marks)) return true
  const found = yield* ask({ kind: 'stat', on: 'server', path })
  if (found.kind === 'failed' || known.original === null) return true
  const { original } = known
  const { type, size, lastWrite, change } = seen(found)
  return type === original.type && size === original.size && lastWrite === original.lastWrite &&
    change === original.change
}
