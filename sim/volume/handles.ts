/** Open handles of a volume: share modes, staged bytes, and what a rename does to them. */

import type { Access, Contention, ShareMode } from '../port/mod.ts'
import type { Content } from './content.ts'

/** One open handle. */
export interface OpenHandle {
  readonly number: number
  /** Keys of the item's path; follows renames. */
  keys: readonly string[]
  /** Full path as asked for; for messages and addresses. */
  path: string
  readonly access: Access
  readonly share: ShareMode
  readonly contention: Contention
  /** What a snapshot handle reads; `undefined` for one that reads the file as it is. */
  readonly snapshot: Content | undefined
  /** Staged bytes; `undefined` for a handle on the file itself. */
  staged: Staged | undefined
  /** An application got the item although this handle was open: every later request fails with 32. */
  broken: boolean
}

/** Bytes that are in no directory yet. */
export interface Staged {
  bytes: Uint8Array
  size: number
}

/** The handles of one volume. */
export class HandleTable {
  readonly #open = new Map<number, OpenHandle>()

  /** A copy for a forked volume; staged bytes are copied with it. */
  fork(): HandleTable {
    const copy = new HandleTable()
    for (const handle of this.#open.values()) {
      const staged = handle.staged
      const own = staged === undefined
        ? undefined
        : { bytes: staged.bytes.slice(0, staged.size), size: staged.size }
      copy.#open.set(handle.number, { ...handle, staged: own })
    }
    return copy
  }

  /** Registers a handle. */
  add(handle: OpenHandle): void {
    this.#open.set(handle.number, handle)
  }

  /** Finds an open handle. */
  get(number: number): OpenHandle | undefined {
    return this.#open.get(number)
  }

  /** Forgets a handle; staged bytes vanish with it. */
  close(number: number): void {
    this.#open.delete(number)
  }

  /**
   * Makes way for `access` with `share` on an item: breaks handles that yield, and answers false when one that holds
   * forbids it.
   */
  admit(keys: readonly string[], access: Access, share: ShareMode): boolean {
    const rivals = [...this.#open.values()].filter((handle) =>
      !handle.broken && samePath(handle.keys, keys) &&
      !(allows(handle.share, access) && allows(share, handle.access))
    )
    if (rivals.some((handle) => handle.contention === 'hold')) return false
    for (const handle of rivals) handle.broken = true
    return true
  }

  /** True when a handle is open on the item or on anything below it. */
  isOpenBelow(keys: readonly string[]): boolean {
    return [...this.#open.values()].some((handle) =>
      handle.staged === undefined && startsWith(handle.keys, keys)
    )
  }

  /** Lets handles follow an item to its new path; staged bytes belong to their path and stay. */
  follow(from: readonly string[], to: readonly string[]): void {
    for (const handle of this.#open.values()) {
      if (handle.staged === undefined && startsWith(handle.keys, from)) {
        handle.keys = [...to, ...handle.keys.slice(from.length)]
      }
    }
  }
}

function allows(share: ShareMode, access: Access): boolean {
  switch (access) {
    case 'read-write':
      return share.includes('read') && share.includes('write')
    default:
      return share.includes(access)
  }
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && startsWith(a, b)
}

function startsWith(keys: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((key, i) => keys[i] === key)
}

/** Bytes with room for `needed`, the first `used` of them kept and the rest zero. */
export function grow(bytes: Uint8Array, used: number, needed: number): Uint8Array {
  if (needed <= bytes.length) {
    if (used < needed) bytes.fill(0, used, Math.max(used, Math.min(needed, bytes.length)))
    return bytes
  }
  const larger = new Uint8Array(Math.max(needed, bytes.length * 2))
  larger.set(bytes.subarray(0, used))
  return larger
}
