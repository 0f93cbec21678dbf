/** What calls of the cache's other methods leave of what the harness remembers: which entries go, which lose their pins. */

import { type CacheCall, isWithin, parentOf, upcase } from '../../../sim/mod.ts'
import type { Trees } from '../result.ts'
import type { EntryMarks } from './facts.ts'
import { isPinned, marksOf, pinsBy, pinsOf } from './marks.ts'
import type { Memory } from './memory.ts'

/** Flags of DeleteItems (5.1). */
const NOAUTOCACHED = 0x1
const NOPINNED = 0x2
const DELMODIFIED = 0x4

/** Flags of Unpin, by the category that they name. */
const PINFOR = { user: 0x20, userPolicy: 0x40, computer: 0x80, redirection: 0x100 } as const

type Called = { readonly before: Trees; readonly after: Trees }

/**
 * Folded paths of the entries that a call of DeleteItems took out: those whose local copy is gone, and of those without one,
 * which no tree shows, all that its flags ask for.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { deletedEntries, originalsOf } from 'csclab/scenarios'
 * import { World } from 'csclab/sim'
 *
 * const world = new World()
 * world.addShare('\\\\hq\\docs')
 * const trees = { server: world.tree('server'), local: world.tree('cache') }
 * const call = { method: 'DeleteItems', paths: ['\\\\hq\\docs'], flags: 0, user: 'alice', administrator: false } as const
 * const memory = { marks: new Map(), originals: originalsOf(trees), pins: new Map() }
 * const after = { ...trees, local: new Map() }
 * assert.deepEqual([...deletedEntries(memory, call, { before: trees, after })], ['\\\\HQ\\DOCS'])
 * ```
 */
export function deletedEntries(
  memory: Memory,
  { paths, flags }: CacheCall,
  { before, after }: Called,
): ReadonlySet<string> {
  const gone = new Set<string>()
  for (const key of entriesIn(memory, before)) {
    if (!paths.some((path) => isWithin(key, path)) || after.local.has(key)) continue
    if (before.local.has(key) || isAsked(key, memory, flags)) gone.add(key)
  }
  return gone
}

/** Without a local copy an entry is incomplete, a mere name or, else, a tombstone: that is a change. */
function isAsked(key: string, memory: Memory, flags: number): boolean {
  const { sparse, ghost, unlisted } = marksOf(key, memory)
  const isTombstone = sparse === undefined && ghost === undefined && unlisted === undefined
  if (isTombstone && (flags & DELMODIFIED) === 0) return false
  return (flags & (isPinned(pinsOf(key, memory)) ? NOPINNED : NOAUTOCACHED)) === 0
}

/**
 * The marks after a call of Unpin: the categories that its flags name are taken from what it names and, of a directory, from
 * the files directly in it or from all that is below it. All others keep what they have.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { originalsOf, unpinnedMarks } from 'csclab/scenarios'
 * import { NOT_PINNED, World } from 'csclab/sim'
 *
 * const world = new World()
 * world.addShare('\\\\hq\\docs')
 * const trees = { server: world.tree('server'), local: world.tree('cache') }
 * const pins = new Map([['\\\\HQ\\DOCS', { ...NOT_PINNED, user: 2 } as const]])
 * const call = { method: 'Unpin', paths: ['\\\\hq\\docs'], flags: 0x20, deep: true, user: 'alice' } as const
 * const memory = { marks: new Map(), originals: originalsOf(trees), pins }
 * const marks = unpinnedMarks(memory, call, { before: trees, after: trees })
 * assert.deepEqual(marks.get('\\\\HQ\\DOCS')?.pins, NOT_PINNED)
 * ```
 */
export function unpinnedMarks(
  memory: Memory,
  call: Extract<CacheCall, { readonly method: 'Unpin' }>,
  { after }: Called,
): ReadonlyMap<string, EntryMarks> {
  const marks = new Map(memory.marks)
  for (const key of entriesIn(memory, after)) {
    if (!call.paths.some((path) => isWithin(key, path))) continue
    const own = marksOf(key, memory)
    const old = pinsOf(key, memory)
    const isMeant = call.paths.some((path) => {
      if (call.deep || key === upcase(path)) return true
      return parentOf(key) === upcase(path) && after.local.get(key)?.info.type !== 'directory'
    })
    const pins = isMeant ? pinsBy((one) => (call.flags & PINFOR[one]) === 0 ? old[one] : 0) : old
    const { pinsBelow, ...rest } = own
    const below = pinsBelow === undefined || (isMeant && !isPinned(pins)) ? {} : { pinsBelow }
    marks.set(key, { ...rest, ...below, pins })
  }
  return marks
}

function entriesIn({ originals, marks }: Memory, { local }: Trees): ReadonlySet<string> {
  return new Set([...originals.keys(), ...marks.keys(), ...local.keys()])
}
