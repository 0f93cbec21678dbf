/** Tokens: every write of a person or program, and what has become of it. */

export { type Act, takeAct } from './act.ts'
export { type Choice, choicesOf } from './choices.ts'
export type { AllTrees } from './copies.ts'
export { followEvents } from './follow.ts'
export { newsOf, type Told } from './records.ts'
export type { TokenFacts, TokenRound } from './search.ts'
export { settleFates } from './settle.ts'
export { cacheOf, type Fate, type Keeper, type Place, type Token, type Tracked } from './token.ts'
