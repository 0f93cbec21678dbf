/**
 * A file takes a directory's place, or a directory a file's: the losing copy is deleted, then the winning one created
 * (P15.4). From the moment the losing copy is gone the other counts as created on its side, so that it never looks like a
 * leftover if the run ends in between (P15.66).
 */

import type { DirEntry, Session, Side } from '../../sim/port/mod.ts'
import { CONFLICT_RESOLVE, ERROR, SYNC_FLAG, type UncPath } from '../../sim/windows/mod.ts'
import {
  type CacheRecord,
  CLEAN,
  CREATED,
  forgetBelow,
  isDirty,
  oneMoreEdit,
  readItem,
  replaceItem,
} from '../cache/mod.ts'
import { has } from '../rules/mod.ts'
import { recordOf } from './change.ts'
import type { RunContext } from './context.ts'
import { type Removed, removeFrom } from './delete.ts'
import { fetch } from './fetch.ts'
import type { Item } from './item.ts'
import { resolutionFor } from './plan-conflict.ts'
import { contentOf, disownTree, type Found } from './tree-content.ts'
import { send } from './send.ts'

/** Puts the local copy in place of a server copy of the other kind. */
export function* replaceOnServer(run: RunContext, item: Item): Session<number> {
  const { path, server } = item
  if (server === undefined) return ERROR.FILE_NOT_FOUND
  if (server.info.type === 'directory') {
    const code = yield* emptyServerDirectory(run, item)
    if (code !== ERROR.SUCCESS) return code
  } else {
    const code = yield* removeServerFile(item)
    if (code !== ERROR.SUCCESS) return code
  }
  const record = yield* readItem(path)
  return yield* send(run, { ...item, server: undefined, record }, 'CREATE_COPY_ON_SERVER')
}

/** Where the server's file cannot be removed, what is in the local directory is again what it was. */
function* removeServerFile(item: Item): Session<number> {
  const disowned = yield* disownTree(item.path, 'all')
  if (typeof disowned === 'number') return disowned
  const code = yield* removeFrom('server', item)
  if (code !== ERROR.SUCCESS) {
    for (const { at, before, after } of disowned) yield* replaceItem(at, after, before)
  }
  return code
}

/** Puts the server's copy in place of a local copy of the other kind. */
export function* replaceOnClient(run: RunContext, item: Item): Session<number> {
  const { local, server } = item
  if (local === undefined || server === undefined) return ERROR.FILE_NOT_FOUND
  const awaited = awaiting(recordOf(item), server)
  if (local.info.type === 'directory') {
    if (!has(run.flags, SYNC_FLAG.SYNCIN)) return ERROR.ACCESS_DENIED
    const emptied = yield* emptyLocalDirectory(run, item, awaited)
    if (emptied !== ERROR.SUCCESS) return emptied
  } else {
    const code = yield* removeFrom('cache', item, awaited)
    if (code !== ERROR.SUCCESS) return code
  }
  return yield* fetch(run, { ...item, local: undefined, record: awaited }, { operation: 'SYNC_TO_CLIENT' })
}

/** An entry of which nothing is here yet; its pins stay with the path (P15.59). */
export function awaiting(record: CacheRecord, server: DirEntry): CacheRecord {
  const { ghost: _ghost, ...kept } = record
  return {
    ...kept,
    ...oneMoreEdit(record),
    type: server.info.type,
    original: null,
    marks: CLEAN,
    deletedAt: null,
    sparse: true,
  }
}

/**
 * Deletes a server's directory, bottom up, if all that is in it is known here: 145 where something is not (P3.9), before
 * anything is deleted. From the first deletion on the choice against this directory stands, whatever a later call would choose.
 */
function* emptyServerDirectory(run: RunContext, item: Item): Session<number> {
  const { path, server } = item
  const found = yield* contentOf('server', path)
  if (typeof found === 'number') return found
  for (const { at, entry } of found) {
    const record = yield* readItem(at)
    if (record === undefined || isKeptByDate(run, path, { record, entry })) return ERROR.DIR_NOT_EMPTY
  }
  const before = yield* readItem(path)
  const chosen = before === undefined ? undefined : { ...before, wins: server?.info.id ?? 0 }
  const deletions: readonly Removed[] = [
    ...yield* itemsAt(found, 'server'),
    item,
  ]
  return yield* removeInTurn('server', deletions, { path, before, chosen })
}

/** What is remembered of an item from the first of several deletions on. */
interface Choice {
  readonly path: UncPath
  readonly before: CacheRecord | undefined
  readonly chosen: CacheRecord | undefined
}

/** Removes one after the other. When the first cannot be removed nothing has happened, and nothing was chosen (P15.47). */
function* removeInTurn(
  on: Side,
  items: readonly Removed[],
  { path, before, chosen }: Choice,
): Session<number> {
  if (before !== chosen && !(yield* replaceItem(path, before, chosen))) return ERROR.SHARING_VIOLATION
  for (const [i, item] of items.entries()) {
    const isLast = i === items.length - 1
    const code = yield* removeFrom(on, item, isLast && on === 'cache' ? chosen : undefined)
    if (code === ERROR.SUCCESS) continue
    if (i === 0 && before !== chosen) yield* replaceItem(path, chosen, before)
    return code
  }
  return ERROR.SUCCESS
}

/** Where the latest copy is kept, something that changed on the server after it was deleted here is not deleted there. */
function isKeptByDate(
  run: RunContext,
  clash: UncPath,
  { record, entry }: { readonly record: CacheRecord; readonly entry: DirEntry },
): boolean {
  const isChanged = record.original === null || record.original.change !== entry.info.times.change
  return keepsLatest(run, clash) && entry.info.type === 'file' && isChanged &&
    entry.info.times.change >= (record.deletedAt ?? 0)
}

/**
 * Deletes a local directory, bottom up. New work keeps it all: 145 (P15.43); so does any change where the latest
 * copy is kept, since one of them may be later than what the server has (P3.10). From the first deletion on the server's
 * copy is awaited in its place, whatever a later call would choose.
 */
function* emptyLocalDirectory(run: RunContext, item: Item, awaited: CacheRecord): Session<number> {
  const { path } = item
  const found = yield* contentOf('cache', path)
  if (typeof found === 'number') return found
  for (const { at } of found) {
    const marks = (yield* readItem(at))?.marks ?? CREATED
    if (marks.createdOffline || (isDirty(marks) && keepsLatest(run, path))) return ERROR.DIR_NOT_EMPTY
  }
  const before = yield* readItem(path)
  const deletions: readonly Removed[] = [...yield* itemsAt(found, 'cache'), { ...item, record: awaited }]
  const code = yield* removeInTurn('cache', deletions, { path, before, chosen: awaited })
  // Tombstones and names without content are left: their place is gone.
  if (code === ERROR.SUCCESS) yield* forgetBelow(path)
  return code
}

function keepsLatest(run: RunContext, path: UncPath): boolean {
  return resolutionFor(run, path).resolution === CONFLICT_RESOLVE.KEEPLATEST
}

function* itemsAt(found: readonly Found[], on: Side): Session<readonly Removed[]> {
  const items: Removed[] = []
  for (const { at, entry } of found) {
    const [local, server] = on === 'cache' ? [entry, undefined] : [undefined, entry]
    items.push({
      path: at,
      record: yield* readItem(at),
      local,
      server,
      rights: undefined,
      newPins: undefined,
    })
  }
  return items
}
