/** Operations that write the cache from the server: a new copy here, or changed content, attributes and spelling. */

import { ask, type DirEntry, isFailure, type Session, type SyncOperation } from '../../sim/port/mod.ts'
import { childOf, ERROR, parentOf, SYNC_FLAG, type UncPath } from '../../sim/windows/mod.ts'
import {
  type CacheRecord,
  CLEAN,
  cleanRecord,
  copiedInfo,
  intend,
  type Intent,
  replaceItem,
  seen,
  withRoom,
} from '../cache/mod.ts'
import { has, isLinkName } from '../rules/mod.ts'
import { beforeOf, exactly, expectedOf, finish, recordOf, refused, respell } from './change.ts'
import type { RunContext } from './context.ts'
import type { Item } from './item.ts'
import { type Transfer, transfer } from './transfer.ts'

/** Makes the local copy what the server's is; a new item gets its pins first. */
export function* fetch(run: RunContext, item: Item, work: Fetched): Session<number> {
  const { local, server } = item
  if (server === undefined) return ERROR.FILE_NOT_FOUND
  const path = local === undefined ? childOf(parentOf(item.path) ?? '', server.name) : item.path
  const here = yield* pinned(run, { ...item, path }, server)
  if (here === undefined) return ERROR.SHARING_VIOLATION
  return server.info.type === 'file'
    ? yield* fetchContent(run, here, { ...work, server })
    : yield* fetchDirectory(here, { ...work, server })
}

/** How an item is fetched. */
export interface Fetched {
  readonly operation: SyncOperation
  /** With a directory all comes back that was deleted in it here. */
  readonly revives?: boolean
}

interface Fetching extends Fetched {
  readonly server: DirEntry
}

/**
 * Sets the pins of a new item: from now on it has an entry, sparse until its content has come (P15.54).
 *
 * @returns The item with its entry; `undefined` when an application has made something of that name meanwhile, which is left
 * alone.
 */
export function* pinned({ flags }: RunContext, item: Item, server: DirEntry): Session<Item | undefined> {
  const { path, newPins, record: known, rights } = item
  if (newPins === undefined) return item
  const { name, info: { type } } = server
  const isLink = type === 'file' && isLinkName(name)
  const record: CacheRecord = {
    name,
    type,
    original: null,
    marks: CLEAN,
    deletedAt: null,
    sparse: true,
    pins: newPins,
    ...(isLink && has(flags, SYNC_FLAG.PINLINKTARGETS) ? { targetToPin: true } : {}),
    ...(rights === undefined ? {} : { rights }),
  }
  return (yield* enter(path, known, record)) ? { ...item, record, newPins: undefined } : undefined
}

/**
 * Enters a pinned item into the cache.
 *
 * @returns False when somebody else has just written its record.
 */
export function* enter(
  path: UncPath,
  known: CacheRecord | undefined,
  record: CacheRecord,
): Session<boolean> {
  if (!(yield* replaceItem(path, known, record))) return false
  const { type } = record
  if (known === undefined) yield* ask({ kind: 'publish', event: { event: 'ITEMADDEDTOCACHE', path, type } })
  yield* ask({ kind: 'publish', event: { event: 'ITEMPINNED', path, type } })
  return true
}

function* fetchContent(run: RunContext, item: Item, { operation, server }: Fetching): Session<number> {
  const { path, local } = item
  const job: Transfer = {
    path,
    from: 'server',
    yields: has(run.flags, SYNC_FLAG.BACKGROUND),
    expect: local === undefined ? 'absent' : exactly(local.info),
    beforeCommit: (source) => intend(intentOf(item, { operation, server: { ...server, info: source } })),
    info: copiedInfo,
  }
  const done = yield* withRoom(path, () => transfer(job))
  if (isFailure(done)) return yield* refused(path, done)
  const intent = intentOf(item, { operation, server: { ...server, info: done.source } })
  return yield* finish(intent, yield* respell('cache', item, done.target))
}

const REVIVES: Pick<Intent, 'revives'> = { revives: true }

function* fetchDirectory(item: Item, fetching: Fetching): Session<number> {
  const { path, local } = item
  const { info } = fetching.server
  const intent = { ...intentOf(item, fetching), ...(fetching.revives === true ? REVIVES : {}) }
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
