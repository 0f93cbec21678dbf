/** The flags of a sync step, as the call gets them. */

import { FLAG_WORDS, parseFlags } from '../../sim/mod.ts'
import { withHint } from './field.ts'
import { didYouMean } from './nearest.ts'

/**
 * The 32 bits that the flags of a step stand for: words, or the number as it is.
 *
 * @throws {CsclabError} `scenario` if a word is unknown.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { parseSyncFlags } from 'csclab/scenarios'
 *
 * assert.equal(parseSyncFlags('in | out'), 0x6)
 * assert.equal(parseSyncFlags(0x6), 0x6)
 * ```
 */
export function parseSyncFlags(flags: string | number): number {
  return typeof flags === 'number' ? flags : parseFlags(flags)
}

/** The first word of flags that means nothing, or `undefined`. */
export function unknownFlag(flags: string): string | undefined {
  return flags.split('|').map((word) => word.trim()).find((word) => {
    try {
      parseFlags(word)
      return false
    } catch {
      return true
    }
  })
}

/** What is wrong with flags, and the word that was probably meant. */
export function describeUnknownFlag(flags: string): string {
  const word = unknownFlag(flags) ?? flags
  const hint = didYouMean(word, FLAG_WORDS) ?? `Flags are ${FLAG_WORDS.join(', ')}, and numbers`
  return withHint(`Unknown sync flag ${JSON.stringify(word)}`, hint)
}
