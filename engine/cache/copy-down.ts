/** Copies what the server has into the cache, outside of any sync: staged, committed whole, with its information. */

import {
  type AnswerTo,
  ask,
  type Failed,
  type FileInfo,
  type InfoChange,
  isFailure,
  type Session,
} from '../../sim/port/mod.ts'
import { childOf, ERROR, parentOf, type UncPath } from '../../sim/windows/mod.ts'
import { type Seen, seen } from './cache-record.ts'
import { copyBytes } from './copy-bytes.ts'

/** Makes the cached copy of a file or directory what the server's is; what was seen of the server's copy. */
export function* copyDown(path: UncPath): Session<Seen | Failed> {
  const found = yield* ask({ kind: 'stat', on: 'server', path })
  if (found.kind === 'failed') return found
  const { name, info } = found
  const spelled = childOf(parentOf(path) ?? path, name)
  const copied = info.type === 'file' ? yield* copyFile(spelled) : yield* copyDirectory(spelled, info)
  return isFailure(copied) ? copied : seen({ name, info: copied })
}

/** What of an item's information a copy takes over. */
export function copiedInfo({ attributes, times }: FileInfo): InfoChange {
  const { creation, lastWrite, lastAccess } = times
  return { attributes, creation, lastWrite, lastAccess }
}

function* copyFile(path: UncPath): Session<FileInfo | Failed> {
  const source = yield* ask({
    kind: 'open',
    on: 'server',
    path,
    access: 'read',
    share: ['read', 'write', 'delete'],
    disposition: 'open',
  })
  if (source.kind === 'failed') return source
  const copied = yield* stageAndCommit(path, source)
  yield* ask({ kind: 'close', handle: source.handle })
  return copied
}

function* stageAndCommit(path: UncPath, source: AnswerTo<'open'>): Session<FileInfo | Failed> {
  const staged = yield* ask({ kind: 'stage', on: 'cache', path })
  if (staged.kind === 'failed') return staged
  const { handle } = staged
  const code = yield* copyBytes(source.handle, handle, source.info.size)
  const done = code === ERROR.SUCCESS
    ? yield* ask({ kind: 'commit', handle, expect: 'any', info: copiedInfo(source.info) })
    : { kind: 'failed', code } as const
  if (done.kind === 'commit') return source.info
  yield* ask({ kind: 'close', handle })
  return done
}

function* copyDirectory(path: UncPath, info: FileInfo): Session<FileInfo | Failed> {
  const made = yield* ask({ kind: 'mkdir', on: 'cache', path, info: copiedInfo(info) })
  if (made.kind === 'mkdir') return info
  if (made.code !== ERROR.ALREADY_EXISTS) return made
  const set = yield* ask({ kind: 'set-info', on: 'cache', path, info: { attributes: info.attributes } })
  return set.kind === 'failed' ? set : info
}
