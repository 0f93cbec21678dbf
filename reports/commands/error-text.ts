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
  if (error instanceof Error && error.name === 'NotCapable') {
    return `csclab: Deno does not allow this: ${
      firstLine(error.message)
    }\n  Run it with --allow-read, and --allow-write for what is written\n`
  }
  if (isSystemError(error)) {
    return `csclab: ${error.message}\n  Check the path and who may read and write it\n`
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return `csclab: internal error: ${message}\n  This is a bug in csclab; please report it with the command you ran\n`
}

function placeOf({ file, line, column }: Position): string {
  return `${file}:${line}${column === undefined ? '' : `:${column}`}`
}

/** What the operating system refused: a folder where a file was meant, no rights, no space. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' &&
    /^E[A-Z]+$/.test(error.code)
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text
}
