/** All benchmarks, in the order they are run: a new one is a file and a row here. */

import type { Benchmark } from './benchmark.ts'
import { fork } from './fork.ts'
import { host } from './host.ts'
import { initial, noChange } from './synchronize.ts'
import { memory } from './memory.ts'
import { suiteSpeed } from './suite.ts'
import { sweeping } from './sweeping.ts'
import { volumeVsFs } from './volume-vs-fs.ts'
import { volumeVsLinks } from './volume-vs-links.ts'
import { writing } from './writing.ts'

/** All benchmarks. Memory comes last: what it leaves to be collected would slow whoever follows. */
export const BENCHMARKS: readonly Benchmark[] = [
  volumeVsLinks,
  volumeVsFs,
  fork,
  writing,
  host,
  noChange,
  initial,
  suiteSpeed,
  sweeping,
  memory,
]
