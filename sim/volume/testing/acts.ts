/** What is done to a volume and its model alike: each act asks both and compares the answers. */

import * as assert from 'uvu/assert'
import { ATTRIBUTE, upcase } from '../../windows/mod.ts'
import { isFailure } from '../../port/mod.ts'
import type { TreeEntry } from '../tree.ts'
import type { Volume } from '../volume.ts'
import { copyBytes, keyOf, type Model, type ModelBytes, type ModelHandle, type ModelItem } from './model.ts'

/** A volume and what it should be. */
export interface Pair {
  on: Volume
  readonly model: Model
  /** The tree as its effects tell it. */
  readonly told: Map<string, TreeEntry>
  /** Entries of the model's journal that the volume's journal has lost on its way through plain data. */
  lost: number
}

/** Picks one thing after the other by the digits of a number. */
export class Digits {
  #rest: number

  constructor(digits: number) {
    this.#rest = digits
  }

  /** A number below another. */
  below(count: number): number {
    const digit = this.#rest % count
    this.#rest = Math.floor(this.#rest / count)
    return digit
  }

  /** One of a list. */
  of<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0]
  }
}

/** An act: makes the change in both, and gives the code that both answered with. */
export type Act = (pair: Pair, pick: Digits, now: number) => number

/** Names that meet each other often. */
export const PATHS: readonly [readonly string[], ...(readonly string[])[]] = [
  ['a'],
  ['B'],
  ['a', 'x'],
  ['A', 'y'],
  ['b', 'x'],
  ['b', 'X'],
  ['a', 'X', 'b'],
  ['B', 'y', 'A'],
]

/** Who makes items. */
export const USERS = ['', 'ann', 'bob'] as const

/** Why there is no item with a path. */
export function absent(model: Model, path: readonly string[]): number {
  return model.isDirectory(path.slice(0, -1)) ? 2 : 3
}

/** The item to work with, or the code why there is none. */
export function present(model: Model, path: readonly string[]): ModelItem | number {
  const item = model.find(path)
  if (item === undefined) return absent(model, path)
  return item.going ? 303 : item
}

/** Why nothing new can have a path. */
export function refusesNew(model: Model, path: readonly string[]): number {
  const parent = path.slice(0, -1)
  if (!model.isDirectory(parent)) return 3
  return model.find(parent)?.going === true ? 303 : 0
}

/** Makes an item of the model. */
export function create(
  model: Model,
  path: readonly string[],
  { content, owner, now }: {
    readonly content: ModelBytes | undefined
    readonly owner: string
    readonly now: number
  },
): ModelItem {
  const item: ModelItem = {
    id: model.nextId++,
    name: path.at(-1) ?? '',
    content,
    streams: new Map(),
    rights: new Map(),
    owner,
    attributes: content === undefined
      ? ATTRIBUTE.DIRECTORY
      : ATTRIBUTE.ARCHIVE | (content.blocks === undefined ? 0 : ATTRIBUTE.SPARSE_FILE),
    creation: now,
    lastWrite: now,
    change: now,
    lastAccess: now,
    going: false,
  }
  model.items.set(keyOf(path), item)
  model.note('create', item, model.spelled(path))
  if (content !== undefined && content.size > 0) model.note('data', item, model.spelled(path))
  model.touch(path, now)
  return item
}

/** Its bytes, or those of a stream, were written. */
export function wrote(item: ModelItem, now: number): void {
  item.lastWrite = now
  item.change = now
  if (item.content !== undefined) item.attributes |= ATTRIBUTE.ARCHIVE
}

/** Breaks handles. */
export function breakAll(rivals: readonly ModelHandle[]): void {
  for (const rival of rivals) rival.broken = true
}

/** True when one of them does not give way. */
export function holds(rivals: readonly ModelHandle[]): boolean {
  return rivals.some((rival) => !rival.yields)
}

/** What deleting and renaming wish for. */
export const AS_DELETE = { whole: true, access: 'delete', share: ['read', 'write', 'delete'] } as const

/** Compares the answer of a volume with the code of the model. */
export function same(answer: object | undefined, code: number, what: string): number {
  assert.is(isFailure(answer) ? answer.code : 0, code, what)
  return code
}

/** The bytes a handle is open on. */
export function openBytes({ item, stream }: ModelHandle): ModelBytes | undefined {
  return stream === undefined ? item?.content : item?.streams.get(upcase(stream))?.bytes
}

/** Puts bytes where a handle has them open, if there is room for them: the code. */
export function putBytes(
  { model }: Pair,
  handle: ModelHandle,
  { make, reason, now }: {
    readonly make: (bytes: ModelBytes) => void
    readonly reason: string
    readonly now: number
  },
): number {
  const { item } = handle
  const old = openBytes(handle)
  if (item === undefined || old === undefined) throw new Error('a handle on nothing')
  const bytes = copyBytes(old)
  make(bytes)
  const before = model.used()
  const put = (content: ModelBytes): void => {
    if (handle.stream === undefined) item.content = content
    else item.streams.set(upcase(handle.stream), { name: streamName(handle), bytes: content })
  }
  put(bytes)
  const more = model.used() - before
  put(old)
  const code = model.refusesRoom(item.owner, more)
  if (code !== 0) return code
  put(bytes)
  const path = model.pathOf(item)
  if (path !== undefined) {
    model.note(handle.stream === undefined ? reason : 'stream', item, model.spelled(path))
  }
  item.change = now
  return 0
}

function streamName({ item, stream = '' }: ModelHandle): string {
  return item?.streams.get(upcase(stream))?.name ?? stream
}
