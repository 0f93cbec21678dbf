/** Moving the content of a file from one side to the other: staged, committed whole, never half-written. */

import {
  ask,
  type Expectation,
  type Failed,
  type FileInfo,
  type InfoChange,
  isFailure,
  type Session,
  type Side,
} from '../../sim/port/mod.ts'
import { ERROR, type UncPath } from '../../sim/windows/mod.ts'
import { copyBytes } from '../cache/mod.ts'

/** One transfer. */
export interface Transfer {
  readonly path: UncPath
  readonly from: Side
  /** Whether an application that wants a file in hand gets it, and the transfer backs off (SYNC-28). */
  readonly yields: boolean
  /** What the target must still be. */
  readonly expect: Expectation
  /** Puts the intent; called with the source as it was opened, right before the commit. */
  readonly beforeCommit: (source: FileInfo) => Session<void>
  /** Attributes and times the target gets. */
  readonly info: (source: FileInfo) => InfoChange
}

/** What a transfer did: the source as it was read and the target as it is. */
export interface Transferred {
  readonly source: FileInfo
  readonly target: FileInfo
}

/**
 * Transfers a file's whole content. A server copy that changes while it is read is read once more, then the transfer fails
 * with 32 (P9.5); so does one whose target is no longer what it was.
 */
export function* transfer(job: Transfer): Session<Transferred | Failed> {
  const first = yield* attempt(job)
  return first === 'source changed' ? refuseChanged(yield* attempt(job)) : first
}

function refuseChanged(result: Transferred | Failed | 'source changed'): Transferred | Failed {
  return result === 'source changed' ? { kind: 'failed', code: ERROR.SHARING_VIOLATION } : result
}

function* attempt(job: Transfer): Session<Transferred | Failed | 'source changed'> {
  const { path, from, yields } = job
  const to = from === 'server' ? 'cache' : 'server'
  const contention = yields ? 'yield' : 'hold'
  const source = yield* ask({
    kind: 'open',
    on: from,
    path,
    access: 'read',
    // Backing off from a local copy means to notice who writes it; who only reads is left alone (P15.64).
    share: yields && from === 'cache' ? ['read'] : ['read', 'write', 'delete'],
    disposition: 'open',
    contention,
    // The local copy goes out as it was when the upload began (P15.65); a server has no such favour to ask of.
    snapshot: from === 'cache',
  })
  if (source.kind === 'failed') return source
  const staged = yield* ask({ kind: 'stage', on: to, path, contention })
  if (staged.kind === 'failed') return yield* closing(source.handle, staged)
  const code = yield* copyBytes(source.handle, staged.handle, source.info.size)
  if (code !== ERROR.SUCCESS) return yield* abandon(source.handle, staged.handle, { kind: 'failed', code })
  const again = yield* ask({ kind: 'stat', on: from, path })
  if (again.kind === 'failed') return yield* abandon(source.handle, staged.handle, again)
  if (from === 'server' && again.info.times.change !== source.info.times.change) {
    return yield* abandon(source.handle, staged.handle, 'source changed')
  }
  yield* job.beforeCommit(source.info)
  if (yields) {
    const still = yield* ask({ kind: 'read', handle: source.handle, offset: 0, length: 1 })
    if (still.kind === 'failed') return yield* abandon(source.handle, staged.handle, still)
  }
  const info = job.info(source.info)
  const committed = yield* ask({ kind: 'commit', handle: staged.handle, expect: job.expect, info })
  if (isFailure(committed)) return yield* abandon(source.handle, staged.handle, inOtherHands(committed))
  return yield* closing(source.handle, { source: source.info, target: committed.info })
}

/** A target that is no longer what was surveyed is in somebody else's hands: 32, and the next run looks again. */
export function inOtherHands(refusal: Failed): Failed {
  return refusal.unexpected === true ? { kind: 'failed', code: ERROR.SHARING_VIOLATION } : refusal
}

function* abandon<T>(source: number, staged: number, result: T): Session<T> {
  yield* ask({ kind: 'close', handle: staged })
  return yield* closing(source, result)
}

function* closing<T>(handle: number, result: T): Session<T> {
  yield* ask({ kind: 'close', handle })
  return result
}
