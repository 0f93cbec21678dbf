/** Differences of texts as plain data: words within a text, lines within a file. */

import { diffArrays, diffWordsWithSpace } from 'diff'

/** Whether a piece is in both texts, only in the first or only in the second. */
export type Mark = 'same' | 'removed' | 'added'

/** A run of characters. */
export interface Segment {
  readonly mark: Mark
  readonly text: string
}

/** Two texts, compared word by word: the segments that are not `added` are the first text, those not `removed` the second. */
export interface WordDiff {
  readonly segments: readonly Segment[]
  /** True when the texts differ so much that no common words were looked for: all removed, all added. */
  readonly givenUp: boolean
}

/** One line of either text. */
export interface DiffLine {
  readonly mark: Mark
  /** Without its line feed. */
  readonly text: string
  /** The words of a removed line beside those of the added line that replaces it; `undefined` when they have little in common. */
  readonly segments: readonly Segment[] | undefined
  /** True for the last line of the one text that no line feed ends, when a line feed ends the other. */
  readonly open: boolean
}

/** Lines that are shown, or a number of equal lines that are not. */
export type DiffPart =
  | { readonly kind: 'lines'; readonly lines: readonly DiffLine[] }
  | { readonly kind: 'unchanged'; readonly count: number }

/** Two texts, compared line by line. */
export interface LineDiff {
  readonly parts: readonly DiffPart[]
  /** True when the texts differ so much that no common lines were looked for: all removed, all added. */
  readonly givenUp: boolean
}

/** How texts are compared. */
export interface DiffOptions {
  /** Removed and added pieces up to which common ones are looked for; beyond it: all removed, all added. Default 500. */
  readonly maxEdits?: number
  /** Equal lines shown around a change. Default 3. */
  readonly context?: number
}

/** A count, never a time limit: how fast a machine is must not show in a report. */
const MAX_EDITS = 500

const CONTEXT = 3

/** The share of common text from which two lines are shown as one line, edited. */
const ALIKE = 0.3

/**
 * Compares two texts word by word; runs of white space count as words.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { diffWords } from 'csclab/reports'
 *
 * const { segments } = diffWords('first draft', 'second draft')
 * assert.deepEqual(segments, [
 *   { mark: 'removed', text: 'first' },
 *   { mark: 'added', text: 'second' },
 *   { mark: 'same', text: ' draft' },
 * ])
 * ```
 */
export function diffWords(before: string, after: string, options: DiffOptions = {}): WordDiff {
  const { maxEdits = MAX_EDITS } = options
  const changes = diffWordsWithSpace(before, after, { maxEditLength: maxEdits })
  if (changes !== undefined) {
    return {
      segments: changes.map((change) => ({ mark: markOf(change), text: change.value })),
      givenUp: false,
    }
  }
  const all: readonly Segment[] = [{ mark: 'removed', text: before }, { mark: 'added', text: after }]
  return { segments: all.filter(({ text }) => text !== ''), givenUp: true }
}

/**
 * Compares two texts line by line, and word by word where one line takes another's place. Equal lines far from any
 * change are left out, with their number.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { diffLines } from 'csclab/reports'
 *
 * const { parts } = diffLines('a\nb\nc\n', 'a\nB\nc\n', { context: 0 })
 * assert.deepEqual(parts.map((part) => part.kind), ['unchanged', 'lines', 'unchanged'])
 * ```
 */
export function diffLines(before: string, after: string, options: DiffOptions = {}): LineDiff {
  const { maxEdits = MAX_EDITS, context = CONTEXT } = options
  const endsDiffer = isOpen(before) !== isOpen(after)
  const [old, young] = [linesOf(before, endsDiffer), linesOf(after, endsDiffer)]
  const comparator = (a: Line, b: Line): boolean => a.text === b.text && a.open === b.open
  const changes = diffArrays(old, young, { maxEditLength: maxEdits, comparator })
  const runs: readonly Run[] = changes === undefined
    ? [{ mark: 'removed', lines: old }, { mark: 'added', lines: young }]
    : changes.map((change) => ({ mark: markOf(change), lines: change.value }))
  return {
    parts: collapse(runs.flatMap((run, i) => tellRun(run, runs, i)), context),
    givenUp: changes === undefined,
  }
}

interface Line {
  /** Without its line feed. */
  readonly text: string
  readonly open: boolean
}

interface Run {
  readonly mark: Mark
  readonly lines: readonly Line[]
}

function markOf(change: { readonly added: boolean; readonly removed: boolean }): Mark {
  if (change.added) return 'added'
  return change.removed ? 'removed' : 'same'
}

function isOpen(text: string): boolean {
  return text !== '' && !text.endsWith('\n')
}

function linesOf(text: string, endsDiffer: boolean): Line[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  return lines.map((line) => ({ text: line.replace(/\n$/, ''), open: endsDiffer && !line.endsWith('\n') }))
}

/** Lines of a run; a removed run and an added one of as many lines that follow each other are paired line by line. */
function tellRun(run: Run, runs: readonly Run[], index: number): readonly DiffLine[] {
  const partner = partnerOf(run, runs, index)
  return run.lines.map((line, i) => {
    const other = partner?.lines[i]
    return {
      mark: run.mark,
      text: line.text,
      segments: other === undefined ? undefined : segmentsOf(line.text, other.text, run.mark),
      open: line.open,
    }
  })
}

function partnerOf(run: Run, runs: readonly Run[], index: number): Run | undefined {
  if (run.mark === 'same') return undefined
  const partner = runs[run.mark === 'removed' ? index + 1 : index - 1]
  const fits = partner !== undefined && partner.mark !== 'same' && partner.lines.length === run.lines.length
  return fits ? partner : undefined
}

/** The segments of one of two lines, when enough of them is the same to be worth the reader's eye. */
function segmentsOf(line: string, other: string, mark: Mark): readonly Segment[] | undefined {
  const [before, after] = mark === 'removed' ? [line, other] : [other, line]
  const { segments, givenUp } = diffWords(before, after)
  const same = segments.filter((segment) => segment.mark === 'same').map(({ text }) => text.trim().length)
  const common = same.reduce((sum, length) => sum + length, 0)
  if (givenUp || common < ALIKE * Math.max(before.length, after.length)) return undefined
  return segments.filter((segment) => segment.mark === 'same' || segment.mark === mark)
}

function collapse(lines: readonly DiffLine[], context: number): readonly DiffPart[] {
  const changed = lines.flatMap(({ mark }, i) => (mark === 'same' ? [] : [i]))
  const parts: DiffPart[] = []
  let from = 0
  for (const { start, end } of windows(changed, context, lines.length)) {
    if (start > from) parts.push({ kind: 'unchanged', count: start - from })
    parts.push({ kind: 'lines', lines: lines.slice(start, end) })
    from = end
  }
  if (from < lines.length) parts.push({ kind: 'unchanged', count: lines.length - from })
  return parts
}

/** The stretches around changes; two that meet, or leave out a single line between them, are one. */
function windows(
  changed: readonly number[],
  context: number,
  length: number,
): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const index of changed) {
    const start = Math.max(0, index - context)
    const end = Math.min(length, index + context + 1)
    const last = found.at(-1)
    if (last !== undefined && start <= last.end + (context === 0 ? 0 : 1)) last.end = end
    else found.push({ start, end })
  }
  return found
}
