/** Files that applications have open on a server without being cached: they would be lost to them offline. */

import { ask, type FileOperation, type Json, type OperationResult, type Session } from '../../sim/port/mod.ts'
import { ERROR, isWithin, type UncPath } from '../../sim/windows/mod.ts'
import { BUCKET, readBucket, readItem, writeRecord } from './records.ts'

/** An open file. */
type OpenFile = {
  readonly path: UncPath
  readonly handle: number
}

function isOpenFile(value: Json): value is OpenFile {
  return typeof value === 'object' && value !== null && 'handle' in value && 'path' in value
}

/** Takes note of a file that was opened on its server and is not cached. */
export function* noteOpened(operation: FileOperation, { handle }: OperationResult): Session<void> {
  if (operation.do !== 'open' || handle === undefined) return
  const { path } = operation
  if ((yield* readItem(path)) !== undefined) return
  yield* writeRecord(BUCKET.open, `${handle}`, { path, handle })
}

/** The handles of uncached files that are still open below a path; of others the note is erased. */
export function* filesInTheWay(path: UncPath): Session<readonly number[]> {
  const found: number[] = []
  for (const [key, file] of yield* readBucket(BUCKET.open)) {
    if (!isOpenFile(file) || !isWithin(file.path, path) || (yield* readItem(file.path)) !== undefined) {
      continue
    }
    if (yield* isOpen(file.handle)) found.push(file.handle)
    else yield* writeRecord(BUCKET.open, key, undefined)
  }
  return found
}

/** A handle that was closed, or whose connection is gone, says so when it is asked anything. */
function* isOpen(handle: number): Session<boolean> {
  const reply = yield* ask({ kind: 'query-ranges', handle })
  return reply.kind !== 'failed' ||
    (reply.code !== ERROR.INVALID_HANDLE && reply.code !== ERROR.NETNAME_DELETED)
}
