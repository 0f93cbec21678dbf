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
export { deletedEntries, unpinnedMarks } from './called.ts'
export { judgeRound } from './judge.ts'
export type { GivenAnswer } from './decide.ts'
export type {
  Cell as MatrixState,
  LocalCondition as MatrixRow,
  ServerCondition as MatrixColumn,
} from './classify.ts'
export {
  type Circumstance,
  type ExpectedOutcome,
  type ExpectedRun,
  type MatrixCell,
  matrixCells,
} from './matrix.ts'
export type { Direction as RunDirection, StateClass as MatrixClass } from './outcomes.ts'
export { judgeReturn, type ReturnOpinion } from './returned.ts'
export { arranged, edited, type Memory, settledMarks } from './memory.ts'
export { nextMarks } from './next-marks.ts'
export { nextOriginals, originalsOf } from './originals.ts'
export { type ShownOtherwise, shownOtherwise } from './shown.ts'
