/**
 * The engine's durable records on the port: items by directory, conflicts, intents and cached shares. Every function throws
 * `RecordsFailed` when a record is refused.
 */

import { ask, type Json, type Session } from '../../sim/port/mod.ts'
import {
  childOf,
  ERROR,
  foldPath,
  nameOf,
  parentOf,
  shareOf,
  type UncPath,
  upcase,
} from '../../sim/windows/mod.ts'
import { type CacheRecord, isCacheRecord } from './cache-record.ts'
import { RecordsFailed } from './records-failed.ts'

/** The buckets that are no directories. */
export const BUCKET = { conflicts: 'conflicts', intents: 'intents', open: 'open', shares: 'shares' } as const

/** A recorded conflict, and the users in whose calls it was recorded (P15.52). */
export type ConflictEntry = {
  readonly path: UncPath
  readonly state: number
  readonly users: readonly string[]
}

/** True for the record of a conflict. */
export function isConflictEntry(value: Json | undefined): value is ConflictEntry {
  return typeof value === 'object' && value !== null && 'state' in value && 'path' in value &&
    'users' in value
}

/** A share of the cache, and the user for whom it was taken up. */
export type ShareEntry = {
  readonly path: UncPath
  readonly user: string
}

function isShareEntry(value: Json | undefined): value is ShareEntry {
  return typeof value === 'object' && value !== null && 'user' in value && 'path' in value
}

/** The shares of the cache, in name order. */
export function* readShares(): Session<readonly ShareEntry[]> {
  const shares = [...yield* readBucket(BUCKET.shares)].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0)
  return shares.map(([, share]) => share).filter(isShareEntry)
}

/** The share of a path, if anything of it was ever taken up. */
export function* readShare(path: UncPath): Session<ShareEntry | undefined> {
  const reply = yield* ask({ kind: 'get-record', bucket: BUCKET.shares, key: foldPath(shareOf(path)) })
  if (reply.kind === 'failed') throw new RecordsFailed(reply)
  return isShareEntry(reply.value) ? reply.value : undefined
}

/** Puts a share. */
export function* writeShare(share: ShareEntry): Session<void> {
  yield* writeRecord(BUCKET.shares, foldPath(share.path), share)
}

/** The records of everything in a directory, by key. */
export function* readDirectory(directory: UncPath): Session<ReadonlyMap<string, Json>> {
  return yield* readBucket(foldPath(directory))
}

/** A whole bucket. */
export function* readBucket(bucket: string): Session<ReadonlyMap<string, Json>> {
  const reply = yield* ask({ kind: 'list-records', bucket })
  if (reply.kind === 'failed') throw new RecordsFailed(reply)
  return reply.records
}

/** The record of one item. */
export function* readItem(path: UncPath): Session<CacheRecord | undefined> {
  const reply = yield* ask({ kind: 'get-record', ...placeOf(path) })
  if (reply.kind === 'failed') throw new RecordsFailed(reply)
  return isCacheRecord(reply.value) ? reply.value : undefined
}

/** Puts or erases the record of one item. */
export function* writeItem(path: UncPath, record: CacheRecord | undefined): Session<void> {
  const { bucket, key } = placeOf(path)
  yield* writeRecord(bucket, key, record)
}

/** The paths of everything in a directory that has a record. */
export function* recordedIn(directory: UncPath): Session<readonly UncPath[]> {
  const records = [...(yield* readDirectory(directory)).values()].filter(isCacheRecord)
  return records.map(({ name }) => childOf(directory, name))
}

/**
 * Puts or erases the record of one item if it is still as it was read.
 *
 * @returns False when somebody else has put it meanwhile: nothing was written.
 */
export function* replaceItem(
  path: UncPath,
  read: CacheRecord | undefined,
  record: CacheRecord | undefined,
): Session<boolean> {
  const reply = yield* ask({ kind: 'put-record', ...placeOf(path), value: record, expect: { value: read } })
  if (reply.kind !== 'failed') return true
  if (reply.unexpected === true) return false
  throw new RecordsFailed(reply)
}

/** Times a record is read and written anew because somebody else has changed it in between. */
const ATTEMPTS = 100

/**
 * Tries to put a record, each time from what is there by then, until it is put. One that never becomes what was written is a
 * record that fails.
 *
 * @param attempt Reads, decides and puts; false when somebody else has put it meanwhile.
 */
export function* untilPut(attempt: () => Session<boolean>): Session<void> {
  for (let times = 1; times <= ATTEMPTS; times++) if (yield* attempt()) return
  throw new RecordsFailed({ kind: 'failed', code: ERROR.SHARING_VIOLATION })
}

/** Puts or erases any record. */
export function* writeRecord(bucket: string, key: string, value: Json | undefined): Session<void> {
  const reply = yield* ask({ kind: 'put-record', bucket, key, value })
  if (reply.kind === 'failed') throw new RecordsFailed(reply)
}

function placeOf(path: UncPath): { readonly bucket: string; readonly key: string } {
  return { bucket: foldPath(parentOf(path) ?? ''), key: upcase(nameOf(path)) }
}
