/** The blocks of a large or sparse file: a radix tree, so that two versions share every block but those that differ. */

/** Bytes of a block; the unit in which sparse files are allocated, as on NTFS with 4-KiB clusters. */
export const BLOCK = 65_536

const WIDTH = 32
const BITS = 5

/** A buffer that several versions of a block look at. */
interface Buffered {
  readonly bytes: Uint8Array
  /** Bytes some version has written; those behind are zero and may be written without a copy. */
  filled: number
}

/** One block at one moment: the first `length` bytes of a buffer, then zeros. It never changes. */
export class Block {
  readonly length: number
  readonly #buffered: Buffered

  private constructor(buffered: Buffered, length: number) {
    this.#buffered = buffered
    this.length = length
  }

  /** A block of bytes that nobody will write to any more. */
  static of(bytes: Uint8Array): Block {
    return new Block({ bytes, filled: bytes.length }, bytes.length)
  }

  /** The bytes up to `length`, not to be written to. */
  bytes(): Uint8Array {
    return this.#buffered.bytes.subarray(0, this.length)
  }

  /** The block with bytes written at an offset. What is written behind the end takes no copy of what is before it. */
  write(offset: number, bytes: Uint8Array): Block {
    const end = offset + bytes.length
    const length = Math.max(this.length, end)
    const { filled } = this.#buffered
    if (filled === this.length && offset >= filled && end <= this.#buffered.bytes.length) {
      this.#buffered.bytes.set(bytes, offset)
      this.#buffered.filled = end
      return new Block(this.#buffered, length)
    }
    // Most files are written once: room for more comes with the second writing.
    if (this.length === 0 && offset === 0) return Block.of(bytes.slice())
    const copy = new Uint8Array(roomFor(length))
    copy.set(this.bytes())
    copy.set(bytes, offset)
    return new Block({ bytes: copy, filled: length }, length)
  }

  /** The block with zeros from a length on. */
  cut(length: number): Block {
    if (length >= this.length) return this
    return length === 0 ? ZERO_BLOCK : new Block(this.#buffered, length)
  }
}

/** A block of zeros, which takes no memory. */
export const ZERO_BLOCK: Block = Block.of(new Uint8Array())

/** Room for `length` bytes and some more to come. */
function roomFor(length: number): number {
  let room = 4_096
  while (room < length) room *= 2
  return room
}

/** Up to 32 blocks, or 32 of the next level. */
class Inner {
  readonly slots: readonly (Inner | Block | undefined)[]
  /** Blocks below. */
  readonly count: number

  constructor(slots: readonly (Inner | Block | undefined)[]) {
    this.slots = slots
    let count = 0
    for (const slot of slots) count += countOf(slot)
    this.count = count
  }
}

/** An immutable table of blocks by their number; a number without a block is a hole. */
export class BlockTable {
  readonly #root: Inner | undefined
  /** The root's children hold 32 to the power of this many blocks. */
  readonly #level: number

  private constructor(root: Inner | undefined, level: number) {
    this.#root = root
    this.#level = level
  }

  /** A table without blocks. */
  static empty(): BlockTable {
    return new BlockTable(undefined, 0)
  }

  /** The number of blocks. */
  get count(): number {
    return countOf(this.#root)
  }

  /** The block with a number; `undefined` for a hole. */
  get(index: number): Block | undefined {
    if (index >= spanOf(this.#level + 1)) return undefined
    let slot: Inner | Block | undefined = this.#root
    for (let level = this.#level; slot instanceof Inner; level--) {
      slot = slot.slots[Math.floor(index / spanOf(level)) % WIDTH]
    }
    return slot
  }

  /** The table with one block put or replaced. */
  with(index: number, block: Block): BlockTable {
    return this.#change(index + 1, { from: index, to: index + 1, put: block })
  }

  /** The table with holes at `from` and all numbers up to, not including, `to`. */
  without(from: number, to: number): BlockTable {
    const end = Math.min(to, spanOf(this.#level + 1))
    return from >= end ? this : this.#change(end, { from, to: end, put: 'hole' })
  }

  /** The table with a block of zeros in every hole of a range. */
  filled(from: number, to: number): BlockTable {
    return from >= to ? this : this.#change(to, { from, to, put: 'zeros in holes' })
  }

  /** Calls a function with every block, in order. */
  forEach(visit: (block: Block, index: number) => void): void {
    visitSlot(this.#root, { level: this.#level + 1, first: 0, visit })
  }

  #change(size: number, change: Change): BlockTable {
    let root = this.#root
    let level = this.#level
    while (size > spanOf(level + 1)) {
      if (root !== undefined) root = new Inner([root])
      level++
    }
    const changed = changeSlot(root, { level: level + 1, first: 0 }, change)
    return new BlockTable(changed instanceof Inner ? changed : undefined, level)
  }
}

/** The table of a file that has no blocks. */
export const NO_BLOCKS: BlockTable = BlockTable.empty()

interface Change {
  readonly from: number
  readonly to: number
  readonly put: Block | 'hole' | 'zeros in holes'
}

function changeSlot(
  slot: Inner | Block | undefined,
  place: { readonly level: number; readonly first: number },
  change: Change,
): Inner | Block | undefined {
  const { level, first } = place
  const { from, to, put } = change
  const span = spanOf(level)
  if (to <= first || from >= first + span) return slot
  if (from <= first && first + span <= to) {
    if (put === 'hole') return undefined
    if (put !== 'zeros in holes') return put
    if (countOf(slot) === span) return slot
    if (slot === undefined) return zeros(level)
  }
  const slots = slot instanceof Inner ? slot.slots.slice() : []
  while (slots.length < WIDTH) slots.push(undefined)
  const width = spanOf(level - 1)
  const start = Math.max(0, Math.floor((from - first) / width))
  const end = Math.min(WIDTH, Math.ceil((to - first) / width))
  for (let i = start; i < end; i++) {
    slots[i] = changeSlot(slots[i], { level: level - 1, first: first + i * width }, change)
  }
  const inner = new Inner(slots)
  return inner.count === 0 ? undefined : inner
}

/** A subtree of zeros; its branches are one and the same. */
function zeros(level: number): Inner | Block {
  if (level === 0) return ZERO_BLOCK
  const below = zeros(level - 1)
  return new Inner(Array.from({ length: WIDTH }, () => below))
}

function visitSlot(
  slot: Inner | Block | undefined,
  walk: {
    readonly level: number
    readonly first: number
    readonly visit: (block: Block, index: number) => void
  },
): void {
  const { level, first, visit } = walk
  if (slot instanceof Block) visit(slot, first)
  else if (slot !== undefined) {
    slot.slots.forEach((child, i) =>
      visitSlot(child, { level: level - 1, first: first + i * spanOf(level - 1), visit })
    )
  }
}

function countOf(slot: Inner | Block | undefined): number {
  return slot === undefined ? 0 : slot instanceof Inner ? slot.count : 1
}

/** Blocks below a slot that many levels above the blocks. */
function spanOf(level: number): number {
  return 2 ** (BITS * level)
}
