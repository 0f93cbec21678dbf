/** The originals: what both sides of each item were at its last good sync. */

import { nameOf, partsOf, type TreeEntry } from '../../../sim/mod.ts'
import type { Trees } from '../result.ts'
import { sameCopies } from './compare.ts'
import type { Opinion, Original, RoundFacts } from './facts.ts'

/**
 * The originals of a world whose two sides are in sync: of every item that both have and of the same kind. Keyed by
 * folded path.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { originalsOf } from 'csclab/scenarios'
 * import { World } from 'csclab/sim'
 *
 * const world = new World()
 * world.addShare('\\\\hq\\docs')
 * const originals = originalsOf({ server: world.tree('server'), local: world.tree('cache') })
 * assert.deepEqual([...originals.keys()], ['\\\\HQ\\DOCS'])
 * ```
 */
export function originalsOf(trees: Trees): Map<string, Original> {
  const originals = new Map<string, Original>()
  for (const [key, server] of trees.server) {
    const local = trees.local.get(key)
    if (partsOf(key).length > 1 && local?.info.type === server.info.type) {
      originals.set(key, originalOf(server, local))
    }
  }
  return originals
}

/**
 * The originals after a judged round: renewed where an item was settled, dropped where it is settled and gone or its last
 * copy counts as created, else the old ones. Where others changed an item during the round, it is as the round left it.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { judgeRound, nextOriginals, originalsOf, type RoundFacts } from 'csclab/scenarios'
 * import { World } from 'csclab/sim'
 *
 * const world = new World()
 * world.addShare('\\\\hq\\docs')
 * const trees = { server: world.tree('server'), local: world.tree('cache') }
 * const facts: RoundFacts = {
 *   flags: 0x6,
 *   paths: ['\\\\hq\\docs'],
 *   originals: originalsOf(trees),
 *   before: trees,
 *   after: trees,
 *   results: new Map(),
 *   conflictsBefore: new Set(),
 *   conflicts: [],
 *   pins: new Map(),
 *   unreachable: new Set(),
 *   interrupted: false,
 *   returned: 0,
 * }
 * assert.deepEqual(nextOriginals(facts, judgeRound(facts)), facts.originals)
 * ```
 */
export function nextOriginals(facts: RoundFacts, opinions: readonly Opinion[]): Map<string, Original> {
  const next = new Map(facts.originals)
  for (const opinion of opinions) {
    const { key } = opinion
    const { server, local } = opinion.left ?? {
      server: facts.after.server.get(key),
      local: facts.after.local.get(key),
    }
    if (opinion.outcome?.forgets === true) next.delete(key)
    else if (opinion.outcome?.misspelt !== undefined) {
      const side = opinion.outcome.misspelt
      keepSpelling(next, key, { side, copy: side === 'server' ? server : local })
    } else if (!isSettled(opinion, server, local)) continue
    else if (server !== undefined && local !== undefined) next.set(key, originalOf(server, local))
    else if (server === undefined && local === undefined) next.delete(key)
  }
  return next
}

/** What took the other's copy is the last one seen there; the other still counts as changed, for its name is spelled anew (P15.13). */
function keepSpelling(
  next: Map<string, Original>,
  key: string,
  misspelt: { readonly side: 'server' | 'local'; readonly copy: TreeEntry | undefined },
): void {
  const old = next.get(key)
  if (old !== undefined && misspelt.copy !== undefined) {
    next.set(key, { ...old, [misspelt.side]: misspelt.copy.info })
  }
}

/** Where a round went wrong, equal copies are taken for settled: a fault is told once. */
function isSettled(
  { outcome }: Opinion,
  server: TreeEntry | undefined,
  local: TreeEntry | undefined,
): boolean {
  if (outcome !== undefined) return outcome.settled
  return server === undefined || local === undefined ? server === local : sameCopies(server, local)
}

/** Both copies, taken for their last good sync. */
export function originalOf(server: TreeEntry, local: TreeEntry): Original {
  return { server: server.info, local: local.info, spelling: nameOf(server.path) }
}
