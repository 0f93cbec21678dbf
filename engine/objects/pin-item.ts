/** Pins one surveyed item: gives it an entry if it has none, adds the categories, and fetches its content where asked. */

import { type Session, type SyncOperation, within } from '../../sim/port/mod.ts'
import { ERROR, SYNC_FLAG } from '../../sim/windows/mod.ts'
import type { CacheRecord } from '../cache/mod.ts'
import { has, pinsGained } from '../rules/mod.ts'
import { carryOut, changePins, type Item, pinNew, type RunContext } from '../run/mod.ts'

/** What content is fetched by, in the states in which not all of it is here (P2.13, P15.11); in others nothing is missing. */
const FILLED_BY: ReadonlyMap<Item['cell'], SyncOperation> = new Map([
  [16, 'SYNC_TO_CLIENT'],
  [38, 'SYNC_TO_CLIENT'],
  [41, 'SYNC_TO_CLIENT'],
  [30, 'CREATE_COPY_ON_CLIENT'],
  [32, 'CREATE_COPY_ON_CLIENT'],
])

/** Why content that is not all here cannot be fetched: the server has nothing of it any more, or a directory of that name. */
const NOT_FILLED: ReadonlyMap<Item['cell'], number> = new Map<Item['cell'], number>([
  ['drop', ERROR.FILE_NOT_FOUND],
  [17, ERROR.FILE_NOT_FOUND],
  [18, ERROR.ACCESS_DENIED],
  [19, ERROR.ACCESS_DENIED],
])

/**
 * Pins one item with the categories of the run's flags, and fetches its content when they say FILL.
 *
 * @returns 0 or a code; where a directory could not be listed, that code after it is pinned (P15.60).
 */
export function* pinItem(
  run: RunContext,
  item: Item,
  { alone }: { readonly alone: boolean },
): Session<number> {
  const { path, record, refused = ERROR.SUCCESS } = item
  const isNew = record === undefined
  if (isNew && item.server?.info.type === 'file' && refused !== ERROR.SUCCESS) return refused
  const entered = isNew ? yield* enter(run, item) : ERROR.SUCCESS
  if (entered !== ERROR.SUCCESS) return entered
  const after = yield* changePins(path, (current) => withRights(withPins(current, run.flags, alone), item))
  if (after === undefined) return ERROR.FILE_NOT_FOUND
  const fills = !isNew && comesNow(run, item)
  return (fills ? yield* fill({ ...item, record: after }) : ERROR.SUCCESS) || refused
}

/** Content comes when FILL asks for it, and where there is none to come: directories and empty files are never sparse (P8.5). */
function comesNow({ flags }: RunContext, { server, record }: Item): boolean {
  if (has(flags, SYNC_FLAG.FILLSPARSE)) return true
  const isSameKind = record === undefined || record.type === server?.info.type
  return isSameKind && server?.info.size === 0
}

/** A directory pinned without what is in it is marked, so that the next run sees to its children (P15.12). */
function withPins(record: CacheRecord, flags: number, alone: boolean): CacheRecord {
  const pins = pinsGained(record.pins, record.type, flags)
  const leaves = alone && record.type === 'directory' && record.childrenToPin !== true
  if (pins === record.pins && !leaves) return record
  return { ...record, pins, ...(leaves ? { childrenToPin: true } : {}) }
}

/** What was seen of the rights on a new item is remembered with it (P15.62). */
function withRights(record: CacheRecord, { rights }: Item): CacheRecord {
  return rights === undefined || record.rights !== undefined ? record : { ...record, rights }
}

/** An entry for what the cache does not know yet, without content unless that comes now. */
function* enter(run: RunContext, item: Item): Session<number> {
  const { path, server, local, parentPins } = item
  if (server === undefined) return ERROR.FILE_NOT_FOUND
  const { type } = server.info
  const newPins = run.rules.pinsForNew(parentPins, type, run.flags)
  const pinned = newPins === undefined ? item : { ...item, newPins }
  if (type === 'directory') return yield* enterDirectory(pinned)
  if (local !== undefined) return ERROR.ALREADY_EXISTS
  if (comesNow(run, item)) return yield* work(pinned, 'CREATE_COPY_ON_CLIENT')
  const done = yield* within({ name: 'PIN', path }, pinNew(pinned, server))
  return done ? ERROR.SUCCESS : ERROR.SHARING_VIOLATION
}

/** An entry for a directory of the server; without `newPins` a plain one. */
export function* enterDirectory(directory: Item): Session<number> {
  return yield* work(directory, directory.local === undefined ? 'CREATE_COPY_ON_CLIENT' : 'SYNC_TO_CLIENT')
}

function* fill(item: Item): Session<number> {
  const operation = FILLED_BY.get(item.cell)
  return operation === undefined ? NOT_FILLED.get(item.cell) ?? ERROR.SUCCESS : yield* work(item, operation)
}

function* work(item: Item, operation: SyncOperation): Session<number> {
  return yield* within({ name: operation, path: item.path }, carryOut(item, operation))
}
