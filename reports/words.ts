/** The few words that every kind of report shares: verdicts, places, the command that runs a scenario again. */

import type { Position } from '../sim/mod.ts'
import type { Verdict } from '../scenarios/mod.ts'

/** Every verdict, the worst first. */
export const VERDICTS: readonly Verdict[] = ['fail', 'error', 'unsupported', 'pass']

/** How a verdict is called when it is said of scenarios. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  fail: 'failed',
  error: 'broken',
  unsupported: 'unsupported',
  pass: 'passed',
}

/** One character a verdict, so that nothing is said by colour alone. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  fail: '✗',
  error: '!',
  unsupported: '–',
  pass: '✓',
}

/** `file:line:column` as far as it is known; empty when nothing is. */
export function placeOf(position: Position | undefined): string {
  if (position === undefined) return ''
  const { file, line, column } = position
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`
}

/** The command that runs a scenario again; `command` is all of it but the id. */
export function rerunCommand(id: string, command: string = 'csclab run'): string {
  return `${command} "${id.replace(/["\\$`]/g, '\\$&')}"`
}
