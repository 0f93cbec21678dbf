/** What is known of a token when its fate is settled. */

import type { Original, RoundFacts } from '../oracle/mod.ts'
import type { Choice } from './choices.ts'
import type { AllTrees, Copy } from './copies.ts'
import type { Tracked } from './token.ts'

/** The sync that has just ended. */
export interface TokenRound {
  /** The client it was made on. */
  readonly client: string
  readonly facts: RoundFacts
  /** How each item was on both sides when both were last the same, this sync included; by folded path. */
  readonly originals: ReadonlyMap<string, Original>
  /** See `choicesOf`. */
  readonly choices: readonly Choice[]
}

/** What tokens are settled by. */
export interface TokenFacts {
  /** As they are now. */
  readonly trees: AllTrees
  /** `undefined` when no sync has been made since the last time. */
  readonly round: TokenRound | undefined
}

/** One token, looked for. */
export interface Search {
  readonly tracked: Tracked
  /** All tokens there are. */
  readonly all: readonly Tracked[]
  readonly facts: TokenFacts
  /** Copies under the token's own paths. */
  readonly inPlace: readonly Copy[]
}
