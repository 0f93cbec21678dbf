/**
 * Intents: what a run was about to do when it was dropped. Each is put before a change and erased after the records that
 * tell of it; the next run settles the open ones by looking at what is there, and writes nothing but records.
 */

import {
  ask,
  type DirEntry,
  type Json,
  type Session,
  type Side,
  type SyncOperation,
} from '../../sim/port/mod.ts'
import { foldPath, type Ticks, type UncPath } from '../../sim/windows/mod.ts'
import {
  BUCKET,
  type CacheRecord,
  CLEAN,
  isCacheRecord,
  readBucket,
  readItem,
  type Seen,
  seen,
  writeItem,
  writeRecord,
} from '../cache/mod.ts'
import { COMPARED_ATTRIBUTES } from '../rules/mod.ts'

/** A change about to be made. */
export type Intent = {
  readonly path: UncPath
  readonly operation: SyncOperation
  /** The side that is changed. */
  readonly side: Side
  /** What will be there afterwards; `null` when it will be gone. */
  readonly expect: Expected | null
  /** The local copy's change time when the work began: an application that writes later leaves it dirty. */
  readonly localChange: Ticks | null
  /** The record as it will be, but for its original. */
  readonly record: CacheRecord
}

/** What tells a finished change from one that was not made. */
export type Expected = {
  readonly type: 'file' | 'directory'
  readonly attributes: number
  readonly size: number
  readonly lastWrite: Ticks | null
}

/** Puts an intent. */
export function* intend(intent: Intent): Session<void> {
  yield* writeRecord(BUCKET.intents, foldPath(intent.path), intent)
}

/** Erases an intent: its records are written, or its change was refused. */
export function* settled(path: UncPath): Session<void> {
  yield* writeRecord(BUCKET.intents, foldPath(path), undefined)
}

/** Settles every intent that an earlier run left open. */
export function* settleIntents(): Session<void> {
  for (const value of (yield* readBucket(BUCKET.intents)).values()) {
    if (!isIntent(value)) continue
    yield* settle(value)
    yield* settled(value.path)
  }
}

function* settle(intent: Intent): Session<void> {
  const reply = yield* ask({ kind: 'stat', on: intent.side, path: intent.path })
  const found = reply.kind === 'failed' ? undefined : { name: reply.name, key: '', info: reply.info }
  if (!isAsExpected(intent.expect, found)) return
  yield* recordDone(intent, found)
}

/**
 * Writes the record of a change that was made: the original is the copy the two sides share now (2.5, P2.14). A local
 * copy that an application wrote meanwhile keeps its marks and stays dirty (P9.4).
 */
export function* recordDone(intent: Intent, changed: DirEntry | undefined): Session<void> {
  const { path, record } = intent
  if (intent.expect === null) return yield* writeItem(path, undefined)
  const original = intent.side === 'server' && changed !== undefined ? seen(changed.info) : record.original
  const local = yield* ask({ kind: 'stat', on: 'cache', path })
  const writtenSince = intent.side === 'server' && local.kind !== 'failed' && intent.localChange !== null &&
    local.info.times.change !== intent.localChange
  const before = writtenSince ? yield* readItem(path) : undefined
  const marks = before === undefined ? record.marks : { ...before.marks, createdOffline: false }
  yield* writeItem(path, { ...record, original, marks })
}

/** The record of an item after a good sync, except for its original. */
export function cleanRecord(record: CacheRecord, original: Seen | null): CacheRecord {
  return { ...record, original, marks: CLEAN, deletedAt: null, sparse: false }
}

function isAsExpected(expect: Expected | null, found: DirEntry | undefined): boolean {
  if (expect === null || found === undefined) return expect === null && found === undefined
  const { info } = found
  const sameAttributes = ((info.attributes ^ expect.attributes) & COMPARED_ATTRIBUTES) === 0
  return info.type === expect.type && sameAttributes &&
    (info.type === 'directory' || (info.size === expect.size && info.times.lastWrite === expect.lastWrite))
}

function isIntent(value: Json): value is Intent {
  return typeof value === 'object' && value !== null && 'expect' in value && 'record' in value &&
    isCacheRecord(value['record'])
}
