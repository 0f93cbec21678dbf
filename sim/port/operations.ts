/** File operations as plain requests on one volume: how server users edit, and applications where no engine stands between. */

import { childOf, ERROR, type UncPath } from '../windows/mod.ts'
import type { FileOperation, OperationResult } from './application.ts'
import { ask, type Session } from './session.ts'
import type { FileInfo, InfoChange, Side } from './values.ts'

/** Bytes an ordinary program moves with one read or write request. */
const CHUNK = 1_048_576

const DONE: OperationResult = { code: ERROR.SUCCESS }

/** Performs a file operation on the volume of one side, with the sharing an ordinary program asks for. */
export function* performOperation(on: Side, operation: FileOperation): Session<OperationResult> {
  switch (operation.do) {
    case 'write':
      return yield* writeWhole(on, operation.path, operation.bytes)
    case 'append':
      return yield* writePart(on, operation.path, undefined, operation.bytes)
    case 'edit':
      return yield* writePart(on, operation.path, operation.offset, operation.bytes)
    case 'mkdir':
      return code(yield* ask({ kind: 'mkdir', on, path: operation.path }))
    case 'rename':
      return code(
        yield* ask({
          kind: 'rename',
          on,
          path: operation.path,
          to: operation.to,
          replace: operation.replace,
        }),
      )
    case 'remove':
      return yield* removeTree(on, operation.path)
    case 'set-info':
      return yield* setInfo(on, operation.path, operation.info)
    case 'touch': {
      const clock = yield* ask({ kind: 'clock' })
      return yield* setInfo(on, operation.path, clock.kind === 'failed' ? {} : { lastWrite: clock.now })
    }
    case 'read':
      return yield* readWhole(on, operation.path)
    case 'list': {
      const reply = yield* ask({ kind: 'list', on, path: operation.path })
      return reply.kind === 'failed' ? reply : { code: 0, entries: reply.entries }
    }
    case 'open': {
      const { path, access, share } = operation
      const reply = yield* ask({ kind: 'open', on, path, access, share, disposition: 'open' })
      return reply.kind === 'failed' ? reply : { code: 0, handle: reply.handle }
    }
    case 'close':
      return code(yield* ask({ kind: 'close', handle: operation.handle }))
  }
}

function* writeWhole(on: Side, path: UncPath, bytes: Uint8Array): Session<OperationResult> {
  const file = yield* ask({
    kind: 'open',
    on,
    path,
    access: 'write',
    share: ['read'],
    disposition: 'open-or-create',
  })
  if (file.kind === 'failed') return file
  const { handle } = file
  const truncated = file.info.size === 0 ? file : yield* ask({ kind: 'truncate', handle, size: 0 })
  const written = truncated.kind === 'failed' ? truncated.code : yield* writeAt(handle, 0, bytes)
  yield* ask({ kind: 'close', handle })
  return { code: written }
}

function* writePart(
  on: Side,
  path: UncPath,
  offset: number | undefined,
  bytes: Uint8Array,
): Session<OperationResult> {
  const file = yield* ask({ kind: 'open', on, path, access: 'write', share: ['read'], disposition: 'open' })
  if (file.kind === 'failed') return file
  const written = yield* writeAt(file.handle, offset ?? file.info.size, bytes)
  yield* ask({ kind: 'close', handle: file.handle })
  return { code: written }
}

/** Writes bytes to an open or staged file in chunks; 0 or the code of the chunk that failed. */
export function* writeAt(handle: number, offset: number, bytes: Uint8Array): Session<number> {
  for (let done = 0; done < bytes.length; done += CHUNK) {
    const chunk = bytes.subarray(done, done + CHUNK)
    const reply = yield* ask({ kind: 'write', handle, offset: offset + done, bytes: chunk })
    if (reply.kind === 'failed') return reply.code
  }
  return ERROR.SUCCESS
}

function* readWhole(on: Side, path: UncPath): Session<OperationResult> {
  const file = yield* ask({
    kind: 'open',
    on,
    path,
    access: 'read',
    share: ['read', 'write', 'delete'],
    disposition: 'open',
  })
  if (file.kind === 'failed') return file
  const bytes = new Uint8Array(file.info.size)
  let offset = 0
  while (offset < bytes.length) {
    const reply = yield* ask({ kind: 'read', handle: file.handle, offset, length: CHUNK })
    if (reply.kind === 'failed') {
      yield* ask({ kind: 'close', handle: file.handle })
      return reply
    }
    if (reply.bytes.length === 0) break
    bytes.set(reply.bytes, offset)
    offset += reply.bytes.length
  }
  yield* ask({ kind: 'close', handle: file.handle })
  return { code: 0, bytes: bytes.subarray(0, offset) }
}

/** Removes an item; a directory's children first, up to the first that is refused. */
export function* removeTree(on: Side, path: UncPath): Session<OperationResult> {
  const found = yield* ask({ kind: 'stat', on, path })
  if (found.kind === 'failed') return found
  if (found.info.type === 'directory') {
    const listing = yield* ask({ kind: 'list', on, path })
    if (listing.kind === 'failed') return listing
    for (const entry of listing.entries) {
      const removed = yield* removeTree(on, childOf(path, entry.name))
      if (removed.code !== 0) return removed
    }
  }
  return code(yield* ask({ kind: 'remove', on, path }))
}

function* setInfo(on: Side, path: UncPath, info: InfoChange): Session<OperationResult> {
  const reply = yield* ask({ kind: 'set-info', on, path, info })
  return reply.kind === 'failed' ? reply : withInfo(reply.info)
}

function withInfo(info: FileInfo): OperationResult {
  return { code: 0, info }
}

function code(reply: { readonly kind: string; readonly code?: number }): OperationResult {
  return reply.code === undefined ? DONE : { code: reply.code }
}
