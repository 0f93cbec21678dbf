/** What the cache remembers of one item between runs. */

import type { DirEntry, ItemType, Json, Pins, Right } from '../../sim/port/mod.ts'
import { ATTRIBUTE, type Ticks } from '../../sim/windows/mod.ts'

/** The compared metadata of one copy at one moment. */
export type Seen = {
  /** The name as the copy spelled it. */
  readonly name: string
  readonly type: ItemType
  readonly attributes: number
  readonly size: number
  readonly lastWrite: Ticks
  readonly change: Ticks
}

/** A run of bytes that is there. */
export type PresentRange = { readonly offset: number; readonly length: number }

/** What has been done to the local copy since the last good sync (Win32_OfflineFilesChangeInfo). */
export type Marks = {
  readonly createdOffline: boolean
  readonly deletedOffline: boolean
  /** Created over a tombstone. */
  readonly replaced: boolean
  readonly modifiedData: boolean
  readonly modifiedAttributes: boolean
  readonly modifiedTime: boolean
}

/** By user, what they may do as they saw it online. */
export type SeenRights = { readonly [user: string]: readonly Right[] }

/** One entry of the cache. */
export type CacheRecord = {
  readonly name: string
  readonly type: ItemType
  /** The server copy right after the last good sync: the moment both copies were the same; `null` if there was none. */
  readonly original: Seen | null
  readonly marks: Marks
  /** When the local copy was deleted; `null` unless it was. */
  readonly deletedAt: Ticks | null
  /** The entry exists, its content does not (yet). */
  readonly sparse: boolean
  readonly pins: Pins
  /** Only the name is cached. */
  readonly ghost?: true
  /** Of a sparse file's content these ranges are there. */
  readonly present?: readonly PresentRange[]
  /** Suspended with all below it. */
  readonly suspendedRoot?: true
  /** Pinned without what is in it: the next run with SYNCIN pins and fetches every child (P15.12). */
  readonly childrenToPin?: true
  /** It came by being opened. */
  readonly autoCached?: true
  /** How many times applications have changed it offline since it was last clean: no two records of a changing file are alike. */
  readonly edits?: number
  readonly rights?: SeenRights
}

/** No change since the last good sync. */
export const CLEAN: Marks = {
  createdOffline: false,
  deletedOffline: false,
  replaced: false,
  modifiedData: false,
  modifiedAttributes: false,
  modifiedTime: false,
}

/** Marks of an item that came into being offline. */
export const CREATED: Marks = { ...CLEAN, createdOffline: true }

/** What a parent's pins hand down to a new child: the categories of value 2. */
export function inheritedPins(parent: Pins): Pins {
  const handedDown = (value: 0 | 1 | 2): 0 | 2 => value === 2 ? 2 : 0
  const { user, userPolicy, computer, redirection } = parent
  return {
    user: handedDown(user),
    userPolicy: handedDown(userPolicy),
    computer: handedDown(computer),
    redirection: handedDown(redirection),
  }
}

/** The record of an item whose copies are the same now. */
export function syncedRecord(server: DirEntry, pins: Pins): CacheRecord {
  return {
    name: server.name,
    type: server.info.type,
    original: seen(server),
    marks: CLEAN,
    deletedAt: null,
    sparse: false,
    pins,
  }
}

/** The bits that users mean something by; the others describe storage (P2.15). */
export const COMPARED_ATTRIBUTES: number = ATTRIBUTE.READONLY | ATTRIBUTE.HIDDEN | ATTRIBUTE.SYSTEM |
  ATTRIBUTE.ARCHIVE | ATTRIBUTE.NOT_CONTENT_INDEXED

/** What of a copy is compared later. */
export function seen({ name, info }: Pick<DirEntry, 'name' | 'info'>): Seen {
  const { type, attributes, size, times } = info
  return { name, type, attributes, size, lastWrite: times.lastWrite, change: times.change }
}

/** A clean and complete record, its original set apart. */
export function cleanRecord(record: CacheRecord, original: Seen | null): CacheRecord {
  const { ghost: _ghost, present: _present, edits: _edits, ...kept } = record
  return { ...kept, original, marks: CLEAN, deletedAt: null, sparse: false }
}

/** The edits of a record that an application changes once more. */
export function oneMoreEdit(record: CacheRecord | undefined): { readonly edits: number } {
  return { edits: (record?.edits ?? 0) + 1 }
}

/** True when the local copy differs from what it was at the last good sync (Dirty, P5.1). */
export function isDirty(marks: Marks): boolean {
  return marks.createdOffline || marks.deletedOffline || isModified(marks)
}

/** True when the local copy was changed, but neither created nor deleted. */
export function isModified(marks: Marks): boolean {
  return marks.modifiedData || marks.modifiedAttributes || marks.modifiedTime
}

/** True for a record of this kind; the store holds whatever was put there. */
export function isCacheRecord(value: Json | undefined): value is CacheRecord {
  return typeof value === 'object' && value !== null && 'marks' in value && 'pins' in value
}
