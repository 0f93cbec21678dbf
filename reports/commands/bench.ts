/** `csclab bench`: measures how fast csclab is, and checks that against limits. */

import { didYouMean } from '../../scenarios/mod.ts'
import type { Benchmark, BenchmarkResult, Lab } from '../../scenarios/bench/mod.ts'
import { runtime, wantsColor } from '../environment.ts'
import { benchFile, benchFooter, benchHeader, benchText, namesOver } from '../formats/bench.ts'
import { heapMeter } from '../heap.ts'
import { type Command, type Invocation, isSet, usage } from './command.ts'

/** What the command measures, and with what. */
export interface BenchParts {
  readonly load: () => Promise<readonly Benchmark[]>
  readonly lab: () => Lab
}

/** The command, with other benchmarks or instruments than its own in tests. */
export function createBenchCommand(parts: BenchParts): Command {
  return {
    name: 'bench',
    summary: 'Measures csclab: ratios of two ways to do the same work, and their limits.',
    usage: '[part of a NAME …]',
    options: [{ name: 'json', help: 'print the numbers as JSON, and nothing else' }],
    notes: [
      'Each ratio is measured in one process: its two sides take turns, in changing order, and what counts is the median of',
      'the ratios of all rounds, with its lower and upper quartile. So a slow or busy machine moves the times (µs) and hardly',
      'the ratios, and only ratios have limits. Exit code 1: a ratio is beyond its limit. All of it takes some minutes.',
    ],
    examples: ['csclab bench', 'csclab bench fork', 'csclab bench volumeVsLinks --json'],
    run: (invocation) => bench(invocation, parts),
  }
}

/** The command. */
export const benchCommand: Command = createBenchCommand({
  // Not before it is needed: the benchmarks load all of memfs.
  load: async () => (await import('../../scenarios/bench/mod.ts')).BENCHMARKS,
  lab: () => ({ stopwatch: () => performance.now(), heap: heapMeter() }),
})

async function bench(invocation: Invocation, parts: BenchParts): Promise<number> {
  const { out } = invocation
  const { runBenchmark } = await import('../../scenarios/bench/mod.ts')
  const chosen = select(await parts.load(), invocation.positionals)
  const json = isSet(invocation, 'json')
  const color = wantsColor()
  const lab = parts.lab()
  const results: BenchmarkResult[] = []
  if (!json) out.write(benchHeader(runtime(), color))
  for (const benchmark of chosen) {
    const result = await runBenchmark(benchmark, lab)
    results.push(result)
    if (!json) out.write(benchText(result, color))
  }
  out.write(
    json ? `${JSON.stringify(benchFile(results, runtime()), undefined, 2)}\n` : benchFooter(results, color),
  )
  return namesOver(results).length === 0 ? 0 : 1
}

/** The benchmarks that have a filter in their name or in that of one of their numbers; all when there is no filter. */
function select(benchmarks: readonly Benchmark[], filters: readonly string[]): readonly Benchmark[] {
  const namesOf = (
    { name, gauges }: Benchmark,
  ): readonly string[] => [name, ...gauges.map((gauge) => gauge.name)]
  const has = (benchmark: Benchmark, filter: string): boolean =>
    namesOf(benchmark).some((name) => name.toLowerCase().includes(filter.toLowerCase()))
  for (const filter of filters) {
    if (benchmarks.some((benchmark) => has(benchmark, filter))) continue
    const names = benchmarks.flatMap(namesOf)
    const near = didYouMean(filter, names) ??
      `There are ${benchmarks.map(({ name }) => name).join(', ')}`
    throw usage(`No benchmark has "${filter}" in a name`, near)
  }
  return filters.length === 0
    ? benchmarks
    : benchmarks.filter((benchmark) => filters.some((filter) => has(benchmark, filter)))
}
