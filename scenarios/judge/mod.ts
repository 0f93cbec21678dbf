/** Judging: what must hold of a round and of its scenario. */

export { judgeAutomatically, type JudgedRound } from './automatic.ts'
export { type Again, Unsupported, type Witness } from './witness.ts'
export { checkExpectation } from './expect.ts'
export type { Mismatch } from './mismatch.ts'
export * from './oracle/mod.ts'
export * from './result.ts'
export { formatSnapshots, parseSnapshots, type SnapshotSections } from './snapshot-file.ts'
export { snapshotText } from './snapshot-text.ts'
export * from './tokens/mod.ts'
