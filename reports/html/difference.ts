/** Differences of texts as HTML: signs beside lines, `del` and `ins` around words. */

import type { DiffLine, LineDiff, Mark, Segment, WordDiff } from '../diff.ts'
import { MAX_ROWS } from '../story-trees.ts'
import { counted, showing } from '../visible.ts'
import { type Markup, markup } from './markup.ts'

const SIGNS: Readonly<Record<Mark, string>> = { same: ' ', removed: '−', added: '+' }

const SAID: Readonly<Record<Mark, string>> = { same: '', removed: 'removed: ', added: 'added: ' }

/** The words of one of two texts, those that only it has marked. */
export function sideWords(diff: WordDiff, side: Mark): Markup {
  const segments = diff.segments.filter(({ mark }) => mark === 'same' || mark === side)
  return markup`${segments.map(segmentHtml)}`
}

/** The lines of a difference; equal stretches are told by their number. */
export function lineDiff(diff: LineDiff): Markup {
  const lines = diff.parts.flatMap((part): readonly (DiffLine | number)[] =>
    part.kind === 'lines' ? part.lines : [part.count]
  )
  const shown = lines.slice(0, MAX_ROWS)
  const note = showing(shown.length, lines.length, 'lines')
  return markup`<div class="diff">${
    shown.map((line) =>
      typeof line === 'number'
        ? markup`<span class="skip">${counted(line, 'equal line')}</span>`
        : lineHtml(line)
    )
  }${note !== '' && markup`<span class="skip">${note}</span>`}${
    diff.givenUp && markup`<span class="skip">too different to be compared line by line</span>`
  }</div>`
}

function lineHtml({ mark, text, segments, open }: DiffLine): Markup {
  const said = mark !== 'same' && markup`<span class="hidden">${SAID[mark]}</span>`
  const end = open && mark !== 'same' && markup` <span class="skip">no line end</span>`
  const gutter = markup`<span class="gutter" aria-hidden="true">${SIGNS[mark]}</span>`
  return markup`<span class="line ${mark}">${gutter}<span>${said}${
    segments?.map(segmentHtml) ?? text
  }${end}</span></span>`
}

function segmentHtml({ mark, text }: Segment): Markup {
  if (mark === 'same') return markup`${text}`
  return mark === 'removed' ? markup`<del>${text}</del>` : markup`<ins>${text}</ins>`
}
