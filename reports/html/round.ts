/** One call of Synchronize as HTML: how it was made, what it decided about each item, what it left behind. */

import type { StoryConflict, StoryItem, StoryRound } from '../story.ts'
import { counted, showing } from '../visible.ts'
import { type Markup, markup } from './markup.ts'
import { fatesTable } from './fates.ts'
import { breakable, cited, code, promises, wide } from './pieces.ts'
import { treesTable } from './trees.ts'

const CONFLICT_SIGNS: Readonly<Record<StoryConflict['change'], string>> = {
  added: '+',
  updated: '~',
  removed: '−',
}

/** A round. */
export function roundSection(round: StoryRound): Markup {
  const { flags, flagsNumber, ending, returned, conflicts, events } = round
  const name = `Round ${round.round}`
  const records = conflicts.length > 0 &&
    markup`<p class="label">Conflict records</p><ul class="conflicts">${conflicts.map(conflictItem)}</ul>`
  const paths = round.paths.map((path, i) => [i > 0 && ', ', code(path)])
  return markup`<section class="round">
<h5>${name} <code class="flags">${flags}</code> <span class="dim">${flagsNumber}</span></h5>
<p class="ending ${returned === 0 ? 'fine' : 'other'}"><span aria-hidden="true">↳</span> ${ending}</p>
<p class="dim">${paths}${onClient(round)} · ${counted(events, 'event')}${
    round.prompts.length > 0 && ` · asked for credentials: ${round.prompts.join(', ')}`
  }</p>
${itemsTable(round, name)}
${records}
${fatesTable(round.fates, `${name}: what was written`)}
${treesTable(round.trees, { label: `${name}: trees before and after`, client: round.client })}
${progressList(round, name)}
</section>`
}

/** Where there are several clients, the one it was made on. */
function onClient({ client }: StoryRound): string {
  return client === 'client' ? '' : ` on ${client}`
}

function itemsTable(round: StoryRound, name: string): Markup {
  const { items, totalItems } = round
  const note = showing(items.length, totalItems, 'items; the others needed nothing')
  if (totalItems === 0) return markup`<p class="dim">No item was reported.</p>`
  const judged = items.some(({ oracle }) => oracle !== '')
  const heads = ['Item', 'State', 'Decision', 'Because', 'Result', ...(judged ? ['Oracle'] : [])]
  const table = markup`<table class="items"><thead><tr>${
    heads.map((head) => markup`<th scope="col">${head}</th>`)
  }</tr></thead><tbody>${items.map((item) => itemRow(item, judged))}</tbody></table>`
  const reasons = promises(items.flatMap(({ because }) => because))
  return markup`${items.length > 0 && wide(`${name}: items`, table)}
${note !== '' && markup`<p class="dim">${note}</p>`}
${
    `${reasons}` !== '' &&
    markup`<details class="more"><summary>What the ids promise</summary>${reasons}</details>`
  }`
}

function itemRow(item: StoryItem, judged: boolean): Markup {
  const { path, state, decision, because, result, resultText, oracle } = item
  return markup`<tr><th scope="row">${code(path)}</th><td>${breakable(state)}</td><td>${decision}</td><td>${
    because.map((cite, i) => [i > 0 && ', ', cited(cite)])
  }</td><td class="${result === 0 ? 'fine' : 'other'}">${
    result === undefined ? 'not reported' : result === 0 ? '0 success' : `${result} ${resultText}`
  }</td>${judged && markup`<td>${oracle}</td>`}</tr>`
}

function conflictItem({ path, state, change }: StoryConflict): Markup {
  return markup`<li><span class="sign" aria-hidden="true">${CONFLICT_SIGNS[change]}</span> ${change} ${
    code(path)
  } <span class="dim">${state}</span></li>`
}

function progressList({ progress, totalProgress }: StoryRound, name: string): Markup {
  if (totalProgress === 0) return markup``
  const note = showing(progress.length, totalProgress, 'lines')
  const lines = markup`<ol class="progress">${progress.map((line) => markup`<li>${code(line)}</li>`)}</ol>`
  return markup`<details class="more"><summary>Progress: ${counted(totalProgress, 'line')}</summary>
${wide(`${name}: progress`, lines)}${note !== '' && markup`<p class="dim">${note}</p>`}</details>`
}
