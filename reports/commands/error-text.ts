/** How an error is told on the terminal: what, where, what to do, and never a stack. */

import { describeMistake, ScenarioMistakes } from '../../scenarios/mod.ts'
import { CsclabError, type Position } from '../../sim/mod.ts'

/** The text of any error. */
export function errorText(error: unknown): string {
  if (error instanceof ScenarioMistakes) {
    const { mistakes } = error
    const count = mistakes.length === 1 ? 'There is a mistake' : `There are ${mistakes.length} mistakes`
    return `${count} in the scenarios:\n\n${mistakes.map(describeMistake).join('\n\n')}\n`
  }
  if (error instanceof CsclabError) {
    const { position, message, hint } = error
    const where = position === undefined ? '' : `${placeOf(position)}: `
    return `csclab: ${where}${message}\n${hint === undefined ? '' : `  ${hint}\n`}`
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return `csclab: internal error: ${message}\n  This is a bug in csclab; please report it with the command you ran\n`
}

function placeOf({ file, line, column }: Position): string {
  return `${file}:${line}${column === undefined ? '' : `:${column}`}`
}
