/** What files hold, as scenarios say it: texts, recipes for reproducible bytes, base64, files with holes, links. */

import { CsclabError, fromSlashes, type SparseBytes, writeShellLink } from '../../sim/mod.ts'
import { countedBytes, sizeText } from './quantities.ts'
import type { BytesSpec, ContentSpec, FolderSpec, HolesSpec, LinkSpec } from './steps.ts'

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
export function bytes(size: number, seed = 1): BytesSpec {
  return { bytes: size, seed }
}

/**
 * A file of `size` bytes (at most 16 TiB less 64 KiB) of which only the parts are written, as an NTFS sparse file: what lies between
 * them reads as zeros and takes no room. Parts come in order, none over another, all within the size.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { holes } from 'csclab/scenarios'
 *
 * const disk = holes({ size: 2 ** 40, parts: [{ at: 2 ** 40 - 3, content: 'end' }] })
 * assert.deepEqual(disk, { size: 1_099_511_627_776, parts: [{ at: 1_099_511_627_773, content: 'end' }] })
 * ```
 */
export function holes({ size, parts }: HolesSpec): HolesSpec {
  return { size, parts }
}

/**
 * A shell link to a UNC path, `//server/share/name`; `directory` for a target that is one.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { linkTo } from 'csclab/scenarios'
 *
 * assert.deepEqual(linkTo('//hq/shared/plan.txt'), { link: '//hq/shared/plan.txt' })
 * assert.deepEqual(linkTo('//hq/shared', { directory: true }), { link: '//hq/shared', directory: true })
 * ```
 */
export function linkTo(path: string, options: Omit<LinkSpec, 'link'> = {}): LinkSpec {
  return { link: path, ...options }
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
 * first), what base64 says, or a shell link.
 *
 * @throws {CsclabError} `scenario` for a file with holes, which is never held as a whole.
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
  if ('bytes' in spec) return randomBytes(spec.bytes, spec.seed)
  if ('link' in spec) {
    return writeShellLink({
      target: fromSlashes(spec.link),
      kind: spec.directory === true ? 'directory' : 'file',
    })
  }
  throw new CsclabError('scenario', `A file of ${sizeText(spec.size)} with holes is not held as a whole`, {
    hint: 'Take its parts one by one',
  })
}

/**
 * The content a specification stands for, as a volume can be given it: bytes, or the parts of a file with holes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { contentOf, holes } from 'csclab/scenarios'
 *
 * const disk = holes({ size: 4096, parts: [{ at: 4000, content: 'end' }] })
 * assert.deepEqual(contentOf(disk), { size: 4096, parts: [{ offset: 4000, bytes: Uint8Array.of(101, 110, 100) }] })
 * ```
 */
export function contentOf(spec: ContentSpec): Uint8Array | SparseBytes {
  if (!isHoles(spec)) return contentBytes(spec)
  const { size, parts } = spec
  return { size, parts: parts.map(({ at, content }) => ({ offset: at, bytes: contentBytes(content) })) }
}

/** True for a file with holes. */
export function isHoles(spec: ContentSpec): spec is HolesSpec {
  return typeof spec !== 'string' && 'size' in spec
}

/** How many bytes a text, a recipe or base64 stands for. */
export function sizeOf(spec: BytesSpec): number {
  if (typeof spec === 'string') return new TextEncoder().encode(spec).length
  if ('bytes' in spec) return spec.bytes
  // Four letters are three bytes; each `=` at the end takes one away.
  return spec.base64.length / 4 * 3 - (/=*$/.exec(spec.base64)?.[0].length ?? 0)
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
  if ('bytes' in spec) return `${countedBytes(spec.bytes)} (seed ${spec.seed})`
  if ('base64' in spec) return `${countedBytes(sizeOf(spec))} (base64)`
  if ('link' in spec) return `a link to ${spec.directory === true ? 'the directory ' : ''}${spec.link}`
  return `a file of ${sizeText(spec.size)} with ${partsText(spec)}`
}

function partsText({ parts }: HolesSpec): string {
  if (parts.length === 0) return 'nothing written'
  return parts.map(({ at, content }) => `${describeContent(content)} at ${at}`).join(', ')
}

function describeText(text: string): string {
  const characters = Array.from(text)
  return JSON.stringify(characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : text)
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
