/** Opening: files and their streams as they are, and staged bytes for a path. */

import type { Failed } from '../port/mod.ts'
import { ATTRIBUTE, ERROR, upcase } from '../windows/mod.ts'
import type { Names } from './effect.ts'
import { NO_BYTES } from './file-bytes.ts'
import { failed } from './info.ts'
import { contentOf } from './memfs-content.ts'
import type { Held } from './memfs-store.ts'
import type { OpenHandle, OpenOptions, StageOptions } from './open-handle.ts'
import { checkStreamName } from './paths.ts'
import { findStream, putStream } from './rules-streams.ts'
import type { VolumeState } from './volume-state.ts'

/** Opens a file or a stream of an item. */
export function openItem(state: VolumeState, path: Names, options: OpenOptions): OpenHandle | Failed {
  const { items, handles } = state
  const { disposition, stream } = options
  const bad = stream === undefined ? ERROR.SUCCESS : checkStreamName(stream, items.profile)
  if (bad !== ERROR.SUCCESS) return failed(bad)
  const found = items.find(path)
  if (found === undefined) {
    if (disposition === 'open') return items.absent(path)
    const refused = items.refusesNew(path)
    if (refused !== undefined) return refused
    const content = contentOf(new Uint8Array())
    items.create(path, { content, change: {}, createdBy: createdBy(options) })
  } else {
    const refused = refusesOpen(state, found, options)
    if (refused !== undefined) return refused
    const { access, share } = options
    const target = {
      id: found.line.info.id,
      keys: items.keysOf(path),
      stream: streamKey(stream),
      access,
      share,
    }
    if (handles.refuses(target)) return failed(ERROR.SHARING_VIOLATION)
    handles.makeWay(target)
  }
  const entry = items.find(path)
  if (entry === undefined) return items.absent(path)
  if (stream !== undefined && findStream(entry, stream) === undefined) {
    putStream(state, items.keysOf(path), { name: stream, content: contentOf(new Uint8Array()) })
  }
  const { access, share, contention = 'hold', snapshot } = options
  const content = stream === undefined ? entry.content : findStream(items.find(path), stream)?.content
  return handles.add({
    id: entry.line.info.id,
    keys: items.keysOf(path),
    path,
    stream: streamKey(stream),
    access,
    share,
    contention,
    snapshot: snapshot === true ? content : undefined,
    staged: undefined,
    createdBy: undefined,
  })
}

function refusesOpen({ items }: VolumeState, entry: Held, options: OpenOptions): Failed | undefined {
  const { disposition, stream, access } = options
  if (items.isPending(entry)) return failed(ERROR.DELETE_PENDING)
  const exists = stream === undefined || findStream(entry, stream) !== undefined
  if (exists && disposition === 'create') return failed(ERROR.FILE_EXISTS)
  if (!exists && disposition === 'open') return failed(ERROR.FILE_NOT_FOUND)
  const { info } = entry.line
  if (info.type === 'directory' && stream === undefined) return failed(ERROR.ACCESS_DENIED)
  const writes = !exists || access === 'write' || access === 'read-write'
  return writes && (info.attributes & ATTRIBUTE.READONLY) !== 0 ? failed(ERROR.ACCESS_DENIED) : undefined
}

/** What staging asks of the others who have the file open. */
export const AS_STAGING = { access: 'write', share: ['read'] } as const

/** Opens staged bytes for a path. */
export function stageBytes(state: VolumeState, path: Names, options: StageOptions): OpenHandle | Failed {
  const { items, handles } = state
  const entry = items.find(path)
  const refused = entry === undefined ? items.refusesNew(path) : undefined
  if (refused !== undefined) return refused
  if (entry !== undefined) {
    if (items.isPending(entry)) return failed(ERROR.DELETE_PENDING)
    if (entry.content === undefined) return failed(ERROR.ACCESS_DENIED)
  }
  const keys = items.keysOf(path)
  const target = { id: entry?.line.info.id, keys, ...AS_STAGING }
  if (handles.refuses(target)) return failed(ERROR.SHARING_VIOLATION)
  handles.makeWay(target)
  return handles.add({
    id: undefined,
    keys,
    path,
    stream: undefined,
    ...AS_STAGING,
    contention: options.contention ?? 'hold',
    snapshot: undefined,
    staged: NO_BYTES.withSparse(entry?.content?.sparse ?? false),
    createdBy: createdBy(options),
  })
}

function streamKey(stream: string | undefined): string | undefined {
  return stream === undefined ? undefined : upcase(stream)
}

/** Who made an item, as it is stored. */
export function createdBy({ as }: { readonly as?: string }): string | undefined {
  return as === '' ? undefined : as
}
