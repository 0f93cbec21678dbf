/** How an item stands on each side: the rows and columns of the state matrix. */

import type { DirEntry } from '../../sim/port/mod.ts'
import { ATTRIBUTE } from '../../sim/windows/mod.ts'
import { type CacheRecord, COMPARED_ATTRIBUTES, isModified, type Seen } from '../cache/cache-record.ts'

/** How the client's copy stands: a row of the matrix. */
export type LocalCondition =
  | 'no entry'
  | 'ghost'
  | 'file, clean'
  | 'file, sparse'
  | 'file, changed'
  | 'file, created'
  | 'file, created over another kind'
  | 'file tombstone'
  | 'file tombstone, replaced'
  | 'directory, clean'
  | 'directory, incompletely listed'
  | 'directory, changed'
  | 'directory, created'
  | 'directory tombstone'
  | 'created, then deleted'

/**
 * How the server's copy stands: a column of the matrix. Nothing there and none known (`unknown`) or known once (`deleted`);
 * a file or directory equal to the original, or with none to compare (`file`, `directory`), or differing from it.
 */
export type ServerCondition =
  | 'unknown'
  | 'deleted'
  | 'file'
  | 'file, changed'
  | 'directory'
  | 'directory, changed'

/** The row of an item. */
export function localCondition(record: CacheRecord | undefined, local: DirEntry | undefined): LocalCondition {
  if (record === undefined) return local === undefined ? 'no entry' : createdAs(local)
  const { marks, original } = record
  if (record.ghost === true) return 'ghost'
  if (marks.deletedOffline) {
    if (original === null) return 'created, then deleted'
    if (marks.replaced) return 'file tombstone, replaced'
    return original.type === 'file' ? 'file tombstone' : 'directory tombstone'
  }
  if (record.type === 'directory') {
    if (marks.createdOffline) return 'directory, created'
    if (marks.modifiedAttributes) return 'directory, changed'
    return record.sparse ? 'directory, incompletely listed' : 'directory, clean'
  }
  if (record.sparse) return 'file, sparse'
  if (marks.createdOffline) {
    return original !== null && original.type === 'directory'
      ? 'file, created over another kind'
      : 'file, created'
  }
  if (local === undefined) return 'ghost'
  return isModified(marks) ? 'file, changed' : 'file, clean'
}

/** The column of an item. */
export function serverCondition(
  record: CacheRecord | undefined,
  server: DirEntry | undefined,
): ServerCondition {
  const original = record?.original ?? null
  if (server === undefined) return original === null ? 'unknown' : 'deleted'
  const { type } = server.info
  if (original === null) return type
  const respelled = original.type === type && original.name !== server.name
  const tombstoneOfOtherKind = record?.marks.deletedOffline === true && original.type !== type
  const changed = tombstoneOfOtherKind || respelled || differs(original, server)
  return changed ? `${type}, changed` : type
}

/**
 * True when a copy differs from the original: size, attributes, last-write and change time (SYNC item change flags); where
 * either is a directory, the attributes alone (P2.16, P15.1), and between kinds without ARCHIVE (P15.73).
 */
function differs(original: Seen, server: DirEntry): boolean {
  const { type, attributes, size, times } = server.info
  const otherKind = original.type !== type
  const compared = otherKind ? COMPARED_ATTRIBUTES & ~ATTRIBUTE.ARCHIVE : COMPARED_ATTRIBUTES
  if (((original.attributes ^ attributes) & compared) !== 0) return true
  if (otherKind || type === 'directory') return false
  return original.size !== size || original.lastWrite !== times.lastWrite || original.change !== times.change
}

function createdAs(local: DirEntry): LocalCondition {
  return local.info.type === 'file' ? 'file, created' : 'directory, created'
}
