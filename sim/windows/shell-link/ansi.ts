/** ANSI text: Windows-1252 by a table of our own, so that it is the same on every runtime. */

/** What the bytes 0x80 to 0x9f stand for. The five without a character stand for the control of the same number. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from(FROM_0X80, (character, index) => [character, 0x80 + index]),
)

/** The text of Windows-1252 bytes. */
export function decodeAnsi(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) {
    text += byte >= 0x80 && byte < 0xa0 ? FROM_0X80.charAt(byte - 0x80) : String.fromCharCode(byte)
  }
  return text
}

/** The Windows-1252 bytes of a text, or `undefined` when a character has none. */
export function encodeAnsi(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf(text.charAt(i))
    if (byte === undefined) return undefined
    bytes[i] = byte
  }
  return bytes
}

/** The text with `?` for every unit that is not ASCII, which is what all ANSI code pages have in common. */
export function toAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, '?')
}

/** True when a text is the same in all ANSI code pages. */
export function isAscii(text: string): boolean {
  return toAscii(text) === text
}

function byteOf(character: string): number | undefined {
  const unit = character.charCodeAt(0)
  return unit < 0x80 || (unit >= 0xa0 && unit <= 0xff) ? unit : BYTES.get(character)
}
