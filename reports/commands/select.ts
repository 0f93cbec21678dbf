/** Which scenarios a command is about: built in or from files, then filtered. */

import { existsSync } from 'node:fs'
import { didYouMean, loadScenarios, type NamedScenario, SUITE } from '../../scenarios/mod.ts'
import { canRead, readVariable } from '../environment.ts'
import { type Invocation, type OptionSpec, usage, valueOf } from './command.ts'
import { namesScenarios, readConfig } from './config.ts'

/** The options that select. */
export const SELECT_OPTIONS: readonly OptionSpec[] = [
  { name: 'grep', short: 'g', value: 'REGEX', help: 'only scenarios whose id or title matches' },
  { name: 'grep-invert', value: 'REGEX', help: 'leave out scenarios whose id or title matches' },
  {
    name: 'tag',
    value: 'TAG',
    multiple: true,
    help: 'only scenarios with the tag; !TAG for those without it',
  },
  { name: 'covers', value: 'ID', multiple: true, help: 'only scenarios that stand for one of these ids' },
]

/** Scenarios, and whether filters left some out. */
export interface Selection {
  readonly scenarios: readonly NamedScenario[]
  readonly filtered: boolean
  /** Files and folders they come from, and `builtin` for the built-in suite. */
  readonly sources: readonly string[]
}

/** The word for the built-in suite among files and folders. */
const BUILTIN = 'builtin'

/**
 * Selects scenarios: of the files and folders given, else of those in the configuration, else the built-in suite, which can
 * also be named. Any other argument is part of an id.
 *
 * @throws {CsclabError} `usage` for a bad pattern, `file` and `scenario` for what cannot be loaded.
 */
export async function selectScenarios(invocation: Invocation): Promise<Selection> {
  const given = [...invocation.positionals]
  const named = given.filter(isSource)
  const parts = given.filter((argument) => !isSource(argument))
  const configured = named.length > 0 ? [] : readConfig(invocation).scenarios ?? []
  const wanted = [...new Set(named.length > 0 ? named : configured)]
  const sources = wanted.length > 0 ? wanted : [BUILTIN]
  const files = sources.filter((source) => source !== BUILTIN)
  const loaded = files.length === 0 ? [] : await loadScenarios(files)
  const all = [...sources.includes(BUILTIN) ? SUITE : [], ...loaded]
  const filters = filtersOf(invocation, idFilter(parts, all))
  const scenarios = all.filter((scenario) => filters.every((filter) => filter(scenario)))
  return { scenarios, filtered: scenarios.length < all.length, sources }
}

/** What runs a scenario of a selection again when its id is put behind it. */
export function commandAgain(command: string, { sources }: Selection, engine: string | undefined): string {
  const csclab = readVariable('npm_lifecycle_event') === 'start' ? 'npm start --' : 'csclab'
  const from = sources.length === 1 && sources[0] === BUILTIN && !namesScenarios() ? [] : sources
  return [csclab, command, ...from, ...(engine === undefined ? [] : ['--engine', engine])].join(' ')
}

/** What to say when nothing matches: what was asked for, and the nearest id or chapter, if there is one. */
export function nothingMatches(invocation: Invocation, { sources }: Selection): string {
  const parts = invocation.positionals.filter((argument) => !isSource(argument))
  const near = nearestTo(parts[0])
  const elsewhere = sources.includes(BUILTIN)
    ? ''
    : ' The built-in suite was not looked at: name it with builtin.'
  const asked = [
    ...(parts.length === 0 ? [] : [`${parts.map((part) => `"${part}"`).join(' or ')} in its id`]),
    ...SELECT_OPTIONS.flatMap(({ name }) => {
      const values = invocation.values.get(name) ?? []
      return values.length === 0 ? [] : [`--${name} ${values.join(`, --${name} `)}`]
    }),
  ]
  const what = asked.length === 0 ? 'There is no scenario in' : 'No scenario of'
  const matches = asked.length === 0 ? '' : ` matches ${asked.join(' and ')}`
  return `${what} ${sources.join(', ')}${matches}. ${
    near ?? 'See csclab list for all there are.'
  }${elsewhere}`
}

function nearestTo(part: string | undefined): string | undefined {
  const ids = SUITE.map(({ id }) => id)
  if (part === undefined || ids.some((id) => id.includes(part))) return undefined
  const names = new Set(ids.flatMap((id) => id.replace(/\[.*$/, '').split('/')))
  return didYouMean(part, ids) ?? didYouMean(part, [...names])
}

function isSource(argument: string): boolean {
  return argument === BUILTIN || looksLikePath(argument)
}

/** A path exists, ends like a file, or says where it lies; anything else is part of an id. */
function looksLikePath(argument: string): boolean {
  return (canRead(argument) && existsSync(argument)) || /\.(?:[mc]?[jt]s|json)$/.test(argument) ||
    /^\.{1,2}[/\\]/.test(argument)
}

type Filter = (named: NamedScenario) => boolean

/** A whole id means that scenario alone, anything else is part of ids. */
function idFilter(parts: readonly string[], all: readonly NamedScenario[]): Filter {
  const exact = new Set(all.map(({ id }) => id))
  return ({ id }) =>
    parts.length === 0 || parts.some((part) => exact.has(part) ? id === part : id.includes(part))
}

function filtersOf(invocation: Invocation, byId: Filter): readonly Filter[] {
  const filters = [byId]
  const grep = patternOf(invocation, 'grep')
  if (grep !== undefined) filters.push(({ id, scenario }) => grep.test(`${id} ${scenario.title}`))
  const invert = patternOf(invocation, 'grep-invert')
  if (invert !== undefined) filters.push(({ id, scenario }) => !invert.test(`${id} ${scenario.title}`))
  for (const tag of invocation.values.get('tag') ?? []) {
    filters.push(({ scenario }) =>
      tag.startsWith('!') ? !scenario.tags.includes(tag.slice(1)) : scenario.tags.includes(tag)
    )
  }
  const covers = invocation.values.get('covers')
  if (covers !== undefined) filters.push(({ scenario }) => covers.some((id) => scenario.covers.includes(id)))
  return filters
}

function patternOf(invocation: Invocation, name: string): RegExp | undefined {
  const pattern = valueOf(invocation, name)
  if (pattern === undefined) return undefined
  try {
    return new RegExp(pattern, 'i')
  } catch {
    throw usage(
      `"--${name} ${pattern}" is no regular expression`,
      'Escape characters such as ( [ * with a backslash',
    )
  }
}
