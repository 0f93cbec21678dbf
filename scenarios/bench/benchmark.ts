/** What a benchmark is, what it is given, and what comes out of it. */

import { median, quantile } from './statistics.ts'

/** What a benchmark is given: nothing here reads a clock or the heap itself. */
export interface Lab {
  /** Milliseconds from any moment on. */
  readonly stopwatch: () => number
  /** Bytes that are still in use after everything else was thrown away; or why that cannot be known. */
  readonly heap: (() => number) | NotMeasured
  /** Sizes and rounds are multiplied by this; below 1 nothing is measured, it only shows that all works. Default 1. */
  readonly scale?: number
}

/** A count of a benchmark, at the scale of the lab; at least 1. */
export function scaled(lab: Lab, count: number): number {
  return Math.max(1, Math.round(count * (lab.scale ?? 1)))
}

/** Why something was not measured. */
export interface NotMeasured {
  readonly missing: string
}

/** What a reading may be at most, or must be at least. */
export type Limit = { readonly atMost: number } | { readonly atLeast: number }

/** One number a benchmark finds out. */
export interface Gauge {
  /** A name no other gauge has. */
  readonly name: string
  /** Microseconds or milliseconds, a ratio, bytes, or how many a second. */
  readonly unit: 'µs' | 'ms' | '×' | 'bytes' | '/s'
  /** What is measured, and for a ratio against what. */
  readonly what: string
  /** True for the few numbers that stand for the whole: the `ratios` of the JSON. */
  readonly headline?: boolean
  readonly limit?: Limit
}

/** Something that is measured. */
export interface Benchmark {
  readonly name: string
  readonly summary: string
  /** All that it finds out. */
  readonly gauges: readonly Gauge[]
  /** Measures, and gives each gauge its values, one a round. */
  readonly run: (lab: Lab, tellSlowest: TellSlowest) => Samples | Promise<Samples>
}

/** Takes what took longest of all that was measured, the slowest first. */
export type TellSlowest = (slowest: readonly Slow[]) => void

/** Something that took its time. */
export interface Slow {
  readonly name: string
  readonly milliseconds: number
}

/** The values of each gauge, one a round, by the gauge's name. */
export type Samples = Readonly<Record<string, readonly number[] | NotMeasured>>

/** A gauge, read. Numbers are rounded to four digits. */
export interface Reading {
  readonly gauge: Gauge
  /** The median of the rounds. */
  readonly value: number
  /** Lower and upper quartile of the rounds. */
  readonly spread: readonly [number, number]
  /** False where the value is beyond the limit. */
  readonly ok: boolean
}

/** A gauge that could not be read. */
export interface Unread extends NotMeasured {
  readonly gauge: Gauge
}

/** What a benchmark found out, in the order of its gauges. */
export interface BenchmarkResult {
  readonly benchmark: Benchmark
  readonly readings: readonly Reading[]
  readonly unread: readonly Unread[]
  /** Empty for most. */
  readonly slowest: readonly Slow[]
}

/**
 * Runs a benchmark and reads its gauges.
 *
 * @throws {RangeError} if the benchmark gives a gauge no value.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { runBenchmark } from './benchmark.ts'
 *
 * const { readings } = await runBenchmark({
 *   name: 'doubling',
 *   summary: 'How much longer twice the work takes',
 *   gauges: [{ name: 'growth', unit: '×', what: 'two ÷ one', limit: { atMost: 3 } }],
 *   run: () => ({ growth: [2, 2.5, 9] }),
 * }, { stopwatch: () => 0, heap: { missing: 'not asked for' } })
 * assert.equal(readings[0]?.value, 2.5)
 * assert.equal(readings[0]?.ok, true)
 * ```
 */
export async function runBenchmark(benchmark: Benchmark, lab: Lab): Promise<BenchmarkResult> {
  let slowest: readonly Slow[] = []
  const samples = await benchmark.run(lab, (told) => slowest = told)
  const readings: Reading[] = []
  const unread: Unread[] = []
  for (const gauge of benchmark.gauges) {
    const sample = samples[gauge.name]
    if (sample === undefined) throw new RangeError(`"${benchmark.name}" gives no value for "${gauge.name}"`)
    if ('missing' in sample) unread.push({ gauge, missing: sample.missing })
    else readings.push(readingOf(gauge, sample))
  }
  return { benchmark, readings, unread, slowest }
}

function readingOf(gauge: Gauge, sample: readonly number[]): Reading {
  const value = rounded(median(sample))
  const spread = [rounded(quantile(sample, 0.25)), rounded(quantile(sample, 0.75))] as const
  return { gauge, value, spread, ok: gauge.limit === undefined || isWithin(gauge.limit, value) }
}

function isWithin(limit: Limit, value: number): boolean {
  return 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast
}

/** More digits would claim what no clock can tell. */
function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
