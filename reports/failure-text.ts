/** A failure for the terminal. */

import type { DiffLine, LineDiff, Mark, Segment } from './diff.ts'
import { paint } from './paint.ts'
import type { StoryFailure } from './story.ts'
import { counted, visible, visibleLine } from './visible.ts'

/** What a failure is called by its kind. */
export const KIND_WORDS: Readonly<Record<StoryFailure['kind'], string>> = {
  expectation: 'Not as the scenario expects',
  oracle: 'Not as the oracle allows',
  automatic: 'Not as every scenario expects',
  fate: 'What somebody wrote is lost',
  snapshot: 'Not as the snapshot has it',
  coverage: 'Less was reached than the configuration asks for',
  excuse: 'Not as the expected failures have it',
  engine: 'The engine broke the rules of the port',
  error: 'The scenario or the harness broke',
}

/**
 * Writes the failures of a scenario or a run: message, expected and actual with the differing words marked, where it is,
 * and what it stands on. A promise is told once; later failures only name its id.
 */
export function failureTexts(failures: readonly StoryFailure[], color: boolean): readonly string[] {
  const told = new Set<string>()
  return failures.map((failure) => {
    const fresh = failure.ids.filter(({ id }) => !told.has(id))
    const known = failure.ids.filter(({ id }) => told.has(id)).map(({ id }) => visibleLine(id))
    for (const { id } of fresh) told.add(id)
    const promises = [
      ...fresh.map(({ id, promise }) =>
        `${paint(visibleLine(id), color, 'bold')} ${promise ?? ''}`.trimEnd()
      ),
      ...(known.length === 0 ? [] : [`${fresh.length === 0 ? '' : 'also '}${known.join(', ')}`]),
    ]
    return failureText(failure, promises, color)
  })
}

function failureText(failure: StoryFailure, promises: readonly string[], color: boolean): string {
  const { message, place, round, path, hint } = failure
  const where = [place, round === undefined ? '' : `round ${round}`, path ?? ''].filter((word) => word !== '')
  return [
    `${paint(KIND_WORDS[failure.kind], color, 'red')}: ${visible(message)}`,
    ...comparison(failure, color),
    ...(where.length === 0 ? [] : [`at ${visibleLine(where.join(' · '))}`]),
    ...promises,
    ...(hint === undefined ? [] : [`hint: ${visible(hint)}`]),
  ].map((line, i) => (i === 0 ? line : indent(line, 2))).join('\n')
}

/** Indents every line of a text. */
export function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by))
}

/** The lines of a difference, those of one text only marked by sign, their differing words marked. */
export function differenceLines(diff: LineDiff, color: boolean): readonly string[] {
  return diff.parts.flatMap((part) =>
    part.kind === 'unchanged'
      ? [paint(`@ ${counted(part.count, 'equal line')}`, color, 'dim')]
      : part.lines.map((line) => differenceLine(line, color))
  )
}

function comparison({ difference, expected, actual }: StoryFailure, color: boolean): readonly string[] {
  const note = difference?.givenUp === true ? ['(too different to be compared)'] : []
  if (difference === undefined) {
    return [
      ...(expected === undefined ? [] : [labelled('expected', visible(expected))]),
      ...(actual === undefined ? [] : [labelled('actual', visible(actual))]),
    ]
  }
  if ('parts' in difference) {
    return ['- expected  + actual', ...differenceLines(difference, color).map((line) => `  ${line}`), ...note]
  }
  return [
    labelled('expected', sideText(difference.segments, 'removed', color)),
    labelled('actual', sideText(difference.segments, 'added', color)),
    ...note,
  ]
}

const SIGNS: Readonly<Record<Mark, string>> = { same: ' ', removed: '-', added: '+' }

function differenceLine({ mark, text, segments, open }: DiffLine, color: boolean): string {
  const words = segments?.map((segment) => segmentText(segment, color)).join('') ?? visible(text)
  const line = `${SIGNS[mark]} ${words}${open && mark !== 'same' ? '  (no line end)' : ''}`
  return mark === 'same' || segments !== undefined
    ? line
    : paint(line, color, mark === 'removed' ? 'red' : 'green')
}

/** One of two texts, with the words that only it has marked. */
function sideText(segments: readonly Segment[], side: Mark, color: boolean): string {
  return segments.filter(({ mark }) => mark === 'same' || mark === side)
    .map((segment) => segmentText(segment, color)).join('')
}

function segmentText({ mark, text }: Segment, color: boolean): string {
  if (mark === 'same') return visible(text)
  if (color) return paint(visible(text), color, mark === 'removed' ? 'red' : 'green', 'inverse')
  return mark === 'removed' ? `[-${visible(text)}-]` : `{+${visible(text)}+}`
}

function labelled(label: string, text: string): string {
  return `${label.padEnd(9)}${text.replaceAll('\n', `\n${' '.repeat(9)}`)}`
}
