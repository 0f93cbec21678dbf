/** A share, as scenarios speak of it. */

import type { PinCategory } from '../../sim/mod.ts'
import type {
  ArrangeOptions,
  CacheExpectOptions,
  ClientOptions,
  PinOptions,
  SlowOptions,
  SparseOptions,
  UnpinOptions,
} from './handle-options.ts'
import type { Recorder } from './recorder.ts'
import { resolvePath } from './resolve-path.ts'
import { ServerHandle } from './server-handle.ts'
import { SideHandle } from './side-handle.ts'
import type { ConnectionWord, ExpectShowsStep } from './steps.ts'

/**
 * A share with its two sides. Paths are relative to it, or whole. What is about a client is about the first unless the
 * options name another.
 */
export class ShareHandle {
  /** `//server/share`. */
  readonly path: string
  /** The file server. */
  readonly server: ServerHandle
  /** The first client as its user sees it. */
  readonly local: SideHandle
  readonly #recorder: Recorder

  constructor(recorder: Recorder, path: string) {
    this.#recorder = recorder
    this.path = path
    this.server = new ServerHandle(recorder, path)
    this.local = new SideHandle(recorder, { share: path, side: 'local' })
  }

  /** The whole path of something on the share. */
  at(name: string): string {
    return resolvePath(name, this.path)
  }

  /** The share as the user of a named client sees it. */
  on(client: string): SideHandle {
    return new SideHandle(this.#recorder, { share: this.path, side: 'local', client })
  }

  /** Lets a client work online with the share. */
  goOnline(options: ClientOptions = {}): void {
    this.#recorder.add({ do: 'go-online', share: this.path, ...options })
  }

  /** Lets a client work offline with the share, by force. */
  goOffline(options: ClientOptions = {}): void {
    this.#recorder.add({ do: 'go-offline', share: this.path, ...options })
  }

  /** Gives a client a slow link to the share. */
  slow(options: SlowOptions = {}): void {
    this.#recorder.add({ do: 'slow', share: this.path, ...options })
  }

  /** Pins an item. */
  pin(path: string, options: PinOptions = {}): void {
    this.#recorder.add({ do: 'pin', path: this.at(path), ...options })
  }

  /** Takes a pin away. */
  unpin(path: string, options: UnpinOptions = {}): void {
    this.#recorder.add({ do: 'unpin', path: this.at(path), ...options })
  }

  /** Suspends a directory, or the share, with all below it. */
  suspend(path: string, options: ArrangeOptions = {}): void {
    this.#recorder.add({ do: 'suspend', path: this.at(path), ...options })
  }

  /** Releases a suspended directory or share. */
  release(path: string, options: ArrangeOptions = {}): void {
    this.#recorder.add({ do: 'release', path: this.at(path), ...options })
  }

  /** Makes the cached copy of a file incomplete, or leaves a directory incompletely listed. */
  sparse(path: string, options: SparseOptions = {}): void {
    this.#recorder.add({ do: 'sparse', path: this.at(path), ...options })
  }

  /** Leaves only the name of an item in the cache. */
  ghost(path: string, options: ArrangeOptions = {}): void {
    this.#recorder.add({ do: 'ghost', path: this.at(path), ...options })
  }

  /** Takes an item out of the cache. */
  evict(path: string, options: ArrangeOptions = {}): void {
    this.#recorder.add({ do: 'evict', path: this.at(path), ...options })
  }

  /** Caches an item because it was used, not because it is pinned. */
  autoCache(path: string, options: ArrangeOptions = {}): void {
    this.#recorder.add({ do: 'auto-cache', path: this.at(path), ...options })
  }

  /** Gives the cache an entry for an item without an original. */
  adopt(path: string, options: ArrangeOptions = {}): void {
    this.#recorder.add({ do: 'adopt', path: this.at(path), ...options })
  }

  /** Expects both sides to hold the same, on the whole share or below a path. */
  same(path = '', options: CacheExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-same', path: this.at(path), ...options })
  }

  /** Expects that the cache has changes of the item that are not synchronized. */
  dirty(path: string, options: CacheExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-dirty', path: this.at(path), dirty: true, ...options })
  }

  /** Expects that the cache has no such changes of the item. */
  clean(path: string, options: CacheExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-dirty', path: this.at(path), dirty: false, ...options })
  }

  /** Expects the item to be pinned in these categories and no others. */
  pinned(path: string, pins: readonly PinCategory[], options: CacheExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-pinned', path: this.at(path), pins, ...options })
  }

  /** Expects the engine to tell this of the item in its cache; what is left out is not looked at. */
  shows(path: string, shows: ExpectShowsStep['shows'], options: CacheExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-shows', path: this.at(path), shows, ...options })
  }

  /** Expects the engine to tell this of how the item stands: online, or offline for this reason. */
  connection(path: string, is: ConnectionWord, options: CacheExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-connection', path: this.at(path), is, ...options })
  }
}
