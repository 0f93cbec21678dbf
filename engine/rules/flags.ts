/** Which flag values a call may carry, and which of them take effect. */

import {
  ALL_SYNC_FLAGS,
  CONFLICT_POLICY,
  CONFLICT_POLICY_MASK,
  ERROR,
  SYNC_FLAG,
} from '../../sim/windows/mod.ts'

/** Checks the flags of a call: 0, or 87 for an undefined bit (P1.1) or an undefined policy value (P1.2). */
export function validateFlags(flags: number): number {
  const undefinedBits = (flags & ~ALL_SYNC_FLAGS) >>> 0
  return undefinedBits === 0 && policyOf(flags) <= CONFLICT_POLICY.KEEPLATEST
    ? ERROR.SUCCESS
    : ERROR.INVALID_PARAMETER
}

/** A flag that takes no effect unless another is set; in the order in which the rule is applied. */
const NEEDS: readonly { readonly flags: number; readonly need: number }[] = [
  { flags: SYNC_FLAG.PINNEWFILES, need: SYNC_FLAG.SYNCIN },
  {
    flags: SYNC_FLAG.PINLINKTARGETS | SYNC_FLAG.PINFORUSER | SYNC_FLAG.PINFORUSER_POLICY |
      SYNC_FLAG.PINFORALL |
      SYNC_FLAG.PINFORREDIR,
    need: SYNC_FLAG.PINNEWFILES,
  },
  { flags: SYNC_FLAG.NONEWFILESOUT, need: SYNC_FLAG.SYNCOUT },
  { flags: SYNC_FLAG.CONSOLE, need: SYNC_FLAG.INTERACTIVE },
]

/**
 * The flags that take effect: SYNCIN brings FILLSPARSE (SYNC-06), a flag whose prerequisite is missing is dropped
 * (SYNC-10, SYNC-12, SYNC-16), LOWPRIORITY means nothing (SYNC-21), a conflict handler replaces the policy.
 */
export function normaliseFlags(flags: number, conflictHandler: boolean): number {
  let effective = (flags & SYNC_FLAG.SYNCIN) !== 0 ? flags | SYNC_FLAG.FILLSPARSE : flags
  for (const { flags: dependent, need } of NEEDS) {
    if ((effective & need) === 0) effective &= ~dependent
  }
  effective &= ~SYNC_FLAG.LOWPRIORITY
  if (conflictHandler) effective &= ~CONFLICT_POLICY_MASK
  return effective >>> 0
}

/** The conflict policy value of flags; 0 for none. */
export function policyOf(flags: number): number {
  return (flags & CONFLICT_POLICY_MASK) >>> 0
}

/** True when any of the bits is set. */
export function has(flags: number, bits: number): boolean {
  return (flags & bits) !== 0
}
