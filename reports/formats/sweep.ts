/** What a sweep found out, for people and for programs. */

import type { SweepFailure, SweepResult } from '../../scenarios/explore/mod.ts'
import { indent } from '../failure-text.ts'
import { paint } from '../paint.ts'
import { counted } from '../visible.ts'

/** The result of `csclab sweep --json`. */
export interface SweepFile {
  readonly schemaVersion: 1
  readonly engine: string
  readonly kinds: readonly string[]
  readonly scenarios: number
  readonly syncs: number
  /** Points: calls in which one thing went otherwise. */
  readonly runs: number
  /** Worlds that were recovered and judged; the other points led to one of them. */
  readonly judged: number
  /** Points at which something is wrong. */
  readonly violations: number
  /** One for all points of a call that leave the same world and fail in the same way. */
  readonly failures: readonly {
    readonly scenario: string
    readonly round: number
    readonly kind: string
    readonly address: string
    readonly words: string
    readonly points: number
    readonly found: SweepFailure['findings']
    /** The file that `csclab replay` takes; left out when none was written. */
    readonly file?: string
  }[]
  /** What could not be swept, and why. */
  readonly left: SweepResult['left']
}

/** A failure with its file. */
export interface FiledFailure {
  readonly failure: SweepFailure
  readonly file: string | undefined
}

/** The result as plain data; nothing in it differs from run to run. */
export function sweepFile(
  result: SweepResult,
  filed: readonly FiledFailure[],
  { engine, kinds }: Pick<SweepFile, 'engine' | 'kinds'>,
): SweepFile {
  const { scenarios, syncs, runs, judged, violations, left } = result
  return {
    schemaVersion: 1,
    engine,
    kinds,
    scenarios,
    syncs,
    runs,
    judged,
    violations,
    failures: filed.map(({ failure: { named, round, point, points, findings }, file }) => ({
      scenario: named.id,
      round,
      kind: point.kind,
      address: point.address,
      words: point.words,
      points,
      found: findings,
      ...(file === undefined ? {} : { file }),
    })),
    left,
  }
}

interface Style {
  readonly color: boolean
  readonly seconds: number
  /** The command that plays a file again. */
  readonly again: (file: string) => string
}

/** The result for the terminal: failures, what could not be swept, and the numbers. */
export function sweepText(
  result: SweepResult,
  filed: readonly FiledFailure[],
  style: Style,
): string {
  const { color, seconds } = style
  const { scenarios, syncs, runs, judged, violations, left } = result
  const speed = seconds > 0 ? `, ${Math.round(runs / seconds)} points a second` : ''
  const verdict = violations === 0
    ? paint('no violation', color, 'green')
    : paint(`${counted(violations, 'violation')} in ${counted(filed.length, 'failure')}`, color, 'red')
  return [
    ...filed.map((one) => failureText(one, style)),
    ...left.map(({ id, reason }) => `${paint('not swept:', color, 'dim')} ${id}: ${reason}\n`),
    `${counted(scenarios, 'scenario')}, ${counted(syncs, 'call')}: ${counted(runs, 'point')}, ` +
    `${counted(judged, 'world')} judged, ${verdict}\n`,
    `${seconds.toFixed(1)} s${speed}\n`,
  ].join('')
}

function failureText({ failure, file }: FiledFailure, { color, again }: Style): string {
  const { named, point, points, findings } = failure
  const more = points === 1 ? '' : ` (and at ${counted(points - 1, 'other point')})`
  return [
    `${paint('✗', color, 'red')} ${named.id}`,
    `  ${point.address}`,
    `  ${point.kind}: ${point.words}${more}`,
    ...findings.map(({ check, message, ids }) =>
      indent(`${check}: ${message}${ids.length === 0 ? '' : ` [${ids.join(', ')}]`}`, 4)
    ),
    ...(file === undefined ? [] : [`  ${paint('Play it again:', color, 'dim')} ${again(file)}`]),
    '',
    '',
  ].join('\n')
}
