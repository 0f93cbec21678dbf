/** The head of the report: how the run went in one sentence, in numbers, and as a map. */

import type { ScenarioResult, SuiteResult, Verdict } from '../../scenarios/mod.ts'
import { summaryOf } from '../formats/json.ts'
import { chapterOf } from '../story.ts'
import { counted, formatCount } from '../visible.ts'
import { countedScenarios, VERDICT_SIGNS, VERDICT_WORDS, VERDICTS } from '../words.ts'
import { linkTo, type Markup, markup } from './markup.ts'
import { signed } from './pieces.ts'

/** How the run went, in one sentence: `2 of 13 scenarios failed`. */
export function headline(result: SuiteResult): string {
  const { problems } = result
  const trouble = problems.length === 0 ? '' : `, ${counted(problems.length, 'problem')} of the run`
  return `${outcome(result)}${trouble}`
}

function outcome(result: SuiteResult): string {
  const { length } = result.scenarios
  const [failed, broken] = [countOf(result, 'fail'), countOf(result, 'error')]
  const others = (['excused', 'unsupported'] as const).map((verdict) =>
    [countOf(result, verdict), VERDICT_WORDS[verdict]] as const
  ).filter(([count]) => count > 0)
  if (length === 0) return 'No scenario was run'
  const all = countedScenarios(result.scenarios)
  if (failed > 0) {
    return `${formatCount(failed)} of ${all} failed${broken > 0 ? `, ${formatCount(broken)} broke` : ''}`
  }
  if (broken > 0) return `${formatCount(broken)} of ${all} broke`
  if (others.length > 0) {
    const told = others.map(([count, word]) => `, ${formatCount(count)} ${word}`)
    return `${formatCount(countOf(result, 'pass'))} passed${told.join('')}`
  }
  return length === 1 ? 'The scenario passed' : `All ${all} passed`
}

/** Headline, proportions and facts. */
export function overview(result: SuiteResult): Markup {
  const summary = summaryOf(result)
  const { engine, runtime, traceHash, filtered, snapshotsNotChecked } = result
  const counts = VERDICTS.map((verdict) => ({ verdict, count: countOf(result, verdict) })).filter((
    { count },
  ) => count > 0)
  return markup`<header>
<p class="brand">csclab <span>conformance report</span></p>
<h1>${headline(result)}</h1>
<div class="bar" aria-hidden="true">${
    counts.map(({ verdict, count }) => markup`<span class="${verdict}" style="flex-grow:${count}"></span>`)
  }</div>
<ul class="counts">${
    counts.map(({ verdict, count }) => markup`<li class="${verdict}">${signed(verdict, count)}</li>`)
  }</ul>
<dl class="facts">
<div><dt>Engine</dt><dd>${engine.name} ${engine.version}</dd></div>
<div><dt>Runtime</dt><dd>${runtime.name} ${runtime.version}</dd></div>
<div><dt>Syncs</dt><dd>${formatCount(summary.syncs)}</dd></div>
<div><dt>Items</dt><dd>${formatCount(summary.items)}</dd></div>
<div><dt>Events</dt><dd>${formatCount(summary.events)}</dd></div>
<div class="hash"><dt>Trace hash</dt><dd><code>${traceHash}</code></dd></div>
</dl>
${
    filtered &&
    markup`<p class="note">Filters left some scenarios out: requirements they cover may show as uncovered.</p>`
  }
${
    snapshotsNotChecked !== undefined &&
    markup`<p class="note">Snapshots were not checked: ${snapshotsNotChecked}</p>`
  }
</header>`
}

/** One cell a scenario, chapter by chapter. */
export function suiteMap({ scenarios }: SuiteResult): Markup {
  const rows = chapters(scenarios).map(([chapter, members]) =>
    markup`<div class="chapter-row"><dt>${chapter} <span class="dim">${members.length}</span></dt><dd>${
      members.map(cell)
    }</dd></div>`
  )
  return markup`<section aria-labelledby="map-title"><h2 id="map-title">Map</h2><dl class="map">${rows}</dl></section>`
}

/** Scenarios by chapter, both in the order in which they come. */
export function chapters(
  scenarios: readonly ScenarioResult[],
): readonly (readonly [chapter: string, members: readonly ScenarioResult[]])[] {
  const found = new Map<string, ScenarioResult[]>()
  for (const scenario of scenarios) {
    const chapter = chapterOf(scenario.id)
    const members = found.get(chapter)
    if (members === undefined) found.set(chapter, [scenario])
    else members.push(scenario)
  }
  return [...found]
}

/** How many scenarios have a verdict. */
export function countOf({ scenarios }: SuiteResult, verdict: Verdict): number {
  return scenarios.filter((scenario) => scenario.verdict === verdict).length
}

function cell({ id, verdict, title }: ScenarioResult): Markup {
  const sign = markup`<span aria-hidden="true">${VERDICT_SIGNS[verdict]}</span>`
  const said = markup`<span class="hidden">${id}, ${VERDICT_WORDS[verdict]}</span>`
  return markup`<a class="cell ${verdict}" href="${linkTo(id)}" title="${id}: ${title}">${sign}${said}</a> `
}
