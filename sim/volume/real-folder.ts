/** Takes a folder of the real disk as a tree: bytes, times and read-only marks, read and never written. */

import { closeSync, type Dirent, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CsclabError } from '../errors.ts'
import { ATTRIBUTE, fromUnixNanoseconds, type Ticks } from '../windows/mod.ts'

/** One item of a real folder. */
export interface FolderItem {
  /** Names from the folder down. */
  readonly names: readonly string[]
  /** Bytes of a file; `undefined` for a directory. */
  readonly content: Uint8Array | undefined
  /** ARCHIVE for files, and READONLY for those that their owner may not write; 0 for directories. */
  readonly attributes: number
  readonly lastWrite: Ticks
  /** When the disk says it was made; where it does not, the moment it was last written. */
  readonly creation: Ticks
}

/** What the disk says of an item. */
interface DiskStat {
  readonly mode: bigint
  readonly size: bigint
  readonly mtimeNs: bigint
  readonly birthtimeNs: bigint
}

/** Items a folder may have. */
const ITEM_LIMIT = 200_000

/** Bytes a file may have: what fits into one array. */
const SIZE_LIMIT = 2 ** 30

/** The bit of a mode that lets the owner write. */
const OWNER_WRITES = 0o200n

/**
 * Reads a folder with all below it, sorted by code unit, parents before children. Links and special files are left out.
 *
 * @throws {CsclabError} `file` if the folder or something in it cannot be read, if it holds more than 200,000 items, or a
 * file of more than 1 GiB.
 */
export function readFolder(folder: string): readonly FolderItem[] {
  const items: FolderItem[] = []
  const visit = (names: readonly string[], path: string): void => {
    for (const entry of reading(path, listSorted)) {
      if (!entry.isFile() && !entry.isDirectory()) continue
      const below = [...names, entry.name]
      const itemPath = join(path, entry.name)
      const isFile = entry.isFile()
      items.push(
        reading(itemPath, isFile ? (file) => fileItem(file, below) : (at) => directoryItem(at, below)),
      )
      if (items.length > ITEM_LIMIT) {
        throw new CsclabError('file', `"${folder}" holds more than ${ITEM_LIMIT} items`, {
          hint: 'Name a folder further down',
        })
      }
      if (!isFile) visit(below, itemPath)
    }
  }
  visit([], folder)
  return items
}

function directoryItem(path: string, names: readonly string[]): FolderItem {
  return { names, content: undefined, attributes: 0, ...timesOf(statSync(path, { bigint: true })) }
}

/** Opens a file once for all that is to be known of it. */
function fileItem(path: string, names: readonly string[]): FolderItem {
  const file = openSync(path, 'r')
  try {
    const stat = fstatSync(file, { bigint: true })
    if (stat.size > SIZE_LIMIT) {
      throw new CsclabError('file', `"${path}" has ${stat.size} bytes, more than ${SIZE_LIMIT}`, {
        hint: 'Leave it out of the folder',
      })
    }
    const readonly = (stat.mode & OWNER_WRITES) === 0n ? ATTRIBUTE.READONLY : 0
    const attributes = ATTRIBUTE.ARCHIVE | readonly
    return { names, content: readWhole(file, Number(stat.size)), attributes, ...timesOf(stat) }
  } finally {
    closeSync(file)
  }
}

function readWhole(file: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let done = 0
  while (done < size) {
    const read = readSync(file, bytes, done, size - done, done)
    if (read === 0) return bytes.slice(0, done)
    done += read
  }
  return bytes
}

function timesOf({ mtimeNs, birthtimeNs }: DiskStat): Pick<FolderItem, 'lastWrite' | 'creation'> {
  const lastWrite = fromUnixNanoseconds(mtimeNs)
  return { lastWrite, creation: birthtimeNs === 0n ? lastWrite : fromUnixNanoseconds(birthtimeNs) }
}

function listSorted(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0
  )
}

/** Looks at something on the disk, and says what could not be read where that fails. */
function reading<T>(path: string, look: (path: string) => T): T {
  try {
    return look(path)
  } catch (cause) {
    if (cause instanceof CsclabError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CsclabError('file', `"${path}" cannot be read: ${why}`, {
      hint: 'Check the path; under Deno, allow reading it with --allow-read',
      cause,
    })
  }
}
