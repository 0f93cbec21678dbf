/** The configuration: defaults for the options of `run`, and how much a whole run must cover. */

import { existsSync, readFileSync } from 'node:fs'
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import * as v from 'valibot'
import { didYouMean } from '../../scenarios/mod.ts'
import { CsclabError } from '../../sim/mod.ts'
import type { CoverageFloor } from '../coverage-floor.ts'
import type { ExpectedFailure } from '../expected-failures.ts'
import { canRead } from '../environment.ts'
import { type Invocation, type OptionSpec, valueOf } from './command.ts'

/** What a configuration may say. */
export interface Config {
  readonly scenarios?: readonly string[]
  readonly engine?: string
  readonly out?: string
  readonly snapshots?: string
  readonly reporter?: readonly string[]
  /** Scenarios that the engine is known to fail. */
  readonly expectedFailures?: readonly ExpectedFailure[]
  /** What a run of everything must come to at least. */
  readonly coverage?: CoverageFloor
}

const DEFAULT_FILE = 'csclab.config.json'

/** Without a file of its own the configuration may be the field `csclab` of this one. */
const PACKAGE_FILE = 'package.json'
const PACKAGE_FIELD = 'csclab'

const least = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0)))

const said = v.pipe(v.string(), v.nonEmpty('It must not be empty'))

const excuses = v.array(v.strictObject({
  scenario: said,
  reason: said,
  until: v.pipe(v.string(), v.isoDate('It must be a day, such as 2027-01-31')),
}))

const CONFIG: v.GenericSchema<unknown, Config> = v.strictObject({
  scenarios: v.exactOptional(v.array(v.string())),
  engine: v.exactOptional(v.string()),
  out: v.exactOptional(v.string()),
  snapshots: v.exactOptional(v.string()),
  reporter: v.exactOptional(v.array(v.string())),
  expectedFailures: v.exactOptional(v.pipe(
    excuses,
    v.check(
      (all) => new Set(all.map(({ scenario }) => scenario)).size === all.length,
      'A scenario is in it twice',
    ),
  )),
  coverage: v.exactOptional(v.strictObject({
    statesReached: least,
    statesAsserted: least,
    flags: least,
    resolutions: least,
    operations: least,
  })),
})

const FIELDS = ['scenarios', 'engine', 'out', 'snapshots', 'reporter', 'expectedFailures', 'coverage']

/** The option that names a configuration. */
export const CONFIG_OPTION: OptionSpec = {
  name: 'config',
  value: 'FILE',
  help: `settings (default ${DEFAULT_FILE} if there is one, else "${PACKAGE_FIELD}" in ${PACKAGE_FILE})`,
}

/** True when there is a configuration in its default place that says which scenarios are run. */
export function namesScenarios(): boolean {
  return readDefault()?.scenarios !== undefined
}

/**
 * Reads a configuration; without a name the default one, if there is any.
 *
 * @throws {CsclabError} `usage` if a named file is missing, does not parse or says something unknown.
 */
export function readConfig(invocation: Invocation): Config {
  const named = valueOf(invocation, 'config')
  if (named === undefined) return readDefault() ?? {}
  if (!existsSync(named)) {
    throw new CsclabError('usage', `There is no configuration file "${named}"`, { hint: 'Check the path' })
  }
  return readFile(named)
}

/** The name of the configuration that counts. */
export function configName(invocation: Invocation): string {
  return valueOf(invocation, 'config') ?? (isThere(DEFAULT_FILE) ? DEFAULT_FILE : PACKAGE_FILE)
}

function readDefault(): Config | undefined {
  if (isThere(DEFAULT_FILE)) return readFile(DEFAULT_FILE)
  if (!isThere(PACKAGE_FILE)) return undefined
  const text = readFileSync(PACKAGE_FILE, 'utf8')
  const root = parseTree(text)
  const own = root === undefined ? undefined : findNodeAtLocation(root, [PACKAGE_FIELD])
  return own === undefined ? undefined : checked(own, { file: PACKAGE_FILE, text })
}

function isThere(file: string): boolean {
  return canRead(file) && existsSync(file)
}

function readFile(file: string): Config {
  const text = readFileSync(file, 'utf8')
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  const [error] = errors
  if (error !== undefined || root === undefined) {
    const what = error === undefined ? 'nothing' : printParseErrorCode(error.error)
    throw wrong(`The configuration is no JSON: ${what}`, { file, line: lineAt(text, error?.offset ?? 0) })
  }
  return checked(root, { file, text })
}

function checked(root: Node, { file, text }: { readonly file: string; readonly text: string }): Config {
  const parsed: unknown = getNodeValue(root)
  const result = v.safeParse(CONFIG, parsed)
  if (result.success) return result.output
  const [issue] = result.issues
  const keys = (issue.path ?? []).map(({ key }): unknown => key).filter((key) => typeof key === 'string')
  const [field = ''] = keys
  const position = { file, line: lineAt(text, offsetOf(root, field)) }
  if (!FIELDS.includes(field)) {
    throw wrong(`The configuration has an unknown field "${field}"`, position, field)
  }
  throw wrong(`The configuration's "${keys.join('.')}" is not as it should be: ${issue.message}`, position)
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
