/** What volumes and forks keep in memory. */

import { type Benchmark, type Lab, type Samples, scaled } from './benchmark.ts'
import { forkAndWrite, worldOf } from './forking.ts'
import { KIBIBYTE, type Layout, type ListedFiles } from './layout.ts'
import { buildOnMemfs, buildOnVolume, walkMemfs, walkVolume } from './trees.ts'

/** Bytes kept by the same files on a volume and on memfs. */
export const memory: Benchmark = {
  name: 'memory',
  summary:
    'Bytes that 100,000 files of 1 KiB keep: a volume against memfs; and what dropped forks leave behind',
  gauges: [
    {
      name: 'memoryVsMemfs',
      unit: '×',
      what: 'volume ÷ memfs',
      headline: true,
      limit: { atMost: 1.6 },
    },
    { name: 'memoryVolume', unit: 'bytes', what: 'one file on a volume' },
    { name: 'memoryMemfs', unit: 'bytes', what: 'one file on memfs' },
    { name: 'forkKept', unit: 'bytes', what: 'kept for every fork that wrote 1 KiB and was dropped' },
  ],
  run: (lab): Samples => {
    const { heap } = lab
    if (typeof heap !== 'function') {
      return { memoryVsMemfs: heap, memoryVolume: heap, memoryMemfs: heap, forkKept: heap }
    }
    return { ...perFile(lab, heap), forkKept: [keptPerFork(lab, heap)] }
  },
}

function perFile(lab: Lab, heap: () => number): Samples {
  const layout = { files: scaled(lab, 100_000), perDirectory: 100 }
  const volume = (of: Layout): number => keptPerFile(heap, () => buildOnVolume(of), walkVolume)
  const memfs = (of: Layout): number => keptPerFile(heap, () => buildOnMemfs(of), walkMemfs)
  // What the first file ever brings along, such as compiled code and the names met, is no file's.
  volume({ files: 1000, perDirectory: 100 })
  memfs({ files: 1000, perDirectory: 100 })
  // One round each: what is kept is the same every time, to one part in a thousand.
  const onVolume = volume(layout)
  const onMemfs = memfs(layout)
  return { memoryVsMemfs: [onVolume / onMemfs], memoryVolume: [onVolume], memoryMemfs: [onMemfs] }
}

/** Bytes per file that a tree keeps, content included. The walk keeps the tree alive until it is measured. */
function keptPerFile<Tree>(heap: () => number, build: () => Tree, walk: (tree: Tree) => ListedFiles): number {
  const before = heap()
  const tree = build()
  const bytes = heap() - before
  const seen = walk(tree)
  if (seen.bytes !== seen.units * KIBIBYTE.length) throw new RangeError(`The tree holds ${seen.bytes} bytes`)
  return bytes / seen.units
}

/** Bytes that stay with a world for every fork of it that is gone: what a sweep would run out of. */
function keptPerFork(lab: Lab, heap: () => number): number {
  const layout = { files: 20, perDirectory: 20 }
  const world = worldOf(layout)
  const times = scaled(lab, 10_000)
  forkAndWrite(world, layout, scaled(lab, 1000))
  const before = heap()
  forkAndWrite(world, layout, times)
  const bytes = heap() - before
  forkAndWrite(world, layout, 1)
  return Math.max(0, bytes) / times
}
