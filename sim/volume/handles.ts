/** Open handles of a volume: which item or which staged bytes each is bound to, and what share modes allow. */

import type { Access, Contention, ShareMode } from '../port/mod.ts'
import type { Names } from './effect.ts'
import type { FileBytes } from './file-bytes.ts'
import type { StoredContent } from './memfs-content.ts'
import type { OpenHandle } from './open-handle.ts'

/** What a volume knows of an open handle. */
export interface HandleState extends OpenHandle {
  /** The item it is bound to, wherever that goes; `undefined` for staged bytes. */
  readonly id: number | undefined
  /** Keys of the item's path, which follow renames; staged bytes belong to their path. */
  keys: Names
  /** Key of the named stream that is open; `undefined` for the unnamed one. */
  readonly stream: string | undefined
  readonly contention: Contention
  /** What a snapshot handle reads; `undefined` for one that reads the file as it is. */
  readonly snapshot: StoredContent | undefined
  /** Bytes that are in no directory yet; `undefined` for a handle on an item. */
  staged: FileBytes | undefined
  /** Who makes the item, should it come into being by a commit. */
  readonly createdBy: string | undefined
  /** Somebody got the item although this handle was open: every later request fails with 32. */
  broken: boolean
}

/** What somebody wants to get at. */
export interface Target {
  /** The item; `undefined` when nothing has the name. */
  readonly id: number | undefined
  readonly keys: Names
  /** A named stream; `undefined` for the unnamed one, `whole` for the item with all of them. */
  readonly stream?: string | undefined
  readonly whole?: boolean
  readonly access: Access
  readonly share: ShareMode
  /** The number of a handle that is no rival. */
  readonly except?: number
}

/** What removing and renaming ask of the others who have an item open. */
export const AS_DELETE: Pick<Target, 'whole' | 'access' | 'share'> = {
  whole: true,
  access: 'delete',
  share: ['read', 'write', 'delete'],
}

/** The handles of one volume. */
export class HandleTable {
  readonly #open = new Map<number, HandleState>()
  #next: number

  constructor(next: number = 1) {
    this.#next = next
  }

  /** A copy for a forked volume. */
  fork(): HandleTable {
    const copy = new HandleTable(this.#next)
    for (const handle of this.#open.values()) copy.#open.set(handle.number, { ...handle })
    return copy
  }

  /** The number the next handle gets. */
  get next(): number {
    return this.#next
  }

  /** All handles, in the order they were opened. */
  get all(): readonly HandleState[] {
    return [...this.#open.values()]
  }

  /** Registers a new handle. */
  add(handle: Omit<HandleState, 'number' | 'broken'>): HandleState {
    const added = { ...handle, number: this.#next++, broken: false }
    this.#open.set(added.number, added)
    return added
  }

  /** Registers a handle as it was on the volume this one is made from. */
  restore(handle: HandleState): void {
    this.#open.set(handle.number, handle)
  }

  /** Finds an open handle. */
  get(number: number): HandleState | undefined {
    return this.#open.get(number)
  }

  /** Forgets a handle; staged bytes vanish with it. */
  close(number: number): void {
    this.#open.delete(number)
  }

  /** True when share modes forbid what somebody wants: a handle in the way that holds. */
  refuses(target: Target): boolean {
    if (this.#open.size === 0) return false
    return this.#rivals(target).some((handle) => handle.contention === 'hold')
  }

  /** Breaks the handles in the way; to be called when nothing refuses. */
  makeWay(target: Target): void {
    if (this.#open.size === 0) return
    for (const handle of this.#rivals(target)) handle.broken = true
  }

  /** Breaks all handles on an item, whatever they share: it is about to be no more. */
  breakAll(id: number): void {
    for (const handle of this.#open.values()) if (handle.id === id) handle.broken = true
  }

  /** True when an item is open. */
  isOpen(id: number): boolean {
    return this.#some((handle) => handle.id === id && !handle.broken)
  }

  /** True when an item is open and those who have it open do not yield. */
  isHeld(id: number): boolean {
    return this.#some((handle) => handle.id === id && !handle.broken && handle.contention === 'hold')
  }

  /** True when a named stream of an item is open. */
  hasOpenStream(id: number, stream: string): boolean {
    return this.#some((handle) => handle.id === id && handle.stream === stream && !handle.broken)
  }

  /** True when a handle is open on the item or on anything below it. */
  isOpenBelow(keys: Names): boolean {
    return this.#some((handle) => handle.id !== undefined && !handle.broken && startsWith(handle.keys, keys))
  }

  /** Lets handles follow an item to its new path; staged bytes belong to their path and stay. */
  follow(from: Names, to: Names): void {
    for (const handle of this.#open.values()) {
      if (handle.id !== undefined && startsWith(handle.keys, from)) {
        handle.keys = [...to, ...handle.keys.slice(from.length)]
      }
    }
  }

  #some(test: (handle: HandleState) => boolean): boolean {
    for (const handle of this.#open.values()) if (test(handle)) return true
    return false
  }

  #rivals(target: Target): readonly HandleState[] {
    const { access, share, except } = target
    return this.all.filter((handle) =>
      !handle.broken && handle.number !== except && meets(handle, target) &&
      !(allows(handle.share, access) && allows(share, handle.access))
    )
  }
}

function meets(handle: HandleState, { id, keys, stream, whole }: Target): boolean {
  if (handle.id === undefined) return stream === undefined && samePath(handle.keys, keys)
  return handle.id === id && (whole === true || handle.stream === stream)
}

function allows(share: ShareMode, access: Access): boolean {
  switch (access) {
    case 'read-write':
      return share.includes('read') && share.includes('write')
    default:
      return share.includes(access)
  }
}

function samePath(a: Names, b: Names): boolean {
  return a.length === b.length && startsWith(a, b)
}

function startsWith(keys: Names, prefix: Names): boolean {
  return prefix.every((key, i) => keys[i] === key)
}
