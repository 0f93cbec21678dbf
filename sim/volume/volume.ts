/** A Windows volume: the rules in front of the store. What each request does is in `rules-*.ts`. */

import {
  type ByteRange,
  type DirEntry,
  type Failed,
  type FileInfo,
  type InfoChange,
  isFailure,
  type Right,
} from '../port/mod.ts'
import type { CommitRequest, RemoveRequest, RenameRequest, SetInfoRequest, StreamEntry } from '../port/mod.ts'
import { ERROR, type Ticks } from '../windows/mod.ts'
import { collectTree } from './collect-tree.ts'
import type { Content, SparseBytes } from './content.ts'
import { dataOf, stateFrom } from './convert-data.ts'
import type { EffectListener, Names } from './effect.ts'
import { type HandleState, HandleTable } from './handles.ts'
import { checkExpectation, failed, withChange } from './info.ts'
import { Items } from './items.ts'
import type { JournalEntry } from './journal.ts'
import { viewOf } from './memfs-view.ts'
import type { OpenHandle, OpenOptions, StageOptions } from './open-handle.ts'
import { profileOf, type VolumeProfile } from './profile.ts'
import type { ReadOnlyFileSystem } from './read-only-file-system.ts'
import type { Rights, RightsChange } from './rights.ts'
import { commitStaged } from './rules-commit.ts'
import { type Move, removeItem, renameItem } from './rules-move.ts'
import { createdBy, openItem, stageBytes } from './rules-open.ts'
import { allowsAt, deniedAt, deniedIn, setRightsAt } from './rules-rights.ts'
import { findStream, listStreams, removeStream } from './rules-streams.ts'
import { changeBytes, rangesOf, readBytes, setSparse, setSparseAt } from './rules-write.ts'
import { Space, type Usage } from './space.ts'
import { storedContent } from './stored-content.ts'
import type { Tree } from './tree.ts'
import type { VolumeData } from './volume-data.ts'
import { closeHandle, heldBy, type VolumeState } from './volume-state.ts'

/** Options of a new volume. */
export interface VolumeOptions {
  /** The true time; the volume's own clock may be off, see its profile. */
  readonly now: () => Ticks
  /** How it differs from NTFS. Default: in nothing. */
  readonly profile?: Partial<VolumeProfile>
  /** Bytes it holds. Default: without limit. */
  readonly capacity?: number
  /** Bytes a user may own, by name. Default: nobody is limited. */
  readonly quotas?: Readonly<Record<string, number>>
}

/**
 * A volume with NTFS's rules, or those of a file server that differs from it. A request it refuses changes nothing and
 * answers with a Win32 code; everything else takes effect at once, as a whole.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { isFailure, Volume } from 'csclab/sim'
 *
 * const volume = Volume.create({ now: () => 0 })
 * volume.mkdir(['hq'])
 * const file = volume.open(['hq', 'Plan.txt'], { access: 'write', share: [], disposition: 'create' })
 * assert.ok(!isFailure(file))
 * volume.write(file, 0, new TextEncoder().encode('first draft'))
 * assert.deepEqual(volume.remove(['HQ', 'PLAN.TXT']), { kind: 'failed', code: 32 })
 * volume.close(file.number)
 * assert.equal(volume.contentOf(['HQ', 'PLAN.TXT'])?.size, 11)
 * ```
 */
export class Volume {
  readonly #state: VolumeState
  /** The whole tree, as long as nothing has changed. */
  #whole: { readonly version: number; readonly tree: Tree } | undefined

  private constructor(state: VolumeState) {
    this.#state = state
  }

  /**
   * An empty volume.
   *
   * @throws {CsclabError} `scenario` for a profile or a limit that no volume can have.
   */
  static create({ now, profile, capacity, quotas = {} }: VolumeOptions): Volume {
    const space = new Space(capacity, Object.entries(quotas))
    const items = Items.create(now, profileOf(profile), space)
    return new Volume({ items, handles: new HandleTable() })
  }

  /** A second volume that starts as this one, open handles included, and shares what neither has changed. */
  fork({ now }: Pick<VolumeOptions, 'now'>): Volume {
    const { items, handles } = this.#state
    return new Volume({ items: items.fork(now), handles: handles.fork() })
  }

  /**
   * A volume made of what `toData` gave; open handles included, it answers as that one did.
   *
   * @throws {CsclabError} `file` if the data is of another version.
   */
  static fromData(data: VolumeData, { now }: Pick<VolumeOptions, 'now'>): Volume {
    return new Volume(stateFrom(data, now))
  }

  /**
   * Everything about it as plain data, which JSON can hold: items with bytes, streams, rights and owners, limits, open
   * handles with what is staged. The journal's entries are left out; it goes on from its number.
   */
  toData(): VolumeData {
    return dataOf(this.#state)
  }

  /** How it differs from NTFS. */
  get profile(): VolumeProfile {
    return this.#state.items.profile
  }

  /** Calls a function with every effect from now on; `undefined` stops it. */
  listen(listener: EffectListener | undefined): void {
    this.#state.items.listen(listener)
  }

  /** The entries of the change journal after a number, oldest first. A fork goes on where its origin stood. */
  changes(since: number = 0): readonly JournalEntry[] {
    return this.#state.items.journal.since(since)
  }

  /** Lists a directory, sorted by key. The array is not to be changed and never changes. */
  list(path: Names): readonly DirEntry[] | Failed {
    const entry = this.#state.items.get(path)
    if (isFailure(entry)) return entry
    if (entry.index === undefined) return failed(ERROR.DIRECTORY)
    entry.listing ??= Object.freeze(entry.index.values().map((child) => child.line))
    return entry.listing
  }

  /** Looks at one item. */
  stat(path: Names): DirEntry | Failed {
    const entry = this.#state.items.get(path)
    return isFailure(entry) ? entry : entry.line
  }

  /** The content of a file, or of a named stream; `undefined` where there is none. */
  contentOf(path: Names, stream?: string): Content | undefined {
    const entry = this.#state.items.find(path)
    return stream === undefined ? entry?.content : findStream(entry, stream)?.content
  }

  /** Lists the named streams of an item, in the order of their folded names. */
  streams(path: Names): readonly StreamEntry[] | Failed {
    return listStreams(this.#state, path)
  }

  /** The whole tree below a path, as a plain list. */
  tree(below: Names = []): Tree {
    const { items } = this.#state
    const start = items.find(below)
    if (start === undefined) return new Map()
    if (below.length > 0) return collectTree(start, below)
    const { version } = items
    if (this.#whole?.version !== version) this.#whole = { version, tree: collectTree(start, below) }
    return this.#whole.tree
  }

  /**
   * This moment as the `fs` of Node, for tools that walk and read: `/` is the root, whatever would write fails with EROFS,
   * and what happens to the volume afterwards is not seen. Takes time in proportion to the number of items.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { Volume } from 'csclab/sim'
   *
   * const volume = Volume.create({ now: () => 0 })
   * volume.mkdir(['hq'])
   * volume.mkdir(['hq', 'docs'])
   * const fs = volume.fs()
   * assert.deepEqual(fs.readdirSync('/hq'), ['docs'])
   * assert.equal(fs.statSync('/hq/docs').mtime.toISOString(), '2010-01-04T09:00:00.000Z')
   * ```
   */
  fs(): ReadOnlyFileSystem {
    return viewOf(this.#state.items.root)
  }

  /**
   * Opens a file or a named stream; the handle stays with the item, whatever its name becomes. Refused with 2 or 3
   * (missing), 5 (a directory, READONLY for writing, waiting to be removed), 32 (share modes), 80 (`create`), 123, 206.
   */
  open(path: Names, options: OpenOptions): OpenHandle | Failed {
    return openItem(this.#state, path, options)
  }

  /** Opens staged bytes for a path: in no directory, counted nowhere, gone with the handle. */
  stage(path: Names, options: StageOptions = {}): OpenHandle | Failed {
    return stageBytes(this.#state, path, options)
  }

  /** Finds a handle that may still be used: 6 when there is none, 32 when it was broken. */
  handle(number: number): OpenHandle | Failed {
    return this.#handle({ number })
  }

  /** What an open handle's item is now. */
  infoOf(handle: Pick<OpenHandle, 'number'>): FileInfo | Failed {
    return this.#with(handle, (own) => heldBy(this.#state, own)?.line.info ?? failed(ERROR.INVALID_HANDLE))
  }

  /** Reads from a file. */
  read(handle: Pick<OpenHandle, 'number'>, offset: number, length: number): Uint8Array | Failed {
    return this.#with(handle, (own) => readBytes(this.#state, own, { offset, length }))
  }

  /**
   * Writes into a file, visible at once, or into staged bytes. Refused with 5 (not opened for that), 87 (beyond `MAX_FILE_SIZE`),
   * 112 (the disk is full), 1295 (the owner's quota).
   */
  write(handle: Pick<OpenHandle, 'number'>, offset: number, bytes: Uint8Array): Failed | undefined {
    const change = { from: offset, to: offset + bytes.length }
    return this.#with(
      handle,
      (own) => changeBytes(this.#state, own, { ...change, make: (old) => old.write(offset, bytes) }),
    )
  }

  /** Cuts a file or staged bytes to a size, or adds zeros; refused as `write` is. */
  truncate(handle: Pick<OpenHandle, 'number'>, size: number): Failed | undefined {
    return this.#with(
      handle,
      (own) => changeBytes(this.#state, own, { from: size, to: size, make: (old) => old.resize(size) }),
    )
  }

  /** The ranges of a file, or of staged bytes, that take room; everything else of it reads as zeros. */
  ranges(handle: Pick<OpenHandle, 'number'>): readonly ByteRange[] | Failed {
    return this.#with(handle, (own) => rangesOf(this.#state, own))
  }

  /** Puts zeros into a range, up to the end of the file; of a sparse file whole 64-KiB blocks are given back. */
  zero(handle: Pick<OpenHandle, 'number'>, offset: number, length: number): Failed | undefined {
    return this.#with(handle, (own) =>
      changeBytes(this.#state, own, {
        from: offset,
        to: offset + length,
        make: (old) => old.zero(offset, length),
      }))
  }

  /**
   * Makes a file sparse, so that what is never written takes no room (SPARSE_FILE); or plain, so that all of it does: then
   * refused with 112 or 1295 where there is none.
   */
  setSparse(on: Names | Pick<OpenHandle, 'number'>, sparse: boolean): Failed | undefined {
    return 'number' in on
      ? this.#with(on, (own) => setSparse(this.#state, own, sparse))
      : setSparseAt(this.#state, on, sparse)
  }

  /** Makes staged bytes the content of their file, in one step; streams, rights and id stay. */
  commit(
    handle: Pick<OpenHandle, 'number'>,
    options: Pick<CommitRequest, 'expect' | 'info'>,
  ): FileInfo | Failed {
    return this.#with(handle, (own) => commitStaged(this.#state, own, options))
  }

  /** Gives a handle back; what was to be removed with its last handle goes. */
  close(number: number): Failed | undefined {
    return closeHandle(this.#state, number)
  }

  /** Sets attributes and times. */
  setInfo(path: Names, options: Pick<SetInfoRequest, 'info' | 'expect'>): FileInfo | Failed {
    const { items } = this.#state
    const entry = items.get(path)
    if (isFailure(entry)) return entry
    const refused = checkExpectation(options.expect ?? 'any', entry.line.info)
    if (refused !== undefined) return refused
    return items.update(
      items.keysOf(path),
      { info: withChange(entry.line.info, options.info, items.clock) },
      'info',
    )
  }

  /** Makes a directory. */
  mkdir(path: Names, change: InfoChange = {}, options: Pick<StageOptions, 'as'> = {}): FileInfo | Failed {
    const { items } = this.#state
    const found = items.find(path)
    if (found !== undefined) {
      return failed(items.isPending(found) ? ERROR.DELETE_PENDING : ERROR.ALREADY_EXISTS)
    }
    const refused = items.refusesNew(path)
    return refused ?? items.create(path, { content: undefined, change, createdBy: createdBy(options) })
  }

  /** Moves an item to another name. */
  rename(path: Names, to: Names, options: Pick<RenameRequest, 'replace' | 'expect'>): FileInfo | Failed {
    const move: Move = { ...options, to }
    return renameItem(this.#state, path, move)
  }

  /** Removes a file or an empty directory. */
  remove(path: Names, options: Pick<RemoveRequest, 'expect' | 'ignoreReadonly'> = {}): Failed | undefined {
    return removeItem(this.#state, path, options)
  }

  /** Removes a named stream: refused with 2 (none), 5 (READONLY), 32 (somebody has it open), 123. */
  removeStream(path: Names, stream: string): Failed | undefined {
    return removeStream(this.#state, path, stream)
  }

  /**
   * Sets what an item says about a user's rights; its change time moves, nothing else (F53). The volume stores rights and
   * tells what they come to, but who asks it does not know: it enforces none.
   */
  setRights(path: Names, user: string, change: RightsChange): FileInfo | Failed {
    return setRightsAt(this.#state, path, { user, change })
  }

  /** What an item itself says, by user; nothing for one that is not there. */
  rightsOf(path: Names): ReadonlyMap<string, Rights> {
    return this.#state.items.find(path)?.extras?.rights ?? new Map()
  }

  /** True unless the nearest item, from the path upwards, that says something about this right for the user denies it. */
  allows(path: Names, user: string, right: Right): boolean {
    return allowsAt(this.#state, path, { user, right })
  }

  /** What a user may not do with an item. */
  denied(path: Names, user: string): readonly Right[] {
    return deniedAt(this.#state, path, user)
  }

  /** What a user may not do with the items of a directory, by their names; items with all rights are left out. */
  deniedIn(path: Names, user: string): ReadonlyMap<string, readonly Right[]> {
    return deniedIn(this.#state, path, user)
  }

  /**
   * Sets the capacity in bytes, or takes it away. What is above it stays; it only cannot grow.
   *
   * @throws {CsclabError} `scenario` if it is no number of bytes.
   */
  limit({ capacity }: { readonly capacity: number | undefined }): void {
    this.#state.items.space.limit(capacity)
  }

  /**
   * Sets how many bytes a user may own, or takes the limit away.
   *
   * @throws {CsclabError} `scenario` if it is no number of bytes.
   */
  limitUser(user: string, bytes: number | undefined): void {
    this.#state.items.space.limitUser(user, bytes)
  }

  /** What is used, and by whom. */
  usage(): Usage {
    return this.#state.items.space.usage()
  }

  /**
   * Lays an item as a world's first state has it, with the information given and no rule asked but the names': ids are
   * new, parents' times stay as they are, no listener hears of it and the journal says nothing.
   */
  lay(
    path: Names,
    info: Omit<FileInfo, 'id'>,
    content: Uint8Array | SparseBytes | undefined,
  ): Failed | undefined {
    const { items } = this.#state
    const refused = items.find(path) === undefined ? items.refusesNew(path) : failed(ERROR.ALREADY_EXISTS)
    if (refused !== undefined) return refused
    items.lay(path, info, content === undefined ? undefined : storedContent(content))
    return undefined
  }

  #handle({ number }: Pick<OpenHandle, 'number'>): HandleState | Failed {
    const handle = this.#state.handles.get(number)
    if (handle === undefined) return failed(ERROR.INVALID_HANDLE)
    return handle.broken ? failed(ERROR.SHARING_VIOLATION) : handle
  }

  #with<T>(handle: Pick<OpenHandle, 'number'>, act: (own: HandleState) => T): T | Failed {
    const own = this.#handle(handle)
    return isFailure(own) ? own : act(own)
  }
}
