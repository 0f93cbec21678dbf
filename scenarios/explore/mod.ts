/** Exploring around scenarios: what would happen if one thing went otherwise. */

export type { Check, Finding } from './finding.ts'
export { DEVIATION_KINDS, type DeviationKind, type Point, type Race, type Script } from './point.ts'
export * from './sweep.ts'
export { parseFailure, printFailure, type StoredFailure } from './failure-file.ts'
export { type Replayed, replayFailure } from './replay.ts'
