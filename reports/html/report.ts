/** The report: one HTML file that needs nothing else, neither network nor script. */

import { createHash } from 'node:crypto'
import { isMatrixRow, type ScenarioResult, type SuiteResult } from '../../scenarios/mod.ts'
import { storyOf, type StoryOptions, tellFailure } from '../story.ts'
import { formatCount } from '../visible.ts'
import { VERDICTS } from '../words.ts'
import { type Markup, markup, trusted } from './markup.ts'
import { chapters, countOf, headline, overview, suiteMap } from './overview.ts'
import { filterForm } from './pieces.ts'
import { coverageSection, requirementsSection } from './requirements.ts'
import { rowsOfMatrix } from './rows.ts'
import { failureBoxes, scenarioSection } from './scenario.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'

/**
 * Makes the report of a run: summary, map, requirements, coverage and one story a scenario, those that failed open and
 * first. The page loads nothing, and its content security policy lets only its own script run.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { reportHtml } from 'csclab/reports'
 *
 * const page = reportHtml({
 *   engine: { name: 'reference', version: '1.0.0' }, runtime: { name: 'node', version: '20.20.2' },
 *   scenarios: [], traceHash: '', snapshotsNotChecked: undefined, problems: [], filtered: false,
 * })
 * assert.match(page, /^<!doctype html>/)
 * assert.match(page, /No scenario was run/)
 * ```
 */
export function reportHtml(result: SuiteResult, options: StoryOptions = {}): string {
  const hash = createHash('sha256').update(SCRIPT).digest('base64')
  const policy =
    `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return `${markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${headline(result)} · csclab</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
${overview(result)}
<main>
${problemsSection(result)}
${result.scenarios.length > 0 && suiteMap(result)}
${requirementsSection(result)}
${coverageSection(result)}
${scenarioList(result, options)}
</main>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`}`
}

/** What is wrong with the run as a whole. */
function problemsSection({ problems }: SuiteResult): Markup {
  if (problems.length === 0) return markup``
  return markup`<section class="fail"><h2>Problems of the run</h2>
${failureBoxes(problems.map(tellFailure))}</section>`
}

function scenarioList(result: SuiteResult, options: StoryOptions): Markup {
  const { scenarios } = result
  if (scenarios.length === 0) return markup``
  const troubled = VERDICTS.slice(0, 2).flatMap((verdict) =>
    scenarios.filter((one) => one.verdict === verdict)
  )
  const others = scenarios.filter((scenario) => !troubled.includes(scenario))
  const chips = VERDICTS.map((verdict) => ({ standing: verdict, count: countOf(result, verdict) }))
  const more = [true, false].map((open) =>
    markup`<button type="button" class="plain" data-open="${String(open)}">${
      open ? 'open' : 'close'
    } all</button>`
  )
  const form = filterForm({
    rows: '#scenarios .scenario',
    label: 'Filter scenarios',
    hint: 'words, ids, @tag, s:failed, !not',
    noun: 'scenarios',
    chips,
    more,
  })
  const count = markup`<span class="dim">${formatCount(scenarios.length)}</span>`
  return markup`<section id="scenarios" aria-labelledby="scenarios-title">
<h2 id="scenarios-title">Scenarios ${count}</h2>
${form}
${group('Failed', troubled, options)}
${chapters(others).map(([chapter, members]) => group(chapter, members, options))}
</section>`
}

function group(name: string, scenarios: readonly ScenarioResult[], options: StoryOptions): Markup {
  if (scenarios.length === 0) return markup``
  const rows = scenarios.filter((scenario) => isMatrixRow(scenario) && scenario.verdict === 'pass')
  const stories = scenarios.filter((scenario) => !rows.includes(scenario))
  return markup`<section class="chapter"><h3>${name}</h3>
${stories.map((scenario) => scenarioSection(storyOf(scenario, options)))}
${rowsOfMatrix(rows, options)}</section>
`
}
