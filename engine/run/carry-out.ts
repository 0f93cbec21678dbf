/** The eight operations, carried out on one item. Each answers 0 or the Win32 code it failed with. */

import {
  ask,
  type DirEntry,
  type ExpectedItem,
  type Failed,
  type FileInfo,
  type InfoChange,
  isFailure,
  type Session,
  type Side,
  type SyncOperation,
} from '../../sim/port/mod.ts'
import { childOf, ERROR, parentOf } from '../../sim/windows/mod.ts'
import {
  type CacheRecord,
  CLEAN,
  CREATED,
  isCacheRecord,
  NOT_PINNED,
  readDirectory,
  seen,
  writeItem,
} from '../cache/mod.ts'
import { cleanRecord, intend, type Intent, recordDone, settled } from './intents.ts'
import type { Item } from './survey.ts'
import { inOtherHands, transfer } from './transfer.ts'

/** Carries out an operation on an item. */
export function* carryOut(item: Item, operation: SyncOperation): Session<number> {
  switch (operation) {
    case 'CREATE_COPY_ON_SERVER':
    case 'SYNC_TO_SERVER':
      return yield* toServer(item, operation)
    case 'CREATE_COPY_ON_CLIENT':
      if (item.newPins !== undefined) yield* pin(item)
      return yield* toClient(item, operation)
    case 'SYNC_TO_CLIENT':
      return yield* toClient(item, operation)
    case 'DELETE_SERVER_COPY':
      return yield* deleteOnServer(item)
    case 'DELETE_CLIENT_COPY':
      return yield* deleteOnClient(item)
    case 'PIN':
      yield* pin(item)
      return ERROR.SUCCESS
    case 'PREPARE':
      return ERROR.SUCCESS
  }
}

/** Sets the pins of a new item: from now on it has an entry, sparse until its content has come (P15.54). */
function* pin(item: Item): Session<void> {
  const { path, server, newPins } = item
  if (server === undefined || newPins === undefined) return
  const { type } = server.info
  const record = {
    name: server.name,
    type,
    original: null,
    marks: CLEAN,
    deletedAt: null,
    sparse: true,
    pins: newPins,
  }
  yield* writeItem(path, record)
  yield* ask({ kind: 'publish', event: { event: 'ITEMPINNED', path, type } })
}

function* toServer(item: Item, operation: SyncOperation): Session<number> {
  const { path, local, server } = item
  if (local === undefined) return ERROR.FILE_NOT_FOUND
  const intent: Intent = {
    path,
    operation,
    side: 'server',
    expect: expectedOf(local.info),
    localChange: local.info.times.change,
    record: cleanRecord({ ...recordOf(item), name: local.name, type: local.info.type }, null),
  }
  const { attributes } = local.info
  if (local.info.type === 'file' && (server === undefined || sendsContent(item))) {
    const done = yield* transfer({
      path,
      from: 'cache',
      expect: server === undefined ? 'absent' : exactly(server.info),
      beforeCommit: (source) =>
        intend({ ...intent, expect: expectedOf(source), localChange: source.times.change }),
      info: (source) => ({ attributes: source.attributes, lastWrite: source.times.lastWrite }),
    })
    if (isFailure(done)) return yield* refused(path, done)
    const info = (yield* respell('server', item)) ?? done.target
    return yield* finish({ ...intent, localChange: done.source.times.change }, {
      name: local.name,
      key: '',
      info,
    })
  }
  yield* intend(intent)
  const isFile = local.info.type === 'file'
  const info = isFile ? { attributes, lastWrite: local.info.times.lastWrite } : { attributes }
  const reply = server === undefined
    ? yield* ask({ kind: 'mkdir', on: 'server', path, info })
    : yield* ask({ kind: 'set-info', on: 'server', path, info, expect: exactly(server.info) })
  if (reply.kind === 'failed') return yield* refused(path, reply)
  const after = (yield* respell('server', item)) ?? reply.info
  return yield* finish(intent, { name: local.name, key: '', info: after })
}

/** Attributes alone are sent without content (P15.16). */
function sendsContent(item: Item): boolean {
  const marks = item.record?.marks ?? CREATED
  return marks.modifiedData || marks.modifiedTime || marks.createdOffline
}

function* toClient(item: Item, operation: SyncOperation): Session<number> {
  const { path, local, server } = item
  if (server === undefined) return ERROR.FILE_NOT_FOUND
  if (local !== undefined && local.info.type !== server.info.type) return ERROR.NOT_SUPPORTED
  const base = { ...recordOf(item), name: server.name, type: server.info.type }
  const intentFor = (source: FileInfo): Intent => ({
    path,
    operation,
    side: 'cache',
    expect: expectedOf(source),
    localChange: null,
    record: cleanRecord(base, seen(source)),
  })
  if (server.info.type === 'file') {
    const done = yield* transfer({
      path,
      from: 'server',
      expect: local === undefined ? 'absent' : exactly(local.info),
      beforeCommit: (source) => intend(intentFor(source)),
      info: copiedInfo,
    })
    if (isFailure(done)) return yield* refused(path, done)
    yield* respell('cache', item)
    return yield* finish(intentFor(done.source), server)
  }
  const intent = intentFor(server.info)
  yield* intend(intent)
  const { attributes } = server.info
  const reply = local === undefined
    ? yield* ask({ kind: 'mkdir', on: 'cache', path, info: copiedInfo(server.info) })
    : yield* ask({ kind: 'set-info', on: 'cache', path, info: { attributes } })
  if (reply.kind === 'failed') return yield* refused(path, reply)
  yield* respell('cache', item)
  return yield* finish(intent, server)
}

function* deleteOnServer(item: Item): Session<number> {
  const { path, server } = item
  if (server === undefined) return yield* forget(item)
  if (server.info.type === 'directory') {
    const remaining = yield* ask({ kind: 'list', on: 'server', path })
    if (remaining.kind === 'failed') return remaining.code
    if (remaining.entries.length > 0) return yield* keepDirectory(item, server, remaining.entries)
  }
  return yield* removeFrom('server', item, exactly(server.info))
}

/**
 * A directory deleted here still holds something there. What the client has never seen, or has again, brings the directory
 * back (P2.9); a known item whose deletion failed lets it fail with 145 (P15.41).
 */
function* keepDirectory(item: Item, server: DirEntry, remaining: readonly DirEntry[]): Session<number> {
  const records = yield* readDirectory(item.path)
  const isTombstone = (entry: DirEntry): boolean => {
    const record = records.get(entry.key)
    return isCacheRecord(record) && record.marks.deletedOffline
  }
  if (remaining.every(isTombstone)) return ERROR.DIR_NOT_EMPTY
  return yield* toClient({ ...item, server }, 'DELETE_SERVER_COPY')
}

function* deleteOnClient(item: Item): Session<number> {
  const { path, local } = item
  if (local === undefined) return yield* forget(item)
  if (local.info.type === 'directory') {
    const remaining = yield* ask({ kind: 'list', on: 'cache', path })
    if (remaining.kind === 'failed') return remaining.code
    if (remaining.entries.length > 0) {
      yield* writeItem(path, { ...recordOf(item), original: null, marks: CREATED })
      return ERROR.SUCCESS
    }
  }
  return yield* removeFrom('cache', item, exactly(local.info))
}

function* removeFrom(on: Side, item: Item, expect: ExpectedItem): Session<number> {
  const { path } = item
  const operation = on === 'server' ? 'DELETE_SERVER_COPY' : 'DELETE_CLIENT_COPY'
  yield* intend({ path, operation, side: on, expect: null, localChange: null, record: recordOf(item) })
  const reply = yield* ask({ kind: 'remove', on, path, expect, ignoreReadonly: true })
  const gone = reply.kind !== 'failed' || reply.code === ERROR.FILE_NOT_FOUND ||
    reply.code === ERROR.PATH_NOT_FOUND
  if (!gone) return yield* refused(path, reply)
  const type = item.record?.type ?? 'file'
  yield* ask({ kind: 'publish', event: { event: 'ITEMDELETEDFROMCACHE', path, type } })
  return yield* forget(item)
}

/** Erases what the cache knows of an item. */
export function* forget(item: Item): Session<number> {
  yield* writeItem(item.path, undefined)
  yield* settled(item.path)
  return ERROR.SUCCESS
}

function* finish(intent: Intent, changed: DirEntry): Session<number> {
  yield* recordDone(intent, changed)
  yield* settled(intent.path)
  return ERROR.SUCCESS
}

function* refused(path: string, refusal: Failed): Session<number> {
  yield* settled(path)
  return inOtherHands(refusal).code
}

/** Gives one side's copy the spelling the other has (P15.13, P15.46); its information afterwards, if that moved. */
function* respell(on: Side, item: Item): Session<FileInfo | undefined> {
  const { local, server, path } = item
  if (local === undefined || server === undefined || local.name === server.name) return undefined
  const to = childOf(parentOf(path) ?? '', on === 'server' ? local.name : server.name)
  const reply = yield* ask({ kind: 'rename', on, path, to, replace: false })
  return reply.kind === 'failed' ? undefined : reply.info
}

function recordOf(item: Item): CacheRecord {
  const { local, server, record, newPins } = item
  const known = local ?? server
  const name = known?.name ?? record?.name ?? ''
  const type = known?.info.type ?? 'file'
  const fresh = {
    name,
    type,
    original: null,
    marks: CREATED,
    deletedAt: null,
    sparse: false,
    pins: NOT_PINNED,
  }
  return newPins === undefined ? record ?? fresh : { ...record ?? fresh, pins: newPins }
}

function exactly(info: FileInfo): ExpectedItem {
  const { type, id, size, attributes, times } = info
  return type === 'directory'
    ? { type, id }
    : { type, id, size, attributes, lastWrite: times.lastWrite, change: times.change }
}

function expectedOf(info: FileInfo): Intent['expect'] {
  const { type, attributes, size, times } = info
  return { type, attributes, size, lastWrite: type === 'file' ? times.lastWrite : null }
}

function copiedInfo(source: FileInfo): InfoChange {
  const { attributes, times } = source
  const { creation, lastWrite, lastAccess } = times
  return { attributes, creation, lastWrite, lastAccess }
}
