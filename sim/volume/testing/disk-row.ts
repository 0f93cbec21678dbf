/** How an ordinary file operation is said once, to be tried on a real disk and on a volume. */

import type { Access, ShareMode } from '../../port/mod.ts'

/** A tree to start from: a text is a file, an object is a folder. */
export interface StartTree {
  readonly [name: string]: string | StartTree
}

/**
 * One call. Paths are names joined by `/` below a folder of the row's own, which is the empty path. Open files have names.
 * The first word of the answer is `ok` or `refused`, or the answer is what was read or seen.
 */
export type Step =
  /** Makes an empty file; the name must be free. */
  | readonly ['create', path: string]
  /** Puts a file's whole content, cutting the file first; makes it where it is missing. */
  | readonly ['write', path: string, text: string]
  | readonly ['append', path: string, text: string]
  /** Overwrites bytes in place. */
  | readonly ['edit', path: string, offset: number, text: string]
  | readonly ['truncate', path: string, size: number]
  /** Puts a file's whole content in one step: a second file renamed over it, or staged bytes committed. */
  | readonly ['swap', path: string, text: string]
  | readonly ['read', path: string]
  | readonly ['mkdir', path: string]
  /** Makes a folder with all that are missing above it. */
  | readonly ['mkdirs', path: string]
  /** Renames, replacing a file that has the name. */
  | readonly ['rename', path: string, to: string]
  /** Renames, asking not to replace anything. */
  | readonly ['rename-free', path: string, to: string]
  /** Removes a file or an empty folder. */
  | readonly ['remove', path: string]
  /** The names in a folder, sorted for comparison. */
  | readonly ['list', path: string]
  /** The names in a folder, in the order in which they are given. */
  | readonly ['order', path: string]
  | readonly ['stat', path: string]
  /** Lets a file have holes, where that has to be asked for. */
  | readonly ['sparse', path: string]
  /** Whether all bytes of a file take room. */
  | readonly ['room', path: string]
  /** Makes a file read-only. */
  | readonly ['protect', path: string]
  /** Sets a time; seconds after 2010-01-04 09:00 UTC. */
  | readonly ['date', path: string, time: 'write' | 'creation', seconds: number]
  /** Keeps in mind which item has a path, for `same`. */
  | readonly ['mark', path: string]
  | readonly ['same', path: string]
  /** Opens a file under a name. All sharing is allowed unless it is said. */
  | readonly ['open', file: string, path: string, access: Access, share?: ShareMode]
  | readonly ['read-at', file: string, offset: number, length: number]
  | readonly ['write-at', file: string, offset: number, text: string]
  /** Writes at the end as the file is now. */
  | readonly ['write-end', file: string, text: string]
  | readonly ['truncate-open', file: string, size: number]
  | readonly ['close', file: string]

/** An item whose times are looked at before and after; a pair where it has another path afterwards. */
export type Watched = string | readonly [before: string, after: string]

/** What happens where a disk and a volume differ, and why it has to be so. */
export interface Difference {
  readonly disk: string
  readonly volume: string
  readonly why: string
}

/** One ordinary operation and what comes of it. */
export interface DiskRow {
  /** The operation in words. */
  readonly operation: string
  readonly start?: StartTree
  /** Calls that must answer `ok` on both sides before it starts. */
  readonly given?: readonly Step[]
  readonly steps: readonly Step[]
  /** Items whose times are looked at. */
  readonly times?: readonly Watched[]
  /** The answers of the steps, then which times have moved, joined by `; `; one text where both sides say the same. */
  readonly outcome: string | Difference
}

/** Rows under one heading. */
export interface DiskGroup {
  readonly title: string
  readonly rows: readonly DiskRow[]
}
