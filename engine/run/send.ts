/** Operations that write the server: a new copy there, or changed content, attributes and spelling. */

import {
  ask,
  type DirEntry,
  type FileInfo,
  isFailure,
  type Session,
  type SyncOperation,
} from '../../sim/port/mod.ts'
import { ERROR, SYNC_FLAG } from '../../sim/windows/mod.ts'
import { cleanRecord, CREATED, intend, type Intent } from '../cache/mod.ts'
import { has } from '../rules/mod.ts'
import { beforeOf, exactly, expectedOf, finish, recordOf, refused, respell } from './change.ts'
import type { RunContext } from './context.ts'
import type { Item } from './item.ts'
import { transfer } from './transfer.ts'

const FILE_CHANGED_ON_CLIENT = 39

/** Makes the server's copy what the local one is. */
export function* send(run: RunContext, item: Item, operation: SyncOperation): Session<number> {
  const { path, local, server } = item
  if (local === undefined) return ERROR.FILE_NOT_FOUND
  const { type } = local.info
  const intent: Intent = {
    path,
    operation,
    side: 'server',
    before: beforeOf(server),
    expect: expectedOf(local.info),
    localChange: local.info.times.change,
    record: cleanRecord({ ...recordOf(item), name: local.name, type }, null),
  }
  return type === 'file' && (server === undefined || sendsContent(item))
    ? yield* sendContent(run, item, intent)
    : yield* sendInfo(item, { intent, local })
}

/** Attributes alone are sent without content, where nothing else has changed on either side (P15.16). */
function sendsContent({ cell, record }: Item): boolean {
  const marks = record?.marks ?? CREATED
  return cell !== FILE_CHANGED_ON_CLIENT || marks.modifiedData || marks.modifiedTime
}

function* sendContent(run: RunContext, item: Item, intent: Intent): Session<number> {
  const { path, server } = item
  const ofSource = (source: FileInfo): Intent => ({
    ...intent,
    expect: expectedOf(source),
    localChange: source.times.change,
  })
  const done = yield* transfer({
    path,
    from: 'cache',
    yields: has(run.flags, SYNC_FLAG.BACKGROUND),
    expect: server === undefined ? 'absent' : exactly(server.info),
    beforeCommit: (source) => intend(ofSource(source)),
    info: (source) => ({ attributes: source.attributes, lastWrite: source.times.lastWrite }),
  })
  if (isFailure(done)) return yield* refused(path, done)
  return yield* finish(ofSource(done.source), yield* respell('server', item, done.target))
}

function* sendInfo(
  item: Item,
  { intent, local }: { readonly intent: Intent; readonly local: DirEntry },
): Session<number> {
  const { path, server } = item
  yield* intend(intent)
  const { type, attributes, times } = local.info
  const info = type === 'file' ? { attributes, lastWrite: times.lastWrite } : { attributes }
  const reply = server === undefined
    ? yield* ask({ kind: 'mkdir', on: 'server', path, info })
    : yield* ask({ kind: 'set-info', on: 'server', path, info, expect: exactly(server.info) })
  if (reply.kind === 'failed') return yield* refused(path, reply)
  return yield* finish(intent, yield* respell('server', item, reply.info))
}
