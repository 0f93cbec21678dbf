/** All requirements as a page in Markdown: what is promised, on what ground, which scenarios show it, and how that went. */

import type { SuiteResult } from '../../scenarios/mod.ts'
import { standingWord } from '../html/pieces.ts'
import { requirementGroups } from '../requirement-groups.ts'
import { formatCount } from '../visible.ts'
import { requirementsOf } from './json.ts'
import type { RequirementResult } from './results-file.ts'

/** Scenarios named for one requirement. */
const NAMED = 5

/** The row of a table, behind the name that all its rows have. */
const ROW = /\[[^\]]*\]$/

/** A state of the matrix, named only where nobody wrote a scenario. */
const OF_MATRIX = /^matrix\/\w+$/

/**
 * The page of all requirements, by family, for a run of the whole suite.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { requirementsMarkdown } from 'csclab/reports'
 *
 * const page = requirementsMarkdown({
 *   engine: { name: 'reference', version: '1.0.0' }, runtime: { name: 'node', version: '20.20.2' },
 *   scenarios: [], traceHash: '', snapshotsNotChecked: undefined, problems: [], filtered: false,
 * })
 * assert.match(page, /^# Requirements\n/)
 * ```
 */
export function requirementsMarkdown(result: SuiteResult): string {
  const requirements = requirementsOf(result.scenarios)
  const groups = requirementGroups(requirements)
  const contents = groups.map(({ name, members, about }) =>
    `- [${name}](#${anchorOf(name)}): ${formatCount(members.length)}. ${about}`
  )
  return [
    preface(result),
    `${contents.join('\n')}\n`,
    ...groups.map(({ name, members }) => section(name, members)),
  ].join('\n')
}

function preface({ engine }: SuiteResult): string {
  return `# Requirements

Everything the suite holds an engine to, by id: what is promised in plain words, how well that is backed (*documented*,
*observed* in the field, *inferred* from what is documented, *proposed* by csclab where documents are silent), what it rests on,
how the reference engine (${engine.name}) fares, and scenarios that show it. \`csclab show ID\` tells a scenario as a story,
\`csclab run --covers ID\` runs all that stand for a requirement. What no scenario can show says why. This page is made from the
registry and a run of the suite.
`
}

function section(name: string, members: readonly RequirementResult[]): string {
  const rows = members.map(({ id, promise, evidence, source, verdict, scenarios, unobservable }) =>
    `| ${id} | ${cell(promise)} | ${evidence}: ${cell(source)} | ${standingWord(verdict)} | ${
      unobservable === undefined ? named(scenarios) : cell(unobservable)
    } |`
  )
  return `## ${name}\n\n| id | promise | evidence | verdict | scenarios |\n| --- | --- | --- | --- | --- |\n${
    rows.join('\n')
  }\n`
}

function named(scenarios: readonly string[]): string {
  const tables = [...new Set(scenarios.map((id) => id.replace(ROW, '')))]
  const written = tables.filter((id) => !OF_MATRIX.test(id))
  const shown = (written.length === 0 ? tables : written).slice(0, NAMED)
  const rest = tables.length - shown.length
  return [...shown.map((id) => `\`${id}\``), ...(rest > 0 ? [`${formatCount(rest)} more`] : [])].join(', ')
}

/** Text that cannot end a cell. */
function cell(text: string): string {
  return text.replace(/[\\|<*_`]/g, '\\$&')
}

function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-')
}
