/** What an application sees in a directory of an online share: the server's items, and the cache's where those are worked on. */

import { ask, type DirEntry, type Session } from '../../sim/port/mod.ts'
import { childOf, foldPath, type UncPath } from '../../sim/windows/mod.ts'
import { isCacheRecord } from './cache-record.ts'
import { staysHere } from './connection.ts'
import { BUCKET, readBucket, readDirectory } from './records.ts'

/**
 * The server's listing of a directory with the cache's items in place of those that are worked on in the cache: what was made
 * offline and waits is seen, what was deleted offline is not.
 */
export function* mergedListing(
  directory: UncPath,
  server: readonly DirEntry[],
): Session<readonly DirEntry[]> {
  const conflicts = yield* readBucket(BUCKET.conflicts)
  const ours = new Set<string>()
  for (const [key, record] of yield* readDirectory(directory)) {
    if (!isCacheRecord(record)) continue
    const conflict = conflicts.get(foldPath(childOf(directory, record.name)))
    if (staysHere(record, conflict)) ours.add(key)
  }
  if (ours.size === 0) return server
  const local = yield* ask({ kind: 'list', on: 'cache', path: directory })
  const here = local.kind === 'failed' ? [] : local.entries.filter(({ key }) => ours.has(key))
  const there = server.filter(({ key }) => !ours.has(key))
  return [...there, ...here].sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}
