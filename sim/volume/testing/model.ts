/**
 * A second opinion on what a volume answers: one map from paths to items, bytes in a map by offset, room counted anew each
 * time. It is slow and plain on purpose, and shares nothing with the volume but the table of upper-case letters.
 */

import { upcase } from '../../windows/mod.ts'

/** Bytes as those that are not zero, by offset. */
export interface ModelBytes {
  size: number
  readonly data: Map<number, number>
  /** Numbers of the allocated blocks of a sparse file; `undefined` for a plain one. */
  blocks: Set<number> | undefined
}

/** An item, wherever its name is. */
export interface ModelItem {
  readonly id: number
  name: string
  /** `undefined` for a directory. */
  content: ModelBytes | undefined
  readonly streams: Map<string, { readonly name: string; readonly bytes: ModelBytes }>
  readonly rights: Map<string, Map<string, string>>
  readonly owner: string
  attributes: number
  creation: number
  lastWrite: number
  change: number
  lastAccess: number
  /** It goes with its last handle. */
  going: boolean
}

/** An open handle. */
export interface ModelHandle {
  readonly item: ModelItem | undefined
  /** Where staged bytes belong. */
  readonly path: readonly string[]
  readonly stream: string | undefined
  readonly access: string
  readonly share: readonly string[]
  readonly yields: boolean
  readonly snapshot: ModelBytes | undefined
  readonly staged: ModelBytes | undefined
  readonly owner: string
  broken: boolean
}

const BLOCK = 65_536

/** Bytes of nothing. */
export function noBytes(sparse: boolean = false): ModelBytes {
  return { size: 0, data: new Map(), blocks: sparse ? new Set() : undefined }
}

/** A copy that can be changed. */
export function copyBytes({ size, data, blocks }: ModelBytes): ModelBytes {
  return { size, data: new Map(data), blocks: blocks === undefined ? undefined : new Set(blocks) }
}

/** Bytes that take room. */
export function allocated({ size, blocks }: ModelBytes): number {
  if (blocks === undefined) return size
  return [...blocks].reduce((sum, block) => sum + Math.min(BLOCK, size - block * BLOCK), 0)
}

/** Writes `length` bytes of a value. */
export function writeBytes(
  bytes: ModelBytes,
  offset: number,
  fill: { readonly length: number; readonly value: number },
): void {
  for (let i = offset; i < offset + fill.length; i++) {
    if (fill.value === 0) bytes.data.delete(i)
    else bytes.data.set(i, fill.value)
    bytes.blocks?.add(Math.floor(i / BLOCK))
  }
  bytes.size = Math.max(bytes.size, offset + fill.length)
}

/** Cuts or fills with zeros. */
export function resizeBytes(bytes: ModelBytes, size: number): void {
  for (const offset of bytes.data.keys()) if (offset >= size) bytes.data.delete(offset)
  for (const block of bytes.blocks ?? []) if (block * BLOCK >= size) bytes.blocks?.delete(block)
  bytes.size = size
}

/** Zeros a range; whole blocks of a sparse file become holes. */
export function zeroBytes(bytes: ModelBytes, offset: number, length: number): void {
  const end = Math.min(offset + length, bytes.size)
  for (const at of bytes.data.keys()) if (at >= offset && at < end) bytes.data.delete(at)
  for (const block of bytes.blocks ?? []) {
    const last = Math.min((block + 1) * BLOCK, bytes.size)
    if (block * BLOCK >= offset && last <= end) bytes.blocks?.delete(block)
  }
}

/** Makes bytes sparse, with everything allocated that was, or plain. */
export function sparseBytes(bytes: ModelBytes, on: boolean): void {
  if (!on) bytes.blocks = undefined
  else if (bytes.blocks === undefined) {
    bytes.blocks = new Set()
    for (let block = 0; block * BLOCK < bytes.size; block++) bytes.blocks.add(block)
  }
}

/** The items, handles and limits of one volume. */
export class Model {
  readonly items: Map<string, ModelItem> = new Map()
  readonly handles: Map<number, ModelHandle> = new Map()
  readonly quotas: Map<string, number> = new Map()
  readonly log: string[] = []
  capacity: number = Infinity
  nextId = 2
  nextHandle = 1

  /** A copy that shares nothing. */
  fork(): Model {
    const copy = new Model()
    const twins = new Map<ModelItem, ModelItem>()
    const twin = (item: ModelItem): ModelItem => {
      const found = twins.get(item) ?? {
        ...item,
        content: item.content === undefined ? undefined : copyBytes(item.content),
        streams: new Map(
          [...item.streams].map(([key, { name, bytes }]) => [key, { name, bytes: copyBytes(bytes) }]),
        ),
        rights: new Map([...item.rights].map(([user, words]) => [user, new Map(words)])),
      }
      twins.set(item, found)
      return found
    }
    for (const [key, item] of this.items) copy.items.set(key, twin(item))
    for (const [number, handle] of this.handles) {
      const item = handle.item === undefined ? undefined : twin(handle.item)
      const staged = handle.staged === undefined ? undefined : copyBytes(handle.staged)
      copy.handles.set(number, { ...handle, item, staged })
    }
    for (const [user, bytes] of this.quotas) copy.quotas.set(user, bytes)
    copy.log.push(...this.log)
    copy.capacity = this.capacity
    copy.nextId = this.nextId
    copy.nextHandle = this.nextHandle
    return copy
  }

  /** The item with a path. */
  find(path: readonly string[]): ModelItem | undefined {
    return this.items.get(keyOf(path))
  }

  /** Its path as stored. */
  spelled(path: readonly string[]): string {
    return `\\\\${path.map((_, i) => this.find(path.slice(0, i + 1))?.name ?? '').join('\\')}`
  }

  /** The path of an item that has a name. */
  pathOf(item: ModelItem): readonly string[] | undefined {
    for (const [key, other] of this.items) if (other === item) return key.split('/')
    return undefined
  }

  /** True when an item may have children: the root, too. */
  isDirectory(path: readonly string[]): boolean {
    if (path.length === 0) return true
    const item = this.find(path)
    return item !== undefined && item.content === undefined
  }

  /** What everyone's items take, or one user's. */
  used(user?: string): number {
    const open = [...this.handles.values()].filter((handle) => !handle.broken)
    const counted = new Set(this.items.values())
    for (const { item } of open) if (item !== undefined) counted.add(item)
    return [...counted].filter((item) => user === undefined || item.owner === user)
      .reduce((sum, item) => sum + roomOf(item), 0)
  }

  /** The code for wanting more room, or 0. */
  refusesRoom(owner: string, more: number): number {
    if (more <= 0) return 0
    if (this.used() + more > this.capacity) return 112
    return this.used(owner) + more > (this.quotas.get(owner) ?? Infinity) ? 1295 : 0
  }

  /** Handles that do not go together with an access. */
  rivals(wish: {
    readonly item: ModelItem | undefined
    readonly path: readonly string[]
    readonly stream?: string | undefined
    readonly whole?: boolean
    readonly access: string
    readonly share: readonly string[]
    readonly except?: ModelHandle
  }): readonly ModelHandle[] {
    return [...this.handles.values()].filter((handle) => {
      if (handle.broken || handle === wish.except) return false
      const meets = handle.item === undefined
        ? wish.stream === undefined && keyOf(handle.path) === keyOf(wish.path)
        : handle.item === wish.item && (wish.whole === true || handle.stream === wish.stream)
      return meets && !(lets(handle.share, wish.access) && lets(wish.share, handle.access))
    })
  }

  /** True when somebody has an item open. */
  isOpen(item: ModelItem): boolean {
    return [...this.handles.values()].some((handle) => handle.item === item && !handle.broken)
  }

  /** The directory of a path was changed. */
  touch(path: readonly string[], now: number): void {
    const parent = this.find(path.slice(0, -1))
    if (parent === undefined || path.length < 2) return
    parent.lastWrite = now
    parent.change = now
  }

  /** An entry of the journal. */
  note(reason: string, item: ModelItem, path: string): void {
    this.log.push(`${this.log.length + 1} ${reason} ${item.id} ${path}`)
  }
}

/** Room of one item. */
export function roomOf({ content, streams }: ModelItem): number {
  let room = content === undefined ? 0 : allocated(content)
  for (const { bytes } of streams.values()) room += allocated(bytes)
  return room
}

/** How a path is looked up. */
export function keyOf(path: readonly string[]): string {
  return upcase(path.join('/'))
}

function lets(share: readonly string[], access: string): boolean {
  return access.split('-').every((kind) => share.includes(kind))
}
