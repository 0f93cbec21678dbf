/** Rows of the state matrix that passed: folded away together, each with what became of its items; `show` tells the story. */

import { stateName } from '../../sim/mod.ts'
import type { ItemRecord, ScenarioResult } from '../../scenarios/mod.ts'
import type { StoryOptions } from '../story.ts'
import { counted } from '../visible.ts'
import { rerunCommand } from '../words.ts'
import { anchorOf, linkTo, type Markup, markup } from './markup.ts'
import { badge, code, standingWord } from './pieces.ts'

/** The rows of a chapter; nothing when there are none. */
export function rowsOfMatrix(rows: readonly ScenarioResult[], options: StoryOptions): Markup {
  if (rows.length === 0) return markup``
  return markup`<details class="rows"><summary>${
    counted(rows.length, 'row')
  } of the matrix, all passed</summary>
${rows.map((row) => rowSection(row, options))}</details>`
}

function rowSection(
  { id, title, verdict, covers, rounds }: ScenarioResult,
  { command }: StoryOptions,
): Markup {
  const items = rounds.flatMap((round) => round.items)
  return markup`<details class="scenario ${verdict}" data-verdict="${standingWord(verdict)}" data-covers="${
    covers.join(' ')
  }">
<summary>${badge(verdict)}<h4>${title}</h4><span class="about">${code(id, 'id')}</span></summary>
<div class="body" id="${anchorOf(id)}"><ul>${items.map(itemLine)}</ul>
<div class="foot"><p class="rerun"><span class="dim">The whole story</span> <code>${
    rerunCommand(id, showCommand(command))
  }</code></p><p class="dim"><a href="${linkTo(id)}">Link to this row</a></p></div></div>
</details>
`
}

/** `csclab run` tells the story when it is `csclab show`. */
function showCommand(command = 'csclab run'): string {
  return command.replace(/\brun\b/, 'show')
}

function itemLine({ path, state, decision, result }: ItemRecord): Markup {
  const name = state === undefined ? '' : ` ${stateName(state) ?? state}`
  const end = result === undefined ? '' : `, ${result}`
  return markup`<li>${code(path)}${name}: ${decision === '' ? 'nothing' : decision}${end}</li>`
}
