/** Judging: what must hold of a round and of its scenario. */

export * from './oracle/mod.ts'
export { snapshotText } from './snapshot-text.ts'
