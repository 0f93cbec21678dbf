/** File attributes: the bits a volume stores and their names. */

/** Attribute bits under the names of the Win32 documentation ("File Attribute Constants"). */
export const ATTRIBUTE = {
  READONLY: 0x1,
  HIDDEN: 0x2,
  SYSTEM: 0x4,
  DIRECTORY: 0x10,
  ARCHIVE: 0x20,
  NORMAL: 0x80,
  TEMPORARY: 0x100,
  SPARSE_FILE: 0x200,
  REPARSE_POINT: 0x400,
  COMPRESSED: 0x800,
  OFFLINE: 0x1000,
  NOT_CONTENT_INDEXED: 0x2000,
  ENCRYPTED: 0x4000,
} as const

/** The name of one attribute bit. */
export type AttributeName = keyof typeof ATTRIBUTE

/** All attribute names, in the order of their bits. */
export const ATTRIBUTE_NAMES: readonly AttributeName[] = [
  'READONLY',
  'HIDDEN',
  'SYSTEM',
  'DIRECTORY',
  'ARCHIVE',
  'NORMAL',
  'TEMPORARY',
  'SPARSE_FILE',
  'REPARSE_POINT',
  'COMPRESSED',
  'OFFLINE',
  'NOT_CONTENT_INDEXED',
  'ENCRYPTED',
]

/** The name of an attribute that a caller may set; the others tell what the item is and how it is stored. */
export type SettableName = 'READONLY' | 'HIDDEN' | 'SYSTEM' | 'ARCHIVE' | 'NOT_CONTENT_INDEXED'

/** The attributes a caller may set, in the order of their bits. */
export const SETTABLE_NAMES: readonly SettableName[] = [
  'READONLY',
  'HIDDEN',
  'SYSTEM',
  'ARCHIVE',
  'NOT_CONTENT_INDEXED',
]

/** The bits a caller may set. */
export const SETTABLE: number = attributeBits(SETTABLE_NAMES)

/**
 * The names of the bits that are set, in bit order.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { attributeNames } from 'csclab/sim'
 *
 * assert.deepEqual(attributeNames(0x21), ['READONLY', 'ARCHIVE'])
 * ```
 */
export function attributeNames(bits: number): readonly AttributeName[] {
  return ATTRIBUTE_NAMES.filter((name) => (bits & ATTRIBUTE[name]) !== 0)
}

/** The bits of a list of names. */
export function attributeBits(names: readonly AttributeName[]): number {
  return names.reduce((bits, name) => bits | ATTRIBUTE[name], 0)
}
