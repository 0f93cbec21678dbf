/** The survey of a scope (PREPARE): both listings side by side, every name with its state. */

import {
  ask,
  type DirEntry,
  type Failed,
  isFailure,
  NOT_PINNED,
  type Pins,
  type Session,
  within,
} from '../../sim/port/mod.ts'
import {
  childOf,
  ERROR,
  foldPath,
  isNotThere,
  parentOf,
  partsOf,
  shareOf,
  SYNC_FLAG,
  uncOf,
  type UncPath,
  upcase,
} from '../../sim/windows/mod.ts'
import {
  afterSight,
  type CacheRecord,
  inheritedPins,
  readDirectory,
  readItem,
  readShare,
  recordRights,
  type SeenRights,
} from '../cache/mod.ts'
import { has, isPinned, mergePins, PIN_CATEGORIES } from '../rules/mod.ts'
import type { RunContext } from './context.ts'
import { type FromAbove, isGhost, isNew, type Item, localType, type Sides } from './item.ts'
import { rowsOf } from './rows.ts'

/**
 * Surveys one path of the call with all below it; a code when it cannot be prepared at all. `whole`: files that are in sync
 * are items, too.
 */
export function* survey(run: RunContext, path: UncPath, whole = false): Session<Item | number> {
  return yield* within({ name: 'PREPARE', path }, surveyOne(run, path, whole))
}

/** Surveys one path alone, without what is below it. */
export function* surveyAlone(run: RunContext, path: UncPath): Session<Item | number> {
  return yield* within({ name: 'PREPARE', path }, placeOne(run, path, false))
}

/** A path as the cache spells it, not as the caller typed it (P15.35). */
export function* spell(path: UncPath): Session<UncPath> {
  let spelled = (yield* readShare(path))?.path ?? shareOf(path)
  for (const name of partsOf(path).slice(2)) {
    const record = yield* readItem(childOf(spelled, name))
    spelled = childOf(spelled, record?.name ?? name)
  }
  return spelled
}

/** Looks at a single item anew; at what is below it only where that could not be seen before, or is not what it was. */
export function* lookAgain(run: RunContext, item: Item, isOtherBelow: boolean): Session<Item> {
  const found = yield* findSides(item.path)
  if (typeof found === 'number') return item
  const { parentPins, deep } = item
  const again = place(run, item.path, { ...found, parentPins, deep })
  const isKnownBelow = item.refused === undefined && !isOtherBelow
  return isKnownBelow ? { ...again, children: item.children } : yield* withChildren(run, again)
}

/** What is in a directory that this run has just put in place of something else, or made. */
export function* surveyBelow(run: RunContext, item: Item): Session<readonly Item[]> {
  const found = yield* findSides(item.path)
  if (typeof found === 'number') return []
  const { parentPins, deep } = item
  return (yield* withChildren(run, place(run, item.path, { ...found, parentPins, deep }))).children
}

/**
 * The directories above a path, from the share down, each without what is in it; or the code with which one of them could not
 * be looked at.
 */
export function* surveyAbove(run: RunContext, path: UncPath): Session<readonly Item[] | number> {
  const parts = partsOf(path)
  const above: Item[] = []
  for (let length = 2; length < parts.length; length++) {
    const directory = uncOf(parts.slice(0, length))
    const found = yield* findSides(directory)
    if (typeof found === 'number') return found
    above.push(place(run, directory, { ...found, ...NOTHING_ABOVE }))
  }
  return above
}

type Placed = Sides & FromAbove

const NO_CHILDREN: readonly Item[] = []

const NO_ENTRIES: readonly DirEntry[] = Object.freeze([])

const NOTHING_ABOVE: FromAbove = { parentPins: NOT_PINNED, deep: false }

function* surveyOne(run: RunContext, path: UncPath, whole: boolean): Session<Item | number> {
  const item = yield* placeOne(run, path, whole)
  return typeof item === 'number' ? item : yield* withChildren(run, item)
}

function* placeOne(run: RunContext, path: UncPath, deep: boolean): Session<Item | number> {
  const found = yield* findSides(path)
  if (typeof found === 'number') return found
  return yield* noteRights(place(run, path, { ...found, ...yield* fromAbove(run, path, deep) }))
}

/** What an item that is surveyed by its own path has from the directories above it. */
function* fromAbove({ flags }: RunContext, path: UncPath, deep: boolean): Session<FromAbove> {
  const parent = parentOf(path)
  const parentPins = pinsOf(parent === undefined ? undefined : yield* readItem(parent))
  for (let at = parent; at !== undefined && has(flags, SYNC_FLAG.SYNCIN); at = parentOf(at)) {
    const record = yield* readItem(at)
    if (record?.childrenToPin !== true) continue
    return { parentPins: mergePins(parentPins, inheritedPins(record.pins)), deep: true }
  }
  return { parentPins, deep }
}

/** What both sides and the records say of one path. Absence is an answer; any other failure is a code. */
function* findSides(path: UncPath): Session<Sides | number> {
  const server = yield* look('server', path)
  if (isFailure(server)) return server.code
  const local = yield* look('cache', path)
  if (isFailure(local)) return local.code
  return { record: yield* readItem(path), local, server }
}

function* look(on: 'server' | 'cache', path: UncPath): Session<DirEntry | undefined | Failed> {
  const reply = yield* ask({ kind: 'stat', on, path })
  if (reply.kind !== 'failed') {
    const { name, info, denied } = reply
    return { name, key: upcase(name), info, ...(denied === undefined ? {} : { denied }) }
  }
  return isNotThere(reply.code) ? undefined : reply
}

function place(run: RunContext, path: UncPath, sides: Placed): Item {
  const { record, local, server, parentPins, deep } = sides
  const { rules } = run
  const cell = rules.classify(rules.localCondition(record, local), rules.serverCondition(record, server))
  const name = local?.name ?? record?.name ?? server?.name
  const known: Known = { record, local, server, path: spelled(path, name), cell, parentPins, deep }
  return {
    record,
    local,
    server,
    path: known.path,
    cell,
    children: NO_CHILDREN,
    refused: undefined,
    skipped: false,
    rights: rightsOf(run, path, sides),
    parentPins,
    deep,
    newPins: newPinsOf(run, known),
    gains: isMissing(known) ? undefined : gainsOf(run, known),
  }
}

/** What is known of an item before its pins are. */
type Known = Placed & Pick<Item, 'path' | 'cell'>

function spelled(path: UncPath, name: string | undefined): UncPath {
  return name === undefined || path.endsWith(`\\${name}`) ? path : childOf(parentOf(path) ?? '', name)
}

/** True for what the cache does not have, or has by name alone and unpinned (P6.3). */
function isMissing(item: Known): boolean {
  const { record } = item
  return isNew(item) || (isGhost(item) && record !== undefined && !isPinned(record.pins))
}

/** Pins of what the cache does not have, or has by name alone and unpinned (P6.3). */
function newPinsOf({ rules, flags, uncacheable }: RunContext, item: Known): Pins | undefined {
  const { path, server, parentPins, deep } = item
  if (server === undefined || !isMissing(item)) return undefined
  if (uncacheable.size > 0 && uncacheable.has(foldPath(shareOf(path)))) return undefined
  const asked = rules.pinsForNew(parentPins, server.info.type, flags)
  if (!deep) return asked
  const pins = mergePins(asked ?? NOT_PINNED, inheritedPins(parentPins))
  return isPinned(pins) ? pins : undefined
}

/**
 * The pins of a cached item once it has those that its directory hands down to all in it (P6.2), or that it gets as a new item
 * although a link has brought it before its turn (P15.74); `undefined` when it has them.
 */
function gainsOf({ rules, flags }: RunContext, { record, parentPins, deep }: Known): Pins | undefined {
  if (record === undefined || record.marks.deletedOffline) return undefined
  const isEarly = record.beforeItsTurn === true
  if (!deep && !isEarly) return undefined
  const asNew = isEarly ? rules.pinsForNew(parentPins, record.type, flags) : undefined
  const handedDown = deep ? inheritedPins(parentPins) : NOT_PINNED
  const pins = mergePins(record.pins, mergePins(asNew ?? NOT_PINNED, handedDown))
  return PIN_CATEGORIES.every((category) => pins[category] === record.pins[category]) ? undefined : pins
}

function rightsOf(
  { user, owners }: RunContext,
  path: UncPath,
  { record, server }: Sides,
): SeenRights | undefined {
  if (server === undefined) return record?.rights
  return afterSight(record?.rights, {
    user,
    owner: owners.get(foldPath(shareOf(path))),
    denied: server.denied,
  })
}

/** Records what the survey has seen of the rights on a cached item. */
function* noteRights(item: Item): Session<Item> {
  const { path, record, rights } = item
  if (record === undefined) return item
  const noted = yield* recordRights(path, record, rights)
  return noted === record ? item : { ...item, record: noted }
}

/** The pins that count for what is in a directory: a deleted one hands nothing on. */
function pinsOf(record: CacheRecord | undefined): Pins {
  return record === undefined || record.marks.deletedOffline ? NOT_PINNED : record.pins
}

function* withChildren(run: RunContext, item: Item): Session<Item> {
  if (item.record?.suspendedRoot === true && has(run.flags, SYNC_FLAG.SKIPSUSPENDEDDIRS)) {
    return { ...item, skipped: true }
  }
  const here = localType(item)
  const there = item.server?.info.type
  const clash = here !== undefined && there !== undefined && here !== there
  const stranger = here === undefined && item.newPins === undefined
  if (clash || stranger || (here !== 'directory' && there !== 'directory')) return item
  const server = yield* list('server', item.path, there === 'directory')
  if (isFailure(server)) return { ...item, refused: server.code }
  const local = yield* list('cache', item.path, item.local?.info.type === 'directory')
  if (isFailure(local)) return { ...item, refused: local.code }
  const records = yield* readDirectory(item.path)
  const owner = run.owners.get(foldPath(shareOf(item.path)))
  const above: FromAbove = {
    parentPins: item.newPins ?? item.gains ?? pinsOf(item.record),
    deep: item.deep || (item.record?.childrenToPin === true && has(run.flags, SYNC_FLAG.SYNCIN)),
  }
  const children: Item[] = []
  for (const row of rowsOf({ server, local, records }, { run, owner, whole: above.deep })) {
    const name = row.local?.name ?? row.record?.name ?? row.server?.name ?? ''
    const { record, local: here, server: there } = row
    const sides = { record, local: here, server: there, parentPins: above.parentPins, deep: above.deep }
    const child = yield* noteRights(place(run, childOf(item.path, name), sides))
    children.push(yield* withChildren(run, child))
    for (const twin of row.twins) {
      children.push(placeTwin(run, childOf(item.path, twin.name), { server: twin, above }))
    }
  }
  return children.length === 0 ? item : { ...item, children }
}

function placeTwin(
  run: RunContext,
  path: UncPath,
  { server, above }: { readonly server: DirEntry; readonly above: FromAbove },
): Item {
  const twin = place(run, path, { record: undefined, local: undefined, server, ...above })
  return { ...twin, refused: ERROR.ALREADY_EXISTS }
}

function* list(
  on: 'server' | 'cache',
  path: UncPath,
  present: boolean,
): Session<readonly DirEntry[] | Failed> {
  if (!present) return NO_ENTRIES
  const reply = yield* ask({ kind: 'list', on, path })
  return reply.kind === 'failed' ? reply : reply.entries
}
