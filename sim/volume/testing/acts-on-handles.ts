/** Acts that open, write and close, on a volume and its model. */

import * as assert from 'uvu/assert'
import { type InfoChange, isFailure } from '../../port/mod.ts'
import { ATTRIBUTE, upcase } from '../../windows/mod.ts'
import {
  absent,
  type Act,
  breakAll,
  create,
  type Digits,
  holds,
  openBytes,
  type Pair,
  PATHS,
  present,
  putBytes,
  refusesNew,
  same,
  USERS,
  wrote,
} from './acts.ts'
import {
  copyBytes,
  type Model,
  type ModelBytes,
  type ModelHandle,
  noBytes,
  resizeBytes,
  sparseBytes,
  writeBytes,
  zeroBytes,
} from './model.ts'

const SHARES = [['read', 'write', 'delete'], ['read', 'write', 'delete'], ['read'], []] as const
const ACCESS = ['read-write', 'read-write', 'read', 'write', 'delete'] as const
const OFFSETS = [0, 1, 3, 0, 1, 3, 65_534, 65_536, 131_072, 200_000] as const
const LENGTHS = [1, 2, 3, 5] as const
const SIZES = [0, 1, 2, 4, 8, 65_537, 150_000] as const

/** Opens a file or a stream. */
export const open: Act = ({ on, model }, pick, now) => {
  const path = pick.of(PATHS)
  const options = {
    access: pick.of(ACCESS),
    share: pick.of(SHARES),
    disposition: pick.of(['open-or-create', 'open-or-create', 'open', 'create'] as const),
    contention: pick.of(['hold', 'hold', 'yield'] as const),
    snapshot: pick.below(4) === 0,
    as: pick.of(USERS),
  }
  const stream = pick.of([undefined, undefined, undefined, 's', 'S', 'other'])
  const answer = on.open(path, stream === undefined ? options : { ...options, stream })
  return same(answer, openModel(model, { ...options, path, stream, now }), 'open')
}

function openModel(
  model: Model,
  { path, stream, now, ...options }: {
    readonly path: readonly string[]
    readonly stream: string | undefined
    readonly now: number
    readonly access: string
    readonly share: readonly string[]
    readonly disposition: string
    readonly contention: string
    readonly snapshot: boolean
    readonly as: string
  },
): number {
  const { access, share, disposition } = options
  let item = model.find(path)
  const exists = item !== undefined && (stream === undefined || item.streams.has(upcase(stream)))
  if (item === undefined) {
    if (disposition === 'open') return absent(model, path)
    const refused = refusesNew(model, path)
    if (refused !== 0) return refused
  } else {
    if (item.going) return 303
    if (exists && disposition === 'create') return 80
    if (!exists && disposition === 'open') return 2
    if (item.content === undefined && stream === undefined) return 5
    const writes = access.includes('write') || !exists
    if (writes && (item.attributes & ATTRIBUTE.READONLY) !== 0) return 5
    const key = stream === undefined ? undefined : upcase(stream)
    const rivals = model.rivals({ item, path, stream: key, access, share })
    if (holds(rivals)) return 32
    breakAll(rivals)
  }
  item ??= create(model, path, { content: noBytes(), owner: options.as, now })
  if (stream !== undefined && !item.streams.has(upcase(stream))) {
    item.streams.set(upcase(stream), { name: stream, bytes: noBytes() })
    wrote(item, now)
    model.note('stream', item, model.spelled(path))
  }
  const handle = {
    item,
    path,
    stream: stream === undefined ? undefined : upcase(stream),
    access,
    share,
    yields: options.contention === 'yield',
    staged: undefined,
    owner: '',
    broken: false,
  }
  const bytes = openBytes({ ...handle, snapshot: undefined })
  const snapshot = options.snapshot && bytes !== undefined ? copyBytes(bytes) : undefined
  model.handles.set(model.nextHandle++, { ...handle, snapshot })
  return 0
}

/** Opens staged bytes. */
export const stage: Act = ({ on, model }, pick) => {
  const path = pick.of(PATHS)
  const contention = pick.of(['hold', 'hold', 'yield'] as const)
  const owner = pick.of(USERS)
  const answer = on.stage(path, { contention, as: owner })
  const item = model.find(path)
  if (item === undefined) {
    const refused = refusesNew(model, path)
    if (refused !== 0) return same(answer, refused, 'stage')
  } else if (item.going) return same(answer, 303, 'stage')
  else if (item.content === undefined) return same(answer, 5, 'stage')
  const wish = { access: 'write', share: ['read'] }
  const rivals = model.rivals({ item, path, ...wish })
  if (holds(rivals)) return same(answer, 32, 'stage')
  breakAll(rivals)
  const staged = noBytes(item?.content?.blocks !== undefined)
  model.handles.set(model.nextHandle++, {
    item: undefined,
    path,
    stream: undefined,
    ...wish,
    yields: contention === 'yield',
    snapshot: undefined,
    staged,
    owner,
    broken: false,
  })
  return same(answer, 0, 'stage')
}

/** One of the handles, or one that was never given. */
function pickHandle({ model }: Pair, pick: Digits): readonly [number, ModelHandle | undefined] {
  const numbers = [...model.handles.keys()]
  const number = numbers[pick.below(numbers.length + 1)] ?? model.nextHandle + 7
  return [number, model.handles.get(number)]
}

function unusable(handle: ModelHandle | undefined): number {
  return handle === undefined ? 6 : handle.broken ? 32 : 0
}

/** A change of bytes through a handle. */
function change(
  pair: Pair,
  handle: ModelHandle | undefined,
  { make, now }: { readonly make: (bytes: ModelBytes) => void; readonly now: number },
): number {
  const code = unusable(handle)
  if (handle === undefined || code !== 0) return code
  if (!handle.access.includes('write')) return 5
  if (handle.staged !== undefined) {
    make(handle.staged)
    return 0
  }
  const refused = putBytes(pair, handle, { make, reason: 'data', now })
  if (refused === 0 && handle.item !== undefined) wrote(handle.item, now)
  return refused
}

/** Writes a few bytes. */
export const write: Act = (pair, pick, now) => {
  const [number, handle] = pickHandle(pair, pick)
  const [offset, length, value] = [pick.of(OFFSETS), pick.of(LENGTHS), pick.below(3)]
  const answer = pair.on.write({ number }, offset, new Uint8Array(length).fill(value))
  const make = (bytes: ModelBytes): void => writeBytes(bytes, offset, { length, value })
  return same(answer, change(pair, handle, { make, now }), 'write')
}

/** Cuts or fills. */
export const truncate: Act = (pair, pick, now) => {
  const [number, handle] = pickHandle(pair, pick)
  const size = pick.of(SIZES)
  const make = (bytes: ModelBytes): void => resizeBytes(bytes, size)
  return same(pair.on.truncate({ number }, size), change(pair, handle, { make, now }), 'truncate')
}

/** Zeros a range. */
export const zero: Act = (pair, pick, now) => {
  const [number, handle] = pickHandle(pair, pick)
  const [offset, length] = [pick.of(OFFSETS), pick.of([1, 4, 70_000, 140_000])]
  const make = (bytes: ModelBytes): void => zeroBytes(bytes, offset, length)
  return same(pair.on.zero({ number }, offset, length), change(pair, handle, { make, now }), 'zero')
}

/** Makes sparse, or plain. */
export const sparse: Act = (pair, pick, now) => {
  const [number, handle] = pickHandle(pair, pick)
  const on = pick.below(2) === 0
  return same(pair.on.setSparse({ number }, on), makeSparse(pair, handle, { on, now }), 'sparse')
}

function makeSparse(
  pair: Pair,
  handle: ModelHandle | undefined,
  { on, now }: { readonly on: boolean; readonly now: number },
): number {
  const code = unusable(handle)
  if (handle === undefined || code !== 0) return code
  if (!handle.access.includes('write')) return 5
  if (handle.staged !== undefined) {
    sparseBytes(handle.staged, on)
    return 0
  }
  const make = (bytes: ModelBytes): void => sparseBytes(bytes, on)
  const refused = putBytes(pair, handle, { make, reason: 'info', now })
  if (refused !== 0 || handle.item === undefined || handle.stream !== undefined) return refused
  const others = handle.item.attributes & ~ATTRIBUTE.SPARSE_FILE
  handle.item.attributes = on ? others | ATTRIBUTE.SPARSE_FILE : others
  return 0
}

/** Makes sparse, or plain, by path. */
export const sparseAt: Act = (pair, pick, now) => {
  const path = pick.of(PATHS)
  const on = pick.below(3) > 0
  const answer = pair.on.setSparse(path, on)
  const item = present(pair.model, path)
  if (typeof item === 'number') return same(answer, item, 'sparse at')
  if (item.content === undefined || (item.attributes & ATTRIBUTE.READONLY) !== 0) {
    return same(answer, 5, 'sparse at')
  }
  const wish = { access: 'write', share: ['read', 'write', 'delete'] }
  const rivals = pair.model.rivals({ item, path, ...wish })
  if (holds(rivals)) return same(answer, 32, 'sparse at')
  const broken = { snapshot: undefined, staged: undefined, owner: '', broken: false, yields: false }
  const code = makeSparse(pair, { item, path, stream: undefined, ...wish, ...broken }, { on, now })
  if (code === 0) breakAll(rivals)
  return same(answer, code, 'sparse at')
}

/** Reads a few bytes. */
export const read: Act = (pair, pick) => {
  const [number, handle] = pickHandle(pair, pick)
  const [offset, length] = [pick.of(OFFSETS), pick.of([1, 8])]
  const answer = pair.on.read({ number }, offset, length)
  const code = unusable(handle)
  if (handle === undefined || code !== 0) return same(answer, code, 'read')
  if (!handle.access.includes('read')) return same(answer, 5, 'read')
  const bytes = handle.snapshot ?? openBytes(handle)
  if (bytes === undefined || isFailure(answer)) return same(answer, bytes === undefined ? 6 : 0, 'read')
  const end = Math.max(offset, Math.min(offset + length, bytes.size))
  const wanted = Array.from({ length: end - offset }, (_, i) => bytes.data.get(offset + i) ?? 0)
  assert.equal([...answer], wanted, 'bytes read')
  return 0
}

/** Closes. */
export const close: Act = (pair, pick, now) => {
  const [number, handle] = pickHandle(pair, pick)
  const { model } = pair
  const answer = pair.on.close(number)
  if (handle === undefined) return same(answer, 6, 'close')
  model.handles.delete(number)
  const { item } = handle
  if (item?.going === true && !model.isOpen(item)) {
    const path = model.pathOf(item)
    if (path !== undefined) {
      model.note('delete', item, model.spelled(path))
      model.items.delete(path.join('/'))
      model.touch(path, now)
    }
  }
  return same(answer, 0, 'close')
}

/** Commits what is staged. */
export const commit: Act = (pair, pick, now) => {
  const [number, handle] = pickHandle(pair, pick)
  const { model } = pair
  const expect = pick.of(['any', 'any', 'absent', { id: 4 }, { size: 1 }] as const)
  const info = pick.of<InfoChange | undefined>([undefined, { lastWrite: 5 }, {
    attributes: ATTRIBUTE.HIDDEN,
  }])
  const answer = pair.on.commit({ number }, info === undefined ? { expect } : { expect, info })
  const code = unusable(handle)
  if (handle === undefined || code !== 0) return same(answer, code, 'commit')
  const { staged, path } = handle
  if (staged === undefined) return same(answer, 6, 'commit')
  let item = model.find(path)
  if (expect === 'absent' && item !== undefined) return same(answer, 80, 'commit')
  if (typeof expect === 'object') {
    if (item === undefined) return same(answer, 2, 'commit')
    const holdsTrue = 'id' in expect ? item.id === expect.id : (item.content?.size ?? 0) === expect.size
    if (!holdsTrue) return same(answer, 1224, 'commit')
  }
  if (item === undefined) {
    const refused = refusesNew(model, path) || model.refusesRoom(handle.owner, room(staged))
    if (refused !== 0) return same(answer, refused, 'commit')
    item = create(pair.model, path, { content: staged, owner: handle.owner, now })
  } else {
    if (item.content === undefined) return same(answer, 5, 'commit')
    const rivals = model.rivals({ item, path, access: 'write', share: ['read'], except: handle })
    if (holds(rivals)) return same(answer, 32, 'commit')
    const content = copyBytes(staged)
    if (item.content.blocks !== undefined) sparseBytes(content, true)
    const full = model.refusesRoom(item.owner, room(content) - room(item.content))
    if (full !== 0) return same(answer, full, 'commit')
    breakAll(rivals)
    item.content = content
    item.attributes |= ATTRIBUTE.ARCHIVE | (content.blocks === undefined ? 0 : ATTRIBUTE.SPARSE_FILE)
    item.lastWrite = now
    item.change = now
    model.note('data', item, model.spelled(path))
  }
  model.handles.delete(number)
  item.lastWrite = info?.lastWrite ?? item.lastWrite
  if (info?.attributes !== undefined) setBits(item, info.attributes)
  return same(answer, 0, 'commit')
}

function room({ size, blocks }: ModelBytes): number {
  return blocks === undefined
    ? size
    : [...blocks].reduce((sum, block) => sum + Math.min(65_536, size - block * 65_536), 0)
}

function setBits(item: { attributes: number }, bits: number): void {
  const settable = ATTRIBUTE.READONLY | ATTRIBUTE.HIDDEN | ATTRIBUTE.ARCHIVE
  item.attributes = (item.attributes & ~settable) | bits
}
