/** A moment of a volume as the `fs` of Node: what of that interface there is for reading. */

/** What `stat` tells. */
export interface FileSystemStats {
  readonly size: number
  /** 0o444 in it for READONLY files, 0o666 for others, 0o777 for directories. */
  readonly mode: number
  /** Blocks of 512 bytes that are allocated; holes of a sparse file take none. */
  readonly blocks: number
  /** The item's id on the volume. */
  readonly ino: number
  readonly atime: Date
  /** Data last written. */
  readonly mtime: Date
  /** Data or attributes last changed. */
  readonly ctime: Date
  /** Creation. */
  readonly birthtime: Date
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

/** A name with its kind. */
export interface FileSystemEntry {
  readonly name: string
  /** The directory it is in. */
  readonly parentPath: string
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

/** The last argument of the functions that answer later. */
export type FileSystemCallback<T> = (error: Error | null, result: T) => void

/** The encoding of a text, or an object that names it. */
export type TextEncoding = 'utf8' | 'utf-8' | 'utf16le' | 'latin1' | {
  readonly encoding: 'utf8' | 'utf-8' | 'utf16le' | 'latin1'
}

/** How a directory is listed: with `recursive` all that is below it, by paths relative to it. */
export interface ListOptions {
  readonly recursive?: boolean
}

/** Likewise, each name with its kind. */
export interface EntryOptions extends ListOptions {
  readonly withFileTypes: true
}

/** The functions that answer with a promise. */
export interface ReadOnlyPromises {
  readFile(path: string): Promise<Uint8Array>
  readFile(path: string, encoding: TextEncoding): Promise<string>
  readdir(path: string, options: EntryOptions): Promise<FileSystemEntry[]>
  readdir(path: string, options?: ListOptions): Promise<string[]>
  stat(path: string): Promise<FileSystemStats>
  lstat(path: string): Promise<FileSystemStats>
  access(path: string, mode?: number): Promise<void>
  realpath(path: string): Promise<string>
}

/**
 * The reading half of Node's `fs` over one moment of a volume. Paths have slashes, `/server/share/name`, and are spelled as
 * stored. Files are their unnamed streams; times are whole milliseconds. The object has all of Node's functions, also those
 * not named here, so that it can be given to a tool that takes an `fs`; whatever would change something fails with EROFS.
 */
export interface ReadOnlyFileSystem {
  readFileSync(path: string): Uint8Array
  readFileSync(path: string, encoding: TextEncoding): string
  readdirSync(path: string, options: EntryOptions): FileSystemEntry[]
  readdirSync(path: string, options?: ListOptions): string[]
  statSync(path: string): FileSystemStats
  lstatSync(path: string): FileSystemStats
  existsSync(path: string): boolean
  accessSync(path: string, mode?: number): void
  realpathSync(path: string): string
  /** Opens for reading; flags that ask for more fail with EROFS. */
  openSync(path: string, flags?: string | number): number
  readSync(fd: number, into: Uint8Array, offset: number, length: number, position: number | null): number
  fstatSync(fd: number): FileSystemStats
  closeSync(fd: number): void
  readFile(path: string, callback: FileSystemCallback<Uint8Array>): void
  readdir(path: string, callback: FileSystemCallback<string[]>): void
  readdir(path: string, options: ListOptions, callback: FileSystemCallback<string[]>): void
  stat(path: string, callback: FileSystemCallback<FileSystemStats>): void
  lstat(path: string, callback: FileSystemCallback<FileSystemStats>): void
  createReadStream(
    path: string,
    options?: { readonly start?: number; readonly end?: number; readonly flags?: string },
  ): AsyncIterable<Uint8Array>
  readonly promises: ReadOnlyPromises
}
