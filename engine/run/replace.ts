/**
 * A file takes a directory's place, or a directory a file's: the losing copy is deleted, then the winning one created
 * (P15.4). From the moment the losing copy is gone the other counts as created on its side, so that it never looks like a
 * leftover if the run ends in between (P15.66).
 */

import type { DirEntry, Session } from '../../sim/port/mod.ts'
import { CONFLICT_RESOLVE, ERROR, type UncPath } from '../../sim/windows/mod.ts'
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
import { answerOf, settingFor } from '../rules/mod.ts'
import { recordOf } from './change.ts'
import type { RunContext } from './context.ts'
import { removeFrom } from './delete.ts'
import { fetch } from './fetch.ts'
import { type Item, keyOf } from './item.ts'
import { contentOf, disownTree } from './tree-content.ts'
import { send } from './send.ts'

/** Puts the local copy in place of a server copy of the other kind. */
export function* replaceOnServer(run: RunContext, item: Item): Session<number> {
  const { path, server } = item
  if (server === undefined) return ERROR.FILE_NOT_FOUND
  if (server.info.type === 'directory') {
    const code = yield* emptyServerDirectory(run, item)
    if (code !== ERROR.SUCCESS) return code
  } else {
    const code = yield* disownTree(path, 'all')
    if (code !== ERROR.SUCCESS) return code
  }
  const code = yield* removeFrom('server', item)
  if (code !== ERROR.SUCCESS) return code
  const record = yield* readItem(path)
  return yield* send(run, { ...item, server: undefined, record }, 'CREATE_COPY_ON_SERVER')
}

/** Puts the server's copy in place of a local copy of the other kind. */
export function* replaceOnClient(run: RunContext, item: Item): Session<number> {
  const { path, local, server } = item
  if (local === undefined || server === undefined) return ERROR.FILE_NOT_FOUND
  const awaited = awaiting(recordOf(item), server)
  if (local.info.type === 'directory') {
    const emptied = yield* emptyLocalDirectory(run, path, awaited)
    if (emptied !== ERROR.SUCCESS) return emptied
  }
  const code = yield* removeFrom('cache', item, awaited)
  if (code !== ERROR.SUCCESS) return code
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
 * Deletes what is in a server's directory, bottom up, if all of it is known here: 145 where something is not (P3.9), before
 * anything is deleted. From the first deletion on the choice stands, whatever a later call would choose.
 */
function* emptyServerDirectory(run: RunContext, { path }: Item): Session<number> {
  const found = yield* contentOf('server', path)
  if (typeof found === 'number') return found
  for (const { at, entry } of found) {
    const record = yield* readItem(at)
    if (record === undefined || isKeptByDate(run, path, { record, entry })) return ERROR.DIR_NOT_EMPTY
  }
  const own = yield* readItem(path)
  if (own !== undefined && !(yield* replaceItem(path, own, { ...own, wins: true }))) {
    return ERROR.SHARING_VIOLATION
  }
  for (const { at, entry } of found) {
    const code = yield* removeFrom('server', yield* itemAt(at, { server: entry }))
    if (code !== ERROR.SUCCESS) return code
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
 * Deletes what is in a local directory, bottom up. New work keeps it all: 145 (P15.43); so does any change where the latest
 * copy is kept, since one of them may be later than what the server has (P3.10). From the first deletion on the server's
 * copy is awaited in its place, whatever a later call would choose.
 */
function* emptyLocalDirectory(run: RunContext, path: UncPath, awaited: CacheRecord): Session<number> {
  const found = yield* contentOf('cache', path)
  if (typeof found === 'number') return found
  for (const { at } of found) {
    const marks = (yield* readItem(at))?.marks ?? CREATED
    if (marks.createdOffline || (isDirty(marks) && keepsLatest(run, path))) return ERROR.DIR_NOT_EMPTY
  }
  if (!(yield* replaceItem(path, yield* readItem(path), awaited))) return ERROR.SHARING_VIOLATION
  for (const { at, entry } of found) {
    const code = yield* removeFrom('cache', yield* itemAt(at, { local: entry }))
    if (code !== ERROR.SUCCESS) return code
  }
  // Tombstones and names without content are left: their place is gone.
  yield* forgetBelow(path)
  return ERROR.SUCCESS
}

function keepsLatest(run: RunContext, path: UncPath): boolean {
  const asked = run.answers.get(keyOf({ path }))?.resolution ?? answerOf(run.flags)
  const resolution = asked === CONFLICT_RESOLVE.NONE ? settingFor(path, run.settings) : asked
  return resolution === CONFLICT_RESOLVE.KEEPLATEST
}

function* itemAt(
  path: UncPath,
  { local, server }: { readonly local?: DirEntry; readonly server?: DirEntry },
): Session<Pick<Item, 'path' | 'record' | 'local' | 'server' | 'rights' | 'newPins'>> {
  return { path, record: yield* readItem(path), local, server, rights: undefined, newPins: undefined }
}
