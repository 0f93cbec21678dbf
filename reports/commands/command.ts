/** What a command is, and how its options are read: the help comes from the table that parses. */

import { parseArgs } from 'node:util'
import { didYouMean } from '../../scenarios/mod.ts'
import { CsclabError } from '../../sim/mod.ts'

/** One option of a command. */
export interface OptionSpec {
  readonly name: string
  readonly short?: string
  /** What stands for the value in the help; without it the option is a switch. */
  readonly value?: string
  /** The values there are; others are refused. */
  readonly choices?: readonly string[]
  /** What it means without a value; only for options with choices. */
  readonly bare?: string
  /** May be given several times. */
  readonly multiple?: boolean
  readonly help: string
}

/** What a command is given. */
export interface Invocation {
  readonly positionals: readonly string[]
  /** All values of an option; a switch that is set has `['true']`. */
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly out: Output
}

/** Where a command writes. */
export interface Output {
  readonly write: (text: string) => void
  readonly error: (text: string) => void
}

/** A command of the command line. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** Positional arguments as the help shows them. */
  readonly usage: string
  readonly options: readonly OptionSpec[]
  /** Lines of the help about what comes out. */
  readonly notes?: readonly string[]
  readonly examples: readonly string[]
  /** The exit code. */
  readonly run: (invocation: Invocation) => Promise<number>
}

/**
 * Reads the arguments of a command.
 *
 * @throws {CsclabError} `usage` if an option is unknown, misses its value or is given twice.
 */
export function parseInvocation(command: Command, args: readonly string[], out: Output): Invocation {
  const { positionals, tokens } = parse(command, withBareValues(command, args))
  const found = new Map<string, readonly string[]>()
  for (const token of tokens) {
    const spec = command.options.find(({ name }) => name === token.name)
    const earlier = found.get(token.name) ?? []
    if (spec?.multiple !== true && earlier.length > 0) {
      throw usage(`Option "--${token.name}" is given twice`, 'Give it once')
    }
    found.set(token.name, [...earlier, checkChoice(spec, token.value ?? 'true')])
  }
  return { positionals, values: found, out }
}

/** Gives options that may stand without a value the one they then mean: `-u file` becomes `--update=changed file`. */
function withBareValues(command: Command, args: readonly string[]): readonly string[] {
  return args.flatMap((arg, i) => {
    const spec = command.options.find(({ name, short }) =>
      arg === `--${name}` || (short !== undefined && arg === `-${short}`)
    )
    if (spec?.bare === undefined || spec.choices?.includes(args[i + 1] ?? '') === true) return [arg]
    return [`--${spec.name}=${spec.bare}`]
  })
}

function checkChoice(spec: OptionSpec | undefined, value: string): string {
  if (value === '') {
    throw usage(`Option "--${spec?.name ?? ''}" has an empty value`, 'Give it a value, or leave it out')
  }
  if (spec?.choices === undefined || spec.choices.includes(value)) return value
  const near = didYouMean(value, spec.choices) ?? `Choose one of ${spec.choices.join(', ')}`
  throw usage(`Option "--${spec.name}" has no value "${value}"`, near)
}

/** The value of an option given at most once. */
export function valueOf(invocation: Invocation, name: string): string | undefined {
  return invocation.values.get(name)?.[0]
}

/** True when a switch is set. */
export function isSet(invocation: Invocation, name: string): boolean {
  return invocation.values.has(name)
}

/** An error of usage; ends with exit code 2. */
export function usage(message: string, hint: string): CsclabError {
  return new CsclabError('usage', message, { hint })
}

/** The help of a command, from its table. */
export function helpOf(command: Command): string {
  const rows = command.options.map((option) => {
    const short = option.short === undefined ? '    ' : `-${option.short}, `
    const value = option.value === undefined ? '' : ` ${option.value}`
    return [
      `  ${short}--${option.name}${value}`,
      option.help + (option.multiple === true ? ' (repeatable)' : ''),
    ] as const
  })
  const width = Math.max(0, ...rows.map(([left]) => left.length)) + 2
  return [
    `csclab ${command.name}${command.usage === '' ? '' : ` ${command.usage}`}`,
    '',
    command.summary,
    ...(rows.length === 0
      ? []
      : ['', 'Options:', ...rows.map(([left, right]) => left.padEnd(width) + right)]),
    ...(command.notes === undefined ? [] : ['', ...command.notes]),
    ...(command.examples.length === 0
      ? []
      : ['', 'Examples:', ...command.examples.map((line) => `  ${line}`)]),
    '',
  ].join('\n')
}

function parse(command: Command, args: readonly string[]): Parsed {
  try {
    return parseWith(command, args)
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    const unknown = /Unknown option '(-[^']*)'/.exec(message)?.[1]
    if (unknown !== undefined) {
      const names = command.options.map(({ name }) => `--${name}`)
      const near = didYouMean(unknown, names) ?? `See csclab help ${command.name}`
      throw usage(`Unknown option "${unknown}" of csclab ${command.name}`, near)
    }
    throw usage(message.split('\n')[0] ?? message, `See csclab help ${command.name}`)
  }
}

function parseWith(command: Command, args: readonly string[]): Parsed {
  const options = Object.fromEntries(command.options.map((option) => [option.name, {
    type: option.value === undefined ? 'boolean' as const : 'string' as const,
    ...(option.short === undefined ? {} : { short: option.short }),
  }]))
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: true,
    tokens: true,
  })
  return { positionals, tokens: tokens.flatMap((token) => token.kind === 'option' ? [token] : []) }
}

interface Parsed {
  readonly positionals: readonly string[]
  readonly tokens: readonly OptionToken[]
}

interface OptionToken {
  readonly name: string
  readonly value: string | undefined
}
