/** What a run says on a terminal: one line while it goes on, and a summary at its end. */

import type { ScenarioResult, SuiteResult, Verdict } from '../../scenarios/mod.ts'
import { failureTexts, indent } from '../failure-text.ts'
import { paint, VERDICT_STYLES } from '../paint.ts'
import { storyOf, tellFailure } from '../story.ts'
import { counted, formatCount, visible, visibleLine } from '../visible.ts'
import { countedScenarios, VERDICT_SIGNS, VERDICT_WORDS, VERDICTS } from '../words.ts'

/** How far a run has come. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly failed: number
  /** The scenario that was last done. */
  readonly id: string
}

/** Where a progress line goes. */
export interface ProgressLineOptions {
  /** Nothing is ever written unless this is true. */
  readonly isTTY: boolean
  readonly color: boolean
  readonly write: (text: string) => void
  /** Characters that fit into a line. Default 80. */
  readonly columns?: number
}

/** A line that is rewritten in place. */
export interface ProgressLine {
  readonly show: (progress: Progress) => void
  /** Takes the line away, so that something else can be written. */
  readonly clear: () => void
}

const ERASE_LINE = '\r\u001b[2K'

/**
 * A line that shows how far a run has come. On anything but a terminal it stays silent.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { createProgressLine } from 'csclab/reports'
 *
 * let written = ''
 * const line = createProgressLine({ isTTY: true, color: false, write: (text) => void (written += text) })
 * line.show({ done: 3, total: 12, failed: 1, id: 'conflicts/both-edited' })
 * assert.match(written, /3\/12 · 1 failed · conflicts\/both-edited$/)
 * ```
 */
export function createProgressLine(options: ProgressLineOptions): ProgressLine {
  const { isTTY, color, write, columns = 80 } = options
  if (!isTTY) return { show: () => {}, clear: () => {} }
  return {
    show({ done, total, failed, id }) {
      const count = `${formatCount(done)}/${formatCount(total)}`
      const trouble = failed === 0 ? '' : `${formatCount(failed)} failed`
      const rest = columns - 1 - count.length - (trouble === '' ? 0 : trouble.length + 3) - 3
      const name = visibleLine(id)
      const fitting = rest < 8 ? '' : name.length <= rest ? name : `${name.slice(0, rest - 1)}…`
      const parts = [paint(count, color, 'cyan'), paint(trouble, color, 'red'), paint(fitting, color, 'dim')]
      write(`${ERASE_LINE}${parts.filter((part) => part !== '').join(' · ')}`)
    },
    clear: () => write(ERASE_LINE),
  }
}

/** How a summary is written. */
export interface SummaryOptions {
  /** Default `false`. */
  readonly color?: boolean
  /** What runs a scenario again when its id is put behind it. Default `csclab run`. */
  readonly command?: string
}

/**
 * The end of a run: what could not be asked or is excused, the counts, and, last, each failure with what was expected, what it stands
 * on, and the command that runs it again; behind them what is wrong with the run as a whole.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { summaryText } from 'csclab/reports'
 *
 * const text = summaryText({
 *   engine: { name: 'reference', version: '1.0.0' }, runtime: { name: 'node', version: '20.20.2' },
 *   scenarios: [], traceHash: '', snapshotsNotChecked: undefined, problems: [], filtered: false,
 * })
 * assert.equal(text, 'No scenario was run (engine reference 1.0.0, node 20.20.2)\n')
 * ```
 */
export function summaryText(result: SuiteResult, options: SummaryOptions = {}): string {
  const { color = false, command = 'csclab run' } = options
  const troubled = result.scenarios.filter(({ verdict }) => verdict === 'fail' || verdict === 'error')
  const blocks = [
    setApart(result, 'unsupported', color),
    setApart(result, 'excused', color),
    countsText(result, color),
    ...troubled.map((scenario) => troubleText(scenario, { color, command })),
    ...failureTexts(result.problems.map(tellFailure), color),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

/** The scenarios of a verdict that is neither good nor bad, each with its reason. */
function setApart(result: SuiteResult, apart: 'unsupported' | 'excused', color: boolean): string {
  const lines = result.scenarios.filter(({ verdict }) => verdict === apart).map(({ id, reason }) =>
    `  ${paint(VERDICT_SIGNS[apart], color, VERDICT_STYLES[apart])} ${visibleLine(id)}: ${
      visibleLine(reason ?? 'no reason given')
    }`
  )
  const [first = '', ...rest] = VERDICT_WORDS[apart]
  return lines.length === 0 ? '' : [`${first.toUpperCase()}${rest.join('')}:`, ...lines].join('\n')
}

function countsText(result: SuiteResult, color: boolean): string {
  const { scenarios, engine, runtime } = result
  const about = `engine ${
    visibleLine(`${engine.name} ${engine.version}`)
  }, ${runtime.name} ${runtime.version}`
  if (scenarios.length === 0) return `No scenario was run (${about})`
  const rounds = scenarios.reduce((sum, scenario) => sum + scenario.rounds.length, 0)
  const counts = [...VERDICTS].reverse().flatMap((verdict) => countOf(scenarios, verdict, color))
  return [
    `${countedScenarios(scenarios)}${result.filtered ? ' (filtered)' : ''}: ${counts.join(', ')}`,
    `${counted(rounds, 'sync')} · ${about}`,
    ...snapshotLines(result),
    paint(`Trace hash ${result.traceHash}`, color, 'dim'),
  ].join('\n')
}

function snapshotLines({ snapshots, snapshotsNotChecked }: SuiteResult): readonly string[] {
  if (snapshotsNotChecked !== undefined) return [`Snapshots not checked: ${visibleLine(snapshotsNotChecked)}`]
  if (snapshots === undefined) return []
  const { checked, written, changed, removed, obsolete } = snapshots
  const done = [
    ...(written > 0 ? [`${formatCount(written)} written`] : []),
    ...(changed > 0 ? [`${formatCount(changed)} changed`] : []),
    ...(removed > 0 ? [`${formatCount(removed)} removed`] : []),
    ...(obsolete.length > 0
      ? [`${formatCount(obsolete.length)} obsolete: ${visibleLine(obsolete.join(', '))}`]
      : []),
  ]
  return [`${counted(checked, 'snapshot')} checked${done.map((word) => `, ${word}`).join('')}`]
}

function countOf(scenarios: readonly ScenarioResult[], verdict: Verdict, color: boolean): readonly string[] {
  const count = scenarios.filter((scenario) => scenario.verdict === verdict).length
  if (count === 0) return []
  return [paint(`${formatCount(count)} ${VERDICT_WORDS[verdict]}`, color, VERDICT_STYLES[verdict])]
}

function troubleText(scenario: ScenarioResult, options: Required<SummaryOptions>): string {
  const { color, command } = options
  const story = storyOf(scenario, { command })
  const { verdict } = story
  return [
    paint(`${VERDICT_SIGNS[verdict]} ${visibleLine(story.id)}`, color, 'bold', 'red'),
    `  ${visible(story.title)}`,
    ...(story.reason === '' ? [] : [`  ${visible(story.reason)}`]),
    ...failureTexts(story.failures, color).map((failure) => indent(failure, 2)),
    `  ${paint('run it again:', color, 'dim')} ${visibleLine(story.rerun)}`,
  ].join('\n')
}
