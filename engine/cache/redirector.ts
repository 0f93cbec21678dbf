/** What applications meet: online the server, offline the cache, and without a break between the two. */

import type {
  ApplicationCall,
  Connection,
  FileOperation,
  OperationResult,
  Session,
} from '../../sim/port/mod.ts'
import { comesBack, isShut, staysOffline } from './connection.ts'
import { workOffline } from './offline.ts'
import { workOnline } from './online.ts'

/** Performs what an application asks on the server or on the cache, and keeps the cache's records of it. */
export function* redirect(call: ApplicationCall): Session<OperationResult> {
  if (yield* isOnline(call.operation, call.connection)) {
    const result = yield* workOnline(call)
    if (result !== undefined) return result
  }
  return yield* workOffline(call)
}

/** On an online share, what needs a sync, is in conflict or suspended is still worked on in the cache. */
function* isOnline(operation: FileOperation, connection: Connection): Session<boolean> {
  if (!('path' in operation)) return connection.online
  const { path } = operation
  if (!(yield* comesBack(path, connection))) return false
  if (yield* (operation.do === 'list' ? isShut(path) : staysOffline(path))) return false
  return operation.do !== 'rename' || !(yield* staysOffline(operation.to))
}
