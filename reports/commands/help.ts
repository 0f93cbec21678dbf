/** The help of the command line as a whole. */

import type { Command } from './command.ts'

/** What `csclab help` prints. */
export function mainHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2
  return [
    "csclab: scripts a file share and a client's offline cache, runs a sync engine between them,",
    'and shows what became of every file.',
    '',
    'csclab [COMMAND] [OPTIONS]        without a command: csclab run',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    `  ${'help'.padEnd(width)}Shows this, or the options of a command: csclab help run`,
    '',
    'Options everywhere: --help, --version',
    'Exit codes: 0 all passed · 1 something failed · 2 usage, configuration or internal error · 130 interrupted',
    '',
  ].join('\n')
}
