/** Content that is in no file yet: bytes, or a few parts of a sparse file. */

import type { Content, SparseBytes } from './content.ts'
import { storedContent } from './stored-content.ts'

/**
 * Makes bytes, or the parts of a sparse file, into content: to compare with what a file holds.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { newContent } from 'csclab/sim'
 *
 * const sparse = newContent({ size: 5, parts: [{ offset: 3, bytes: Uint8Array.of(7) }] })
 * assert.equal(sparse.digest(), newContent(Uint8Array.of(0, 0, 0, 7, 0)).digest())
 * ```
 */
export function newContent(content: Uint8Array | SparseBytes): Content {
  return storedContent(content)
}
