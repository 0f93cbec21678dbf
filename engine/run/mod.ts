/** Runs of the engine. */

export { synchronize } from './synchronize.ts'
