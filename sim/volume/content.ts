/** What a file holds, as everyone but the store sees it. */

import type { ByteRange } from '../port/mod.ts'

/** The content of a file, or of one of its streams, at one moment. It never changes: a written file gets a new one. */
export interface Content {
  /** Bytes. */
  readonly size: number
  /** Bytes that take room: all of them, or of a sparse file those in its 64-KiB blocks that are no holes. */
  readonly allocated: number
  /** At most `length` bytes from an offset on, as a copy; fewer only at the end. */
  read(offset: number, length: number): Uint8Array
  /**
   * All bytes, not to be written to.
   *
   * @throws {CsclabError} `file` if there are more than 1 GiB of them (`MAX_WHOLE`); use `read` and `extents` then.
   */
  bytes(): Uint8Array
  /** The allocated ranges, in order; the first and the last byte of a plain file are in one. */
  extents(): readonly ByteRange[]
  /**
   * A hash of the bytes, in hexadecimal, whatever of them is allocated: equal bytes have equal digests, others have not.
   * Up to 64 MiB (`MAX_PLAIN_DIGEST`) it is the SHA-256 of the bytes; beyond, the SHA-256 of the lines
   * `SIZE\n` and, for every 64-KiB block that is not all zeros, `INDEX SHA256\n`, both in decimal, the index from 0.
   */
  digest(): string
}

/** Bytes that {@linkcode Content.bytes} puts into one array at most. */
export const MAX_WHOLE: number = 2 ** 30

/** Bytes of the largest content whose digest is the plain SHA-256. */
export const MAX_PLAIN_DIGEST: number = 2 ** 26

/** A sparse file: only the parts are written. */
export interface SparseBytes {
  /** Bytes, at most 16 TiB less 64 KiB (`MAX_FILE_SIZE`). */
  readonly size: number
  /** What is written where; in order, none over another, all within the size. */
  readonly parts: readonly { readonly offset: number; readonly bytes: Uint8Array }[]
}
