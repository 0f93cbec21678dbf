/**
 * Where the names of a volume are kept: memfs's own links, each with what Windows knows of it. It stores and never decides:
 * every rule about names, times and refusals is the volume's. A fork shares everything until one side changes it.
 */

import './memfs-process.ts'
import { Link, Node, Superblock } from '@jsonjoy.com/fs-core'
import { SortedMap } from '../collections/mod.ts'
import type { DirEntry, FileInfo } from '../port/mod.ts'
import { DIRECTORY_MODE, type StoredContent } from './memfs-content.ts'
import type { Rights } from './rights.ts'
import type { TreeEntry } from './tree.ts'

/** What few items have. */
export interface Extras {
  /** Named streams by their names as stored, in the order of their folded names. */
  readonly streams?: ReadonlyMap<string, StoredContent>
  /** What users were explicitly given or denied, by folded user name. */
  readonly rights?: ReadonlyMap<string, Rights>
  /** Who made the item and pays for its room; nobody in particular when it is left out. */
  readonly createdBy?: string
}

/** An item as the rules look at it: in a directory, or without a name until its last handle closes. */
export interface Held {
  /** The item as a line of its directory's listing. */
  readonly line: DirEntry
  /** Present for files. */
  readonly content: StoredContent | undefined
  readonly extras: Extras | undefined
}

/** What a change puts in the place of what was; what is left out stays. */
export interface Replacement {
  readonly info: FileInfo
  readonly content?: StoredContent
  readonly extras?: Extras
}

/** An item as a tree tells it. */
export interface Told {
  readonly key: string
  readonly entry: TreeEntry
  /** Where it is. */
  readonly above: { readonly path: string; readonly key: string }
  /** Its name differs from the one before in nothing but case. */
  readonly isSecond: boolean
}

/** One stored item: a memfs link with what Windows knows of it. Its `children` are in `index`. */
export class Entry extends Link implements Held {
  line: DirEntry
  content: StoredContent | undefined
  extras: Extras | undefined
  /** A directory's items by key, in listing order; `undefined` for files. */
  readonly index: SortedMap<Entry> | undefined
  /** The listing, as long as nothing in it has changed. */
  listing: readonly DirEntry[] | undefined
  /** What the last tree told of the item, as long as it is so. */
  told: Told | undefined
  /** The store that may change this entry in place. */
  readonly owner: object

  constructor(
    core: Superblock,
    owner: object,
    held: Held & { readonly index?: SortedMap<Entry> | undefined },
  ) {
    super(core, undefined, held.line.name)
    this.owner = owner
    this.line = held.line
    this.content = held.content
    this.extras = held.extras
    this.index = held.index
    this.listing = undefined
    this.told = undefined
    this.setNode(held.content === undefined ? DIRECTORY_NODE : held.content.node)
  }
}

/** Directories have no bytes, and what memfs would note about them nobody reads: one node does for all. */
const DIRECTORY_NODE = new Node(0, DIRECTORY_MODE, 0, 0)

/** All links belong to it; nothing is ever looked up through it. */
const CORE = new Superblock()

/** The tree of one volume. */
export class MemfsStore {
  #owner: object = {}
  #root: Entry
  #knowsRights = false

  private constructor(root: Entry | Held) {
    this.#root = root instanceof Entry ? root : this.#newEntry(root)
  }

  /** An empty tree whose root has the information given. */
  static create(info: FileInfo): MemfsStore {
    return new MemfsStore({ line: { name: '', key: '', info }, content: undefined, extras: undefined })
  }

  /** A second tree that starts as this one; neither sees the other's later changes. */
  fork(): MemfsStore {
    this.#owner = {}
    const copy = new MemfsStore(this.#root)
    copy.#knowsRights = this.#knowsRights
    return copy
  }

  /** The directory that everything is in. */
  get root(): Entry {
    return this.#root
  }

  /** False as long as no item has ever said anything about rights. */
  get knowsRights(): boolean {
    return this.#knowsRights
  }

  /** Finds an item by the keys of its path; `undefined` when a name is missing or a file stands in the way. */
  find(keys: readonly string[]): Entry | undefined {
    let entry: Entry | undefined = this.#root
    for (const key of keys) {
      entry = entry.index?.get(key)
      if (entry === undefined) return undefined
    }
    return entry
  }

  /** The full path of an item as stored. */
  spell(keys: readonly string[]): string {
    let entry: Entry | undefined = this.#root
    let path = '\\'
    for (const key of keys) {
      entry = entry?.index?.get(key)
      path += `\\${entry?.line.name ?? ''}`
    }
    return path
  }

  /** Puts a new item into a directory; the key must be free. */
  add(keys: readonly string[], held: Held): void {
    this.#knowsRights ||= held.extras?.rights !== undefined
    this.#attach(keys, this.#newEntry(held))
  }

  /** Replaces what is known of an item; the entry as it is now. */
  update(keys: readonly string[], { info, content, extras }: Replacement): Entry | undefined {
    const parent = keys.length === 0 ? undefined : this.#own(keys.slice(0, -1))
    const entry = this.#own(keys)
    const { name, key } = entry.line
    entry.line = { name, key, info }
    entry.told = undefined
    this.#knowsRights ||= extras?.rights !== undefined
    if (extras !== undefined) entry.extras = extras
    if (content !== undefined) {
      entry.content = content
      entry.setNode(content.node)
    }
    if (parent !== undefined) parent.listing = undefined
    return entry
  }

  /** Takes an item out of its directory, with all below it. */
  remove(keys: readonly string[]): void {
    const parent = this.#own(keys.slice(0, -1))
    parent.index?.delete(keys.at(-1) ?? '')
    parent.listing = undefined
  }

  /** Moves an item to a free key in a directory that is not inside it; its line becomes another. */
  move(keys: readonly string[], to: readonly string[], line: DirEntry): void {
    const entry = this.find(keys)
    if (entry === undefined) return
    this.remove(keys)
    this.#attach(to, this.#copy(entry, line))
  }

  #newEntry(held: Held): Entry {
    const index = held.content === undefined ? new SortedMap<Entry>() : undefined
    const { line, content, extras } = held
    return new Entry(CORE, this.#owner, { line, content, extras, index })
  }

  #attach(keys: readonly string[], entry: Entry): void {
    const parent = this.#own(keys.slice(0, -1))
    parent.index?.set(keys.at(-1) ?? '', entry)
    parent.listing = undefined
  }

  /** Copies the path down to an item where it is still shared with a fork, and returns the item. */
  #own(keys: readonly string[]): Entry {
    if (this.#root.owner !== this.#owner) this.#root = this.#copy(this.#root, this.#root.line)
    let entry = this.#root
    for (const key of keys) {
      const child = entry.index?.get(key)
      if (child === undefined) break
      if (child.owner === this.#owner) entry = child
      else {
        const copy = this.#copy(child, child.line)
        entry.index?.set(key, copy)
        entry = copy
      }
    }
    return entry
  }

  #copy(entry: Entry, line: DirEntry): Entry {
    const { content, extras } = entry
    const copy = new Entry(CORE, this.#owner, { line, content, extras, index: entry.index?.fork() })
    copy.listing = entry.listing
    return copy
  }
}
