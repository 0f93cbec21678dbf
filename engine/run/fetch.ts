/** Operations that write the cache from the server: a new copy here, or changed content, attributes and spelling. */

import {
  ask,
  type DirEntry,
  type FileInfo,
  isFailure,
  NOT_PINNED,
  type Session,
  type SyncOperation,
} from '../../sim/port/mod.ts'
import { childOf, ERROR, parentOf } from '../../sim/windows/mod.ts'
import { CLEAN, cleanRecord, copiedInfo, intend, type Intent, replaceItem, seen } from '../cache/mod.ts'
import { beforeOf, exactly, expectedOf, finish, recordOf, refused, respell } from './change.ts'
import type { Item } from './survey.ts'
import { transfer } from './transfer.ts'

/** Makes the local copy what the server's is; a new item gets its pins first. */
export function* fetch(item: Item, operation: SyncOperation): Session<number> {
  const { local, server } = item
  if (server === undefined) return ERROR.FILE_NOT_FOUND
  if (local !== undefined && local.info.type !== server.info.type) return ERROR.NOT_SUPPORTED
  const path = local === undefined ? childOf(parentOf(item.path) ?? '', server.name) : item.path
  const here = { ...item, path }
  if (item.newPins !== undefined && !(yield* pinNew(here, server))) return ERROR.SHARING_VIOLATION
  return server.info.type === 'file'
    ? yield* fetchContent(here, { operation, server })
    : yield* fetchDirectory(here, { operation, server })
}

interface Fetching {
  readonly operation: SyncOperation
  readonly server: DirEntry
}

/**
 * Sets the pins of a new item: from now on it has an entry, sparse until its content has come (P15.54).
 *
 * @returns False when an application has made something of that name meanwhile: it is left alone.
 */
export function* pinNew(
  { path, newPins = NOT_PINNED, record: known }: Pick<Item, 'path' | 'newPins' | 'record'>,
  server: DirEntry,
): Session<boolean> {
  const { name, info: { type } } = server
  const record = { name, type, original: null, marks: CLEAN, deletedAt: null, sparse: true, pins: newPins }
  if (!(yield* replaceItem(path, known, record))) return false
  yield* ask({ kind: 'publish', event: { event: 'ITEMPINNED', path, type } })
  return true
}

function* fetchContent(item: Item, { operation, server }: Fetching): Session<number> {
  const { path, local } = item
  const ofSource = (source: FileInfo): Intent =>
    intentOf(item, { operation, server: { ...server, info: source } })
  const done = yield* transfer({
    path,
    from: 'server',
    expect: local === undefined ? 'absent' : exactly(local.info),
    beforeCommit: (source) => intend(ofSource(source)),
    info: copiedInfo,
  })
  if (isFailure(done)) return yield* refused(path, done)
  return yield* finish(ofSource(done.source), yield* respell('cache', item, done.target))
}

function* fetchDirectory(item: Item, fetching: Fetching): Session<number> {
  const { path, local } = item
  const { info } = fetching.server
  const intent = intentOf(item, fetching)
  yield* intend(intent)
  const { attributes } = info
  const reply = local === undefined
    ? yield* ask({ kind: 'mkdir', on: 'cache', path, info: copiedInfo(info) })
    : yield* ask({ kind: 'set-info', on: 'cache', path, info: { attributes } })
  if (reply.kind === 'failed') return yield* refused(path, reply)
  return yield* finish(intent, yield* respell('cache', item, reply.info))
}

function intentOf(item: Item, { operation, server }: Fetching): Intent {
  const { path, local } = item
  const record = { ...recordOf(item), name: server.name, type: server.info.type }
  return {
    path,
    operation,
    side: 'cache',
    before: beforeOf(local),
    expect: expectedOf(server.info),
    localChange: null,
    record: cleanRecord(record, seen(server)),
  }
}
