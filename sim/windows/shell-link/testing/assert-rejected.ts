/** Expects bytes to be no shell link. */

import * as assert from 'uvu/assert'
import { readShellLink } from '../read.ts'
import { ShellLinkError, type ShellLinkRule } from '../shell-link-error.ts'

/** Expects the error to name this rule, this place and what is wrong. */
export function assertRejected(
  bytes: Uint8Array,
  expected: { readonly rule: ShellLinkRule; readonly offset: number; readonly text: RegExp },
): void {
  let thrown: unknown
  try {
    readShellLink(bytes)
  } catch (error) {
    thrown = error
  }
  assert.ok(thrown instanceof ShellLinkError, `not rejected: ${expected.text}`)
  const { rule, offset, message, code, hint } = thrown
  assert.equal(
    { rule, offset, code },
    { rule: expected.rule, offset: expected.offset, code: 'shell-link' },
    message,
  )
  assert.match(message, expected.text)
  assert.match(hint ?? '', /no target/)
}
