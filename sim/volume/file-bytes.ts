/** The bytes of one stream at one moment, in blocks; every change makes a new value that shares what it leaves alone. */

import { BLOCK, Block, type BlockTable, NO_BLOCKS, ZERO_BLOCK } from './block-table.ts'
import type { ByteRange } from '../port/mod.ts'

/** The largest size of a stream: 16 TiB less 64 KiB, NTFS's limit with 4-KiB clusters. */
export const MAX_FILE_SIZE: number = 2 ** 44 - BLOCK

/** An immutable run of bytes of any size; a hole takes no memory. */
export class FileBytes {
  readonly size: number
  /** Holes are not allocated. Otherwise every byte is, though zeros take no memory here. */
  readonly sparse: boolean
  readonly #blocks: BlockTable

  private constructor(size: number, sparse: boolean, blocks: BlockTable) {
    this.size = size
    this.sparse = sparse
    this.#blocks = blocks
  }

  /** No bytes. */
  static empty(): FileBytes {
    return new FileBytes(0, false, NO_BLOCKS)
  }

  /** All of some bytes that nobody will write to any more: at most one block of them. */
  static ofBlock(bytes: Uint8Array): FileBytes {
    const blocks = bytes.length === 0 ? NO_BLOCKS : NO_BLOCKS.with(0, Block.of(bytes))
    return new FileBytes(bytes.length, false, blocks)
  }

  /** Bytes as they were taken apart by `forEachBlock`. */
  static restore(
    { size, sparse, blocks }: Pick<FileBytes, 'size' | 'sparse'> & {
      readonly blocks: readonly (readonly [index: number, block: Block])[]
    },
  ): FileBytes {
    let table = NO_BLOCKS
    for (const [index, block] of blocks) table = table.with(index, block)
    return new FileBytes(size, sparse, table)
  }

  /** The bytes with others written over them, or behind them. */
  write(offset: number, bytes: Uint8Array): FileBytes {
    if (bytes.length === 0) return this
    let blocks = this.#blocks
    const end = offset + bytes.length
    let at = offset
    while (at < end) {
      const index = Math.floor(at / BLOCK)
      const next = Math.min(end, (index + 1) * BLOCK)
      const part = bytes.subarray(at - offset, next - offset)
      blocks = blocks.with(index, (blocks.get(index) ?? ZERO_BLOCK).write(at % BLOCK, part))
      at = next
    }
    return new FileBytes(Math.max(this.size, end), this.sparse, blocks)
  }

  /** The bytes cut, or with zeros behind them. */
  resize(size: number): FileBytes {
    if (size >= this.size) return new FileBytes(size, this.sparse, this.#blocks)
    const last = Math.floor(size / BLOCK)
    const left = size % BLOCK
    const blocks = this.#blocks.without(left === 0 ? last : last + 1, Infinity)
    const partial = left === 0 ? undefined : blocks.get(last)
    const cut = partial === undefined ? blocks : blocks.with(last, partial.cut(left))
    return new FileBytes(size, this.sparse, cut)
  }

  /** The bytes with zeros in a range; of a sparse file whole blocks of zeros become holes. */
  zero(offset: number, length: number): FileBytes {
    const end = Math.min(offset + length, this.size)
    if (offset >= end) return this
    const from = Math.ceil(offset / BLOCK)
    const to = end === this.size ? Math.ceil(end / BLOCK) : Math.floor(end / BLOCK)
    const blocks = this.#blocks.without(from, to)
    const head = new FileBytes(this.size, this.sparse, blocks).#blank(offset, Math.min(end, from * BLOCK))
    return from > to ? head : head.#blank(to * BLOCK, end)
  }

  /** The bytes as a sparse file, all allocated that was; or as a plain one, which has no holes. */
  withSparse(on: boolean): FileBytes {
    if (on === this.sparse) return this
    const blocks = on ? this.#blocks.filled(0, Math.ceil(this.size / BLOCK)) : this.#blocks
    return new FileBytes(this.size, on, blocks)
  }

  /** A copy of at most `length` bytes from an offset on. */
  read(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, this.size)
    const bytes = new Uint8Array(Math.max(0, end - offset))
    for (let index = Math.floor(offset / BLOCK); index * BLOCK < end; index++) {
      const start = index * BLOCK
      const block = this.#blocks.get(index)?.bytes()
      if (block === undefined) continue
      const from = Math.max(0, offset - start)
      bytes.set(block.subarray(from, Math.max(from, end - start)), Math.max(0, start - offset))
    }
    return bytes
  }

  /** All bytes of at most one block, not to be written to. */
  whole(): Uint8Array {
    const block = this.#blocks.get(0)
    return block?.length === this.size ? block.bytes() : this.read(0, this.size)
  }

  /** Bytes allocated. */
  get allocated(): number {
    if (!this.sparse) return this.size
    const beyond = Math.ceil(this.size / BLOCK) * BLOCK - this.size
    const { count } = this.#blocks
    return count * BLOCK - (this.#blocks.get(Math.floor(this.size / BLOCK)) === undefined ? 0 : beyond)
  }

  /** The allocated ranges, in order, as long as they can be. */
  extents(): readonly ByteRange[] {
    if (!this.sparse) return this.size === 0 ? [] : [{ offset: 0, length: this.size }]
    const extents: { offset: number; length: number }[] = []
    this.#blocks.forEach((_, index) => {
      const offset = index * BLOCK
      const length = Math.min(BLOCK, this.size - offset)
      const last = extents.at(-1)
      if (last !== undefined && last.offset + last.length === offset) last.length += length
      else extents.push({ offset, length })
    })
    return extents
  }

  /** Calls a function with every block that is no hole, in order; its bytes are without zeros at the end. */
  forEachBlock(visit: (index: number, block: Block) => void): void {
    this.#blocks.forEach((block, index) => visit(index, block))
  }

  /** Writes zeros into one block, if there is one. */
  #blank(from: number, to: number): FileBytes {
    if (from >= to) return this
    const index = Math.floor(from / BLOCK)
    const block = this.#blocks.get(index)
    if (block === undefined) return this
    const start = from - index * BLOCK
    const end = Math.min(to - index * BLOCK, block.length)
    if (start >= end) return this
    const blank = end === block.length ? block.cut(start) : block.write(start, new Uint8Array(end - start))
    return new FileBytes(this.size, this.sparse, this.#blocks.with(index, blank))
  }
}

/** No bytes. */
export const NO_BYTES: FileBytes = FileBytes.empty()
