/** Reading and changing bytes through a handle: in place and visible at once, or staged and seen by nobody. */

import { type ByteRange, type Failed, type FileInfo, isFailure } from '../port/mod.ts'
import { ATTRIBUTE, ERROR } from '../windows/mod.ts'
import type { Names } from './effect.ts'
import { type FileBytes, MAX_FILE_SIZE } from './file-bytes.ts'
import type { HandleState } from './handles.ts'
import { failed, withChange, written } from './info.ts'
import { contentOfStored, type StoredContent } from './memfs-content.ts'
import type { Held } from './memfs-store.ts'
import { findStream, withStream } from './rules-streams.ts'
import { heldBy, replaceHeld, type VolumeState } from './volume-state.ts'

/** Reads from a file or a stream. */
export function readBytes(
  state: VolumeState,
  handle: HandleState,
  range: { readonly offset: number; readonly length: number },
): Uint8Array | Failed {
  if (handle.access !== 'read' && handle.access !== 'read-write') return failed(ERROR.ACCESS_DENIED)
  const content = handle.snapshot ?? contentHeld(heldBy(state, handle), handle)
  return content === undefined ? failed(ERROR.INVALID_HANDLE) : content.read(range.offset, range.length)
}

/** Tells which ranges of a file or of staged bytes take room. */
export function rangesOf(state: VolumeState, handle: HandleState): readonly ByteRange[] | Failed {
  if (handle.access === 'delete') return failed(ERROR.ACCESS_DENIED)
  const content = handle.staged === undefined
    ? handle.snapshot ?? contentHeld(heldBy(state, handle), handle)
    : contentOfStored(handle.staged)
  return content === undefined ? failed(ERROR.INVALID_HANDLE) : content.extents()
}

/** A change of bytes. */
export interface BytesChange {
  /** Bytes before this offset stay as they are. */
  readonly from: number
  /** The last offset it touches, and one. */
  readonly to: number
  readonly make: (old: FileBytes) => FileBytes
}

/** Changes the bytes of a file or a stream, or staged bytes. */
export function changeBytes(
  state: VolumeState,
  handle: HandleState,
  change: BytesChange,
): Failed | undefined {
  const { from, to, make } = change
  if (handle.access !== 'write' && handle.access !== 'read-write') return failed(ERROR.ACCESS_DENIED)
  if (!isRange(from, to)) return failed(ERROR.INVALID_PARAMETER)
  if (handle.staged !== undefined) {
    handle.staged = make(handle.staged)
    return undefined
  }
  const held = heldBy(state, handle)
  const old = contentHeld(held, handle)
  if (held === undefined || old === undefined) return failed(ERROR.INVALID_HANDLE)
  const content = old.next(make(old.stored), from)
  return putContent(state, handle, { held, old, content })
}

function isRange(from: number, to: number): boolean {
  return Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= MAX_FILE_SIZE
}

/** Makes a file sparse, or plain again, through a handle. */
export function setSparse(state: VolumeState, handle: HandleState, on: boolean): Failed | undefined {
  if (handle.access !== 'write' && handle.access !== 'read-write') return failed(ERROR.ACCESS_DENIED)
  if (handle.staged !== undefined) {
    handle.staged = handle.staged.withSparse(on)
    return undefined
  }
  const held = heldBy(state, handle)
  const old = contentHeld(held, handle)
  if (held === undefined || old === undefined) return failed(ERROR.INVALID_HANDLE)
  const content = old.next(old.stored.withSparse(on), old.size)
  const info = withChange(withSparseBit(held.line.info, on, handle), {}, state.items.clock)
  return putContent(state, handle, { held, old, content, info })
}

/** Makes a file sparse, or plain again, by its path: as one who opens it for writing and shares everything. */
export function setSparseAt(state: VolumeState, path: Names, on: boolean): Failed | undefined {
  const { items, handles } = state
  const entry = items.get(path)
  if (isFailure(entry)) return entry
  const { content, line, extras } = entry
  const readonly = (line.info.attributes & ATTRIBUTE.READONLY) !== 0
  if (content === undefined || readonly) return failed(ERROR.ACCESS_DENIED)
  const target = {
    id: line.info.id,
    keys: items.keysOf(path),
    access: 'write',
    share: ['read', 'write', 'delete'],
  } as const
  if (handles.refuses(target)) return failed(ERROR.SHARING_VIOLATION)
  const next = content.next(content.stored.withSparse(on), content.size)
  const refused = items.space.refuses(extras?.createdBy ?? '', next.allocated - content.allocated)
  if (refused !== undefined) return refused
  handles.makeWay(target)
  const info = withChange(withSparseBit(line.info, on, { stream: undefined }), {}, items.clock)
  items.update(target.keys, { info, content: next }, 'info')
  return undefined
}

/** The stream a handle is open on. */
function contentHeld(held: Held | undefined, { stream }: HandleState): StoredContent | undefined {
  return stream === undefined ? held?.content : findStream(held, stream)?.content
}

function putContent(
  state: VolumeState,
  handle: HandleState,
  { held, old, content, info }: {
    readonly held: Held
    readonly old: StoredContent
    readonly content: StoredContent
    readonly info?: FileInfo
  },
): Failed | undefined {
  const { clock } = state.items
  const [more, createdBy] = [content.allocated - old.allocated, held.extras?.createdBy]
  if (handle.stream === undefined) {
    const after = info ?? written(held.line.info, content.size, clock)
    const reason = info === undefined ? 'data' : 'info'
    return replaceHeld(state, handle, { more, createdBy, replacement: { info: after, content }, reason })
  }
  const name = findStream(held, handle.stream)?.name ?? handle.stream
  const after = info ?? written(held.line.info, held.line.info.size, clock)
  const replacement = { info: after, extras: withStream(held.extras, name, content) }
  return replaceHeld(state, handle, { more, createdBy, replacement, reason: 'stream' })
}

/** The attribute tells of the unnamed stream alone. */
function withSparseBit(info: FileInfo, on: boolean, { stream }: Pick<HandleState, 'stream'>): FileInfo {
  if (stream !== undefined) return info
  const bit = ATTRIBUTE.SPARSE_FILE
  return { ...info, attributes: on ? info.attributes | bit : info.attributes & ~bit }
}
