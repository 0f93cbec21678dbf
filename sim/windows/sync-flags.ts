/** The sync-control flags of the header: values, names, and their written form. */

import { CsclabError } from '../errors.ts'

/** Flag bits under the names of cscobj.h without their prefix. */
export const SYNC_FLAG = {
  FILLSPARSE: 0x1,
  SYNCIN: 0x2,
  SYNCOUT: 0x4,
  PINNEWFILES: 0x8,
  PINLINKTARGETS: 0x10,
  PINFORUSER: 0x20,
  PINFORUSER_POLICY: 0x40,
  PINFORALL: 0x80,
  PINFORREDIR: 0x100,
  LOWPRIORITY: 0x200,
  ASYNCPROGRESS: 0x400,
  INTERACTIVE: 0x800,
  CONSOLE: 0x1000,
  SKIPSUSPENDEDDIRS: 0x2000,
  BACKGROUND: 0x1_0000,
  NONEWFILESOUT: 0x2_0000,
} as const

/** Conflict policies: values of the four highest bits, not flags (SYNC-32). */
export const CONFLICT_POLICY = {
  KEEPLOCAL: 0x1000_0000,
  KEEPREMOTE: 0x2000_0000,
  KEEPLATEST: 0x3000_0000,
} as const

/** The bits that hold the conflict policy. */
export const CONFLICT_POLICY_MASK = 0xf000_0000

/** Resolutions of a conflict (OFFLINEFILES_SYNC_CONFLICT_RESOLVE): what handlers answer and the policy setting holds. */
export const CONFLICT_RESOLVE = {
  NONE: 0,
  KEEPLOCAL: 1,
  KEEPREMOTE: 2,
  KEEPALLCHANGES: 3,
  KEEPLATEST: 4,
  LOG: 5,
  SKIP: 6,
  ABORT: 7,
} as const

/** Every defined value together: the mask a valid call stays within. */
export const ALL_SYNC_FLAGS = 0x3003_3fff

interface Word {
  readonly word: string
  readonly name: string
  readonly value: number
}

/** The short words scenarios use, beside the header's names. */
const WORDS: readonly Word[] = [
  { word: 'fill', name: 'FILLSPARSE', value: SYNC_FLAG.FILLSPARSE },
  { word: 'in', name: 'SYNCIN', value: SYNC_FLAG.SYNCIN },
  { word: 'out', name: 'SYNCOUT', value: SYNC_FLAG.SYNCOUT },
  { word: 'pin-new', name: 'PINNEWFILES', value: SYNC_FLAG.PINNEWFILES },
  { word: 'pin-targets', name: 'PINLINKTARGETS', value: SYNC_FLAG.PINLINKTARGETS },
  { word: 'pin-user', name: 'PINFORUSER', value: SYNC_FLAG.PINFORUSER },
  { word: 'pin-policy', name: 'PINFORUSER_POLICY', value: SYNC_FLAG.PINFORUSER_POLICY },
  { word: 'pin-all', name: 'PINFORALL', value: SYNC_FLAG.PINFORALL },
  { word: 'pin-redirection', name: 'PINFORREDIR', value: SYNC_FLAG.PINFORREDIR },
  { word: 'low-priority', name: 'LOWPRIORITY', value: SYNC_FLAG.LOWPRIORITY },
  { word: 'async', name: 'ASYNCPROGRESS', value: SYNC_FLAG.ASYNCPROGRESS },
  { word: 'interactive', name: 'INTERACTIVE', value: SYNC_FLAG.INTERACTIVE },
  { word: 'console', name: 'CONSOLE', value: SYNC_FLAG.CONSOLE },
  { word: 'skip-suspended', name: 'SKIPSUSPENDEDDIRS', value: SYNC_FLAG.SKIPSUSPENDEDDIRS },
  { word: 'background', name: 'BACKGROUND', value: SYNC_FLAG.BACKGROUND },
  { word: 'no-new-out', name: 'NONEWFILESOUT', value: SYNC_FLAG.NONEWFILESOUT },
  { word: 'keep-local', name: 'KEEPLOCAL', value: CONFLICT_POLICY.KEEPLOCAL },
  { word: 'keep-remote', name: 'KEEPREMOTE', value: CONFLICT_POLICY.KEEPREMOTE },
  { word: 'keep-latest', name: 'KEEPLATEST', value: CONFLICT_POLICY.KEEPLATEST },
]

/** All words that {@linkcode parseFlags} takes, for hints. */
export const FLAG_WORDS: readonly string[] = WORDS.flatMap(({ word, name }) => [word, name])

/**
 * Reads flags as scenarios write them: `'in | out | keep-latest'`, header names, hexadecimal or decimal numbers, mixed.
 * An empty text and `none` are 0.
 *
 * @throws {CsclabError} `scenario` if a word is unknown.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { parseFlags } from 'csclab/sim'
 *
 * assert.equal(parseFlags('in | out'), 0x6)
 * assert.equal(parseFlags('SYNCIN | 0x20000000'), 0x20000002)
 * ```
 */
export function parseFlags(text: string): number {
  const words = text.split('|').map((word) => word.trim()).filter((word) => word !== '' && word !== 'none')
  return words.reduce((flags, word) => (flags | valueOf(word)) >>> 0, 0)
}

/**
 * Writes flags as short words, undefined bits as one hexadecimal number; 0 is `none`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { formatFlags } from 'csclab/sim'
 *
 * assert.equal(formatFlags(0x30000006), 'in | out | keep-latest')
 * ```
 */
export function formatFlags(flags: number): string {
  const policy = (flags & CONFLICT_POLICY_MASK) >>> 0
  const words = WORDS.filter(({ value }) => value > 0xfff_ffff ? value === policy : (flags & value) !== 0)
  const known = words.reduce((bits, { value }) => (bits | value) >>> 0, 0)
  const rest = (flags & ~known) >>> 0
  const parts = [...words.map(({ word }) => word), ...(rest === 0 ? [] : [`0x${rest.toString(16)}`])]
  return parts.length === 0 ? 'none' : parts.join(' | ')
}

function valueOf(text: string): number {
  const found = WORDS.find(({ word, name }) => word === text || name === text)
  if (found !== undefined) return found.value
  if (/^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i.test(text) && Number(text) <= 0xffff_ffff) return Number(text)
  throw new CsclabError('scenario', `Unknown sync flag "${text}"`)
}
