/** What became of every write, as an HTML table. */

import type { StoryFate, StoryFates } from '../story-fates.ts'
import { counted, showing } from '../visible.ts'
import { type Markup, markup } from './markup.ts'
import { code, wide } from './pieces.ts'

/** The writes about which there is something new; nothing when there are none. */
export function fatesTable({ news, totalNews, unchanged }: StoryFates, label: string): Markup {
  if (totalNews === 0) return markup``
  const heads = ['Writer', 'Step', 'Path', 'Fate']
  const table = markup`<table class="fates"><thead><tr>${
    heads.map((head) => markup`<th scope="col">${head}</th>`)
  }</tr></thead><tbody>${news.map(fateRow)}</tbody></table>`
  const note = [
    showing(news.length, totalNews, 'writes'),
    unchanged === 0 ? '' : `${counted(unchanged, 'more write')} unchanged`,
  ].filter((words) => words !== '').join('; ')
  return markup`<p class="label">What was written</p>
${wide(label, table)}${note !== '' && markup`<p class="dim">${note}</p>`}`
}

function fateRow({ token, writer, path, fate, words }: StoryFate): Markup {
  return markup`<tr class="${fate}"><td>${writer}</td><td>${token}</td><th scope="row">${
    code(path)
  }</th><td>${words}</td></tr>`
}
