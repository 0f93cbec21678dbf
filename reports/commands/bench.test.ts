/** `csclab bench` on made-up benchmarks: what it says, to whom, and with which exit code. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Benchmark } from '../../scenarios/bench/mod.ts'
import { createBenchCommand } from './bench.ts'
import { parseInvocation } from './command.ts'
import { main } from './main.ts'

interface Told {
  readonly code: number
  readonly out: string
}

const SPEED: Benchmark = {
  name: 'speed',
  summary: 'How fast it goes',
  gauges: [
    { name: 'speedRatio', unit: '×', what: 'this ÷ that', headline: true, limit: { atMost: 2 } },
    { name: 'speedTime', unit: 'µs', what: 'this', headline: true },
  ],
  run: ({ stopwatch }) => ({ speedRatio: [1.5, 1.75, 9], speedTime: [stopwatch(), 1234.5, 2000] }),
}

const SIZE: Benchmark = {
  name: 'size',
  summary: 'How large it is',
  gauges: [
    { name: 'sizeRatio', unit: '×', what: 'this ÷ that', headline: true, limit: { atLeast: 3 } },
    { name: 'sizeBytes', unit: 'bytes', what: 'this' },
  ],
  run: ({ heap }, tellSlowest) => {
    tellSlowest([{ name: 'big', milliseconds: 12.345 }, { name: 'small', milliseconds: 1 }])
    return typeof heap === 'function'
      ? { sizeRatio: [heap()], sizeBytes: [4096] }
      : { sizeRatio: heap, sizeBytes: [4096] }
  },
}

async function bench(kept: (() => number) | string, ...args: readonly string[]): Promise<Told> {
  let out = ''
  const heap = typeof kept === 'string' ? { missing: kept } : kept
  const command = createBenchCommand({
    load: () => Promise.resolve([SPEED, SIZE]),
    lab: () => ({ stopwatch: () => 1, heap }),
  })
  const output = {
    write: (text: string) => out += text,
    error: () => assert.unreachable('nothing is an error'),
  }
  const code = await command.run(parseInvocation(command, args, output))
  return { code, out }
}

test('what took longest is told below the numbers, and in the JSON', async () => {
  const { out } = await bench(() => 4)
  assert.match(out, /\n {2}The slowest:\n {5}12\.3 ms {2}big\n {8}1 ms {2}small\n/)
  assert.is(out.match(/The slowest/g)?.length, 1)
  const json: unknown = JSON.parse((await bench(() => 4, 'size', '--json')).out)
  assert.match(JSON.stringify(json), /"slowest":\[\{"name":"big","milliseconds":12\.345\},/)
})

test('every number is a line with its quartiles, its limit and whether it holds', async () => {
  const { code, out } = await bench(() => 4)
  assert.is(code, 0)
  assert.match(out, /^Benchmarks on (?:node|deno) \d+\./)
  assert.match(
    out,
    /\nHow fast it goes\n {2}speedRatio +1\.75 × +1\.63 – 5\.38 +at most 2 +ok +this ÷ that\n/,
  )
  assert.match(out, /\n {2}speedTime +1235 µs +618 – 1617 +this\n/)
  assert.match(
    out,
    /\nHow large it is\n {2}sizeRatio +4 × +at least 3 +ok +this ÷ that\n {2}sizeBytes +4096 B +this\n/,
  )
  assert.match(out, /\n2 of 2 within their limits\n$/)
})

test('a ratio beyond its limit is named, and ends with exit code 1', async () => {
  const { code, out } = await bench(() => 2.5)
  assert.is(code, 1)
  assert.match(out, /\n {2}sizeRatio +2\.5 × +at least 3 +OVER /)
  assert.match(out, /\n1 of 2 beyond their limits: sizeRatio\n$/)
  assert.is((await bench(() => 2.5, '--json')).code, 1)
})

test('what cannot be measured is told with the reason, and breaks no limit', async () => {
  const { code, out } = await bench('no scales')
  assert.is(code, 0)
  assert.match(out, /\n {2}sizeRatio: not measured, no scales\n/)
  assert.match(out, /\n1 of 1 within their limits\n$/)
  const json: unknown = JSON.parse((await bench('no scales', '--json')).out)
  assert.match(JSON.stringify(json), /"ratios":\{"speedRatio":1\.75,"speedTime":1235\}/)
  assert.match(JSON.stringify(json), /"notMeasured":\{"sizeRatio":"no scales"\}/)
})

test('JSON has the headlines as ratios, and what has a unit as figures', async () => {
  const { code, out } = await bench(() => 2.5, '--json')
  assert.is(code, 1)
  const { runtime, ...rest } = JSON.parse(out)
  assert.match(JSON.stringify(runtime), /^\{"name":"(?:node|deno)","version":"\d+\./)
  assert.equal(rest, {
    schemaVersion: 1,
    ratios: { speedRatio: 1.75, speedTime: 1235, sizeRatio: 2.5 },
    figures: { speedTime: 1235, sizeBytes: 4096 },
    limits: { speedRatio: { atMost: 2 }, sizeRatio: { atLeast: 3 } },
    spreads: {
      speedRatio: [1.625, 5.375],
      speedTime: [617.8, 1617],
      sizeRatio: [2.5, 2.5],
      sizeBytes: [4096, 4096],
    },
    units: { speedRatio: '×', speedTime: 'µs', sizeRatio: '×', sizeBytes: 'bytes' },
    slowest: [{ name: 'big', milliseconds: 12.345 }, { name: 'small', milliseconds: 1 }],
    over: ['sizeRatio'],
    notMeasured: {},
  })
})

test('a filter is part of the name of a benchmark or of one of its numbers; case does not matter', async () => {
  assert.not.match((await bench(() => 4, 'speed')).out, /sizeRatio/)
  assert.not.match((await bench(() => 4, 'SIZEB')).out, /speedRatio/)
  assert.match((await bench(() => 4, 'SIZEB')).out, /sizeRatio/)
  assert.match((await bench(() => 4, 'size', 'speedTime')).out, /speedRatio[\s\S]*sizeRatio/)
})

test('a filter that matches nothing measures nothing: exit code 2 and the nearest name', async () => {
  let error = ''
  const out = {
    write: () => assert.unreachable('nothing is measured'),
    error: (text: string) => error += text,
  }
  assert.is(await main(['bench', 'fork', 'volumeVsLnks'], out), 2)
  assert.is(error, 'csclab: No benchmark has "volumeVsLnks" in a name\n  Did you mean "volumeVsLinks"?\n')
  error = ''
  assert.is(await main(['bench', 'teleportation'], out), 2)
  assert.match(
    error,
    /There are volume-vs-links, volume-vs-fs, fork, writing, host, no-change, initial, suite, sweeping, memory\n$/,
  )
})

test('the help says how to read the numbers', async () => {
  let told = ''
  const out = { write: (text: string) => told += text, error: (text: string) => told += text }
  assert.is(await main(['bench', '--help'], out), 0)
  assert.match(told, /^csclab bench \[part of a NAME …\]\n/)
  assert.match(told, /--json/)
  assert.match(told, /median[\s\S]*quartile[\s\S]*Exit code 1/)
})

test.run()
