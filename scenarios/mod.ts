/** Scenarios: saying them, running them, judging them, and the ids of all that they stand for. */

export * from './judge/mod.ts'
export * from './language/mod.ts'
export * from './requirements/mod.ts'
export * from './run/mod.ts'
export * from './suite/mod.ts'
