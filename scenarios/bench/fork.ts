/** What a fork of a world costs, and how that grows with the world. */

import { isFailure, type World } from '../../sim/mod.ts'
import { type Benchmark, type Lab, scaled } from './benchmark.ts'
import { forkAndWrite, pathOf, volumeOf, worldOf } from './forking.ts'
import { KIBIBYTE, type Layout } from './layout.ts'
import { type Contender, race } from './race.ts'
import { median } from './statistics.ts'

/** Forking a small and a large world and writing one file, as a sweep does at every event. */
export const fork: Benchmark = {
  name: 'fork',
  summary: 'Fork a world and write one file of 1 KiB in it, as a sweep does',
  gauges: [
    { name: 'forkSmall', unit: 'µs', what: '20 files', headline: true },
    { name: 'forkLarge', unit: 'µs', what: '10,000 files, in the slower of two layouts', headline: true },
    {
      name: 'forkGrowth',
      unit: '×',
      what: '10,000 files ÷ 20 files',
      headline: true,
      limit: { atMost: 8 },
    },
    { name: 'forkDirectories', unit: 'µs', what: '10,000 files, 100 in a directory' },
    { name: 'forkFlat', unit: 'µs', what: '10,000 files, all in one directory' },
    { name: 'forkOpenHandle', unit: 'µs', what: '20 files, and an open handle with 1 KiB staged' },
  ],
  run: (lab) => {
    const many = scaled(lab, 10_000)
    const often = scaled(lab, 200)
    const small = forker('20 files', { layout: { files: 20, perDirectory: 20 }, times: often })
    const directories = forker('100 in a directory', {
      layout: { files: many, perDirectory: 100 },
      times: often,
    })
    const flat = forker('one directory', {
      layout: { files: many, perDirectory: many },
      times: scaled(lab, 20),
    })
    const open = forkerWithHandle(often)
    const told = race([small, directories, flat, open], racing(lab))
    const slower = median(told.times(flat)) > median(told.times(directories)) ? flat : directories
    return {
      forkSmall: told.times(small),
      forkLarge: told.times(slower),
      forkGrowth: told.ratios(slower, small),
      forkDirectories: told.times(directories),
      forkFlat: told.times(flat),
      forkOpenHandle: told.times(open),
    }
  },
}

function racing(lab: Lab): Parameters<typeof race>[1] {
  return { stopwatch: lab.stopwatch, rounds: scaled(lab, 15) }
}

interface Forking {
  readonly layout: Layout
  readonly times: number
  /** Default: one of the layout. */
  readonly world?: World
}

function forker(name: string, { layout, times, world = worldOf(layout) }: Forking): Contender {
  return { name, run: () => forkAndWrite(world, layout, times) }
}

function forkerWithHandle(times: number): Contender {
  const layout = { files: 20, perDirectory: 20 }
  const world = worldOf(layout)
  const volume = volumeOf(world)
  const staged = [...pathOf(layout, 0).slice(0, -1), 'staged.txt']
  const handle = volume.stage(staged, {})
  if (isFailure(handle)) throw new RangeError(`Staging ${staged.join('\\')} was refused: ${handle.code}`)
  volume.write(handle, 0, KIBIBYTE)
  return forker('20 files and a handle', { layout, times, world })
}
