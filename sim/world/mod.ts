/** Worlds, and the host that lets sessions act on them. */

export * from './caller.ts'
export * from './host.ts'
export { type Asker, perform } from './perform.ts'
export * from './replay.ts'
export * from './trace.ts'
export * from './world.ts'
