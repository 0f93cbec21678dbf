/** Puts the bytes of a shell link together. */

import { encodeAnsi } from './ansi.ts'

/** Bytes being written, little-endian. */
export class ByteWriter {
  #view = new DataView(new ArrayBuffer(256))
  #length = 0

  /** Bytes written so far. */
  get length(): number {
    return this.#length
  }

  u8(value: number): this {
    const at = this.#grow(1)
    this.#view.setUint8(at, value)
    return this
  }

  u16(value: number): this {
    const at = this.#grow(2)
    this.#view.setUint16(at, value, true)
    return this
  }

  /** The low 32 bits of a whole number; a negative one in two's complement. */
  u32(value: number): this {
    const at = this.#grow(4)
    this.#view.setUint32(at, value, true)
    return this
  }

  u64(value: bigint): this {
    const at = this.#grow(8)
    this.#view.setBigUint64(at, value, true)
    return this
  }

  bytes(bytes: Uint8Array): this {
    const at = this.#grow(bytes.length)
    new Uint8Array(this.#view.buffer).set(bytes, at)
    return this
  }

  /** Windows-1252 text; what it lacks becomes `?`. */
  ansi(text: string): this {
    for (const unit of text.split('')) this.bytes(encodeAnsi(unit) ?? QUESTION_MARK)
    return this
  }

  utf16(text: string): this {
    for (let i = 0; i < text.length; i++) this.u16(text.charCodeAt(i))
    return this
  }

  ansiZ(text: string): this {
    return this.ansi(text).u8(0)
  }

  utf16Z(text: string): this {
    return this.utf16(text).u16(0)
  }

  /** Zeros up to a length. */
  fill(length: number): this {
    this.#grow(Math.max(0, length - this.#length))
    return this
  }

  toBytes(): Uint8Array {
    return new Uint8Array(this.#view.buffer.slice(0, this.#length))
  }

  /** Makes room, and says where it starts. */
  #grow(count: number): number {
    const at = this.#length
    this.#length += count
    if (this.#length > this.#view.byteLength) {
      const larger = new Uint8Array(this.#length * 2)
      larger.set(new Uint8Array(this.#view.buffer))
      this.#view = new DataView(larger.buffer)
    }
    return at
  }
}

const QUESTION_MARK = Uint8Array.of(0x3f)
