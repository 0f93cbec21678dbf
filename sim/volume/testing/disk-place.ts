/** A folder of the real disk as a place where rows are tried. */

import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StartTree, Step } from './disk-row.ts'
import {
  described,
  listed,
  type Place,
  type PlaceTimes,
  quoted,
  roomy,
  TIME_KINDS,
  type TimeKind,
} from './place.ts'

/** What a refusal with a POSIX error name means, in the words of the table. */
export const DISK_REFUSALS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'not there'],
  ['EEXIST', 'exists'],
  ['ENOTDIR', 'not a folder'],
  ['EISDIR', 'is a folder'],
  ['ENOTEMPTY', 'not empty'],
  ['EINVAL', 'not possible'],
  ['ENAMETOOLONG', 'name too long'],
  ['EBADF', 'not opened for that'],
])

const EPOCH_SECONDS = Date.UTC(2010, 0, 4, 9) / 1000

/** Bytes that a block of `stat` counts, whatever the disk's own blocks are. */
const BLOCK_UNIT = 512

const NANOSECONDS = 1_000_000_000n

/** Writes after which a disk whose times never move is given up. */
const PATIENCE = 1_000_000

/**
 * The times that the disk tells so finely that an operation is seen to move them. Some disks keep no creation time, and
 * Deno 2.9 tells the change time in whole seconds.
 */
export function timesSeen(): readonly TimeKind[] {
  const place = new DiskPlace()
  try {
    const seen = ['a', 'b', 'c'].map((name) => {
      place.answer(['create', name])
      place.pass()
      place.answer(['write', name, 'later'])
      return place.times(name)
    })
    return TIME_KINDS.filter((kind) => {
      const inSeconds = seen.every((times) => times !== undefined && times[kind] % NANOSECONDS === 0n)
      const isCreation = seen.every((times) => times !== undefined && times.creation < times.write)
      return !inSeconds && (kind !== 'creation' || isCreation)
    })
  } finally {
    place.end()
  }
}

/** A new folder below the system's folder for temporary files. */
export class DiskPlace implements Place {
  readonly #home: string
  readonly #root: string
  readonly #open = new Map<string, number>()
  #marked: bigint | undefined

  constructor() {
    this.#home = mkdtempSync(join(tmpdir(), 'csclab-disk-'))
    this.#root = join(this.#home, 'row')
    mkdirSync(this.#root)
  }

  lay(tree: StartTree): void {
    const layIn = (folder: string, items: StartTree): void => {
      for (const [name, item] of Object.entries(items)) {
        const path = `${folder}/${name}`
        if (typeof item === 'string') writeFileSync(path, item)
        else {
          mkdirSync(path)
          layIn(path, item)
        }
      }
    }
    layIn(this.#root, tree)
  }

  answer(step: Step): string {
    try {
      return this.#perform(step)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      const words = DISK_REFUSALS.get(code)
      if (words === undefined) throw error
      return `refused: ${words}`
    }
  }

  times(path: string): PlaceTimes | undefined {
    const stat = lstatSync(this.#at(path), { bigint: true, throwIfNoEntry: false })
    if (stat === undefined) return undefined
    return { write: stat.mtimeNs, change: stat.ctimeNs, creation: stat.birthtimeNs }
  }

  pass(): void {
    const probe = join(this.#home, 'clock')
    writeFileSync(probe, '')
    const before = statSync(probe, { bigint: true }).mtimeNs
    for (let written = 0; written < PATIENCE; written++) {
      writeFileSync(probe, '')
      if (statSync(probe, { bigint: true }).mtimeNs > before) return
    }
    throw new Error(`The times of "${this.#home}" do not move`)
  }

  tree(): ReadonlyMap<string, string | undefined> {
    const items: (readonly [string, string | undefined])[] = []
    const visit = (folder: string): void => {
      for (const name of readdirSync(this.#at(folder))) {
        const path = folder === '' ? name : `${folder}/${name}`
        const isFolder = lstatSync(this.#at(path)).isDirectory()
        items.push([path, isFolder ? undefined : quoted(readFileSync(this.#at(path)))])
        if (isFolder) visit(path)
      }
    }
    visit('')
    return new Map(items.sort(([a], [b]) => a < b ? -1 : 1))
  }

  end(): void {
    for (const file of this.#open.values()) closeSync(file)
    this.#open.clear()
    rmSync(this.#home, { recursive: true, force: true })
  }

  #perform(step: Step): string {
    const path = this.#at(step[1])
    switch (step[0]) {
      case 'create':
        return this.#within(openSync(path, 'wx'))
      case 'write':
        writeFileSync(path, step[2])
        return 'ok'
      case 'append':
        return this.#within(openSync(path, 'r+'), (file) => writeEnd(file, step[2]))
      case 'edit':
        return this.#within(openSync(path, 'r+'), (file) => writeAt(file, step[2], step[3]))
      case 'truncate':
        return this.#within(openSync(path, 'r+'), (file) => ftruncateSync(file, step[2]))
      case 'swap': {
        const second = `${path}.swap`
        writeFileSync(second, step[2])
        renameSync(second, path)
        return 'ok'
      }
      case 'read':
        return quoted(readFileSync(path))
      case 'mkdir':
        mkdirSync(path)
        return 'ok'
      case 'mkdirs':
        mkdirSync(path, { recursive: true })
        return 'ok'
      case 'rename':
      case 'rename-free':
        renameSync(path, this.#at(step[2]))
        return 'ok'
      case 'remove':
        if (lstatSync(path).isDirectory()) rmdirSync(path)
        else unlinkSync(path)
        return 'ok'
      case 'list':
        return listed(readdirSync(path).sort())
      case 'order':
        readdirSync(path)
        return 'lists in an order of its own'
      case 'stat': {
        const stat = lstatSync(path)
        return described(stat.isDirectory() ? undefined : stat.size)
      }
      case 'sparse':
        return 'ok'
      case 'room': {
        const { size, blocks } = lstatSync(path)
        return roomy(blocks * BLOCK_UNIT >= size)
      }
      case 'protect':
        chmodSync(path, 0o444)
        return 'ok'
      case 'date': {
        if (step[2] === 'creation') return 'there is no such call'
        const seconds = EPOCH_SECONDS + step[3]
        utimesSync(path, seconds, seconds)
        return 'ok'
      }
      case 'mark':
        this.#marked = lstatSync(path, { bigint: true }).ino
        return 'ok'
      case 'same':
        return lstatSync(path, { bigint: true }).ino === this.#marked ? 'the same item' : 'another item'
      default:
        return this.#performOpen(step)
    }
  }

  #performOpen(
    step: Extract<
      Step,
      readonly ['open' | 'read-at' | 'write-at' | 'write-end' | 'truncate-open' | 'close', ...unknown[]]
    >,
  ): string {
    if (step[0] === 'open') {
      const mode = { 'read': constants.O_RDONLY, 'write': constants.O_WRONLY, 'read-write': constants.O_RDWR }
      if (step[3] === 'delete') return 'there is no such call'
      this.#open.set(step[1], openSync(this.#at(step[2]), mode[step[3]]))
      return 'ok'
    }
    const file = this.#open.get(step[1])
    if (file === undefined) return 'not open'
    switch (step[0]) {
      case 'read-at': {
        const bytes = new Uint8Array(step[3])
        return quoted(bytes.subarray(0, readSync(file, bytes, 0, step[3], step[2])))
      }
      case 'write-at':
        writeAt(file, step[2], step[3])
        return 'ok'
      case 'write-end':
        writeEnd(file, step[2])
        return 'ok'
      case 'truncate-open':
        ftruncateSync(file, step[2])
        return 'ok'
      case 'close':
        this.#open.delete(step[1])
        closeSync(file)
        return 'ok'
    }
  }

  #within(file: number, work: (file: number) => void = () => undefined): string {
    try {
      work(file)
    } finally {
      closeSync(file)
    }
    return 'ok'
  }

  /** Joined by hand: `join` would take dots and doubled slashes out of the path. */
  #at(path: string): string {
    return path === '' ? this.#root : `${this.#root}/${path}`
  }
}

function writeAt(file: number, offset: number, text: string): void {
  const bytes = new TextEncoder().encode(text)
  writeSync(file, bytes, 0, bytes.length, offset)
}

function writeEnd(file: number, text: string): void {
  writeAt(file, fstatSync(file).size, text)
}
