/** The operations, carried out on one item. Each answers 0 or the Win32 code it failed with. */

import type { Session, SyncOperation } from '../../sim/port/mod.ts'
import { ERROR } from '../../sim/windows/mod.ts'
import { deleteOnClient, deleteOnServer } from './delete.ts'
import { fetch } from './fetch.ts'
import { send } from './send.ts'
import type { Item } from './survey.ts'

/** Carries out an operation on an item; PIN and PREPARE are parts of others. */
export function* carryOut(item: Item, operation: SyncOperation): Session<number> {
  switch (operation) {
    case 'CREATE_COPY_ON_SERVER':
    case 'SYNC_TO_SERVER':
      return yield* send(item, operation)
    case 'CREATE_COPY_ON_CLIENT':
    case 'SYNC_TO_CLIENT':
      return yield* fetch(item, operation)
    case 'DELETE_SERVER_COPY':
      return yield* deleteOnServer(item)
    case 'DELETE_CLIENT_COPY':
      return yield* deleteOnClient(item)
    case 'PIN':
    case 'PREPARE':
      return ERROR.SUCCESS
  }
}
