/** Both versions of a conflict are kept: the local one moves to a new name, on both sides; the old name is the server's (P3.1). */

import { ask, isFailure, type Session } from '../../sim/port/mod.ts'
import {
  checkName,
  childOf,
  ERROR,
  MAX_PATH_UNITS,
  nameOf,
  parentOf,
  SYNC_FLAG,
  type UncPath,
} from '../../sim/windows/mod.ts'
import { intend, type Move, readItem, recordedIn, recordMoved, settled } from '../cache/mod.ts'
import { has } from '../rules/mod.ts'
import { exactly, recordOf, refused } from './change.ts'
import type { RunContext } from './context.ts'
import { fetch } from './fetch.ts'
import type { Item } from './item.ts'
import { awaiting } from './replace.ts'
import { send } from './send.ts'
import { survey } from './survey.ts'

/** How the copy gets its name. */
export interface Naming {
  readonly newName: string | undefined
  /** Without a name nothing can be done (P3.4). */
  readonly mustBeNamed: boolean
}

/** How it went. */
export interface KeptAll {
  readonly code: number
  /** Nothing was moved: the conflict is what it was. */
  readonly isOpen: boolean
}

/** Keeps both versions of an item. */
export function* keepAll(run: RunContext, item: Item, naming: Naming): Session<KeptAll> {
  const { path, local, server } = item
  if (local === undefined || server === undefined) return open(ERROR.FILE_NOT_FOUND)
  const name = yield* nameFor(run, item, naming)
  if (typeof name === 'number') return open(name)
  if (yield* isIncomplete(path)) return open(ERROR.FILE_OFFLINE)
  const to = childOf(parentOf(path) ?? '', name)
  const after = awaiting(recordOf(item), server)
  const move: Move = { path, to, side: 'cache', id: local.info.id, before: item.record ?? null, after }
  yield* intend(move)
  const expect = exactly(local.info)
  const reply = yield* ask({ kind: 'rename', on: 'cache', path, to, replace: false, expect })
  if (isFailure(reply)) return open(yield* refused(path, reply))
  const recorded = yield* recordMoved(move)
  if (recorded !== ERROR.SUCCESS) return { code: recorded, isOpen: false }
  yield* settled(path)
  const fetched = yield* fetch(run, { ...item, local: undefined, record: after }, {
    operation: 'SYNC_TO_CLIENT',
  })
  const sent = yield* sendCopy(run, to)
  return { code: fetched === ERROR.SUCCESS ? sent : fetched, isOpen: false }
}

function open(code: number): KeptAll {
  return { code, isOpen: true }
}

/** The handler's name, or the first of ours that is free on both sides (P3.2, P3.4, P15.51); a code when there is none. */
function* nameFor(run: RunContext, item: Item, { newName, mustBeNamed }: Naming): Session<string | number> {
  if (mustBeNamed) {
    if (newName === undefined || newName === '') return ERROR.INVALID_PARAMETER
    const refusal = (yield* whyNot(item.path, newName)) ?? ERROR.SUCCESS
    return refusal === ERROR.SUCCESS ? newName : refusal
  }
  const type = item.local?.info.type ?? 'file'
  for (let version = 1;; version++) {
    const name = run.rules.nameOfCopy({ name: nameOf(item.path), type, user: run.user }, version)
    const refusal = yield* whyNot(item.path, name)
    if (refusal === undefined) return name
    if (refusal !== ERROR.ALREADY_EXISTS) return refusal
  }
}

/** Why a copy of an item cannot have a name; `undefined` when it can. What was deleted here has its name still. */
function* whyNot(original: UncPath, name: string): Session<number | undefined> {
  const code = checkName(name)
  if (code !== 0) return code
  const path = childOf(parentOf(original) ?? '', name)
  if (path.length > MAX_PATH_UNITS) return ERROR.FILENAME_EXCED_RANGE
  if ((yield* readItem(path)) !== undefined) return ERROR.ALREADY_EXISTS
  for (const on of ['cache', 'server'] as const) {
    const found = yield* ask({ kind: 'stat', on, path })
    if (found.kind !== 'failed') return ERROR.ALREADY_EXISTS
    if (found.code !== ERROR.FILE_NOT_FOUND) return found.code
  }
  return undefined
}

/** True when something at or below a path is not all here: it could not be sent under another name. */
function* isIncomplete(path: UncPath): Session<boolean> {
  const record = yield* readItem(path)
  if (record?.type === 'file') return record.sparse || record.ghost === true
  for (const child of yield* recordedIn(path)) if (yield* isIncomplete(child)) return true
  return false
}

/** The copy is part of the conflict's item (P15.31). With NONEWFILESOUT it stays here, created offline (P15.8). */
function* sendCopy(run: RunContext, path: UncPath): Session<number> {
  if (has(run.flags, SYNC_FLAG.NONEWFILESOUT)) return ERROR.SUCCESS
  const copy = yield* survey(run, path)
  return typeof copy === 'number' ? copy : yield* sendTree(run, copy)
}

function* sendTree(run: RunContext, item: Item): Session<number> {
  if (item.server !== undefined) return ERROR.ALREADY_EXISTS
  let code = yield* send(run, item, 'CREATE_COPY_ON_SERVER')
  if (code !== ERROR.SUCCESS) return code
  for (const child of item.children) {
    const sent = yield* sendTree(run, child)
    if (code === ERROR.SUCCESS) code = sent
  }
  return code
}
