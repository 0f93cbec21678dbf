/**
 * Intents: what a run was about to do when it was dropped. Each is put before a change and erased after the records that
 * tell of it; whoever comes next settles the open ones by looking at what is there, and writes nothing but records.
 */

import {
  ask,
  type DirEntry,
  type FileInfo,
  type Json,
  type Session,
  type Side,
  type SyncOperation,
} from '../../sim/port/mod.ts'
import {
  childOf,
  ERROR,
  foldPath,
  isNotThere,
  isWithin,
  type Ticks,
  type UncPath,
} from '../../sim/windows/mod.ts'
import {
  type CacheRecord,
  CLEAN,
  COMPARED_ATTRIBUTES,
  CREATED,
  isCacheRecord,
  type Marks,
  type Seen,
  seen,
} from './cache-record.ts'
import { isMove, type Move, recordMoved } from './moves.ts'
import { BUCKET, readBucket, readDirectory, readItem, replaceItem, untilPut, writeRecord } from './records.ts'

/** A change about to be made. */
export type Intent = {
  readonly path: UncPath
  readonly operation: SyncOperation
  /** The side that is changed. */
  readonly side: Side
  /** The item that is there before; `null` when there is none. A change that was made has moved its change time. */
  readonly before: { readonly id: number; readonly change: Ticks } | null
  /** What will be there afterwards; `null` when it will be gone. */
  readonly expect: Expected | null
  /** The local copy's change time when the work began: an application that writes later leaves it dirty. */
  readonly localChange: Ticks | null
  /** The record as it will be, but for its original. */
  readonly record: CacheRecord
  /** Of a copy that is removed for another's sake, what is remembered once it is gone. */
  readonly after?: CacheRecord
  /** What was deleted here below it comes back with it. */
  readonly revives?: true
}

/** What tells a finished change from one that was not made. */
export type Expected = {
  readonly type: 'file' | 'directory'
  readonly attributes: number
  readonly size: number
  readonly lastWrite: Ticks | null
}

/** Ticks of the coarsest steps in which a volume keeps times. */
const COARSEST = 20_000_000

/** Puts an intent. */
export function* intend(intent: Intent | Move): Session<void> {
  yield* writeRecord(BUCKET.intents, foldPath(intent.path), intent)
}

/** Erases an intent: its records are written, or its change was refused. */
export function* settled(path: UncPath): Session<void> {
  yield* writeRecord(BUCKET.intents, foldPath(path), undefined)
}

/** Which intents to settle. */
export interface SettleOptions {
  /** Only those at or below a path. */
  readonly within?: UncPath
  /** Only those that change this side. */
  readonly side?: Side
}

/**
 * Settles intents that were left open.
 *
 * @returns By folded path, the codes of those that cannot be looked at now and stay open.
 */
export function* settleIntents(options: SettleOptions = {}): Session<ReadonlyMap<string, number>> {
  const { within, side } = options
  const open = new Map<string, number>()
  for (const value of (yield* readBucket(BUCKET.intents)).values()) {
    if (!isIntent(value) && !isMove(value)) continue
    if (side !== undefined && value.side !== side) continue
    if (within !== undefined && !isWithin(value.path, within)) continue
    const code = isMove(value) ? yield* settleMove(value) : yield* settle(value)
    if (code === ERROR.SUCCESS) yield* settled(value.path)
    else open.set(foldPath(value.path), code)
  }
  return open
}

function* settleMove(move: Move): Session<number> {
  const reply = yield* ask({ kind: 'stat', on: 'cache', path: move.to })
  if (reply.kind === 'failed') {
    return isNotThere(reply.code) ? ERROR.SUCCESS : reply.code
  }
  return reply.info.id === move.id ? yield* recordMoved(move) : ERROR.SUCCESS
}

function* settle(intent: Intent): Session<number> {
  const reply = yield* ask({ kind: 'stat', on: intent.side, path: intent.path })
  if (reply.kind === 'failed') {
    if (!isNotThere(reply.code)) return reply.code
    if (intent.expect === null) yield* recordGone(intent)
    return ERROR.SUCCESS
  }
  if (!wasMade(intent, reply.info)) return ERROR.SUCCESS
  return yield* recordDone(intent, { name: reply.name, key: '', info: reply.info })
}

/**
 * Erases the record of an item that was removed. What an application has made anew by now, and a local copy that is still to
 * take the server's place, counts as created (P15.66).
 */
export function* recordGone({ path, side, record, after }: Intent): Session<void> {
  yield* untilPut(function* () {
    const current = yield* readItem(path)
    if (current === undefined) return true
    const isAnew = side === 'cache'
      ? current.marks.createdOffline && current.edits !== record.edits
      : !current.marks.deletedOffline
    return yield* replaceItem(path, current, isAnew ? { ...current, original: null, marks: CREATED } : after)
  })
}

/**
 * Writes the record of a change that was made: the original is the copy the two sides share now (2.5, P2.14). What an
 * application has done to the local copy meanwhile stays marked (P9.4), up to the very event of the writing.
 *
 * @param target The changed side's item after the change.
 * @returns 0, or the code with which the local copy could not be looked at: nothing is written then.
 */
export function* recordDone(intent: Intent, target: DirEntry): Session<number> {
  let code: number = ERROR.SUCCESS
  yield* untilPut(function* () {
    const current = yield* readItem(intent.path)
    const local = yield* ask({ kind: 'stat', on: 'cache', path: intent.path })
    if (local.kind === 'failed' && !isNotThere(local.code)) {
      code = local.code
      return true
    }
    const here = local.kind === 'failed' ? undefined : local
    return yield* replaceItem(intent.path, current, recordAfter(intent, { target, current, here }))
  })
  if (code === ERROR.SUCCESS && intent.revives === true) yield* reviveBelow(intent.path)
  return code
}

/** What was deleted here in a directory that comes back is awaited from the server again. */
function* reviveBelow(directory: UncPath): Session<void> {
  for (const value of (yield* readDirectory(directory)).values()) {
    if (!isCacheRecord(value)) continue
    const path = childOf(directory, value.name)
    if (value.marks.deletedOffline && value.original !== null) {
      const { name, type } = value.original
      yield* replaceItem(path, value, { ...value, name, type, marks: CLEAN, deletedAt: null, sparse: true })
    }
    yield* reviveBelow(path)
  }
}

function recordAfter(
  { record, side, localChange }: Intent,
  { target, current, here }: {
    readonly target: DirEntry
    readonly current: CacheRecord | undefined
    readonly here: Pick<DirEntry, 'name' | 'info'> | undefined
  },
): CacheRecord {
  const original = side === 'server' ? seen(target) : record.original
  if (here === undefined) return tombstoneOf(record, { current, original, target })
  const expected = side === 'server' ? localChange : target.info.times.change
  const writtenSince = here.info.type === 'file' && expected !== null && here.info.times.change !== expected
  if (writtenSince) return { ...record, name: here.name, original, marks: writtenMarks(current) }
  const marks = { ...CLEAN, ...leftToRespell(record, original) }
  return {
    ...record,
    name: here.name,
    original: side === 'cache' ? spelledAs(original, here.name) : original,
    marks,
  }
}

/** A spelling of the server's that has not come here is one that is still to be taken over: the next run finds it changed (P15.13). */
function spelledAs(original: Seen | null, name: string): Seen | null {
  return original === null || original.name === name ? original : { ...original, name }
}

/** An item whose local copy was deleted while its server copy was being made: the deletion is still to go out. */
function tombstoneOf(
  record: CacheRecord,
  now: {
    readonly current: CacheRecord | undefined
    readonly original: Seen | null
    readonly target: DirEntry
  },
): CacheRecord {
  const deletedAt = now.current?.deletedAt ?? now.target.info.times.change
  return { ...record, original: now.original, marks: { ...CLEAN, deletedOffline: true }, deletedAt }
}

/** Marks of a local copy that was written after the transfer took its content. */
function writtenMarks(current: CacheRecord | undefined): Marks {
  const marks = current?.marks ?? CLEAN
  const data = marks.modifiedData || marks.createdOffline || !(marks.modifiedAttributes || marks.modifiedTime)
  return { ...marks, createdOffline: false, replaced: false, modifiedData: data }
}

/** A spelling of ours that has not reached the other side is a change still to be sent (P15.13). */
function leftToRespell(record: CacheRecord, original: Seen | null): Partial<Marks> {
  if (original === null || original.name === record.name) return {}
  return record.type === 'directory' ? { modifiedAttributes: true } : { modifiedTime: true }
}

function wasMade(intent: Intent, found: FileInfo): boolean {
  const { expect, before } = intent
  if (expect === null || found.type !== expect.type) return false
  const moved = before === null || before.id !== found.id || before.change !== found.times.change
  if (!moved || ((found.attributes ^ expect.attributes) & COMPARED_ATTRIBUTES) !== 0) return false
  return found.type === 'directory' || (found.size === expect.size && isKeptAs(found, expect.lastWrite))
}

/** A volume may keep times in coarser steps, rounded down; FAT's are the coarsest, two seconds (F50). */
function isKeptAs({ times }: FileInfo, lastWrite: Ticks | null): boolean {
  const lost = (lastWrite ?? times.lastWrite) - times.lastWrite
  return lost >= 0 && lost < COARSEST
}

function isIntent(value: Json): value is Intent {
  return typeof value === 'object' && value !== null && 'expect' in value && 'record' in value &&
    isCacheRecord(value['record'])
}
