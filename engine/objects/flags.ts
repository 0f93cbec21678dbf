/** The flags of the cache's methods: values under the names of cscobj.h without their prefix, and which a call may carry. */

import { ERROR } from '../../sim/windows/mod.ts'
import { has, type Rules } from '../rules/mod.ts'

/**
 * Flags of `Pin` and `Unpin`, which has no use for FILL and PINLINKTARGETS.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { PIN_FLAG } from 'csclab/engine'
 *
 * assert.equal(PIN_FLAG.PINFORUSER | PIN_FLAG.FILL, 0x21)
 * ```
 */
export const PIN_FLAG = {
  /** Fetches the content now; without it files are marked and stay sparse until a sync fills them. */
  FILL: 0x1,
  /** Pins the file a shell link leads to with the link. */
  PINLINKTARGETS: 0x10,
  PINFORUSER: 0x20,
  PINFORUSER_POLICY: 0x40,
  PINFORALL: 0x80,
  PINFORREDIR: 0x100,
  LOWPRIORITY: 0x200,
  ASYNCPROGRESS: 0x400,
  INTERACTIVE: 0x800,
  /** Takes no effect without INTERACTIVE. */
  CONSOLE: 0x1000,
  BACKGROUND: 0x1_0000,
} as const

/**
 * Flags of `DeleteItems`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { DELETE_FLAG } from 'csclab/engine'
 *
 * assert.equal(DELETE_FLAG.ADMIN + DELETE_FLAG.NOPINNED, 0x80000002)
 * ```
 */
export const DELETE_FLAG = {
  /** Leaves what nobody pinned. */
  NOAUTOCACHED: 0x1,
  /** Leaves what is pinned. */
  NOPINNED: 0x2,
  /** Takes out changes that are not synchronized, too: they are lost. */
  DELMODIFIED: 0x4,
  /** Takes out what other users have cached, too; for administrators. */
  ADMIN: 0x8000_0000,
} as const

/**
 * Flags of `TransitionOnline` and `TransitionOffline`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { TRANSITION_FLAG } from 'csclab/engine'
 *
 * assert.equal(TRANSITION_FLAG.INTERACTIVE | TRANSITION_FLAG.CONSOLE, 3)
 * ```
 */
export const TRANSITION_FLAG = {
  /** A prompt for credentials may be shown. */
  INTERACTIVE: 0x1,
  /** On the console; takes no effect without INTERACTIVE. */
  CONSOLE: 0x2,
} as const

/**
 * The rules for a call of a method with flags of its own: an undefined bit is refused with 87, as in P1.1, and defined ones
 * may be refused by `refuse`. CONSOLE without INTERACTIVE and LOWPRIORITY are taken and mean nothing.
 */
export function rulesFor(
  rules: Rules,
  defined: Readonly<Record<string, number>>,
  refuse: (flags: number) => number = () => ERROR.SUCCESS,
): Rules {
  const all = Object.values(defined).reduce((bits, bit) => bits | bit, 0)
  return {
    ...rules,
    validateFlags: (flags) => has(flags, ~all) ? ERROR.INVALID_PARAMETER : refuse(flags),
    normaliseFlags: (flags) => flags,
  }
}
