/** GUIDs as 16 bytes and as text. */

/** Where each byte of the text comes from: the first three fields are little-endian. */
const ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]

/** The text of a GUID, such as `{F02C1A0D-BE21-4350-88B0-7367FC96EF3C}`. */
export function guidText(bytes: Uint8Array): string {
  const hex = ORDER.map((index) => (bytes[index] ?? 0).toString(16).padStart(2, '0')).join('').toUpperCase()
  return `{${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}}`
}

/** The 16 bytes of a GUID written as text, or `undefined` when the text is none. */
export function guidBytes(text: string): Uint8Array | undefined {
  if (!/^\{[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}\}$/i.test(text)) return undefined
  const hex = text.replaceAll(/[{}-]/g, '')
  const bytes = new Uint8Array(16)
  for (const [position, index] of ORDER.entries()) {
    bytes[index] = Number.parseInt(hex.slice(position * 2, position * 2 + 2), 16)
  }
  return bytes
}
