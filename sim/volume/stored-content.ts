/** New content as a volume stores it. */

import type { SparseBytes } from './content.ts'
import { FileBytes } from './file-bytes.ts'
import { contentOf, contentOfStored, type StoredContent } from './memfs-content.ts'

/** Makes either into content; bytes are copied. */
export function storedContent(content: Uint8Array | SparseBytes): StoredContent {
  if (content instanceof Uint8Array) return contentOf(content)
  const { size, parts } = content
  const empty = FileBytes.empty().withSparse(true).resize(size)
  return contentOfStored(parts.reduce((bytes, { offset, bytes: part }) => bytes.write(offset, part), empty))
}
