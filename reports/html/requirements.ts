/** The section that lists every requirement with its verdict, and the one that shows what of the vocabulary was reached. */

import type { SuiteResult } from '../../scenarios/mod.ts'
import { coverageOf } from '../formats/coverage.ts'
import { requirementsOf } from '../formats/json.ts'
import type { Answerer, RequirementResult } from '../formats/results-file.ts'
import { formatCount } from '../visible.ts'
import { VERDICTS } from '../words.ts'
import { type Markup, markup } from './markup.ts'
import {
  badge,
  breakable,
  filterForm,
  scenarioLink,
  signed,
  type Standing,
  standingWord,
  wide,
} from './pieces.ts'

const STANDINGS: readonly Standing[] = [...VERDICTS, 'uncovered']

/** Kinds of requirement by the beginning of their ids. */
const GROUPS: readonly { readonly starts: RegExp; readonly name: string }[] = [
  { starts: /^SYNC-/, name: 'Promises of the Synchronize method' },
  { starts: /^STATE-/, name: 'Sync states' },
  { starts: /^D\d/, name: 'Facts that other pages state' },
  { starts: /^P\d/, name: 'Choices where the documents are silent' },
  { starts: /^F\d/, name: 'Cases from the field' },
]

/** Every requirement, collapsed, with counts. */
export function requirementsSection(result: SuiteResult): Markup {
  const requirements = requirementsOf(result.scenarios)
  const chips = STANDINGS.map((standing) => ({
    standing,
    count: requirements.filter(({ verdict }) => verdict === standing).length,
  }))
  const groups = GROUPS.map(({ starts, name }) =>
    groupRows(name, requirements.filter(({ id }) => starts.test(id)))
  )
  const table = markup`<table class="requirements">
<thead><tr><th scope="col">Id</th><th scope="col">Promise</th><th scope="col">Evidence</th><th scope="col">Verdict</th><th scope="col">Scenarios</th></tr></thead>
${groups}
</table>`
  const form = filterForm({
    rows: '#requirements tbody tr.row',
    label: 'Filter requirements',
    hint: 'id, words, s:uncovered',
    noun: 'requirements',
    chips,
  })
  return markup`<section class="panel-section"><details class="panel" id="requirements">
<summary><h2>Requirements</h2> <span class="dim">${formatCount(requirements.length)}</span> ${
    tally(chips)
  }</summary>
${form}
${wide('Requirements', table)}
</details></section>`
}

/** How often each state, flag, resolution and operation occurred. */
export function coverageSection(result: SuiteResult): Markup {
  const { states, flags, resolutions, operations } = coverageOf(result)
  const groups = [
    {
      name: 'States',
      words: states.map(({ state, name, ...counts }) => ({ word: `${state} ${name}`, ...counts })),
    },
    { name: 'Flags and policies', words: flags.map(({ flag, reached }) => ({ word: flag, reached })) },
    {
      name: 'Resolutions',
      words: resolutions.map(({ resolution, by, reached }) => ({
        word: `${resolution}, ${BY_WORDS[by]}`,
        reached,
      })),
    },
    { name: 'Operations', words: operations.map(({ operation, reached }) => ({ word: operation, reached })) },
  ]
  const reached = groups.map(({ name, words }) =>
    `${words.filter((word) => word.reached > 0).length} of ${words.length} ${name.toLowerCase()}`
  )
  return markup`<section class="panel-section"><details class="panel" id="coverage">
<summary><h2>Coverage</h2> <span class="dim">${reached.join(' · ')}</span></summary>
<p class="dim">How often each word occurred: items found in a state (asserted: passed scenarios that stand for it), calls that
passed a flag, conflicts that got an answer, and from whom, items for which an operation was decided.</p>
${groups.map(coverageGroup)}
</details></section>`
}

const BY_WORDS: Readonly<Record<Answerer, string>> = {
  call: 'policy of the call',
  handler: 'handler',
  machine: 'policy of the machine',
  nobody: 'nobody answers',
}

interface CoveredWord {
  readonly word: string
  readonly reached: number
  readonly asserted?: number
}

function coverageGroup(group: { readonly name: string; readonly words: readonly CoveredWord[] }): Markup {
  return markup`<h3>${group.name}</h3><ul class="coverage">${group.words.map(coveredWord)}</ul>`
}

function coveredWord({ word, reached, asserted = 0 }: CoveredWord): Markup {
  const proof = asserted > 0 && `, asserted ${formatCount(asserted)}×`
  const times = reached === 0 ? markup`never` : markup`<b>${formatCount(reached)}×</b>`
  return markup`<li class="${reached === 0 ? 'never' : 'reached'}"><span aria-hidden="true">${
    reached === 0 ? '○' : '●'
  }</span><span>${breakable(word)}</span><span>${times}${proof}</span></li>`
}

function tally(chips: readonly { readonly standing: Standing; readonly count: number }[]): Markup {
  const counts = chips.filter(({ count }) => count > 0)
  return markup`<span class="tally">${
    counts.map(({ standing, count }) => markup`<span class="${standing}">${signed(standing, count)}</span> `)
  }</span>`
}

function groupRows(name: string, requirements: readonly RequirementResult[]): Markup {
  const covered = requirements.filter(({ verdict }) => verdict !== 'uncovered').length
  return markup`<tbody>
<tr class="group"><th colspan="5" scope="rowgroup">${name} <span class="dim">${covered} of ${requirements.length} covered</span></th></tr>
${requirements.map(requirementRow)}</tbody>`
}

function requirementRow({ id, promise, evidence, source, verdict, scenarios }: RequirementResult): Markup {
  return markup`<tr class="row" data-verdict="${standingWord(verdict)}"><th scope="row">${id}</th>
<td>${promise}<div class="dim">${source}</div></td><td>${evidence}</td><td>${badge(verdict)}</td>
<td>${scenarioLinks(scenarios)}</td></tr>
`
}

/** Links shown before the rest is folded away. */
const LINKS = 6

function scenarioLinks(ids: readonly string[]): Markup {
  const links = ids.map((id) => markup`<li>${scenarioLink(id)}</li>`)
  if (links.length <= LINKS) return markup`<ul class="links">${links}</ul>`
  const rest = markup`<summary>${formatCount(links.length - LINKS)} more</summary><ul class="links">${
    links.slice(LINKS)
  }</ul>`
  return markup`<ul class="links">${links.slice(0, LINKS)}</ul><details>${rest}</details>`
}
