/** The reporter `dot`: one character a scenario. */

import type { Verdict } from '../../scenarios/mod.ts'
import { paint, VERDICT_STYLES } from '../paint.ts'
import type { TerminalOptions } from '../story-text.ts'

const DOTS: Readonly<Record<Verdict, string>> = {
  pass: '.',
  fail: 'F',
  error: 'E',
  excused: 'x',
  unsupported: 'u',
}

/** Characters in a line. */
const WIDTH = 80

/**
 * The character for the n-th scenario, from 1, and a line end behind every 80th.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { dotMark } from 'csclab/reports'
 *
 * assert.equal(dotMark('pass', 1), '.')
 * assert.equal(dotMark('fail', 80), 'F\n')
 * ```
 */
export function dotMark(verdict: Verdict, nth: number, options: TerminalOptions = {}): string {
  const dot = paint(DOTS[verdict], options.color ?? false, VERDICT_STYLES[verdict])
  return nth % WIDTH === 0 ? `${dot}\n` : dot
}
