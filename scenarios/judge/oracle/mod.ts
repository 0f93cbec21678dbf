/** The oracle: judges what any sync engine did in a round, by the reference alone. */

export type {
  Disturbance,
  EntryMarks,
  HandlerReply,
  Opinion,
  Original,
  Outcome,
  RoundFacts,
} from './facts.ts'
export { judgeRound } from './judge.ts'
export { arranged, edited, type Memory, settledMarks } from './memory.ts'
export { nextMarks } from './next-marks.ts'
export { nextOriginals, originalsOf } from './originals.ts'
