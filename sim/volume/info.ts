/** File information: how it starts, how it changes, and whether it is what a change expected. */

import type { Expectation, Failed, FileInfo, InfoChange, ItemType } from '../port/mod.ts'
import { ATTRIBUTE, ERROR, SETTABLE, type Ticks } from '../windows/mod.ts'
import type { VolumeClock } from './clock.ts'

const refusals = new Map<number, Failed>()

/** A refusal with a Win32 code; one object a code. */
export function failed(code: number): Failed {
  let refusal = refusals.get(code)
  if (refusal === undefined) {
    refusal = { kind: 'failed', code }
    refusals.set(code, refusal)
  }
  return refusal
}

/** Information of a new item: all four times the present; ARCHIVE on files, never on directories (P15.73). */
export function newInfo(
  item: { readonly type: ItemType; readonly id: number; readonly size: number; readonly now: Ticks },
): FileInfo {
  const { type, id, size, now } = item
  const attributes = type === 'directory' ? ATTRIBUTE.DIRECTORY : ATTRIBUTE.ARCHIVE
  const times = Object.freeze({ creation: now, lastWrite: now, change: now, lastAccess: now })
  return Object.freeze({ type, attributes, size, times, id })
}

/** Information after a change made now: only settable bits are taken, and the change time becomes the present. */
export function withChange(info: FileInfo, change: InfoChange, clock: VolumeClock): FileInfo {
  const { times } = info
  const attributes = change.attributes === undefined
    ? info.attributes
    : (info.attributes & ~SETTABLE) | (change.attributes & SETTABLE)
  const after = Object.freeze({
    creation: change.creation === undefined ? times.creation : clock.round(change.creation),
    lastWrite: change.lastWrite === undefined ? times.lastWrite : clock.round(change.lastWrite),
    change: clock.now(),
    lastAccess: change.lastAccess === undefined ? times.lastAccess : clock.round(change.lastAccess),
  })
  return Object.freeze({ type: info.type, attributes, size: info.size, times: after, id: info.id })
}

/** Information of an item whose bytes were written now: a file's ARCHIVE bit is set (P15.73). */
export function written(info: FileInfo, size: number, clock: VolumeClock): FileInfo {
  const attributes = info.type === 'file' ? info.attributes | ATTRIBUTE.ARCHIVE : info.attributes
  const now = clock.now()
  const { creation, lastAccess } = info.times
  const times = Object.freeze({ creation, lastWrite: now, change: now, lastAccess })
  return Object.freeze({ type: info.type, attributes, size, times, id: info.id })
}

/** Checks what a change expected to find: `undefined` when it holds, else the refusal (80, 2 or 1224). */
export function checkExpectation(expect: Expectation, found: FileInfo | undefined): Failed | undefined {
  if (expect === 'any') return undefined
  if (expect === 'absent') return found === undefined ? undefined : unexpected(ERROR.FILE_EXISTS)
  if (found === undefined) return unexpected(ERROR.FILE_NOT_FOUND)
  const holds = (expect.type ?? found.type) === found.type &&
    (expect.id ?? found.id) === found.id &&
    (expect.size ?? found.size) === found.size &&
    (expect.attributes ?? found.attributes) === found.attributes &&
    (expect.lastWrite ?? found.times.lastWrite) === found.times.lastWrite &&
    (expect.change ?? found.times.change) === found.times.change
  return holds ? undefined : unexpected(ERROR.USER_MAPPED_FILE)
}

function unexpected(code: number): Failed {
  return { kind: 'failed', code, unexpected: true }
}
