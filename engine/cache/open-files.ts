/** Files that applications have open on a server: those that are not cached would be lost to them offline. */

import { ask, type FileOperation, type Json, type OperationResult, type Session } from '../../sim/port/mod.ts'
import { ERROR, isWithin, type UncPath } from '../../sim/windows/mod.ts'
import { BUCKET, readBucket, readItem, writeRecord } from './records.ts'

/** An open file. */
export type OpenFile = {
  readonly path: UncPath
  readonly handle: number
}

function isOpenFile(value: Json): value is OpenFile {
  return typeof value === 'object' && value !== null && 'handle' in value && 'path' in value
}

/** Takes note of a file that was opened on its server. */
export function* noteOpened(operation: FileOperation, { handle }: OperationResult): Session<void> {
  if (operation.do !== 'open' || handle === undefined) return
  const { path } = operation
  yield* writeRecord(BUCKET.open, `${handle}`, { path, handle })
}

/** The files that are still open below a path; of others the note is erased. */
export function* openFiles(path: UncPath): Session<readonly OpenFile[]> {
  const found: OpenFile[] = []
  for (const [key, file] of yield* readBucket(BUCKET.open)) {
    if (!isOpenFile(file) || !isWithin(file.path, path)) continue
    if (yield* isOpen(file.handle)) found.push(file)
    else yield* writeRecord(BUCKET.open, key, undefined)
  }
  return found
}

/** The handles of uncached files that are still open below a path. */
export function* filesInTheWay(path: UncPath): Session<readonly number[]> {
  const handles: number[] = []
  for (const { path: at, handle } of yield* openFiles(path)) {
    if ((yield* readItem(at)) === undefined) handles.push(handle)
  }
  return handles
}

/** A handle that was closed, or whose connection is gone, says so when it is asked anything. */
function* isOpen(handle: number): Session<boolean> {
  const reply = yield* ask({ kind: 'query-ranges', handle })
  return reply.kind !== 'failed' ||
    (reply.code !== ERROR.INVALID_HANDLE && reply.code !== ERROR.NETNAME_DELETED)
}
