/** What files hold, as scenarios say it: texts, recipes for reproducible bytes, base64. */

import type { ContentSpec, FolderSpec } from './steps.ts'

/** Most bytes a recipe may ask for: 64 MiB. */
export const MAX_BYTES = 67_108_864

/** Letters of a text that a description shows. */
const SHOWN = 60

/**
 * A recipe for `size` pseudo-random bytes (at most 64 MiB). The same seed, a whole number of 32 bits, gives the same bytes
 * everywhere.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { bytes, contentBytes } from 'csclab/scenarios'
 *
 * assert.deepEqual(bytes(4096), { bytes: 4096, seed: 1 })
 * assert.equal(contentBytes(bytes(4096)).length, 4096)
 * ```
 */
export function bytes(size: number, seed = 1): ContentSpec {
  return { bytes: size, seed }
}

/**
 * A real folder as the tree of a share: a path relative to the scenario's file, or `package:NAME`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { folder } from 'csclab/scenarios'
 *
 * assert.deepEqual(folder('./fixtures/office'), { folder: './fixtures/office' })
 * ```
 */
export function folder(path: string): FolderSpec {
  return { folder: path }
}

/**
 * The bytes a content stands for: a text as UTF-8, a recipe through the generator mulberry32 (32-bit words, lowest byte
 * first), or what base64 says.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { contentBytes } from 'csclab/scenarios'
 *
 * assert.deepEqual(contentBytes('hé'), Uint8Array.of(0x68, 0xc3, 0xa9))
 * assert.deepEqual(contentBytes({ base64: 'AP8=' }), Uint8Array.of(0, 255))
 * ```
 */
export function contentBytes(spec: ContentSpec): Uint8Array {
  if (typeof spec === 'string') return new TextEncoder().encode(spec)
  if ('base64' in spec) return Uint8Array.from(atob(spec.base64), (unit) => unit.charCodeAt(0))
  return randomBytes(spec.bytes, spec.seed)
}

/**
 * A content in a few words, for stories; texts are cut after 60 characters.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { bytes, describeContent } from 'csclab/scenarios'
 *
 * assert.equal(describeContent('first draft'), '"first draft"')
 * assert.equal(describeContent(bytes(4096)), '4,096 bytes (seed 1)')
 * ```
 */
export function describeContent(spec: ContentSpec): string {
  if (typeof spec === 'string') return describeText(spec)
  if ('bytes' in spec) return `${countBytes(spec.bytes)} (seed ${spec.seed})`
  return `${countBytes(contentBytes(spec).length)} (base64)`
}

function describeText(text: string): string {
  const characters = Array.from(text)
  return JSON.stringify(characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : text)
}

function countBytes(count: number): string {
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return count === 1 ? '1 byte' : `${digits} bytes`
}

function randomBytes(size: number, seed: number): Uint8Array {
  const result = new Uint8Array(size)
  let state = seed >>> 0
  for (let index = 0; index < size; index += 4) {
    state = (state + 0x6d2b79f5) >>> 0
    let word = Math.imul(state ^ (state >>> 15), state | 1)
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61)
    word ^= word >>> 14
    // What would come after the last byte falls off the array.
    result[index] = word
    result[index + 1] = word >>> 8
    result[index + 2] = word >>> 16
    result[index + 3] = word >>> 24
  }
  return result
}
