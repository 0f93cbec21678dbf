/** The content of items that are laid: bytes, or a few parts of a sparse file. */

import { FileBytes } from './file-bytes.ts'
import { contentOf, contentOfStored, type StoredContent } from './memfs-content.ts'

/** A sparse file: only the parts are written. */
export interface SparseBytes {
  /** Bytes, at most 16 TiB. */
  readonly size: number
  /** What is written where; in order, none over another, all within the size. */
  readonly parts: readonly { readonly offset: number; readonly bytes: Uint8Array }[]
}

/** Makes either into content. */
export function laidContent(content: Uint8Array | SparseBytes): StoredContent {
  if (content instanceof Uint8Array) return contentOf(content)
  const { size, parts } = content
  const empty = FileBytes.empty().withSparse(true).resize(size)
  return contentOfStored(parts.reduce((bytes, { offset, bytes: part }) => bytes.write(offset, part), empty))
}
