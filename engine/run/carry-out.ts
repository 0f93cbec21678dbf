/** The operations, carried out on one item. Each answers 0 or the Win32 code it failed with. */

import { ask, type ItemType, type Session } from '../../sim/port/mod.ts'
import { ERROR, type UncPath } from '../../sim/windows/mod.ts'
import { atItsTurn, changePins } from './change-pins.ts'
import type { RunContext } from './context.ts'
import { deleteOnClient, deleteOnServer } from './delete.ts'
import { fetch, type Fetched } from './fetch.ts'
import { disownTree } from './tree-content.ts'
import { isFileItem, type Item } from './item.ts'
import { replaceOnClient, replaceOnServer } from './replace.ts'
import { send } from './send.ts'

/** An operation, and what it means for what is below. */
export interface Work extends Fetched {
  /** A directory is made again on the server, with what is in it here. */
  readonly disowns?: boolean
}

/** Carries out an operation on an item; what the item gains in pins it gets first. */
export function* carryOut(run: RunContext, item: Item, work: Work): Session<number> {
  const { gains } = item
  if (gains === undefined) return yield* workOn(run, item, work)
  const record = yield* changePins(item.path, (known) => atItsTurn(known, gains))
  return yield* workOn(run, { ...item, record }, work)
}

function* workOn(run: RunContext, item: Item, work: Work): Session<number> {
  const { operation } = work
  switch (operation) {
    case 'CREATE_COPY_ON_SERVER':
    case 'SYNC_TO_SERVER': {
      const disowned = work.disowns === true ? yield* disownTree(item.path, 'unchanged') : []
      if (typeof disowned === 'number') return disowned
      return isClash(item) ? yield* replaceOnServer(run, item) : yield* send(run, item, operation)
    }
    case 'CREATE_COPY_ON_CLIENT':
    case 'SYNC_TO_CLIENT': {
      const code = isClash(item) ? yield* replaceOnClient(run, item) : yield* fetch(run, item, work)
      if (code === ERROR.SUCCESS && wasIncomplete(item)) yield* announceAvailable(item.path, 'file')
      return code
    }
    case 'DELETE_SERVER_COPY':
      return yield* deleteOnServer(run, item)
    case 'DELETE_CLIENT_COPY':
      return yield* deleteOnClient(item)
    case 'PIN':
    case 'PREPARE':
      return ERROR.SUCCESS
  }
}

/** True where one side has a file and the other a directory. */
function isClash({ local, server }: Item): boolean {
  return local !== undefined && server !== undefined && local.info.type !== server.info.type
}

/** True for a file that had no content here, or not all of it. */
function wasIncomplete(item: Item): boolean {
  const { local, record } = item
  return isFileItem({ ...item, local: undefined }) && (local === undefined || record?.sparse === true)
}

function* announceAvailable(path: UncPath, type: ItemType): Session<void> {
  yield* ask({ kind: 'publish', event: { event: 'ITEMAVAILABLEOFFLINE', path, type } })
}
