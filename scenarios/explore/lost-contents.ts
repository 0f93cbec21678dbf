/** Bytes that were somewhere and are nowhere any more. */

import { newContent, type SparseBytes, type Tree, type TreeEntry } from '../../sim/mod.ts'
import type { Trees } from '../judge/mod.ts'

/** A content that is on no side any more. */
export interface LostContent {
  readonly path: string
  readonly side: 'server' | 'local'
  readonly size: number
  readonly digest: string
}

/**
 * The contents of one moment that are on neither side at a later one, whatever their files are called by then. Contents are
 * told apart by their digests; named streams are contents, too.
 *
 * @param mayGo True for a digest of what somebody meant to throw away.
 */
export function lostContents(
  before: Trees,
  after: Trees,
  mayGo: (digest: string) => boolean,
): readonly LostContent[] {
  const missing = SIDES.flatMap((side) =>
    changedEntries(before[side], after[side]).flatMap(({ path, entry }) =>
      contentsOf(entry).flatMap(({ size, digest }) =>
        size === 0 || mayGo(digest) ? [] : [{ path, side, size, digest }]
      )
    )
  )
  if (missing.length === 0) return []
  const there = digestsIn(after)
  return missing.filter(({ digest }) => !there.has(digest))
}

const SIDES = ['server', 'local'] as const

/** Entries of a tree that are not, or not the same, in another. */
function changedEntries(
  before: Tree,
  after: Tree,
): readonly { readonly path: string; readonly entry: TreeEntry }[] {
  return [...before].flatMap(([key, entry]) =>
    after.get(key)?.info === entry.info ? [] : [{ path: entry.path, entry }]
  )
}

/** The digests of all contents of both sides. */
export function digestsIn({ server, local }: Trees): ReadonlySet<string> {
  const found = new Set<string>()
  for (const tree of [server, local]) {
    for (const entry of tree.values()) for (const { digest } of contentsOf(entry)) found.add(digest)
  }
  return found
}

/** What an item holds: its unnamed stream and its named ones. */
function contentsOf(
  { content, streams }: TreeEntry,
): readonly { readonly size: number; readonly digest: string }[] {
  const all = [...content === undefined ? [] : [content], ...streams?.values() ?? []]
  return all.map((one) => ({ size: one.size, digest: one.digest() }))
}

/** The digest of a content that a scenario names. */
export function digestOf(content: Uint8Array | SparseBytes): string {
  return newContent(content).digest()
}
