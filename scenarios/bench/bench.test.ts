/** The benchmarks themselves, small: that they do what they say, not how fast. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Benchmark, type Lab, runBenchmark, scaled } from './benchmark.ts'
import { BENCHMARKS } from './benchmarks.ts'
import { forkAndWrite, volumeOf, worldOf } from './forking.ts'
import { KIBIBYTE, layFiles } from './layout.ts'
import { buildOnLinks, buildOnMemfs, buildOnVolume, walkLinks, walkMemfs, walkVolume } from './trees.ts'

/** A lab whose clock goes on by a millisecond at every look, and whose heap grows by a megabyte. */
function smallLab(): Lab {
  let [now, kept] = [0, 0]
  return { stopwatch: () => now++, heap: () => kept += 1 << 20, scale: 0.002 }
}

function withSample(
  sample: readonly number[],
  limit?: { readonly atMost: number } | { readonly atLeast: number },
): Benchmark {
  const gauge = {
    name: 'made',
    unit: '×',
    what: 'made up',
    ...(limit === undefined ? {} : { limit }),
  } as const
  return { name: 'made', summary: 'Made up', gauges: [gauge], run: () => ({ made: sample }) }
}

test('every benchmark gives each of its gauges a value', async () => {
  for (const benchmark of BENCHMARKS) {
    const { readings, unread } = await runBenchmark(benchmark, smallLab())
    assert.equal(readings.map(({ gauge }) => gauge), benchmark.gauges, benchmark.name)
    for (const { gauge, value } of readings) assert.ok(value > 0, `${gauge.name} is ${value}`)
    assert.is(unread.length, 0)
  }
})

test('no two gauges share a name, and the headlines are those the project is held to', () => {
  const gauges = BENCHMARKS.flatMap((benchmark) => benchmark.gauges)
  assert.is(new Set(gauges.map(({ name }) => name)).size, gauges.length)
  const headlines = gauges.filter(({ headline }) => headline === true).map(({ name }) => name)
  assert.equal(headlines.sort(), [
    'forkGrowth',
    'forkLarge',
    'forkSmall',
    'growthVsWalk',
    'initialVsBuild',
    'memoryVsMemfs',
    'noChangeVsWalk',
    'noChangeVsWalkLarge',
    'volumeVsFs',
    'volumeVsLinks',
  ])
  const limits = new Map(gauges.map(({ name, limit }) => [name, limit]))
  assert.equal(limits.get('forkGrowth'), { atMost: 8 })
  assert.equal(limits.get('volumeVsLinks'), { atMost: 2 })
  assert.equal(limits.get('volumeVsFs'), { atLeast: 3 })
  assert.equal(limits.get('memoryVsMemfs'), { atMost: 1.6 })
  assert.equal(limits.get('writeGrowth'), { atMost: 3 })
  assert.equal(limits.get('noChangeVsWalk'), { atMost: 2.5 })
  assert.equal(limits.get('noChangeVsWalkLarge'), { atMost: 2.5 })
  assert.equal(limits.get('growthVsWalk'), { atMost: 1.5 })
  assert.equal(limits.get('initialVsBuild'), { atMost: 3 })
})

test('where memory cannot be measured, the reason stands for every number of it', async () => {
  const memory = BENCHMARKS.filter(({ name }) => name === 'memory')
  const unmeasured = { ...smallLab(), heap: { missing: 'no scales' } }
  const results = await Promise.all(memory.map((benchmark) => runBenchmark(benchmark, unmeasured)))
  assert.equal(results.map(({ readings }) => readings.length), [0])
  assert.equal(results[0]?.unread.map(({ gauge, missing }) => `${gauge.name}: ${missing}`), [
    'memoryVsMemfs: no scales',
    'memoryVolume: no scales',
    'memoryMemfs: no scales',
    'forkKept: no scales',
  ])
})

test('a reading is the rounded median with its quartiles, judged by its limit', async () => {
  const read = async (...args: Parameters<typeof withSample>): Promise<unknown> => {
    const { value, spread, ok } = (await runBenchmark(withSample(...args), smallLab())).readings[0] ?? {}
    return [value, spread, ok]
  }
  assert.equal(await read([3, 1.23456, 9, 2, 2.5]), [2.5, [2, 3], true])
  assert.equal(await read([1.23456]), [1.235, [1.235, 1.235], true])
  assert.equal(await read([8.0001], { atMost: 8 }), [8, [8, 8], true])
  assert.equal(await read([8.01], { atMost: 8 }), [8.01, [8.01, 8.01], false])
  assert.equal(await read([3], { atLeast: 3 }), [3, [3, 3], true])
  assert.equal(await read([2.99], { atLeast: 3 }), [2.99, [2.99, 2.99], false])
  const silent = runBenchmark({ ...withSample([1]), run: () => ({}) }, smallLab())
  assert.match(await silent.then(() => 'no error', String), /no value for "made"/)
})

test('counts shrink with the scale, never to nothing', () => {
  assert.is(scaled(smallLab(), 10_000), 20)
  assert.is(scaled(smallLab(), 20), 1)
  assert.is(scaled({ ...smallLab(), scale: 1 }, 20), 20)
})

test('files are laid directory by directory, the last one with what is left', () => {
  const laid: string[] = []
  layFiles({ files: 5, perDirectory: 2 }, {
    directory: (name) => name,
    file: (directory, name) => laid.push(`${directory}/${name}`),
  })
  assert.equal(laid, [
    'd00000/f00000.txt',
    'd00000/f00001.txt',
    'd00001/f00000.txt',
    'd00001/f00001.txt',
    'd00002/f00000.txt',
  ])
})

test('volume, links and fs functions build the same tree, and a walk sees all of it', () => {
  const layout = { files: 25, perDirectory: 10 }
  const walks = [
    walkVolume(buildOnVolume(layout)),
    walkLinks(buildOnLinks(layout)),
    walkMemfs(buildOnMemfs(layout)),
  ]
  const paths = walks.map(({ text }) =>
    text.split('\n').map((line) =>
      line.replaceAll('\\', '/').replace(/^\/+/, '').replace(/ \d+(?:\.\d+)?$/, '')
    )
  )
  for (const [index, { units, bytes }] of walks.entries()) {
    assert.equal([units, bytes], [25, 25 * 1024])
    assert.equal(paths[index], paths[0])
  }
  assert.is(paths[0]?.[24], 'd00002/f00004.txt 1024')
})

test('every side has its own copy of the bytes', () => {
  const layout = { files: 1, perDirectory: 1 }
  const onVolume = buildOnVolume(layout).contentOf(['d00000', 'f00000.txt'])?.bytes()
  const onLinks = buildOnLinks(layout).root.getChild('d00000')?.getChild('f00000.txt')?.getNode().buf
  const onMemfs = buildOnMemfs(layout).readFileSync('/d00000/f00000.txt')
  for (const bytes of [onVolume, onLinks, onMemfs]) {
    assert.ok(bytes instanceof Uint8Array)
    assert.equal([...bytes], [...KIBIBYTE])
    assert.is.not(bytes.buffer, KIBIBYTE.buffer)
  }
})

test('a fork is written, and its world is not', () => {
  const layout = { files: 4, perDirectory: 2 }
  const world = worldOf(layout)
  const written: string[] = []
  const fork = world.fork.bind(world)
  world.fork = () => {
    const made = fork()
    volumeOf(made).listen((effect) => written.push(`${effect.effect} ${effect.path}`))
    return made
  }
  const before = walkVolume(volumeOf(world)).text
  assert.equal(forkAndWrite(world, layout, 5), { units: 5, bytes: 5 * 1024 })
  assert.is(walkVolume(volumeOf(world)).text, before)
  assert.equal(written.map((effect) => effect.slice(String.raw`put \\hq\docs`.length)), [
    String.raw`\d00000\f00000.txt`,
    String.raw`\d00000\f00001.txt`,
    String.raw`\d00001\f00000.txt`,
    String.raw`\d00001\f00001.txt`,
    String.raw`\d00000\f00000.txt`,
  ])
})

test.run()
