#!/usr/bin/env node
/** The command line: finds the command, runs it, turns errors into a message and an exit code. */

import {
  COMMANDS,
  errorText,
  helpOf,
  mainHelp,
  type Output,
  parseInvocation,
  usage,
} from './reports/commands/mod.ts'
import { VERSION } from './reports/mod.ts'
import { didYouMean } from './scenarios/mod.ts'

const DEFAULT_COMMAND = 'run'

/** Runs the command line and answers its exit code: 0, 1 or 2. */
async function main(args: readonly string[], out: Output): Promise<number> {
  try {
    const [first, ...rest] = args
    if (first === '--version' || first === '-V') {
      out.write(`csclab ${VERSION}\n`)
      return 0
    }
    if (first === 'help' || first === '--help' || first === '-h') return help(rest[0], out)
    const named = COMMANDS.find(({ name }) => name === first)
    const command = named ?? COMMANDS.find(({ name }) => name === DEFAULT_COMMAND)
    if (command === undefined) return 2
    const own = named === undefined ? args : rest
    if (own.includes('--help') || own.includes('-h')) return help(command.name, out)
    return await command.run(parseInvocation(command, own, out))
  } catch (error) {
    out.error(errorText(error))
    return 2
  }
}

function help(name: string | undefined, out: Output): number {
  if (name === undefined) {
    out.write(mainHelp(COMMANDS))
    return 0
  }
  const command = COMMANDS.find((known) => known.name === name)
  if (command === undefined) {
    const near = didYouMean(name, COMMANDS.map((known) => known.name))
    throw usage(`There is no command "${name}"`, near ?? 'See csclab help')
  }
  out.write(helpOf(command))
  return 0
}

process.on('SIGINT', () => process.exit(130))

process.exitCode = await main(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
})
