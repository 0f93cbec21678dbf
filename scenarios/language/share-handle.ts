/** A share, as scenarios speak of it. */

import type { Recorder } from './recorder.ts'
import { resolvePath } from './resolve-path.ts'
import { type ExpectOptions, SideHandle } from './side-handle.ts'
import type { PinSpec } from './steps.ts'

/** A share with its two sides. Paths are relative to it, or whole. */
export class ShareHandle {
  /** `//server/share`. */
  readonly path: string
  /** The file server. */
  readonly server: SideHandle
  /** The client as its user sees it. */
  readonly local: SideHandle
  readonly #recorder: Recorder

  constructor(recorder: Recorder, path: string) {
    this.#recorder = recorder
    this.path = path
    this.server = new SideHandle(recorder, path, 'server')
    this.local = new SideHandle(recorder, path, 'local')
  }

  /** The whole path of something on the share. */
  at(name: string): string {
    return resolvePath(name, this.path)
  }

  /** Expects both sides to hold the same, on the whole share or below a path. */
  same(path = '', options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-same', path: this.at(path), ...options })
  }

  /** Expects that the cache has changes of the item that are not synchronized. */
  dirty(path: string, options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-dirty', path: this.at(path), dirty: true, ...options })
  }

  /** Expects that the cache has no such changes of the item. */
  clean(path: string, options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-dirty', path: this.at(path), dirty: false, ...options })
  }

  /** Expects the item to be pinned in these categories and no others. */
  pinned(path: string, pins: readonly Exclude<PinSpec, 'none'>[], options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-pinned', path: this.at(path), pins, ...options })
  }
}
