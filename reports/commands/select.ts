/** Which scenarios a command is about: built in or from files, then filtered. */

import { existsSync } from 'node:fs'
import { didYouMean, loadScenarios, type NamedScenario, SUITE } from '../../scenarios/mod.ts'
import { canRead } from '../environment.ts'
import { type Invocation, type OptionSpec, usage, valueOf } from './command.ts'

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
  /** Files and folders they come from; none for the built-in suite. */
  readonly sources: readonly string[]
}

/**
 * Selects scenarios. Arguments that are files or folders are loaded and run instead of the built-in suite; any other
 * argument is part of an id.
 *
 * @throws {CsclabError} `usage` for a bad pattern, `file` and `scenario` for what cannot be loaded.
 */
export async function selectScenarios(
  invocation: Invocation,
  extra: readonly string[] = [],
): Promise<Selection> {
  const given = [...invocation.positionals]
  const paths = given.filter(looksLikePath)
  const parts = given.filter((argument) => !looksLikePath(argument))
  const sources = paths.length > 0 ? paths : extra
  const all = sources.length > 0 ? await loadScenarios(sources) : SUITE
  const wanted = filtersOf(invocation, idFilter(parts, all))
  const scenarios = all.filter((named) => wanted.every((filter) => filter(named)))
  return { scenarios, filtered: scenarios.length < all.length, sources }
}

/** What to say when nothing matches: the nearest id, if there is one. */
export function nothingMatches(invocation: Invocation): string {
  const [first] = invocation.positionals
  const near = first === undefined ? undefined : didYouMean(first, SUITE.map(({ id }) => id))
  return `No scenario matches. ${near ?? 'See csclab list for all there are'}.`
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
