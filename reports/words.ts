/** The few words that every kind of report shares: verdicts, places, the command that runs a scenario again. */

import type { Position } from '../sim/mod.ts'
import { isMatrixRow, type Scenario, type Verdict } from '../scenarios/mod.ts'
import { counted } from './visible.ts'

/** Every verdict, the worst first. */
export const VERDICTS: readonly Verdict[] = ['fail', 'error', 'excused', 'unsupported', 'pass']

/** How a verdict is called when it is said of scenarios. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  fail: 'failed',
  error: 'broken',
  excused: 'failed as expected',
  unsupported: 'unsupported',
  pass: 'passed',
}

/** One character a verdict, so that nothing is said by colour alone. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  fail: '✗',
  error: '!',
  excused: '≈',
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

/** Scenarios that somebody wrote, and rows of the state matrix, counted apart: `3 scenarios and 1 row of the matrix`. */
export function countedScenarios(scenarios: readonly Pick<Scenario, 'tags'>[]): string {
  const rows = scenarios.filter(isMatrixRow).length
  const written = scenarios.length - rows
  const told = [
    ...(written > 0 || rows === 0 ? [counted(written, 'scenario')] : []),
    ...(rows > 0 ? [`${counted(rows, 'row')} of the matrix`] : []),
  ]
  return told.join(' and ')
}
