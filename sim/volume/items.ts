/** The items of a volume: names, ids and times, and the effects of every change to them. */

import type { DirEntry, Failed, FileInfo, InfoChange } from '../port/mod.ts'
import { checkName, ERROR, MAX_PATH_UNITS, type Ticks, uncOf, upcase } from '../windows/mod.ts'
import type { EffectListener, Names } from './effect.ts'
import { failed, newInfo, withChange } from './info.ts'
import { type Entry, MemfsStore, type StoredContent } from './memfs-store.ts'

/** Names a path may have: as deep as csclab walks trees. */
const MAX_DEPTH = 512

/** The items of one volume. Whether a change is allowed was decided before; here it is made and told. */
export class Items {
  readonly #store: MemfsStore
  readonly #now: () => Ticks
  #nextId: number
  #listener: EffectListener | undefined
  #version = 0

  private constructor(store: MemfsStore, options: { readonly now: () => Ticks; readonly nextId: number }) {
    this.#store = store
    this.#now = options.now
    this.#nextId = options.nextId
  }

  /** The items of an empty volume: a root. */
  static create(now: () => Ticks): Items {
    const root = newInfo({ type: 'directory', id: 1, size: 0, now: now() })
    return new Items(MemfsStore.create(root), { now, nextId: 2 })
  }

  /** The items of a forked volume. */
  fork(now: () => Ticks): Items {
    return new Items(this.#store.fork(), { now, nextId: this.#nextId })
  }

  /** Another number after every change. */
  get version(): number {
    return this.#version
  }

  /** Calls a function with every effect from now on; `undefined` stops it. */
  listen(listener: EffectListener | undefined): void {
    this.#listener = listener
  }

  /** Finds an item. */
  find(path: Names): Entry | undefined {
    return this.#store.find(keysOf(path))
  }

  /** Finds an item by the keys of its path. */
  at(keys: Names): Entry | undefined {
    return this.#store.find(keys)
  }

  /** Makes bytes into content. */
  contentOf(bytes: Uint8Array): StoredContent {
    return this.#store.contentOf(bytes)
  }

  /** Why there is nothing: 2 where only the last name is missing, 3 where its parent is. */
  absent(path: Names): Failed {
    const parent = this.find(path.slice(0, -1))
    const isDirectory = parent !== undefined && parent.content === undefined
    return failed(isDirectory ? ERROR.FILE_NOT_FOUND : ERROR.PATH_NOT_FOUND)
  }

  /** Why no item may have a path: no directory to be in, a bad name, too long. */
  refusesNew(path: Names): Failed | undefined {
    const parent = this.find(path.slice(0, -1))
    if (parent === undefined || parent.line.info.type === 'file') return failed(ERROR.PATH_NOT_FOUND)
    if (path.length > MAX_DEPTH || uncOf(path).length > MAX_PATH_UNITS) {
      return failed(ERROR.FILENAME_EXCED_RANGE)
    }
    const code = checkName(path.at(-1) ?? '')
    return code === ERROR.SUCCESS ? undefined : failed(code)
  }

  /** Makes a file of some content, or a directory of none. */
  create(path: Names, content: StoredContent | undefined, change: InfoChange): FileInfo {
    const now = this.#now()
    const type = content === undefined ? 'directory' : 'file'
    const fresh = newInfo({ type, id: this.#nextId++, size: content?.size ?? 0, now })
    const info = withChange(fresh, change, now)
    this.#version++
    this.#store.add(keysOf(path.slice(0, -1)), lineOf(path, info), content)
    this.#listener?.({ effect: 'put', path: uncOf(path), info, content })
    this.#touchParent(path)
    return info
  }

  /** Puts an item as a world's first state has it: parents' times stay, no listener hears of it. */
  lay(path: Names, info: Omit<FileInfo, 'id'>, content: StoredContent | undefined): void {
    const laid = Object.freeze({ ...info, times: Object.freeze(info.times), id: this.#nextId++ })
    this.#version++
    this.#store.add(keysOf(path.slice(0, -1)), lineOf(path, laid), content)
  }

  /** Changes information, and content when some is given. */
  update(keys: Names, info: FileInfo, content?: StoredContent): FileInfo {
    this.#version++
    this.#store.update(keys, info, content)
    const path = this.#spelling(keys)
    this.#listener?.({ effect: 'put', path, info, content: this.#store.find(keys)?.content })
    return info
  }

  /** Takes an item away. */
  remove(path: Names): void {
    this.#version++
    this.#store.remove(keysOf(path))
    this.#listener?.({ effect: 'gone', path: uncOf(path) })
    this.#touchParent(path)
  }

  /** Moves an item to a free path. */
  move(path: Names, to: Names): FileInfo {
    const entry = this.find(path)
    const keys = keysOf(path)
    if (entry === undefined) throw new RangeError(`No item ${uncOf(path)}`)
    const info = withChange(entry.line.info, {}, this.#now())
    this.#version++
    this.#store.move(keys, keysOf(to.slice(0, -1)), lineOf(to, info))
    this.#listener?.({ effect: 'move', path: uncOf(path), to: uncOf(to) })
    this.#listener?.({ effect: 'put', path: uncOf(to), info, content: entry.content })
    this.#touchParent(path)
    const elsewhere = keysOf(to).slice(0, -1).join('\\') !== keys.slice(0, -1).join('\\')
    if (elsewhere) this.#touchParent(to)
    return info
  }

  /** A directory's own times move when a name in it comes, goes or changes. */
  #touchParent(path: Names): void {
    const keys = keysOf(path.slice(0, -1))
    const parent = this.#store.find(keys)
    if (parent === undefined || keys.length === 0) return
    const now = this.#now()
    this.update(keys, withChange(parent.line.info, { lastWrite: now }, now))
  }

  #spelling(keys: Names): string {
    return uncOf(keys.map((_, i) => this.#store.find(keys.slice(0, i + 1))?.line.name ?? ''))
  }
}

/** The keys of a path. */
export function keysOf(path: Names): string[] {
  return path.map(upcase)
}

function lineOf(path: Names, info: FileInfo): DirEntry {
  const name = path.at(-1) ?? ''
  return Object.freeze({ name, key: upcase(name), info })
}
