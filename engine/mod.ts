/** The reference engine and its rules. */

export type { CacheRecord, Marks, Seen } from './cache/mod.ts'
export * from './objects/mod.ts'
export * from './offline-files.ts'
export * from './rules/mod.ts'
