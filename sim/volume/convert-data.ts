/** Makes plain data of a volume, and a volume of plain data. */

import { Buffer } from 'node:buffer'
import { CsclabError } from '../errors.ts'
import type { FileInfo } from '../port/mod.ts'
import { type Ticks, upcase } from '../windows/mod.ts'
import { Block } from './block-table.ts'
import { FileBytes } from './file-bytes.ts'
import { type HandleState, HandleTable } from './handles.ts'
import { Items } from './items.ts'
import { Journal } from './journal.ts'
import { contentOfStored } from './memfs-content.ts'
import { type Extras, type Held, MemfsStore } from './memfs-store.ts'
import { keysOf } from './paths.ts'
import type { VolumeProfile } from './profile.ts'
import { roomOf } from './room.ts'
import { Space } from './space.ts'
import type { BytesData, HandleData, ItemData, VolumeData } from './volume-data.ts'
import type { VolumeState } from './volume-state.ts'

/** A volume as plain data. */
export function dataOf({ items, handles }: VolumeState): VolumeData {
  const { pending, nextId } = items.parts
  const { capacity, users } = items.space.usage()
  return {
    version: 1,
    profile: items.profile,
    ...(capacity === undefined ? {} : { capacity }),
    quotas: [...users].flatMap(([user, { quota }]) => quota === undefined ? [] : [[user, quota] as const]),
    nextId,
    nextHandle: handles.next,
    lastChange: items.journal.last,
    root: itemData(items.root),
    pending: [...pending],
    handles: handles.all.map(handleData),
  }
}

/**
 * A volume's state from plain data.
 *
 * @throws {CsclabError} `file` if it is not version 1 of the data.
 */
export function stateFrom(data: VolumeData, now: () => Ticks): VolumeState {
  if (data.version !== 1) {
    throw new CsclabError('file', `A volume cannot be made of data of version ${String(data.version)}`, {
      hint: 'Use the version of csclab that wrote it',
    })
  }
  const profile: VolumeProfile = Object.freeze({ ...data.profile })
  const space = new Space(data.capacity, data.quotas)
  const store = MemfsStore.create(frozen(data.root.info))
  const put = (item: ItemData, path: readonly string[]): void => {
    const held = heldOf(item)
    store.add(keysOf(path, profile), held)
    space.add(held.extras?.createdBy ?? '', roomOf(held))
    for (const child of item.children ?? []) put(child, [...path, child.name])
  }
  const { line, extras } = heldOf(data.root)
  if (extras !== undefined) store.update([], { info: line.info, extras })
  for (const child of data.root.children ?? []) put(child, [child.name])
  const { nextId, pending, lastChange } = data
  const parts = { store, profile, journal: new Journal(lastChange), space, nextId, pending }
  const handles = new HandleTable(data.nextHandle)
  for (const handle of data.handles) handles.restore(handleFrom(handle))
  return { items: new Items(now, parts), handles }
}

function itemData(item: Held & { readonly index?: { values(): readonly Held[] } | undefined }): ItemData {
  const { line, content, extras, index } = item
  return {
    name: line.name,
    info: line.info,
    ...(content === undefined ? {} : { content: bytesData(content.stored) }),
    ...extrasData(extras),
    ...(index === undefined ? {} : { children: index.values().map(itemData) }),
  }
}

function extrasData(extras: Extras | undefined): Pick<ItemData, 'streams' | 'rights' | 'createdBy'> {
  const { streams, rights, createdBy } = extras ?? {}
  return {
    ...(streams === undefined
      ? {}
      : { streams: [...streams].map(([name, { stored }]) => [name, bytesData(stored)] as const) }),
    ...(rights === undefined ? {} : { rights: [...rights] }),
    ...(createdBy === undefined ? {} : { createdBy }),
  }
}

function heldOf({ name, info, content, streams, rights, createdBy }: ItemData): Held {
  const extras = {
    ...(streams === undefined
      ? {}
      : { streams: new Map(streams.map(([stream, bytes]) => [stream, contentOfStored(bytesFrom(bytes))])) }),
    ...(rights === undefined ? {} : { rights: new Map(rights) }),
    ...(createdBy === undefined ? {} : { createdBy }),
  }
  return {
    line: { name, key: upcase(name), info: frozen(info) },
    content: content === undefined ? undefined : contentOfStored(bytesFrom(content)),
    extras: Object.keys(extras).length === 0 ? undefined : extras,
  }
}

/** The same information as a fresh frozen value: what came from JSON is somebody else's. */
function frozen({ type, attributes, size, times, id }: FileInfo): FileInfo {
  const { creation, lastWrite, change, lastAccess } = times
  const own = Object.freeze({ creation, lastWrite, change, lastAccess })
  return Object.freeze({ type, attributes, size, times: own, id })
}

function handleData(handle: HandleState): HandleData {
  const { number, id, keys, path, stream, access, share, contention, broken } = handle
  const { snapshot, staged, createdBy } = handle
  return {
    number,
    ...(id === undefined ? {} : { id }),
    keys,
    path,
    ...(stream === undefined ? {} : { stream }),
    access,
    share,
    contention,
    ...(snapshot === undefined ? {} : { snapshot: bytesData(snapshot.stored) }),
    ...(staged === undefined ? {} : { staged: bytesData(staged) }),
    ...(createdBy === undefined ? {} : { createdBy }),
    broken,
  }
}

function handleFrom(data: HandleData): HandleState {
  const { id, stream, createdBy, snapshot, staged } = data
  return {
    ...data,
    id,
    stream,
    createdBy,
    snapshot: snapshot === undefined ? undefined : contentOfStored(bytesFrom(snapshot)),
    staged: staged === undefined ? undefined : bytesFrom(staged),
  }
}

function bytesData(bytes: FileBytes): BytesData {
  const blocks: (readonly [number, string])[] = []
  bytes.forEachBlock((index, block) => blocks.push([index, Buffer.from(block.bytes()).toString('base64')]))
  return { size: bytes.size, sparse: bytes.sparse, blocks }
}

function bytesFrom({ size, sparse, blocks }: BytesData): FileBytes {
  return FileBytes.restore({
    size,
    sparse,
    blocks: blocks.map(([index, base64]) => [index, Block.of(new Uint8Array(Buffer.from(base64, 'base64')))]),
  })
}
