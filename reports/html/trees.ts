/** The trees of both sides, before and after, as one table: a row a path, so that what belongs together stands side by side. */

import {
  hasChanged,
  type StoryCell,
  type StoryEntry,
  type StoryField,
  type TreeRow,
  type TreeTable,
} from '../story-trees.ts'
import { counted, formatCount } from '../visible.ts'
import { previewNote } from '../preview.ts'
import type { LineDiff, Mark } from '../diff.ts'
import { lineDiff } from './difference.ts'
import { type Markup, markup } from './markup.ts'
import { wide } from './pieces.ts'

/** Rows up to which unchanged items are shown, too. */
const SMALL = 24

/** Lines of a difference that a cell shows without being asked. */
const FOLD = 12

/** Characters of a file that a cell shows when nothing about it changed. */
const SNIPPET = 48

const SIGNS: Readonly<Record<StoryCell['mark'], string>> = {
  same: '=',
  touched: '=',
  added: '+',
  removed: '−',
  changed: '~',
}

/** The table; nothing when there is no item at all. `client` heads the columns of the client's side. */
export function treesTable(
  table: TreeTable,
  { label, client }: { readonly label: string; readonly client: string },
): Markup {
  const { rows, total, changed } = table
  if (total === 0) return markup``
  const moved = rows.filter(rowChanged)
  const shown = rows.length <= SMALL ? rows : moved
  const unchanged = total - changed - (shown.length - moved.length)
  const more = changed - moved.length
  const notes = [
    ...(more > 0 ? [`${counted(more, 'more changed item')} not shown`] : []),
    ...(unchanged > 0 ? [`${counted(unchanged, 'unchanged item')} not shown`] : []),
  ]
  const head = changed === 0
    ? 'nothing changed'
    : `${formatCount(changed)} of ${counted(total, 'item')} changed`
  const body = markup`<table class="trees">${headOf(client)}<tbody>${shown.map(treeRow)}</tbody></table>`
  return markup`<p class="label">Trees <span class="dim">${head}</span></p>
${shown.length > 0 && wide(label, body)}${
    notes.length > 0 && markup`<p class="dim">${notes.join(', ')}.</p>`
  }`
}

function headOf(client: string): Markup {
  return markup`<thead>
<tr><th scope="col" rowspan="2">Item</th><th scope="colgroup" colspan="2">Server</th><th scope="colgroup" colspan="2">${client}</th></tr>
<tr><th scope="col">before</th><th scope="col">after</th><th scope="col">before</th><th scope="col">after</th></tr>
</thead>`
}

function rowChanged({ server, local }: TreeRow): boolean {
  return hasChanged(server) || hasChanged(local)
}

function treeRow(row: TreeRow): Markup {
  const { name, path, depth, server, local, agree } = row
  const differ = !agree && markup` <span class="differ"><span aria-hidden="true">≠</span> sides differ</span>`
  const label = markup`<span class="name" style="--depth:${depth}">${name}</span>${differ}`
  return markup`<tr class="${
    rowChanged(row) ? 'moved' : 'still'
  }"><th scope="row" title="${path}">${label}</th>${cells(server)}${cells(local)}</tr>
`
}

function cells(cell: StoryCell): Markup {
  return markup`<td>${entry(cell.before)}</td><td class="${cell.mark}">${after(cell)}</td>`
}

function after(cell: StoryCell): Markup {
  const { mark } = cell
  if (mark === 'same' && cell.after === undefined) return entry(undefined)
  const sign = markup`<span class="sign" aria-hidden="true">${SIGNS[mark]}</span> `
  switch (mark) {
    case 'same':
      return markup`${sign}<span class="dim">same</span>`
    case 'touched':
      return markup`${sign}<span class="dim">same, times moved</span>`
    case 'removed':
      return markup`${sign}gone`
    case 'added':
      return markup`${sign}<span class="hidden">new:</span> ${entry(cell.after)}`
    case 'changed':
      return markup`${sign}changed${changes(cell)}`
  }
}

function changes({ fields, difference, contentChanged, before, after: now }: StoryCell): Markup {
  const whole = contentChanged && difference === undefined && markup`<div>${entry(now)}</div>`
  const text = difference !== undefined &&
    markup`${foldedDiff(difference)}${cutNote('before:', before)}${cutNote('after:', now)}`
  const list = fields.length > 0 && markup`<ul class="fields">${fields.map(fieldItem)}</ul>`
  return markup`${whole}${text}${list}`
}

/** What of an item was compared, when that is not all of it. */
function cutNote(side: string, item: StoryEntry | undefined): Markup {
  const note = item?.preview === undefined ? '' : previewNote(item.preview)
  return note === '' ? markup`` : markup`<div class="dim">${side} ${note}</div>`
}

/** A long difference waits behind its counts. */
function foldedDiff(difference: LineDiff): Markup {
  const lines = difference.parts.flatMap((part) => (part.kind === 'lines' ? part.lines : []))
  if (lines.length <= FOLD) return lineDiff(difference)
  const count = (mark: Mark): number => lines.filter((line) => line.mark === mark).length
  const words = `${counted(count('removed'), 'line')} removed, ${formatCount(count('added'))} added`
  return markup`<details class="more"><summary>${words}</summary>${lineDiff(difference)}</details>`
}

function fieldItem({ field, before, after: now }: StoryField): Markup {
  const sameDay = before.slice(0, 11) === now.slice(0, 11) && /^\d{4}-\d\d-\d\d /.test(now)
  return markup`<li><span class="dim">${field}</span> ${before} → ${sameDay ? now.slice(11) : now}</li>`
}

function entry(item: StoryEntry | undefined): Markup {
  if (item === undefined) {
    return markup`<span class="dim" aria-hidden="true">—</span><span class="hidden">not there</span>`
  }
  const { kind, size, attributes, preview } = item
  const words = attributes.length > 0 && markup` <span class="attributes">${attributes.join(' ')}</span>`
  if (kind === 'directory' || preview === undefined) return markup`<span class="dim">directory</span>${words}`
  const note = previewNote(preview)
  return markup`<code class="snippet">${snippet(preview.text)}</code> <span class="dim" title="${note}">${
    counted(size, 'byte')
  }</span>${words}`
}

/** The first line that says something. */
function snippet(text: string): string {
  const whole = text.trim()
  const line = whole.split('\n', 1)[0] ?? ''
  return line.length > SNIPPET || line.length < whole.length ? `${line.slice(0, SNIPPET)}…` : line
}
