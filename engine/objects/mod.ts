/** The documented object model: the methods of the cache as sessions, its items, and both as a plain library. */

export { type DeleteCall, deleteItems } from './delete-items.ts'
export { describeItem, describeItems } from './describe-item.ts'
export { DELETE_FLAG, PIN_FLAG, TRANSITION_FLAG } from './flags.ts'
export * from './host.ts'
export * from './item.ts'
export * from './offline-files-cache.ts'
export { pin, type PinCall } from './pin.ts'
export { slowLink } from './slow-link.ts'
export { type SuspendCall, suspendRoot } from './suspend-root.ts'
export {
  type OfflineCall,
  type OfflineResult,
  type TransitionCall,
  transitionOffline,
  transitionOnline,
} from './transition.ts'
export { unpin } from './unpin.ts'
