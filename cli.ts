#!/usr/bin/env node
/** The command line. */

import { main, type Output } from './reports/mod.ts'

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

// Not awaited at the top level, so that this module is done while scenario files load csclab again by its name.
void main(process.argv.slice(2), out).then((code) => process.exitCode = code)
