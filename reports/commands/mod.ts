/** The commands of the command line, one a file. */

import type { Command } from './command.ts'
import { explainCommand } from './explain.ts'
import { initCommand } from './init.ts'
import { listCommand } from './list.ts'
import { runCommand } from './run.ts'
import { schemaCommand } from './schema.ts'
import { showCommand } from './show.ts'

/** All commands, in the order the help shows them. */
export const COMMANDS: readonly Command[] = [
  runCommand,
  listCommand,
  showCommand,
  explainCommand,
  initCommand,
  schemaCommand,
]

export { type Command, helpOf, type Output, parseInvocation, usage } from './command.ts'
export { mainHelp } from './help.ts'
export { errorText } from './error-text.ts'
