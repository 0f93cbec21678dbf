/** Where a call leads when nothing goes otherwise: what every deviation is measured by. */

import {
  CONFLICT_POLICY_MASK,
  FIRST_CLIENT,
  isWithin,
  SYNC_FLAG,
  type Ticks,
  type TreeEntry,
  type UncPath,
  upcase,
} from '../../sim/mod.ts'
import type { Trees } from '../judge/mod.ts'
import { callOf } from '../run/parts.ts'
import type { Course } from './course.ts'
import { inconsistencies } from './ends.ts'
import { digestsIn } from './lost-contents.ts'
import { type Memory, recover, type Recovery } from './recover.ts'
import { WorldKeys } from './world-key.ts'

/** The goal of a call. */
export interface Goal {
  /** The moment the call begins. */
  readonly since: Ticks
  /** The trees before the call, right after it, and when it has been repeated until nothing changes. */
  readonly before: Trees
  readonly after: Trees
  readonly end: Recovery
  /** Digests of what is there before the call, and at the end. */
  readonly known: ReadonlySet<string>
  readonly kept: ReadonlySet<string>
  /** Folded paths of what is there before the call, after it, or at the end. */
  readonly names: ReadonlySet<string>
  /** Folded paths of items whose records never fit, with or without a deviation. */
  readonly inconsistent: ReadonlyMap<string, string>
  /** What is known of worlds that come up in recoveries. */
  readonly memory: Memory
  /** A policy or a conflict handler may throw bytes away. */
  readonly decides: boolean
  /** The handler may leave conflicts as they are. */
  readonly skips: boolean
  /** True for the folded path of an item that the call has to make the same on both sides. */
  readonly covers: (key: string) => boolean
}

/** Finds the goal of a call. */
export async function goalOf({ base, step, round, played }: Course): Promise<Goal> {
  const before = base.trees(step.client)
  const after = played.stage.trees(step.client)
  const memory: Memory = { keys: new WorldKeys(base.world.now), rests: new Map() }
  const end = await recover(played.stage.fork(), { step, round, like: base, memory })
  const all = [before, after, end.trees].flatMap(({ server, local }) => [server, local])
  const { flags, conflictHandler, paths } = callOf(step)
  const isBothWays = has(flags, SYNC_FLAG.SYNCIN) && has(flags, SYNC_FLAG.SYNCOUT)
  const { settings } = base.world.client(step.client ?? FIRST_CLIENT)
  const hasSetting = Object.keys(settings.syncConflictHandling).length > 0
  const scopes = paths?.flatMap((path) => path === null ? [] : [upcase(path)]) ?? []
  return {
    since: base.world.now,
    before,
    after,
    end,
    known: digestsIn(before),
    kept: digestsIn(end.trees),
    names: new Set(all.flatMap((tree) => [...tree.keys()])),
    inconsistent: inconsistencies(end),
    memory,
    decides: conflictHandler || (flags & CONFLICT_POLICY_MASK) !== 0 || hasSetting,
    skips: step.handler?.some(({ answer }) => answer === 'skip') === true,
    covers: (key) => isBothWays && scopes.some((scope) => isWithin(key, scope)),
  }
}

function has(flags: number, flag: number): boolean {
  return (flags & flag) !== 0
}

/** Digests of what lies at or below a path and is on its side what it was at the last good sync: a copy, nobody's new work. */
export function copiesBelow({ base, step }: Course, { before }: Goal, path: UncPath): ReadonlySet<string> {
  const { originals } = base.ledger(step.client)
  const found = new Set<string>()
  for (const side of ['server', 'local'] as const) {
    for (const [key, { info, content, streams }] of before[side]) {
      if (!isWithin(key, upcase(path)) || originals.get(key)?.[side].times.change !== info.times.change) {
        continue
      }
      for (const one of [content, ...streams?.values() ?? []]) if (one !== undefined) found.add(one.digest())
    }
  }
  return found
}

/**
 * Digests of copies that are on their side what they were at the last good sync, while the other side has something newer or
 * nothing any more: a call that goes through replaces them, whether or not the undisturbed one came to it. What is here in part
 * holds nothing anybody wrote.
 */
export function outdatedCopies({ base, step }: Course, { before }: Goal): ReadonlySet<string> {
  const { originals, marks } = base.ledger(step.client)
  const found = new Set<string>()
  for (const [key, { content }] of before.local) {
    if (content !== undefined && marks.get(key)?.sparse === true) found.add(content.digest())
  }
  for (const [side, other] of [['server', 'local'], ['local', 'server']] as const) {
    for (const [key, { info, content }] of before[side]) {
      const original = originals.get(key)
      if (content === undefined || original?.[side].times.change !== info.times.change) continue
      if (before[other].get(key)?.info.times.change !== original[other].times.change) {
        found.add(content.digest())
      }
    }
  }
  return found
}

/** The items of both sides that are not what they were before the call. */
export function changedSince(
  { before }: Goal,
  after: Trees,
): readonly { readonly key: string; readonly side: 'server' | 'local'; readonly entry: TreeEntry }[] {
  return (['server', 'local'] as const).flatMap((side) =>
    [...after[side]].flatMap(([key, entry]) =>
      before[side].get(key)?.info === entry.info ? [] : [{ key, side, entry }]
    )
  )
}
