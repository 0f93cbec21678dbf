/** Makes one moment of a volume into a file system of memfs that can be read and not written. */

import './memfs-process.ts'
import { createRequire } from 'node:module'
import { createError, Link, Superblock } from '@jsonjoy.com/fs-core'
import type * as Memfs from 'memfs'
import { CsclabError } from '../errors.ts'
import type { FileInfo } from '../port/mod.ts'
import { ATTRIBUTE, EPOCH_FILETIME, MILLISECOND, type Ticks } from '../windows/mod.ts'
import { answerAsNode } from './memfs-as-node.ts'
import { ContentNode, DIRECTORY_MODE, FILE_MODE, READONLY_MODE, type StoredContent } from './memfs-content.ts'
import type { Entry } from './memfs-store.ts'
import type { ReadOnlyFileSystem } from './read-only-file-system.ts'

/** The FILETIME of 1970-01-01. */
const UNIX_EPOCH = 116_444_736_000_000_000n

const EPOCH_UNIX_MS = Number((EPOCH_FILETIME - UNIX_EPOCH) / BigInt(MILLISECOND))

/** Open flags that ask for more than reading: O_WRONLY, O_RDWR, O_CREAT, O_TRUNC and O_APPEND on Linux, memfs's model. */
const WRITING = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000

/** The bit of an access mode that asks for writing. */
const W_OK = 2

/** Functions that read; whatever else a file system has fails. */
const READING: ReadonlySet<string> = new Set(
  ('close createReadStream exists fdatasync fstat fsync glob lstat openAsBlob opendir read readFile readdir readlink ' +
    'readv realpath stat statfs unwatchFile watch watchFile ' +
    'Dir Dirent FSWatcher FileReadStream ReadStream StatWatcher Stats').split(' '),
)

/** What memfs's objects have that leads behind the view. */
const HIDDEN: ReadonlySet<string> = new Set(['__vol', '_toUnixTimestamp', 'fs', 'FileHandle'])

type Call = (...args: readonly unknown[]) => unknown

/** How a function answers. */
type Manner = 'sync' | 'callback' | 'promise'

/** A read-only file system over an entry and all below it. */
export function viewOf(root: Entry): ReadOnlyFileSystem {
  const core = new ViewCore({ process: VIEW_PROCESS })
  core.root = linkAll(core, undefined, root)
  const { Volume, createFsFromVolume } = loadMemfs()
  const volume = new Volume(core)
  answerAsNode(volume, core.allocated)
  const whole = createFsFromVolume(volume)
  const promises = refuseWriting(whole.promises, () => 'promise')
  const view = {
    ...refuseWriting(whole, (name) => name.endsWith('Sync') ? 'sync' : 'callback'),
    constants: { ...whole.constants },
    promises,
  }
  if (!isFileSystem(view)) {
    throw new CsclabError('file', 'This version of memfs makes no file system that csclab knows', {
      hint: 'Install the versions that package.json names',
    })
  }
  return view
}

/** memfs, loaded when it is first needed: most programs never look at a volume this way. */
function loadMemfs(): typeof Memfs {
  return createRequire(import.meta.url)('memfs')
}

function isFileSystem(view: object): view is ReadOnlyFileSystem {
  return ['readFileSync', 'readdirSync', 'statSync', 'openSync', 'createReadStream'].every((name) =>
    typeof Reflect.get(view, name) === 'function'
  )
}

/** A copy of a memfs object whose writing functions fail with EROFS. */
function refuseWriting(whole: object, mannerOf: (name: string) => Manner): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const name of Object.keys(whole)) {
    const value: unknown = Reflect.get(whole, name)
    if (HIDDEN.has(name)) continue
    const manner = mannerOf(name)
    const call = name.replace(/Sync$/, '')
    if (!isCall(value)) kept[name] = value
    else if (call === 'access') kept[name] = refusingWriteAccess(value, manner)
    else if (call === 'open') kept[name] = openingToRead(value)
    else kept[name] = READING.has(call) ? value : refusing(call, manner)
  }
  return kept
}

function isCall(value: unknown): value is Call {
  return typeof value === 'function'
}

/** A function, or class, that fails. */
function refusing(call: string, manner: Manner): Call {
  return function refuse(...args: readonly unknown[]): unknown {
    const [path] = args
    const error = createError('EROFS', call, typeof path === 'string' ? path : '')
    if (manner === 'promise') return Promise.reject(error)
    const callback = args.at(-1)
    if (manner === 'sync' || !isCall(callback)) throw error
    queueMicrotask(() => callback(error))
    return undefined
  }
}

/** `access`, which says that nothing may be written. */
function refusingWriteAccess(access: Call, manner: Manner): Call {
  return (...args: readonly unknown[]): unknown => {
    const [, mode] = args
    return typeof mode === 'number' && (mode & W_OK) !== 0
      ? refusing('access', manner)(...args)
      : access(...args)
  }
}

/** `open`, for reading unless told otherwise, as in Node. */
function openingToRead(open: Call): Call {
  return (path: unknown, ...more: readonly unknown[]): unknown => {
    const [flags] = more
    return flags === undefined || isCall(flags) ? open(path, 'r', ...more) : open(path, ...more)
  }
}

const VIEW_PROCESS = {
  getuid: (): number => 0,
  getgid: (): number => 0,
  cwd: (): string => '/',
  platform: 'linux',
  emitWarning: (): void => {},
  env: {},
}

/** The links of an entry and all below it. */
function linkAll(core: ViewCore, parent: Link | undefined, entry: Entry): Link {
  const { name, info } = entry.line
  const link = new ViewLink(core, parent, name)
  link.setNode(new ViewNode(info, entry.content))
  if (entry.content !== undefined) core.allocated.set(info.id, entry.content.allocated)
  if (entry.index === undefined) return link
  link.children.set('.', link)
  link.children.set('..', parent ?? link)
  entry.index.forEach((child) => link.children.set(child.line.name, linkAll(core, link, child)))
  link.length = entry.index.size
  return link
}

/** A link that does not note when it was followed. */
class ViewLink extends Link {
  override getChild(name: string): Link | undefined {
    return this.children.get(name)
  }
}

/** A node with the times of an item. */
class ViewNode extends ContentNode {
  readonly #info: FileInfo

  constructor(info: FileInfo, content: StoredContent | undefined) {
    const readonly = (info.attributes & ATTRIBUTE.READONLY) !== 0
    super(content, info.id, content === undefined ? DIRECTORY_MODE : readonly ? READONLY_MODE : FILE_MODE)
    this.#info = info
  }

  override get atime(): Date {
    return dateOf(this.#info.times.lastAccess)
  }

  override set atime(_time: Date) {
    refuse('utimes')
  }

  override get mtime(): Date {
    return dateOf(this.#info.times.lastWrite)
  }

  override set mtime(_time: Date) {
    refuse('utimes')
  }

  override get ctime(): Date {
    return dateOf(this.#info.times.change)
  }

  override set ctime(_time: Date) {
    refuse('utimes')
  }

  override get btime(): Date {
    return dateOf(this.#info.times.creation)
  }

  override set btime(_time: Date) {
    refuse('utimes')
  }
}

function dateOf(ticks: Ticks): Date {
  return new Date(EPOCH_UNIX_MS + Math.floor(ticks / MILLISECOND))
}

/** memfs's core without anything that changes it, for whoever finds a way behind the functions that refuse. */
class ViewCore extends Superblock {
  /** Bytes allocated to files, by their ids. */
  readonly allocated: Map<number, number> = new Map()
  override readonly link = (): never => refuse('link')
  override readonly unlink = (): never => refuse('unlink')
  override readonly symlink = (): never => refuse('symlink')
  override readonly rename = (): never => refuse('rename')
  override readonly mkdir = (): never => refuse('mkdir')
  override readonly mkdirp = (): never => refuse('mkdir')
  override readonly rmdir = (): never => refuse('rmdir')
  override readonly rm = (): never => refuse('rm')

  override reset(): never {
    return refuse('reset')
  }

  protected override openFile(
    ...args: Parameters<Superblock['openFile']>
  ): ReturnType<Superblock['openFile']> {
    const [path, flags] = args
    if ((flags & WRITING) !== 0) refuse('open', path)
    return super.openFile(...args)
  }
}

function refuse(call: string, path: string = ''): never {
  throw createError('EROFS', call, path)
}
