/** The reporter `list`: one line a scenario, as soon as it is judged. */

import type { ScenarioResult } from '../../scenarios/mod.ts'
import { paint, VERDICT_STYLES } from '../paint.ts'
import type { TerminalOptions } from '../story-text.ts'
import { visibleLine } from '../visible.ts'
import { VERDICT_SIGNS, VERDICT_WORDS } from '../words.ts'

/**
 * A line without its end: verdict, id, title, and why when it is not a pass.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { listLine } from 'csclab/reports'
 *
 * const line = listLine({ id: 'first/steps', title: 'Nothing happens', verdict: 'pass', reason: undefined, failures: [] })
 * assert.equal(line, '✓ first/steps  Nothing happens')
 * ```
 */
export function listLine(
  scenario: Pick<ScenarioResult, 'id' | 'title' | 'verdict' | 'reason' | 'failures'>,
  options: TerminalOptions = {},
): string {
  const { color = false } = options
  const { id, title, verdict, reason, failures } = scenario
  const sign = paint(VERDICT_SIGNS[verdict], color, VERDICT_STYLES[verdict])
  const why = reason ?? failures[0]?.message ?? ''
  const end = verdict === 'pass'
    ? ''
    : ` · ${VERDICT_WORDS[verdict]}${why === '' ? '' : `: ${visibleLine(why)}`}`
  return `${sign} ${visibleLine(id)}  ${paint(visibleLine(title), color, 'dim')}${end}`
}
