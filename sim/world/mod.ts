/** Worlds, and the host that lets sessions act on them. */

export * from './apply-effects.ts'
export * from './caller.ts'
export type { Changed, Machine, WorldChange } from './change.ts'
export { type Client, FIRST_CLIENT, FIRST_USER, type Link } from './client.ts'
export * from './effect.ts'
export * from './faults.ts'
export * from './host.ts'
export * from './interruption.ts'
export type { LaidItem } from './laid-item.ts'
export type { Recording } from './replay.ts'
export * from './run-options.ts'
export type { Server, ServerOptions, Share } from './server.ts'
export {
  type Actor,
  type ChangeEvent,
  describeEvent,
  isRequestEvent,
  type RequestEvent,
  type TraceEvent,
  TraceHash,
  traceText,
} from './trace.ts'
export type { ClientData, ServerData, WorldData } from './world-data.ts'
export * from './world.ts'
