/** The files that benchmarks lay, walk and fork: all of 1 KiB, alike on every side. */

import { Buffer } from 'node:buffer'
import type { Seen } from './race.ts'

/** The content of every file. */
export const KIBIBYTE: Buffer = Buffer.alloc(1024, 'csclab ')

/** How many files lie how. */
export interface Layout {
  readonly files: number
  readonly perDirectory: number
}

/** How one side lays a tree. */
export interface Builder<Directory> {
  readonly directory: (name: string) => Directory
  readonly file: (directory: Directory, name: string) => void
}

/** Lays the directories and files of a layout. Names are new strings, as paths that are taken apart give them. */
export function layFiles<Directory>(layout: Layout, builder: Builder<Directory>): void {
  const { files, perDirectory } = layout
  for (let first = 0; first < files; first += perDirectory) {
    const directory = builder.directory(directoryName(first / perDirectory))
    const here = Math.min(perDirectory, files - first)
    for (let index = 0; index < here; index++) builder.file(directory, fileName(index))
  }
}

/** The name of a directory, counted from 0. */
export function directoryName(index: number): string {
  return `d${String(index).padStart(5, '0')}`
}

/** The name of a file, counted from 0 in its directory. */
export function fileName(index: number): string {
  return `f${String(index).padStart(5, '0')}.txt`
}

/** A walk's result: what was seen, and a text with a line for each file. */
export interface ListedFiles extends Seen {
  readonly text: string
}

/** Writes down the files of a walk, the same way for every side. */
export class FileList {
  readonly #lines: string[] = []
  #bytes = 0

  /** Writes down a file. */
  add(path: string, size: number, lastWrite: number): void {
    this.#lines.push(`${path} ${size} ${lastWrite}`)
    this.#bytes += size
  }

  /** All files written down. */
  finish(): ListedFiles {
    return { units: this.#lines.length, bytes: this.#bytes, text: this.#lines.join('\n') }
  }
}
