/** What walking links instead of paths saves. */

import { type Benchmark, scaled } from './benchmark.ts'
import { type Contender, race } from './race.ts'
import { buildOnMemfs, buildOnVolume, walkMemfs, walkVolume } from './trees.ts'

/** Building and walking a tree, through memfs's `fs` functions and on a volume. */
export const volumeVsFs: Benchmark = {
  name: 'volume-vs-fs',
  summary: 'Build a tree of 1,000 files of 1 KiB and walk it: the fs functions of memfs against a volume',
  gauges: [
    {
      name: 'volumeVsFs',
      unit: '×',
      what: 'fs functions of memfs ÷ volume',
      headline: true,
      limit: { atLeast: 3 },
    },
    { name: 'fsPerFile', unit: 'µs', what: 'one file through the fs functions' },
  ],
  run: (lab) => {
    const layout = { files: scaled(lab, 1000), perDirectory: 100 }
    const volume: Contender = { name: 'volume', run: () => walkVolume(buildOnVolume(layout)) }
    const fs: Contender = { name: 'fs functions', run: () => walkMemfs(buildOnMemfs(layout)) }
    const { stopwatch } = lab
    const told = race([fs, volume], { stopwatch, rounds: scaled(lab, 30) })
    return { volumeVsFs: told.ratios(fs, volume), fsPerFile: told.times(fs) }
  },
}
