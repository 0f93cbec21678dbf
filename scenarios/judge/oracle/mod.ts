/** The oracle: judges what any sync engine did in a round, by the reference alone. */

export type { Opinion, Original, Outcome, RoundFacts } from './facts.ts'
export { judgeRound } from './judge.ts'
export { nextOriginals, originalsOf } from './originals.ts'
