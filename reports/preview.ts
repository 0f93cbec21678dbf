/** A look into a file: text when it is text, else its first bytes in hexadecimal. */

import type { Content } from '../sim/mod.ts'
import { showing, visible } from './visible.ts'

/** Bytes of a text that are shown at most. */
export const TEXT_BYTES = 4096

/** Bytes that are shown of anything else. */
export const HEX_BYTES = 32

/** What can be shown of a file. */
export interface Preview {
  /** The text, or bytes in hexadecimal separated by spaces. Nothing invisible is in it. */
  readonly text: string
  readonly hex: boolean
  readonly size: number
  /** Bytes that `text` stands for: less than `size` when it is cut. */
  readonly shown: number
}

/** Shows the first bytes of a file: as text when they are UTF-8 and printable. */
export function previewOf(content: Content): Preview {
  const { size } = content
  const bytes = content.read(0, TEXT_BYTES + 1)
  const text = textOf(bytes)
  if (text !== undefined) return { text: visible(text.slice), hex: false, size, shown: text.bytes }
  const shown = Math.min(size, HEX_BYTES)
  const hex = [...bytes.subarray(0, shown)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
  return { text: hex, hex: true, size, shown }
}

/** What a preview leaves out, or nothing: `showing 4,096 of 70,000 bytes`. */
export function previewNote(preview: Preview): string {
  return showing(preview.shown, preview.size, 'bytes')
}

/** Controls other than tab, line feed and carriage return: what no text file holds. */
const UNPRINTABLE = /(?![\t\n\r])\p{Control}/u

function textOf(bytes: Uint8Array): { readonly slice: string; readonly bytes: number } | undefined {
  const shown = cutAtCharacter(bytes, TEXT_BYTES)
  try {
    const slice = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, shown))
    return UNPRINTABLE.test(slice) ? undefined : { slice, bytes: shown }
  } catch {
    return undefined
  }
}

/** The greatest number of bytes within the limit that does not cut a UTF-8 character. */
function cutAtCharacter(bytes: Uint8Array, limit: number): number {
  if (bytes.length <= limit) return bytes.length
  let end = limit
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return end
}
