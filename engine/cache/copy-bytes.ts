/** Moves the bytes of a file from one handle to another. */

import { ask, type ByteRange, type Session } from '../../sim/port/mod.ts'
import { ERROR } from '../../sim/windows/mod.ts'

/** Bytes moved by one request. */
const CHUNK = 65_536

/** Bytes from which on a file is worth the question which parts of it take room. */
const LARGE = 1_048_576

/**
 * Copies all bytes from an open file to staged bytes; of a large file with holes only what takes room, so that the copy has
 * the same holes.
 *
 * @returns 0, or the code of the request that failed.
 */
export function* copyBytes(from: number, to: number, size: number): Session<number> {
  if (size <= LARGE) return yield* copyRange(from, to, { offset: 0, length: Infinity })
  const found = yield* ask({ kind: 'query-ranges', handle: from })
  if (found.kind === 'failed') return found.code
  const allocated = found.ranges.reduce((sum, { length }) => sum + length, 0)
  if (allocated < size) {
    const prepared = yield* makeHoles(to, size)
    if (prepared !== ERROR.SUCCESS) return prepared
  }
  for (const range of found.ranges) {
    const code = yield* copyRange(from, to, range)
    if (code !== ERROR.SUCCESS) return code
  }
  return ERROR.SUCCESS
}

function* makeHoles(handle: number, size: number): Session<number> {
  const sparse = yield* ask({ kind: 'set-sparse', handle, sparse: true })
  if (sparse.kind === 'failed') return sparse.code
  const sized = yield* ask({ kind: 'truncate', handle, size })
  return sized.kind === 'failed' ? sized.code : ERROR.SUCCESS
}

function* copyRange(from: number, to: number, { offset, length }: ByteRange): Session<number> {
  const end = offset + length
  for (let at = offset; at < end;) {
    const wanted = Math.min(CHUNK, end - at)
    const read = yield* ask({ kind: 'read', handle: from, offset: at, length: wanted })
    if (read.kind === 'failed') return read.code
    if (read.bytes.length === 0) return ERROR.SUCCESS
    const written = yield* ask({ kind: 'write', handle: to, offset: at, bytes: read.bytes })
    if (written.kind === 'failed') return written.code
    at += read.bytes.length
    if (read.bytes.length < wanted) return ERROR.SUCCESS
  }
  return ERROR.SUCCESS
}
