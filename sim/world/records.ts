/** The durable records of an engine: buckets of JSON values, each put atomic, shared between forks until changed. */

import type { Json } from '../port/mod.ts'
import { SortedMap } from '../collections/mod.ts'

/** One record with its place. */
export type PlacedRecord = readonly [bucket: string, key: string, value: Json]

/** The records of one bucket, and how others see them as long as they stay as they are. */
interface Bucket {
  readonly values: SortedMap<Json>
  listing: ReadonlyMap<string, Json> | undefined
}

/** What an engine has put on disk about its own work. */
export class RecordStore {
  readonly #buckets: SortedMap<Bucket>
  /** The buckets that nobody else holds: another fork, or who was handed one. */
  readonly #own: Set<string> = new Set()

  constructor(records: Iterable<PlacedRecord> = [], buckets: SortedMap<Bucket> = new SortedMap()) {
    this.#buckets = buckets
    for (const [bucket, key, value] of records) this.put(bucket, key, value)
  }

  /** A second store that starts as this one. */
  fork(): RecordStore {
    this.#own.clear()
    return new RecordStore([], this.#buckets.fork())
  }

  /** One record, or `undefined`. */
  get(bucket: string, key: string): Json | undefined {
    return this.#buckets.get(bucket)?.values.get(key)
  }

  /** All records of a bucket, in the order of their keys. The map handed out never changes, and is the same until they do. */
  list(bucket: string): ReadonlyMap<string, Json> {
    const found = this.#buckets.get(bucket)
    if (found === undefined) return NONE
    this.#own.delete(bucket)
    found.listing ??= Object.freeze(new Listing(found.values))
    return found.listing
  }

  /** Puts a record, or erases it. The value is frozen. */
  put(bucket: string, key: string, value: Json | undefined): void {
    const values = this.#writable(bucket)
    if (value === undefined) values.delete(key)
    else values.set(key, freeze(value))
  }

  /** Everything, as plain data, sorted: for comparing and printing. */
  all(): readonly PlacedRecord[] {
    return [...this.#buckets].flatMap(([name, bucket]) =>
      [...bucket.values].map(([key, value]) => [name, key, value] as const)
    )
  }

  #writable(name: string): SortedMap<Json> {
    const found = this.#buckets.get(name)
    if (found !== undefined && this.#own.has(name)) return found.values
    const values = found?.values.fork() ?? new SortedMap<Json>()
    this.#buckets.set(name, { values, listing: undefined })
    this.#own.add(name)
    return values
  }
}

/** A bucket as others see it: a map that nobody changes any more. */
class Listing implements ReadonlyMap<string, Json> {
  readonly #values: SortedMap<Json>
  /** The same as arrays, once somebody has gone through them. */
  #keys: readonly string[] | undefined
  #all: readonly Json[] | undefined

  constructor(values: SortedMap<Json>) {
    this.#values = values
  }

  get size(): number {
    return this.#values.size
  }

  get(key: string): Json | undefined {
    return this.#values.get(key)
  }

  has(key: string): boolean {
    return this.#values.has(key)
  }

  forEach(visit: (value: Json, key: string, map: ReadonlyMap<string, Json>) => void): void {
    this.#values.forEach((value, key) => visit(value, key, this))
  }

  keys(): MapIterator<string> {
    this.#keys ??= this.#values.keys()
    return this.#keys.values()
  }

  values(): MapIterator<Json> {
    this.#all ??= this.#values.values()
    return this.#all.values()
  }

  entries(): MapIterator<[string, Json]> {
    const entries: [string, Json][] = []
    this.#values.forEach((value, key) => entries.push([key, value]))
    return entries.values()
  }

  [Symbol.iterator](): MapIterator<[string, Json]> {
    return this.entries()
  }
}

function freeze(value: Json): Json {
  if (typeof value === 'object' && value !== null) {
    for (const part of Array.isArray(value) ? value : Object.values(value)) freeze(part)
    Object.freeze(value)
  }
  return value
}

const NONE: ReadonlyMap<string, Json> = Object.freeze(new Listing(new SortedMap()))
