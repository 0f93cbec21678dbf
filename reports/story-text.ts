/** A story for the terminal. */

import { differenceLines, failureTexts, indent } from './failure-text.ts'
import { paint, VERDICT_STYLES } from './paint.ts'
import type { StoryFates } from './story-fates.ts'
import { hasChanged, type StoryCell, type TreeRow, type TreeTable } from './story-trees.ts'
import type { Cited, Story, StoryConflict, StoryItem, StoryRound, StoryStep } from './story.ts'
import { counted, showing, visibleLine } from './visible.ts'
import { VERDICT_SIGNS, VERDICT_WORDS } from './words.ts'

/** How text for a terminal is written. */
export interface TerminalOptions {
  /** Default `false`. */
  readonly color?: boolean
}

const CONFLICT_SIGNS: Readonly<Record<StoryConflict['change'], string>> = {
  added: '+',
  updated: '~',
  removed: '-',
}

const TREE_SIGNS: Readonly<Record<StoryCell['mark'], string>> = {
  same: ' ',
  added: '+',
  removed: '-',
  changed: '~',
  touched: ' ',
}

/**
 * Writes a story as text, the way `csclab show` prints it: head, failures, and steps with each round where it happened.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { storyOf, storyText } from 'csclab/reports'
 *
 * const trees = { server: new Map(), local: new Map() }
 * const story = storyOf({
 *   id: 'first/steps', title: 'Nothing happens', position: undefined, tags: [], covers: [], verdict: 'pass',
 *   reason: undefined, failures: [], steps: [], rounds: [], fates: [], first: trees, last: trees, others: new Map(),
 *   trace: [], traceHash: undefined, durationMs: 0,
 * })
 * assert.match(storyText(story), /^✓ first\/steps · passed\n {2}Nothing happens\n/)
 * ```
 */
export function storyText(story: Story, options: TerminalOptions = {}): string {
  const { color = false } = options
  const blocks = [
    headText(story, color),
    ...failureTexts(story.failures, color).map((failure) => indent(failure, 2)),
    stepsText(story, color),
    indent(fatesAtEnd(story, color).join('\n'), 2),
    story.rounds.length === 0 ? indent(treesText(story.trees, 'client', color), 2) : '',
    `  ${paint('Run it again:', color, 'dim')} ${visibleLine(story.rerun)}`,
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function headText(story: Story, color: boolean): string {
  const { verdict } = story
  const sign = paint(
    `${VERDICT_SIGNS[verdict]} ${visibleLine(story.id)}`,
    color,
    'bold',
    VERDICT_STYLES[verdict],
  )
  const where = [story.place, ...story.tags.map((tag) => `@${tag}`)].filter((word) => word !== '').join('  ')
  return [
    `${sign} · ${VERDICT_WORDS[verdict]}`,
    `  ${visibleLine(story.title)}`,
    ...(where === '' ? [] : [paint(`  ${visibleLine(where)}`, color, 'dim')]),
    ...(story.reason === '' ? [] : [`  because ${visibleLine(story.reason)}`]),
    ...citedLines(story.covers).map((line) => `  ${line}`),
  ].join('\n')
}

/** One line an id, the promises in a column of their own. */
function citedLines(cited: readonly Cited[]): readonly string[] {
  const width = Math.max(0, ...cited.map(({ id }) => id.length))
  return cited.map(({ id, promise }) => `${visibleLine(id).padEnd(width)}  ${promise ?? ''}`.trimEnd())
}

function stepsText(story: Story, color: boolean): string {
  const width = String(story.steps.length).length
  return story.steps.flatMap((step) => [
    stepLine(step, width, color),
    ...story.rounds.filter((round) => round.step === step.number).map((round) =>
      indent(roundText(round, color), 6)
    ),
  ]).join('\n')
}

function stepLine(step: StoryStep, width: number, color: boolean): string {
  const number = paint(String(step.number).padStart(width), color, 'dim')
  const sign = step.ok ? paint('✓', color, 'green') : paint('✗', color, 'red')
  return `  ${number} ${sign} ${visibleLine(step.text)}`
}

function roundText(round: StoryRound, color: boolean): string {
  const at = round.client === 'client' ? '' : ` on ${round.client}`
  const head = `round ${round.round}${at} · ${round.flags} · ${visibleLine(round.ending)}`
  const conflicts = round.conflicts.map(({ change, path, state }) =>
    `${CONFLICT_SIGNS[change]} ${visibleLine(path)}  ${state}`
  )
  return [
    paint(head, color, 'cyan'),
    ...section('items', [
      ...round.items.flatMap(itemLines),
      showing(round.items.length, round.totalItems, 'items'),
    ]),
    ...section('conflict records', conflicts),
    ...section('what was written', fateLines(round.fates, color)),
    ...section('asked for credentials', round.prompts),
    ...section('progress', [
      ...round.progress.map(visibleLine),
      showing(round.progress.length, round.totalProgress, 'lines'),
    ]),
    treesText(round.trees, round.client, color),
  ].join('\n')
}

function section(name: string, lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => line !== '')
  return written.length === 0 ? [] : [name, ...written.map((line) => `  ${line}`)]
}

/** One line a write; what is lost says so in capitals, too. */
function fateLines({ news, totalNews, unchanged }: StoryFates, color: boolean): readonly string[] {
  if (news.length === 0) return []
  const lines = news.map(({ token, writer, path, fate, words }) => {
    const line = [token, writer, path, words].map(visibleLine).join(' · ')
    return fate === 'lost' ? paint(line, color, 'red') : line
  })
  const more = unchanged === 0 ? '' : paint(`${counted(unchanged, 'more write')} unchanged`, color, 'dim')
  return [...lines, showing(news.length, totalNews, 'writes'), more]
}

function fatesAtEnd({ fates }: Story, color: boolean): readonly string[] {
  return section('what was written, at the end', fateLines(fates, color))
}

function itemLines(item: StoryItem): readonly string[] {
  const because = item.because.length === 0 ? '' : ` (${item.because.map(({ id }) => id).join(', ')})`
  const found = item.state === '' ? '' : `${item.state} → `
  const result = item.result === undefined ? 'not reported' : `result ${item.result}: ${item.resultText}`
  return [
    visibleLine(item.path),
    `  ${found}${visibleLine(item.decision + because)}`,
    `  ${result}${item.oracle === '' ? '' : `; oracle: ${visibleLine(item.oracle)}`}`,
  ]
}

function treesText(table: TreeTable, client: string, color: boolean): string {
  const shown = table.rows.filter(({ server, local }) => hasChanged(server) || hasChanged(local))
  const left = table.changed - shown.length
  return [
    ...sideLines('server', shown.map((row) => ({ row, cell: row.server })), color),
    ...sideLines(client, shown.map((row) => ({ row, cell: row.local })), color),
    ...(left > 0 ? [`and ${counted(left, 'more changed item')}`] : []),
    paint(`${counted(table.total - table.changed, 'item')} unchanged on both sides`, color, 'dim'),
  ].join('\n')
}

function sideLines(
  side: string,
  cells: readonly { readonly row: TreeRow; readonly cell: StoryCell }[],
  color: boolean,
): readonly string[] {
  const lines = cells.filter(({ cell }) => hasChanged(cell)).flatMap(({ row, cell }) =>
    cellLines(row, cell, color)
  )
  return section(side, lines)
}

function cellLines(row: TreeRow, cell: StoryCell, color: boolean): readonly string[] {
  const { mark, before, after, difference } = cell
  const head = `${TREE_SIGNS[mark]} ${visibleLine(row.path)}${
    mark === 'changed' ? `  ${changedWords(cell)}` : ''
  }`
  const painted = paint(head, color, mark === 'added' ? 'green' : mark === 'removed' ? 'red' : 'yellow')
  if (difference === undefined) {
    const preview = (mark === 'removed' ? before : after)?.preview
    const whole = mark === 'changed' && !cell.contentChanged ? undefined : preview
    return [painted, ...(whole === undefined || whole.text === '' ? [] : [`    ${firstLine(whole.text)}`])]
  }
  return [painted, ...differenceLines(difference, color).map((line) => `    ${line}`)]
}

function changedWords({ fields, contentChanged }: StoryCell): string {
  const names = fields.map(({ field, before, after }) =>
    field === 'last write' || field === 'change' || field === 'creation'
      ? field
      : `${field} ${before} → ${after}`
  )
  return visibleLine([...(contentChanged ? ['content'] : []), ...names].join(', '))
}

/** Characters of a file that a line of the terminal shows. */
const LINE = 80

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  return line.length > LINE || line.length < text.trimEnd().length ? `${line.slice(0, LINE)} …` : line
}
