/** `Pin(Paths[], Flags, Deep)`: makes items always available offline. */

import type { Session } from '../../sim/port/mod.ts'
import { ERROR, foldPath, nameOf, parentOf, partsOf, shareOf, type UncPath } from '../../sim/windows/mod.ts'
import { goOffline, inheritedPins, isExcludedType, readItem, readShare, writeShare } from '../cache/mod.ts'
import { namesPins, pinsGained, pinsLost, type Rules } from '../rules/mod.ts'
import {
  conduct,
  connectTo,
  followLink,
  isFileItem,
  type Item,
  lookAgain,
  noteLoss,
  type RunContext,
  survey,
  surveyAbove,
  surveyAlone,
} from '../run/mod.ts'
import { eachPath, type PathDone, prepared, workItem } from './each-path.ts'
import { PIN_FLAG, rulesFor } from './flags.ts'
import { enterDirectory, pinItem } from './pin-item.ts'

/** One call of `Pin` or `Unpin`; paths and flags as the caller gave them. */
export interface PinCall {
  readonly paths: readonly (string | null)[] | null
  /** See {@linkcode PIN_FLAG}. */
  readonly flags: number
  /** All that is below a directory, or the directory alone. */
  readonly deep: boolean
  readonly user: string
}

/** One call under way. */
interface Pinning {
  readonly run: RunContext
  readonly deep: boolean
}

/** How a share says that nothing of it may be cached. */
const NO_CACHING = 'none'

/**
 * Runs one call of `Pin`. Items get the categories the flags name, and those their directory hands down: 2 on directories,
 * so that new children inherit it, else 1 (P6.1). Without FILL a file is only marked, and sparse until a sync fills it. With
 * `deep` everything below is pinned now; without it the directory alone, and all its children by the next run with SYNCIN
 * (P15.12). A call that names no category has nothing to do. What is pinned when the caller stops it stays pinned.
 *
 * @returns 0, the result of the single file of the call, or the code why nothing could be prepared: 50 where the share must
 * not be cached or the type is excluded, 2 for what neither the cache nor the server has.
 */
export function* pin(rules: Rules, { deep, ...call }: PinCall): Session<number> {
  return yield* conduct(pinRules(rules), { ...call, conflictHandler: false }, function* (run, paths) {
    const named = namesPins(run.flags) ? paths : []
    return yield* eachPath(run, named, (path) => pinPath({ run, deep }, path))
  })
}

/** Every new item is one to be pinned, with the categories of the call and those handed down to it. */
function pinRules(rules: Rules): Rules {
  return {
    ...rulesFor(rules, PIN_FLAG),
    pinsForNew: (parent, type, flags) => pinsGained(pinsLost(inheritedPins(parent), flags), type, flags),
  }
}

function* pinPath(pinning: Pinning, path: UncPath): Session<PathDone> {
  const { run, deep } = pinning
  const root = yield* prepared(run, path, () => prepare(run, path, deep))
  if (typeof root === 'number') return { failed: root }
  run.counts.upperBound += countItems(run, root)
  yield* pinTree(pinning, root)
  return isFileItem(root) ? { result: run.results.get(foldPath(root.path)) } : {}
}

/** Connects and looks; the directories above get entries where they have none (P15.74). */
function* prepare(run: RunContext, path: UncPath, deep: boolean): Session<Item | number> {
  if (partsOf(path).length < 2 || (yield* isDeleted(path))) return ERROR.FILE_NOT_FOUND
  const code = run.lost.get(foldPath(shareOf(path))) ?? (yield* reach(run, path))
  if (code !== ERROR.SUCCESS) return code
  const root = deep ? yield* survey(run, path, true) : yield* surveyAlone(run, path)
  if (typeof root === 'number') return root
  const { record, local, server } = root
  if (record === undefined && local === undefined && server === undefined) return ERROR.FILE_NOT_FOUND
  return (yield* enterAbove(run, path)) || root
}

/** True for what was deleted offline, or lies in what was. */
function* isDeleted(path: UncPath): Session<boolean> {
  for (let at: UncPath | undefined = path; at !== undefined; at = parentOf(at)) {
    if ((yield* readItem(at))?.marks.deletedOffline) return true
  }
  return false
}

/** 0 when the share of a path answers and may be cached. */
function* reach(run: RunContext, path: UncPath): Session<number> {
  const { code, caching } = yield* connectTo(path, run.flags)
  if (code === ERROR.BAD_NET_NAME) yield* goOffline(path)
  if (code !== ERROR.SUCCESS) yield* noteLoss(run, path, code)
  return code === ERROR.SUCCESS && caching === NO_CACHING ? ERROR.NOT_SUPPORTED : code
}

function* enterAbove(run: RunContext, path: UncPath): Session<number> {
  if ((yield* readShare(path)) === undefined) yield* writeShare({ path: shareOf(path), user: run.user })
  const above = yield* surveyAbove(run, path)
  if (typeof above === 'number') return above
  for (const directory of above) {
    if (directory.record !== undefined) continue
    const code = yield* enterDirectory(run, { ...directory, newPins: undefined })
    if (code !== ERROR.SUCCESS) return code
  }
  return ERROR.SUCCESS
}

/** True for an item that a pin can be set on: not one deleted offline, nor a name that is nowhere any more. */
function isThere({ record, server, local, cell }: Item): boolean {
  if (record?.marks.deletedOffline === true || cell === 'drop' || cell === 'purge') return false
  return record !== undefined || server !== undefined || local !== undefined
}

function countItems(run: RunContext, item: Item): number {
  if (!isThere(item)) return 0
  const own = run.results.has(foldPath(item.path)) ? 0 : 1
  return item.children.reduce((sum, child) => sum + countItems(run, child), own)
}

/** Pins an item, then what is in it. What could not be entered holds nothing that could. */
function* pinTree(pinning: Pinning, item: Item): Session<void> {
  const { run } = pinning
  if (run.cancelled || !isThere(item)) return
  let now = item
  const code = yield* workItem(run, item.path, function* (attempt) {
    if (attempt > 1) now = yield* lookAgain(run, item, false)
    return yield* tryToPin(pinning, now)
  })
  if (code === ERROR.SUCCESS) yield* followLink(run, now)
  else if (now.record === undefined && (yield* readItem(now.path)) === undefined) return
  for (const child of now.children) yield* pinTree(pinning, child)
}

function* tryToPin({ run, deep }: Pinning, item: Item): Session<number> {
  const lost = run.lost.get(foldPath(shareOf(item.path)))
  if (lost !== undefined) return lost
  if (isFileItem(item) && isExcludedType(nameOf(item.path), run.settings)) return ERROR.NOT_SUPPORTED
  const code = yield* pinItem(run, item, { alone: !deep })
  yield* noteLoss(run, item.path, code)
  return code
}
