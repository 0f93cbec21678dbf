/** File operations as plain requests on one volume: how server users edit, and applications where no engine stands between. */

import { childOf, ERROR, type UncPath, upcase } from '../windows/mod.ts'
import type { FileOperation, OperationResult } from './application.ts'
import { ask, type Session } from './session.ts'
import type { FileInfo, InfoChange, Side } from './values.ts'

/** Bytes an ordinary program moves with one read or write request. */
const CHUNK = 1_048_576

/** Bytes an ordinary program reads as a whole. */
const READ_LIMIT = 2 ** 30

const DONE: OperationResult = { code: ERROR.SUCCESS }

/** Performs a file operation on the volume of one side, with the sharing an ordinary program asks for. */
export function* performOperation(on: Side, operation: FileOperation): Session<OperationResult> {
  switch (operation.do) {
    case 'write':
      return yield* writeWhole(on, operation, (handle) => writeAt(handle, 0, operation.bytes))
    case 'write-sparse':
      return yield* writeWhole(on, operation, (handle) => writeParts(handle, operation))
    case 'append':
      return yield* writePart(on, operation, undefined)
    case 'edit':
      return yield* writePart(on, operation, operation.offset)
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
    case 'remove': {
      const { path, stream } = operation
      return stream === undefined
        ? yield* removeTree(on, path)
        : code(yield* ask({ kind: 'remove', on, path, stream }))
    }
    case 'set-info':
      return yield* setInfo(on, operation.path, operation.info)
    case 'touch': {
      const clock = yield* ask({ kind: 'clock' })
      return yield* setInfo(on, operation.path, clock.kind === 'failed' ? {} : { lastWrite: clock.now })
    }
    case 'read':
      return yield* readWhole(on, operation)
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

interface Target {
  readonly path: UncPath
  readonly stream?: string
}

/** The file or stream that a request to open it means. */
function only({ path, stream }: Target): Target {
  return stream === undefined ? { path } : { path, stream }
}

function* writeWhole(
  on: Side,
  target: Target,
  fill: (handle: number) => Session<number>,
): Session<OperationResult> {
  const file = yield* ask({
    kind: 'open',
    on,
    ...only(target),
    access: 'write',
    share: ['read'],
    disposition: 'open-or-create',
  })
  if (file.kind === 'failed') return file
  const { handle } = file
  const truncated = file.info.size === 0 && target.stream === undefined
    ? file
    : yield* ask({ kind: 'truncate', handle, size: 0 })
  const written = truncated.kind === 'failed' ? truncated.code : yield* fill(handle)
  yield* ask({ kind: 'close', handle })
  return { code: written }
}

function* writePart(
  on: Side,
  target: Target & { readonly bytes: Uint8Array },
  offset: number | undefined,
): Session<OperationResult> {
  const file = yield* ask({
    kind: 'open',
    on,
    ...only(target),
    access: 'write',
    share: ['read'],
    disposition: 'open',
  })
  if (file.kind === 'failed') return file
  const { handle } = file
  const end = offset ?? (target.stream === undefined ? file.info.size : yield* streamSize(on, target))
  const written = yield* writeAt(handle, end, target.bytes)
  yield* ask({ kind: 'close', handle })
  return { code: written }
}

function* streamSize(on: Side, { path, stream }: Target): Session<number> {
  const reply = yield* ask({ kind: 'list-streams', on, path })
  if (reply.kind === 'failed') return 0
  return reply.streams.find(({ name }) => upcase(name) === upcase(stream ?? ''))?.size ?? 0
}

/** Makes an empty file a sparse one of a size, and writes its parts. */
function* writeParts(
  handle: number,
  { size, parts }: FileOperation & { readonly do: 'write-sparse' },
): Session<number> {
  const sparse = yield* ask({ kind: 'set-sparse', handle, sparse: true })
  if (sparse.kind === 'failed') return sparse.code
  const sized = yield* ask({ kind: 'truncate', handle, size })
  if (sized.kind === 'failed') return sized.code
  for (const { offset, bytes } of parts) {
    const written = yield* writeAt(handle, offset, bytes)
    if (written !== ERROR.SUCCESS) return written
  }
  return ERROR.SUCCESS
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

/** Reads all there is; a program that wants more than a gigabyte at once has not the memory for it (8). */
function* readWhole(on: Side, target: Target): Session<OperationResult> {
  const file = yield* ask({
    kind: 'open',
    on,
    ...only(target),
    access: 'read',
    share: ['read', 'write', 'delete'],
    disposition: 'open',
  })
  if (file.kind === 'failed') return file
  const { handle } = file
  const read = file.info.size > READ_LIMIT ? { code: ERROR.NOT_ENOUGH_MEMORY } : yield* readChunks(handle)
  yield* ask({ kind: 'close', handle })
  return read
}

function* readChunks(handle: number): Session<OperationResult> {
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const reply = yield* ask({ kind: 'read', handle, offset: size, length: CHUNK })
    if (reply.kind === 'failed') return reply
    chunks.push(reply.bytes)
    size += reply.bytes.length
    if (reply.bytes.length < CHUNK) break
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return { code: ERROR.SUCCESS, bytes }
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
