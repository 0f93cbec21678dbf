/** What the benchmarks found out, for people and for programs. */

import type { BenchmarkResult, Gauge, Limit, Reading, Slow } from '../../scenarios/bench/mod.ts'
import { paint } from '../paint.ts'

/** The result of `csclab bench --json`. */
export interface BenchFile {
  readonly schemaVersion: 1
  readonly runtime: { readonly name: string; readonly version: string }
  /** The few numbers that stand for the whole: ratios, and microseconds where `units` says so. */
  readonly ratios: Readonly<Record<string, number>>
  /** Times, bytes or how many a second, as `units` says; they differ from machine to machine. */
  readonly figures: Readonly<Record<string, number>>
  readonly limits: Readonly<Record<string, Limit>>
  /** Lower and upper quartile of the rounds. */
  readonly spreads: Readonly<Record<string, readonly [number, number]>>
  readonly units: Readonly<Record<string, Gauge['unit']>>
  /** What took longest, the slowest first, in milliseconds, where a benchmark tells it. */
  readonly slowest: readonly Slow[]
  /** Names of what is beyond its limit. */
  readonly over: readonly string[]
  /** Why something has no number. */
  readonly notMeasured: Readonly<Record<string, string>>
}

/** Joins the results of benchmarks into one value. */
export function benchFile(results: readonly BenchmarkResult[], runtime: BenchFile['runtime']): BenchFile {
  const readings = results.flatMap((result) => result.readings)
  const unread = results.flatMap((result) => result.unread)
  const values = (of: (gauge: Gauge) => boolean): Readonly<Record<string, number>> =>
    Object.fromEntries(
      readings.filter(({ gauge }) => of(gauge)).map(({ gauge, value }) => [gauge.name, value]),
    )
  return {
    schemaVersion: 1,
    runtime,
    ratios: values(({ headline }) => headline === true),
    figures: values(({ unit }) => unit !== '×'),
    limits: Object.fromEntries(
      [...readings, ...unread].flatMap(({ gauge: { name, limit } }) =>
        limit === undefined ? [] : [[name, limit]]
      ),
    ),
    spreads: Object.fromEntries(readings.map(({ gauge, spread }) => [gauge.name, spread])),
    units: Object.fromEntries(readings.map(({ gauge }) => [gauge.name, gauge.unit])),
    slowest: results.flatMap(({ slowest }) => slowest),
    over: namesOver(results),
    notMeasured: Object.fromEntries(unread.map(({ gauge, missing }) => [gauge.name, missing])),
  }
}

/** Names of the gauges that are beyond their limits. */
export function namesOver(results: readonly BenchmarkResult[]): readonly string[] {
  return results.flatMap(({ readings }) => readings.filter(({ ok }) => !ok).map(({ gauge }) => gauge.name))
}

/** What comes before the first benchmark. */
export function benchHeader(runtime: BenchFile['runtime'], color: boolean): string {
  const columns = row(['name', 'median', 'quartiles', 'limit', '', 'what'])
  return `Benchmarks on ${runtime.name} ${runtime.version}\n\n${paint(columns, color, 'dim')}\n`
}

/** One benchmark: its summary and a line for each number. */
export function benchText({ benchmark, readings, unread, slowest }: BenchmarkResult, color: boolean): string {
  const lines = readings.map((reading) => {
    const { gauge, spread: [lower, upper], ok } = reading
    const mark = gauge.limit === undefined ? '' : ok ? 'ok' : 'OVER'
    const quartiles = lower === upper ? '' : `${digits(lower)} – ${digits(upper)}`
    const limit = gauge.limit === undefined ? '' : limitText(gauge.limit)
    const line = row([gauge.name, valueText(reading), quartiles, limit, mark, gauge.what])
    return gauge.limit === undefined ? line : paint(line, color, ok ? 'green' : 'red')
  })
  const missing = unread.map(({ gauge, missing }) => `  ${gauge.name}: not measured, ${missing}`)
  const longest = slowest.map(({ name, milliseconds }) => `  ${digits(milliseconds).padStart(7)} ms  ${name}`)
  const told = longest.length === 0 ? [] : [paint('  The slowest:', color, 'dim'), ...longest]
  return `\n${paint(benchmark.summary, color, 'bold')}\n${[...lines, ...missing, ...told].join('\n')}\n`
}

/** What comes behind the last benchmark. */
export function benchFooter(results: readonly BenchmarkResult[], color: boolean): string {
  const over = namesOver(results)
  const limited = results.flatMap(({ readings }) => readings).filter(({ gauge }) => gauge.limit !== undefined)
  const text = over.length === 0
    ? `${limited.length} of ${limited.length} within their limits`
    : `${over.length} of ${limited.length} beyond their limits: ${over.join(', ')}`
  return `\n${paint(text, color, over.length === 0 ? 'green' : 'red')}\n`
}

const WIDTHS = [18, 11, 17, 13, 6]

function row(cells: readonly string[]): string {
  return `  ${cells.map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0)).join('')}`.trimEnd()
}

function valueText({ gauge, value }: Reading): string {
  return `${digits(value)} ${gauge.unit === 'bytes' ? 'B' : gauge.unit}`
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)))
}

function limitText(limit: Limit): string {
  return 'atMost' in limit ? `at most ${limit.atMost}` : `at least ${limit.atLeast}`
}
