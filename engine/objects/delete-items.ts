/** `DeleteItems(Paths[], Flags)`: takes items out of the cache; the server is not touched, and there is no recycle bin. */

import { ask, type Session } from '../../sim/port/mod.ts'
import { ERROR, partsOf, type UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, isDirty, mayOffline, readItem, recordedIn } from '../cache/mod.ts'
import { has, isPinned, type Rules } from '../rules/mod.ts'
import { clearConflict, conduct, type Outcome, type RunContext } from '../run/mod.ts'
import { eachPath, type PathDone, prepared, workItem } from './each-path.ts'
import { DELETE_FLAG, rulesFor } from './flags.ts'
import { removeEntry } from './remove-entry.ts'

/** One call of `DeleteItems`; paths and flags as the caller gave them. */
export interface DeleteCall {
  readonly paths: readonly (string | null)[] | null
  /** See {@linkcode DELETE_FLAG}. */
  readonly flags: number
  readonly user: string
  /** True for a caller who is an administrator: only they may pass ADMIN. */
  readonly administrator: boolean
}

/** ERROR_MORE_DATA: some items could not be taken out. */
const MORE_DATA = 234

/**
 * Runs one call of `DeleteItems`. A directory goes with all that is below it, or stays with what could not or was not to go.
 * Pinned items and those that came by being opened go unless the flags say otherwise; changes that are not synchronized stay
 * unless they say so. Without ADMIN only what the user may read goes. The record of an item's conflict goes with it (P15.49).
 *
 * @returns 0; 5 for ADMIN from anybody but an administrator; 2 for one path that is not cached; 234 when some items failed.
 */
export function* deleteItems(rules: Rules, call: DeleteCall): Session<number> {
  const { administrator, ...given } = call
  const refuse = (flags: number): number =>
    has(flags, DELETE_FLAG.ADMIN) && !administrator ? ERROR.ACCESS_DENIED : ERROR.SUCCESS
  const own = rulesFor(rules, DELETE_FLAG, refuse)
  return yield* withoutSyncEvents(conduct(own, { ...given, conflictHandler: false }, deleteAll))
}

/** `DeleteItems` is no synchronization: its progress is told to the caller, and only its effects to everybody. */
function* withoutSyncEvents<T>(session: Session<T>): Session<T> {
  let step = session.next()
  while (step.done !== true) {
    const { value } = step
    const isTold = value.kind !== 'publish' ||
      !['SYNCBEGIN', 'SYNCFILERESULT', 'SYNCEND'].includes(value.event.event)
    step = session.next(isTold ? yield value : { kind: 'publish' })
  }
  return step.value
}

function* deleteAll(run: RunContext, paths: readonly UncPath[]): Session<Outcome> {
  const outcome = yield* eachPath(run, paths, (path) => deletePath(run, path))
  const isOnlyUnknown = paths.length === 1 && outcome.returned === ERROR.FILE_NOT_FOUND
  const failed = !isOnlyUnknown && [...run.results.values()].some((code) => code !== ERROR.SUCCESS)
  return failed ? { end: MORE_DATA, returned: MORE_DATA } : outcome
}

function* deletePath(run: RunContext, path: UncPath): Session<PathDone> {
  const root = yield* prepared(run, path, () => plan(run, path))
  if (typeof root === 'number') return { failed: root }
  run.counts.upperBound += count(root)
  yield* deleteTree(run, root)
  return {}
}

/** An entry and what is in it. `goes`: the flags take it, and everything in it. */
interface Entry {
  readonly path: UncPath
  readonly goes: boolean
  readonly children: readonly Entry[]
}

function* plan(run: RunContext, path: UncPath): Session<Entry | number> {
  const record = partsOf(path).length < 2 ? undefined : yield* readItem(path)
  return record === undefined ? ERROR.FILE_NOT_FOUND : yield* planEntry(run, path, record)
}

function* planEntry(run: RunContext, path: UncPath, record: CacheRecord): Session<Entry> {
  const children: Entry[] = []
  for (const child of yield* recordedIn(path)) {
    const known = yield* readItem(child)
    if (known !== undefined) children.push(yield* planEntry(run, child, known))
  }
  const own = isAsked(record, run.flags) && (yield* isSeenBy(run, path, record))
  return { path, goes: own && children.every(({ goes }) => goes), children }
}

function isAsked({ pins, marks }: CacheRecord, flags: number): boolean {
  if (isDirty(marks) && !has(flags, DELETE_FLAG.DELMODIFIED)) return false
  return !has(flags, isPinned(pins) ? DELETE_FLAG.NOPINNED : DELETE_FLAG.NOAUTOCACHED)
}

/** What a user has not been seen to read online is none of theirs. */
function* isSeenBy({ flags, user }: RunContext, path: UncPath, { type }: CacheRecord): Session<boolean> {
  if (has(flags, DELETE_FLAG.ADMIN) || type === 'directory') return true
  return yield* mayOffline(path, { user, right: 'read' })
}

function count({ goes, children }: Entry): number {
  return children.reduce((sum, child) => sum + count(child), goes ? 1 : 0)
}

/** Children first; true when the entry is gone. */
function* deleteTree(run: RunContext, { path, goes, children }: Entry): Session<boolean> {
  let isEmpty = true
  for (const child of children) isEmpty = (yield* deleteTree(run, child)) && isEmpty
  if (!goes || !isEmpty || run.cancelled) return false
  return (yield* workItem(run, path, () => deleteEntry(run, path))) === ERROR.SUCCESS
}

function* deleteEntry(run: RunContext, path: UncPath): Session<number> {
  const record = yield* readItem(path)
  if (record === undefined) return ERROR.SUCCESS
  if (!isAsked(record, run.flags)) return ERROR.SHARING_VIOLATION
  const refusal = yield* removeEntry(path, record)
  if (refusal !== undefined) return refusal.code
  yield* clearConflict(run, path)
  const { type } = record
  yield* ask({ kind: 'publish', event: { event: 'ITEMDELETEDFROMCACHE', path, type } })
  return ERROR.SUCCESS
}
