/** A place where rows are tried: what a real disk and a volume have in common here. */

import type { StartTree, Step } from './disk-row.ts'

/** A time of an item. The last access is not compared: on a disk the mount options decide it. */
export type TimeKind = 'write' | 'change' | 'creation'

/** All that are compared. */
export const TIME_KINDS: readonly TimeKind[] = ['write', 'change', 'creation']

/** The times of one item. */
export type PlaceTimes = Readonly<Record<TimeKind, bigint>>

/** A folder for one row, and how to do things in it. */
export interface Place {
  /** Lays a tree. */
  lay(tree: StartTree): void
  /** Performs a step and says in words what came of it. */
  answer(step: Step): string
  /** The times of an item; `undefined` when there is none. */
  times(path: string): PlaceTimes | undefined
  /** Makes sure that whatever happens next gets later times than anything before. */
  pass(): void
  /** All items by path, sorted: a text for a file, `undefined` for a folder. */
  tree(): ReadonlyMap<string, string | undefined>
  /** Closes all that is open and takes the folder away. */
  end(): void
}

/** Names read in a listing, in words. */
export function listed(names: readonly string[]): string {
  return names.length === 0 ? 'lists nothing' : `lists ${names.map(shown).join(', ')}`
}

/** Bytes read, in words. */
export function quoted(bytes: Uint8Array): string {
  return JSON.stringify(new TextDecoder().decode(bytes))
}

/** A name or text as it is shown: what is not printed or does not stand alone is escaped, what is long is cut. */
export function shown(text: string): string {
  const plain = text.replaceAll(
    /[^\u0020-\u007e\u00a1-\u02af]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return plain.length > 40 ? `${plain.slice(0, 8)}… (${text.length})` : plain
}

/** An item in words. */
export function described(size: number | undefined): string {
  return size === undefined ? 'a folder' : `a file of ${size} bytes`
}

/** The room a file takes, in words. */
export function roomy(all: boolean): string {
  return all ? 'takes room for all its bytes' : 'takes less room than it has bytes'
}
