/** What all operations on one item have in common: what they expect, what they record, how they give up. */

import {
  ask,
  type DirEntry,
  type ExpectedItem,
  type Failed,
  type FileInfo,
  NOT_PINNED,
  type Session,
  type Side,
} from '../../sim/port/mod.ts'
import { childOf, ERROR, nameOf, parentOf } from '../../sim/windows/mod.ts'
import { type CacheRecord, CREATED, type Intent, recordDone, settled } from '../cache/mod.ts'
import type { Item } from './item.ts'
import { inOtherHands } from './transfer.ts'

/** The record of an item as it is, or as it starts. */
export function recordOf(
  item: Pick<Item, 'local' | 'server' | 'record' | 'newPins' | 'rights'>,
): CacheRecord {
  const { local, server, record, newPins, rights } = item
  const known = local ?? server
  const fresh: CacheRecord = {
    name: known?.name ?? '',
    type: known?.info.type ?? 'file',
    original: null,
    marks: CREATED,
    deletedAt: null,
    sparse: false,
    pins: NOT_PINNED,
    ...(rights === undefined ? {} : { rights }),
  }
  return newPins === undefined ? record ?? fresh : { ...record ?? fresh, pins: newPins }
}

/**
 * Writes the record of a change that was made, and erases its intent.
 *
 * @returns 0, or the code of what did not come about: then the next run tries it again.
 */
export function* finish(intent: Intent, { entry, code }: Respelled): Session<number> {
  // What cannot be recorded now was done all the same: its intent stays open, and the next run settles it.
  if ((yield* recordDone(intent, entry)) === ERROR.SUCCESS) yield* settled(intent.path)
  return code
}

/** Gives up: the intent is erased. */
export function* refused(path: string, refusal: Failed): Session<number> {
  yield* settled(path)
  return inOtherHands(refusal).code
}

/** A copy after its change, and whether it has the spelling it should have. */
export interface Respelled {
  readonly entry: DirEntry
  /** 0, or why it has not. */
  readonly code: number
}

/** Gives one side's copy the spelling the other has (P15.13, P15.46). */
export function* respell(on: Side, item: Item, info: FileInfo): Session<Respelled> {
  const { local, server, path } = item
  const [target, like] = on === 'server' ? [server, local] : [local, server]
  const name = target?.name ?? nameOf(path)
  if (target === undefined || like === undefined || target.name === like.name) {
    return { entry: { name, key: '', info }, code: ERROR.SUCCESS }
  }
  const to = childOf(parentOf(path) ?? '', like.name)
  // Somebody else's edit between the change and this must not be taken for ours.
  const expect = exactly(info)
  const reply = yield* ask({ kind: 'rename', on, path, to, replace: false, expect })
  return reply.kind === 'failed'
    ? { entry: { name, key: '', info }, code: inOtherHands(reply).code }
    : { entry: { name: like.name, key: '', info: reply.info }, code: ERROR.SUCCESS }
}

/** What a change expects its target still to be. */
export function exactly(info: FileInfo): ExpectedItem {
  const { type, id, size, attributes, times } = info
  if (type === 'directory') return { type, id }
  return { type, id, size, attributes, lastWrite: times.lastWrite, change: times.change }
}

/** What tells the finished change later. */
export function expectedOf(info: FileInfo): Intent['expect'] {
  const { type, attributes, size, times } = info
  return { type, attributes, size, lastWrite: type === 'file' ? times.lastWrite : null }
}

/** What is there before a change. */
export function beforeOf(entry: DirEntry | undefined): Intent['before'] {
  return entry === undefined ? null : { id: entry.info.id, change: entry.info.times.change }
}
