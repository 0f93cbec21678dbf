/** The command line as a function: finds the command, runs it, turns errors into a message and an exit code. */

import { didYouMean } from '../../scenarios/mod.ts'
import { VERSION } from '../version.ts'
import { benchCommand } from './bench.ts'
import { type Command, helpOf, type Output, parseInvocation, usage } from './command.ts'
import { errorText } from './error-text.ts'
import { explainCommand } from './explain.ts'
import { mainHelp } from './help.ts'
import { initCommand } from './init.ts'
import { linkCommand } from './link.ts'
import { listCommand } from './list.ts'
import { runCommand } from './run.ts'
import { replayCommand } from './replay.ts'
import { schemaCommand } from './schema.ts'
import { showCommand } from './show.ts'
import { sweepCommand } from './sweep.ts'

/** All commands, in the order the help shows them; the first is meant when none is named. */
const COMMANDS: readonly [Command, ...Command[]] = [
  runCommand,
  listCommand,
  showCommand,
  explainCommand,
  sweepCommand,
  replayCommand,
  linkCommand,
  initCommand,
  schemaCommand,
  benchCommand,
]

/**
 * Runs the command line.
 *
 * @param args The arguments behind `csclab`.
 * @returns The exit code: 0 all passed, 1 something failed, 2 usage, configuration or internal error.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { main } from 'csclab/reports'
 *
 * let told = ''
 * const out = { write: (text: string) => told += text, error: (text: string) => told += text }
 * assert.equal(await main(['explain', 'SYNC-33'], out), 0)
 * assert.match(told, /conflict/)
 * ```
 */
export async function main(args: readonly string[], out: Output): Promise<number> {
  try {
    const [first, ...rest] = args
    if (first === '--version' || first === '-V') {
      out.write(`csclab ${VERSION}\n`)
      return 0
    }
    if (first === 'help' || first === '--help' || first === '-h') return help(rest[0], out)
    const named = COMMANDS.find(({ name }) => name === first)
    const [command, own] = named === undefined ? [COMMANDS[0], args] : [named, rest]
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
