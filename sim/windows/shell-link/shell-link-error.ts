/** The error of a file that is no shell link. */

import { CsclabError } from '../../errors.ts'

/**
 * What is wrong: with the `header` (too short, size, class), the list of `items`, the size of the `link-info`, an `offset` or
 * the string it leads to, the `network` part of the link info, a counted `string`, or an extra `block`.
 */
export type ShellLinkRule = 'header' | 'items' | 'link-info' | 'offset' | 'network' | 'string' | 'block'

/**
 * Thrown for bytes that are not a shell link, with the rule they break and where. The file is then an ordinary file (P6.8).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { readShellLink, ShellLinkError } from 'csclab/sim'
 *
 * try {
 *   readShellLink(new Uint8Array(10))
 * } catch (error) {
 *   assert.ok(error instanceof ShellLinkError)
 *   assert.equal(error.rule, 'header')
 *   assert.equal(error.offset, 10)
 * }
 * ```
 */
export class ShellLinkError extends CsclabError {
  readonly rule: ShellLinkRule
  /** Counted from the start of the file. */
  readonly offset: number
  /** What is wrong, without the place. */
  readonly what: string

  constructor(rule: ShellLinkRule, offset: number, what: string) {
    super('shell-link', `No shell link: ${what} (at byte ${offset}, 0x${offset.toString(16)})`, {
      hint: 'Such a file is synchronized like any other, and has no target',
    })
    this.rule = rule
    this.offset = offset
    this.what = what
  }
}
