/** What a volume costs beyond the memfs links it is made of. */

import { type Benchmark, scaled } from './benchmark.ts'
import { type Contender, race } from './race.ts'
import { buildOnLinks, buildOnVolume, walkLinks, walkVolume } from './trees.ts'

/** Building and walking a tree, on a volume and on bare links. */
export const volumeVsLinks: Benchmark = {
  name: 'volume-vs-links',
  summary: 'Build a tree of 1,000 files of 1 KiB and walk it: a volume against bare memfs links',
  gauges: [
    {
      name: 'volumeVsLinks',
      unit: '×',
      what: 'volume ÷ bare links',
      headline: true,
      limit: { atMost: 2 },
    },
    { name: 'volumePerFile', unit: 'µs', what: 'one file on a volume' },
    { name: 'linksPerFile', unit: 'µs', what: 'one file on bare links' },
  ],
  run: (lab) => {
    const layout = { files: scaled(lab, 1000), perDirectory: 100 }
    const volume: Contender = { name: 'volume', run: () => walkVolume(buildOnVolume(layout)) }
    const links: Contender = { name: 'bare links', run: () => walkLinks(buildOnLinks(layout)) }
    const { stopwatch } = lab
    const told = race([volume, links], { stopwatch, rounds: scaled(lab, 40) })
    return {
      volumeVsLinks: told.ratios(volume, links),
      volumePerFile: told.times(volume),
      linksPerFile: told.times(links),
    }
  },
}
