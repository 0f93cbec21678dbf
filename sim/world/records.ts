/** The durable records of an engine: buckets of JSON values, each put atomic, shared between forks until changed. */

import type { Json } from '../port/mod.ts'

interface Bucket {
  readonly values: Map<string, Json>
  /** Somebody else holds this very map: copy it before the next put. */
  shared: boolean
}

/** What an engine has put on disk about its own work. */
export class RecordStore {
  readonly #buckets: Map<string, Bucket>

  constructor(buckets: Map<string, Bucket> = new Map()) {
    this.#buckets = buckets
  }

  /** A second store that starts as this one. */
  fork(): RecordStore {
    for (const bucket of this.#buckets.values()) bucket.shared = true
    return new RecordStore(new Map([...this.#buckets].map(([name, bucket]) => [name, { ...bucket }])))
  }

  /** One record, or `undefined`. */
  get(bucket: string, key: string): Json | undefined {
    return this.#buckets.get(bucket)?.values.get(key)
  }

  /** All records of a bucket, in the order they were first put; the map handed out never changes. */
  list(bucket: string): ReadonlyMap<string, Json> {
    const found = this.#buckets.get(bucket)
    if (found === undefined) return NONE
    found.shared = true
    return found.values
  }

  /** Puts a record, or erases it. The value is frozen. */
  put(bucket: string, key: string, value: Json | undefined): void {
    const values = this.#writable(bucket)
    if (value === undefined) values.delete(key)
    else values.set(key, freeze(value))
  }

  /** Everything, as plain data, sorted: for comparing and printing. */
  all(): readonly (readonly [bucket: string, key: string, value: Json])[] {
    return [...this.#buckets].sort(byName).flatMap(([name, bucket]) =>
      [...bucket.values].sort(byName).map(([key, value]) => [name, key, value] as const)
    )
  }

  #writable(name: string): Map<string, Json> {
    const found = this.#buckets.get(name)
    if (found !== undefined && !found.shared) return found.values
    const values = new Map(found?.values)
    this.#buckets.set(name, { values, shared: false })
    return values
  }
}

function freeze(value: Json): Json {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) freeze(part)
    Object.freeze(value)
  }
  return value
}

const NONE: ReadonlyMap<string, Json> = new Map()

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
}
