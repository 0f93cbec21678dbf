/** Reads one structure of a shell link, never past its end, and counts what reading costs. */

import { decodeAnsi } from './ansi.ts'
import { ShellLinkError, type ShellLinkRule } from './shell-link-error.ts'

/** Bytes looked at so far; bounds the time a malicious file can take. */
export interface Work {
  bytes: number
}

/** What a part of a file is called in errors, and which rule it breaks when it is cut short. */
export interface PartName {
  readonly name: string
  readonly rule: ShellLinkRule
}

/** A part of a file. Positions count from the start of the part, and numbers are little-endian. */
export class ByteReader {
  readonly length: number
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #start: number
  readonly #part: PartName
  readonly #work: Work

  private constructor(
    bytes: Uint8Array,
    place: { readonly start: number; readonly part: PartName; readonly work: Work },
  ) {
    this.length = bytes.length
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#start = place.start
    this.#part = place.part
    this.#work = place.work
  }

  /** The file as a whole. */
  static over(bytes: Uint8Array, work: Work): ByteReader {
    return new ByteReader(bytes, { start: 0, part: { name: 'the file', rule: 'header' }, work })
  }

  /** Where a position lies in the file. */
  offsetOf(at: number): number {
    return this.#start + at
  }

  /** A part of this part; {@linkcode ShellLinkError} by the inner part's rule if it does not fit. */
  part(at: number, length: number, part: PartName): ByteReader {
    if (at + length > this.length) {
      const what = `${part.name} of ${length} bytes does not fit in ${this.#part.name}`
      throw new ShellLinkError(part.rule, this.offsetOf(at), what)
    }
    const bytes = this.#bytes.subarray(at, at + length)
    return new ByteReader(bytes, { start: this.#start + at, part, work: this.#work })
  }

  u8(at: number, field: string): number {
    this.#need(at, 1, field)
    return this.#view.getUint8(at)
  }

  u16(at: number, field: string): number {
    this.#need(at, 2, field)
    return this.#view.getUint16(at, true)
  }

  u32(at: number, field: string): number {
    this.#need(at, 4, field)
    return this.#view.getUint32(at, true)
  }

  i32(at: number, field: string): number {
    return this.u32(at, field) | 0
  }

  u64(at: number, field: string): bigint {
    this.#need(at, 8, field)
    return this.#view.getBigUint64(at, true)
  }

  /** A copy of some bytes. */
  bytes(at: number, length: number, field: string): Uint8Array {
    this.#need(at, length, field)
    return this.#bytes.slice(at, at + length)
  }

  /** Windows-1252 text of a known length. */
  ansi(at: number, length: number, field: string): string {
    return decodeAnsi(this.bytes(at, length, field))
  }

  /** UTF-16 text of a known length in units; halves of surrogate pairs stay as they are. */
  utf16(at: number, units: number, field: string): string {
    this.#need(at, units * 2, field)
    let text = ''
    for (let i = 0; i < units; i++) text += String.fromCharCode(this.#view.getUint16(at + i * 2, true))
    return text
  }

  /** Windows-1252 text up to a NUL; `undefined` when there is none before the end. */
  ansiZ(at: number): string | undefined {
    const found = this.#bytes.indexOf(0, at)
    const end = found < 0 ? this.length : found
    this.#work.bytes += Math.max(0, end - at)
    return found < 0 ? undefined : this.ansi(at, end - at, 'a text')
  }

  /** UTF-16 text up to a NUL unit; `undefined` when there is none before the end. */
  utf16Z(at: number): string | undefined {
    let end = at
    while (end + 2 <= this.length && this.#view.getUint16(end, true) !== 0) end += 2
    this.#work.bytes += end - at
    return end + 2 > this.length ? undefined : this.utf16(at, (end - at) / 2, 'a text')
  }

  /** An error about this part. */
  error(at: number, what: string, rule: ShellLinkRule = this.#part.rule): ShellLinkError {
    return new ShellLinkError(rule, this.offsetOf(at), what)
  }

  #need(at: number, length: number, field: string): void {
    this.#work.bytes += length
    if (at + length <= this.length) return
    throw this.error(this.length, `${this.#part.name} ends before ${field}`)
  }
}
