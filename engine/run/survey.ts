/** The survey of a scope (PREPARE): both listings side by side, every name with its state. */

import {
  ask,
  type DirEntry,
  type Failed,
  isFailure,
  type ItemType,
  type Json,
  NOT_PINNED,
  type Pins,
  type Session,
  within,
} from '../../sim/port/mod.ts'
import {
  childOf,
  ERROR,
  foldPath,
  nameOf,
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
  isCacheRecord,
  readDirectory,
  readItem,
  readShare,
  recordRights,
  type SeenRights,
} from '../cache/mod.ts'
import { type Cell, has } from '../rules/mod.ts'
import type { RunContext } from './context.ts'
import { pinChildren } from './pin-children.ts'

/** One name of the scope, and how it stands. */
export interface Item {
  /** As spelled in the cache, or on the server where the cache has none (P15.35). */
  readonly path: UncPath
  readonly record: CacheRecord | undefined
  readonly local: DirEntry | undefined
  readonly server: DirEntry | undefined
  readonly cell: Cell
  /** Items below, in order; empty unless some side has a directory here. */
  readonly children: readonly Item[]
  /**
   * Why nothing can be done with it: the code with which a directory refused to be listed, so that nothing is known of what
   * is below (P2.24), or 183 for a name that differs from its neighbour's in case alone (F58).
   */
  readonly refused: number | undefined
  /** What is known of users' rights on it, this survey's sight of it included (P15.62). */
  readonly rights: SeenRights | undefined
  /** The pins of the directory it is in. */
  readonly parentPins: Pins
  /** The pins it gets as a new item of a pinned directory; `undefined` when it is not new, or not to be fetched. */
  readonly newPins: Pins | undefined
}

/** Surveys one path of the call with all below it; a code when it cannot be prepared at all. */
export function* survey(run: RunContext, path: UncPath): Session<Item | number> {
  return yield* within({ name: 'PREPARE', path }, surveyOne(run, path))
}

/** Surveys one path alone, without what is below it. */
export function* surveyAlone(run: RunContext, path: UncPath): Session<Item | number> {
  return yield* within({ name: 'PREPARE', path }, placeOne(run, path))
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

/** Looks at a single item anew; at what is below it only where that could not be seen before. */
export function* lookAgain(run: RunContext, item: Item): Session<Item> {
  const found = yield* findSides(item.path)
  if (typeof found === 'number') return item
  const again = place(run, item.path, { ...found, parentPins: item.parentPins })
  return item.refused === undefined ? { ...again, children: item.children } : yield* withChildren(run, again)
}

/** The directories above a path, from the share down, each without what is in it. */
export function* surveyAbove(run: RunContext, path: UncPath): Session<readonly Item[]> {
  const parts = partsOf(path)
  const above: Item[] = []
  for (let length = 2; length < parts.length; length++) {
    const directory = uncOf(parts.slice(0, length))
    const found = yield* findSides(directory)
    if (typeof found !== 'number') above.push(place(run, directory, { ...found, parentPins: NOT_PINNED }))
  }
  return above
}

interface Sides {
  readonly record: CacheRecord | undefined
  readonly local: DirEntry | undefined
  readonly server: DirEntry | undefined
}

type Placed = Sides & { readonly parentPins: Pins }

function* surveyOne(run: RunContext, path: UncPath): Session<Item | number> {
  const item = yield* placeOne(run, path)
  return typeof item === 'number' ? item : yield* withChildren(run, item)
}

function* placeOne(run: RunContext, path: UncPath): Session<Item | number> {
  const found = yield* findSides(path)
  if (typeof found === 'number') return found
  const parent = yield* readItem(parentOf(path) ?? '')
  return yield* noteRights(place(run, path, { ...found, parentPins: pinsOf(parent) }))
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
  return reply.code === ERROR.FILE_NOT_FOUND || reply.code === ERROR.PATH_NOT_FOUND ? undefined : reply
}

function place(run: RunContext, path: UncPath, sides: Placed): Item {
  const { record, local, server, parentPins } = sides
  const { rules, flags } = run
  const cell = rules.classify(rules.localCondition(record, local), rules.serverCondition(record, server))
  const name = local?.name ?? record?.name ?? server?.name ?? nameOf(path)
  const isNew = record === undefined && local === undefined && server !== undefined
  return {
    path: childOf(parentOf(path) ?? '', name),
    record,
    local,
    server,
    cell,
    children: [],
    refused: undefined,
    rights: rightsOf(run, path, sides),
    parentPins,
    newPins: isNew ? rules.pinsForNew(parentPins, server.info.type, flags) : undefined,
  }
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
  return record === undefined ? item : { ...item, record: yield* recordRights(path, record, rights) }
}

/** The pins that count for what is in a directory: a deleted one hands nothing on. */
function pinsOf(record: CacheRecord | undefined): Pins {
  return record === undefined || record.marks.deletedOffline ? NOT_PINNED : record.pins
}

function* withChildren(run: RunContext, item: Item): Session<Item> {
  const here = localType(item)
  const there = item.server?.info.type
  const clash = here !== undefined && there !== undefined && here !== there
  const stranger = here === undefined && item.newPins === undefined
  if (clash || stranger || (here !== 'directory' && there !== 'directory')) return item
  if (item.record?.childrenToPin === true && there === 'directory' && has(run.flags, SYNC_FLAG.SYNCIN)) {
    return yield* listChildren(run, { ...item, record: yield* pinChildren(item.path, item.record) })
  }
  return yield* listChildren(run, item)
}

function* listChildren(run: RunContext, item: Item): Session<Item> {
  const server = yield* list('server', item.path, item.server?.info.type === 'directory')
  if (isFailure(server)) return { ...item, refused: server.code }
  const local = yield* list('cache', item.path, item.local?.info.type === 'directory')
  if (isFailure(local)) return { ...item, refused: local.code }
  const records = yield* readDirectory(item.path)
  const parentPins = item.newPins ?? pinsOf(item.record)
  const twins = twinsIn(server)
  const children: Item[] = []
  for (const sides of merge(server, local, records)) {
    const name = sides.local?.name ?? sides.record?.name ?? sides.server?.name ?? ''
    const child = yield* noteRights(place(run, childOf(item.path, name), { ...sides, parentPins }))
    children.push(yield* withChildren(run, child))
    for (const twin of twins.get(sides.server?.key ?? '') ?? []) {
      children.push(placeTwin(run, item.path, { server: twin, parentPins }))
    }
  }
  return { ...item, children }
}

/** Names of a server that tells case apart, which the cache takes for another's: the first in code-unit order is used (F58). */
function twinsIn(listing: readonly DirEntry[]): ReadonlyMap<string, readonly DirEntry[]> {
  const twins = new Map<string, DirEntry[]>()
  for (const [i, entry] of listing.entries()) {
    if (i === 0 || listing[i - 1]?.key !== entry.key) continue
    twins.set(entry.key, [...twins.get(entry.key) ?? [], entry])
  }
  return twins
}

function placeTwin(
  run: RunContext,
  directory: UncPath,
  { server, parentPins }: { readonly server: DirEntry; readonly parentPins: Pins },
): Item {
  const twin = place(run, childOf(directory, server.name), {
    record: undefined,
    local: undefined,
    server,
    parentPins,
  })
  return { ...twin, refused: ERROR.ALREADY_EXISTS }
}

function* list(
  on: 'server' | 'cache',
  path: UncPath,
  present: boolean,
): Session<readonly DirEntry[] | Failed> {
  if (!present) return []
  const reply = yield* ask({ kind: 'list', on, path })
  return reply.kind === 'failed' ? reply : reply.entries
}

/** The names of both listings and of the records, each once, in listing order. */
function merge(
  server: readonly DirEntry[],
  local: readonly DirEntry[],
  records: ReadonlyMap<string, Json>,
): readonly Sides[] {
  const there = new Map([...server].reverse().map((entry) => [entry.key, entry]))
  const here = new Map(local.map((entry) => [entry.key, entry]))
  const keys = [...new Set([...there.keys(), ...here.keys(), ...records.keys()])].sort()
  return keys.map((key) => {
    const record = records.get(key)
    return {
      record: isCacheRecord(record) ? record : undefined,
      local: here.get(key),
      server: there.get(key),
    }
  })
}

/** What the client has, or had until it was deleted offline, under a name. */
function localType(item: Item): ItemType | undefined {
  return item.local?.info.type ??
    (item.record?.marks.deletedOffline === true ? item.record.original?.type : item.record?.type)
}

/** True for the item of a file, present or deleted, on whichever side has it. */
export function isFileItem(item: Item): boolean {
  return (localType(item) ?? item.server?.info.type) === 'file'
}

/** The folded path of an item. */
export function keyOf(item: Item): string {
  return foldPath(item.path)
}
