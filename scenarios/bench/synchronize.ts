/** What a call of `Synchronize` costs: one with nothing to do, against a bare walk of the two trees; and a first one. */

import { createEngine, RULES } from '../../engine/mod.ts'
import { KIBIBYTE, type Layout } from './layout.ts'
import { type Benchmark, type Lab, scaled } from './benchmark.ts'
import { type Contender, race } from './race.ts'
import { syncedWorld, synchronizeOnce, uncachedWorld, walkBoth } from './sync-worlds.ts'
import { buildByProgram, buildOnLinks } from './trees.ts'

const PER_DIRECTORY = 100

/** Synchronizing with nothing to do, small and large. */
export const noChange: Benchmark = {
  name: 'no-change',
  summary:
    'Synchronize a share in which nothing has changed, against walking two trees of bare links side by side',
  gauges: [
    {
      name: 'noChangeVsWalk',
      unit: '×',
      what: '10,000 files: call ÷ walk',
      headline: true,
      limit: { atMost: 2.5 },
    },
    {
      name: 'noChangeVsWalkLarge',
      unit: '×',
      what: '100,000 files: call ÷ walk',
      headline: true,
      limit: { atMost: 2.5 },
    },
    {
      name: 'growthVsWalk',
      unit: '×',
      what: 'growth from 10,000 to 100,000 files: call ÷ walk',
      headline: true,
      limit: { atMost: 1.5 },
    },
    { name: 'noChangePerFile', unit: 'µs', what: 'one unchanged file of 10,000' },
    { name: 'noChangeFirst', unit: 'µs', what: 'the same, by an engine that never saw the listings before' },
    { name: 'walkPerFile', unit: 'µs', what: 'one file of the walk' },
  ],
  run: (lab) => {
    const small = contendersOf(lab, 10_000)
    const large = contendersOf(lab, 100_000)
    const first = firstLook(lab, 10_000)
    const all = [small.call, first, small.walk, large.call, large.walk]
    const told = race(all, { stopwatch: lab.stopwatch, rounds: scaled(lab, 6), warmUp: scaled(lab, 2) })
    const callGrowth = told.ratios(large.call, small.call)
    const walkGrowth = told.ratios(large.walk, small.walk)
    return {
      noChangeVsWalk: told.ratios(small.call, small.walk),
      noChangeVsWalkLarge: told.ratios(large.call, large.walk),
      growthVsWalk: callGrowth.map((growth, round) => growth / (walkGrowth[round] ?? NaN)),
      noChangePerFile: told.times(small.call),
      noChangeFirst: told.times(first),
      walkPerFile: told.times(small.walk),
    }
  },
}

function contendersOf(lab: Lab, files: number): { readonly call: Contender; readonly walk: Contender } {
  const layout = layoutOf(lab, files)
  const world = syncedWorld(layout)
  const [server, cache] = [buildOnLinks(layout), buildOnLinks(layout)]
  const seen = { units: layout.files, bytes: layout.files * KIBIBYTE.length }
  return {
    call: {
      name: `call, ${files} files`,
      run: () => {
        synchronizeOnce(world)
        return seen
      },
    },
    walk: { name: `walk, ${files} files`, run: () => walkBoth(server, cache) },
  }
}

/** A call by a new engine on a world of its own: nothing is known of its listings from another call. */
function firstLook(lab: Lab, files: number): Contender {
  const layout = layoutOf(lab, files)
  const world = syncedWorld(layout)
  return {
    name: `first look, ${files} files`,
    run: () => {
      synchronizeOnce(world, createEngine({ rules: { ...RULES } }))
      return { units: layout.files, bytes: layout.files * KIBIBYTE.length }
    },
  }
}

/** The first synchronization of a share. */
export const initial: Benchmark = {
  name: 'initial',
  summary:
    'Synchronize a share of 10,000 files of 1 KiB for the first time, against building that tree on a volume',
  gauges: [
    { name: 'initialVsBuild', unit: '×', what: 'call ÷ building', headline: true, limit: { atMost: 3 } },
    { name: 'initialPerItem', unit: 'µs', what: 'one item fetched' },
    { name: 'initialPerEvent', unit: 'µs', what: 'one event of the call' },
    { name: 'buildPerFile', unit: 'µs', what: 'one file built' },
  ],
  run: (lab) => {
    const layout = layoutOf(lab, 10_000)
    const world = uncachedWorld(layout)
    const seen = { units: layout.files, bytes: layout.files * KIBIBYTE.length }
    let events = 1
    const call: Contender = {
      name: 'first call',
      run: () => {
        events = synchronizeOnce(world.fork()).events
        return seen
      },
    }
    const build: Contender = { name: 'building', run: () => buildByProgram(layout) }
    const told = race([call, build], { stopwatch: lab.stopwatch, rounds: scaled(lab, 6), warmUp: 1 })
    return {
      initialVsBuild: told.ratios(call, build),
      initialPerItem: told.times(call),
      initialPerEvent: told.times(call).map((time) => time * layout.files / events),
      buildPerFile: told.times(build),
    }
  },
}

function layoutOf(lab: Lab, files: number): Layout {
  return { files: scaled(lab, files), perDirectory: PER_DIRECTORY }
}
