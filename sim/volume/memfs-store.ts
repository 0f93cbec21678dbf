/**
 * Where the bytes and names of a volume are kept: memfs's own links and nodes, walked directly. It stores and never
 * decides: every rule about names, times and refusals is the volume's. A fork shares everything until one side changes it.
 */

import './memfs-process.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { Link, type Node, Superblock } from '@jsonjoy.com/fs-core'
import type { DirEntry, FileInfo } from '../port/mod.ts'
import type { Content } from './content.ts'

const FILE_MODE = 0o100_666
const DIRECTORY_MODE = 0o040_777

/** Content whose bytes a memfs node holds. */
export class StoredContent implements Content {
  readonly size: number
  readonly #node: Node
  #digest: string | undefined

  constructor(node: Node) {
    this.#node = node
    this.size = node.getSize()
  }

  /** The bytes, not to be written to. */
  bytes(): Uint8Array {
    const { buf } = this.#node
    return new Uint8Array(buf.buffer, buf.byteOffset, this.size)
  }

  /** SHA-256 of the bytes, in hexadecimal. */
  digest(): string {
    this.#digest ??= createHash('sha256').update(this.bytes()).digest('hex')
    return this.#digest
  }

  /** The memfs node that holds the bytes. */
  get node(): Node {
    return this.#node
  }
}

/** One stored item: a memfs link with what Windows knows of it. */
export class Entry extends Link {
  /** The item as a line of its directory's listing. */
  line: DirEntry
  /** Present for files. */
  content: StoredContent | undefined
  /** Children by key; empty for files. */
  readonly byKey: Map<string, Entry>
  /** The sorted listing, as long as nothing below has changed. */
  listing: readonly DirEntry[] | undefined
  /** The store that may change this entry in place. */
  readonly owner: object

  constructor(core: Superblock, owner: object, line: DirEntry, from?: Entry) {
    super(core, undefined, line.name)
    this.owner = owner
    this.line = line
    this.byKey = new Map(from?.byKey)
    this.content = from?.content
    this.listing = from?.listing
  }
}

/** The tree of one volume. */
export class MemfsStore {
  readonly #core: Superblock
  #owner: object = {}
  #root: Entry

  private constructor(core: Superblock, root: Entry | FileInfo) {
    this.#core = core
    this.#root = root instanceof Entry ? root : this.#newDirectory({ name: '', key: '', info: root })
  }

  /** An empty tree whose root has the information given. */
  static create(rootInfo: FileInfo): MemfsStore {
    return new MemfsStore(new Superblock(), rootInfo)
  }

  /** A second tree that starts as this one; neither sees the other's later changes. */
  fork(): MemfsStore {
    this.#owner = {}
    return new MemfsStore(this.#core, this.#root)
  }

  /** Finds an item by the keys of its path; `undefined` when a name is missing or a file stands in the way. */
  find(keys: readonly string[]): Entry | undefined {
    let entry: Entry | undefined = this.#root
    for (const key of keys) {
      entry = entry.byKey.get(key)
      if (entry === undefined) return undefined
    }
    return entry
  }

  /** Makes bytes into content. */
  contentOf(bytes: Uint8Array): StoredContent {
    const node = this.#core.createNode(FILE_MODE)
    node.setBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return new StoredContent(node)
  }

  /** Puts a new item into a directory; the name must be free. */
  add(directory: readonly string[], line: DirEntry, content: StoredContent | undefined): void {
    const parent = this.#own(directory)
    const entry = content === undefined ? this.#newDirectory(line) : new Entry(this.#core, this.#owner, line)
    if (content !== undefined) {
      entry.content = content
      entry.setNode(content.node)
    }
    this.#attach(parent, entry)
  }

  /** Replaces what is known of an item, and its content when one is given. */
  update(keys: readonly string[], info: FileInfo, content?: StoredContent): void {
    const entry = this.#own(keys)
    entry.line = Object.freeze({ name: entry.line.name, key: entry.line.key, info })
    if (content !== undefined) {
      entry.content = content
      entry.setNode(content.node)
    }
    const parent = this.find(keys.slice(0, -1))
    if (parent !== undefined) parent.listing = undefined
  }

  /** Takes an item out of its directory, with all below it. */
  remove(keys: readonly string[]): void {
    const parent = this.#own(keys.slice(0, -1))
    this.#detach(parent, keys.at(-1) ?? '')
  }

  /** Moves an item to a free name in a directory that is not inside it. */
  move(keys: readonly string[], directory: readonly string[], line: DirEntry): void {
    const from = this.#own(keys.slice(0, -1))
    const moved = this.#detach(from, keys.at(-1) ?? '')
    if (moved === undefined) return
    const entry = this.#copy(moved, line)
    this.#attach(this.#own(directory), entry)
  }

  #newDirectory(line: DirEntry): Entry {
    const entry = new Entry(this.#core, this.#owner, line)
    entry.setNode(this.#core.createNode(DIRECTORY_MODE))
    entry.children.set('.', entry)
    return entry
  }

  #attach(parent: Entry, entry: Entry): void {
    parent.byKey.set(entry.line.key, entry)
    parent.children.set(entry.line.name, entry)
    parent.length++
    parent.listing = undefined
    entry.parent = parent
    if (entry.content === undefined) entry.children.set('..', parent)
  }

  #detach(parent: Entry, key: string): Entry | undefined {
    const entry = parent.byKey.get(key)
    if (entry === undefined) return undefined
    parent.byKey.delete(key)
    parent.children.delete(entry.line.name)
    parent.length--
    parent.listing = undefined
    return entry
  }

  /** Copies the path down to an item where it is still shared with a fork, and returns the item. */
  #own(keys: readonly string[]): Entry {
    if (this.#root.owner !== this.#owner) this.#root = this.#copy(this.#root, this.#root.line)
    let entry = this.#root
    for (const key of keys) {
      const child = entry.byKey.get(key)
      if (child === undefined) break
      if (child.owner === this.#owner) entry = child
      else {
        const copy = this.#copy(child, child.line)
        entry.byKey.set(key, copy)
        entry.children.set(copy.line.name, copy)
        copy.parent = entry
        if (copy.content === undefined) copy.children.set('..', entry)
        entry = copy
      }
    }
    return entry
  }

  #copy(entry: Entry, line: DirEntry): Entry {
    const copy = new Entry(this.#core, this.#owner, line, entry)
    copy.setNode(entry.getNode())
    copy.length = entry.length
    for (const [name, child] of entry.children) copy.children.set(name, child)
    if (entry.content === undefined) copy.children.set('.', copy)
    return copy
  }
}

/** Compares two lines of a listing. */
export function inListingOrder(a: DirEntry, b: DirEntry): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}
