/** What writing a large file in place costs, and whether that grows with the file. */

import { isFailure, Volume } from '../../sim/mod.ts'
import { type Benchmark, scaled } from './benchmark.ts'
import { type Contender, race } from './race.ts'

const CHUNK = 4_096
const MEBIBYTE = 1_048_576

/** Writing 8 and 64 MiB in chunks of 4 KiB, each visible at once. */
export const writing: Benchmark = {
  name: 'writing',
  summary: 'Write a file in place in chunks of 4 KiB, each visible at once',
  gauges: [
    { name: 'writeChunk', unit: 'µs', what: 'one chunk of a file of 64 MiB' },
    { name: 'writeGrowth', unit: '×', what: 'a chunk of 64 MiB ÷ a chunk of 8 MiB', limit: { atMost: 3 } },
  ],
  run: (lab) => {
    const small = writer('8 MiB', scaled(lab, 8) * MEBIBYTE)
    const large = writer('64 MiB', scaled(lab, 64) * MEBIBYTE)
    const told = race([small, large], { stopwatch: lab.stopwatch, rounds: scaled(lab, 5) })
    return { writeChunk: told.times(large), writeGrowth: told.ratios(large, small) }
  },
}

function writer(name: string, size: number): Contender {
  const part = new Uint8Array(CHUNK).fill(7)
  return {
    name,
    run: () => {
      const volume = Volume.create({ now: () => 0 })
      const file = volume.open(['file'], { access: 'write', share: [], disposition: 'create' })
      if (isFailure(file)) throw new RangeError(`A volume refused a new file with ${file.code}`)
      for (let offset = 0; offset < size; offset += CHUNK) volume.write(file, offset, part)
      volume.close(file.number)
      return { units: size / CHUNK, bytes: volume.contentOf(['file'])?.size ?? 0 }
    },
  }
}
