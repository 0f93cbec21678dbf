/**
 * Where the bytes of a volume are kept: those of a small file in one memfs node, those of a large or sparse one in blocks.
 * memfs stores and never decides.
 */

import './memfs-process.ts'
import { Buffer } from 'node:buffer'
import { createError, Node } from '@jsonjoy.com/fs-core'
import { CsclabError } from '../errors.ts'
import type { ByteRange } from '../port/mod.ts'
import { BLOCK } from './block-table.ts'
import { type Content, MAX_WHOLE } from './content.ts'
import { digestOf, type HashedPrefix, sha256 } from './content-digest.ts'
import { FileBytes, NO_BYTES } from './file-bytes.ts'

/** The mode of a file's node. */
export const FILE_MODE = 0o100_666

/** The mode of the node of a READONLY file. */
export const READONLY_MODE = 0o100_444

/** The mode of a directory's node. */
export const DIRECTORY_MODE = 0o040_777

/** Content as the store keeps it. */
export interface StoredContent extends Content {
  /** Holes are not allocated. */
  readonly sparse: boolean
  /** The memfs node that holds the bytes, or reads them from the blocks. */
  readonly node: Node
  /** The bytes as a value that changes make others of. */
  readonly stored: FileBytes
  /** The content after a change to `stored` that left everything before `from` alone. */
  next(stored: FileBytes, from: number): StoredContent
}

/** Makes bytes into content; they are copied. */
export function contentOf(bytes: Uint8Array): StoredContent {
  return bytes.length <= BLOCK ? new NodeContent(bytes) : new BlockContent(NO_BYTES.write(0, bytes))
}

/** Makes a value into content. */
export function contentOfStored(stored: FileBytes): StoredContent {
  return stored.sparse || stored.size > BLOCK ? new BlockContent(stored) : new NodeContent(stored.whole())
}

/** The content of a plain file of at most one block. */
class NodeContent implements StoredContent {
  readonly sparse = false
  readonly size: number
  readonly node: Node
  #digest: string | undefined

  constructor(bytes: Uint8Array) {
    this.size = bytes.length
    this.node = new Node(0, FILE_MODE, 0, 0)
    this.node.setBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }

  get allocated(): number {
    return this.size
  }

  get stored(): FileBytes {
    return FileBytes.ofBlock(this.bytes())
  }

  read(offset: number, length: number): Uint8Array {
    return this.bytes().slice(offset, offset + length)
  }

  bytes(): Uint8Array {
    const { buf } = this.node
    return new Uint8Array(buf.buffer, buf.byteOffset, this.size)
  }

  extents(): readonly ByteRange[] {
    return this.size === 0 ? [] : [{ offset: 0, length: this.size }]
  }

  digest(): string {
    this.#digest ??= sha256(this.bytes())
    return this.#digest
  }

  next(stored: FileBytes): StoredContent {
    return contentOfStored(stored)
  }
}

/** The content of a large or sparse file. */
class BlockContent implements StoredContent {
  readonly size: number
  readonly stored: FileBytes
  readonly node: Node
  #digest: string | undefined
  #prefix: HashedPrefix | undefined

  constructor(stored: FileBytes, prefix?: HashedPrefix) {
    this.size = stored.size
    this.stored = stored
    this.node = new ContentNode(this)
    this.#prefix = prefix
  }

  get allocated(): number {
    return this.stored.allocated
  }

  get sparse(): boolean {
    return this.stored.sparse
  }

  read(offset: number, length: number): Uint8Array {
    return this.stored.read(offset, length)
  }

  bytes(): Uint8Array {
    if (this.size > MAX_WHOLE) {
      throw new CsclabError('file', `A content of ${this.size} bytes is too large for one array`, {
        hint:
          `At most ${MAX_WHOLE} bytes fit; take it in parts with read(), where extents() says there is something`,
      })
    }
    return this.stored.read(0, this.size)
  }

  extents(): readonly ByteRange[] {
    return this.stored.extents()
  }

  digest(): string {
    if (this.#digest === undefined) {
      const { digest, prefix } = digestOf(this.stored, this.#prefix)
      this.#digest = digest
      this.#prefix = prefix
    }
    return this.#digest
  }

  next(stored: FileBytes, from: number): StoredContent {
    const prefix = this.#prefix
    if (prefix === undefined || prefix.length > from) return contentOfStored(stored)
    return stored.sparse || stored.size > BLOCK ? new BlockContent(stored, prefix) : contentOfStored(stored)
  }
}

/** A memfs node that reads from content and cannot be changed; of a directory it has none. */
export class ContentNode extends Node {
  readonly #content: Content | undefined

  constructor(content: Content | undefined, ino: number = 0, mode: number = FILE_MODE) {
    super(ino, mode, 0, 0)
    this.#content = content
  }

  override getSize(): number {
    return this.#content?.size ?? 0
  }

  override getString(encoding: BufferEncoding = 'utf8'): string {
    return this.getBuffer().toString(encoding)
  }

  override getBuffer(): Buffer {
    const bytes = this.#content?.bytes() ?? new Uint8Array()
    return Buffer.from(bytes)
  }

  override read(
    target: ArrayBufferView,
    offset: number = 0,
    length: number = target.byteLength,
    at: number = 0,
  ): number {
    const into = new Uint8Array(target.buffer, target.byteOffset, target.byteLength)
    const room = Math.max(0, Math.min(length, into.length - offset))
    const bytes = this.#content?.read(at, room) ?? new Uint8Array()
    into.set(bytes, offset)
    return bytes.length
  }

  override setString(): never {
    return refuse('write')
  }

  override setBuffer(): never {
    return refuse('write')
  }

  override write(): never {
    return refuse('write')
  }

  override truncate(): never {
    return refuse('ftruncate')
  }

  override chmod(): never {
    return refuse('chmod')
  }

  override chown(): never {
    return refuse('chown')
  }

  override makeSymlink(): never {
    return refuse('symlink')
  }
}

function refuse(call: string): never {
  throw createError('EROFS', call)
}
