/** A Windows volume: the rules in front of the store. Names, times, handles and refusals are decided here. */

import type {
  CommitRequest,
  DirEntry,
  Failed,
  FileInfo,
  InfoChange,
  OpenRequest,
  RemoveRequest,
  RenameRequest,
  SetInfoRequest,
  StageRequest,
} from '../port/mod.ts'
import { ATTRIBUTE, ERROR, SETTABLE, type Ticks, uncOf } from '../windows/mod.ts'
import { grow, HandleTable, type OpenHandle } from './handles.ts'
import { checkExpectation, failed, withChange } from './info.ts'
import { collectTree } from './collect-tree.ts'
import type { Content } from './content.ts'
import type { EffectListener, Names } from './effect.ts'
import { Items, keysOf } from './items.ts'
import { type Entry, inListingOrder } from './memfs-store.ts'
import type { Tree } from './tree.ts'

/** Options of a new volume. */
export interface VolumeOptions {
  /** The volume's clock. */
  readonly now: () => Ticks
}

interface VolumeParts {
  readonly items: Items
  readonly handles: HandleTable
  readonly nextHandle: number
}

/** A volume with NTFS's rules. Requests that it refuses change nothing and answer with a Win32 code. */
export class Volume {
  readonly #items: Items
  readonly #handles: HandleTable
  readonly #now: () => Ticks
  #nextHandle: number
  /** The whole tree, as long as nothing has changed. */
  #whole: { readonly version: number; readonly tree: Tree } | undefined

  private constructor(now: () => Ticks, parts: VolumeParts) {
    this.#now = now
    this.#items = parts.items
    this.#handles = parts.handles
    this.#nextHandle = parts.nextHandle
  }

  /** An empty volume. */
  static create({ now }: VolumeOptions): Volume {
    return new Volume(now, { items: Items.create(now), handles: new HandleTable(), nextHandle: 1 })
  }

  /** A second volume that starts as this one, open handles included, and shares what neither has changed. */
  fork({ now }: VolumeOptions): Volume {
    const nextHandle = this.#nextHandle
    return new Volume(now, { items: this.#items.fork(now), handles: this.#handles.fork(), nextHandle })
  }

  /** Calls a function with every effect from now on; `undefined` stops it. */
  listen(listener: EffectListener | undefined): void {
    this.#items.listen(listener)
  }

  /** Lists a directory, sorted by key. The array is not to be changed and never changes. */
  list(path: Names): readonly DirEntry[] | Failed {
    const entry = this.#items.find(path)
    if (entry === undefined) return this.#items.absent(path)
    if (entry.line.info.type === 'file') return failed(ERROR.DIRECTORY)
    entry.listing ??= Object.freeze([...entry.byKey.values()].map((child) => child.line).sort(inListingOrder))
    return entry.listing
  }

  /** Looks at one item. */
  stat(path: Names): DirEntry | Failed {
    return this.#items.find(path)?.line ?? this.#items.absent(path)
  }

  /** The content of a file; `undefined` for anything else. */
  contentOf(path: Names): Content | undefined {
    return this.#items.find(path)?.content
  }

  /** The whole tree below a path, as a plain list. */
  tree(below: Names = []): Tree {
    const start = this.#items.find(below)
    if (start === undefined) return new Map()
    if (below.length > 0) return collectTree(start, below)
    const { version } = this.#items
    if (this.#whole?.version !== version) this.#whole = { version, tree: collectTree(start, below) }
    return this.#whole.tree
  }

  /** Opens a file. */
  open(path: Names, options: Omit<OpenRequest, 'kind' | 'on' | 'path'>): OpenHandle | Failed {
    const entry = this.#items.find(path)
    if (entry === undefined) {
      if (options.disposition === 'open') return this.#items.absent(path)
      const refused = this.#items.refusesNew(path)
      if (refused !== undefined) return refused
      this.#items.create(path, this.#items.contentOf(new Uint8Array()), {})
    } else {
      if (options.disposition === 'create') return failed(ERROR.FILE_EXISTS)
      const { info } = entry.line
      const writes = options.access === 'write' || options.access === 'read-write'
      if (info.type === 'directory') return failed(ERROR.ACCESS_DENIED)
      if (writes && (info.attributes & ATTRIBUTE.READONLY) !== 0) return failed(ERROR.ACCESS_DENIED)
      if (!this.#handles.admit(keysOf(path), options.access, options.share)) {
        return failed(ERROR.SHARING_VIOLATION)
      }
    }
    const snapshot = options.snapshot === true ? this.contentOf(path) : undefined
    return this.#newHandle(path, { ...options, staged: undefined, snapshot })
  }

  /** Opens staged bytes for a path. */
  stage(path: Names, options: Pick<StageRequest, 'contention'>): OpenHandle | Failed {
    const entry = this.#items.find(path)
    const refused = entry === undefined ? this.#items.refusesNew(path) : undefined
    if (refused !== undefined) return refused
    if (entry?.line.info.type === 'directory') return failed(ERROR.ACCESS_DENIED)
    const access = { access: 'write', share: ['read'] } as const
    if (!this.#handles.admit(keysOf(path), access.access, access.share)) {
      return failed(ERROR.SHARING_VIOLATION)
    }
    return this.#newHandle(path, {
      ...access,
      ...options,
      staged: { bytes: new Uint8Array(), size: 0 },
      snapshot: undefined,
    })
  }

  /** Finds a handle that may still be used. */
  handle(number: number): OpenHandle | Failed {
    const handle = this.#handles.get(number)
    if (handle === undefined) return failed(ERROR.INVALID_HANDLE)
    return handle.broken ? failed(ERROR.SHARING_VIOLATION) : handle
  }

  /** What an open handle's file is now. */
  infoOf(handle: OpenHandle): FileInfo | Failed {
    return this.#items.at(handle.keys)?.line.info ?? failed(ERROR.INVALID_HANDLE)
  }

  /** Reads from a file. */
  read(handle: OpenHandle, offset: number, length: number): Uint8Array | Failed {
    if (handle.access !== 'read' && handle.access !== 'read-write') return failed(ERROR.ACCESS_DENIED)
    const content = handle.snapshot ?? this.#items.at(handle.keys)?.content
    return content === undefined
      ? failed(ERROR.INVALID_HANDLE)
      : content.bytes().slice(offset, offset + length)
  }

  /** Writes into a file, or into staged bytes. */
  write(handle: OpenHandle, offset: number, bytes: Uint8Array): Failed | undefined {
    if (handle.access !== 'write' && handle.access !== 'read-write') return failed(ERROR.ACCESS_DENIED)
    const { staged } = handle
    if (staged !== undefined) {
      staged.bytes = grow(staged.bytes, staged.size, offset + bytes.length)
      staged.bytes.set(bytes, offset)
      staged.size = Math.max(staged.size, offset + bytes.length)
      return undefined
    }
    return this.#rewrite(handle, (old) => {
      const next = new Uint8Array(Math.max(old.length, offset + bytes.length))
      next.set(old)
      next.set(bytes, offset)
      return next
    })
  }

  /** Cuts or fills a file, or staged bytes, to a size. */
  truncate(handle: OpenHandle, size: number): Failed | undefined {
    if (handle.access !== 'write' && handle.access !== 'read-write') return failed(ERROR.ACCESS_DENIED)
    const { staged } = handle
    if (staged !== undefined) {
      staged.bytes = grow(staged.bytes, Math.min(staged.size, size), size)
      staged.size = size
      return undefined
    }
    return this.#rewrite(handle, (old) => {
      const next = new Uint8Array(size)
      next.set(old.subarray(0, size))
      return next
    })
  }

  /** Makes staged bytes the content of their file, in one step. */
  commit(handle: OpenHandle, options: Pick<CommitRequest, 'expect' | 'info'>): FileInfo | Failed {
    const { staged } = handle
    if (staged === undefined) return failed(ERROR.INVALID_HANDLE)
    const entry = this.#items.at(handle.keys)
    const refused = checkExpectation(options.expect, entry?.line.info)
    if (refused !== undefined) return refused
    if (entry?.line.info.type === 'directory') return failed(ERROR.ACCESS_DENIED)
    const content = this.#items.contentOf(staged.bytes.subarray(0, staged.size))
    const names = handle.path.slice(2).split('\\')
    if (entry === undefined) {
      const absent = this.#items.refusesNew(names)
      if (absent !== undefined) return absent
      this.#handles.close(handle.number)
      return this.#items.create(names, content, options.info ?? {})
    }
    this.#handles.close(handle.number)
    const now = this.#now()
    const written = { ...entry.line.info, size: content.size }
    const times = { lastWrite: now, ...options.info }
    return this.#items.update(handle.keys, withChange(written, times, now), content)
  }

  /** Gives a handle back. */
  close(number: number): Failed | undefined {
    if (this.#handles.get(number) === undefined) return failed(ERROR.INVALID_HANDLE)
    this.#handles.close(number)
    return undefined
  }

  /** Sets attributes and times. */
  setInfo(path: Names, options: Pick<SetInfoRequest, 'info' | 'expect'>): FileInfo | Failed {
    const entry = this.#items.find(path)
    if (entry === undefined) return this.#items.absent(path)
    const refused = checkExpectation(options.expect ?? 'any', entry.line.info)
    return refused ?? this.#items.update(keysOf(path), withChange(entry.line.info, options.info, this.#now()))
  }

  /** Makes a directory. */
  mkdir(path: Names, info: InfoChange = {}): FileInfo | Failed {
    if (this.#items.find(path) !== undefined) return failed(ERROR.ALREADY_EXISTS)
    return this.#items.refusesNew(path) ?? this.#items.create(path, undefined, info)
  }

  /** Moves an item to another name. */
  rename(path: Names, to: Names, options: Pick<RenameRequest, 'replace' | 'expect'>): FileInfo | Failed {
    const entry = this.#items.find(path)
    if (entry === undefined) return this.#items.absent(path)
    const unexpected = checkExpectation(options.expect ?? 'any', entry.line.info)
    if (unexpected !== undefined) return unexpected
    const from = keysOf(path)
    const target = keysOf(to)
    const onItself = from.join('\\') === target.join('\\')
    const inTheWay = onItself ? undefined : this.#items.find(to)
    const refused = this.#refusesRename(entry, { from, target, to, replace: options.replace }, inTheWay)
    if (refused !== undefined) return refused
    if (inTheWay !== undefined) this.#items.remove(to)
    const info = this.#items.move(path, to)
    this.#handles.follow(from, target)
    return info
  }

  /** Removes a file or an empty directory. */
  remove(path: Names, options: Pick<RemoveRequest, 'expect' | 'ignoreReadonly'> = {}): Failed | undefined {
    const entry = this.#items.find(path)
    if (entry === undefined) return this.#items.absent(path)
    const refused = checkExpectation(options.expect ?? 'any', entry.line.info)
    if (refused !== undefined) return refused
    if (entry.byKey.size > 0) return failed(ERROR.DIR_NOT_EMPTY)
    const protectedItem = (entry.line.info.attributes & ATTRIBUTE.READONLY) !== 0 &&
      options.ignoreReadonly !== true
    if (protectedItem) return failed(ERROR.ACCESS_DENIED)
    if (!this.#handles.admit(keysOf(path), 'delete', ['read', 'write', 'delete'])) {
      return failed(ERROR.SHARING_VIOLATION)
    }
    this.#items.remove(path)
    return undefined
  }

  /**
   * Lays an item as a world's first state has it, with the information given and no rule asked but the names': ids are
   * new, parents' times stay as they are, no listener hears of it.
   */
  lay(
    path: Names,
    info: Omit<FileInfo, 'id'>,
    content: Uint8Array | undefined,
  ): Failed | undefined {
    const refused = this.#items.find(path) === undefined
      ? this.#items.refusesNew(path)
      : failed(ERROR.ALREADY_EXISTS)
    if (refused !== undefined) return refused
    this.#items.lay(path, info, content === undefined ? undefined : this.#items.contentOf(content))
    return undefined
  }

  #refusesRename(
    entry: Entry,
    move: { readonly from: Names; readonly target: Names; readonly to: Names; readonly replace: boolean },
    inTheWay: Entry | undefined,
  ): Failed | undefined {
    const { from, target, to, replace } = move
    if (target.length > from.length && from.every((key, i) => target[i] === key)) {
      return failed(ERROR.ACCESS_DENIED)
    }
    const refused = this.#items.refusesNew(to)
    if (refused !== undefined) return refused
    if (inTheWay !== undefined) {
      if (!replace) return failed(ERROR.ALREADY_EXISTS)
      const readonly = (inTheWay.line.info.attributes & ATTRIBUTE.READONLY) !== 0
      if (entry.line.info.type === 'directory' || inTheWay.line.info.type === 'directory' || readonly) {
        return failed(ERROR.ACCESS_DENIED)
      }
      if (!this.#handles.admit(target, 'delete', ['read', 'write', 'delete'])) {
        return failed(ERROR.SHARING_VIOLATION)
      }
    }
    if (entry.line.info.type === 'directory' && this.#handles.isOpenBelow(from)) {
      return failed(ERROR.ACCESS_DENIED)
    }
    return this.#handles.admit(from, 'delete', ['read', 'write', 'delete'])
      ? undefined
      : failed(ERROR.SHARING_VIOLATION)
  }

  #rewrite(handle: OpenHandle, change: (old: Uint8Array) => Uint8Array): Failed | undefined {
    const entry = this.#items.at(handle.keys)
    if (entry?.content === undefined) return failed(ERROR.INVALID_HANDLE)
    const content = this.#items.contentOf(change(entry.content.bytes()))
    const now = this.#now()
    const { info } = entry.line
    const attributes = (info.attributes | ATTRIBUTE.ARCHIVE) & SETTABLE
    this.#items.update(
      handle.keys,
      withChange({ ...info, size: content.size }, { lastWrite: now, attributes }, now),
      content,
    )
    return undefined
  }

  #newHandle(
    path: Names,
    options: Pick<OpenHandle, 'access' | 'share' | 'staged' | 'snapshot'> & Pick<StageRequest, 'contention'>,
  ): OpenHandle {
    const { access, share, staged, snapshot, contention = 'hold' } = options
    const number = this.#nextHandle++
    const handle = {
      number,
      keys: keysOf(path),
      path: uncOf(path),
      access,
      share,
      contention,
      staged,
      snapshot,
      broken: false,
    }
    this.#handles.add(handle)
    return handle
  }
}
