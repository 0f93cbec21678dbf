/** The ids a decision stands on, for the log. */

import { CONFLICT_POLICY, SYNC_FLAG } from '../../sim/windows/mod.ts'
import { STATE_ROWS, type StateClass } from './decide.ts'
import { has, policyOf } from './flags.ts'

const BY_CLASS: Readonly<Record<StateClass, readonly string[]>> = {
  stable: ['P2.19'],
  in: ['SYNC-05'],
  new: ['SYNC-09', 'P15.9'],
  merge: ['P15.2'],
  out: ['SYNC-07'],
  fill: ['SYNC-03'],
  conflict: ['SYNC-33'],
  reserved: [],
}

const BY_POLICY: ReadonlyMap<number, string> = new Map([
  [CONFLICT_POLICY.KEEPLOCAL, 'SYNC-29'],
  [CONFLICT_POLICY.KEEPREMOTE, 'SYNC-30'],
  [CONFLICT_POLICY.KEEPLATEST, 'SYNC-31'],
])

/** Why an item in a state is worked on, or recorded. */
export function reasonsOf(state: number, flags: number, resolved: boolean): readonly string[] {
  const policy = resolved ? BY_POLICY.get(policyOf(flags)) : undefined
  const row = STATE_ROWS[state]
  const because = policy === undefined ? BY_CLASS[row?.class ?? 'stable'] : [policy]
  return [`STATE-${state}`, ...because]
}

/** Why an item that differs is left alone: the direction, or the pins, did not ask for it. */
export function idleReasonsOf(state: number, flags: number): readonly string[] {
  if (STATE_ROWS[state]?.class !== 'new') return [`STATE-${state}`, 'SYNC-08']
  return [`STATE-${state}`, has(flags, SYNC_FLAG.PINNEWFILES) ? 'SYNC-11' : 'SYNC-09']
}
