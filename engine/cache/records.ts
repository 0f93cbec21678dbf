/** The engine's durable records on the port: items by directory, conflicts, intents and cached shares. */

import { ask, type Json, type Session } from '../../sim/port/mod.ts'
import { childOf, foldPath, nameOf, parentOf, type UncPath, upcase } from '../../sim/windows/mod.ts'
import { type CacheRecord, isCacheRecord } from './cache-record.ts'

/** The buckets that are no directories. */
export const BUCKET = { conflicts: 'conflicts', intents: 'intents', shares: 'shares' } as const

/** A recorded conflict. */
export type ConflictEntry = {
  readonly path: UncPath
  readonly state: number
}

/** True for the record of a conflict. */
export function isConflictEntry(value: Json | undefined): value is ConflictEntry {
  return typeof value === 'object' && value !== null && 'state' in value && 'path' in value
}

/** The records of everything in a directory, by key. */
export function* readDirectory(directory: UncPath): Session<ReadonlyMap<string, Json>> {
  return yield* readBucket(foldPath(directory))
}

/** A whole bucket. */
export function* readBucket(bucket: string): Session<ReadonlyMap<string, Json>> {
  const reply = yield* ask({ kind: 'list-records', bucket })
  return reply.kind === 'failed' ? new Map() : reply.records
}

/** The record of one item. */
export function* readItem(path: UncPath): Session<CacheRecord | undefined> {
  const reply = yield* ask({ kind: 'get-record', ...placeOf(path) })
  return reply.kind !== 'failed' && isCacheRecord(reply.value) ? reply.value : undefined
}

/** Puts or erases the record of one item. */
export function* writeItem(path: UncPath, record: CacheRecord | undefined): Session<void> {
  yield* ask({ kind: 'put-record', ...placeOf(path), value: record })
}

/** Erases the records of an item and of all below it. */
export function* forget(path: UncPath): Session<void> {
  for (const child of yield* recordedIn(path)) yield* forget(child)
  yield* writeItem(path, undefined)
}

/** The paths of everything in a directory that has a record. */
export function* recordedIn(directory: UncPath): Session<readonly UncPath[]> {
  const records = [...(yield* readDirectory(directory)).values()].filter(isCacheRecord)
  return records.map(({ name }) => childOf(directory, name))
}

/** Puts or erases any record. */
export function* writeRecord(bucket: string, key: string, value: Json | undefined): Session<void> {
  yield* ask({ kind: 'put-record', bucket, key, value })
}

function placeOf(path: UncPath): { readonly bucket: string; readonly key: string } {
  return { bucket: foldPath(parentOf(path) ?? ''), key: upcase(nameOf(path)) }
}
