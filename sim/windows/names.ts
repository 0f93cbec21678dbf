/** Which names a Windows volume accepts, and the code it answers with when it does not. */

import { ERROR } from './win32.ts'
import { upcase } from './upcase.ts'

/** Longest name of one file or directory, in UTF-16 units. */
export const MAX_NAME = 255

/** Longest path as a whole, in UTF-16 units (P14.3). */
export const MAX_PATH_UNITS = 32_767

/** Longest share name, in UTF-16 units (P14.4). */
export const MAX_SHARE_NAME = 80

// deno-lint-ignore no-control-regex -- control characters are what is looked for
const ILLEGAL = /[<>:"/\\|?*\u0000-\u001f]/
const DEVICE = /^(?:CON|PRN|AUX|NUL|(?:COM|LPT)[1-9\u00b9\u00b2\u00b3])(?:\..*)?$/

/**
 * Checks a single file or directory name.
 *
 * @returns 0 for a good name; 123 for an empty name, `.` or `..`, an illegal character, a reserved device name (with
 * any extension), a trailing dot or space (P14.7, P14.8); 206 for one of more than 255 units.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { checkName } from 'csclab/sim'
 *
 * assert.equal(checkName('plan.txt'), 0)
 * assert.equal(checkName('nul.txt'), 123)
 * ```
 */
export function checkName(name: string): number {
  if (name.length > MAX_NAME) return ERROR.FILENAME_EXCED_RANGE
  if (name === '' || name.endsWith('.') || name.endsWith(' ') || ILLEGAL.test(name)) return ERROR.INVALID_NAME
  return DEVICE.test(upcase(name)) ? ERROR.INVALID_NAME : ERROR.SUCCESS
}

/** Checks a server name (same rule as a file name) or share name (1 to 80 units): 0, or 123 (P14.4). */
export function checkShareName(name: string): number {
  return name.length > MAX_SHARE_NAME ? ERROR.INVALID_NAME : checkName(name)
}
