/** The ids a decision stands on, for the log. */

import { CONFLICT_POLICY, SYNC_FLAG } from '../../sim/windows/mod.ts'
import { has, policyOf, STATE_ROWS, type StateClass } from '../rules/mod.ts'
import type { RunContext } from './context.ts'
import { isGhost, type Item } from './item.ts'
import type { Plan } from './plan-kinds.ts'

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
export function reasonsOf(run: RunContext, item: Item, plan: Plan): readonly string[] {
  const { cell: state } = item
  return typeof state === 'number' ? [`STATE-${state}`, ...because(run, item, { plan, state })] : []
}

function because(
  { flags, hasHandler }: RunContext,
  item: Item,
  { plan, state }: { readonly plan: Plan; readonly state: number },
): readonly string[] {
  switch (plan.do) {
    case 'work':
      if (plan.operation === 'PIN') return ['P6.2', 'P15.12']
      if (plan.resolved) return [settledBy(flags, hasHandler)]
      break
    case 'keep-all':
      return ['P3.1', settledBy(flags, hasHandler)]
    case 'skip':
      return ['P3.12', 'P3.16']
    case 'abort':
      return ['P3.13']
    case 'fail':
      if (plan.operation === 'SYNC_TO_CLIENT') return ['P2.13']
      if (plan.operation === 'CREATE_COPY_ON_CLIENT') return ['P15.15']
      break
    default:
  }
  if (isGhost(item) && item.newPins === undefined) return ['P15.11']
  return BY_CLASS[STATE_ROWS[state]?.class ?? 'stable']
}

function settledBy(flags: number, hasHandler: boolean): string {
  return BY_POLICY.get(policyOf(flags)) ?? (hasHandler ? 'P15.21' : 'P15.50')
}

/** Why an item that differs is left alone: the direction, or the pins, did not ask for it. */
export function idleReasonsOf(state: number, flags: number): readonly string[] {
  if (STATE_ROWS[state]?.class !== 'new') return [`STATE-${state}`, 'SYNC-08']
  return [`STATE-${state}`, has(flags, SYNC_FLAG.PINNEWFILES) ? 'SYNC-11' : 'SYNC-09']
}
