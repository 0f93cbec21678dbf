/** Running scenarios: finding them, playing them, keeping their snapshots. */

export * from './folder.ts'
export { runScenario, type RunScenarioOptions } from './interpreter.ts'
export * from './load.ts'
export * from './name.ts'
export * from './snapshots.ts'
export * from './suite.ts'
