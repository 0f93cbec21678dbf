/** Who may decide that of two copies one is given up: the call's policy, its conflict handler, the machine's policy. */

import {
  CONFLICT_POLICY,
  CONFLICT_POLICY_MASK,
  isWithin,
  type PolicySettings,
  SYNC_FLAG,
  type SyncCall,
  type TraceEvent,
  type UncPath,
} from '../../../sim/mod.ts'

/** A decision somebody made beforehand, or when asked. */
export interface Choice {
  /** `KEEPREMOTE`, `the handler’s KEEPLOCAL`, `the machine’s KEEPLATEST`. */
  readonly words: string
  /** Whose copies it lets go. */
  readonly gives: 'server' | 'local' | 'either'
  /** The item it is about, with all below it; `undefined`: every item of the call. */
  readonly path: UncPath | undefined
}

interface Named {
  readonly name: string
  readonly gives: Choice['gives']
}

const OF_CALL: ReadonlyMap<number, Named> = new Map([
  [CONFLICT_POLICY.KEEPLOCAL, { name: 'KEEPLOCAL', gives: 'server' }],
  [CONFLICT_POLICY.KEEPREMOTE, { name: 'KEEPREMOTE', gives: 'local' }],
  [CONFLICT_POLICY.KEEPLATEST, { name: 'KEEPLATEST', gives: 'either' }],
])

/** By the numbers of OFFLINEFILES_SYNC_CONFLICT_RESOLVE. */
const OF_RESOLUTION: ReadonlyMap<number, Named> = new Map([
  [1, { name: 'KEEPLOCAL', gives: 'server' }],
  [2, { name: 'KEEPREMOTE', gives: 'local' }],
  [4, { name: 'KEEPLATEST', gives: 'either' }],
])

/**
 * The choices that stood during a call, in the order of their authority: the handler's answers, or without a handler the
 * policy of the call; then the machine's settings, the nearest to an item first (P15.21, P15.50).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { choicesOf } from 'csclab/scenarios'
 *
 * const call = { paths: ['\\\\hq\\docs'], flags: 0x20000006, user: 'alice', conflictHandler: false }
 * const settings = { syncConflictHandling: {}, excludedTypes: [] }
 * assert.deepEqual(choicesOf(call, { events: [], settings }), [{ words: 'KEEPREMOTE', gives: 'local', path: undefined }])
 * ```
 */
export function choicesOf(
  { flags, conflictHandler }: SyncCall,
  { events, settings }: { readonly events: readonly TraceEvent[]; readonly settings: PolicySettings },
): readonly Choice[] {
  const policy = conflictHandler ? undefined : OF_CALL.get((flags & CONFLICT_POLICY_MASK) >>> 0)
  const own: readonly Choice[] = policy === undefined
    ? answersIn(events)
    : [{ words: policy.name, gives: policy.gives, path: undefined }]
  const machine = Object.entries(settings.syncConflictHandling).flatMap(([path, number]) => {
    const named = OF_RESOLUTION.get(number)
    return named === undefined ? [] : [{ words: `the machine’s ${named.name}`, gives: named.gives, path }]
  })
  return [...own, ...machine.sort((a, b) => b.path.length - a.path.length)]
}

function answersIn(events: readonly TraceEvent[]): readonly Choice[] {
  return events.flatMap(({ request, reply }) => {
    if (request.kind !== 'resolve-conflict' || reply.kind !== 'resolve-conflict') return []
    const named = OF_RESOLUTION.get(reply.resolution)
    if (named === undefined) return []
    return [{ words: `the handler’s ${named.name}`, gives: named.gives, path: request.path }]
  })
}

/** The choice that lets a copy of an item go: it speaks of this side, and the call may write there (P1.23). */
export function choiceAgainst(
  side: 'server' | 'local',
  path: UncPath,
  { choices, flags }: { readonly choices: readonly Choice[]; readonly flags: number },
): Choice | undefined {
  const needed = side === 'server' ? SYNC_FLAG.SYNCOUT : SYNC_FLAG.SYNCIN
  if ((flags & needed) === 0) return undefined
  return choices.find((choice) =>
    (choice.path === undefined || isWithin(path, choice.path)) &&
    (choice.gives === side || choice.gives === 'either')
  )
}
