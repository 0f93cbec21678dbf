/** What the documented rules make of a flag value, as a model of its own: which bits take effect, and what each of them is for. */

import { CONFLICT_POLICY, SYNC_FLAG } from '../../../../sim/mod.ts'

/** What a call asks for once every flag without its prerequisite is dropped. */
export interface Effective {
  readonly in: boolean
  readonly out: boolean
  readonly fill: boolean
  readonly pinsNew: boolean
  readonly pinsTargets: boolean
  readonly pinsForUser: boolean
  readonly pinsForPolicy: boolean
  readonly pinsForAll: boolean
  readonly pinsForRedirection: boolean
  readonly isLate: boolean
  /** How the user is asked for credentials. */
  readonly prompts: 'window' | 'console' | undefined
  readonly skipsSuspended: boolean
  readonly backsOff: boolean
  readonly holdsNewNames: boolean
  readonly policy: 'local' | 'remote' | 'latest' | undefined
}

/** Reads a value every bit of which takes effect. */
export function read(flags: number): Effective {
  const has = (bit: number): boolean => (flags & bit) !== 0
  const prompts = has(SYNC_FLAG.CONSOLE) ? 'console' : 'window'
  return {
    in: has(SYNC_FLAG.SYNCIN),
    out: has(SYNC_FLAG.SYNCOUT),
    fill: has(SYNC_FLAG.FILLSPARSE),
    pinsNew: has(SYNC_FLAG.PINNEWFILES),
    pinsTargets: has(SYNC_FLAG.PINLINKTARGETS),
    pinsForUser: has(SYNC_FLAG.PINFORUSER),
    pinsForPolicy: has(SYNC_FLAG.PINFORUSER_POLICY),
    pinsForAll: has(SYNC_FLAG.PINFORALL),
    pinsForRedirection: has(SYNC_FLAG.PINFORREDIR),
    isLate: has(SYNC_FLAG.ASYNCPROGRESS),
    prompts: has(SYNC_FLAG.INTERACTIVE) ? prompts : undefined,
    skipsSuspended: has(SYNC_FLAG.SKIPSUSPENDEDDIRS),
    backsOff: has(SYNC_FLAG.BACKGROUND),
    holdsNewNames: has(SYNC_FLAG.NONEWFILESOUT),
    policy: POLICIES[flags >>> 28],
  }
}

const POLICIES = [undefined, 'local', 'remote', 'latest'] as const

const FOR_NEW = SYNC_FLAG.PINLINKTARGETS | SYNC_FLAG.PINFORUSER | SYNC_FLAG.PINFORUSER_POLICY |
  SYNC_FLAG.PINFORALL | SYNC_FLAG.PINFORREDIR

/** The value that takes effect when a caller passes another: one bit comes with SYNCIN, others go without their prerequisite. */
export function effectiveOf(given: number): number {
  const has = (bit: number): boolean => (given & bit) !== 0
  const pinsNew = has(SYNC_FLAG.SYNCIN) && has(SYNC_FLAG.PINNEWFILES)
  const dropped = [
    ...(has(SYNC_FLAG.SYNCIN) ? [] : [SYNC_FLAG.PINNEWFILES]),
    ...(pinsNew ? [] : [FOR_NEW]),
    ...(has(SYNC_FLAG.SYNCOUT) ? [] : [SYNC_FLAG.NONEWFILESOUT]),
    ...(has(SYNC_FLAG.INTERACTIVE) ? [] : [SYNC_FLAG.CONSOLE]),
    SYNC_FLAG.LOWPRIORITY,
  ]
  const kept = dropped.reduce<number>((flags, bits) => flags & ~bits, given)
  return (has(SYNC_FLAG.SYNCIN) ? kept | SYNC_FLAG.FILLSPARSE : kept) >>> 0
}

/** All control flags, each one bit. */
export const CONTROL_FLAGS: readonly number[] = Object.values(SYNC_FLAG)

/** The values a policy may have, none included. */
export const POLICY_VALUES: readonly number[] = [0, ...Object.values(CONFLICT_POLICY)]
