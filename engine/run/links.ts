/** Targets of links: pinned and fetched together with a link that is pinned, each as an item of its own (SYNC-14, P15.25). */

import {
  ask,
  type DirEntry,
  type FileInfo,
  isFailure,
  NOT_PINNED,
  type Pins,
  type Session,
  type SyncOperation,
  within,
} from '../../sim/port/mod.ts'
import {
  ERROR,
  foldPath,
  isNotThere,
  nameOf,
  parentOf,
  partsOf,
  shareOf,
  type ShellLinkTarget,
  SYNC_FLAG,
  uncOf,
  type UncPath,
} from '../../sim/windows/mod.ts'
import {
  addEntry,
  type CacheRecord,
  CLEAN,
  CONNECTION_LOST,
  isExcludedType,
  readItem,
  readShare,
  writeItem,
  writeShare,
} from '../cache/mod.ts'
import { has, isLinkName, linkTarget, mergePins, PIN_CATEGORIES } from '../rules/mod.ts'
import { carryOut } from './carry-out.ts'
import { changePins } from './change-pins.ts'
import { connectTo } from './connect.ts'
import type { RunContext } from './context.ts'
import { enter } from './fetch.ts'
import { isNew, type Item } from './item.ts'
import { isCancelled, noteLoss, reportItem, RETRY_LIMIT } from './process-item.ts'
import { spell, survey } from './survey.ts'
import { isSuspended } from './suspension.ts'

/** Bytes of a link that are read: more than any link has. */
const LARGEST_LINK = 1_048_576

/** States of a cached file whose content is fetched along with the new pin. */
const FETCHED: readonly number[] = [16, 30, 32, 38, 44]

/**
 * Sees to the target of a link that was pinned with it. Only an unanswered question is asked again (P15.71): the mark stays
 * until the target is pinned or turns out to be nothing to pin.
 */
export function* followLink(run: RunContext, { path, skipped }: Item): Session<void> {
  if (run.cancelled || skipped || !has(run.flags, SYNC_FLAG.PINLINKTARGETS) || !isLinkName(nameOf(path))) {
    return
  }
  const link = yield* readItem(path)
  if (link?.targetToPin !== true || link.sparse) return
  const bytes = yield* readLink(path)
  if (bytes === undefined) return
  const target = linkTarget(bytes, path)
  if (target !== undefined && !(yield* pinTarget(run, target, link.pins))) return
  yield* changePins(path, withoutMark)
}

function withoutMark(link: CacheRecord): CacheRecord {
  const { targetToPin: _, ...answered } = link
  return answered
}

function* readLink(path: UncPath): Session<Uint8Array | undefined> {
  const share = ['read', 'write', 'delete'] as const
  const file = yield* ask({ kind: 'open', on: 'cache', path, access: 'read', share, disposition: 'open' })
  if (file.kind === 'failed') return undefined
  const read = yield* ask({ kind: 'read', handle: file.handle, offset: 0, length: LARGEST_LINK })
  yield* ask({ kind: 'close', handle: file.handle })
  return read.kind === 'failed' ? undefined : read.bytes
}

/**
 * Pins a target with the link's categories and fetches it.
 *
 * @returns True when no run has to ask again.
 */
function* pinTarget(run: RunContext, target: ShellLinkTarget, linkPins: Pins): Session<boolean> {
  const path = yield* spell(target.path)
  if (has(run.flags, SYNC_FLAG.SKIPSUSPENDEDDIRS) && (yield* isSuspended(path))) return false
  const known = yield* readItem(path)
  if (isExcludedType(nameOf(path), run.settings) || known?.marks.deletedOffline === true) return true
  const info = yield* lookAtTarget(run, path)
  if (info === 'nothing') return true
  if (typeof info === 'number') {
    // The link itself says what it led to when it was made: where no server can be asked, that has to do (P6.9).
    if (target.kind === 'directory' && CONNECTION_LOST.includes(info)) return true
    yield* reportTarget(run, path, function* () {
      yield* noteLoss(run, path, info)
      return info
    })
    return false
  }
  const pins = mergePins(known?.pins ?? NOT_PINNED, pinsOfTarget(linkPins))
  const hasAll = known !== undefined &&
    PIN_CATEGORIES.every((category) => known.pins[category] === pins[category])
  if (hasAll && !known.sparse && known.ghost !== true) return true
  yield* reportTarget(run, path, () => bringIn(run, path, pins))
  return run.results.get(foldPath(path)) === ERROR.SUCCESS
}

/** The server's file; `nothing` where there is none to pin (P6.8); the code with which there was no answer. */
function* lookAtTarget(run: RunContext, path: UncPath): Session<FileInfo | 'nothing' | number> {
  const lost = run.lost.get(foldPath(shareOf(path)))
  if (lost !== undefined) return lost
  const work = { name: 'PIN', path } as const
  const connected = yield* within(work, connectTo(path, run.flags))
  if (connected.code === ERROR.BAD_NET_NAME || connected.caching === 'none') return 'nothing'
  if (connected.code !== ERROR.SUCCESS) return connected.code
  const found = yield* within(work, ask({ kind: 'stat', on: 'server', path }))
  if (isFailure(found)) return isNotThere(found.code) ? 'nothing' : found.code
  return found.info.type === 'file' ? found.info : 'nothing'
}

/** The link's categories, none of them handed down (P15.10). */
function pinsOfTarget(link: Pins): Pins {
  const one = (value: 0 | 1 | 2): 0 | 1 => value === 0 ? 0 : 1
  const { user, userPolicy, computer, redirection } = link
  return {
    user: one(user),
    userPolicy: one(userPolicy),
    computer: one(computer),
    redirection: one(redirection),
  }
}

function* reportTarget(run: RunContext, path: UncPath, work: () => Session<number>): Session<void> {
  run.counts.upperBound++
  for (let attempt = 1; attempt <= RETRY_LIMIT; attempt++) {
    if (yield* isCancelled(run)) return
    if ((yield* reportItem(run, path, explained(path, work()))) !== 'retry') return
    run.lost.delete(foldPath(shareOf(path)))
  }
  run.cancelled = true
}

function* explained(path: UncPath, work: Session<number>): Session<number> {
  const because = ['SYNC-14', 'P15.25']
  yield* ask({ kind: 'log', entry: { path, decision: 'PIN', because } })
  return yield* within({ name: 'PIN', path }, work)
}

/**
 * Pins, then fetches what is not here, or not here as the server has it; what was pinned by a call that fills nothing waits
 * for its content. What was changed here is never sent (P15.61).
 */
function* bringIn(run: RunContext, path: UncPath, pins: Pins): Session<number> {
  if ((yield* readShare(path)) === undefined) yield* writeShare({ path: shareOf(path), user: run.user })
  const above = yield* enterAbove(path)
  if (above !== ERROR.SUCCESS) return above
  touch(run, path)
  const item = yield* survey(run, path)
  if (typeof item === 'number') return item
  if (isNew(item)) return yield* bringInNew(run, item, pins)
  const { cell, server } = item
  const record = yield* changePins(path, (known) => ({ ...known, pins }))
  const isBehind = typeof cell === 'number' && FETCHED.includes(cell)
  if (record === undefined || server === undefined || !isBehind || !fills(run, server)) return ERROR.SUCCESS
  return yield* bringContent(run, { ...item, record }, 'SYNC_TO_CLIENT')
}

/** Plain entries for the directories above a target that have none yet (P15.74). */
function* enterAbove(path: UncPath): Session<number> {
  const parts = partsOf(path)
  for (let length = 2; length < parts.length; length++) {
    const directory = uncOf(parts.slice(0, length))
    if ((yield* readItem(directory)) !== undefined) continue
    const entry = yield* addEntry(directory)
    if (isFailure(entry)) return entry.code
    yield* writeItem(directory, { ...entry, beforeItsTurn: true })
  }
  return ERROR.SUCCESS
}

function* bringInNew(run: RunContext, item: Item, pins: Pins): Session<number> {
  const { path, server } = item
  if (server === undefined) return ERROR.FILE_NOT_FOUND
  const { name, info: { type } } = server
  const record: CacheRecord = {
    name,
    type,
    original: null,
    marks: CLEAN,
    deletedAt: null,
    sparse: true,
    pins,
    beforeItsTurn: true,
  }
  if (!(yield* enter(path, undefined, record))) return ERROR.SHARING_VIOLATION
  if (!fills(run, server)) return ERROR.SUCCESS
  return yield* bringContent(run, { ...item, record }, 'CREATE_COPY_ON_CLIENT')
}

/** True where content comes now; an empty file is never without it (P8.5). */
function fills({ flags }: RunContext, { info }: DirEntry): boolean {
  return has(flags, SYNC_FLAG.FILLSPARSE) || info.size === 0
}

function* bringContent(run: RunContext, item: Item, operation: SyncOperation): Session<number> {
  return yield* carryOut(run, { ...item, newPins: undefined, gains: undefined }, { operation })
}

/** The survey is out of date about a target and the directories above it. */
function touch(run: RunContext, path: UncPath): void {
  const parts = partsOf(path).length
  let at: UncPath | undefined = path
  for (let depth = parts; depth >= 2 && at !== undefined; depth--) {
    run.touched.add(foldPath(at))
    at = parentOf(at)
  }
}
