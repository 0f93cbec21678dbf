/** A sorted map that forks in no time: a B+ tree whose nodes two maps share until one of them changes. */

/** Entries of a leaf, children of a branch: at most this many. */
const WIDTH = 32

/** A node with fewer than this after a removal is joined to a neighbour that has room. */
const FEW = 8

interface Leaf<V> {
  /** The map that may change this node in place. */
  readonly owner: object
  readonly keys: string[]
  readonly values: V[]
  readonly children?: undefined
}

interface Branch<V> {
  readonly owner: object
  /** For each child but the first, a text no key below it comes before, and every key of those to its left does. */
  readonly keys: string[]
  readonly children: Node<V>[]
}

type Node<V> = Leaf<V> | Branch<V>

/** What a full node gave away: its right part, and the key that tells the two apart. */
interface Split<V> {
  readonly from: string
  readonly right: Node<V>
}

/**
 * A map from text to values, in the order of the keys' code units. `fork` takes constant time; afterwards a change to
 * either map copies a handful of nodes, however many entries there are. Looking up and changing take logarithmic time.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { SortedMap } from './sorted-map.ts'
 *
 * const map = new SortedMap<number>()
 * map.set('b', 2)
 * map.set('a', 1)
 * const fork = map.fork()
 * fork.delete('b')
 * assert.deepEqual([...map], [['a', 1], ['b', 2]])
 * assert.deepEqual([...fork.keys()], ['a'])
 * ```
 */
export class SortedMap<V> {
  #owner: object = {}
  #root: Node<V>
  #size: number

  /** An empty map, or one that starts with entries; of equal keys the last counts. */
  constructor(entries: Iterable<readonly [string, V]> = []) {
    this.#root = { owner: this.#owner, keys: [], values: [] }
    this.#size = 0
    for (const [key, value] of entries) this.set(key, value)
  }

  /** A second map that starts as this one; neither sees the other's later changes. Values are shared, not copied. */
  fork(): SortedMap<V> {
    const copy = new SortedMap<V>()
    copy.#root = this.#root
    copy.#size = this.#size
    this.#owner = {}
    return copy
  }

  /** The number of entries. */
  get size(): number {
    return this.#size
  }

  /** The value of a key, or `undefined`. */
  get(key: string): V | undefined {
    let node = this.#root
    while (node.children !== undefined) node = childAt(node, branchIndex(node.keys, key))
    const i = lowerBound(node.keys, key)
    return node.keys[i] === key ? node.values[i] : undefined
  }

  /** True when the key has a value, even `undefined`. */
  has(key: string): boolean {
    let node = this.#root
    while (node.children !== undefined) node = childAt(node, branchIndex(node.keys, key))
    return node.keys[lowerBound(node.keys, key)] === key
  }

  /** Puts a value under a key. */
  set(key: string, value: V): void {
    const root = this.#own(this.#root)
    this.#root = root
    const split = this.#insert(root, key, value)
    if (split === undefined) return
    this.#root = { owner: this.#owner, keys: [split.from], children: [root, split.right] }
  }

  /** Takes a key away; false when it was not there. */
  delete(key: string): boolean {
    if (!this.has(key)) return false
    const root = this.#own(this.#root)
    this.#root = root
    this.#remove(root, key)
    this.#size--
    const only = root.children?.length === 1 ? root.children[0] : undefined
    if (only !== undefined) this.#root = only
    return true
  }

  /** Calls a function with every entry, in order. The map is not to be changed meanwhile. */
  forEach(visit: (value: V, key: string) => void): void {
    visitNode(this.#root, visit)
  }

  /** All keys, in order. */
  keys(): string[] {
    const keys: string[] = []
    visitNode(this.#root, (_, key) => keys.push(key))
    return keys
  }

  /** All values, in the order of their keys. */
  values(): V[] {
    const values: V[] = []
    visitNode(this.#root, (value) => values.push(value))
    return values
  }

  /** All entries, in order, from the first whose key is not before `from`. */
  *entries(from: string = ''): IterableIterator<readonly [key: string, value: V]> {
    yield* entriesOf(this.#root, from)
  }

  [Symbol.iterator](): IterableIterator<readonly [key: string, value: V]> {
    return this.entries()
  }

  /** Puts an entry below a node of this map, which may have to be split. */
  #insert(node: Node<V>, key: string, value: V): Split<V> | undefined {
    if (node.children === undefined) {
      const { keys, values } = node
      const i = lowerBound(keys, key)
      if (keys[i] === key) {
        values[i] = value
        return undefined
      }
      keys.splice(i, 0, key)
      values.splice(i, 0, value)
      this.#size++
      return keys.length > WIDTH ? this.#splitLeaf(node, i) : undefined
    }
    const { keys, children } = node
    const i = branchIndex(keys, key)
    const child = this.#own(childAt(node, i))
    children[i] = child
    const split = this.#insert(child, key, value)
    if (split === undefined) return undefined
    keys.splice(i, 0, split.from)
    children.splice(i + 1, 0, split.right)
    return children.length > WIDTH ? this.#splitBranch(node, i) : undefined
  }

  /** Splits after an insertion at `at`: in the middle, or so that keys that come in order leave full nodes behind. */
  #splitLeaf(node: Leaf<V>, at: number): Split<V> {
    const cut = at === WIDTH ? WIDTH : WIDTH / 2
    const right = { owner: this.#owner, keys: node.keys.splice(cut), values: node.values.splice(cut) }
    return { from: right.keys[0] ?? '', right }
  }

  #splitBranch(node: Branch<V>, at: number): Split<V> {
    const cut = at === WIDTH - 1 ? WIDTH - 1 : WIDTH / 2
    const right = { owner: this.#owner, keys: node.keys.splice(cut), children: node.children.splice(cut) }
    return { from: node.keys.pop() ?? '', right }
  }

  #remove(node: Node<V>, key: string): void {
    if (node.children === undefined) {
      const i = lowerBound(node.keys, key)
      node.keys.splice(i, 1)
      node.values.splice(i, 1)
      return
    }
    const i = branchIndex(node.keys, key)
    const child = this.#own(childAt(node, i))
    node.children[i] = child
    this.#remove(child, key)
    if (lengthOf(child) >= FEW || node.children.length === 1) return
    this.#join(node, i === 0 ? 0 : i - 1)
  }

  /** Makes one child of two neighbours, if it has room. */
  #join(node: Branch<V>, i: number): void {
    const right = childAt(node, i + 1)
    if (lengthOf(childAt(node, i)) + lengthOf(right) > WIDTH) return
    const left = this.#own(childAt(node, i))
    const [between = ''] = node.keys.splice(i, 1)
    node.children.splice(i, 2, left)
    if (left.children === undefined && right.children === undefined) {
      left.keys.push(...right.keys)
      left.values.push(...right.values)
    } else if (left.children !== undefined && right.children !== undefined) {
      left.keys.push(between, ...right.keys)
      left.children.push(...right.children)
    }
  }

  #own(node: Node<V>): Node<V> {
    if (node.owner === this.#owner) return node
    const keys = node.keys.slice()
    return node.children === undefined
      ? { owner: this.#owner, keys, values: node.values.slice() }
      : { owner: this.#owner, keys, children: node.children.slice() }
  }
}

/** The first place whose key is not before `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = keys[middle]
    if (there !== undefined && there < key) low = middle + 1
    else high = middle
  }
  return low
}

/** The child of a branch below which a key belongs. */
function branchIndex(keys: readonly string[], key: string): number {
  const i = lowerBound(keys, key)
  return keys[i] === key ? i + 1 : i
}

function childAt<V>(node: Branch<V>, i: number): Node<V> {
  const child = node.children[i]
  if (child === undefined) throw new RangeError(`A branch of ${node.children.length} has no child ${i}`)
  return child
}

function lengthOf<V>(node: Node<V>): number {
  return node.children === undefined ? node.keys.length : node.children.length
}

function visitNode<V>(node: Node<V>, visit: (value: V, key: string) => void): void {
  if (node.children !== undefined) {
    for (const child of node.children) visitNode(child, visit)
    return
  }
  const { keys, values } = node
  values.forEach((value, i) => visit(value, keys[i] ?? ''))
}

function* entriesOf<V>(node: Node<V>, from: string): IterableIterator<readonly [string, V]> {
  if (node.children !== undefined) {
    for (let i = branchIndex(node.keys, from); i < node.children.length; i++) {
      yield* entriesOf(childAt(node, i), from)
    }
    return
  }
  const { keys, values } = node
  const start = lowerBound(keys, from)
  for (const [i, value] of values.entries()) {
    if (i >= start) yield [keys[i] ?? '', value]
  }
}
