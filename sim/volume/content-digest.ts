/** The digest of a stream's bytes, the same however they are stored, and cheap for a file that only grows. */

import { Buffer } from 'node:buffer'
import { createHash, type Hash } from 'node:crypto'
import { BLOCK, type Block } from './block-table.ts'
import { MAX_PLAIN_DIGEST } from './content.ts'
import type { FileBytes } from './file-bytes.ts'

const ZEROS: Uint8Array = new Uint8Array(BLOCK)

/** A SHA-256 over the first bytes of a file, ready to take more. */
export interface HashedPrefix {
  readonly hash: Hash
  readonly length: number
}

/** What a digest came to, and what helps with the next one. */
export interface Digested {
  readonly digest: string
  readonly prefix: HashedPrefix | undefined
}

/** The SHA-256 of some bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The digest of bytes in blocks; a prefix must be of these very bytes. */
export function digestOf(bytes: FileBytes, prefix: HashedPrefix | undefined): Digested {
  if (bytes.size > MAX_PLAIN_DIGEST) return { digest: digestOfBlocks(bytes), prefix: undefined }
  const hash = prefix?.hash.copy() ?? createHash('sha256')
  for (let at = prefix?.length ?? 0; at < bytes.size;) {
    const next = Math.min(bytes.size, (Math.floor(at / BLOCK) + 1) * BLOCK)
    hash.update(bytes.read(at, next - at))
    at = next
  }
  return { digest: hash.copy().digest('hex'), prefix: { hash, length: bytes.size } }
}

function digestOfBlocks(bytes: FileBytes): string {
  const hash = createHash('sha256').update(`${bytes.size}\n`)
  bytes.forEachBlock((index, block) => {
    const digest = digestOfBlock(block, Math.min(BLOCK, bytes.size - index * BLOCK))
    if (digest !== undefined) hash.update(`${index} ${digest}\n`)
  })
  return hash.digest('hex')
}

/** Digests of whole blocks: a block never changes, and most are the same from one version of a file to the next. */
const known: WeakMap<Block, string | undefined> = new WeakMap()

/** The digest of a block with zeros up to a length; `undefined` when there is nothing but zeros. */
function digestOfBlock(block: Block, length: number): string | undefined {
  if (length === BLOCK && known.has(block)) return known.get(block)
  const bytes = block.bytes()
  const isZero = Buffer.compare(bytes, ZEROS.subarray(0, bytes.length)) === 0
  const digest = isZero
    ? undefined
    : createHash('sha256').update(bytes).update(ZEROS.subarray(0, length - bytes.length)).digest('hex')
  if (length === BLOCK) known.set(block, digest)
  return digest
}
