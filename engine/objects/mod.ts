/** The documented object model: the cache with its methods, and its items. */

export { DELETE_FLAG, PIN_FLAG, TRANSITION_FLAG } from './flags.ts'
export * from './host.ts'
export * from './item.ts'
export * from './offline-files-cache.ts'
export type { OfflineResult } from './transition.ts'
