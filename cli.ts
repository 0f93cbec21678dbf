#!/usr/bin/env node
/** The command line. */

import { errorText, main, type Output } from './reports/mod.ts'

const out: Output = {
  write: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
}

process.on('SIGINT', () => process.exit(130))

// A reader that has seen enough, such as `head`, closes the pipe: no reason to complain.
process.stdout.on(
  'error',
  (error: { readonly code?: string }) => process.exit(error.code === 'EPIPE' ? 0 : 2),
)

// An error nobody waits for, such as one an engine throws from a timer, ends the run like any other.
const fail = (error: unknown): void => {
  out.error(errorText(error))
  isDone = true
  process.exit(2)
}
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)

// Nobody may leave before the result is told: not an engine that exits, nor one that waits for what never comes.
let isDone = false
process.on('exit', (code) => {
  if (isDone || code === 130) return
  out.error(
    'csclab: the run ended before its result\n  Look for process.exit or a promise that never settles in the engine\n',
  )
  process.exitCode = 2
})

// Not awaited at the top level, so that this module is done while scenario files load csclab again by its name.
void main(process.argv.slice(2), out).then((code) => {
  isDone = true
  process.exitCode = code
})
