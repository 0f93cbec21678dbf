/** What a file holds, as everyone but the store sees it. */

/** The content of a file at one moment. It never changes: a written file gets a new one. */
export interface Content {
  /** Bytes. */
  readonly size: number
  /** The bytes, not to be written to. */
  bytes(): Uint8Array
  /** SHA-256 of the bytes, in hexadecimal. */
  digest(): string
}
