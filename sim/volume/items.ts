/** The items of a volume: names, ids, times and room, and the effects and journal entries of every change to them. */

import type { Failed, FileInfo, InfoChange, ItemType } from '../port/mod.ts'
import { ATTRIBUTE, ERROR, type Ticks, upcase } from '../windows/mod.ts'
import { VolumeClock } from './clock.ts'
import { stateOf } from './collect-tree.ts'
import type { EffectListener, Names } from './effect.ts'
import { failed, newInfo, withChange } from './info.ts'
import { Journal, type JournalReason } from './journal.ts'
import type { StoredContent } from './memfs-content.ts'
import { type Entry, type Extras, type Held, MemfsStore, type Replacement } from './memfs-store.ts'
import { checkPath, keysOf } from './paths.ts'
import type { VolumeProfile } from './profile.ts'
import { roomOf } from './room.ts'
import type { Space } from './space.ts'

/** What the items of one volume consist of. */
export interface ItemsParts {
  readonly store: MemfsStore
  readonly profile: VolumeProfile
  readonly journal: Journal
  readonly space: Space
  readonly nextId: number
  /** Ids of items to be removed when their last handle closes. */
  readonly pending: Iterable<number>
}

/** A new item. */
export interface NewItem {
  readonly content: StoredContent | undefined
  readonly change: InfoChange
  readonly createdBy: string | undefined
}

/** The items of one volume. Whether a change is allowed was decided before; here it is made and told. */
export class Items {
  readonly profile: VolumeProfile
  readonly clock: VolumeClock
  readonly space: Space
  readonly journal: Journal
  readonly #store: MemfsStore
  readonly #pending: Set<number>
  #nextId: number
  #listener: EffectListener | undefined
  #version = 0

  constructor(now: () => Ticks, parts: ItemsParts) {
    this.profile = parts.profile
    this.clock = new VolumeClock(now, parts.profile)
    this.space = parts.space
    this.journal = parts.journal
    this.#store = parts.store
    this.#nextId = parts.nextId
    this.#pending = new Set(parts.pending)
  }

  /** The items of an empty volume: a root. */
  static create(now: () => Ticks, profile: VolumeProfile, space: Space): Items {
    const at = new VolumeClock(now, profile).now()
    const store = MemfsStore.create(newInfo({ type: 'directory', id: 1, size: 0, now: at }))
    const journal = new Journal()
    return new Items(now, { store, profile, journal, space, nextId: 2, pending: [] })
  }

  /** The items of a forked volume. */
  fork(now: () => Ticks): Items {
    return new Items(now, {
      ...this.parts,
      store: this.#store.fork(),
      journal: this.journal.fork(),
      space: this.space.fork(),
    })
  }

  /** What they consist of now; not to be changed. */
  get parts(): ItemsParts {
    const { profile, journal, space } = this
    return { store: this.#store, profile, journal, space, nextId: this.#nextId, pending: this.#pending }
  }

  /** Another number after every change. */
  get version(): number {
    return this.#version
  }

  /** Calls a function with every effect from now on; `undefined` stops it. */
  listen(listener: EffectListener | undefined): void {
    this.#listener = listener
  }

  /** False as long as no item has ever said anything about rights. */
  get knowsRights(): boolean {
    return this.#store.knowsRights
  }

  /** The keys of a path. */
  keysOf(path: Names): Names {
    return keysOf(path, this.profile)
  }

  /** The directory that everything is in. */
  get root(): Entry {
    return this.#store.root
  }

  /** Finds an item. */
  find(path: Names): Entry | undefined {
    return this.#store.find(keysOf(path, this.profile))
  }

  /** Finds an item by the keys of its path. */
  at(keys: Names): Entry | undefined {
    return this.#store.find(keys)
  }

  /** True for an item that goes when its last handle closes: nothing new can be done with it. */
  isPending(item: Held): boolean {
    return this.#pending.size > 0 && this.#pending.has(item.line.info.id)
  }

  /** An item that has a name, or why there is none to work with: 2, 3, or 5 for one that is going. */
  get(path: Names): Entry | Failed {
    const entry = this.find(path)
    if (entry === undefined) return this.absent(path)
    return this.isPending(entry) ? failed(ERROR.DELETE_PENDING) : entry
  }

  /** Why there is nothing: 2 where only the last name is missing, 3 where its parent is. */
  absent(path: Names): Failed {
    const parent = this.find(path.slice(0, -1))
    const isDirectory = parent !== undefined && parent.content === undefined
    return failed(isDirectory ? ERROR.FILE_NOT_FOUND : ERROR.PATH_NOT_FOUND)
  }

  /** Why no item may have a path: no directory to be in, a bad name, too long, a directory that is going. */
  refusesNew(path: Names): Failed | undefined {
    const parent = this.find(path.slice(0, -1))
    if (parent?.index === undefined) return failed(ERROR.PATH_NOT_FOUND)
    const code = checkPath(path, this.profile)
    if (code !== ERROR.SUCCESS) return failed(code)
    return this.isPending(parent) ? failed(ERROR.DELETE_PENDING) : undefined
  }

  /** Makes a file of some content, or a directory of none. */
  create(path: Names, { content, change, createdBy }: NewItem): FileInfo {
    const type = content === undefined ? 'directory' : 'file'
    const fresh = newInfo({ type, id: this.#nextId++, size: content?.size ?? 0, now: this.clock.now() })
    const bits = fresh.attributes | this.#storageBits(type, content)
    const info = withChange({ ...fresh, attributes: bits }, change, this.clock)
    const extras = createdBy === undefined ? undefined : { createdBy }
    const keys = this.#add(path, { content, extras }, info)
    const spelled = this.#store.spell(keys)
    this.#note(info.id, spelled, 'create')
    if (info.size > 0) this.#note(info.id, spelled, 'data')
    this.#listener?.({ effect: 'put', path: spelled, info, content })
    this.touch(keys.slice(0, -1))
    return info
  }

  /** Puts an item as a world's first state has it: parents' times stay, no listener hears of it, nothing is noted. */
  lay(path: Names, info: Omit<FileInfo, 'id'>, content: StoredContent | undefined): void {
    const { type, size } = info
    const { creation, lastWrite, change, lastAccess } = info.times
    const { clock } = this
    const times = Object.freeze({
      creation: clock.round(creation),
      lastWrite: clock.round(lastWrite),
      change: clock.round(change),
      lastAccess: clock.round(lastAccess),
    })
    const attributes = info.attributes | this.#storageBits(type, content)
    const laid = Object.freeze({ type, attributes, size, times, id: this.#nextId++ })
    this.#add(path, { content, extras: undefined }, laid)
  }

  /** Replaces what is known of an item, and tells why. */
  update(keys: Names, replacement: Replacement, reason: JournalReason | undefined): FileInfo {
    this.#version++
    const before = this.#store.find(keys)
    const room = before === undefined ? 0 : roomOf(before)
    const entry = this.#store.update(keys, replacement)
    if (entry !== undefined && keys.length > 0) {
      this.space.add(entry.extras?.createdBy ?? '', roomOf(entry) - room)
      const path = this.#store.spell(keys)
      if (reason !== undefined) this.#note(replacement.info.id, path, reason)
      this.#listener?.({ effect: 'put', path, ...stateOf(entry) })
    }
    return replacement.info
  }

  /** Takes an item away. */
  remove(keys: Names): void {
    const entry = this.#store.find(keys)
    if (entry === undefined) return
    const { line, extras } = entry
    const path = this.#store.spell(keys)
    this.#version++
    this.#store.remove(keys)
    this.#pending.delete(line.info.id)
    this.space.add(extras?.createdBy ?? '', -roomOf(entry))
    this.#note(line.info.id, path, 'delete')
    this.#listener?.({ effect: 'gone', path })
    this.touch(keys.slice(0, -1))
  }

  /** Marks an item to go when its last handle closes. */
  removeLater(id: number): void {
    this.#pending.add(id)
  }

  /** Lets go of an item that nobody has open any more, if it was waiting for that. */
  release(id: number, keys: Names): void {
    if (this.#pending.has(id)) this.remove(keys)
  }

  /** Moves an item to a free path. */
  move(path: Names, to: Names): FileInfo | Failed {
    const entry = this.find(path)
    if (entry === undefined) return this.absent(path)
    const keys = this.keysOf(path)
    const target = this.keysOf(to)
    const info = withChange(entry.line.info, {}, this.clock)
    const from = this.#store.spell(keys)
    this.#version++
    const name = to.at(-1) ?? ''
    this.#store.move(keys, target, { name, key: upcase(name), info })
    const spelled = this.#store.spell(target)
    this.#note(info.id, from, 'rename-from')
    this.#note(info.id, spelled, 'rename-to')
    const moved = this.#store.find(target)
    if (moved !== undefined) {
      this.#listener?.({ effect: 'move', path: from, to: spelled })
      this.#listener?.({ effect: 'put', path: spelled, ...stateOf(moved) })
    }
    const parents = [keys.slice(0, -1), target.slice(0, -1)] as const
    this.touch(parents[0])
    if (parents[0].join('\\') !== parents[1].join('\\')) this.touch(parents[1])
    return info
  }

  /** A directory's own times move when a name in it comes, goes or changes. */
  touch(keys: Names): void {
    const parent = this.#store.find(keys)
    if (parent === undefined || keys.length === 0) return
    const change = { lastWrite: this.clock.now() }
    this.update(keys, { info: withChange(parent.line.info, change, this.clock) }, undefined)
  }

  #add(
    path: Names,
    item: { readonly content: StoredContent | undefined; readonly extras: Extras | undefined },
    info: FileInfo,
  ): Names {
    const keys = this.keysOf(path)
    const name = path.at(-1) ?? ''
    const { content, extras } = item
    this.#version++
    this.#store.add(keys, { line: { name, key: upcase(name), info }, content, extras })
    if (content !== undefined) this.space.add(extras?.createdBy ?? '', content.allocated)
    return keys
  }

  #storageBits(type: ItemType, content: StoredContent | undefined): number {
    if (type === 'directory') return 0
    return this.profile.storageBits | (content?.sparse === true ? ATTRIBUTE.SPARSE_FILE : 0)
  }

  #note(id: number, path: string, reason: JournalReason): void {
    this.journal.add({ at: this.clock.now(), id, path, reason })
  }
}
