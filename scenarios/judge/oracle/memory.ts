/** How marks of entries come and go between rounds: by what a scenario arranges, and by edits on the client. */

import {
  type Arrangement,
  isWithin,
  NOT_PINNED,
  parentOf,
  type Pins,
  sameItem,
  SETTABLE,
  shareOf,
  type Tree,
  upcase,
} from '../../../sim/mod.ts'
import type { Trees } from '../result.ts'
import type { EntryMarks, Original } from './facts.ts'
import { marksOf, pinsOf } from './marks.ts'

/** What is remembered of a cache. */
export interface Memory {
  readonly marks: ReadonlyMap<string, EntryMarks>
  readonly originals: ReadonlyMap<string, Original>
  /** Pins of share roots. */
  readonly pins: ReadonlyMap<string, Pins>
}

/** EntryMarks of which nothing is left once both copies are the same. */
export function settledMarks({ pins, pinsBelow, suspended, linkPending }: EntryMarks): EntryMarks {
  return {
    ...(pins === undefined ? {} : { pins }),
    ...(pinsBelow === undefined ? {} : { pinsBelow }),
    ...(suspended === undefined ? {} : { suspended }),
    ...(linkPending === undefined ? {} : { linkPending }),
  }
}

/**
 * The marks after a scenario has brought an entry into a state; `trees` are those before and after it.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { arranged } from 'csclab/scenarios'
 * import { World } from 'csclab/sim'
 *
 * const world = new World()
 * world.addShare('\\\\hq\\docs')
 * const trees = { server: world.tree('server'), local: world.tree('cache') }
 * const memory = { marks: new Map(), originals: new Map(), pins: new Map() }
 * const marks = arranged(memory, { do: 'suspend', path: '\\\\hq\\docs' }, { before: trees, after: trees })
 * assert.deepEqual([...marks], [['\\\\HQ\\DOCS', { suspended: true }]])
 * ```
 */
export function arranged(
  memory: Memory,
  arrangement: Arrangement,
  trees: { readonly before: Trees; readonly after: Trees },
): ReadonlyMap<string, EntryMarks> {
  const key = upcase(arrangement.path)
  const marks = new Map(memory.marks)
  const own = marksOf(key, memory)
  switch (arrangement.do) {
    case 'sparse': {
      const isDirectory = trees.after.local.get(key)?.info.type === 'directory'
      return marks.set(key, isDirectory ? { ...own, unlisted: true } : { ...settledMarks(own), sparse: true })
    }
    case 'ghost':
      return marks.set(key, { ...settledMarks(own), ghost: true })
    case 'evict':
      return new Map([...marks].filter(([known]) => !isWithin(known, key)))
    case 'auto-cache':
      return isEntry(key, memory, trees.before) ? marks : marks.set(key, { pins: NOT_PINNED })
    case 'adopt': {
      const info = trees.after.local.get(key)?.info
      return marks.set(key, { ...settledMarks(own), ...(info === undefined ? {} : { adopted: info }) })
    }
    case 'suspend':
      return marks.set(key, { ...own, suspended: true })
    case 'release': {
      const { suspended: _, ...rest } = own
      return marks.set(key, rest)
    }
    case 'pin':
    case 'unpin':
      return pinned(memory, arrangement, trees)
  }
}

function isEntry(key: string, { originals, marks }: Memory, { local }: Trees): boolean {
  const own = marks.get(key)
  return local.has(key) || originals.has(key) || own?.sparse === true || own?.ghost === true
}

/** What an entry's children have they keep: a pin of the directory is about those to come, until the next run (P15.12). */
function pinned(
  memory: Memory,
  arrangement: Extract<Arrangement, { readonly do: 'pin' | 'unpin' }>,
  { before, after }: { readonly before: Trees; readonly after: Trees },
): ReadonlyMap<string, EntryMarks> {
  const { category } = arrangement
  const key = upcase(arrangement.path)
  const marks = new Map(memory.marks)
  const entries = new Set([...memory.originals.keys(), ...after.local.keys(), ...memory.marks.keys()])
  for (const child of entries) {
    if (parentOf(child) === key) marks.set(child, { ...marksOf(child, memory), pins: pinsOf(child, memory) })
  }
  const { pinsBelow: _, ...own } = marksOf(key, memory)
  const pins = pinsOf(key, memory)
  if (arrangement.do === 'unpin') return marks.set(key, { ...own, pins: { ...pins, [category]: 0 } })
  const [here, there] = [after.local.get(key), after.server.get(key)]
  const isDirectory = (here ?? there)?.info.type === 'directory'
  const { inherit = isDirectory } = arrangement
  const isNew = !isEntry(key, memory, before)
  const isWhole = here !== undefined && there !== undefined && sameItem(here, there, SETTABLE)
  return marks.set(key, {
    ...own,
    pins: { ...pins, [category]: inherit ? 2 : 1 },
    ...(isDirectory ? { pinsBelow: 'yes' as const } : {}),
    ...(isNew && !isDirectory && !isWhole ? { sparse: true as const } : {}),
  })
}

/**
 * The marks after an edit on the client; `removed` is what it took away by name, which tells of entries no tree shows.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { edited } from 'csclab/scenarios'
 *
 * const memory = { marks: new Map([['\\\\HQ\\DOCS\\A', { ghost: true } as const]]), originals: new Map(), pins: new Map() }
 * const marks = edited(memory, { before: new Map(), after: new Map(), removed: '\\\\hq\\docs\\a' })
 * assert.equal(marks.size, 0)
 * ```
 */
export function edited(
  memory: Memory,
  edit: { readonly before: Tree; readonly after: Tree; readonly removed?: string | undefined },
): ReadonlyMap<string, EntryMarks> {
  const { before, after, removed } = edit
  const marks = new Map(memory.marks)
  for (const key of memory.originals.keys()) {
    const own = marksOf(key, memory)
    const [was, is] = [before.get(key), after.get(key)]
    if (was === undefined && is?.info.type === 'file' && own.ghost !== true && own.sparse !== true) {
      marks.set(key, { ...own, overTombstone: true })
    } else if (was !== undefined && is === undefined && own.overTombstone === true) {
      const { overTombstone: _, ...rest } = own
      marks.set(key, { ...rest, replaced: true })
    }
  }
  for (const [key, own] of marks) {
    const isLost = (removed !== undefined && isWithin(key, removed)) ||
      isWithoutParent(key, after, memory.marks)
    const next = isLost || isRewritten(key, edit) ? withoutContent(own) : own
    const isKnown = after.has(key) || memory.originals.has(key) || next.sparse !== undefined ||
      next.ghost === true || next.unlisted === true
    if (isKnown) marks.set(key, next)
    else marks.delete(key)
  }
  return marks
}

/** A whole new content is complete, whatever the old one was (P8.3). */
function isRewritten(
  key: string,
  { before, after }: { readonly before: Tree; readonly after: Tree },
): boolean {
  return before.get(key)?.content?.digest() !== after.get(key)?.content?.digest()
}

/** An entry without a directory above it has nothing to lie in; one that waits to be listed will do. */
function isWithoutParent(key: string, tree: Tree, marks: ReadonlyMap<string, EntryMarks>): boolean {
  const above = parentOf(key)
  if (above === undefined || key === upcase(shareOf(key))) return false
  const there = tree.get(above)
  return there === undefined ? marks.get(above)?.unlisted !== true : there.info.type !== 'directory'
}

function withoutContent(marks: EntryMarks): EntryMarks {
  const { sparse: _, ghost: __, unlisted: ___, ...rest } = marks
  return rest
}
