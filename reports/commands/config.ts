/** The configuration file: defaults for the options of `run`. */

import { existsSync, readFileSync } from 'node:fs'
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import * as v from 'valibot'
import { didYouMean } from '../../scenarios/mod.ts'
import { CsclabError } from '../../sim/mod.ts'
import { canRead } from '../environment.ts'
import { type Invocation, type OptionSpec, valueOf } from './command.ts'

/** What a configuration may say. */
export interface Config {
  readonly scenarios?: readonly string[]
  readonly engine?: string
  readonly out?: string
  readonly snapshots?: string
  readonly reporter?: readonly string[]
}

const DEFAULT_FILE = 'csclab.config.json'

const CONFIG: v.GenericSchema<unknown, Config> = v.strictObject({
  scenarios: v.exactOptional(v.array(v.string())),
  engine: v.exactOptional(v.string()),
  out: v.exactOptional(v.string()),
  snapshots: v.exactOptional(v.string()),
  reporter: v.exactOptional(v.array(v.string())),
})

const FIELDS = ['scenarios', 'engine', 'out', 'snapshots', 'reporter']

/** The option that names a configuration. */
export const CONFIG_OPTION: OptionSpec = {
  name: 'config',
  value: 'FILE',
  help: `settings (default ${DEFAULT_FILE} if there is one)`,
}

/** True when there is a configuration under its default name. */
export function hasConfig(): boolean {
  return canRead(DEFAULT_FILE) && existsSync(DEFAULT_FILE)
}

/**
 * Reads a configuration; without a name the default file, if there is one.
 *
 * @throws {CsclabError} `usage` if a named file is missing, does not parse or says something unknown.
 */
export function readConfig(invocation: Invocation): Config {
  const named = valueOf(invocation, 'config')
  const file = named ?? DEFAULT_FILE
  if (named === undefined && !hasConfig()) return {}
  if (!existsSync(file)) {
    throw new CsclabError('usage', `There is no configuration file "${file}"`, { hint: 'Check the path' })
  }
  const text = readFileSync(file, 'utf8')
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  const [error] = errors
  if (error !== undefined || root === undefined) {
    const what = error === undefined ? 'nothing' : printParseErrorCode(error.error)
    throw wrong(`The configuration is no JSON: ${what}`, { file, line: lineAt(text, error?.offset ?? 0) })
  }
  const parsed: unknown = JSON.parse(text)
  const result = v.safeParse(CONFIG, parsed)
  if (result.success) return result.output
  const [issue] = result.issues
  const key: unknown = issue.path?.[0]?.key
  const field = typeof key === 'string' ? key : ''
  const position = { file, line: lineAt(text, offsetOf(root, field)) }
  if (!FIELDS.includes(field)) {
    throw wrong(`The configuration has an unknown field "${field}"`, position, field)
  }
  throw wrong(`The configuration's "${field}" is not as it should be: ${issue.message}`, position)
}

function wrong(
  message: string,
  position: { readonly file: string; readonly line: number },
  field?: string,
): CsclabError {
  const near = field === undefined ? undefined : didYouMean(field, FIELDS)
  return new CsclabError('usage', message, { position, hint: near ?? `Fields are ${FIELDS.join(', ')}` })
}

function offsetOf(root: Node, field: string): number {
  const property = root.children?.find((child) => child.children?.[0]?.value === field)
  return property?.offset ?? root.offset
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
