/** What the cache remembers of one item between runs. */

import type { DirEntry, FileInfo, ItemType, Json, Pins, Right } from '../../sim/port/mod.ts'
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
  /** Suspended with all below it. */
  readonly suspendedRoot?: true
  /** Pinned with what is in it, which the next run that brings in the server's changes is to see to (P15.12). */
  readonly childrenToPin?: true
  /** A link pinned together with its target, which no run has been able to see to yet (P15.25, P15.71). */
  readonly targetToPin?: true
  /** It came for the sake of a link; its own turn as a new item of its directory is to come (P15.74). */
  readonly beforeItsTurn?: true
  /** Chosen over the server's directory of this number, part of which may be gone already (P15.4). */
  readonly wins?: number
  /** It came by being opened. */
  readonly autoCached?: true
  /** When an application last used it, if it came by being opened. */
  readonly used?: Ticks
  /** Grows with every change that applications make offline: no two records of a changing file are alike. */
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

/** Marks of a file whose content was changed. */
export const MODIFIED: Marks = { ...CLEAN, modifiedData: true }

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
export function cleanRecord(
  record: Omit<CacheRecord, 'original' | 'marks' | 'deletedAt' | 'sparse'>,
  original: Seen | null,
): CacheRecord {
  const { ghost: _ghost, edits: _edits, wins: _wins, ...kept } = record
  return { ...kept, original, marks: CLEAN, deletedAt: null, sparse: false }
}

/** The edits of a record that an application changes once more. */
export function oneMoreEdit({ edits = 0 }: Pick<CacheRecord, 'edits'>): { readonly edits: number } {
  return { edits: edits + 1 }
}

/** True when the local copy differs from what it was at the last good sync (Dirty, P5.1). */
export function isDirty(marks: Marks): boolean {
  return marks.createdOffline || marks.deletedOffline || isModified(marks)
}

/** True when the local copy was changed, but neither created nor deleted. */
export function isModified(marks: Marks): boolean {
  return marks.modifiedData || marks.modifiedAttributes || marks.modifiedTime
}

/** Of a directory only attributes and spelling count: it is changed while they differ from the original (P2.16, P15.13). */
export function directoryMarks({ name, original }: CacheRecord, info: FileInfo | undefined): Partial<Marks> {
  if (original === null || info === undefined) return {}
  const differ = ((info.attributes ^ original.attributes) & COMPARED_ATTRIBUTES) !== 0
  return { modifiedAttributes: differ || original.name !== name }
}

/** True for a file whose content is not all here (P8.1). */
export function isIncomplete(record: CacheRecord | undefined): boolean {
  return record?.type === 'file' && (record.sparse || record.ghost === true)
}

/** True for a record of this kind; the store holds whatever was put there. */
export function isCacheRecord(value: Json | undefined): value is CacheRecord {
  return typeof value === 'object' && value !== null && 'marks' in value && 'pins' in value
}
